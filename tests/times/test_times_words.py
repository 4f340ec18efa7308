"""Numbers, units and durations in words."""

from __future__ import annotations

import pytest

from dragoman.times.words import duration_value, month_number, needed, number_of, unit_of, weekday_number, words_in


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("three", 3),
        ("twenty-one", 21),
        ("a hundred", 100),
        ("two hundred and six", 206),
        ("2,500", 2500),
        ("6-1/2", 6.5),
        ("6 1/2", 6.5),
        ("two thousand", 2000),
        ("a thousand", 1000),
        ("two and a half", 2.5),
        ("half an", 0.5),
        ("an", 1),
        ("several", None),
        ("a few", None),
        ("two to three", None),
        ("60-100", None),
    ],
)
def test_numbers(words: str, number: float | None) -> None:
    assert number_of(words) == number


def test_durations() -> None:
    assert duration_value(2, "day") == "P2D"
    assert duration_value(None, "hour") == "PTXH"
    assert duration_value(3, "decade") == "P30Y"
    assert duration_value(1, "fortnight") == "P2W"


def test_names() -> None:
    assert (unit_of("centuries"), unit_of("Nights")) == ("century", "day")
    assert (month_number("Sept."), month_number("MAY")) == (9, 5)
    assert (weekday_number("Tues."), weekday_number("sunday")) == (1, 6)


def test_numbers_stand_as_signs_among_the_words_of_a_text() -> None:
    assert words_in("In May 1998 the 3rd mid-1990s fell") >= {"#", "####", "may", "mid"}
    assert "####" not in words_in("3 men and 15,000 hens")


def test_needs_are_groups_of_words_of_which_one_must_be_there() -> None:
    month, number = needed("MONTH #")
    assert {"may", "sept"} <= month
    assert number == {"#"}

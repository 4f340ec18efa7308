"""Numbers, units and durations in words."""

from __future__ import annotations

import pytest

from dragoman.times.words import duration_value, month_number, number_of, unit_of, weekday_number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("three", 3),
        ("twenty-one", 21),
        ("a hundred", 100),
        ("two hundred and six", 206),
        ("2,500", 2500),
        ("6-1/2", 6.5),
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

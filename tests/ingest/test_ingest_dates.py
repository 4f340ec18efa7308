from __future__ import annotations

from datetime import date

import pytest

from dragoman.ingest.dates import Published, parse_date


@pytest.mark.parametrize(
    "value",
    [
        "2020-01-31",
        " 2020-01-31 ",
        "20200131",
        "20200131235900",
        "2020/01/31",
        "2020.1.31",
        "2020-01-31T10:00:00",
        "2020-01-31 10:00",
        "31 January 2020",
        "Friday, 31 January 2020",
        "Jan. 31, 2020",
        "January 31 2020",
        "31 Jan 2020",
    ],
)
def test_forms_that_name_one_day_are_read(value: str) -> None:
    assert parse_date(value) == Published(date(2020, 1, 31))


@pytest.mark.parametrize(
    "value",
    [
        *("31.02.2020", "2020-02-30", "0000-00-00", "31 Foo 2020", "99999999"),
        *("03/04/2020", "31/01/2020", "yesterday", "2020", "2020-01", "", "1580428800"),
    ],
)
def test_impossible_and_ambiguous_dates_are_not_read(value: str) -> None:
    assert parse_date(value) is None


@pytest.mark.parametrize(
    ("value", "at"),
    [
        ("2020-01-31T23:30:00+02:00", "2020-01-31T23:30:00+02:00"),
        ("2020-01-31T23:30:00Z", "2020-01-31T23:30:00+00:00"),
        ("2020-01-31 23:30:00 UTC", "2020-01-31T23:30:00+00:00"),
        ("Fri, 31 Jan 2020 23:30:00 +0200", "2020-01-31T23:30:00+02:00"),
        ("Fri, 31 Jan 2020 23:30:00 GMT", "2020-01-31T23:30:00+00:00"),
    ],
)
def test_a_moment_with_a_zone_is_kept_and_the_day_is_its_own(value: str, at: str) -> None:
    assert parse_date(value) == Published(date(2020, 1, 31), at)


def test_a_stated_format_settles_an_ambiguous_date() -> None:
    assert parse_date("03/04/2020", "%d/%m/%Y") == Published(date(2020, 4, 3))
    assert parse_date("2020-04-03", "%d/%m/%Y") == Published(date(2020, 4, 3))

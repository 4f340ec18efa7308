"""Periods and arithmetic of the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.times import calendar


def test_easter_of_known_years() -> None:
    found = [calendar.easter(year) for year in (1916, 1998, 2000, 2008, 2011, 2038)]
    assert found == [
        date(1916, 4, 23),
        date(1998, 4, 12),
        date(2000, 4, 23),
        date(2008, 3, 23),
        date(2011, 4, 24),
        date(2038, 4, 25),
    ]


def test_orthodox_easter_of_known_years() -> None:
    found = [calendar.orthodox_easter(year) for year in (1987, 2000, 2010, 2016, 2021)]
    assert found == [date(1987, 4, 19), date(2000, 4, 30), date(2010, 4, 4), date(2016, 5, 1), date(2021, 5, 2)]


def test_weeks_are_iso_weeks() -> None:
    assert calendar.week(date(2010, 1, 3)) == calendar.Period("2009-W53", date(2009, 12, 28), date(2010, 1, 3), "week")


def test_winter_runs_into_the_next_year() -> None:
    winter = calendar.season(2003, "WI")
    assert (winter.start, winter.end) == (date(2003, 12, 1), date(2004, 2, 29))


def test_shifting_months_keeps_to_the_shorter_month() -> None:
    assert calendar.shift("month", date(2011, 3, 31), -1) == date(2011, 2, 28)
    assert calendar.shift("year", date(2004, 2, 29), 1) == date(2005, 2, 28)
    assert calendar.shift("quarter", date(2004, 2, 10), -1) == date(2003, 11, 10)
    assert calendar.shift("week", date(2004, 2, 10), 2) == date(2004, 2, 24)


@pytest.mark.parametrize("unit", ["day", "week", "month", "year", "century"])
def test_shifting_out_of_the_calendar_gives_none(unit: calendar.Unit) -> None:
    assert calendar.shift(unit, date(2004, 2, 10), -5_000_000) is None
    assert calendar.shift(unit, date(2004, 2, 10), 5_000_000) is None


def test_nth_weekdays() -> None:
    assert calendar.nth_weekday(1999, 11, 3, 4) == date(1999, 11, 25)
    assert calendar.nth_weekday(2011, 5, 0, -1) == date(2011, 5, 30)


def test_impossible_days_are_none() -> None:
    assert calendar.valid_day(2011, 2, 29) is None
    assert calendar.valid_day(2012, 2, 29) == date(2012, 2, 29)
    assert calendar.valid_day(2012, 13, 1) is None


def test_thirds_cover_the_period() -> None:
    for period in (
        calendar.month(2011, 2),
        calendar.year(2011),
        calendar.decade(1990),
        calendar.century(19),
        calendar.week(date(2011, 3, 1)),
    ):
        early, late = calendar.third(period, "early"), calendar.third(period, "late")
        middle = calendar.third(period, "mid")
        assert early[0] == period.start
        assert late[1] == period.end
        assert early[0] < middle[0] < late[0]


def test_centuries_begin_with_a_one() -> None:
    assert calendar.century(20) == calendar.Period("19", date(1901, 1, 1), date(2000, 12, 31), "unknown")
    assert calendar.containing("century", date(2000, 5, 1)).value == "19"

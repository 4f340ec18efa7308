"""Periods of the calendar with their TIMEX3 values, and arithmetic on days that never leaves years 1 to 9999."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Literal

from dragoman.model.layers import Granularity

Unit = Literal[
    "second", "minute", "hour", "day", "weekend", "week", "fortnight", "month", "quarter", "year", "decade", "century"
]
Season = Literal["SP", "SU", "FA", "WI"]

# Meteorological seasons; winter is named by the year in which its December lies.
SEASON_STARTS: dict[Season, int] = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of whole days, `end` inclusive, with the TIMEX3 value that names it."""

    value: str
    start: date
    end: date
    granularity: Granularity


def day(d: date) -> Period:
    """The day itself."""
    return Period(d.isoformat(), d, d, "day")


def week(d: date) -> Period:
    """The ISO week, Monday to Sunday, that holds `d`."""
    year, number, weekday = d.isocalendar()
    monday = d - timedelta(days=weekday - 1)
    return Period(f"{year:04}-W{number:02}", monday, monday + timedelta(days=6), "week")


def weekend(d: date) -> Period:
    """Saturday and Sunday of the ISO week that holds `d`."""
    whole = week(d)
    return Period(f"{whole.value}-WE", whole.end - timedelta(days=1), whole.end, "day")


def month(year: int, number: int) -> Period:
    """A calendar month."""
    return Period(
        f"{year:04}-{number:02}", date(year, number, 1), date(year, number, monthrange(year, number)[1]), "month"
    )


def months(year: int, first: int, count: int, value: str, granularity: Granularity) -> Period:
    """`count` calendar months from month `first` of `year`; `first` may be beyond December."""
    start = date(year + (first - 1) // 12, (first - 1) % 12 + 1, 1)
    last = first + count - 1
    end = month(year + (last - 1) // 12, (last - 1) % 12 + 1).end
    return Period(value, start, end, granularity)


def quarter(year: int, number: int) -> Period:
    """A calendar quarter, 1 to 4."""
    return months(year, 3 * number - 2, 3, f"{year:04}-Q{number}", "quarter")


def half(year: int, number: int) -> Period:
    """A half of a calendar year, 1 or 2; there is no granularity between quarter and year."""
    return months(year, 6 * number - 5, 6, f"{year:04}-H{number}", "year")


def season(year: int, name: Season) -> Period:
    """A season of three months; the winter of 1998 ends in February 1999."""
    return months(year, SEASON_STARTS[name], 3, f"{year:04}-{name}", "season")


def year(number: int) -> Period:
    """A calendar year."""
    return Period(f"{number:04}", date(number, 1, 1), date(number, 12, 31), "year")


def decade(first: int) -> Period:
    """The ten years from `first`, a multiple of ten; its value is the three digits they share."""
    return Period(f"{first // 10:03}", date(max(first, MINYEAR), 1, 1), date(first + 9, 12, 31), "decade")


def century(number: int) -> Period:
    """The `number`th century AD: the 20th runs from 1901 to 2000 and its value is 19."""
    return Period(f"{number - 1:02}", date(100 * number - 99, 1, 1), date(100 * number, 12, 31), "unknown")


def containing(unit: Unit, d: date) -> Period:
    """The day, week, month ... that holds `d`; units below the day give the day."""
    if unit == "week":
        return week(d)
    if unit == "weekend":
        return weekend(d)
    if unit == "fortnight":
        return week(d)
    if unit == "month":
        return month(d.year, d.month)
    if unit == "quarter":
        return quarter(d.year, (d.month + 2) // 3)
    if unit == "year":
        return year(d.year)
    if unit == "decade":
        return decade(d.year // 10 * 10)
    if unit == "century":
        return century((d.year + 99) // 100)
    return day(d)


UNIT_DAYS: dict[Unit, int] = {"day": 1, "weekend": 7, "week": 7, "fortnight": 14}
UNIT_MONTHS: dict[Unit, int] = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def shift(unit: Unit, d: date, count: float) -> date | None:
    """`d` moved by `count` units, clipped to the last day of a shorter month; None where it leaves the calendar."""
    if unit in UNIT_MONTHS:
        return _shift_months(d, round(count * UNIT_MONTHS[unit]))
    days = count * UNIT_DAYS.get(unit, 0)
    if abs(days) > 3_000_000:
        return None
    ordinal = d.toordinal() + int(days)
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def _shift_months(d: date, count: int) -> date | None:
    total = d.year * 12 + d.month - 1 + count
    target, index = divmod(total, 12)
    if not MINYEAR <= target <= MAXYEAR - 1:
        return None
    return date(target, index + 1, min(d.day, monthrange(target, index + 1)[1]))


def valid_day(year_number: int, month_number: int, day_number: int) -> date | None:
    """The date, or None for a 31 April."""
    if not (MINYEAR <= year_number < MAXYEAR and 1 <= month_number <= 12):
        return None
    return (
        date(year_number, month_number, day_number)
        if 1 <= day_number <= monthrange(year_number, month_number)[1]
        else None
    )


def nth_weekday(year_number: int, month_number: int, weekday: int, n: int) -> date:
    """The `n`th Monday (0) ... Sunday (6) of a month; n = -1 is the last."""
    first = date(year_number, month_number, 1)
    last = month(year_number, month_number).end
    if n < 0:
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (n - 1))


def easter(year_number: int) -> date:
    """Easter Sunday of the western churches (the computus in the form of Meeus, Jones and Butcher)."""
    golden = year_number % 19
    hundreds, rest = divmod(year_number, 100)
    epact = (19 * golden + hundreds - hundreds // 4 - (hundreds - (hundreds + 8) // 25 + 1) // 3 + 15) % 30
    offset = (32 + 2 * (hundreds % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    correction = (golden + 11 * epact + 22 * offset) // 451
    month_number, day_number = divmod(epact + offset - 7 * correction + 114, 31)
    return date(year_number, month_number, day_number + 1)


def orthodox_easter(year_number: int) -> date:
    """Easter Sunday of the eastern churches: the Julian computus, told in the Gregorian calendar."""
    moon = (19 * (year_number % 19) + 15) % 30
    sunday = (2 * (year_number % 4) + 4 * (year_number % 7) - moon + 34) % 7
    month_number, day_number = divmod(moon + sunday + 114, 31)
    behind = year_number // 100 - year_number // 400 - 2
    return date(year_number, month_number, day_number + 1) + timedelta(days=behind)


def third(period: Period, which: Literal["early", "mid", "late"]) -> tuple[date, date]:
    """The first, middle or last third of a period, in its own sub-units: days, months of a year, years of a century.

    Each third is rounded outwards ("early this week" is Monday to Wednesday), so neighbours may share a day. A day
    is not divided.
    """
    start, end = period.start, period.end
    if period.granularity == "decade":
        first, last = {"early": (0, 3), "mid": (3, 6), "late": (6, 9)}[which]
        return date(start.year + first, 1, 1), date(start.year + last, 12, 31)
    if end.year - start.year == 99:
        first, last = {"early": (0, 33), "mid": (33, 66), "late": (66, 99)}[which]
        return date(start.year + first, 1, 1), date(start.year + last, 12, 31)
    if period.granularity in ("quarter", "season", "year"):
        length = (end.year - start.year) * 12 + end.month - start.month + 1
        size = -(-length // 3)
        first = {"early": 0, "mid": (length - size) // 2, "late": length - size}[which]
        part = months(start.year, start.month + first, size, "", "month")
        return part.start, part.end
    if period.granularity in ("week", "month"):
        length = (end - start).days + 1
        size = -(-length // 3)
        first = {"early": 0, "mid": (length - size) // 2, "late": length - size}[which]
        return start + timedelta(days=first), start + timedelta(days=first + size - 1)
    return start, end

"""Words beside an expression that change its interval: early, late, earlier; since; from ... to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from dragoman.model.layers import DateBasis
from dragoman.times import calendar
from dragoman.times.calendar import Period, day, third
from dragoman.times.reading import Reading, dated
from dragoman.times.scan import Found, left_of
from dragoman.times.which_year import names_year
from dragoman.times.words import compiled, month_number

WEEK = timedelta(days=7)
Part = Literal["early", "mid", "late", "earlier", "later"]

_PARTS: dict[str, Part] = {
    "early": "early",
    "earlier": "earlier",
    "later": "later",
    "late": "late",
    "mid": "mid",
    "beginning": "early",
    "start": "early",
    "middle": "mid",
    "end": "late",
    "close": "late",
    "first": "early",
    "opening": "early",
    "last": "late",
    "closing": "late",
    "final": "late",
    "dying": "late",
    "rest": "later",
    "remainder": "later",
}
# "the latter", "later than", "late President" are no such words: the expression must follow at once.
_PART_BEFORE = compiled(
    r"\b(?:(?:the )?(?:very )?(?P<word>early|late|earlier|later|mid)(?: on| in)?(?: the| of)?(?: |-)"
    r"|(?:the )?(?:very )?(?P<noun>beginning|start|middle|end|close|rest|remainder) of(?: the)? "
    r"|(?:the )?(?P<days>first|opening|last|closing|final|dying)(?: few)? "
    r"(?:hours|days|weeks|months|years) of(?: the)? )$"
)
_SINCE = compiled(r"\b(?:ever )?since(?: (?:at least|about|the))? $")
_FROM = compiled(r"\b(?:from|between) (?:the )?$")
_YEARLESS = ("full_date", "month")
_WITH_YEAR = ("full_date", "month", "month_year")
_JOINED = compiled(r"\s*(?:-|to|until|till|through|and|or|,|, and)(?: the)?\s*")
_TO = compiled(r" ?(?:-|to|until|till|through|and)(?: the)? ?".replace(" ?", r"\s*"))


def narrowed(before: str, found: Found, reading: Reading, today: date | None) -> tuple[Found, Reading]:
    """The expression with a word like "early" before it taken in, and its interval cut to what that word leaves.

    The value stays that of the bare unit, as TIMEX3 has it.
    """
    match = _PART_BEFORE.search(left_of(before, len(before)))
    if match is None or reading.type in ("DURATION", "SET") or reading.value.endswith("_REF"):
        return found, reading
    part = _PARTS[(match["word"] or match["noun"] or match["days"]).lower()]
    wider = replace(found, start=found.start - len(match[0]))
    if reading.start is None or reading.end is None or reading.type != "DATE":
        return wider, reading
    pivot = reading.pivot if found.kind == "narrative" else today
    start, end = _cut(reading.start, reading.end, reading, part, pivot)
    return wider, replace(reading, start=start, end=end)


def _cut(start: date, end: date, reading: Reading, part: Part, pivot: date | None) -> tuple[date, date]:
    if part == "early" or part == "mid" or part == "late":
        return third(Period(reading.value, start, end, reading.granularity), part)
    if pivot is None or not start <= pivot <= end:
        return start, end
    return (start, pivot) if part == "earlier" else (pivot, end)


def agreed(text: str, readings: Sequence[tuple[Found, Reading]]) -> list[tuple[Found, Reading]]:
    """The readings where "May 28 to June 2, 1998" and "April to March" are one stretch.

    A day or month without a year takes the year named behind the one it is joined to; two bare months of one range
    lie less than a year apart.
    """
    out = list(readings)
    for i in range(len(out) - 2, -1, -1):
        (found, first), (other, last) = out[i], out[i + 1]
        between = text[found.end : other.start]
        if found.kind not in _YEARLESS or names_year(found.match) or last.start is None:
            continue
        if other.kind in _WITH_YEAR and names_year(other.match) and _JOINED.fullmatch(between):
            out[i] = found, _before(found, first, last.start, last.basis)
        elif found.kind == other.kind == "month" and first.start is not None and _one_range(text, found, between):
            out[i] = found, _before(found, first, last.start, first.basis)
    return out


def _one_range(text: str, found: Found, between: str) -> bool:
    joined = _TO.fullmatch(between)
    return joined is not None and ("and" not in between or _FROM.search(left_of(text, found.start)) is not None)


def _before(found: Found, reading: Reading, last: date, basis: DateBasis) -> Reading:
    """The month or day of the reading in the year of `last`, or the year before where it would lie behind it."""
    if found.kind == "month":
        number = month_number(found.match["month"])
        return dated(calendar.month(max(last.year - (number > last.month), 1), number), basis)
    number, day_number = (int(part) for part in reading.value.split("-")[1:])
    year = last.year - ((number, day_number) > (last.month, last.day))
    exact = calendar.valid_day(year, number, day_number)
    return dated(day(exact), basis) if exact is not None else reading


def spread(text: str, readings: Sequence[tuple[Found, Reading]], today: date | None) -> list[tuple[Found, Reading]]:
    """The readings with the intervals of "since X" (X to today) and "from X to Y", "between X and Y" (X to Y) drawn.

    Values stay those of X and Y. "until Y" alone keeps Y's own interval: nothing says where it began.
    """
    out = list(readings)
    for i, (found, reading) in enumerate(readings):
        if reading.type != "DATE" or reading.start is None:
            continue
        left = left_of(text, found.start)
        if _SINCE.search(left) and today is not None and reading.start <= today:
            out[i] = found, replace(reading, end=max(today, reading.start))
        if _FROM.search(left) and i + 1 < len(readings):
            out[i : i + 2] = _from_to(text, readings[i], readings[i + 1], today)
    return out


def _from_to(
    text: str, first: tuple[Found, Reading], last: tuple[Found, Reading], today: date | None
) -> list[tuple[Found, Reading]]:
    """Both ends of "from X to Y" with the whole interval; unchanged where the words do not join them."""
    (found, start), (other, end) = first, last
    if not _TO.fullmatch(text[found.end : other.start]) or start.start is None or end.start is None or end.end is None:
        return [first, last]
    if end.type != "DATE":
        return [first, last]
    if end.start < start.start and found.kind == other.kind == "weekday":
        # "from Monday to Wednesday" on a Wednesday: the two belong to one week.
        if today is not None and start.start >= today:
            end = dated(day(end.start + WEEK))
        else:
            start = dated(day(start.start - WEEK))
    if start.start is None or end.end is None or end.end < start.start:
        return [first, last]
    return [(found, replace(start, end=end.end)), (other, replace(end, start=start.start))]

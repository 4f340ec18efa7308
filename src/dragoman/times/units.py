"""Rules for units counted from today: last week, three years ago, the past two months, the weekend."""

from __future__ import annotations

import re

from dragoman.times import calendar
from dragoman.times.days import MONTH_DAY_RULES, weekday_near
from dragoman.times.reading import (
    OUT_OF_RANGE,
    UNDATED,
    VAGUE,
    Context,
    Reading,
    Rule,
    dated,
    named,
    read,
    rule,
    unknown,
    unresolved,
)
from dragoman.times.words import MONTH, NUMBER, WEEKDAY, duration_value, number_of, unit_of, weekday_number

STEPS = {
    "last": -1,
    "this": 0,
    "the current": 0,
    "the present": 0,
    "next": 1,
    "coming": 1,
    "the coming": 1,
    "this coming": 1,
}
WHICH = r"(?P<which>last|this coming|this|next|the current|the present|(?:the )?coming)"
ABOUT = (
    r"(?:(?P<about>about|around|nearly|almost|some|roughly|just|only|more than|less than|fewer than|over|at least"
    r"|at most|up to|exactly|barely|well over) )?"
)
YEARS: dict[calendar.Unit, int] = {"decade": 10, "century": 100}
OPEN_ENDED = ("more than", "less than", "fewer than", "over", "well over", "at least", "at most", "up to")


def _shifted(unit: calendar.Unit, steps: float, context: Context) -> Reading:
    """The week, month ... so many units from today's."""
    if context.today is None:
        return unknown(unit, UNDATED)
    found = calendar.shift(unit, context.today, steps)
    return dated(calendar.containing(unit, found)) if found else unknown(unit, OUT_OF_RANGE)


def _unit(match: re.Match[str], context: Context) -> Reading:
    return _shifted(unit_of(match["unit"]), STEPS[named(match, "which") or "this"], context)


def _unit_beyond(match: re.Match[str], context: Context) -> Reading:
    """For "the week before last", "the year after next"."""
    return _shifted(unit_of(match["unit"]), -2 if match["way"].lower().startswith("before") else 2, context)


def _weekend(match: re.Match[str], context: Context) -> Reading:
    """A weekend: "the weekend" is the last one begun, and the one ahead where the tense points forward."""
    if context.today is None:
        return unknown("weekend", UNDATED)
    which = named(match, "which") or "the"
    ahead = "next" in which or "coming" in which or context.direction == "future"
    begun = context.today.weekday() >= 5 and which not in ("last", "this past", "the past")
    found = context.today if ahead or begun else calendar.shift("week", context.today, -1)
    return dated(calendar.weekend(found)) if found else unknown("weekend", OUT_OF_RANGE)


def _week_of(match: re.Match[str], context: Context) -> Reading | None:
    inner = read(MONTH_DAY_RULES, match["inner"], context)
    if inner is None or inner.start is None:
        return unresolved("XXXX-WXX", UNDATED) if inner else None
    return dated(calendar.week(inner.start), inner.basis)


def _ago(match: re.Match[str], context: Context) -> Reading:
    """As fine as the unit, not finer: "three years ago" is a year, "two weeks ago" a week, "two days ago" a day."""
    back = match["way"].lower() == "ago"
    amount, unit = named(match, "number"), unit_of(match["unit"])
    number = number_of(amount) if amount else None
    if number is None:
        return unresolved("PAST_REF" if back else "FUTURE_REF", VAGUE)
    if named(match, "half"):
        number += 0.5
    if near := named(match, "near"):
        return _from_near(near, unit, -number if back else number, context)
    if unit in YEARS:
        unit, number = "year", number * YEARS[unit]
    if unit == "year" and number % 1:
        unit, number = "month", 12 * number
    found = _shifted(unit, -number if back else number, context)
    if found.start is not None and named(match, "about") in OPEN_ENDED:
        return unresolved(found.value, VAGUE)
    return found


def _from_near(near: str, unit: calendar.Unit, steps: float, context: Context) -> Reading:
    """For "a year ago today", "25 years ago this week", "a week ago Monday": as fine as the words behind "ago"."""
    start = context.today
    if start is not None and near == "yesterday":
        start = calendar.shift("day", start, -1)
    elif start is not None and re.fullmatch(WEEKDAY, near):
        start = weekday_near(weekday_number(near), start, direction="past")
    fine = unit_of(near.removeprefix("this ")) if near.startswith("this ") else "day"
    if start is None:
        return unknown(fine, UNDATED if context.today is None else OUT_OF_RANGE)
    found = calendar.shift(unit, start, steps)
    return dated(calendar.containing(fine, found)) if found else unknown(fine, OUT_OF_RANGE)


def _past_units(match: re.Match[str], context: Context) -> Reading:
    """For "the past three weeks": a duration that ends (with "next": begins) today."""
    unit, amount = unit_of(match["unit"]), named(match, "number")
    plural = match["unit"].lower().endswith("s")
    number = number_of(amount) if amount else None if plural else 1.0
    value = duration_value(number, unit)
    if number is None or context.today is None:
        return unresolved(value, VAGUE if number is None else UNDATED, "DURATION")
    ahead = (named(match, "which") or "").endswith(("next", "coming", "following"))
    other = calendar.shift(unit, context.today, number if ahead else -number)
    if other is None or unit in ("hour", "minute", "second"):
        return Reading("DURATION", value, basis="relative")
    start, end = sorted((other, context.today))
    return Reading("DURATION", value, start, end, "unknown", "relative")


UNIT_RULES: tuple[Rule, ...] = (
    rule("unit", rf"\b{WHICH} (?P<unit>week|month|quarter|year|decade|century)\b(?!-)", _unit, needs="UNIT"),
    rule(
        "unit.beyond",
        r"\bthe (?P<unit>week|month|year) (?P<way>before last|after next)\b",
        _unit_beyond,
        needs="last|next",
    ),
    rule(
        "weekend",
        r"\b(?P<which>last|this coming|this past|this|next|the coming|the past|the)(?: long)? weekend\b",
        _weekend,
        needs="weekend",
    ),
    rule(
        "week_of",
        rf"\bthe week (?:of|beginning|starting) (?P<inner>{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})\b",
        _week_of,
        needs="week MONTH",
    ),
    rule(
        "ago",
        rf"\b{ABOUT}(?:(?P<number>{NUMBER}) )?(?:full )?"
        r"(?P<unit>(?:minute|hour|day|week|fortnight|month|quarter|year|decade)s?|century|centuries)"
        r"(?P<half> and a half)? "
        rf"(?P<way>ago|from now|hence)\b(?: (?P<near>today|yesterday|this (?:week|month)|{WEEKDAY}))?",
        _ago,
        needs="UNIT ago|now|hence",
    ),
    rule(
        "past_units",
        rf"\b(?P<which>(?:the |these |this |its |their )?(?:last|past|next|coming|previous|preceding|following)) "
        rf"(?P<number>{NUMBER}) (?:trading |business |working |calendar |full |consecutive |straight )?"
        r"(?P<unit>(?:minute|hour|day|night|week|weekend|month|quarter|year|decade)s?)\b(?! of (?!age\b))",
        _past_units,
        needs="UNIT last|past|next|coming|previous|preceding|following",
    ),
    rule(
        "past_units.one",
        r"\b(?P<which>(?:the |this )?past|(?:the )?coming) "
        r"(?P<unit>(?:day|week|month|year|decade)s?|century|centuries)\b",
        _past_units,
        needs="UNIT past|coming",
    ),
    rule(
        "past_units.one",
        r"\b(?:in|over|during|within|for) (?P<span>(?P<which>the (?:last|next)) "
        r"(?P<unit>(?:day|week|month|year|decade)s?|centuries))\b(?! of\b)",
        _past_units,
        needs="UNIT last|next",
        span="span",
    ),
)

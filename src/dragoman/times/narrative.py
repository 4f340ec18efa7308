"""Rules for times counted from the last date the text named: the previous day, that year, two weeks later."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.times import calendar
from dragoman.times.calendar import Unit
from dragoman.times.days import ONE_DAY
from dragoman.times.reading import (
    EVENT,
    NO_ANCHOR,
    OUT_OF_RANGE,
    UNDATED,
    VAGUE,
    Context,
    Reading,
    Rule,
    dated,
    named,
    retimed,
    rule,
    unknown,
    unresolved,
)
from dragoman.times.words import NUMBER, PART_VALUES, WEEKDAY, number_of, unit_of, weekday_number

STEPS = {
    "previous": -1,
    "preceding": -1,
    "before": -1,
    "following": 1,
    "next": 1,
    "after": 1,
    "afterward": 1,
    "afterwards": 1,
    "later": 1,
    "earlier": -1,
}

# An anchor may be at most so coarse for a unit: from "in 1998" there is no "next day".
FINENESS: dict[str, tuple[str, ...]] = {
    "day": ("day",),
    "week": ("day", "week"),
    "fortnight": ("day", "week"),
    "weekend": ("day", "week"),
    "month": ("day", "week", "month"),
    "quarter": ("day", "week", "month", "quarter"),
    "year": ("day", "week", "month", "quarter", "season", "year"),
    "decade": ("day", "week", "month", "quarter", "season", "year", "decade"),
}


def _from_anchor(unit: Unit, steps: float, context: Context) -> Reading:
    """The unit so many steps from the one that holds the anchor."""
    anchor = context.anchor
    if anchor is None or anchor.start is None or anchor.granularity not in FINENESS.get(unit, ()):
        return unknown(unit, UNDATED if context.today is None and anchor is None else NO_ANCHOR)
    found = calendar.shift(unit, anchor.start, steps)
    if found is None:
        return unknown(unit, OUT_OF_RANGE)
    pivot = anchor.start if steps == 0 and anchor.granularity != unit else None
    return replace(dated(calendar.containing(unit, found)), pivot=pivot)


def _step(match: re.Match[str]) -> int:
    return STEPS.get(named(match, "which") or "", 0)


def _unit(match: re.Match[str], context: Context) -> Reading:
    return _from_anchor(unit_of(match["unit"]), _step(match), context)


def _the_unit(match: re.Match[str], context: Context) -> Reading:
    """For "the end of the year": of the year the past is told of, else of this one."""
    unit = unit_of(match["unit"])
    told = _from_anchor(unit, 0, context)
    if context.today is None or (told.start is not None and context.direction == "past"):
        return told
    return replace(dated(calendar.containing(unit, context.today)), pivot=context.today)


def _part(match: re.Match[str], context: Context) -> Reading:
    return retimed(_from_anchor("day", _step(match), context), PART_VALUES[match["part"].lower()])


def _weekday(match: re.Match[str], context: Context) -> Reading:
    number, anchor = weekday_number(match["weekday"]), context.anchor
    if anchor is None or anchor.start is None or anchor.granularity != "day":
        return unresolved(f"XXXX-WXX-{number + 1}", NO_ANCHOR)
    step = _step(match) or 1
    ahead = (number - anchor.start.weekday()) % 7 if step > 0 else -((anchor.start.weekday() - number) % 7)
    return dated(calendar.day(anchor.start + ONE_DAY * (ahead or 7 * step)))


def _counted(match: re.Match[str], context: Context) -> Reading:
    """For "three days later", "a year earlier"; hours and minutes later change no date."""
    unit, number = unit_of(match["unit"]), number_of(match["number"])
    if number is None:
        return unresolved("XXXX-XX-XX", VAGUE)
    if unit in ("hour", "minute", "second"):
        return _from_anchor("day", 0, context)
    if unit == "decade":
        return _from_anchor("year", 10 * number * _step(match), context)
    return _from_anchor(unit, number * _step(match), context)


def _year_before(match: re.Match[str], context: Context) -> Reading:
    """For "the same month last year": the anchor's month a year before; "period" is whatever the anchor was."""
    word, anchor = match["unit"].lower(), context.anchor
    unit = unit_of(anchor.granularity if word == "period" and anchor and anchor.granularity in FINENESS else word)
    if anchor is None or anchor.start is None or anchor.granularity not in FINENESS.get(unit, ()):
        return unknown(unit, NO_ANCHOR)
    found = calendar.shift("year", anchor.start, -1)
    return dated(calendar.containing(unit, found)) if found else unknown(unit, OUT_OF_RANGE)


_UNITS = r"(?P<unit>day|weekend|week|month|quarter|year|decade)"

# "Two months before" at the end of a clause counts from what was told; before a noun it counts from that.
_CLAUSE_END = r"[.,;:)]|$| (?:and|but)\b"
_PARTS = r"(?P<part>morning|afternoon|evening|night)"

NARRATIVE_RULES: tuple[Rule, ...] = (
    rule("narrative", rf"\bthe (?P<which>previous|preceding|following|next) {_UNITS}\b(?!-)", _unit, needs="UNIT the"),
    rule(
        "narrative", rf"\b(?:on |in )?(?:the|that|this) (?P<which>same|very same) {_UNITS}\b(?!-)", _unit, needs="same"
    ),
    rule("narrative", rf"\b(?P<which>that) {_UNITS}\b(?!-)", _unit, needs="UNIT that"),
    rule(
        "narrative",
        rf"\bthe {_UNITS} (?P<which>before|after|earlier)(?={_CLAUSE_END}| (?:in|at|on|by|with|when|as)\b)",
        _unit,
        needs="UNIT before|after|earlier",
    ),
    rule(
        "narrative.the",
        r"\b(?:end|beginning|start|middle|close|rest|remainder|early|late|later|earlier)(?: of| in) "
        rf"(?P<span>the {_UNITS})\b",
        _the_unit,
        needs="UNIT end|beginning|start|middle|close|rest|remainder|early|late|later|earlier",
        span="span",
    ),
    rule("narrative.the", r"\b(?P<unit>year)(?:-end\b|'s end\b)", _the_unit, needs="year end"),
    rule(
        "anchored.event",
        # "later in the day before leaving" has no "the day before".
        r"(?<!\bin\s)\bthe (?P<unit>day|week|weekend|month|year) (?:before|after)\b",
        lambda match, _context: unknown(unit_of(match["unit"]), EVENT),
        needs="UNIT before|after",
    ),
    rule("narrative.part", rf"\bthe (?P<which>next|following|previous|same) {_PARTS}\b", _part, needs="PART the"),
    rule("narrative.part", rf"\bthat(?: same)? {_PARTS}\b", _part, needs="PART that"),
    rule(
        "narrative.weekday",
        rf"\bthe (?P<which>following|next|previous) (?P<weekday>{WEEKDAY})\b",
        _weekday,
        needs="WEEKDAY following|next|previous",
    ),
    rule(
        "narrative.counted",
        rf"\b(?:about |nearly |almost |just |only |some )?(?P<number>{NUMBER}) "
        r"(?P<unit>(?:minute|hour|day|week|fortnight|month|quarter|year|decade)s?) "
        rf"(?P<which>later|earlier|afterwards?|before(?={_CLAUSE_END}))\b",
        _counted,
        needs="UNIT later|earlier|afterward|afterwards|before",
    ),
    rule(
        "narrative.same_period",
        r"\bthe same (?P<unit>month|quarter|week|day|period) (?:last year|a year (?:ago|earlier|before)|of last year"
        r"|(?:of |in )?the (?:previous|year-earlier|prior) year)\b",
        _year_before,
        needs="same",
    ),
)

"""Rules for months, quarters, halves and seasons, with a year or without."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dragoman.times import calendar
from dragoman.times.reading import UNDATED, Context, Direction, Reading, Rule, dated, named, rule, unresolved
from dragoman.times.units import STEPS
from dragoman.times.which_year import OF_YEAR, YEAR_WORDS, names_year, why_no_year, year_beside
from dragoman.times.words import EXACT, MONTH, ORDINALS, SEASON, SEASONS, YEAR, compiled, month_number, number_of

_SINCE = compiled(r"\bsince (?:(?:early|late|mid)(?: |-))?$")
# A bare month so many months ahead is the coming one, even in the past tense ("spoke of a visit in September"): of the
# one ten or eleven months ago a report says "last September".
NEAR_MONTHS = 2

# "The last quarter of 2009"; without a year it is the one before this.
QUARTERS = ORDINALS | {"last": 4, "final": 4}


def _in_year(period: calendar.Period, match: re.Match[str]) -> Reading:
    return dated(period, "relative" if named(match, "year_words") else "explicit")


def nearest_month(number: int, today: date, direction: Direction | None, *, near: int = NEAR_MONTHS) -> calendar.Period:
    """The last such month begun, or the next one where the tense points forward or it is at most `near` months off."""
    behind, ahead = (today.month - number) % 12, (number - today.month) % 12
    forward = direction == "future" or ahead <= near
    total = today.year * 12 + today.month - 1 + (ahead if forward else -behind)
    return calendar.month(min(max(total // 12, 1), 9999), number)


def _month(match: re.Match[str], context: Context) -> Reading:
    number, which = month_number(match["month"]), named(match, "which")
    if context.today is None:
        return unresolved(f"XXXX-{number:02}", UNDATED)
    if which in ("last", "next"):
        # In October, "last October" is not this month.
        step = STEPS[which]
        today = calendar.shift("month", context.today, step) or context.today
        return dated(nearest_month(number, today, "past" if step < 0 else "future", near=0))
    if _SINCE.search(context.left):
        return dated(nearest_month(number, context.today, "past", near=0))
    return dated(nearest_month(number, context.today, context.direction))


def _month_of_year(match: re.Match[str], context: Context) -> Reading:
    number, year = month_number(match["month"]), year_beside(match, context)
    if year is None:
        return unresolved(f"XXXX-{number:02}", why_no_year(context))
    return _in_year(calendar.month(year, number), match)


def _quarter(match: re.Match[str], context: Context) -> Reading:
    ordinal, today = named(match, "ordinal"), context.today
    number = QUARTERS[ordinal] if ordinal else int(match["digit"])
    if names_year(match):
        year = year_beside(match, context)
        known = _in_year(calendar.quarter(year, number), match) if year is not None else None
        return known or unresolved(f"XXXX-Q{number}", why_no_year(context))
    if today is None:
        return unresolved(f"XXXX-Q{number}", UNDATED)
    this = calendar.quarter(today.year, number)
    if context.direction == "future":
        return dated(this if this.end >= today else calendar.quarter(today.year + 1, number))
    # Figures are told of a quarter that has ended.
    return dated(this if this.end < today else calendar.quarter(today.year - 1, number))


def _half(match: re.Match[str], context: Context) -> Reading:
    number, year = ORDINALS[match["ordinal"].lower()], year_beside(match, context)
    if year is None:
        return unresolved(f"XXXX-H{number}", why_no_year(context))
    return _in_year(calendar.half(year, number), match)


def _season(match: re.Match[str], context: Context) -> Reading:
    name, which, today = SEASONS[match["season"].lower()], named(match, "which"), context.today
    if names_year(match):
        year = year_beside(match, context)
        known = _in_year(calendar.season(year, name), match) if year is not None else None
        return known or unresolved(f"XXXX-{name}", why_no_year(context))
    if today is None or not 2 < today.year < 9997:
        return unresolved(f"XXXX-{name}", UNDATED)
    around = [calendar.season(today.year + step, name) for step in (-2, -1, 0, 1)]
    behind, ahead = [s for s in around if s.start <= today][-1], next(s for s in around if s.end >= today)
    if which == "last":
        return dated(next(s for s in reversed(around) if s.end < today))
    if which == "next":
        return dated(next(s for s in around if s.start > today))
    if which is None or context.direction in ("past", "future"):
        return dated(ahead if context.direction == "future" else behind)
    # "This winter", said in March without a tense, is the one just over.
    return dated(behind if (today - behind.end) < (ahead.start - today) else ahead)


def _week_of_month(match: re.Match[str], context: Context) -> Reading:
    """For "the last week of March": the week of Monday to Sunday that has most of those seven days."""
    inner = _month_of_year(match, context) if names_year(match) else _month(match, context)
    if inner.start is None or inner.end is None:
        return unresolved("XXXX-WXX", inner.reason or UNDATED)
    nth = ORDINALS.get(match["nth"].lower())
    middle = inner.end - timedelta(days=3) if nth is None else inner.start + timedelta(days=7 * nth - 4)
    return dated(calendar.week(middle), inner.basis)


def _months_of_year(match: re.Match[str], context: Context) -> Reading | None:
    """For "the first nine months" of a year: how long, and which months."""
    number, year = number_of(match["number"]), year_beside(match, context)
    if number is None or not 1 <= number <= 12 or number % 1:
        return None
    value = f"P{int(number)}M"
    if year is None:
        return unresolved(value, why_no_year(context), "DURATION")
    first = 1 if match["nth"].lower() == "first" else 13 - int(number)
    whole = calendar.months(year, first, int(number), value, "unknown")
    return replace(_in_year(whole, match), type="DURATION")


# A bare "may" or "march" is usually a verb or a surname: those need a word beside them that asks for a month.
_PLAIN = (
    r"(?P<month>(?:January|February|April|June|July|August|September|October|November|December)\b"
    r"|(?-i:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.)(?! \d|, \d{4})"
)
_VERBLIKE = r"(?P<month>May|March)\b(?! \d|, \d{4})"
_BEFORE_MONTH = (
    r"(?:in|since|by|of|until|till|before|after|during|for|from|between|early|late|mid|last|this|next|and|to)"
)
MONTH_RULES: tuple[Rule, ...] = (
    rule("month", rf"\b(?:(?P<which>last|this|next) )?{_PLAIN}", _month, needs="MONTH"),
    rule("month.verblike", rf"\b(?P<which>last|this|next) (?-i:{_VERBLIKE})", _month, needs="may|march"),
    rule("month.lower", rf"\b(?P<which>last|next) {_VERBLIKE}", _month, needs="may|march"),
    rule(
        "month.verblike",
        rf"\b{_BEFORE_MONTH}(?: |-)(?P<span>(?-i:{_VERBLIKE}))",
        _month,
        needs="may|march",
        span="span",
    ),
    rule("month.verblike", rf"\b{MONTH}(?:-| or )(?P<span>(?-i:{_VERBLIKE}))", _month, needs="may|march", span="span"),
    rule(
        "month.verblike",
        rf"\b(?P<span>(?-i:{_VERBLIKE}))(?=-{MONTH}| to {MONTH})",
        _month,
        needs="may|march",
        span="span",
    ),
    rule(
        "month.lower",
        rf"\b(?:in|since|until|during) (?P<span>{_VERBLIKE})(?! be\b)",
        _month,
        needs="may|march",
        span="span",
    ),
    rule(
        "month.verblike",
        rf"\b(?:the|a|an|its|their|'s) (?P<span>(?-i:{_VERBLIKE}))(?= [a-z]+)",
        _month,
        needs="may|march",
        span="span",
    ),
    rule("month_year", rf"\b(?P<month>{MONTH}){OF_YEAR}", _month_of_year, needs="MONTH"),
)

PART_OF_YEAR_RULES: tuple[Rule, ...] = (
    rule(
        "quarter",
        rf"\b(?:the |its |their )?(?P<ordinal>{'|'.join(ORDINALS)})(?: |-)quarter\b{OF_YEAR}?",
        _quarter,
        needs="quarter",
    ),
    rule("quarter", rf"\b(?:the )?(?P<ordinal>last|final) quarter{OF_YEAR}", _quarter, needs="quarter"),
    rule("quarter", rf"\b(?-i:Q)(?P<digit>[1-4])\b{OF_YEAR}?", _quarter, needs="q"),
    rule("half", rf"\b(?:the )?(?P<ordinal>first|second) half{OF_YEAR}", _half, needs="half"),
    rule("season", rf"\b(?:the )?(?P<season>{SEASON}){OF_YEAR}", _season, needs="SEASON"),
    rule(
        "season",
        rf"\b(?P<which>last|this coming|this|next|the coming) (?P<season>{SEASON})\b",
        _season,
        needs="SEASON",
    ),
    rule(
        "season.bare",
        rf"\b(?:in|during|by|since|until|through)(?: the)? (?:(?:early|late|mid)(?: |-))?"
        rf"(?P<season>{SEASON})\b(?! of\b)",
        _season,
        needs="SEASON",
        span="season",
    ),
    rule(
        "season.bare",
        rf"\b(?:early|late|mid)(?: |-)(?P<season>{SEASON})\b(?! of\b)",
        _season,
        needs="SEASON",
        span="season",
    ),
    rule(
        "week_of_month",
        rf"\bthe (?P<nth>first|second|third|fourth|last|final)(?: full)? week (?:of|in) "
        rf"(?P<month>{MONTH})(?:{OF_YEAR})?",
        _week_of_month,
        needs="week MONTH",
    ),
    rule(
        "months_of_year",
        rf"\bthe (?P<nth>first|last|final) (?P<number>{EXACT}) months(?= of (?:(?P<year>{YEAR})|{YEAR_WORDS}))",
        _months_of_year,
        needs="months",
    ),
)

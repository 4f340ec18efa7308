"""Rules for months, quarters, halves and seasons, with a year or without."""

from __future__ import annotations

import re
from datetime import date

from dragoman.times import calendar
from dragoman.times.days import two_digit_year
from dragoman.times.reading import UNDATED, Context, Direction, Reading, Rule, dated, named, rule, unresolved
from dragoman.times.units import STEPS
from dragoman.times.words import MONTH, ORDINALS, SEASON, SEASONS, YEAR, compiled, month_number

_SINCE = compiled(r"\bsince (?:(?:early|late|mid)(?: |-))?$")
# A bare month so many months ahead is the coming one, even in the past tense ("spoke of a visit in September"): of the
# one ten or eleven months ago a report says "last September".
NEAR_MONTHS = 2


def year_beside(match: re.Match[str], context: Context) -> int | None:
    """The year that "1998", "'98", "of last year" or "of the year" beside a month, quarter or season names."""
    year, short, words = named(match, "year"), named(match, "short"), named(match, "year_words")
    if year is not None:
        return int(year)
    if short is not None:
        return two_digit_year(short, context.today)
    if words is None or context.today is None:
        return None
    return context.today.year + STEPS.get(words.split()[0], 0)


def _in_year(period: calendar.Period, match: re.Match[str]) -> Reading:
    return dated(period, "relative" if named(match, "year_words") else "explicit")


def nearest_month(number: int, today: date, direction: Direction | None, *, near: int = NEAR_MONTHS) -> calendar.Period:
    """The last such month begun, or the next one where the tense points forward or it is at most `near` months off."""
    behind, ahead = (today.month - number) % 12, (number - today.month) % 12
    forward = direction == "future" or ahead <= near
    total = today.year * 12 + today.month - 1 + (ahead if forward else -behind)
    return calendar.month(min(max(total // 12, 1), 9999), number)


def _month(match: re.Match[str], context: Context) -> Reading | None:
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
    return unresolved(f"XXXX-{number:02}", UNDATED) if year is None else _in_year(calendar.month(year, number), match)


def _quarter(match: re.Match[str], context: Context) -> Reading:
    number = ORDINALS.get(named(match, "ordinal") or "") or int(match["digit"])
    year, today = year_beside(match, context), context.today
    if year is not None:
        return _in_year(calendar.quarter(year, number), match)
    if today is None:
        return unresolved(f"XXXX-Q{number}", UNDATED)
    this = calendar.quarter(today.year, number)
    if context.direction == "future":
        return dated(this if this.end >= today else calendar.quarter(today.year + 1, number))
    # Figures are told of a quarter that has ended.
    return dated(this if this.end < today else calendar.quarter(today.year - 1, number))


def _half(match: re.Match[str], context: Context) -> Reading:
    number, year = ORDINALS[match["ordinal"].lower()], year_beside(match, context)
    return unresolved(f"XXXX-H{number}", UNDATED) if year is None else _in_year(calendar.half(year, number), match)


def _season(match: re.Match[str], context: Context) -> Reading:
    name, which = SEASONS[match["season"].lower()], named(match, "which")
    year, today = year_beside(match, context), context.today
    if year is not None:
        return _in_year(calendar.season(year, name), match)
    if today is None or not 2 < today.year < 9997:
        return unresolved(f"XXXX-{name}", UNDATED)
    around = [calendar.season(today.year + step, name) for step in (-2, -1, 0, 1)]
    if which == "last":
        return dated(next(s for s in reversed(around) if s.end < today))
    if which == "next":
        return dated(next(s for s in around if s.start > today))
    forward = context.direction == "future" or (which is not None and context.direction != "past")
    return dated(
        next(s for s in around if s.end >= today) if forward else next(s for s in reversed(around) if s.start <= today)
    )


_YEAR_WORDS = r"(?P<year_words>(?:last|this|next) year|the year)"
# A bare "may" or "march" is usually a verb or a surname: those need a word beside them that asks for a month.
_PLAIN = (
    r"(?P<month>(?:January|February|April|June|July|August|September|October|November|December)\b"
    r"|(?-i:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.)(?! \d|, \d{4})"
)
_VERBLIKE = r"(?P<month>May|March)\b(?! \d|, \d{4})"
_BEFORE_MONTH = (
    r"(?:in|since|by|of|until|till|before|after|during|for|from|between|early|late|mid|last|this|next|and|to)"
)
_QUARTER_OF = rf"(?:,? (?:of )?(?:(?P<year>{YEAR})|{_YEAR_WORDS}))?"
_OF_YEAR = rf"(?:(?P<year>{YEAR})|'(?P<short>\d\d)\b|{_YEAR_WORDS})"

MONTH_RULES: tuple[Rule, ...] = (
    rule("month", rf"\b(?:(?P<which>last|this|next) )?{_PLAIN}", _month),
    rule("month.verblike", rf"\b(?P<which>last|this|next) (?-i:{_VERBLIKE})", _month),
    rule("month.lower", rf"\b(?P<which>last|next) {_VERBLIKE}", _month),
    rule("month.verblike", rf"\b{_BEFORE_MONTH}(?: |-)(?P<span>(?-i:{_VERBLIKE}))", _month, span="span"),
    rule("month.verblike", rf"\b{MONTH}(?:-| or )(?P<span>(?-i:{_VERBLIKE}))", _month, span="span"),
    rule("month.lower", rf"\b(?:in|since|until|during) (?P<span>{_VERBLIKE})(?! be\b)", _month, span="span"),
    rule(
        "month.verblike",
        rf"\b(?:the|a|an|its|their|'s) (?P<span>(?-i:{_VERBLIKE}))(?= [a-z]+)",
        _month,
        span="span",
    ),
    rule("month_year", rf"\b(?P<month>{MONTH})(?:,| of|, of)? {_OF_YEAR}", _month_of_year),
    rule("month_year", rf"\b(?P<month>{MONTH}) '(?P<short>\d\d)\b", _month_of_year),
)

PART_OF_YEAR_RULES: tuple[Rule, ...] = (
    rule(
        "quarter",
        rf"\b(?:the |its |their )?(?P<ordinal>{'|'.join(ORDINALS)})(?: |-)quarter\b{_QUARTER_OF}",
        _quarter,
    ),
    rule("quarter", rf"\b(?-i:Q)(?P<digit>[1-4])\b{_QUARTER_OF}", _quarter),
    rule("half", rf"\b(?:the )?(?P<ordinal>first|second) half (?:of )?(?:(?P<year>{YEAR})|{_YEAR_WORDS})", _half),
    rule("season", rf"\b(?:the )?(?P<season>{SEASON})(?: of|,)? {_OF_YEAR}", _season),
    rule("season", rf"\b(?P<which>last|this coming|this|next|the coming) (?P<season>{SEASON})\b", _season),
    rule(
        "season.bare",
        rf"\b(?:in|during|by|since|until|through)(?: the)? (?:(?:early|late|mid)(?: |-))?"
        rf"(?P<season>{SEASON})\b(?! of\b)",
        _season,
        span="season",
    ),
    rule("season.bare", rf"\b(?:early|late|mid)(?: |-)(?P<season>{SEASON})\b(?! of\b)", _season, span="season"),
)

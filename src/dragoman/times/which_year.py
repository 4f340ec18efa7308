"""The year beside a month, a day or a season: "1998", "'98", "last year", "of that year", "two years ago"."""

from __future__ import annotations

import re
from datetime import date

from dragoman.times.reading import NO_ANCHOR, UNDATED, Context, named
from dragoman.times.words import EXACT, YEAR, number_of

_COUNTED = rf"(?:{EXACT}|an?) years? (?:ago|earlier|later)"
YEAR_WORDS = (
    r"(?P<year_words>(?:last|this|next|that|(?:that|the) same|the (?:following|next|previous|preceding)) year\b"
    rf"|the year(?: before| after)?\b(?!')|{_COUNTED}\b)"
)
# Behind a day, month, quarter or season, with what joins them.
OF_YEAR = rf"(?:(?:,| of|, of)? (?:(?P<year>{YEAR})|{YEAR_WORDS})|,? (?P<short>'\d\d)\b)"

_FROM_TODAY = {"last year": -1, "this year": 0, "next year": 1, "the year": 0}
_FROM_ANCHOR = {"previous": -1, "preceding": -1, "before": -1, "following": 1, "next": 1, "after": 1}


def two_digit_year(digits: str, today: date | None) -> int:
    """'98 is 1998: the century that puts the year at most five years after the report (undated: after 2029)."""
    limit = (today.year if today else 2024) + 5
    short = int(digits)
    return limit // 100 * 100 + short if limit // 100 * 100 + short <= limit else limit // 100 * 100 - 100 + short


def names_year(match: re.Match[str]) -> bool:
    """Whether the expression says which year it means, in figures or words."""
    return any(named(match, group) is not None for group in ("year", "short", "year_words"))


def year_beside(match: re.Match[str], context: Context) -> int | None:
    """The year an expression names; None where it names none, or counts from a date that is not known."""
    year, short, words = named(match, "year"), named(match, "short"), named(match, "year_words")
    if year is not None:
        return int(year)
    if short is not None:
        return two_digit_year(short[-2:], context.today)
    return _in_words(words, context) if words is not None else None


def why_no_year(context: Context) -> str:
    """The reason of an expression whose year could not be told."""
    return UNDATED if context.today is None else NO_ANCHOR


def _in_words(words: str, context: Context) -> int | None:
    """Years "ago", "last" and "next" count from today, "earlier", "later", "that" and "the next" from the anchor."""
    head, _, way = words.rpartition(" ")
    if way in ("ago", "earlier", "later"):
        number = number_of(head.rpartition(" ")[0])
        start = _start(context, narrative=way != "ago")
        return start + round(number or 0) * (1 if way == "later" else -1) if start is not None else None
    if words in _FROM_TODAY:
        start = _start(context, narrative=False)
        return start + _FROM_TODAY[words] if start is not None else None
    start = _start(context, narrative=True)
    step = next((_FROM_ANCHOR[word] for word in words.split() if word in _FROM_ANCHOR), 0)
    return start + step if start is not None else None


def _start(context: Context, *, narrative: bool) -> int | None:
    """The year to count from."""
    if not narrative:
        return context.today.year if context.today is not None else None
    anchor = context.anchor
    if anchor is None or anchor.start is None or anchor.granularity in ("decade", "unknown"):
        return None
    return anchor.start.year

"""What a rule is, what it is told, and what it answers."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from dragoman.model.layers import DateBasis, Granularity
from dragoman.times.calendar import Period, Unit
from dragoman.times.words import compiled, needed

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Direction = Literal["past", "present", "future"]

UNDATED = "undated"  # the report has no date, and the words are relative to it
NO_ANCHOR = "no anchor"  # relative to a date the text should have named before, and did not
EVENT = "anchored to an event"  # counts from a happening, not from a date
VAGUE = "vague"  # the words fix no calendar interval
AMBIGUOUS = "ambiguous"  # two calendar readings, and nothing decides
NOT_COMPUTED = "not computed"  # a feast of a calendar we do not compute
OUT_OF_RANGE = "out of range"  # before year 1 or after year 9998

# The value of a date that could not be resolved, by the unit it is known to have.
UNKNOWN_VALUE: dict[Unit, str] = {
    "week": "XXXX-WXX",
    "fortnight": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """The meaning of one expression; the fields are those of `TimeMention`.

    `pivot` is where "earlier" and "later" divide the interval of narrative time: the date it was counted from.
    """

    type: TimexType
    value: str
    start: date | None = None
    end: date | None = None
    granularity: Granularity = "unknown"
    basis: DateBasis = "explicit"
    reason: str | None = None
    pivot: date | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What the words around an expression say.

    `today` is the day the report speaks from (None: undated), `direction` the tense it stands in, `anchor` the last
    date the text named before, `day` a day named in the same sentence, `left` the normalised words before the
    expression, and `head` what a continuation continues ("25" after "April 24 and").
    """

    today: date | None = None
    direction: Direction | None = None
    anchor: Reading | None = None
    day: date | None = None
    left: str = ""
    head: Reading | None = None


Resolve = Callable[["re.Match[str]", Context], Reading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One form of a class of expressions. `resolve` answers None where the match is no time after all.

    `needs` says which words a sentence must have for the pattern to match at all: most sentences have them for few
    rules, and the others are not tried. `span` names the group that is the expression, where the pattern needs words
    around it to be sure. `tail` is tried right behind a match, again and again.
    """

    name: str
    pattern: re.Pattern[str]
    resolve: Resolve
    needs: tuple[frozenset[str], ...] = ()
    span: str | int = 0
    tail: Rule | None = None


def rule(
    name: str, pattern: str, resolve: Resolve, *, needs: str = "", span: str | int = 0, tail: Rule | None = None
) -> Rule:
    """A rule from a pattern in the notation of `words.compiled` and needs in that of `words.needed`."""
    return Rule(name, compiled(pattern), resolve, needed(needs), span, tail)


def named(match: re.Match[str], group: str) -> str | None:
    """The group in lower case with single blanks; None where it is empty or this pattern has no such group."""
    found = match[group] if group in match.re.groupindex else None
    return " ".join(found.lower().split()) if found is not None else None


def read(rules: tuple[Rule, ...], text: str, context: Context) -> Reading | None:
    """What the first rule that matches the whole of `text` says: for an expression inside another."""
    for candidate in rules:
        match = candidate.pattern.fullmatch(text)
        if match is not None:
            reading = candidate.resolve(match, context)
            if reading is not None:
                return reading
    return None


def dated(period: Period, basis: DateBasis = "relative", kind: TimexType = "DATE") -> Reading:
    """A reading for a period of the calendar."""
    return Reading(kind, period.value, period.start, period.end, period.granularity, basis)


def unresolved(value: str, reason: str, kind: TimexType = "DATE") -> Reading:
    """A reading without interval; the value says what is known of it."""
    return Reading(kind, value, basis="relative", reason=reason)


def unknown(unit: Unit, reason: str) -> Reading:
    """An unresolved date of a known unit: XXXX-WXX for a week."""
    return unresolved(UNKNOWN_VALUE.get(unit, "XXXX-XX-XX"), reason)


def retimed(reading: Reading, suffix: str) -> Reading:
    """The reading of a day with a time of day behind it: 1999-03-12 and TMO give 1999-03-12TMO."""
    return replace(reading, type="TIME", value=reading.value + suffix)

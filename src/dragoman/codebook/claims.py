"""What an example expects: one claim a line, read from the short form that docs/codebook/index.md defines."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import get_args

from dragoman.errors import UsageError
from dragoman.lexicon.schema import MODES
from dragoman.model.event import Auxiliary, Category
from dragoman.model.fact import Predicate

_CATEGORIES: tuple[Category, ...] = get_args(Category)
_PREDICATES: tuple[Predicate, ...] = get_args(Predicate)
_AUXILIARY: tuple[Auxiliary, ...] = get_args(Auxiliary)
_PARTY = re.compile(r'(?:"(?P<name>[^"]+)")?\s*(?P<code>[A-Z]{3}|\?)?\s*(?P<sector>[A-Z]{3})?$')
_DAYS = re.compile(r"(\d{4}-\d{2}-\d{2})(?:\.\.(\d{4}-\d{2}-\d{2}))?$")
_FACT = re.compile(rf"(?P<subject>.+?) (?P<predicate>{'|'.join(_PREDICATES)}) (?P<object>.+)$")
_QUOTE = re.compile(r'"(?P<text>.+)" by (?P<speaker>.+)$')
_VALUE = re.compile(r'"(?P<words>[^"]+)" = (?P<value>.+)$')


@dataclass(frozen=True, slots=True)
class PartyClaim:
    """A participant; None is not asked, `code` "?" asks for an unknown country."""

    name: str | None
    code: str | None
    sector: str | None


@dataclass(frozen=True, slots=True)
class EventClaim:
    """One event; fields that are None are not asked, empty ones ask for nothing there."""

    category: Category
    mode: tuple[str, ...] | None = None
    actor: tuple[PartyClaim, ...] | None = None
    recipient: tuple[PartyClaim, ...] | None = None
    date: str | None = None
    about: str | None = None
    place: str | None = None
    source: str | None = None
    trigger: str | None = None
    auxiliary: tuple[str, ...] | None = None
    context: tuple[str, ...] | None = None
    extent: str | None = None
    dead: str | None = None
    injured: str | None = None
    arrested: str | None = None


@dataclass(frozen=True, slots=True)
class FactClaim:
    """A standing relation, or with `absent` one that may not come out."""

    subject: str
    predicate: str
    object: str
    polarity: bool
    absent: bool = False


@dataclass(frozen=True, slots=True)
class QuoteClaim:
    """A quotation with its speaker ("nobody" where none may be named)."""

    text: str
    speaker: str


@dataclass(frozen=True, slots=True)
class ValueClaim:
    """The value of some words: of a time (TIMEX3), a place (country or GeoNames id) or a mention (full name)."""

    layer: str
    words: str
    value: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """No event may come out."""


Claim = EventClaim | FactClaim | QuoteClaim | ValueClaim | Nothing


def read_claim(line: str) -> Claim:
    """The claim that a line states; UsageError says what is wrong with it."""
    if line == "nothing":
        return Nothing()
    kind, colon, rest = line.partition(": ")
    if colon and kind in _READERS:
        return _READERS[kind](rest.strip())
    return _event(line)


def _event(line: str) -> EventClaim:
    head, *fields = [part.strip() for part in line.split(";")]
    category, *mode = head.split()
    if category not in _CATEGORIES:
        raise UsageError(f"{line!r} starts with no category, `nothing`, or one of {', '.join(_READERS)} and a colon")
    found = next(c for c in _CATEGORIES if c == category)
    if wrong := set(mode) - MODES[found] - {"none"}:
        raise UsageError(f"{found} has no mode {', '.join(sorted(wrong))}")
    values: dict[str, object] = {}
    for field in fields:
        name, colon, value = field.partition(":")
        if not colon or name not in _FIELDS or name in values:
            raise UsageError(f"{field!r} is not one of {', '.join(_FIELDS)} with a colon, or stands twice")
        values[name] = _FIELDS[name](value.strip())
    asked = None if not mode else tuple(m for m in mode if m != "none")
    return EventClaim(found, asked, **values)  # type: ignore[arg-type]  # the readers give each field its type


def _parties(value: str) -> tuple[PartyClaim, ...]:
    return () if value == "nobody" else tuple(_party(part.strip()) for part in value.split(","))


def _party(part: str) -> PartyClaim:
    found = _PARTY.match(part)
    if not found or not part:
        raise UsageError(f'{part!r} is no participant; write "name" CODE SECTOR, any of them')
    return PartyClaim(found["name"], found["code"], found["sector"])


def _days(value: str) -> str:
    if value != "none" and not _DAYS.match(value):
        raise UsageError(f"{value!r} is no date; write 2020-01-31, 2020-01-01..2020-01-31 or none")
    return value


def _words(value: str) -> tuple[str, ...]:
    return () if value == "none" else tuple(word.strip() for word in value.split(","))


def _auxiliary(value: str) -> tuple[str, ...]:
    words = _words(value)
    if wrong := set(words) - set(_AUXILIARY):
        raise UsageError(f"there is no auxiliary mode {', '.join(sorted(wrong))}")
    return words


_FIELDS: dict[str, Callable[[str], object]] = {
    "actor": _parties,
    "recipient": _parties,
    "date": _days,
    "about": _days,
    "place": str,
    "source": str,
    "trigger": str,
    "auxiliary": _auxiliary,
    "context": _words,
    "extent": str,
    "dead": str,
    "injured": str,
    "arrested": str,
}


def _fact(rest: str, *, polarity: bool = True, absent: bool = False) -> FactClaim:
    found = _FACT.match(rest)
    if not found:
        raise UsageError(f"{rest!r} is no fact; write SUBJECT predicate OBJECT, with one of {', '.join(_PREDICATES)}")
    return FactClaim(found["subject"], found["predicate"], found["object"], polarity, absent)


def _quote(rest: str) -> QuoteClaim:
    found = _QUOTE.match(rest)
    if not found:
        raise UsageError(f'{rest!r} is no quotation; write "words" by SPEAKER, or by nobody')
    return QuoteClaim(found["text"], found["speaker"])


def _value(layer: str) -> Callable[[str], ValueClaim]:
    def read(rest: str) -> ValueClaim:
        found = _VALUE.match(rest)
        if not found:
            raise UsageError(f'{rest!r} should be "words" = value, or "words" = none')
        return ValueClaim(layer, found["words"], found["value"])

    return read


_READERS: dict[str, Callable[[str], Claim]] = {
    "fact": _fact,
    "not fact": lambda rest: _fact(rest, polarity=False),
    "no fact": lambda rest: _fact(rest, absent=True),
    "quote": _quote,
    "time": _value("time"),
    "place": _value("place"),
    "name": _value("name"),
}

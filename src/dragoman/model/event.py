"""An event as one report tells it, every field beside the words it came from (RECORD.md, `events`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dragoman.model.actor import Reference
from dragoman.model.span import Span

Category = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
Auxiliary = Literal["historical", "future", "hypothetical", "negation"]
Granularity = Literal["day", "week", "month", "quarter", "season", "year", "decade", "unknown"]
DateBasis = Literal["explicit", "relative", "publication", "inferred"]
CountKind = Literal["dead", "injured", "arrested"]
CountScope = Literal["event", "cumulative", "several_events"]
Stance = Literal["asserts", "denies", "claims_responsibility", "unconfirmed"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source inside the text that claims the event."""

    span: Span
    name: str
    entity: str | None = None
    stance: Stance = "asserts"


@dataclass(frozen=True, slots=True)
class EventDate:
    """When: inclusive days with how fine and on what ground; all None where the text gives no hold."""

    start: date | None = None
    end: date | None = None
    granularity: Granularity = "unknown"
    basis: DateBasis = "inferred"
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class EventPlace:
    """Where: index of a place in the report's place layer."""

    place: int


@dataclass(frozen=True, slots=True)
class About:
    """The promised, demanded or threatened act of AGREE, CONCEDE, REQUEST, THREATEN."""

    event: Category | None
    when: EventDate
    span: Span


@dataclass(frozen=True, slots=True)
class Count:
    """How many people, with the range that the text allows; `scope` tells sums over more than the event."""

    best: int
    low: int
    high: int
    scope: CountScope
    span: Span


@dataclass(frozen=True, slots=True)
class EventMention:
    """One happening in one report. `features` are the named values that gave `confidence`."""

    event: Category
    mode: tuple[str, ...]
    context: tuple[str, ...]
    auxiliary: tuple[Auxiliary, ...]
    extent: Literal["event", "campaign"]
    actor: tuple[Reference, ...]
    recipient: tuple[Reference, ...]
    trigger: Span
    sentence: Span
    also: tuple[Span, ...]
    when: EventDate
    where: EventPlace | None
    attribution: tuple[Attribution, ...]
    rules: tuple[str, ...]
    features: tuple[tuple[str, float], ...]
    confidence: float
    about: About | None = None
    field_confidence: tuple[tuple[str, float], ...] = ()
    size: tuple[tuple[CountKind, Count], ...] = ()

"""What is learnt about a report: one frozen layer per step, each beside the text and never an edit of it.

Steps read `Layers` and return one new layer. A layer that has not been made yet is None, and the pipeline checks
before running that every step finds what it needs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from dragoman.model.actor import Entity, Reference, Resolution
from dragoman.model.document import Document
from dragoman.model.event import Attribution, DateBasis, EventMention, Granularity
from dragoman.model.fact import FactMention, ObjectEntity
from dragoman.model.reason import Skipped
from dragoman.model.span import Span
from dragoman.model.tree import Tree

NameKind = Literal[
    "state", "organization", "armed_group", "military_unit", "person", "place", "agreement", "exercise", "population"
]
NameForm = Literal["name", "adjective", "demonym", "capital"]


@dataclass(frozen=True, slots=True)
class KnownName:
    """One surface form of something the knowledge base knows.

    `form` tells "France" (name), "French" (adjective), "Frenchmen" (demonym) and "Paris" (capital) apart; `entity`
    is the canonical name. `code` and `sector` are PLOVER's; `former` is ISO 3166-3 for a state that is gone.
    """

    surface: str
    entity: str
    kind: NameKind
    form: NameForm
    code: str | None
    sector: str | None
    other_sectors: tuple[str, ...] = ()
    former: str | None = None
    wikidata_id: str | None = None
    office: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text: found by the tagger (`label`, OntoNotes), by the knowledge base (`known`), or by both.

    `first` and `last` are the token indices in its sentence, inclusive.
    """

    span: Span
    sentence: int
    first: int
    last: int
    label: str
    known: KnownName | None = None

    @property
    def is_person(self) -> bool:
        """Whether the name is a person's; what the knowledge base says goes before the tagger's label."""
        return self.known.kind == "person" if self.known is not None else self.label == "PERSON"


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A temporal expression with its TIMEX3 value and the interval it denotes.

    `start` and `end` are inclusive days, both None where the value fixes none (durations, sets, vague references,
    or `reason` says why it stays unresolved).
    """

    span: Span
    sentence: int
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    start: date | None = None
    end: date | None = None
    granularity: Granularity = "unknown"
    basis: DateBasis = "explicit"
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A toponym and what it was resolved to; every resolved field is None where the resolver abstained.

    `resolution` is PLOVER's: 1 country, 2 first-level division or wider region, 3 district, 4 city, 5 below city.
    `adjectival` marks demonyms ("Israeli"), `acting` a capital that stands for its government; neither is where
    something happened. `rule` names the rule and features that decided.
    """

    span: Span
    sentence: int
    name: str | None = None
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    city: str | None = None
    province: str | None = None
    country: str | None = None
    country_code: str | None = None
    feature_code: str | None = None
    resolution: int | None = None
    adjectival: bool = False
    acting: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Speech in the text. `span` is without quotation marks; `speaker` is the nearest words that name the speaker.

    `head` is the position (sentence index, token index) of the speaker's head noun, so that the actors' room can
    say who it is; None where nobody is named.
    """

    span: Span
    kind: Literal["direct", "mixed", "indirect"]
    speaker: Span | None = None
    head: tuple[int, int] | None = None
    cue: Span | None = None
    addressee: Span | None = None
    stance: Literal["asserts", "denies", "claims_responsibility", "unconfirmed"] = "asserts"


@dataclass(frozen=True, slots=True)
class ActorLayer:
    """Who the report speaks of: its entities, and for noun heads (sentence, token) what they refer to.

    A head that refers to a group has one reference per member. `home` is the country the report is chiefly about,
    which bare nouns ("the police") belong to where nothing nearer says otherwise. `resolutions` tell, in text order,
    what else words could have meant that name nobody in full.
    """

    entities: tuple[Entity, ...] = ()
    references: dict[tuple[int, int], tuple[Reference, ...]] = field(default_factory=dict)
    home: str | None = None
    resolutions: tuple[Resolution, ...] = ()


@dataclass(frozen=True, slots=True)
class Warning:
    """Something a reader of the record must know; `kind` is from RECORD.md's list."""

    kind: str
    message: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class EventLayer:
    """The events of a report, why other sentences gave none, and where the report contradicts itself."""

    events: tuple[EventMention, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[Warning, ...] = ()


@dataclass(frozen=True, slots=True)
class FactLayer:
    """The standing relations that a report states, what they are about, and where these exclude each other.

    `objects` are agreements, exercises, missions, offices and units: entities beside those of the actors' room, or in
    the place of one with the same id.
    """

    facts: tuple[FactMention, ...] = ()
    objects: tuple[ObjectEntity, ...] = ()
    warnings: tuple[Warning, ...] = ()


@dataclass(frozen=True, slots=True)
class Layers:
    """A document and what has been learnt about it so far."""

    document: Document
    trees: tuple[Tree, ...] | None = None
    mentions: tuple[Mention, ...] | None = None
    times: tuple[TimeMention, ...] | None = None
    places: tuple[PlaceMention, ...] | None = None
    quotes: tuple[Quote, ...] | None = None
    actors: ActorLayer | None = None
    coding: EventLayer | None = None
    facts: FactLayer | None = None


__all__ = [
    "ActorLayer",
    "Attribution",
    "DateBasis",
    "EventLayer",
    "FactLayer",
    "Granularity",
    "KnownName",
    "Layers",
    "Mention",
    "PlaceMention",
    "Quote",
    "TimeMention",
    "Warning",
]

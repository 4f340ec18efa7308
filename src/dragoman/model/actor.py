"""Who takes part: entities of a report and the words that refer to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.model.span import Span

EntityType = Literal[
    "person",
    "state",
    "organization",
    "armed_group",
    "military_unit",
    "place",
    "facility",
    "agreement",
    "exercise",
    "population",
    "office",
]
Asked = Literal["name", "rank", "office", "nominal", "group"]
"""What sort of words ask who is meant: a short name, "the major", "the minister", "the rebels", "both countries"."""
Via = Literal["explicit", "coreference", "group", "implicit"]


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something the report speaks of; `id` ("E1") counts within the report, in text order."""

    id: str
    name: str
    type: EntityType
    code: str | None = None
    sector: str | None = None
    other_sectors: tuple[str, ...] = ()
    former: str | None = None
    wikidata_id: str | None = None
    office: str | None = None
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """One noun phrase (or pronoun) read as one participant.

    `span` is the phrase's naming words: "Ana Rojas" in "Foreign Minister Ana Rojas", "Iraqi troops", "he".
    `entity` is the entity's id, `name` its resolved name. `code` and `sector` may be finer than the entity's, as in
    "Bahraini troops". `can_act` is False for things and abstractions ("a house", "the economy"); `assumed` says that no
    word of the phrase tells the country, so that `code` is where such people are at home in this report.
    """

    span: Span
    entity: str
    name: str
    type: EntityType
    code: str | None
    sector: str | None
    via: Via = "explicit"
    other_sectors: tuple[str, ...] = ()
    can_act: bool = True
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that some words could mean; `features` name what speaks for it or against it, in no order of weight."""

    entity: str
    name: str
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """Whom some words could mean and whom they were taken to mean.

    `chosen` has entity ids, several only for a group; where it is empty, `reason` says why nobody was chosen: the
    words then stand for an entity of their own, or for none.
    """

    span: Span
    asked: Asked
    candidates: tuple[Candidate, ...] = ()
    chosen: tuple[str, ...] = ()
    reason: str | None = None

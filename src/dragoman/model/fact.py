"""A standing relation that the report states (RECORD.md, `facts`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dragoman.model.actor import Entity
from dragoman.model.span import Span

Predicate = Literal[
    "holds_office",
    "formerly_held_office",
    "leads",
    "commands",
    "member_of",
    "part_of",
    "party_to",
    "brokered",
    "diplomatic_relations",
    "hosts",
    "headquartered_in",
    "participates_in",
    "located_in",
    "relative_of",
    "spouse_of",
]


@dataclass(frozen=True, slots=True)
class FactMention:
    """Subject, predicate and object with the words that say so; names are resolved within the report."""

    subject: str
    predicate: Predicate
    object: str
    evidence: Span
    polarity: bool = True
    subject_entity: str | None = None
    object_entity: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    as_of: date | None = None
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class ObjectEntity:
    """An agreement, exercise, mission, office or unit that facts are about, as an entity of the report.

    `entity` may stand for one that the actors' room has under the same id. `description` is the phrase that says most
    of it, `parties` are the ids of those that the facts give it, `scope` is what it is on.
    """

    entity: Entity
    description: Span
    parties: tuple[str, ...] = ()
    scope: tuple[Span, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None

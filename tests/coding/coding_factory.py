"""Possible events made by hand."""

from __future__ import annotations

from datetime import date

from dragoman.coding.candidate import Candidate
from dragoman.coding.status import Status
from dragoman.model.actor import EntityType, Reference
from dragoman.model.document import Sentence
from dragoman.model.event import Auxiliary, Category, Count, CountKind, DateBasis, EventDate
from dragoman.model.span import Span

LIGHT = frozenset({"hold", "make", "launch", "pay", "engage"})


def party(entity: str, code: str | None = None, *, sector: str | None = "GOV", type: EntityType = "state") -> Reference:
    """Somebody, named by the entity's own name."""
    return Reference(Span(0, len(entity)), entity, entity, type, code, sector)


def person(entity: str, code: str | None = None) -> Reference:
    """A person in office."""
    return party(entity, code, type="person")


def day(iso: str, *, basis: DateBasis = "explicit") -> EventDate:
    """One day; a publication date stands on no words, any other on some."""
    at = date.fromisoformat(iso)
    return EventDate(at, at, "day", basis, None if basis == "publication" else Span(0, 3))


def candidate(
    category: Category = "ASSAULT",
    *,
    actor: tuple[Reference, ...] = (),
    recipient: tuple[Reference, ...] = (),
    mode: tuple[str, ...] = (),
    auxiliary: tuple[Auxiliary, ...] = (),
    sentence: int = 0,
    lemma: str = "attack",
    at: int = 0,
    definite: bool = False,
    quoted: bool = False,
    when: EventDate | None = None,
    confidence: float = 0.8,
    place: int | None = None,
    rule: str = "assault.attack",
    size: tuple[tuple[CountKind, Count], ...] = (),
    status: Status | None = None,
) -> Candidate:
    """A possible event in the sentence of that number, its trigger `at` characters into it."""
    start = sentence * 100
    return Candidate(
        category=category,
        mode=mode,
        context=(),
        campaign=False,
        lemma=lemma,
        head=at,
        sentence=Sentence(sentence, Span(start, start + 90), "body", sentence),
        trigger=Span(start + at, start + at + 5),
        definite=definite,
        status=status or Status(),
        auxiliary=auxiliary,
        actor=actor,
        recipient=recipient,
        when=when or EventDate(),
        place=place,
        attribution=(),
        rules=(rule,),
        features=(),
        confidence=confidence,
        likelihood=confidence,
        quoted=quoted,
        size=size,
    )

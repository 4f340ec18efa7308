"""A possible event between the lexicon's match and the record."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.coding.status import Status
from dragoman.coding.where import Site
from dragoman.model.actor import Reference
from dragoman.model.document import Sentence
from dragoman.model.event import About, Attribution, Auxiliary, Category, Count, CountKind, EventDate
from dragoman.model.span import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """Everything that is known of a possible event; `head` is the trigger's token in its sentence.

    `traits` are how it is told (traits.py), `old` says that its own date makes it background, `before_news` is its date
    where it is background without a time of its own. `sites` are the places of its sentence, `place` the one that it
    happened at (an index of the place layer) and `place_features` what speaks for that. `likelihood` is how probably
    it is an event.
    """

    category: Category
    mode: tuple[str, ...]
    context: tuple[str, ...]
    campaign: bool
    lemma: str
    head: int
    sentence: Sentence
    trigger: Span
    definite: bool
    status: Status
    auxiliary: tuple[Auxiliary, ...]
    actor: tuple[Reference, ...]
    recipient: tuple[Reference, ...]
    when: EventDate
    place: int | None
    attribution: tuple[Attribution, ...]
    rules: tuple[str, ...]
    features: tuple[tuple[str, float], ...]
    confidence: float = 0.0
    quoted: bool = False
    about: About | None = None
    also: tuple[Span, ...] = ()
    traits: tuple[tuple[str, float], ...] = ()
    old: bool = False
    before_news: EventDate | None = None
    sites: tuple[Site, ...] = ()
    size: tuple[tuple[CountKind, Count], ...] = ()
    place_features: tuple[tuple[str, float], ...] = ()
    place_probability: float | None = None
    likelihood: float = 0.0
    field_confidence: tuple[tuple[str, float], ...] = ()

    @property
    def auxiliary_key(self) -> tuple[Auxiliary, ...]:
        """The modes that keep happenings apart; background and news of one happening may be one."""
        return tuple(a for a in self.auxiliary if a != "historical")

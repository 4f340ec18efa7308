"""A possible event between the lexicon's match and the record."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.coding.status import Status
from dragoman.model.actor import Reference
from dragoman.model.document import Sentence
from dragoman.model.event import About, Attribution, Auxiliary, Category, EventDate
from dragoman.model.span import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """Everything that is known of a possible event; `head` is the trigger's token in its sentence."""

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
    confidence: float
    quoted: bool = False
    about: About | None = None
    also: tuple[Span, ...] = ()

    @property
    def auxiliary_key(self) -> tuple[Auxiliary, ...]:
        """The modes that keep happenings apart; background and news of one happening may be one."""
        return tuple(a for a in self.auxiliary if a != "historical")

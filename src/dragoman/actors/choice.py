"""Who is chosen among several whom some words could mean, told so that a reader can follow it.

There is no score to weigh: one who is told apart by a feature is chosen, and where two are left nobody is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.actors.register import Draft
from dragoman.model.actor import Asked, Candidate, Resolution
from dragoman.model.span import Span


@dataclass(frozen=True, slots=True)
class Considered:
    """A draft with the names of what speaks for or against it."""

    draft: Draft
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A resolution while the entities have no numbers yet; it is `chosen`, or there is a `reason` why not."""

    span: Span
    asked: Asked
    candidates: tuple[Considered, ...]
    chosen: tuple[Draft, ...] = ()
    reason: str | None = None

    @property
    def only(self) -> Draft | None:
        """The one who was chosen; None for a group."""
        return self.chosen[0] if len(self.chosen) == 1 else None

    def record(self) -> Resolution:
        """The choice as a record, once the register has numbered its drafts."""
        return Resolution(
            self.span,
            self.asked,
            tuple(Candidate(c.draft.id, c.draft.name, c.features) for c in self.candidates),
            tuple(d.id for d in self.chosen),
            self.reason,
        )


def choose_only(
    span: Span,
    asked: Asked,
    candidates: Sequence[Considered],
    *,
    several: str,
    none: str = "nobody_named",
    deciding: str | None = None,
) -> Choice:
    """The only candidate, or of several the only one with the feature `deciding`; else nobody, and the reason why."""
    told = distinct(candidates)
    left = told if len(told) == 1 else [c for c in told if deciding in c.features]
    chosen = (left[0].draft,) if len(left) == 1 else ()
    return Choice(span, asked, tuple(told), chosen, None if chosen else several if told else none)


def distinct(candidates: Sequence[Considered]) -> list[Considered]:
    """The candidates with all features of one draft together, in the order in which they came."""
    features: dict[int, tuple[Draft, dict[str, None]]] = {}
    for c in candidates:
        features.setdefault(id(c.draft), (c.draft, {}))[1].update(dict.fromkeys(c.features))
    return [Considered(draft, tuple(names)) for draft, names in features.values()]

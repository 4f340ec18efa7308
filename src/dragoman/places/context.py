"""What the room passes between finding and ranking: a toponym with the evidence that it is one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.model.span import Span

Grain = Literal["division", "district"]

DATELINE = -1
"""The sentence index of a dateline's toponyms."""


@dataclass(frozen=True, slots=True)
class Toponym:
    """A stretch of text that names a place, not resolved yet.

    `surface` is the name to look up. `country` is a state's code where the knowledge base knows the name as a
    state's; `region` is the key of our own table of adjectives. `features` say why the words count as a toponym.
    `listed` says whether the gazetteer or a table of ours has the name; a name that its last word alone makes one
    ("Elm Street") need not be there. `grain` is what the text calls it ("Idlib province").
    """

    span: Span
    sentence: int
    surface: str
    features: tuple[tuple[str, float], ...] = ()
    country: str | None = None
    region: str | None = None
    division: str | None = None
    adjectival: bool = False
    grain: Grain | None = None
    listed: bool = True
    street: bool = False

    @property
    def score(self) -> float:
        """The sum of the features."""
        return round(sum(value for _, value in self.features), 3)

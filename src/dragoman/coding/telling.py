"""How a report tells of one trigger: what the rules of dates and background read besides the words themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from dragoman.coding.known import DEFINITE, known_time
from dragoman.coding.narrative import LEAD_SENTENCES, Scene
from dragoman.model.document import Sentence
from dragoman.model.layers import Quote, TimeMention
from dragoman.model.tree import Tree


@dataclass(frozen=True, slots=True)
class Telling:
    """The trigger at `head` in its sentence and report.

    `times` are those of the sentence, `others` the heads of its other triggers, `quotes` those that cover the trigger,
    `happenings` those that the report dates (known.py), `sentences` how many sentences the report has.
    """

    tree: Tree
    head: int
    sentence: Sentence
    scene: Scene
    times: Sequence[TimeMention] = ()
    others: frozenset[int] = frozenset()
    quotes: tuple[Quote, ...] = ()
    happenings: Mapping[str, TimeMention] = field(default_factory=dict)
    sentences: int = 1
    published: date | None = None

    @property
    def low(self) -> bool:
        """Whether it is told below the lead."""
        return self.sentence.index >= LEAD_SENTENCES

    @property
    def reported(self) -> bool:
        """Whether it is told in reported speech."""
        return any(q.kind == "indirect" for q in self.quotes)

    @property
    def definite(self) -> bool:
        """Whether the trigger itself is told as known: "the raid"."""
        return any(c.lemma in DEFINITE for c in self.tree.children(self.head, "det"))

    @property
    def known(self) -> TimeMention | None:
        """The time that the report puts to this happening in another sentence."""
        return known_time(self.tree, self.head, self.happenings)

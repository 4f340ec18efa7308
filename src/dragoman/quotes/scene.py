"""What the room looks at: a report's paragraphs, marked stretches and cues, side by side."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from dragoman.model.document import Document
from dragoman.model.layers import Layers
from dragoman.model.span import Span
from dragoman.model.tree import Token, Tree
from dragoman.quotes.cues import Cue, Table, find_cues, issuer_before
from dragoman.quotes.marks import Marked, find_marked
from dragoman.quotes.phrases import Blocked


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the report and the indices of its sentences."""

    span: Span
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """The report as the rules see it. `marked` and `cues` are in text order; `named` holds the tokens inside names."""

    document: Document
    trees: tuple[Tree, ...]
    paragraphs: tuple[Paragraph, ...]
    marked: tuple[Marked, ...]
    cues: tuple[Cue, ...]
    named: frozenset[tuple[int, int]]

    @property
    def text(self) -> str:
        """The report's text."""
        return self.document.text

    def paragraph_cues(self, paragraph: int) -> list[Cue]:
        """The cues of one paragraph in text order."""
        wanted = self.paragraphs[paragraph].sentences
        return [c for c in self.cues if wanted and wanted[0] <= c.sentence <= wanted[-1]]

    def sentence_of(self, position: int) -> int | None:
        """The index of the sentence that holds the character."""
        sentence = self.document.sentence_at(position)
        return sentence.index if sentence is not None else None

    def inside_marks(self, span: Span) -> bool:
        """Whether the span touches a marked stretch."""
        return any(m.outer.overlaps(span) for m in self.marked)


def build_scene(layers: Layers, table: Table) -> Scene:
    """Marks first, so that cues inside quotation marks are left out."""
    document = layers.document
    trees = layers.trees or ()
    paragraphs = tuple(_paragraphs(document))
    marked = tuple(find_marked(document.text, [p.span for p in paragraphs]))
    blocked = inside(marked)
    cues = tuple(
        replace(cue, issuer=issuer_before(trees, cue, table, blocked))
        for tree in trees
        for cue in find_cues(tree, table, blocked)
    )
    named = frozenset(
        (m.sentence, i)
        for m in layers.mentions or ()
        if m.label in ("PERSON", "ORG", "GPE", "NORP")
        for i in range(m.first, m.last + 1)
    )
    return Scene(document, trees, paragraphs, marked, cues, named)


def _paragraphs(document: Document) -> list[Paragraph]:
    out: list[Paragraph] = []
    for _, group in groupby(document.sentences, key=lambda s: (s.paragraph, s.kind)):
        members = list(group)
        span = Span(members[0].span.start, members[-1].span.end)
        out.append(Paragraph(span, tuple(s.index for s in members)))
    return out


def inside(marked: Sequence[Marked]) -> Blocked:
    """A test whether a token stands inside (or is) quotation marks."""
    starts = [m.outer.start for m in marked]

    def blocked(token: Token) -> bool:
        at = bisect_right(starts, token.start) - 1
        return at >= 0 and token.start < marked[at].outer.end

    return blocked

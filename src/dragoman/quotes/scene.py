"""What the room looks at: a report's paragraphs, marked stretches and cues, side by side."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from dragoman.model.document import Document
from dragoman.model.layers import Layers
from dragoman.model.span import Span
from dragoman.model.tree import Token, Tree
from dragoman.quotes.cues import Cue, Table, find_cues, issuer_before
from dragoman.quotes.marks import Marked, find_marked

# Characters before a stretch that tell how it is introduced.
LOOK_BACK = 80


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the report and the indices of its sentences."""

    span: Span
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """The report as the rules see it. `marked` and `cues` are in text order; `named` holds the tokens inside names.

    Look-ups are by bisection: a report of one endless paragraph has thousands of cues.
    """

    document: Document
    trees: tuple[Tree, ...]
    paragraphs: tuple[Paragraph, ...]
    marked: tuple[Marked, ...]
    cues: tuple[Cue, ...]
    named: frozenset[tuple[int, int]]
    _cue_sentences: tuple[int, ...] = field(init=False, repr=False)
    _mark_starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_cue_sentences", tuple(c.sentence for c in self.cues))
        object.__setattr__(self, "_mark_starts", tuple(m.outer.start for m in self.marked))

    @property
    def text(self) -> str:
        """The report's text."""
        return self.document.text

    def sentence_cues(self, first: int, last: int) -> tuple[Cue, ...]:
        """The cues of the sentences from `first` to `last`, in text order."""
        return self.cues[bisect_left(self._cue_sentences, first) : bisect_right(self._cue_sentences, last)]

    def before(self, marked: Marked) -> str:
        """The last words before a stretch in its paragraph, without the white space between; "" where it begins it."""
        start = max(self.paragraphs[marked.paragraph].span.start, marked.outer.start - LOOK_BACK)
        return self.text[start : marked.outer.start].rstrip()

    def sentence_of(self, position: int) -> int | None:
        """The index of the sentence that holds the character."""
        sentence = self.document.sentence_at(position)
        return sentence.index if sentence is not None else None

    def marked_between(self, start: int, end: int) -> int:
        """How many marked stretches begin from `start` up to `end`."""
        return max(0, bisect_left(self._mark_starts, end) - bisect_left(self._mark_starts, start))

    def blocked(self, token: Token) -> bool:
        """Whether a token stands inside (or is) quotation marks."""
        return _inside(self.marked, self._mark_starts, token)


def build_scene(layers: Layers, table: Table) -> Scene:
    """Marks first, so that cues inside quotation marks are left out."""
    document = layers.document
    trees = layers.trees or ()
    paragraphs = tuple(_paragraphs(document))
    marked = tuple(find_marked(document.text, [p.span for p in paragraphs]))
    starts = [m.outer.start for m in marked]

    def blocked(token: Token) -> bool:
        return _inside(marked, starts, token)

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


def _inside(marked: Sequence[Marked], starts: Sequence[int], token: Token) -> bool:
    at = bisect_right(starts, token.start) - 1
    return at >= 0 and token.start < marked[at].outer.end

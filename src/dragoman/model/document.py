"""What a report is, before anything is read out of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dragoman.model.span import Span

SegmentKind = Literal["headline", "dateline", "byline", "body", "caption", "credit", "boilerplate"]


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A report as it was read: decoded text and metadata, nothing interpreted but the date.

    `text` is the decoded input without byte-order mark, metadata header and the white space after it (RECORD.md).
    `raw_sha256` is of the input's bytes. `problem` is a pair (reason, message) where the report cannot be coded.
    """

    id: str
    text: str
    title: str | None = None
    published: date | None = None
    published_at: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    raw_sha256: str = ""
    extractor: str | None = None
    source: str = ""
    problem: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of the page; segments are in text order and do not overlap."""

    kind: SegmentKind
    span: Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence inside one segment; `paragraph` counts blocks of the report from 0."""

    index: int
    span: Span
    kind: SegmentKind
    paragraph: int


@dataclass(frozen=True, slots=True)
class Document:
    """A prepared report: fixed text with segments and sentences beside it.

    Sentences cover headline, body and caption segments only; datelines, bylines, credits and boilerplate are
    not sentences. `dateline_place` and `dateline_date` are what the first dateline says, unresolved.
    """

    raw: RawDocument
    sha256: str
    segments: tuple[Segment, ...]
    sentences: tuple[Sentence, ...]
    dateline_place: Span | None = None
    dateline_date: Span | None = None

    @property
    def text(self) -> str:
        """The fixed text every span points into."""
        return self.raw.text

    @property
    def published(self) -> date | None:
        """The publication date, or None: nothing undated is resolved."""
        return self.raw.published

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that holds the character at `position`."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].span.end <= position:
                low = middle + 1
            else:
                high = middle
        if low < len(self.sentences) and self.sentences[low].span.start <= position:
            return self.sentences[low]
        return None

"""From a raw report to a document with segments and sentences."""

from __future__ import annotations

from dragoman.model.document import Document, RawDocument, Segment, Sentence
from dragoman.model.ids import sha256_text
from dragoman.prepare.segment import split_parts
from dragoman.prepare.sentences import sentence_spans

_SPOKEN = ("headline", "body", "caption")


def prepare(raw: RawDocument) -> Document:
    """The report with its segments and sentences beside the untouched text.

    A report with a `problem` is prepared like any other: whoever codes it looks at `raw.problem` first.
    """
    parts = split_parts(raw.text, raw.title)
    sentences: list[Sentence] = []
    for piece in parts.pieces:
        if piece.kind in _SPOKEN:
            for span in sentence_spans(raw.text, piece.span):
                sentences.append(Sentence(len(sentences), span, piece.kind, piece.paragraph))
    return Document(
        raw=raw,
        sha256=sha256_text(raw.text),
        segments=tuple(Segment(piece.kind, piece.span) for piece in parts.pieces),
        sentences=tuple(sentences),
        dateline_place=parts.place,
        dateline_date=parts.date,
    )

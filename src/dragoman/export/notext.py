"""Records without the publisher's words, and the words put back by whoever has them.

Each span keeps its offsets, a hash of its words and a hash of its words with 32 characters on either side. The hashes
verify a text; they do not hide a short span from somebody who guesses its words.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from dragoman.errors import UsageError
from dragoman.model.ids import sha256_text
from dragoman.model.record import Anchor, ReportRecord, Wire, walk_anchors

AROUND = 32
_Part = TypeVar("_Part", bound=Wire)


def without_text(record: ReportRecord) -> ReportRecord:
    """The record with hashes instead of the text, the words of spans and the quotations.

    Titles, resolved names and normalised values stay: they are metadata or ours.
    """
    text = record.document.text
    if text is None:
        return record

    def drop(anchor: Anchor) -> dict[str, str | None]:
        words, around = _hashes(anchor, text)
        return {"text": None, "words_sha256": words, "around_sha256": around}

    return _with_document_text(_each_with_words(record, drop), None)


def with_text(record: ReportRecord, text: str) -> ReportRecord:
    """The record as it was before `without_text`; raises UsageError where `text` is not what was coded."""
    if sha256_text(text) != record.document.sha256:
        raise UsageError(f"{record.document.id}: this is not the text that was coded; its SHA-256 differs")
    for path, anchor in walk_anchors(record):
        if _has_words(anchor):
            kept = (getattr(anchor, "words_sha256", None), getattr(anchor, "around_sha256", None))
            if kept != _hashes(anchor, text):
                raise UsageError(f"{record.document.id}: {path}: the record was changed after it was coded")

    def restore(anchor: Anchor) -> dict[str, str | None]:
        start, end = anchor.bounds or (0, 0)
        return {"text": text[start:end], "words_sha256": None, "around_sha256": None}

    return _with_document_text(_each_with_words(record, restore), text)


def _has_words(anchor: Anchor) -> bool:
    """Whether the anchor quotes the text: segments do not, nor do participants whom the text does not name."""
    return anchor.bounds is not None and "words_sha256" in type(anchor).model_fields


def _hashes(anchor: Anchor, text: str) -> tuple[str, str]:
    start, end = anchor.bounds or (0, 0)
    return sha256_text(text[start:end]), sha256_text(text[max(0, start - AROUND) : end + AROUND])


def _each_with_words(part: _Part, change: Callable[[Anchor], dict[str, str | None]]) -> _Part:
    """A copy in which every anchor with words has the fields that `change` gives for it."""
    fields: dict[str, object] = {}
    for name in type(part).model_fields:
        value = getattr(part, name)
        if isinstance(value, Wire):
            fields[name] = _each_with_words(value, change)
        elif isinstance(value, tuple):
            fields[name] = tuple(_each_with_words(i, change) if isinstance(i, Wire) else i for i in value)
    if isinstance(part, Anchor) and _has_words(part):
        fields |= change(part)
    return part.model_copy(update=fields)


def _with_document_text(record: ReportRecord, text: str | None) -> ReportRecord:
    return record.model_copy(update={"document": record.document.model_copy(update={"text": text})})

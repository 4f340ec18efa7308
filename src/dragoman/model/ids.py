"""Identifiers derived from content: the same content has the same id on every machine."""

from __future__ import annotations

import hashlib

from dragoman.model.span import Span


def sha256_text(text: str) -> str:
    """Hex SHA-256 of the text's UTF-8 bytes; a lone surrogate is kept by `surrogatepass`, never an error."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def content_id(*parts: str) -> str:
    """16 hex digits over the parts; their order and boundaries count."""
    joined = "\x1f".join(parts)
    return sha256_text(joined)[:16]


def anchor_id(document_sha256: str, trigger: Span) -> str:
    """The id of a place in a text: the same whatever codes it (RECORD.md, `anchor`)."""
    return content_id(document_sha256, str(trigger.start), str(trigger.end))

"""Kinds of input and their readers; a kind is told by ending first, then by content."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

from dragoman.errors import UsageError
from dragoman.ingest.base import Reader
from dragoman.ingest.decode import marked_encoding
from dragoman.ingest.jsonl import read_json, read_jsonl
from dragoman.ingest.plain import read_plain
from dragoman.ingest.tables import read_csv, read_tsv

READERS: Mapping[str, Reader] = MappingProxyType(
    {"csv": read_csv, "json": read_json, "jsonl": read_jsonl, "text": read_plain, "tsv": read_tsv}
)
_ENDINGS: Mapping[str, str] = MappingProxyType(
    {".csv": "csv", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".tab": "tsv", ".tsv": "tsv"}
)
# Endings of kinds that have no reader (yet): their content must not be coded as if it were prose.
_UNREADABLE = frozenset(
    {".htm", ".html", ".xhtml", ".xml", ".rss", ".atom", ".warc", ".eml", ".mbox"}
    | {".doc", ".docx", ".odt", ".rtf", ".pdf", ".parquet", ".xls", ".xlsx", ".zip", ".tar", ".tgz", ".7z"}
    | {".sqlite", ".db", ".duckdb", ".png", ".jpg", ".jpeg", ".gif", ".mp3", ".mp4"}
)
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "a zip archive (DOCX, XLSX ...)"),
    (b"PAR1", "Parquet"),
    (b"WARC/", "WARC"),
    (b"<!doctype html", "HTML"),
    (b"<html", "HTML"),
    (b"<?xml", "XML"),
    (b"<rss", "RSS"),
)


class UnknownKindError(UsageError):
    """The input is of a kind that has no reader."""


def kinds() -> tuple[str, ...]:
    """The names that `--kind` takes."""
    return tuple(READERS)


def reader_for(kind: str) -> Reader:
    """The reader of a kind."""
    if kind not in READERS:
        raise UnknownKindError(f"unknown kind of input {kind!r}; known kinds are {', '.join(READERS)}")
    return READERS[kind]


def detect_kind(name: str, head: bytes, source: str) -> str:
    """The kind of an input, by the ending of its (uncompressed) name and its first bytes."""
    ending = PurePosixPath(name).suffix.lower()
    if ending in _ENDINGS:
        return _ENDINGS[ending]
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:16]
    strange = next((label for magic, label in _MAGIC if start[: len(magic)].lower() == magic.lower()), None)
    if strange is None and ending in _UNREADABLE:
        strange = ending.removeprefix(".")
    if strange is not None:
        raise UnknownKindError(
            f"{source}: no reader for {strange}; known kinds are {', '.join(READERS)} (name one with --kind)"
        )
    return "text" if ending == ".txt" else _by_content(head)


def _by_content(head: bytes) -> str:
    """JSON Lines where the first line opens an object, a JSON list where it opens one of objects, else text."""
    marked = marked_encoding(head)
    encoding, skip = marked if marked is not None else ("utf-8", 0)
    text = head[skip:].decode(encoding, "replace").lstrip()
    if re.match(r"\[\s*(?:\{|\]\s*$)", text):
        return "json"
    if re.match(r"\{\s*[\"}]", text):
        return "jsonl" if re.match(r"\{.*\}[ \t\r]*(?:\n|$)", text) else "json"
    return "text"


__all__ = ["READERS", "UnknownKindError", "detect_kind", "kinds", "reader_for"]

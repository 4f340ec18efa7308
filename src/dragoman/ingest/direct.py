"""Reports handed over in Python, by the same rules as files."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping

from dragoman.errors import UsageError
from dragoman.ingest.dates import Published, parse_date
from dragoman.ingest.options import ReadOptions
from dragoman.ingest.plain import split_header
from dragoman.ingest.rows import Place, row_to_report
from dragoman.model.document import RawDocument
from dragoman.model.ids import sha256_text


def from_text(
    text: str,
    *,
    date: str | dt.date | None = None,
    title: str | None = None,
    id: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    language: str | None = None,
) -> RawDocument:
    """The report in a string; a header `date YYYY-MM-DD` is taken off as it is from a file, and `date` goes before it.

    Without an `id` it is made from the text. A date that cannot be read is the caller's mistake and raises.
    """
    if not isinstance(text, str):
        raise UsageError(f"a report's text must be a string, not {type(text).__name__}")
    published = _given_date(date)
    digest = sha256_text(text)
    header, rest = split_header(text.removeprefix("\ufeff"))
    if published is None and header is not None:
        published = parse_date(header)
    row = {"text": rest, "title": title, "url": url, "publisher": publisher, "language": language, "id": id}
    place = Place(f"text-{digest[:16]}", f"report {id}" if id else "text", digest)
    document = row_to_report(row, place, options=ReadOptions(), warn=_ignore).document
    return _dated(document, published)


def from_mapping(row: Mapping[str, object], *, options: ReadOptions | None = None) -> RawDocument:
    """The report in a dictionary with the keys of a JSON line; whatever is wrong with it becomes its `problem`."""
    digest = sha256_text(repr(sorted((str(key), repr(value)) for key, value in row.items())))
    place = Place(f"row-{digest[:16]}", "row", digest)
    return row_to_report(row, place, options=options or ReadOptions(), warn=_ignore).document


def _ignore(message: str) -> None:
    """Nobody reads warnings here: the report itself shows that it is undated."""


def _given_date(value: str | dt.date | None) -> Published | None:
    if value is None:
        return None
    found = parse_date(value.isoformat() if isinstance(value, dt.date) else value)
    if found is None:
        raise UsageError(f"cannot read the date {value!r}; write YYYY-MM-DD")
    return found


def _dated(document: RawDocument, published: Published | None) -> RawDocument:
    if published is None:
        return document
    return dataclasses.replace(document, published=published.day, published_at=published.at)

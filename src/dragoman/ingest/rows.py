"""One row of metadata and text (a JSON object, a table's row) to one `RawDocument`."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple

from dragoman.ingest.dates import Published, parse_date
from dragoman.ingest.options import ReadOptions, Warn
from dragoman.model.document import RawDocument

# In order of preference, after the field's own name; compared without case, blanks and hyphens.
ALIASES: Mapping[str, tuple[str, ...]] = {
    "id": ("doc_id", "document_id", "docid", "article_id", "story_id", "guid", "uid"),
    "date": (
        "published", "published_at", "publication_date", "publish_date", "date_published", "date_publish", "pub_date",
        "pubdate", "article_date", "story_date", "datetime", "dct",
    ),
    "title": ("headline", "heading"),
    "text": ("body", "event_text", "content", "article", "article_text", "full_text", "fulltext", "maintext", "story"),
    "url": ("link", "uri", "web_url", "source_url", "permalink"),
    "publisher": ("source", "outlet", "newspaper", "publication", "source_name", "domain", "source_domain", "site"),
    "language": ("lang", "language_code"),
}  # fmt: skip
# Why a report cannot be coded, in a word; docs/input.md explains each.
Reason = Literal[
    "bad_encoding",
    "bad_json",
    "bad_row",
    "bad_text",
    "bad_unicode",
    "binary",
    "duplicate_id",
    "empty_input",
    "empty_text",
    "no_text",
    "unknown_kind",
    "unreadable",
]
# JSON can write half of a surrogate pair ("\ud83d" alone). It is no character, UTF-8 cannot hold it, and text is never
# edited: such a report is an error row.
_HALF_CHARACTER: tuple[Reason, str] = (
    "bad_unicode",
    "holds half of a surrogate pair, which is no character; mend its \\ud... escapes",
)
_SURROGATE = re.compile(r"[\ud800-\udfff]")


class Report(NamedTuple):
    """A report as a reader found it; `named` says that its id is its own and not made from its place in the input."""

    document: RawDocument
    named: bool


class Place(NamedTuple):
    """Where a row stands: `id` for a row without one, `source` for messages, and the hash of its bytes."""

    id: str
    source: str
    raw_sha256: str


def problem(place: Place, reason: Reason, message: str) -> Report:
    """An error row: a report that cannot be coded, with the reason in one word and what to do."""
    document = RawDocument(
        id=place.id,
        text="",
        raw_sha256=place.raw_sha256,
        source=place.source,
        problem=(reason, f"{place.source}: {message}"),
    )
    return Report(document, named=False)


def row_to_report(row: Mapping[str, object], place: Place, *, options: ReadOptions, warn: Warn) -> Report:
    """The report in a row; a row without usable text gives an error row that keeps its id and metadata."""
    fields = _fields(row, options)
    halves = [name for name, value in fields.items() if isinstance(value, str) and _SURROGATE.search(value)]
    fields |= dict.fromkeys(halves)
    complaint = _HALF_CHARACTER if halves else _complaint(fields["text"], row)
    text = fields["text"]
    plain = {name: _plain(name, fields[name], place, warn) for name in ("id", "title", "url", "publisher", "language")}
    published = _published(fields["date"], place, options=options, warn=warn)
    document = RawDocument(
        id=plain["id"] or place.id,
        text=text if isinstance(text, str) else "",
        title=plain["title"],
        published=published.day if published else None,
        published_at=published.at if published else None,
        publisher=plain["publisher"],
        url=plain["url"],
        language=plain["language"],
        raw_sha256=place.raw_sha256,
        source=place.source,
        problem=(complaint[0], f"{place.source}: {complaint[1]}") if complaint else None,
    )
    return Report(document, named=plain["id"] is not None)


def _key(name: str) -> str:
    return re.sub(r"[\s-]+", "_", name.strip()).lower()


def _fields(row: Mapping[str, object], options: ReadOptions) -> dict[str, object]:
    """The row's value for each of our fields, None where it has none; the first filled alias wins."""
    by_key: dict[str, object] = {}
    for key, value in row.items():
        if value is not None and value != "":
            by_key.setdefault(_key(key), value)
    found: dict[str, object] = {}
    for name, aliases in ALIASES.items():
        if name in options.mapping:
            column = options.mapping[name]
            found[name] = row.get(column, by_key.get(_key(column)))
        else:
            found[name] = next((by_key[key] for key in (name, *aliases) if key in by_key), None)
    return found


def _complaint(text: object, row: Mapping[str, object]) -> tuple[Reason, str] | None:
    """Why a text cannot be coded, if so."""
    if text is None:
        if any(_key(key) in ("text", *ALIASES["text"]) for key in row):
            return "empty_text", "its text is empty"
        columns = ", ".join(_printable(key) for key in list(row)[:12]) or "none"
        return "no_text", f"no field 'text' (there are: {columns}); name it with --map text=FIELD"
    if not isinstance(text, str):
        return "bad_text", f"its text is not a string but {_json_type(text)}"
    return None if text.strip() else ("empty_text", "its text is empty")


def _printable(key: object) -> str:
    return str(key).encode("utf-8", "backslashreplace").decode()


def _json_type(value: object) -> str:
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, (int, float)):
        return "a number"
    return "a list" if isinstance(value, list) else "an object"


def _plain(name: str, value: object, place: Place, warn: Warn) -> str | None:
    """A metadata value as text; numbers count, anything else is left out with a warning."""
    if value is None:
        return None
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return json.dumps(value)
    warn(f"{place.source}: its {name} is {_json_type(value)} and was left out")
    return None


def _published(value: object, place: Place, *, options: ReadOptions, warn: Warn) -> Published | None:
    """When the report appeared. A date that cannot be read leaves it undated: no default replaces it."""
    if options.force_date is not None:
        return Published(options.force_date)
    written = str(value).strip() if isinstance(value, (str, int)) and not isinstance(value, bool) else value
    if written is None or written == "":
        return Published(options.date) if options.date is not None else None
    found = parse_date(written, options.date_format) if isinstance(written, str) else None
    if found is None:
        shown = written if isinstance(written, str) else _json_type(written)
        warn(f"{place.source}: cannot read the date {shown!r}; coded without a date (write YYYY-MM-DD)")
    return found


def header_date(day: str, place: Place, *, options: ReadOptions, warn: Warn) -> date | None:
    """The date that a plain text's header states, under the same rules as a row's."""
    published = _published(day or None, place, options=options, warn=warn)
    return published.day if published else None

"""Plain text: one report per input, optionally after a header `date YYYY-MM-DD`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import BinaryIO

from dragoman.ingest.base import Input
from dragoman.ingest.decode import decode
from dragoman.ingest.options import ReadOptions, Warn
from dragoman.ingest.rows import Place, Report, header_date, problem
from dragoman.model.document import RawDocument

# The header may stand on a line of its own or before the first words; blanks and newlines after it go with it.
_HEADER = re.compile(r"\s*date:?[ \t]+(?P<date>\d{4}-\d{2}-\d{2})(?!\S)\s*", re.IGNORECASE)
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def split_header(text: str) -> tuple[str | None, str]:
    """The header's date as written, and the text after it; the whole text where there is no header."""
    header = _HEADER.match(text)
    return (header["date"], text[header.end() :]) if header else (None, text)


def read_plain(stream: BinaryIO, source: Input, *, options: ReadOptions, warn: Warn) -> Iterator[Report]:
    """The one report of a text file."""
    data = stream.read()
    place = Place(source.name, source.shown, hashlib.sha256(data).hexdigest())
    decoded = decode(data, source=source.shown, encoding=options.encoding)
    if decoded.guessed:
        warn(f"{source.shown}: not UTF-8, read as Windows-1252; name its encoding with --encoding")
    day, text = split_header(decoded.text)
    if _SURROGATE.search(text):
        yield problem(place, "bad_unicode", "holds half of a surrogate pair, which is no character")
        return
    empty = None if text.strip() else ("empty_text", f"{source.shown}: the text is empty")
    document = RawDocument(
        id=place.id,
        text=text,
        published=header_date(day or "", place, options=options, warn=warn),
        raw_sha256=place.raw_sha256,
        source=place.source,
        problem=empty,
    )
    yield Report(document, named=False)

"""Bytes to text: UTF-8, UTF-16 or UTF-32 with a byte-order mark, else Windows-1252, else a clear no."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from dragoman.errors import InputError

# UTF-32's little-endian mark begins with UTF-16's, so it comes first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FALLBACK = "cp1252"


class Decoded(NamedTuple):
    """Text without its byte-order mark; `guessed` says that the encoding was neither stated nor plain UTF-8."""

    text: str
    guessed: bool = False


def marked_encoding(head: bytes) -> tuple[str, int] | None:
    """The encoding that a byte-order mark at the start of `head` states, and the mark's length."""
    return next(((encoding, len(mark)) for mark, encoding in _MARKS if head.startswith(mark)), None)


def decode(data: bytes, *, source: str, encoding: str | None = None) -> Decoded:
    """The text of `data`. Bytes that are no text raise InputError (`binary`, `bad_encoding`).

    Old newspaper files are mostly Windows-1252, which is why it is the guess where UTF-8 does not fit.
    """
    marked = marked_encoding(data)
    if marked is not None:
        name, skip = marked
        return Decoded(_strict(data[skip:], name, source))
    if encoding is not None:
        return Decoded(_strict(data, encoding, source))
    if b"\x00" in data:
        raise InputError(
            f"{source}: this is not text; give reports as text, JSON Lines or CSV", source=source, reason="binary"
        )
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return Decoded(_strict(data, _FALLBACK, source), guessed=True)


class Line(NamedTuple):
    """One line with its line end; `text` is None where the bytes are no text, and `error` says why."""

    raw: bytes
    text: str | None
    guessed: bool = False
    error: InputError | None = None


def text_lines(stream: BinaryIO, *, source: str, encoding: str | None = None) -> Iterator[Line]:
    """The lines of the stream, ended by newlines only; each is decoded by itself, so one bad line spoils no other."""
    first = stream.readline()
    marked = marked_encoding(first)
    wide = marked[0] if marked is not None else codecs.lookup(encoding or "utf-8").name
    if wide.startswith(("utf-16", "utf-32")):
        text = decode(first + stream.read(), source=source, encoding=encoding).text
        yield from (Line(line.encode("utf-8", "surrogatepass"), line) for line in io.StringIO(text, newline="\n"))
        return
    if first:
        yield _line(first[marked[1] :] if marked is not None else first, source, None if marked else encoding)
    for raw in stream:
        yield _line(raw, source, None if marked else encoding)


def _line(raw: bytes, source: str, encoding: str | None) -> Line:
    try:
        text, guessed = decode(raw, source=source, encoding=encoding)
    except InputError as error:
        return Line(raw, None, error=error)
    return Line(raw, text, guessed)


def _strict(data: bytes, encoding: str, source: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeError as error:
        message = f"{source}: cannot be decoded as {encoding} ({error}); name its encoding with --encoding"
        raise InputError(message, source=source, reason="bad_encoding") from error

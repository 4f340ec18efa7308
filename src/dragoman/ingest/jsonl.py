"""JSON Lines, and JSON files that hold one report or a list of them."""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from dragoman.ingest.base import Input
from dragoman.ingest.decode import decode, text_lines
from dragoman.ingest.options import ReadOptions, Warn
from dragoman.ingest.rows import Place, Report, problem, row_to_report

_BLANK = re.compile(r"[\s,]*")


def read_jsonl(stream: BinaryIO, source: Input, *, options: ReadOptions, warn: Warn) -> Iterator[Report]:
    """One report per line; a line that is no JSON object is an error row and the rest goes on."""
    number, guessed = 0, False
    for line_number, line in enumerate(text_lines(stream, source=source.shown, encoding=options.encoding), start=1):
        content = line.raw.strip()
        if not content:
            continue
        number += 1
        place = _place(source, number, f"line {line_number}", content)
        if line.text is None:
            yield problem(
                place, "bad_encoding", "is no text in UTF-8 or Windows-1252; name its encoding with --encoding"
            )
            continue
        if line.guessed and not guessed:
            guessed = True
            warn(f"{place.source}: not UTF-8, read as Windows-1252; name its encoding with --encoding")
        yield _parsed(line.text, place, options=options, warn=warn)


def _place(source: Input, number: int, where: str, content: bytes) -> Place:
    return Place(f"{source.name}#{number}", f"{source.shown} {where}", hashlib.sha256(content).hexdigest())


def _parsed(text: str, place: Place, *, options: ReadOptions, warn: Warn) -> Report:
    try:
        row = json.loads(text)
    except (ValueError, RecursionError) as error:
        return problem(place, "bad_json", f"broken JSON ({_short(error)})")
    return _row(row, place, options=options, warn=warn)


def _row(row: object, place: Place, *, options: ReadOptions, warn: Warn) -> Report:
    if isinstance(row, list):
        return problem(
            place, "bad_row", "a JSON list, not an object; lists are read with the ending .json or --kind json"
        )
    if not isinstance(row, dict):
        return problem(place, "bad_row", "not a JSON object; a report is an object with at least the key 'text'")
    return row_to_report(row, place, options=options, warn=warn)


def _short(error: Exception) -> str:
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)


def read_json(stream: BinaryIO, source: Input, *, options: ReadOptions, warn: Warn) -> Iterator[Report]:
    """The reports of a JSON list, or the one report of a JSON object; JSON Lines under this ending are read too."""
    data = stream.read()
    text = decode(data, source=source.shown, encoding=options.encoding).text
    start = len(text) - len(text.lstrip())
    if text[start : start + 1] == "[":
        yield from _elements(text, start + 1, source, options=options, warn=warn)
        return
    try:
        row = json.loads(text)
    except (ValueError, RecursionError):
        yield from read_jsonl(io.BytesIO(data), source, options=options, warn=warn)
        return
    place = Place(source.name, source.shown, hashlib.sha256(data).hexdigest())
    yield _row(row, place, options=options, warn=warn)


def _elements(text: str, position: int, source: Input, *, options: ReadOptions, warn: Warn) -> Iterator[Report]:
    """The elements of a list one by one; after a broken one nothing can be told apart, so it is the last."""
    decoder = json.JSONDecoder()
    number = 0
    while True:
        blank = _BLANK.match(text, position)
        position = blank.end() if blank else position
        if text[position : position + 1] == "]":
            return
        number += 1
        where = f"report {number}"
        try:
            row, end = decoder.raw_decode(text, position)
        except (ValueError, RecursionError) as error:
            rest = text[position:].encode("utf-8", "surrogatepass")
            yield problem(
                _place(source, number, where, rest), "bad_json", f"broken JSON from here on ({_short(error)})"
            )
            return
        place = _place(source, number, where, text[position:end].encode("utf-8", "surrogatepass"))
        yield _row(row, place, options=options, warn=warn)
        position = end

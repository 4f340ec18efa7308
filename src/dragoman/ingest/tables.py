"""CSV and TSV: a header line, then one report per row."""

from __future__ import annotations

import csv
import hashlib
import sys
from collections.abc import Iterator
from typing import BinaryIO

from dragoman.errors import InputError
from dragoman.ingest.base import Input
from dragoman.ingest.decode import text_lines
from dragoman.ingest.options import ReadOptions, Warn
from dragoman.ingest.rows import Place, Report, problem, row_to_report

_DELIMITERS = (",", ";", "\t", "|")


def read_csv(stream: BinaryIO, source: Input, *, options: ReadOptions, warn: Warn) -> Iterator[Report]:
    """The rows of a table whose delimiter (comma, semicolon, tab or bar) is told from its header."""
    return _read(stream, source, None, options=options, warn=warn)


def read_tsv(stream: BinaryIO, source: Input, *, options: ReadOptions, warn: Warn) -> Iterator[Report]:
    """The rows of a tab-separated table."""
    return _read(stream, source, "\t", options=options, warn=warn)


class _Lines:
    """Decoded lines for `csv.reader`, with a hash of the bytes taken since the last row."""

    def __init__(self, stream: BinaryIO, source: Input, *, options: ReadOptions, warn: Warn) -> None:
        self._lines = text_lines(stream, source=source.shown, encoding=options.encoding)
        self._source, self._warn = source, warn
        self._taken = hashlib.sha256()
        self._guessed = False

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self._taken.update(line.raw)
        if line.text is None:
            raise line.error or ValueError("a line without text has an error")
        if line.guessed and not self._guessed:
            self._guessed = True
            self._warn(f"{self._source.shown}: not UTF-8, read as Windows-1252; name its encoding with --encoding")
        return line.text

    def take_hash(self) -> str:
        """The hash of the lines since the last call."""
        digest, self._taken = self._taken.hexdigest(), hashlib.sha256()
        return digest


def _read(
    stream: BinaryIO, source: Input, delimiter: str | None, *, options: ReadOptions, warn: Warn
) -> Iterator[Report]:
    # The module's limit of 128 KiB a cell is below the length of reports; it can only be raised for the process.
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    lines = _Lines(stream, source, options=options, warn=warn)
    try:
        top = next(lines)
    except StopIteration:
        return
    header = next(csv.reader([top], delimiter=delimiter or _delimiter(top)), [])
    lines.take_hash()
    rows = csv.reader(lines, delimiter=delimiter or _delimiter(top))
    number = 0
    while True:
        start = rows.line_num + 2
        try:
            cells = next(rows)
        except StopIteration:
            return
        except (csv.Error, InputError) as error:
            number += 1
            place = Place(f"{source.name}#{number}", f"{source.shown} line {start}", lines.take_hash())
            yield problem(place, "bad_row", f"cannot be read as a row ({error})")
            continue
        digest = lines.take_hash()
        if not any(cell.strip() for cell in cells):
            continue
        number += 1
        place = Place(f"{source.name}#{number}", f"{source.shown} line {start}", digest)
        if len(cells) > len(header):
            yield problem(
                place, "bad_row", f"{len(cells)} cells under {len(header)} columns; quote cells that hold the delimiter"
            )
            continue
        yield row_to_report(dict(zip(header, cells, strict=False)), place, options=options, warn=warn)


def _delimiter(header: str) -> str:
    return max(_DELIMITERS, key=header.count)

"""The lines of a Wikidata JSON dump, plain or packed; told by content, not by the file's ending."""

from __future__ import annotations

import bz2
import gzip
import zlib
from collections.abc import Callable, Iterator
from io import BufferedReader
from pathlib import Path
from typing import IO, cast

from dragoman.errors import InputError, UsageError

EVERY = 10_000
"""After how many lines the progress is told."""


def dump_lines(dump: Path, progress: Callable[[int, int], None]) -> Iterator[bytes]:
    """Each entity's line without the comma at its end; the array's brackets and empty lines are left out.

    Raises UsageError if the file cannot be opened, InputError if it breaks off or is packed wrongly.
    """
    try:
        size = dump.stat().st_size
        raw = dump.open("rb")
    except OSError as error:
        raise UsageError(f"{dump}: cannot be read ({error.strerror}); give a Wikidata JSON dump") from error
    with raw:
        try:
            for number, line in enumerate(_unpacked(raw)):
                if number % EVERY == 0:
                    progress(raw.tell(), size)
                entity = line.strip().removesuffix(b",")
                if entity not in (b"", b"[", b"]"):
                    yield entity
        except (EOFError, OSError, zlib.error) as error:
            message = f"{dump}: cannot be read to its end ({error}); download it again"
            raise InputError(message, source=str(dump), reason="truncated") from error
        progress(size, size)


def _unpacked(raw: BufferedReader) -> IO[bytes]:
    magic = raw.peek(3)[:3]
    if magic.startswith(b"\x1f\x8b"):
        return cast(IO[bytes], gzip.GzipFile(fileobj=raw))
    if magic == b"BZh":
        return bz2.BZ2File(raw)
    return raw

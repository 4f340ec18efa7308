"""What every reader looks like, and what it reads from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from dragoman.ingest.options import ReadOptions, Warn
from dragoman.ingest.rows import Report


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read: `path` (None is standard input), the `name` its ids are made from, and how messages call it."""

    path: str | None
    name: str
    shown: str


class Reader(Protocol):
    """Turns the uncompressed bytes of one input into reports, lazily and in order; never skips one silently."""

    def __call__(self, stream: BinaryIO, source: Input, *, options: ReadOptions, warn: Warn) -> Iterator[Report]:
        """The reports of one input."""

"""Compressed input, told by its first bytes: what is inside is read as it is."""

from __future__ import annotations

import bz2
import gzip
import importlib
import io
import lzma
import zlib
from typing import TYPE_CHECKING, BinaryIO, cast

from dragoman.errors import UsageError

if TYPE_CHECKING:
    from typing_extensions import Buffer

_GZIP, _BZIP, _ZSTD, _XZ = b"\x1f\x8b", b"BZh", b"\x28\xb5\x2f\xfd", b"\xfd7zXZ\x00"
ENDINGS = (".gz", ".bz2", ".zst", ".xz")
# What reading a damaged file raises, in one place for the caller's `except`.
DAMAGED = (EOFError, OSError, zlib.error, lzma.LZMAError)


def opened(stream: BinaryIO, source: str) -> io.BufferedReader:
    """The stream, uncompressed if it is compressed, with a `peek`; errors of damaged data come while reading."""
    raw = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))
    head = raw.peek(6)[:6]
    if head.startswith(_GZIP):
        return io.BufferedReader(cast(io.RawIOBase, gzip.GzipFile(fileobj=raw)))
    if head.startswith(_BZIP):
        return io.BufferedReader(cast(io.RawIOBase, bz2.BZ2File(raw)))
    if head.startswith(_XZ):
        return io.BufferedReader(cast(io.RawIOBase, lzma.LZMAFile(raw)))
    if head.startswith(_ZSTD):
        return io.BufferedReader(_zstd(raw, source))
    return raw


def _zstd(raw: BinaryIO, source: str) -> io.RawIOBase:
    try:
        zstandard = importlib.import_module("zstandard")
    except ImportError as error:
        message = f"{source} is compressed with zstd; to read it: pip install dragoman[zstd]"
        raise UsageError(message) from error
    reader = zstandard.ZstdDecompressor().stream_reader(raw, read_across_frames=True)
    return _ZstdStream(cast(BinaryIO, reader), zstandard.ZstdError)


class _ZstdStream(io.RawIOBase):
    """The reader of an optional package, whose own error becomes one that callers can name without it."""

    def __init__(self, reader: BinaryIO, damaged: type[Exception]) -> None:
        self._reader, self._damaged = reader, damaged

    def readable(self) -> bool:
        """Always: it is there to be read."""
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        """Fill the buffer; damaged data is an OSError."""
        view = memoryview(buffer)
        try:
            data = self._reader.read(len(view))
        except self._damaged as error:
            raise OSError(str(error)) from error
        view[: len(data)] = data
        return len(data)


def bare_name(name: str) -> str:
    """The name without the ending of a compression: "news.jsonl" for "news.jsonl.gz"."""
    lowered = name.lower()
    return next((name[: -len(ending)] for ending in ENDINGS if lowered.endswith(ending)), name)

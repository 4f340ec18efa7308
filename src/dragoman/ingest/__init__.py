"""Bytes in, reports out: files, folders and strings to a stream of `RawDocument`."""

from dragoman.ingest.direct import from_mapping, from_text
from dragoman.ingest.options import ReadOptions, parse_mapping
from dragoman.ingest.read import read_inputs
from dragoman.ingest.registry import kinds

__all__ = ["ReadOptions", "from_mapping", "from_text", "kinds", "parse_mapping", "read_inputs"]

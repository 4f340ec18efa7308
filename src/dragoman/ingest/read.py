"""Inputs to a stream of reports: every row is a report or an error row, none is lost, no id comes twice."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Iterator, Sequence
from typing import BinaryIO, cast

from dragoman.errors import InputError
from dragoman.ingest.base import Input
from dragoman.ingest.compression import DAMAGED, bare_name, opened
from dragoman.ingest.inputs import find_inputs
from dragoman.ingest.options import ReadOptions, Warn
from dragoman.ingest.registry import UnknownKindError, detect_kind, reader_for
from dragoman.ingest.rows import Place, Reason, Report, problem
from dragoman.model.document import RawDocument

_HEAD = 8192


def _ignore(message: str) -> None:
    """The default for `warn`."""


def read_inputs(
    inputs: Sequence[str], *, options: ReadOptions | None = None, warn: Warn = _ignore, stdin: BinaryIO | None = None
) -> Iterator[RawDocument]:
    """The reports of all inputs, lazily and in order.

    Wrong usage (missing file, folder without reports, unknown kind) raises UsageError at once, before anything is
    read. Whatever cannot be read later becomes a report with a `problem`. `warn` gets one line for each doubt.
    """
    chosen = options or ReadOptions()
    if chosen.kind is not None:
        reader_for(chosen.kind)
    return _unique(find_inputs(inputs), options=chosen, warn=warn, stdin=stdin)


def _unique(sources: list[Input], *, options: ReadOptions, warn: Warn, stdin: BinaryIO | None) -> Iterator[RawDocument]:
    """All reports; one whose id was there before is an error row under an id of its own."""
    seen: set[str] = set()
    for source in sources:
        for report in _read_one(source, options=options, warn=warn, stdin=stdin):
            document = report.document
            if document.id in seen and not report.named and source.path is not None:
                # Two folders may hold files of the same relative path: the path as given tells them apart.
                document = dataclasses.replace(document, id=f"{source.shown}{document.id.removeprefix(source.name)}")
            if document.id in seen:
                message = f"{document.source}: the id {document.id!r} was there before; give every report its own"
                document = dataclasses.replace(document, problem=document.problem or ("duplicate_id", message))
            seen.add(document.id)
            yield document


def _read_one(source: Input, *, options: ReadOptions, warn: Warn, stdin: BinaryIO | None) -> Iterator[Report]:
    """The reports of one input; what goes wrong with the whole input is one error row."""
    try:
        if source.path is None:
            yield from _read_stream(stdin or sys.stdin.buffer, source, options=options, warn=warn)
            return
        with open(source.path, "rb") as stream:  # noqa: PTH123 (the path may be no UTF-8)
            yield from _read_stream(stream, source, options=options, warn=warn)
    except InputError as error:
        yield _whole(source, cast(Reason, error.reason), str(error).removeprefix(f"{source.shown}: "))
    except UnknownKindError as error:
        yield _whole(source, "unknown_kind", str(error).removeprefix(f"{source.shown}: "))
    except DAMAGED as error:
        yield _whole(source, "unreadable", f"cannot be read ({error})")


def _read_stream(stream: BinaryIO, source: Input, *, options: ReadOptions, warn: Warn) -> Iterator[Report]:
    content = opened(stream, source.shown)
    kind = options.kind or detect_kind(bare_name(source.name), content.peek(_HEAD)[:_HEAD], source.shown)
    found = False
    for report in reader_for(kind)(content, source, options=options, warn=warn):
        found = True
        yield report
    if not found:
        yield _whole(source, "empty_input", "holds no report")


def _whole(source: Input, reason: Reason, message: str) -> Report:
    return problem(Place(source.name, source.shown, ""), reason, message)

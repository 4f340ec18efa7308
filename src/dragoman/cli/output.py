"""Where records go: a file that appears whole or not at all, or standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, TextIO

from dragoman.cli.table import show_report
from dragoman.cli.terminal import console
from dragoman.errors import UsageError
from dragoman.export.notext import without_text
from dragoman.export.plover import plover_lines
from dragoman.model.record import ReportRecord

Format = Literal["jsonl", "plover", "table"]
Write = Callable[[ReportRecord], None]


def writer(stream: TextIO, form: Format, *, with_words: bool = True) -> Write:
    """What writes one record to `stream`; without words, every form lacks the text and quotations."""
    screen = console(stream)

    def write(record: ReportRecord) -> None:
        shown = record if with_words else without_text(record)
        if form == "table":
            show_report(screen, shown)
        elif form == "plover":
            stream.writelines(f"{line}\n" for line in plover_lines(shown))
        else:
            stream.write(f"{shown.to_json_line()}\n")

    return write


@contextmanager
def opened(path: Path | None) -> Iterator[TextIO]:
    """A stream to `path`, or standard output for None and "-".

    The file is written beside its place and moved there at the end, so that a run that fails leaves an earlier file
    as it was. What is not a regular file (/dev/null, a named pipe) is written as it is.
    """
    if path is None or str(path) == "-":
        yield sys.stdout
        return
    if not path.parent.is_dir():
        raise UsageError(f"--output: there is no folder {path.parent}; make it first")
    if path.is_dir():
        raise UsageError(f"--output: {path} is a folder; name a file in it")
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        return
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)

"""`dragoman demo`: codes the reports that come with the program."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from importlib.resources import files

from dragoman.cli.options import settings_with
from dragoman.cli.output import writer
from dragoman.cli.terminal import tell
from dragoman.model.document import RawDocument
from dragoman.model.ids import sha256_text


def demo() -> None:
    """Code seven bundled reports of 1987 to 2020 and print what was read out of them.

    Example: dragoman demo
    """
    from dragoman.coder import Coder  # loads the language model's libraries: not needed for --help

    write = writer(sys.stdout, "table")
    events = reports = 0
    for coded in Coder(settings_with()).code_many(demo_reports()):
        write(coded.record)
        reports += 1
        events += len(coded.record.events)
    tell(f"{reports} reports, {events} events")


def demo_reports() -> Iterator[RawDocument]:
    """The bundled reports: public events retold in our own words."""
    lines = (files("dragoman") / "demo" / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    for line in lines:
        row = json.loads(line)
        yield RawDocument(
            id=row["id"],
            text=row["text"],
            title=row["title"],
            published=date.fromisoformat(row["date"]),
            publisher=row["publisher"],
            raw_sha256=sha256_text(line),
            source="dragoman/demo/reports.jsonl",
        )

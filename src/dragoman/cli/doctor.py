"""`dragoman doctor`: what is installed, what is missing and how to get it."""

from __future__ import annotations

import json
import sys

import typer
from rich.table import Table

from dragoman.cli.checks import Check, checks
from dragoman.cli.options import ActorsTable, AsJson, LexiconFolder, ModelName, settings_with
from dragoman.cli.terminal import console

_MARKS = {"ok": "green", "note": "yellow", "broken": "red"}


def doctor(
    as_json: AsJson = False,
    lexicon: LexiconFolder = None,
    actors: ActorsTable = None,
    model: ModelName = None,
) -> None:
    """Say what is installed, which versions, what is missing and how to get it; exits 1 if coding cannot work.

    Example: dragoman doctor
    """
    found = list(checks(settings_with(lexicon=lexicon, actors=actors, model=model)))
    if as_json:
        rows = {c.name: {"state": c.state, "found": c.found, "remedy": c.remedy} for c in found}
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        console(sys.stdout).print(_table(found))
    if any(check.state == "broken" for check in found):
        raise typer.Exit(1)


def _table(found: list[Check]) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False)
    for check in found:
        remedy = f" -> {check.remedy}" if check.remedy else ""
        table.add_row(check.state, check.name, check.found + remedy, style=_MARKS[check.state])
    return table

"""Options that several commands share, and what becomes of them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import ValidationError

from dragoman.errors import SettingsError
from dragoman.settings import Settings

Workers = Annotated[int, typer.Option(min=1, metavar="N", help="Processes; the output is the same.")]
LexiconFolder = Annotated[Path | None, typer.Option("--lexicon", metavar="DIR", help="Folder of rules laid over ours.")]
ActorsTable = Annotated[
    Path | None, typer.Option("--actors", metavar="FILE.csv", help="Table of actors laid over ours.")
]
ModelName = Annotated[str | None, typer.Option("--model", metavar="NAME", help="Installed spaCy English pipeline.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


def settings_with(*, lexicon: Path | None = None, actors: Path | None = None, model: str | None = None) -> Settings:
    """The settings of the environment with the options that were given laid over them.

    Raises SettingsError naming the first setting that cannot be used.
    """
    chosen: dict[str, Any] = {"lexicon": lexicon, "actors": actors, "model": model}
    try:
        return Settings(**{name: value for name, value in chosen.items() if value is not None})
    except ValidationError as error:
        first = error.errors()[0]
        name = "_".join(map(str, first["loc"])).upper()
        raise SettingsError(f"DRAGOMAN_{name}={first['input']!r}: {first['msg']} (docs/cli.md, settings)") from error


def parse_day(value: str | None) -> dt.date | None:
    """The day, or None for None; anything but YYYY-MM-DD is wrong usage."""
    if value is None:
        return None
    try:
        return dt.datetime.strptime(value, "%Y-%m-%d").date()
    except ValueError as error:
        raise typer.BadParameter(f"{value!r} is not a day; write it as 2022-02-03", param_hint="--date") from error

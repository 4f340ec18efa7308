"""`dragoman places`: the gazetteer."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.options import settings_with
from dragoman.cli.terminal import tell
from dragoman.errors import UsageError
from dragoman.places.build import build_gazetteer, gazetteer_path

places = typer.Typer(no_args_is_help=True)

Dump = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Unzipped GeoNames dump of yours (allCountries.txt) whose places are added."),
]


@places.callback()
def _root() -> None:
    """Compile the gazetteer.

    Example: dragoman places build
    """


@places.command()
def build(geonames: Dump = None) -> None:
    """Compile the gazetteer into the cache folder, replacing an earlier one; else the first run of `code` does it.

    Example: dragoman places build --geonames allCountries.txt
    """
    if geonames is not None and not geonames.is_file():
        raise UsageError(f"{geonames} is not a file; give an unzipped dump from https://download.geonames.org")
    target = gazetteer_path(settings_with().cache)
    begun = time.monotonic()
    build_gazetteer(target, geonames=geonames)
    size = target.stat().st_size / 1_000_000
    tell(f"gazetteer compiled in {time.monotonic() - begun:.0f} s: {target} ({size:.1f} MB)")

"""Our own tables of places, read from the files in `tables`; each file's header says what its fields mean."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

NAMES = ("countries.csv", "admin1.csv", "regions.csv", "facilities.csv", "adjectives.csv")
"""Tables that go into the compiled gazetteer or are looked up in it."""


@dataclass(frozen=True, slots=True)
class Country:
    """A state or territory and its point; `names[0]` is the usual one."""

    code: str
    iso2: str
    names: tuple[str, ...]
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Division:
    """A first-level division: extra names, a point of its own or None, and abbreviations used after a town."""

    iso: str
    names: tuple[str, ...]
    lat: float | None
    lon: float | None
    abbreviations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """A region, sea, strait or facility; `names[0]` is the usual one."""

    names: tuple[str, ...]
    lat: float
    lon: float
    feature: str
    country: str | None
    geonameid: int | None


def table_text(name: str) -> str:
    """The bytes of one table as text; `name` is one of NAMES."""
    return (files("dragoman.places") / "tables" / name).read_text(encoding="utf-8")


def _rows(name: str) -> Iterator[dict[str, str]]:
    lines = [line for line in table_text(name).splitlines() if line and not line.startswith("#")]
    yield from csv.DictReader(lines)


def _parts(value: str) -> tuple[str, ...]:
    return tuple(part for part in value.split("|") if part)


@lru_cache(maxsize=1)
def countries() -> tuple[Country, ...]:
    """All states and territories with their points."""
    return tuple(
        Country(r["code"], r["iso2"], _parts(r["names"]), float(r["lat"]), float(r["lon"]))
        for r in _rows("countries.csv")
    )


@lru_cache(maxsize=1)
def divisions() -> tuple[Division, ...]:
    """The first-level divisions that need a name, a point or an abbreviation of ours."""
    return tuple(
        Division(
            r["iso"],
            _parts(r["names"]),
            float(r["lat"]) if r["lat"] else None,
            float(r["lon"]) if r["lon"] else None,
            _parts(r["abbreviations"]),
        )
        for r in _rows("admin1.csv")
    )


@lru_cache(maxsize=1)
def regions() -> tuple[Region, ...]:
    """Regions, seas, straits and facilities, in the order of the files (their ids in the gazetteer depend on it)."""
    return tuple(
        Region(
            _parts(r["names"]),
            float(r["lat"]),
            float(r["lon"]),
            r["feature"],
            r["country"] or None,
            int(r["geonameid"]) if r["geonameid"] else None,
        )
        for name in ("regions.csv", "facilities.csv")
        for r in _rows(name)
    )


@lru_cache(maxsize=1)
def adjectives() -> dict[str, str]:
    """Surface form -> name of the region or code of the division it is the adjective of."""
    return {r["surface"]: r["place"] for r in _rows("adjectives.csv")}


@lru_cache(maxsize=1)
def diction() -> tuple[tuple[str, str], ...]:
    """Words that point to one country, each with the country's code."""
    return tuple((word, r["country"]) for r in _rows("diction.csv") for word in _parts(r["words"]))

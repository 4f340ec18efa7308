"""What the names of a report say for each other: places of one report lie in the same areas, and near each other."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Mapping, Set
from dataclasses import dataclass

from dragoman.places.gazetteer import Place
from dragoman.places.options import WEIGHTS, Options

Area = tuple[str, Hashable]
"""The name of a feature and what it is about: ("same_country", "FRA"), ("near", (48, 2))."""

Cell = tuple[int, int]
"""One degree of latitude by one of longitude, by its south-western corner."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The areas of each candidate by its id, and the taken cells around each cell: the same in every round of votes."""

    areas: Mapping[int, tuple[Area, ...]]
    around: Mapping[Area, tuple[Area, ...]]


def setting_of(options: Options) -> Setting:
    """Where the candidates of a report's names lie."""
    places = {one.place.id: one.place for found in options.values() for one in found}
    taken = {cell for place in places.values() if (cell := _cell(place)) is not None}
    around: dict[Area, tuple[Area, ...]] = {("near", cell): _around(cell, taken) for cell in sorted(taken)}
    return Setting({id: tuple(_areas(place)) for id, place in places.items()}, around)


def add_votes(options: Options, setting: Setting) -> None:
    """Sets the features "same_..." and "near" of every candidate from the chances of the other names' candidates."""
    mass: dict[Area, float] = {}
    own: dict[str, dict[Area, float]] = {}
    for name, found in options.items():
        mine: dict[Area, float] = {}
        for one in found:
            for area in setting.areas[one.place.id]:
                mine[area] = mine.get(area, 0.0) + one.chance
        own[name] = mine
        for area, value in mine.items():
            mass[area] = mass.get(area, 0.0) + value
    others = sum(1 for found in options.values() if found) - 1
    for name, found in options.items():
        votes = {area: _vote(area, mass, own[name], others, setting.around) for area in own[name]}
        for one in found:
            for area in setting.areas[one.place.id]:
                one.context[area[0]] = votes[area]


def _vote(
    area: Area,
    mass: Mapping[Area, float],
    mine: Mapping[Area, float],
    others: int,
    around: Mapping[Area, tuple[Area, ...]],
) -> float:
    """What the other names say for a name's candidates in this area."""
    if area in around:
        close = sum([mass[a] - mine.get(a, 0.0) for a in around[area]])
        return round(WEIGHTS["near"] * min(1.0, close / 2), 3)
    share = max(mass[area] - mine[area], 0.0) / others if others else 0.0
    return round(WEIGHTS[area[0]] * math.sqrt(share), 3)


def _areas(place: Place) -> Iterable[Area]:
    division = place.id if place.feature == "ADM1" else place.admin1
    district = place.id if place.feature == "ADM2" else place.admin2
    if place.country is not None:
        yield "same_country", place.country
    if division is not None:
        yield "same_division", division
    if district is not None:
        yield "same_district", district
    cell = _cell(place)
    if cell is not None:
        yield "near", cell


def _cell(place: Place) -> Cell | None:
    """The one-degree cell of a town, district or facility; larger places are near nothing."""
    if place.lat is None or place.lon is None or place.is_country or place.feature == "ADM1":
        return None
    return math.floor(place.lat), math.floor(place.lon)


def _around(cell: Cell, taken: Set[Cell]) -> tuple[Area, ...]:
    """Those of a cell and the eight around it that hold a candidate, row by row."""
    north, east = cell
    square = ((n, e) for n in (north - 1, north, north + 1) for e in (east - 1, east, east + 1))
    return tuple(("near", near) for near in square if near in taken)

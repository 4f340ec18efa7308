"""What the names of a report say for each other: places of one report lie in the same areas, and near each other."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable
from typing import TypeVar

from dragoman.places.gazetteer import Place
from dragoman.places.options import WEIGHTS, Options

Area = tuple[str, Hashable]
"""The name of a feature and what it is about: ("same_country", "FRA"), ("near", (48, 2))."""

_Key = TypeVar("_Key", bound=Hashable)


def add_votes(options: Options) -> None:
    """Sets the features "same_..." and "near" of every candidate from the chances of the other names' candidates."""
    mass: dict[Area, float] = {}
    own: dict[str, dict[Area, float]] = {}
    for name, found in options.items():
        mine: dict[Area, float] = {}
        for one in found:
            for area in _areas(one.place):
                _add(mine, area, one.chance)
        own[name] = mine
        for area, value in mine.items():
            _add(mass, area, value)
    others = sum(1 for found in options.values() if found) - 1
    for name, found in options.items():
        mine = own[name]
        for one in found:
            for area in _areas(one.place):
                feature = area[0]
                if feature == "near":
                    close = sum(mass.get(a, 0.0) - mine.get(a, 0.0) for a in _around(one.place))
                    one.context["near"] = round(WEIGHTS["near"] * min(1.0, close / 2), 3)
                else:
                    share = max(mass[area] - mine[area], 0.0) / others if others else 0.0
                    one.context[feature] = round(WEIGHTS[feature] * math.sqrt(share), 3)


def _add(counts: dict[_Key, float], key: _Key, value: float) -> None:
    counts[key] = counts.get(key, 0.0) + value


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


def _cell(place: Place) -> tuple[int, int] | None:
    """The one-degree cell of a town, district or facility; larger places are near nothing."""
    if place.lat is None or place.lon is None or place.is_country or place.feature == "ADM1":
        return None
    return math.floor(place.lat), math.floor(place.lon)


def _around(place: Place) -> Iterable[Area]:
    """The cell of a place and the eight around it."""
    cell = _cell(place)
    if cell is not None:
        for north in (-1, 0, 1):
            for east in (-1, 0, 1):
                yield "near", (cell[0] + north, cell[1] + east)

"""The candidates of a name with the features that speak for each; one weight per feature."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.places.context import Grain
from dragoman.places.gazetteer import Place

WEIGHTS: dict[str, float] = {
    "people": 0.9,  # per power of ten of the population: a town of a million starts 2.7 ahead of one of a thousand
    "usual": 1.2,  # the name is the place's main name, not only an alternate one
    "state": 1.0,  # the knowledge base reads the name as this state's
    "country": 1.0,  # states and territories are named more often than towns of the same name
    "division": 1.0,  # first-level divisions of the same name as a small town
    "seat": -2.0,  # the division has a town of the same name, which is what news means
    "called": 4.0,  # "Idlib province", "Fannin County": the text says what kind of area it is
    "city_state": -2.0,  # the capital of a state or territory of the same name: "Hong Kong", "Singapore"
    "capital": 2.0,
    "city": 0.3,  # a town of more than a hundred thousand
    "listed": 5.0,  # regions, seas and facilities of our own tables are there because news speaks of them
    "inside": 6.0,  # "X, Y": X lies in Y
    "holds": 4.0,  # "X, Y": Y holds an X
    "same_country": 2.0,  # times the root of the share of the report's other names that may lie in the country
    "same_division": 4.5,
    "same_district": 2.0,
    "near": 1.5,  # other places of the report within about 150 km
    "dateline_country": 0.7,
    "dateline_division": 1.5,
    "diction": 1.5,  # the report uses words of that country (tables/diction.csv), twice for the full weight
    "outlet": 1.5,  # the publisher's name or the title names the place or what holds it
    "exonym": 0.8,  # an alternate name of a big town is often its English one: "Geneva"
    "foreign_spelling": -0.8,  # a small town known under this name only by an alternate spelling
    "table": 10.0,  # an adjective or abbreviation of our own tables, which means one thing
}
"""Set on TR-News and LGL: mostly on one half of LGL, but `city` and `rank.LEAST_CHANCE` with the other half in view.

Changing one weight by half a point moves end-to-end F1 on TR-News or the first half by .006 at most.
"""

SMALL_TOWN = 100_000

SHARPNESS = 1.2
"""How strongly a lead in score makes a candidate the likely one while the report's votes are counted."""


@dataclass(slots=True)
class Option:
    """One candidate; `static` features are set once, `context` ones again in each round."""

    place: Place
    static: dict[str, float]
    context: dict[str, float] = field(default_factory=dict)
    chance: float = 0.0

    @property
    def score(self) -> float:
        """The sum of all features."""
        return round(sum(self.static.values()) + sum(self.context.values()), 6)


Options = dict[str, list[Option]]
"""The candidates of each name of a report; a name without candidates has an empty list."""


def by_score(option: Option) -> tuple[float, int]:
    """Sort key: the highest score first, then the lower id."""
    return -option.score, option.place.id


def option(place: Place, *, usual: bool) -> Option:
    """The place as a candidate with the features that need no context."""
    features = {"people": round(WEIGHTS["people"] * math.log10(place.population + 10), 3)}
    if usual:
        features["usual"] = WEIGHTS["usual"]
    else:
        spelling = "foreign_spelling" if place.population < SMALL_TOWN else "exonym"
        features[spelling] = WEIGHTS[spelling]
    kind = _kind(place)
    if kind is not None:
        features[kind] = WEIGHTS[kind]
    return Option(place, features)


def _kind(place: Place) -> str | None:
    if place.is_country:
        return "country"
    if place.feature == "ADM1":
        return "division"
    if place.feature == "PPLC":
        return "capital"
    if place.is_town:
        return "city" if place.population >= SMALL_TOWN else None
    return None if place.feature == "ADM2" else "listed"


def mark_seats(options: Iterable[Option]) -> None:
    """A state stands before its capital of the same name, and a town before the division of the same name around it.

    "Singapore" is the state and "Ankara" the town; but "New York", whose town has another main name, is the division.
    """
    found = list(options)
    towns = [o for o in found if o.place.is_town]
    of_usual = {holder for o in towns if "usual" in o.static for holder in (o.place.admin1, o.place.admin2)}
    of_exonym = {holder for o in towns if "exonym" in o.static for holder in (o.place.admin1, o.place.admin2)}
    states = {o.place.country for o in found if o.place.is_country and "usual" in o.static}
    for one in found:
        if one.place.feature in ("ADM1", "ADM2"):
            if one.place.id in (of_usual if "usual" in one.static else of_usual | of_exonym):
                one.static["seat"] = WEIGHTS["seat"]
        elif one.place.is_town and one.place.country in states:
            one.static["city_state"] = WEIGHTS["city_state"]


def mark_grain(options: Iterable[Option], grain: Grain | None) -> None:
    """A division or district gains where the text calls the name one."""
    for one in options:
        if grain is not None and one.place.feature == {"division": "ADM1", "district": "ADM2"}[grain]:
            one.static["called"] = WEIGHTS["called"]


def set_chances(options: Options) -> None:
    """Sets how likely each candidate of a name is, from the present scores."""
    for found in options.values():
        if len(found) == 1:
            found[0].chance = 1.0
        elif found:
            scores = [o.score for o in found]
            top = max(scores)
            raw = [math.exp(SHARPNESS * (score - top)) for score in scores]
            total = sum(raw)
            for one, value in zip(found, raw, strict=True):
                one.chance = value / total

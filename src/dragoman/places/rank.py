"""Chooses what each name means: named features of each candidate place, added up, with the report as context.

The report's names are resolved together. A first round ranks the candidates of each name on their own; in later
rounds a candidate gains where many other names of the report may lie in the same district, division and country.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dragoman.places import tables
from dragoman.places.context import DATELINE, Toponym
from dragoman.places.gazetteer import Gazetteer, Place, name_key

WEIGHTS: dict[str, float] = {
    "people": 0.9,  # per power of ten of the population: a town of a million starts 2.7 ahead of one of a thousand
    "usual": 1.2,  # the name is the place's main name, not only an alternate one
    "state": 1.0,  # the knowledge base reads the name as this state's
    "country": 1.0,  # states and territories are named more often than towns of the same name
    "division": 1.0,  # first-level divisions of the same name as a small town
    "district": -1.5,  # second-level divisions go by "... County"; the bare name means the town
    "seat": -2.0,  # the division has a town of the same name, which is what news means
    "capital": 2.0,
    "listed": 5.0,  # regions, seas and facilities of our own tables are there because news speaks of them
    "inside": 6.0,  # "X, Y": X lies in Y
    "holds": 4.0,  # "X, Y": Y holds an X
    "same_country": 2.0,  # times the share of the report's other names that may lie in the country
    "same_division": 4.5,
    "same_district": 2.0,
    "near": 1.5,  # other places of the report within about 150 km
    "dateline_country": 0.7,
    "dateline_division": 1.5,
    "diction": 1.5,  # the report uses words of that country (tables/diction.csv), twice for the full weight
    "outlet": 1.5,  # the publisher's name or the title names the place, its division or country
    "foreign_spelling": -0.8,  # a small town known under this name only by an alternate spelling
}
"""What each feature counts; set by hand on TR-News and one half of LGL, rounded to what changes choices."""

SUPPORT = frozenset({"inside", "near", "same_district", "same_division"})
"""Features that let an alternate spelling of a small town stand."""

LEAST_CHANCE = 0.3
"""Below this share of the candidates' chances the resolver abstains."""

ROUNDS = 3
SHARPNESS = 1.2
"""How strongly a lead in score makes a candidate the likely one while the report's votes are counted."""
MOST_CANDIDATES = 40
"""Candidates kept per name, by score without context; "San Jose" has hundreds."""


@dataclass(slots=True)
class _Option:
    """A candidate of one name with its features; `score` and `chance` are updated each round."""

    place: Place
    static: dict[str, float]
    context: dict[str, float] = field(default_factory=dict)
    chance: float = 0.0

    @property
    def score(self) -> float:
        return round(sum(self.static.values()) + sum(self.context.values()), 6)


@dataclass(frozen=True, slots=True)
class Choice:
    """The place a toponym was resolved to, None where the resolver abstained, and the features that decided."""

    toponym: Toponym
    place: Place | None
    rule: str


class Ranker:
    """Resolves the toponyms of one report after the other; holds no state between reports."""

    def __init__(self, gazetteer: Gazetteer, divisions: dict[str, int]) -> None:
        self.gazetteer = gazetteer
        self.divisions = divisions
        self.diction = {word: code for word, code in tables.diction()}
        words = "|".join(re.escape(w) for w in sorted(self.diction, key=lambda w: (-len(w), w)))
        self.dictions = re.compile(rf"(?<!\w)(?:{words})(?!\w)|£", re.IGNORECASE)

    def resolve(self, text: str, toponyms: Sequence[Toponym], outlet: Sequence[str] = ()) -> list[Choice]:
        """One choice per toponym, in the same order; `outlet` holds place names of the publisher and title."""
        containers = _containers(text, toponyms)
        groups = _groups(toponyms, containers)
        options = {key: self._options(toponyms[members[0]]) for key, members in groups.items()}
        self._add_containment(toponyms, containers, groups, options)
        self._add_frame(toponyms, groups, options, outlet)
        self._add_diction(text, options)
        for _ in range(ROUNDS):
            _set_chances(options)
            _add_votes(options)
            _add_nearness(options)
        _set_chances(options)
        best = {key: _best(found) for key, found in options.items()}
        of = {i: key for key, members in groups.items() for i in members}
        return [_choice(toponyms[i], best[of[i]]) for i in range(len(toponyms))]

    def _options(self, toponym: Toponym) -> list[_Option]:
        """The candidates of a name with the features that need no context."""
        fixed = self._fixed(toponym)
        if fixed is not None:
            return [_Option(fixed, {"table": 10.0})]
        named = {c.place.id: c for c in self.gazetteer.named(toponym.surface)}
        options = [_Option(c.place, _static(c.place, usual=c.usual)) for c in named.values()]
        if toponym.country:
            state = self.gazetteer.country(toponym.country)
            if state is not None:
                options = [o for o in options if o.place.id != state.id]
                options.append(_Option(state, _static(state, usual=True) | {"state": WEIGHTS["state"]}))
        _mark_seats(options)
        return sorted(options, key=lambda o: (-o.score, o.place.id))[:MOST_CANDIDATES]

    def _fixed(self, toponym: Toponym) -> Place | None:
        """What adjectives and abbreviations mean whatever the report says."""
        if toponym.division:
            return self._division(toponym.division)
        if toponym.region:
            region = self._division(toponym.region)
            if region is None:
                found = [c.place for c in self.gazetteer.named(toponym.region) if not c.place.is_town]
                region = found[0] if found else None
            return region
        if toponym.adjectival and toponym.country:
            return self.gazetteer.country(toponym.country)
        return None

    def _division(self, iso: str) -> Place | None:
        found = self.divisions.get(iso)
        return self.gazetteer.place(found) if found is not None else None

    def _add_containment(
        self,
        toponyms: Sequence[Toponym],
        containers: dict[int, int],
        groups: dict[str, list[int]],
        options: dict[str, list[_Option]],
    ) -> None:
        """Features "inside" and "holds", for a name wherever the report writes it with its container once."""
        key_of = {i: key for key, members in groups.items() for i in members}
        for inner, outer in containers.items():
            above = {o.place.id: o for o in options[key_of[outer]]}
            held: set[int] = set()
            for option in options[key_of[inner]]:
                inside = self._above(option.place) & above.keys()
                if inside:
                    option.static["inside"] = WEIGHTS["inside"]
                    held |= inside
            for place in held:
                above[place].static["holds"] = WEIGHTS["holds"]

    def _above(self, place: Place) -> set[int]:
        """Ids of the districts, divisions and the country that hold the place."""
        state = self.gazetteer.country(place.country) if place.country else None
        holding = {place.admin1, place.admin2, state.id if state else None}
        return {h for h in holding if h is not None and h != place.id}

    def _add_frame(
        self,
        toponyms: Sequence[Toponym],
        groups: dict[str, list[int]],
        options: dict[str, list[_Option]],
        outlet: Sequence[str],
    ) -> None:
        """Features from where the report was filed and who published it."""
        dateline = {key for key, members in groups.items() if any(toponyms[i].sentence == DATELINE for i in members)}
        filed = [found[0].place for key in sorted(dateline) if (found := sorted(options[key], key=_order))]
        named = [c[0].place for name in outlet if (c := sorted(map(_plain, self._named(name)), key=_order))]
        for key, found in options.items():
            for option in found:
                place = option.place
                if key not in dateline and any(p.country == place.country for p in filed):
                    option.static["dateline_country"] = WEIGHTS["dateline_country"]
                    if any(p.admin1 and p.admin1 == place.admin1 for p in filed):
                        option.static["dateline_division"] = WEIGHTS["dateline_division"]
                if any(p.id in (place.id, place.admin1, place.admin2) or _same(p.admin1, place.admin1) for p in named):
                    option.static["outlet"] = WEIGHTS["outlet"]

    def _add_diction(self, text: str, options: dict[str, list[_Option]]) -> None:
        """Feature "diction" for places in a country whose words the report uses."""
        counts = Counter(self.diction[m.group().casefold()] for m in self.dictions.finditer(text))
        total = sum(counts.values())
        if not total:
            return
        for found in options.values():
            for option in found:
                hits = counts.get(option.place.country or "", 0)
                if hits and not option.place.is_country:
                    option.static["diction"] = round(WEIGHTS["diction"] * min(1.0, hits / 2) * hits / total, 3)

    def _named(self, name: str) -> list[Place]:
        return [c.place for c in self.gazetteer.named(name) if c.usual]


def _plain(place: Place) -> _Option:
    return _Option(place, _static(place, usual=True))


def _same(one: int | None, other: int | None) -> bool:
    return one is not None and one == other


def _order(option: _Option) -> tuple[float, int]:
    return -option.score, option.place.id


def _static(place: Place, *, usual: bool) -> dict[str, float]:
    """The features of a place that need no context."""
    features = {"people": round(WEIGHTS["people"] * math.log10(place.population + 10), 3)}
    if usual:
        features["usual"] = WEIGHTS["usual"]
    elif place.population < 100_000:
        features["foreign_spelling"] = WEIGHTS["foreign_spelling"]
    if place.is_country:
        features["country"] = WEIGHTS["country"]
    elif place.feature == "ADM1":
        features["division"] = WEIGHTS["division"]
    elif place.feature == "ADM2":
        if not usual:
            features["district"] = WEIGHTS["district"]
    elif place.feature == "PPLC":
        features["capital"] = WEIGHTS["capital"]
    elif not place.is_town:
        features["listed"] = WEIGHTS["listed"]
    return features


def _mark_seats(options: list[_Option]) -> None:
    """A division loses where a town of the same usual name lies in it: "Ankara" is the town, "New York" the state."""
    towns = {
        above for o in options if o.place.is_town and "usual" in o.static for above in (o.place.admin1, o.place.admin2)
    }
    for option in options:
        if option.place.feature in ("ADM1", "ADM2") and option.place.id in towns:
            option.static["seat"] = WEIGHTS["seat"]


def _containers(text: str, toponyms: Sequence[Toponym]) -> dict[int, int]:
    """Index of a toponym -> index of the one it is said to lie in: "X, Y", "X (Y)", and "X in Y" for towns."""
    out: dict[int, int] = {}
    for i, (one, other) in enumerate(zip(toponyms, toponyms[1:], strict=False)):
        if one.sentence != other.sentence or one.adjectival or other.adjectival:
            continue
        between = " ".join(text[one.span.end : other.span.start].split())
        if between in (",", "(", "in", ", in", "in the", ", a suburb of", "of"):
            out[i] = i + 1
    return out


def _groups(toponyms: Sequence[Toponym], containers: dict[int, int]) -> dict[str, list[int]]:
    """The toponyms that are taken to mean the same: one sense per name and report.

    The same name with two different containers ("Paris, Texas" and "Paris, France") is two names.
    """
    stated: dict[str, Counter[str]] = {}
    for i, toponym in enumerate(toponyms):
        if i in containers:
            stated.setdefault(_sense(toponym), Counter())[_sense(toponyms[containers[i]])] += 1
    groups: dict[str, list[int]] = {}
    for i, toponym in enumerate(toponyms):
        sense = _sense(toponym)
        kinds = stated.get(sense, Counter())
        key = sense
        if len(kinds) > 1:
            own = _sense(toponyms[containers[i]]) if i in containers else kinds.most_common(1)[0][0]
            key = f"{sense}@{own}"
        groups.setdefault(key, []).append(i)
    return groups


def _sense(toponym: Toponym) -> str:
    """Names are the same if they are looked up alike."""
    fixed = toponym.division or toponym.region or (toponym.country if toponym.adjectival else None)
    return f"={fixed}" if fixed else name_key(toponym.surface)


def _set_chances(options: dict[str, list[_Option]]) -> None:
    """How likely each candidate is, from the present scores."""
    for found in options.values():
        if not found:
            continue
        top = max(o.score for o in found)
        raw = [math.exp(SHARPNESS * (o.score - top)) for o in found]
        total = sum(raw)
        for option, value in zip(found, raw, strict=True):
            option.chance = value / total


def _areas(place: Place) -> Iterable[tuple[str, object]]:
    yield "same_country", place.country
    yield "same_division", place.id if place.feature == "ADM1" else place.admin1
    yield "same_district", place.id if place.feature == "ADM2" else place.admin2


def _add_votes(options: dict[str, list[_Option]]) -> None:
    """Features "same_...": the share of the other names' chances that lies in the candidate's area."""
    mass: dict[tuple[str, object], float] = {}
    own: dict[str, dict[tuple[str, object], float]] = {}
    for key, found in options.items():
        mine: dict[tuple[str, object], float] = {}
        for option in found:
            for area in _areas(option.place):
                if area[1] is not None:
                    mine[area] = mine.get(area, 0.0) + option.chance
        own[key] = mine
        for area, value in mine.items():
            mass[area] = mass.get(area, 0.0) + value
    names = sum(1 for found in options.values() if found)
    for key, found in options.items():
        for option in found:
            for area in _areas(option.place):
                others = mass.get(area, 0.0) - own[key].get(area, 0.0)
                share = others / (names - 1) if names > 1 else 0.0
                option.context[area[0]] = round(WEIGHTS[area[0]] * math.sqrt(max(share, 0.0)), 3)


def _add_nearness(options: dict[str, list[_Option]]) -> None:
    """Feature "near": the chances of other names within a cell or one beside it; two names give the full weight."""
    mass: dict[tuple[int, int], float] = {}
    own: dict[str, dict[tuple[int, int], float]] = {}
    for key, found in options.items():
        mine: dict[tuple[int, int], float] = {}
        for option in found:
            cell = _cell(option.place)
            if cell is not None:
                mine[cell] = mine.get(cell, 0.0) + option.chance
        own[key] = mine
        for cell, value in mine.items():
            mass[cell] = mass.get(cell, 0.0) + value
    for key, found in options.items():
        for option in found:
            cell = _cell(option.place)
            if cell is not None:
                close = sum(mass.get(c, 0.0) - own[key].get(c, 0.0) for c in _around(cell))
                option.context["near"] = round(WEIGHTS["near"] * min(1.0, close / 2), 3)


def _cell(place: Place) -> tuple[int, int] | None:
    """The one-degree cell of a town, district or facility; larger places are near nothing."""
    if place.lat is None or place.lon is None or place.is_country or place.feature == "ADM1":
        return None
    return math.floor(place.lat), math.floor(place.lon)


def _around(cell: tuple[int, int]) -> list[tuple[int, int]]:
    return [(cell[0] + north, cell[1] + east) for north in (-1, 0, 1) for east in (-1, 0, 1)]


def _best(options: list[_Option]) -> _Option | None:
    """The leading candidate, or None where nothing but an alternate spelling of a small town speaks for it."""
    best = min(options, key=_order, default=None)
    if best is None or best.chance < LEAST_CHANCE:
        return None
    supported = SUPPORT & {*best.static, *(k for k, v in best.context.items() if v >= 1.0)}
    if "foreign_spelling" in best.static and not supported:
        return None
    return best


def _choice(toponym: Toponym, best: _Option | None) -> Choice:
    if best is None:
        return Choice(toponym, None, "not_in_gazetteer")
    features = {**best.static, **best.context}
    told = sorted(((v, k) for k, v in features.items() if v > 0.3), key=lambda f: (-f[0], f[1]))
    return Choice(toponym, best.place, "+".join(name for _, name in told[:4]))

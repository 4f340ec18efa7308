"""Chooses what each name means: named features of each candidate place, added up, with the report as context.

The report's names are resolved together. A first round ranks the candidates of each name on their own; in later
rounds a candidate gains where other names of the report are likely to lie in the same country, division or district.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.places import tables
from dragoman.places.context import DATELINE, Toponym
from dragoman.places.gazetteer import Gazetteer, Place
from dragoman.places.options import WEIGHTS, Option, Options, by_score, mark_grain, mark_seats, option, set_chances
from dragoman.places.senses import containers, senses
from dragoman.places.votes import add_votes, setting_of

ROUNDS = 3
"""Rounds of votes; two, three and four differ by less than .001 in end-to-end F1 on TR-News and LGL."""

MOST_CANDIDATES = 40
"""Candidates kept per name, by score without context; "San Jose" has hundreds."""

LEAST_CHANCE = 0.4
"""Below this share of the candidates' chances the resolver abstains."""

SUPPORT = frozenset({"inside", "near", "same_district", "same_division"})
"""Features that let an alternate spelling of a small town stand; those from votes need SUPPORTED."""

SUPPORTED = 1.0
CLEAR, LEAST_PEOPLE = 0.8, 20_000
"""Without support it stands only for a town of so many people that hardly has a rival: "Kobani"."""

TELLING = 0.3
"""Features from here on are named in `rule`, at most MOST_TOLD of them."""

MOST_TOLD = 4


@dataclass(frozen=True, slots=True)
class Choice:
    """The place a toponym was resolved to, None where the resolver abstained, and the features that decided."""

    toponym: Toponym
    place: Place | None
    rule: str


class Ranker:
    """Resolves the toponyms of one report after the other; holds no state between reports."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._divisions = _division_places(gazetteer)
        self._diction = dict(tables.diction())
        words = "|".join(re.escape(w) for w in sorted(self._diction, key=lambda w: (-len(w), w)))
        initials = "".join(sorted({re.escape(w[0]) for w in self._diction}))
        # Looking at a word's initial first spares trying every word of the table at every word of the text, and folding
        # the text's case once is four times as fast as a pattern without case.
        self._dictions = re.compile(rf"(?<!\w)(?=[{initials}])(?:{words})(?!\w)|£")

    def resolve(self, text: str, toponyms: Sequence[Toponym], outlet: Sequence[str] = ()) -> list[Choice]:
        """One choice per toponym, in the same order; `outlet` holds place names of the publisher and title."""
        container = containers(text, toponyms)
        keys = senses(toponyms, container)
        options: Options = {}
        for key, toponym in zip(keys, toponyms, strict=True):
            if key not in options:
                options[key] = self._options(toponym)
        self._add_containment({keys[i]: keys[j] for i, j in container.items()}, options)
        filed = [key for key, toponym in zip(keys, toponyms, strict=True) if toponym.sentence == DATELINE]
        self._add_dateline(filed, options)
        self._add_outlet(outlet, options)
        self._add_diction(text, options)
        setting = setting_of(options)
        for _ in range(ROUNDS):
            set_chances(options)
            add_votes(options, setting)
        set_chances(options)
        best = {key: _best(found) for key, found in options.items()}
        return [_choice(toponym, best[key]) for key, toponym in zip(keys, toponyms, strict=True)]

    def _options(self, toponym: Toponym) -> list[Option]:
        """The candidates of a name with the features that need no context."""
        fixed = self._fixed(toponym)
        if fixed is not None:
            return [Option(fixed, {"table": WEIGHTS["table"]})]
        found = {c.place.id: option(c.place, usual=c.usual) for c in self.gazetteer.named(toponym.surface)}
        state = self.gazetteer.country(toponym.country) if toponym.country else None
        if state is not None:
            found[state.id] = option(state, usual=True)
            found[state.id].static["state"] = WEIGHTS["state"]
        mark_seats(found.values())
        mark_grain(found.values(), toponym.grain)
        return sorted(found.values(), key=by_score)[:MOST_CANDIDATES]

    def _fixed(self, toponym: Toponym) -> Place | None:
        """What adjectives and abbreviations mean whatever the report says."""
        name = toponym.division or toponym.region
        if name:
            listed = [c.place for c in self.gazetteer.named(name) if c.usual and not c.place.is_town]
            # "Puerto Rican": the territory before a district of that name elsewhere.
            listed.sort(key=lambda p: (p.country != toponym.country, not p.is_country, p.feature == "ADM2", p.id))
            return self._divisions.get(name) or next(iter(listed), None)
        return self.gazetteer.country(toponym.country) if toponym.adjectival and toponym.country else None

    def _add_containment(self, container: dict[str, str], options: Options) -> None:
        """Features "inside" and "holds", for a name wherever the report writes it with its container once."""
        for inner, outer in sorted(container.items()):
            holders = {o.place.id: o for o in options[outer]}
            for one in options[inner]:
                holding = self._above(one.place) & holders.keys()
                if holding:
                    one.static["inside"] = WEIGHTS["inside"]
                for place in holding:
                    holders[place].static["holds"] = WEIGHTS["holds"]

    def _above(self, place: Place) -> set[int]:
        """Ids of the districts, divisions and the country that hold the place."""
        state = self.gazetteer.country(place.country) if place.country else None
        holding = {place.admin1, place.admin2, state.id if state else None}
        return {h for h in holding if h is not None and h != place.id}

    def _add_dateline(self, filed: Sequence[str], options: Options) -> None:
        """Features for places in the country and division the report was filed from."""
        places = [min(options[key], key=by_score).place for key in filed if options[key]]
        for key, found in options.items():
            for one in found if key not in filed else ():
                here = [p for p in places if p.country is not None and p.country == one.place.country]
                if here:
                    one.static["dateline_country"] = WEIGHTS["dateline_country"]
                if any(p.admin1 is not None and p.admin1 == one.place.admin1 for p in here):
                    one.static["dateline_division"] = WEIGHTS["dateline_division"]

    def _add_outlet(self, names: Sequence[str], options: Options) -> None:
        """Feature "outlet" for places that the publisher's name or the title names, and places in them."""
        named: set[int] = set()
        for name in names:
            usual = [option(c.place, usual=True) for c in self.gazetteer.named(name) if c.usual]
            if usual:
                named.add(min(usual, key=by_score).place.id)
        for found in options.values():
            for one in found if named else ():
                if named & {one.place.id, one.place.admin1, one.place.admin2}:
                    one.static["outlet"] = WEIGHTS["outlet"]

    def _add_diction(self, text: str, options: Options) -> None:
        """Feature "diction" for places in a country whose words the report uses."""
        counts = Counter(self._diction[m.group()] for m in self._dictions.finditer(text.casefold()))
        total = sum(counts.values())
        for found in options.values():
            for one in found:
                hits = counts.get(one.place.country or "", 0)
                if hits and not one.place.is_country:
                    one.static["diction"] = round(WEIGHTS["diction"] * min(1.0, hits / 2) * hits / total, 3)


def _division_places(gazetteer: Gazetteer) -> dict[str, Place]:
    """The places of the divisions in our table, by code."""
    code = {c.iso2: c.code for c in tables.countries()}
    out: dict[str, Place] = {}
    for division in tables.divisions():
        for candidate in gazetteer.named(division.names[0]):
            place = candidate.place
            if candidate.usual and place.feature == "ADM1" and place.country == code.get(division.iso[:2]):
                out.setdefault(division.iso, place)
    return out


def _best(options: list[Option]) -> Option | None:
    """The leading candidate, or None where none leads clearly or only a strange spelling speaks for it."""
    best = min(options, key=by_score, default=None)
    if best is None:
        return None
    # A town and the division around it do not compete: "Sao Paulo" is both, and either is right enough to keep.
    chance = sum(one.chance for one in options if one is best or _nested(one.place, best.place))
    if chance < LEAST_CHANCE:
        return None
    support = {*best.static, *(name for name, value in best.context.items() if value >= SUPPORTED)}
    strange = "foreign_spelling" in support and not SUPPORT & support
    return None if strange and (chance < CLEAR or best.place.population < LEAST_PEOPLE) else best


def _nested(one: Place, other: Place) -> bool:
    return one.id in (other.admin1, other.admin2) or other.id in (one.admin1, one.admin2)


def _choice(toponym: Toponym, best: Option | None) -> Choice:
    if best is None:
        return Choice(toponym, None, "abstained")
    features = [(-value, name) for name, value in (*best.static.items(), *best.context.items()) if value > TELLING]
    return Choice(toponym, best.place, "+".join(name for _, name in sorted(features)[:MOST_TOLD]))

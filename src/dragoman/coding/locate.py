"""Where an event happened: of the places that its sentence, its sides and the report offer, the first by a ladder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from dragoman.coding.candidate import Candidate
from dragoman.coding.linear import Linear
from dragoman.coding.narrative import LEAD_SENTENCES
from dragoman.coding.traits import DEEDS
from dragoman.model.actor import Reference
from dragoman.model.event import Category
from dragoman.model.layers import Layers, PlaceMention
from dragoman.model.span import Span

BODIES = frozenset({"UNO", "IGO", "EUR", "NGO", "IMG", "ISM", "MNC"})
OF_THE_VICTIM = frozenset({"ASSAULT", "AID"})
"""Deeds that, with no place named, happened where those live whom they befell (ARTICLES dev: 31 of 59 assaults)."""
OF_THE_DOER = frozenset({"COERCE", "PROTEST", "MOBILIZE", "RETREAT"})
"""Deeds that states and citizens do at home unless a place says otherwise (dev: 39 of 53)."""
REACH = 2
"""Sentences over which a place told as a site goes on being where the report is."""


@dataclass(slots=True)
class _Report:
    """What the report has told of places so far."""

    places: Sequence[PlaceMention]
    dateline: int | None
    home: str | None
    told: Mapping[int, int]
    visits: list[Candidate] = field(default_factory=list)
    last: Candidate | None = None


def locate(candidates: Sequence[Candidate], layers: Layers, model: Linear) -> list[Candidate]:
    """The candidates with their places and how probable each is; None where nothing tells or implies one."""
    places = layers.places or ()
    told: dict[int, int] = {}
    for candidate in candidates:
        for site in candidate.sites:
            if ("sited", 1.0) in site.features:
                told.setdefault(candidate.sentence.index, site.place)
    dateline = from_dateline(places, layers.document.dateline_place)
    report = _Report(places, dateline, layers.actors.home if layers.actors else None, told)
    out: list[Candidate] = []
    for candidate in candidates:
        placed = _choose(candidate, _options(candidate, report), model)
        if placed.place is not None and candidate.category == "CONSULT" and "visit" in candidate.mode:
            report.visits.append(placed)
        if placed.place is not None:
            report.last = placed
        out.append(placed)
    return out


def _choose(candidate: Candidate, options: Mapping[int, Mapping[str, float]], model: Linear) -> Candidate:
    offers = tuple((place, tuple(sorted(features.items()))) for place, features in sorted(options.items()))
    weighed = replace(candidate, offers=offers)
    spread = {site.place for site in candidate.sites if site.spread}
    first = next((place for place, features in options.items() if "first_choice" in features), None)
    if first is None or first in spread:
        return weighed
    return replace(weighed, place=first, place_probability=model.probability(options[first]))


def _options(candidate: Candidate, report: _Report) -> dict[int, dict[str, float]]:
    """The places that may be it with their features."""
    places = report.places
    options: dict[int, dict[str, float]] = {}

    def offer(place: int | None, *names: str) -> None:
        if place is not None:
            options.setdefault(place, {}).update((name, 1.0) for name in names)

    for site in candidate.sites:
        offer(site.place, *(name for name, _ in site.features))
    country = implied_country(candidate.category, candidate.mode, candidate.actor, candidate.recipient)
    if country is not None:
        offer(place_of_country(country, places, candidate.trigger), "implied")
    guests = {r.entity for r in candidate.actor if r.type == "person"}
    hosting = [v for v in report.visits if guests & {r.entity for r in v.actor} and v.auxiliary == candidate.auxiliary]
    offer(hosting[0].place if hosting else None, "on_a_visit")
    for back in range(1, REACH + 1):
        offer(report.told.get(candidate.sentence.index - back), f"told_{back}_before")
    if report.last is not None and report.last.auxiliary == candidate.auxiliary:
        near = candidate.sentence.index - report.last.sentence.index <= REACH
        offer(report.last.place, "as_before_near" if near else "as_before")
    offer(report.dateline, "dateline")
    if report.home is not None:
        offer(place_of_country(report.home, places, candidate.trigger), "home")
        for place, features in options.items():
            if places[place].country_code == report.home:
                features["at_home"] = 1.0
    everybody = [("actor", candidate.actor), ("recipient", candidate.recipient)]
    for place, features in options.items():
        code = places[place].country_code
        for role, side in everybody:
            codes = {r.code for r in side if r.code}
            if code in codes:
                features[f"of_{role}"] = 1.0
                features[f"of_{role}_only"] = float(codes - BODIES == {code})
            elif codes - BODIES:
                features[f"not_of_{role}"] = 1.0
        features |= _combined(candidate, features)
    first = _first_choice(candidate, options)
    if first is not None:
        options[first]["first_choice"] = 1.0
    return {place: {n: v for n, v in features.items() if v} for place, features in options.items()}


def _first_choice(candidate: Candidate, options: Mapping[int, Mapping[str, float]]) -> int | None:
    """The place that the syntax gives; failing that the sides, a visit, and for meetings and at home the dateline."""
    deed = candidate.category in DEEDS

    def of(*names: str) -> int | None:
        return next((place for name in names for place, found in options.items() if name in found), None)

    told = of("target", "sited_own", "sited_noun", "sited_above", "sited_above_noun") if deed else of("sited_own")
    if told is not None:
        return told
    if (implied := of("implied")) is not None or "phone" in candidate.mode:
        return implied
    if (visit := of("on_a_visit")) is not None:
        return visit
    if candidate.sentence.index >= LEAD_SENTENCES:
        return None
    return of("dateline_home") if candidate.category != "CONSULT" else of("dateline")


def _combined(candidate: Candidate, features: Mapping[str, float]) -> dict[str, float]:
    """Features that mean something only together with what kind of act it is, or where in the report it stands."""
    kind = "deed" if candidate.category in DEEDS else "word"
    group = (
        "victim" if candidate.category in OF_THE_VICTIM else "doer" if candidate.category in OF_THE_DOER else "other"
    )
    lead = candidate.sentence.index < LEAD_SENTENCES
    visit = "visit" in candidate.mode
    out = {f"word_{name}": 1.0 for name in ("sited_own", "sited_noun", "sited_above", "owner") if name in features}
    out = out if kind == "word" else {}
    for name in ("of_actor", "of_recipient", "implied", "dateline", "sited", "told_1_before", "at_home"):
        if name in features:
            out[f"{kind}_{name}"] = 1.0
            out[f"{group}_{name}"] = 1.0
    if "dateline" in features:
        out["dateline_lead" if lead else "dateline_low"] = 1.0
        out["dateline_consult"] = float(candidate.category == "CONSULT")
        out["dateline_home"] = features.get("of_actor", 0.0)
    if visit:
        out["visit_host"] = features.get("of_recipient", 0.0)
        out["visit_target"] = features.get("target", 0.0)
    if "phone" in candidate.mode:
        out["phone"] = 1.0
    return out


def from_dateline(places: Sequence[PlaceMention], dateline: Span | None) -> int | None:
    """The index of the dateline's finest place."""
    told = [n for n, p in enumerate(places) if dateline is not None and dateline.overlaps(p.span) and p.country_code]
    return max(told, key=lambda n: (places[n].resolution or 0, -n), default=None)


def implied_country(
    category: Category, mode: Sequence[str], actor: Sequence[Reference], recipient: Sequence[Reference]
) -> str | None:
    """The country in which a deed without a named place happened, as far as its sides tell; None where they do not.

    A visit is where the host is; what one country does among its own people is at home.
    """
    doers = {r.code for r in actor if r.code}
    others = {r.code for r in recipient if r.code}
    if doers and doers == others:
        return _only(doers)
    if category == "CONSULT":
        return _only(others) if "visit" in mode else None
    if category in OF_THE_VICTIM:
        return _only(others)
    if category in OF_THE_DOER:
        return _only(doers) or _only(others)
    return None


def place_of_country(code: str, places: Sequence[PlaceMention], near: Span) -> int | None:
    """The index of the mention of that country nearest to `near`, an adjective if need be."""
    named = [
        (abs(p.span.start - near.start), n)
        for n, p in enumerate(places)
        if p.country_code == code and p.resolution == 1
    ]
    return min(named)[1] if named else None


def _only(codes: set[str]) -> str | None:
    """The single country of a side; bodies such as the United Nations have no territory."""
    states = codes - BODIES
    return next(iter(states)) if len(states) == 1 else None

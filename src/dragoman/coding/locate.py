"""Where an event happened that its own clause does not place: by its sides, its visit, or the dateline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.candidate import Candidate
from dragoman.coding.narrative import LEAD_SENTENCES
from dragoman.model.actor import Reference
from dragoman.model.event import Category
from dragoman.model.layers import Layers, PlaceMention
from dragoman.model.span import Span

BODIES = frozenset({"UNO", "IGO", "EUR", "NGO", "IMG", "ISM", "MNC"})
OF_THE_VICTIM = frozenset({"ASSAULT", "AID"})
"""Deeds that, with no place named, happened where those live whom they befell (ARTICLES dev: 31 of 59 assaults)."""
OF_THE_DOER = frozenset({"COERCE", "PROTEST", "MOBILIZE", "RETREAT"})
"""Deeds that states and citizens do at home unless a place says otherwise (dev: 39 of 53)."""


def locate(candidates: Sequence[Candidate], layers: Layers) -> list[Candidate]:
    """The candidates, those without a place given the one that the rest of the report implies, if any."""
    places, dateline = layers.places or (), layers.document.dateline_place
    visits: list[Candidate] = []
    out: list[Candidate] = []
    for candidate in candidates:
        place = candidate.place
        if place is None:
            place = _implied(candidate, visits, places, dateline)
        placed = replace(candidate, place=place)
        if place is not None and candidate.category == "CONSULT" and "visit" in candidate.mode:
            visits.append(placed)
        out.append(placed)
    return out


def _implied(
    candidate: Candidate, visits: Sequence[Candidate], places: Sequence[PlaceMention], dateline: Span | None
) -> int | None:
    country = implied_country(candidate.category, candidate.mode, candidate.actor, candidate.recipient)
    if country is not None:
        return place_of_country(country, places, candidate.trigger)
    if "phone" in candidate.mode:
        return None
    for visit in visits:
        # Who is on a visit acts there.
        guests = {r.entity for r in visit.actor if r.type == "person"}
        if guests & {r.entity for r in candidate.actor} and visit.auxiliary == candidate.auxiliary:
            return visit.place
    if candidate.sentence.index < LEAD_SENTENCES:
        return from_dateline(candidate.category, candidate.actor, places, dateline)
    return None


def from_dateline(
    category: Category, actor: Sequence[Reference], places: Sequence[PlaceMention], dateline: Span | None
) -> int | None:
    """The index of the dateline's place, for an act of the lead that its sides do not put elsewhere.

    A meeting is where the report comes from; what is said, only where the speaker is at home there or is a body
    without a country ("THE HAGUE: the World Court rejected").
    """
    told = [n for n, p in enumerate(places) if dateline is not None and dateline.overlaps(p.span) and p.country_code]
    if not told:
        return None
    finest = max(told, key=lambda n: (places[n].resolution or 0, -n))
    codes = {r.code for r in actor if r.code}
    at_home = bool(codes) and all(c == places[finest].country_code or c in BODIES for c in codes)
    return finest if category == "CONSULT" or at_home else None


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

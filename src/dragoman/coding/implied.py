"""The country in which a deed happened that no words place: what the sides of an event tell."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.traits import DEEDS
from dragoman.model.actor import Reference
from dragoman.model.event import Category
from dragoman.model.layers import PlaceMention
from dragoman.model.span import Span

BODIES = frozenset({"UNO", "IGO", "EUR", "NGO", "IMG", "ISM", "MNC"})
OF_THE_VICTIM = frozenset({"ASSAULT"})
"""Deeds that, with no place named, happened where those live whom they befell (ARTICLES dev: 31 of 59 assaults)."""
OF_THE_DOER = frozenset({"COERCE", "PROTEST", "MOBILIZE", "RETREAT"})
"""Deeds that states and citizens do at home unless a place says otherwise (dev: 39 of 53)."""
ANYWHERE = frozenset({"AID", "SANCTION"})
"""Deeds that are decided in one country and felt in another."""


def implied_country(
    category: Category, mode: Sequence[str], actor: Sequence[Reference], recipient: Sequence[Reference]
) -> str | None:
    """The country in which an act without a named place happened, as far as its sides tell; None where they do not.

    A visit is where the host is, what one country does among its own people at home. Words are said anywhere.
    """
    if category not in DEEDS or category in ANYWHERE or "resign" in mode:
        return None
    doers, others = codes_of(actor), codes_of(recipient)
    if doers and doers == others:
        return only(doers)
    if category == "CONSULT":
        return only(others) if "visit" in mode else None
    if category in OF_THE_VICTIM:
        return only(others)
    if category in OF_THE_DOER:
        return only(doers) or only(others)
    return None


def codes_of(side: Sequence[Reference]) -> set[str]:
    """The countries and bodies of a side."""
    return {r.code for r in side if r.code}


def only(codes: set[str]) -> str | None:
    """The single country of a side; bodies such as the United Nations have no territory."""
    states = codes - BODIES
    return next(iter(states)) if len(states) == 1 else None


def place_of_country(code: str | None, places: Sequence[PlaceMention], near: Span) -> int | None:
    """The index of the mention of that country nearest to `near`, an adjective if need be."""
    named = [
        (abs(p.span.start - near.start), n)
        for n, p in enumerate(places)
        if code is not None and p.country_code == code and p.resolution == 1
    ]
    return min(named)[1] if named else None

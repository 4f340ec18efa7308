"""The place of an event: a place in its clause, else the country it must have happened in, else the dateline."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.model.actor import Reference
from dragoman.model.event import Category
from dragoman.model.layers import PlaceMention
from dragoman.model.span import Span
from dragoman.model.tree import Token, Tree

SITES = frozenset({"in", "at", "near", "outside", "inside", "off", "around", "across", "over", "throughout"})
OF_THE_VICTIM = frozenset({"ASSAULT", "AID"})
"""Deeds that, with no place named, happened where those live whom they befell (ARTICLES dev: 31 of 59 assaults)."""
OF_THE_DOER = frozenset({"COERCE", "PROTEST", "MOBILIZE", "RETREAT"})
"""Deeds that states and citizens do at home unless a place says otherwise (dev: 39 of 53)."""


def choose_place(tree: Tree, head: int, places: Sequence[tuple[int, PlaceMention]], *, deed: bool) -> int | None:
    """The index (in the report's place layer) of the place that the trigger's clause names, if any.

    `places` are the sentence's, with their indices. Only toponyms behind a preposition of place count; adjectives and
    capitals that act never do. An act done by speaking (`deed` False) is placed only by words that hang on its own
    verb: what a demand speaks of lies elsewhere than the demand.
    """
    path = [head, *(a.i for a in tree.ancestors(head))]
    ranked = []
    for index, place in places:
        top = _top(tree, place.span)
        if place.adjectival or place.acting or top is None:
            continue
        preposition = tree[top.head]
        if preposition.dep != "prep" or preposition.lemma not in SITES:
            continue
        chain = [a.i for a in tree.ancestors(top.i)]
        meet = next((i for i in chain if i in path), None)
        if meet is None:
            continue
        between = [tree[i] for i in chain[: chain.index(meet)]]
        clauses = sum(t.pos in ("VERB", "AUX") for t in between)
        nouns = sum(t.pos in ("NOUN", "PROPN") for t in between)
        if clauses or (not deed and (nouns or meet != head)):
            continue
        ranked.append((path.index(meet), nouns, -(place.resolution or 0), abs(top.i - head), index))
    return min(ranked)[-1] if ranked else None


def _top(tree: Tree, span: Span) -> Token | None:
    """The token of the toponym that hangs outside it."""
    tokens = [t for t in tree if span.start <= t.start and t.end <= span.end]
    return next((t for t in tokens if not span.start <= tree[t.head].start < span.end), tokens[-1] if tokens else None)


def implied_country(
    category: Category, mode: Sequence[str], actor: Sequence[Reference], recipient: Sequence[Reference]
) -> str | None:
    """The country in which a deed without a named place happened, as far as its sides tell; None where they do not.

    A visit is where the host is; what one country does among its own people is at home.
    """
    doers = {r.code for r in actor if r.code}
    others = {r.code for r in recipient if r.code}
    if category == "CONSULT":
        return _only(others) if "visit" in mode else None
    if category in OF_THE_VICTIM:
        return _only(others) or (_only(doers) if doers == others else None)
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
    states = {c for c in codes if c not in ("UNO", "IGO", "EUR", "NGO", "IMG", "ISM", "MNC")}
    return next(iter(states)) if len(states) == 1 else None

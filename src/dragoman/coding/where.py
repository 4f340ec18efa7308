"""The places that a sentence offers for its event, each with the named features that speak for or against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model.layers import PlaceMention
from dragoman.model.span import Span
from dragoman.model.tree import Token, Tree

SITES = frozenset({"in", "at", "near", "outside", "inside", "off", "around", "across", "over", "throughout"})
TARGETS = ("dobj", "nsubjpass")
NEAR_TOKENS = 6


@dataclass(frozen=True, slots=True)
class Site:
    """A place (its index in the report's place layer) that may be where an event happened."""

    place: int
    features: tuple[tuple[str, float], ...]
    spread: bool = False


def sites_of_sentence(tree: Tree, head: int, places: Sequence[tuple[int, PlaceMention]]) -> tuple[Site, ...]:
    """One site per resolved place of the sentence; `places` with their indices in the report.

    `spread` marks a place named beside one in another country ("in Peru and Chile"): then no single one is it.
    """
    path = [head, *(a.i for a in tree.ancestors(head))]
    out = []
    for index, place in places:
        top = _top(tree, place.span)
        if place.country_code is None or top is None:
            continue
        names = _features(tree, head, path, place, top)
        features = tuple(sorted((name, 1.0) for name, holds in names.items() if holds))
        out.append(Site(index, features, _spread(tree, place, top, places)))
    return tuple(out)


def _features(tree: Tree, head: int, path: Sequence[int], place: PlaceMention, top: Token) -> dict[str, bool]:
    chain = [top.i, *(a.i for a in tree.ancestors(top.i))]
    meet = next(i for i in [*chain, head] if i in path) if set(chain) & set(path) else None
    between = [tree[i] for i in chain[1 : chain.index(meet)]] if meet in chain else []
    clauses = sum(t.pos in ("VERB", "AUX") for t in between)
    nouns = sum(t.pos in ("NOUN", "PROPN") for t in between)
    governor = tree[top.head]
    sited = governor.dep == "prep" and governor.lemma in SITES
    up = path.index(meet) if meet is not None else None
    named = not place.adjectival and not place.acting
    return {
        "adjective": place.adjectival,
        "capital_acting": place.acting,
        "sited": sited and named,
        "sited_own": sited and named and up == 0 and not clauses and not nouns,
        "sited_noun": sited and named and up == 0 and not clauses and nouns > 0,
        "sited_above": sited and named and up is not None and up > 0 and not clauses and not nouns,
        "sited_above_noun": sited and named and up is not None and up > 0 and not clauses and nouns > 0,
        "sited_elsewhere": sited and named and bool(clauses),
        "other_preposition": named and governor.dep == "prep" and not sited,
        "directed": named and governor.dep == "prep" and governor.lemma in ("to", "from", "into", "toward", "towards"),
        "target": named and top.dep in TARGETS and top.head == head,
        "owner": named and top.dep == "poss",
        "subject": named and top.dep in ("nsubj", "agent"),
        "inside_trigger_phrase": named and head in chain,
        "close": abs(top.i - head) <= NEAR_TOKENS,
        "opens_sentence": named and sited and governor.i <= 1,
        "finer_than_country": (place.resolution or 0) > 1,
    }


def _spread(tree: Tree, chosen: PlaceMention, top: Token, places: Sequence[tuple[int, PlaceMention]]) -> bool:
    first = top
    while first.dep == "conj" and first.head != first.i:
        first = tree[first.head]
    beside = {t.i for t in tree.conjuncts(first.i)} - {top.i}
    return any(
        other is not None and other.i in beside and place.country_code != chosen.country_code
        for _, place in places
        for other in (_top(tree, place.span),)
    )


def _top(tree: Tree, span: Span) -> Token | None:
    """The token of the toponym that hangs outside it."""
    tokens = [t for t in tree if span.start <= t.start and t.end <= span.end]
    return next((t for t in tokens if not span.start <= tree[t.head].start < span.end), tokens[-1] if tokens else None)

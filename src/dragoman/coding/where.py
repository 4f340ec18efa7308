"""The place that the words of a clause give its event."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.model.layers import PlaceMention
from dragoman.model.span import Span
from dragoman.model.tree import Token, Tree

SITES = frozenset({"in", "at", "near", "outside", "inside", "off", "around", "across", "over", "throughout"})


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
        if deed and top.dep in ("dobj", "nsubjpass") and top.head == head:
            # "visited Quito", "Goma was shelled": the deed is there.
            ranked.append((0, 0, -(place.resolution or 0), abs(top.i - head), index))
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
    best = min(ranked)[-1] if ranked else None
    return None if best is not None and _spread(tree, best, places) else best


def _spread(tree: Tree, best: int, places: Sequence[tuple[int, PlaceMention]]) -> bool:
    """Whether the place is one of several in different countries ("in Peru and Chile"): then no single one is it."""
    chosen = next(place for index, place in places if index == best)
    top = _top(tree, chosen.span)
    beside = {t.i for t in tree.conjuncts(top.i)} - {top.i} if top is not None else set()
    return any(
        other is not None and other.i in beside and place.country_code != chosen.country_code
        for _, place in places
        for other in (_top(tree, place.span),)
    )


def _top(tree: Tree, span: Span) -> Token | None:
    """The token of the toponym that hangs outside it."""
    tokens = [t for t in tree if span.start <= t.start and t.end <= span.end]
    return next((t for t in tokens if not span.start <= tree[t.head].start < span.end), tokens[-1] if tokens else None)

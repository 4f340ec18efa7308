"""The place of an event: a place in its clause, then in its sentence, then the host's country, then the dateline."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.model.layers import PlaceMention
from dragoman.model.tree import Tree

PLACE_PREPOSITIONS = frozenset(
    {"in", "at", "near", "on", "outside", "inside", "off", "around", "over", "across", "to", "into", "from", "of", "for"}
)
SITES = frozenset({"in", "at", "near", "outside", "inside", "off", "around", "across", "over"})


def choose_place(tree: Tree, head: int, places: Sequence[tuple[int, PlaceMention]]) -> int | None:
    """The index (in the report's place layer) of the place where the trigger's act happened.

    `places` are the sentence's, with their indices. Only toponyms behind a preposition of place count, and of those
    the one fewest steps from the trigger; adjectives and capitals that act never do.
    """
    path = [head, *(a.i for a in tree.ancestors(head))]
    ranked = []
    for index, place in places:
        if place.adjectival or place.acting:
            continue
        tokens = [t for t in tree if place.span.start <= t.start and t.end <= place.span.end]
        if not tokens:
            continue
        top = next((t for t in tokens if not place.span.start <= tree[t.head].start < place.span.end), tokens[-1])
        preposition = tree[top.head]
        if preposition.dep != "prep" or preposition.lemma not in SITES:
            continue
        chain = [a.i for a in tree.ancestors(top.i)]
        meet = next((i for i in chain if i in path), None)
        if meet is None:
            continue
        clauses = sum(tree[i].pos in ("VERB", "AUX") for i in chain[: chain.index(meet)])
        ranked.append((clauses, path.index(meet), -(place.resolution or 0), abs(top.i - head), index))
    return min(ranked)[-1] if ranked else None

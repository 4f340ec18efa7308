"""How the sides stand to the trigger: what kind of participants they are, how near, and who is left over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.candidate import Candidate
from dragoman.model.actor import Reference
from dragoman.model.layers import ActorLayer, Layers
from dragoman.model.tree import Tree

NEXT, FAR = 3, 10
"""Words between a side and the trigger: within NEXT it hangs on it, beyond FAR much stands between."""
MOST_LEFT = 3


def with_standing(candidates: Sequence[Candidate], layers: Layers) -> list[Candidate]:
    """The candidates with features of how their sides stand, for the confidences to weigh."""
    trees = {tree.sentence: tree for tree in layers.trees or ()}
    countries: dict[int, set[str]] = defaultdict(set)
    for (sentence, _), references in (layers.actors or ActorLayer()).references.items():
        countries[sentence] |= {r.code for r in references if r.code}
    return [
        replace(
            candidate,
            features=(
                *candidate.features,
                *_features(candidate, trees.get(candidate.sentence.index), countries[candidate.sentence.index]).items(),
            ),
        )
        for candidate in candidates
    ]


def _features(candidate: Candidate, tree: Tree | None, countries: set[str]) -> dict[str, float]:
    category = candidate.category.lower()
    left = countries - {r.code for r in (*candidate.actor, *candidate.recipient)}
    values: dict[str, float] = {
        "countries_left": min(MOST_LEFT, len(left)),
        f"no_actor_{category}": not candidate.actor,
        f"no_recipient_{category}": not candidate.recipient,
    }
    for name, side in (("actor", candidate.actor), ("recipient", candidate.recipient)):
        if side:
            away = None if tree is None else _words_away(tree, candidate.head, side[0])
            values[f"{name}_{side[0].type}"] = True
            values[f"{name}_next"] = away is not None and away <= NEXT
            values[f"{name}_far"] = away is not None and away > FAR
            values[f"{name}_elsewhere"] = away is None
    return {name: float(value) for name, value in sorted(values.items()) if value}


def _words_away(tree: Tree, head: int, reference: Reference) -> int | None:
    """How many words lie from the trigger to the nearest of the side; None where it stands in another sentence."""
    span = reference.span
    return min((abs(t.i - head) for t in tree if span.start <= t.start and t.end <= span.end), default=None)

"""How the sides stand: what kind of participants they are, how near, who is left over, and who else tells of them."""

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
                *_company(candidate, candidates).items(),
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


def _company(candidate: Candidate, candidates: Sequence[Candidate]) -> dict[str, float]:
    """How its countries agree with each other and with what other sentences tell."""
    actors, recipients = _countries(candidate.actor), _countries(candidate.recipient)
    others = [c for c in candidates if c.sentence.index != candidate.sentence.index]
    told = [(_countries(c.actor), _countries(c.recipient)) for c in others]
    again = [sides for c, sides in zip(others, told, strict=True) if c.category == candidate.category]
    same = (actors, recipients) in again
    values = {
        "one_country": bool(actors) and actors == recipients,
        "shared_country": bool(actors & recipients),
        "unknown_country": any(r.code is None for r in (*candidate.actor, *candidate.recipient)),
        "many_actor_countries": len(actors) > 1,
        "many_recipient_countries": len(recipients) > 1,
        "sides_again": same,
        "kind_again": bool(again) and not same,
        "countries_again": bool(actors and recipients) and any(a | r == actors | recipients for a, r in told),
        "actor_again": bool(actors) and any(a == actors for a, _ in told),
    }
    return {name: 1.0 for name, holds in sorted(values.items()) if holds}


def _countries(side: Sequence[Reference]) -> frozenset[str]:
    return frozenset(r.code for r in side if r.code)


def _words_away(tree: Tree, head: int, reference: Reference) -> int | None:
    """How many words lie from the trigger to the nearest of the side; None where it stands in another sentence."""
    span = reference.span
    return min((abs(t.i - head) for t in tree if span.start <= t.start and t.end <= span.end), default=None)

"""The country a report is chiefly about: what bare nouns such as "the police" belong to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from dragoman.model.document import Document
from dragoman.model.layers import Mention, PlaceMention
from dragoman.model.tree import Tree

LEAD_SENTENCES = 2
LEAD_WEIGHT = 2
DATELINE_WEIGHT = 2


def home_country(doc: Document, mentions: Sequence[Mention], places: Sequence[PlaceMention]) -> str | None:
    """The code with most weight: each state's mention 1, in the lead 2, the dateline 2; None where no state is named.

    Ties go to the state named first. International bodies never are a home.
    """
    weights: Counter[str] = Counter()
    for mention in mentions:
        if mention.known is not None and mention.known.kind == "state" and mention.known.code:
            weights[mention.known.code] += LEAD_WEIGHT if mention.sentence < LEAD_SENTENCES else 1
    for place in places:
        if place.country_code is None or place.acting:
            continue
        if doc.dateline_place is not None and doc.dateline_place.overlaps(place.span):
            weights[place.country_code] += DATELINE_WEIGHT
        elif place.resolution is not None and place.resolution > 1:
            weights[place.country_code] += 1
    return max(weights, key=lambda code: weights[code], default=None)


def local_country(tree: Tree, token: int, places: Mapping[int, PlaceMention]) -> str | None:
    """The country of the place nearest to `token` in its sentence that is told as a location ("in", "at", "near")."""
    near = [
        (abs(i - token), place.country_code)
        for i, place in sorted(places.items())
        if place.country_code and not place.adjectival and not place.acting and _located(tree, i)
    ]
    return min(near, key=lambda pair: pair[0], default=(0, None))[1]


def _located(tree: Tree, i: int) -> bool:
    head = tree[tree[i].head]
    return head.dep == "prep" and head.lemma in ("in", "at", "near", "around", "outside", "across", "inside")

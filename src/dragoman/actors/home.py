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
    """The code with most weight; None where no state is named. Ties go to the state named first."""
    weights = country_weights(doc, mentions, places)
    return max(weights, key=lambda code: weights[code], default=None)


def country_weights(doc: Document, mentions: Sequence[Mention], places: Sequence[PlaceMention]) -> Counter[str]:
    """How much the report is about each state: every mention counts 1, in the lead 2, the dateline 2.

    International bodies have no weight: they never are a home.
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
    return weights


def town_weights(doc: Document, places: Sequence[PlaceMention]) -> Counter[str]:
    """How many mentions of places smaller than a country lie in each state, the dateline's left out."""
    return Counter(
        p.country_code
        for p in places
        if p.country_code is not None
        and not p.acting
        and p.resolution is not None
        and p.resolution > 1
        and not (doc.dateline_place is not None and doc.dateline_place.overlaps(p.span))
    )


def dateline_country(doc: Document, places: Sequence[PlaceMention]) -> str | None:
    """The country of the place that the dateline names."""
    if doc.dateline_place is None:
        return None
    codes = [p.country_code for p in places if p.country_code and doc.dateline_place.overlaps(p.span)]
    # "AQABA, Jordan": the last name is the wider one.
    return codes[-1] if codes else None


def local_country(tree: Tree, token: int, places: Mapping[int, PlaceMention]) -> str | None:
    """The country of the place nearest to `token` in its sentence that is told as a location ("in", "at", "near")."""
    near = [
        (abs(i - token), place.country_code)
        for i, place in sorted(places.items())
        if place.country_code and not place.acting and _located(tree, tree[i].head if place.adjectival else i)
    ]
    return min(near, key=lambda pair: pair[0], default=(0, None))[1]


def _located(tree: Tree, i: int) -> bool:
    head = tree[tree[i].head]
    return head.dep == "prep" and head.lemma in ("in", "at", "near", "around", "outside", "across", "inside")

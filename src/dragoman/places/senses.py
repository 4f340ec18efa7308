"""Which toponyms of a report mean the same place, and which are said to lie in which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from dragoman.places.context import Toponym
from dragoman.places.gazetteer import name_key

CONTAINING = frozenset({",", "(", "in", ", in", "in the", ", a suburb of", "of"})
"""What may stand between a place and the place it lies in."""


def containers(text: str, toponyms: Sequence[Toponym]) -> dict[int, int]:
    """Index of a toponym -> index of the next one, where the text says that it lies in it: "X, Y", "X (Y)"."""
    out: dict[int, int] = {}
    for i, (one, other) in enumerate(pairwise(toponyms)):
        if one.sentence == other.sentence and not (one.adjectival or other.adjectival):
            between = " ".join(text[one.span.end : other.span.start].split())
            if between in CONTAINING:
                out[i] = i + 1
    return out


def senses(toponyms: Sequence[Toponym], container: dict[int, int]) -> list[str]:
    """One key per toponym; equal keys mean the same place.

    A name has one sense in a report, unless the report itself puts it in two places: "Paris, Texas" and
    "Paris, France" are two, and a bare "Paris" is the one named so more often.
    """
    plain = [_sense(toponym) for toponym in toponyms]
    stated: dict[str, Counter[str]] = {}
    for i, j in container.items():
        stated.setdefault(plain[i], Counter())[plain[j]] += 1
    out = []
    for i, sense in enumerate(plain):
        places = stated.get(sense, Counter())
        if len(places) > 1:
            holder = plain[container[i]] if i in container else places.most_common(1)[0][0]
            sense = f"{sense}@{holder}"
        out.append(sense)
    return out


def _sense(toponym: Toponym) -> str:
    """Names are the same if they are looked up alike."""
    fixed = toponym.division or toponym.region or (toponym.country if toponym.adjectival else None)
    if fixed:
        return f"={fixed}"
    name = name_key(toponym.surface)
    return f"{name}:{toponym.grain}" if toponym.grain else name

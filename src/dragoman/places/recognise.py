"""Finds toponyms: every candidate stretch gets features whose sum must reach a threshold.

The tagger alone misses many: it reads 14 to 19 % of the towns in news as parts of organisations. A gazetteer alone
finds too many, because many surnames and common words are towns somewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from dragoman.model.layers import KnownName, Layers, Mention
from dragoman.model.span import Span
from dragoman.model.tree import Tree
from dragoman.places import tables
from dragoman.places.abbreviations import Abbreviations
from dragoman.places.context import Grain, Toponym
from dragoman.places.evidence import (
    EVIDENCE,
    SURE,
    THRESHOLD,
    adjective_feature,
    kind_of,
    label_feature,
    word_features,
)
from dragoman.places.gazetteer import Gazetteer, name_key
from dragoman.places.stretches import STATE_KINDS, Stretch, stretches
from dragoman.places.words import BUILDINGS, DIVISIONS

GRAINS: dict[str, Grain] = {
    "province": "division", "state": "division", "region": "division", "oblast": "division",
    "governorate": "division", "prefecture": "division", "county": "district", "district": "district",
}  # fmt: skip
_ANY_GRAIN = "|".join(GRAINS)
_GRAIN_AFTER = re.compile(rf"\s({_ANY_GRAIN})\b", re.IGNORECASE)
_GRAIN_BEFORE = re.compile(rf"\b({_ANY_GRAIN})\sof\s$", re.IGNORECASE)


class Recogniser:
    """Finds the toponyms of a report; made once per gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.abbreviations = Abbreviations()
        self._adjectives = tables.adjectives()
        states = {c.iso2: c.code for c in tables.countries()}
        self._divisions = {name: states[d.iso[:2]] for d in tables.divisions() for name in d.names}

    def find(self, layers: Layers) -> list[Toponym]:
        """Toponyms of all sentences in text order, none overlapping."""
        text = layers.document.text
        mentions = layers.mentions or ()
        by_sentence: dict[int, list[Mention]] = {}
        for mention in mentions:
            by_sentence.setdefault(mention.sentence, []).append(mention)
        weighed = [
            self._weigh_sentence(text, tree, by_sentence.get(tree.sentence, []))
            for tree in layers.trees or ()
            if tree.tokens
        ]
        people = _family_names(mentions, text)
        sure = frozenset(name_key(t.surface) for found in weighed for t in found if t.score >= SURE)
        out: list[Toponym] = []
        for found in weighed:
            in_report = [_with_report(toponym, people, sure) for toponym in found]
            out.extend(_without_overlaps(t for t in in_report if t.score >= THRESHOLD))
        return out

    def _weigh_sentence(self, text: str, tree: Tree, mentions: list[Mention]) -> list[Toponym]:
        """All candidates of a sentence with their features; they may overlap."""
        short = [
            Toponym(span, tree.sentence, span.of(text), _weighed("abbreviation"), division=code)
            for span, code in self.abbreviations.find(text, tree[0].start, tree.tokens[-1].end)
        ]
        return short + [self._weigh(text, tree, s) for s in stretches(text, tree, mentions, self._is_listed)]

    def _is_listed(self, surface: str) -> bool:
        if surface in self._adjectives:
            return True
        named = self.gazetteer.named(surface)
        # Two letters name towns too ("Ii", "Au"), but in news they name a state or nothing.
        return any(c.place.is_country and surface.isupper() for c in named) if len(surface) == 2 else bool(named)

    def _weigh(self, text: str, tree: Tree, stretch: Stretch) -> Toponym:
        """The stretch as a toponym with its features, those about the whole report excepted."""
        state = _state(stretch)
        surface = stretch.surface
        adjective = state is not None and state.form in ("adjective", "demonym")
        if adjective or (surface in self._adjectives and not self.gazetteer.named(surface)):
            feature = "in_body" if _in_known_body(stretch) else adjective_feature(tree, stretch)
            toponym = Toponym(stretch.span, tree.sentence, surface, _weighed(feature), adjectival=True)
            if surface in self._adjectives or state is None:
                return replace(toponym, region=self._adjectives.get(surface))
            inner = self._is_part(state.entity, state)
            return replace(toponym, region=state.entity if inner else None, country=state.code)
        division = self.abbreviations.code(surface) if stretch.is_place_mention and len(surface) > 2 else None
        if division is not None and surface not in self._divisions:
            return Toponym(stretch.span, tree.sentence, surface, _weighed("abbreviation"), division=division)
        kind = kind_of(surface, self.gazetteer, self._divisions)
        features = [label_feature(tree, stretch), *word_features(tree, stretch)]
        if kind != "not_listed" or not stretch.typed:
            features.append(kind)
        country = None
        if state is not None and state.form == "name":
            features.append("known_state")
            country = None if self._is_part(surface, state) else state.code
        return Toponym(
            stretch.span,
            tree.sentence,
            surface,
            _weighed(*features),
            country=country,
            listed=country is not None or kind != "not_listed",
            grain=_grain(text, stretch.span),
            street=stretch.typed and tree[stretch.last].text.casefold().rstrip(".") not in BUILDINGS | DIVISIONS,
        )

    def _is_part(self, name: str, state: KnownName) -> bool:
        """Whether the gazetteer has `name` as a territory or part of the state, not as the state itself.

        The knowledge base folds Scotland and Gibraltar into the United Kingdom; as places they are their own.
        """
        listed = [c.place for c in self.gazetteer.named(name) if c.usual and not c.place.is_town]
        if any(p.is_country for p in listed):
            return all(p.country != state.code for p in listed if p.is_country)
        return any(p.country == state.code for p in listed)


def _weighed(*features: str) -> tuple[tuple[str, float], ...]:
    return tuple((feature, EVIDENCE[feature]) for feature in features)


def _grain(text: str, span: Span) -> Grain | None:
    """What the words beside a name call it: "Idlib province", "the province of Idlib", "Fannin County"."""
    after, before = _GRAIN_AFTER.match(text, span.end), _GRAIN_BEFORE.search(text, max(0, span.start - 20), span.start)
    found = after or before
    return GRAINS.get(found.group(1).casefold()) if found else None


def _state(stretch: Stretch) -> KnownName | None:
    """The state or territory that the knowledge base reads the stretch as."""
    known = stretch.mention.known if stretch.mention is not None and stretch.whole else None
    return known if known is not None and known.kind in STATE_KINDS and known.code else None


def _in_known_body(stretch: Stretch) -> bool:
    return stretch.mention is not None and not stretch.whole and stretch.mention.known is not None


def _family_names(mentions: Iterable[Mention], text: str) -> frozenset[str]:
    """Last words of people's full names."""
    names = [m.span.of(text).split() for m in mentions if m.label == "PERSON"]
    return frozenset(name_key(words[-1]) for words in names if len(words) > 1)


def _with_report(toponym: Toponym, people: frozenset[str], sure: frozenset[str]) -> Toponym:
    """Adds what the rest of the report says: the name is a place elsewhere, or somebody's family name."""
    key = name_key(toponym.surface)
    told = [name for name, keys in (("place_elsewhere", sure), ("family_name", people)) if key in keys]
    if toponym.adjectival or not told or (told == ["place_elsewhere"] and toponym.score >= SURE):
        return toponym
    return replace(toponym, features=(*toponym.features, *_weighed(*told)))


def _without_overlaps(found: Iterable[Toponym]) -> list[Toponym]:
    """Listed names and streets before unknown longer ones, then longer ones, then higher scores; in text order.

    "Oslo District Court" is not listed and gives way to "Oslo"; "Oslo Street" does not.
    """
    kept: list[Toponym] = []
    for toponym in sorted(found, key=lambda t: (not (t.listed or t.street), -len(t.span), -t.score, t.span)):
        if not any(toponym.span.overlaps(k.span) for k in kept):
            kept.append(toponym)
    return sorted(kept, key=lambda t: t.span)

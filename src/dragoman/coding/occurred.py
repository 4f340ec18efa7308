"""Where the happenings were that a report names by a noun: "the blasts in Gao" place what tells of "the blasts"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.coding.known import KIND_OF, taken_up
from dragoman.coding.where import OWN, Site, sites_of_sentence
from dragoman.model.layers import PlaceMention
from dragoman.model.tree import Token, Tree

NAMING = ("compound", "nmod", "poss")
SUFFERED_IN = frozenset("by during in".split())
"""Prepositions before the noun of the happening in which somebody suffers: "killed in the Gao blast"."""


def placed_happenings(
    trees: Iterable[Tree], places: Mapping[int, Sequence[tuple[int, PlaceMention]]]
) -> Mapping[str, Site]:
    """The place that the report puts to its event nouns, by noun and by kind ("any attack").

    A noun or kind told of two places has none, unless they are named side by side: then both are it, and the place is
    a `spread` one. `places` are by sentence, with their indices in the report.
    """
    found: dict[str, dict[str | None, Site]] = {}
    for tree in trees:
        named = places.get(tree.sentence, ())
        countries = {index: place.country_code for index, place in named}
        for noun in (t for t in tree if t.lemma in KIND_OF and t.pos == "NOUN"):
            site = place_of_noun(tree, noun, named)
            if site is not None:
                for name in (noun.lemma, f"any {KIND_OF[noun.lemma]}"):
                    told = found.setdefault(name, {})
                    country = "two" if site.spread else countries[site.place]
                    told.setdefault(country, site)
    return {name: next(iter(told.values())) for name, told in found.items() if len(told) == 1}


def place_of_noun(tree: Tree, noun: Token, places: Sequence[tuple[int, PlaceMention]]) -> Site | None:
    """The finest place that belongs to an event noun: "the blast in Gao", "the Gao blast", "the Mali embassy blast".

    A state right before the noun does it ("the U.S. raid").
    """
    inside = {t.i for t in tree.subtree(noun.i)}
    named = dict(places)
    own = []
    for site in sites_of_sentence(tree, noun.i, places):
        span = named[site.place].span
        tokens = [t for t in tree if span.start <= t.start < span.end]
        if not any(t.i in inside for t in tokens):
            continue
        if OWN & {name for name, _ in site.features} or _names(tree, tokens[-1], noun, named[site.place]):
            own.append(site)
    return max(own, key=lambda s: (named[s.place].resolution or 0, -s.place), default=None)


def _names(tree: Tree, name: Token, noun: Token, place: PlaceMention) -> bool:
    """Whether a place before the noun says where it was."""
    above = tree[name.head]
    if place.adjectival or place.acting or name.dep not in NAMING:
        return False
    town = (place.resolution or 0) > 1
    return (above.i == noun.i and town) or (above.dep in NAMING and above.head == noun.i and above.pos == "NOUN")


def _shared_subject(tree: Tree, verb: Token) -> Token | None:
    """The event noun of which a verb tells by a pronoun or beside another verb: "blasts that hit and hurt"."""
    first = verb
    while first.dep == "conj" and not tree.children(first.i, "nsubj", "nsubjpass"):
        first = tree[first.head]
    described = tree[first.head] if first.dep == "relcl" else None
    subject = described if first.dep == "relcl" else tree.child(first.i, "nsubj")
    return subject if subject is not None and subject.lemma in KIND_OF and subject.pos == "NOUN" else None


def happening_of(tree: Tree, head: int) -> Iterator[Token]:
    """The event nouns that name what the trigger tells, nearest first: "the blasts killed", "killed in the blasts"."""
    noun = taken_up(tree, head) or _shared_subject(tree, tree[head])
    if noun is not None:
        yield noun
    for preposition in tree.children(head, "prep", "agent"):
        for suffered in tree.children(preposition.i, "pobj"):
            if preposition.lemma in SUFFERED_IN and suffered.lemma in KIND_OF and suffered.pos == "NOUN":
                yield suffered

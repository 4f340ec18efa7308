"""Where places, buildings and troops are: "Tema, a port in Ghana", "the Ghanaian town of Tema", "U.S. troops in Niger"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.facts.phrases import FORCES, is_a
from dragoman.facts.view import Thing, View
from dragoman.model.fact import FactMention
from dragoman.model.layers import Layers, PlaceMention
from dragoman.model.span import Span
from dragoman.model.tree import Token

SETTLEMENTS = frozenset(
    "city town village port capital province region district governorate state county island enclave suburb neighbourhood "
    "neighborhood municipality oasis camp".split()
)
BETWEEN = frozenset({",", ", ", ",\n", ",\r\n"})


def read_pairs(layers: Layers) -> Iterator[tuple[PlaceMention, PlaceMention]]:
    """Places written as "Tema, Ghana", datelines included: the inner one lies in the outer by the gazetteer too."""
    places = [p for p in layers.places or () if not p.adjectival]
    text = layers.document.text
    for inner, outer in zip(places, places[1:], strict=False):
        if text[inner.span.end : outer.span.start] not in BETWEEN:
            continue
        if inner.country_code is None or inner.country_code != outer.country_code:
            continue
        if (inner.resolution or 0) > (outer.resolution or 9):
            yield inner, outer


def read_places(view: View) -> Iterator[FactMention]:
    """What the sentence says of where something lies."""
    for token in view.tree:
        if token.pos not in ("NOUN", "PROPN"):
            continue
        if is_a(token, SETTLEMENTS):
            yield from _settlement(view, token)
        elif is_a(token, FORCES) and token.tag in ("NNS", "NNPS"):
            yield from _forces(view, token)


def _settlement(view: View, noun: Token) -> Iterator[FactMention]:
    """ "Ghana's port Tema", "the Ghanaian port of Tema", "Tema, a port in Ghana", "Ghana's Volta region"."""
    tree = view.tree
    inner: list[tuple[PlaceMention, int]] = []
    for prep in tree.children(noun.i, "prep"):
        if prep.lemma.lower() == "of":
            inner += [(p, c.i) for c in tree.children(prep.i, "pobj") if (p := _place(view, c)) is not None]
    inner += [(p, c.i) for c in tree.children(noun.i, "appos") if (p := _place(view, c)) is not None]
    if noun.dep == "appos" and (p := _place(view, tree[noun.head])) is not None:
        inner.append((p, noun.head))
    if noun.dep in ("compound", "nmod") and (p := _place(view, tree[noun.head])) is not None:
        inner.append((p, noun.head))
    before = _place(view, tree[noun.i - 1]) if noun.i else None
    if not inner and before is not None and not before.adjectival:
        inner.append((before, noun.i - 1))
    for place, at in inner[:1]:
        for thing, span in _wider(view, noun, at, place):
            yield view.fact(Thing(_name(view, place)), "located_in", thing, _join(span, noun, place))


def _wider(view: View, noun: Token, at: int, inner: PlaceMention) -> Iterator[tuple[Thing, Span]]:
    """The state or region that the phrase around `noun` names beside the inner place."""
    tree = view.tree
    heads = [c.i for h in (noun.i, at) for c in tree.children(h, "poss", "amod", "compound", "nmod")]
    for prep in tree.children(noun.i, "prep"):
        if prep.lemma.lower() in ("in", "of") and prep.i > noun.i:
            heads += [c.i for c in tree.children(prep.i, "pobj")]
    for i in heads:
        mention = view.mention_at(i)
        place = _place(view, tree[i])
        if i == at or (place is not None and place.span.overlaps(inner.span)):
            continue
        if mention is not None and mention.known is not None and mention.known.kind == "state":
            if mention.known.entity != _name(view, inner) and mention.known.form != "capital":
                yield Thing(mention.known.entity), mention.span
                return
        elif place is not None and place.country_code == inner.country_code:
            yield Thing(_name(view, place)), place.span
            return


def _forces(view: View, noun: Token) -> Iterator[FactMention]:
    """ "U.S. troops in Niger": a state's forces named where they stand abroad."""
    tree = view.tree
    owner = next((c for c in tree.children(noun.i, "amod", "compound", "poss", "nmod") if _state(view, c)), None)
    if owner is None:
        return
    home = _state(view, owner)
    for prep in tree.children(noun.i, "prep"):
        if prep.lemma.lower() != "in" or prep.i != noun.i + 1:
            continue
        for child in tree.children(prep.i, "pobj"):
            for token in tree.conjuncts(child.i):
                place = _place(view, token)
                host = view.states([token.i])
                if place is None or not host or host[0].name == home:
                    continue
                subject = view.words(tree.tokens[owner.i : noun.i + 1])
                there = host[0] if _state(view, token) else Thing(_name(view, place))
                yield view.fact(Thing(subject), "located_in", there, Span(owner.start, token.end))


def _state(view: View, token: Token) -> str | None:
    mention = view.mention_at(token.i)
    known = mention.known if mention is not None else None
    return known.entity if known is not None and known.kind == "state" else None


def _place(view: View, token: Token) -> PlaceMention | None:
    place = view.place_at(token)
    return place if place is not None and not place.adjectival else None


def _name(view: View, place: PlaceMention) -> str:
    return place.name if place.resolution == 1 and place.name else " ".join(place.span.of(view.text).split())


def _join(span: Span, noun: Token, place: PlaceMention) -> Span:
    return Span(min(span.start, noun.start, place.span.start), max(span.end, noun.end, place.span.end))

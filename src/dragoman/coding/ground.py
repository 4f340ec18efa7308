"""How a sentence says where: nouns and prepositions of place, and words that point to a place told elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.coding.known import DEFINITE
from dragoman.model.layers import PlaceMention
from dragoman.model.tree import Token, Tree

SITES = frozenset("across along around at in inside near off outside over through throughout within".split())
NAMING = ("compound", "nmod", "amod", "poss", "appos", "det")
"""How a name hangs on the noun that it says more of; "det" is a slip of the parser's in "at Lima airport"."""
SURFACES = frozenset("border coast frontier island outskirt peninsula plateau soil territory".split())
"""What one is on, not in."""
PLACE_NOUNS = frozenset(
    "airbase airport airspace archipelago area base border camp capital city coast country county district east "
    "enclave frontier hospital island jail mosque mountain neighborhood neighbourhood north outskirt part peninsula "
    "port prison province region resort soil south square state stretch stronghold suburb territory town university "
    "valley village water waters west".split()
)
"""Nouns that with a name are a place of it: "the Malian capital", "the port of Gao". An embassy is its sender's."""
OCCASIONS = frozenset(
    "address briefing ceremony conference congress debate forum hearing interview meeting negotiation panel rally "
    "reception session speech statement summit talk trial".split()
)
"""What people say something at; the noun's place is that of their words."""
VISITS = frozenset("journey stop stopover tour trip visit".split())
INSTITUTIONS = frozenset("assembly congress court courtroom custody house jail parliament prison senate".split())
"""What every state has of its own: who acts in parliament or sits in jail, does so in their own country."""
REGIONS = frozenset({"area", "enclave", "island", "peninsula", "province", "region", "territory"})
NOBODYS = frozenset("boat border crossing ferry flotilla freighter frontier ship tanker trawler vessel warship".split())
"""What lies between countries or in none: who owns the ship or shuts the crossing does not say where."""
STRIKING = frozenset({"against", "at", "of", "on"})

SEATED = frozenset({"at", "in", "inside", "outside"})
POSTS = frozenset("consulate embassy legation mission".split())
"""Seats that lie abroad."""

PointerKind = Literal["here", "there", "region", "institution", "seat"]


@dataclass(frozen=True, slots=True)
class Pointer:
    """A word that says where without naming it.

    "here" means the place of writing, "there" and "region" one told before, "institution" ("in parliament") the
    country of those who act.
    """

    kind: PointerKind
    token: Token


def is_site(tree: Tree, noun: Token) -> bool:
    """Whether the preposition over a noun says where: "in the port", "on the border", not "on the port's future"."""
    governor = tree[noun.head]
    return governor.dep == "prep" and (governor.lemma in SITES or (governor.lemma == "on" and noun.lemma in SURFACES))


def is_visited(tree: Tree, noun: Token) -> bool:
    """Whether a place is that of a visit: "on a visit to Peru", "during his tour of Peru"."""
    governor = tree[noun.head]
    return governor.dep == "prep" and governor.lemma in ("to", "of") and tree[governor.head].lemma in VISITS


def place_noun(tree: Tree, name: Token) -> Token:
    """The noun that stands for a named place: the capital of "in the Malian capital", else the name itself."""
    found = name
    while found.head != found.i:
        above = tree[found.head]
        if found.dep in NAMING and above.lemma in PLACE_NOUNS:
            found = above
        elif found.dep == "pobj" and above.lemma == "of" and tree[above.head].lemma in PLACE_NOUNS:
            found = tree[above.head]
        else:
            break
    return found


def pointers(tree: Tree, head: int) -> Iterator[Pointer]:
    """The words of a happening's own clause that say where it was without naming it, in text order."""
    for token in tree:
        if in_clause(tree, token, head) and (kind := _kind(tree, token)) is not None:
            yield Pointer(kind, token)


def _kind(tree: Tree, token: Token) -> PointerKind | None:
    word = token.text.lower()
    if word in ("here", "there"):
        if token.tag != "RB" or token.dep not in ("advmod", "pobj", "pcomp"):
            return None
        return "here" if word == "here" else "there"
    if token.pos == "PROPN" and token.dep == "pobj" and tree[token.head].lemma in SEATED and token.lemma not in POSTS:
        return "seat"
    if token.pos != "NOUN" or not is_site(tree, place_noun(tree, token)):
        return None
    if token.lemma in INSTITUTIONS:
        return "institution"
    definite = any(c.text.lower() in DEFINITE for c in tree.children(token.i, "det"))
    return "region" if definite and token.lemma in REGIONS else None


def in_clause(tree: Tree, token: Token, head: int) -> bool:
    """Whether a token hangs on `head` with no other verb between them."""
    for above in tree.ancestors(token.i):
        if above.i == head:
            return True
        if above.pos in ("VERB", "AUX"):
            return False
    return False


def antecedent(kind: PointerKind, places: Sequence[PlaceMention], before: int) -> int | None:
    """The index of the nearest place told before that "there" or "the region" can mean; a region is no town."""
    finest = 3 if kind == "region" else 5
    return max(
        (
            n
            for n, place in enumerate(places)
            if place.span.end <= before
            and place.resolution is not None
            and place.resolution <= finest
            and not (place.adjectival or place.acting)
        ),
        default=None,
    )


def strikes_nobodys(tree: Tree, head: int) -> bool:
    """Whether a deed was done to a ship or a border, so that the country of its sides does not say where."""
    return any(
        token.lemma in NOBODYS
        and (token.dep in ("dobj", "nsubjpass") or (token.dep == "pobj" and tree[token.head].lemma in STRIKING))
        and in_clause(tree, token, head)
        for token in tree
    )

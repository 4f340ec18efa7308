"""The places that a sentence offers for its event, each with the named features that speak for or against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.coding.ground import OCCASIONS, is_site, is_visited, place_noun
from dragoman.coding.known import KIND_OF
from dragoman.model.layers import PlaceMention
from dragoman.model.span import Span
from dragoman.model.tree import Token, Tree

OBJECTS = ("dobj", "nsubjpass")
SUBJECTS = ("nsubj", "nsubjpass", "agent")
CARRIED = ("nsubj", *OBJECTS)
OWN = frozenset({"hit", "into", "sited_noun", "sited_own", "target"})
"""How a place stands to the very deed."""
HIT = frozenset({"against", "of", "on"})
"""Prepositions after which stands what a deed befell: "the siege of", "a raid on"."""
BORDERS = frozenset({"border", "frontier"})
"""What lies on "the Malian border" lies on either side of it."""
TRAVEL = frozenset("come fly go head journey leave make pay return tour travel trip visit".split())
"""Words for a journey, or for making one."""
WHEN = frozenset({"after", "as", "since", "when"})
WEAPONS = frozenset("bomb bomber car device grenade gunman jet mine missile mortar plane rocket shell tank".split())
"""What strikes, as the subject of such a clause, beside the nouns for the blow itself."""
SPEECH = frozenset("add address announce declare quote report say speak state tell warn write".split())
"""Verbs whose own place is where the words that they introduce were said."""


@dataclass(frozen=True, slots=True)
class Site:
    """A place (its index in the report's place layer) that may be where an event happened."""

    place: int
    features: tuple[tuple[str, float], ...]
    spread: bool = False


def sites_of_sentence(tree: Tree, head: int, places: Sequence[tuple[int, PlaceMention]]) -> tuple[Site, ...]:
    """One site per resolved place of the sentence, seas included; `places` with their indices in the report.

    `spread` marks a place named beside one in another country ("in Peru and Chile"): then no single one is it.
    """
    out = []
    for index, place in places:
        top = _top(tree, place.span)
        if place.resolution is not None and top is not None:
            names = _features(tree, head, place, top)
            if (doing := _doing(tree, head)) is not None:
                names |= OWN & _features(tree, doing, place, top)
            if any(OWN & _features(tree, blow.i, place, top) for blow in _blows(tree, head)):
                names.add("sited_when")
            features = tuple((name, 1.0) for name in sorted(names))
            out.append(Site(index, features, _spread(tree, place, top, places)))
    return tuple(out)


def _doing(tree: Tree, head: int) -> int | None:
    """The verb whose outcome a participle tells: it happened in the same place ("shelled Gao, killing two")."""
    token = tree[head]
    first = tree[token.head] if token.dep == "conj" else token
    outcome = first.dep == "advcl" and first.tag == "VBG" and not tree.children(first.i, "mark", "nsubj")
    return first.head if outcome and token.tag == "VBG" and first.i > first.head else None


def _blows(tree: Tree, head: int) -> list[Token]:
    """The verbs of the clauses that tell what struck: "were wounded when a shell hit a market in Gao"."""
    return [
        clause
        for clause in tree.children(head, "advcl")
        if {c.lemma for c in tree.children(clause.i, "mark", "advmod")} & WHEN
        and (subject := tree.child(clause.i, "nsubj")) is not None
        and (subject.lemma in KIND_OF or subject.lemma in WEAPONS)
    ]


def speech_sites(tree: Tree, places: Sequence[tuple[int, PlaceMention]]) -> Iterator[tuple[int, int]]:
    """The places where the sentence says that somebody spoke ("told reporters in Oslo"), each with the speaker's token.

    "said in a speech in Oslo" counts, "said the talks in Oslo" does not.
    """
    for verb in tree:
        speaker = tree.child(verb.i, "nsubj")
        if verb.lemma not in SPEECH or verb.pos != "VERB" or speaker is None:
            continue
        for index, place in places:
            top = _top(tree, place.span)
            if top is None or place.resolution is None:
                continue
            if {"sited_own", "sited_occasion"} & _features(tree, verb.i, place, top):
                yield index, speaker.i


def _features(tree: Tree, head: int, place: PlaceMention, top: Token) -> set[str]:
    path = [head, *(a.i for a in tree.ancestors(head))]
    noun = place_noun(tree, top)
    if noun == top and top.dep == "compound" and tree[top.head].lemma in OCCASIONS and (place.resolution or 0) > 1:
        noun = tree[top.head]  # "at the Oslo summit"
    chain = [noun.i, *(a.i for a in tree.ancestors(noun.i))]
    meet = next((i for i in chain if i in path), None)
    between = [tree[i] for i in chain[1 : chain.index(meet)]] if meet is not None else []
    clauses = any(t.pos in ("VERB", "AUX") for t in between)
    nouns = [t for t in between if t.pos in ("NOUN", "PROPN")]
    up = None if meet is None else _clauses_up(tree, path, meet)
    governor = tree[noun.head]
    named = not place.acting and (not place.adjectival or noun != top)
    beyond = noun.lemma in BORDERS and place.resolution == 1
    at_country = governor.lemma == "at" and noun == top and place.resolution == 1  # "anger at Peru"
    sited = named and not at_country and not beyond and (is_site(tree, noun) or is_visited(tree, noun))
    own, above = sited and up == 0 and not clauses, sited and bool(up) and not clauses
    prepositional = named and governor.dep == "prep"
    names = {
        "adjective": place.adjectival,
        "capital_acting": place.acting,
        "finer_than_country": (place.resolution or 0) > 1,
        "sited": sited,
        "sited_own": own and not nouns,
        "sited_noun": own and bool(nouns),
        "sited_occasion": own and len(nouns) == 1 and nouns[0].lemma in OCCASIONS,
        "sited_subject": own and bool(nouns) and nouns[-1].dep in SUBJECTS,
        "sited_above": above and not nouns,
        "sited_above_noun": above and bool(nouns),
        "sited_elsewhere": sited and clauses,
        "topic": any(_is_topic(tree, t) for t in between),
        "into": prepositional and governor.lemma in ("into", "onto") and up == 0 and not clauses,
        "left": prepositional and governor.lemma == "from" and up == 0 and not clauses,
        "brought_to": prepositional and governor.lemma == "to" and up == 0 and not clauses and not nouns,
        "bound_for": tree[head].lemma in TRAVEL and up == 0 and not clauses and _is_goal(tree, noun, head),
        "hit": prepositional and governor.lemma in HIT and _befallen(tree, governor, head),
        "target": named and noun.dep in OBJECTS and noun.head == head,
    }
    return {name for name, holds in names.items() if holds}


def _is_goal(tree: Tree, noun: Token, head: int) -> bool:
    """Whether a place is where a journey leads: "fly to Lima", "tour Peru", "make a visit to Peru"."""
    governor = tree[noun.head]
    if governor.dep == "prep" and governor.lemma == "to":
        return governor.head == head or is_visited(tree, noun)
    return noun.dep == "dobj" and noun.head == head


def _clauses_up(tree: Tree, path: Sequence[int], meet: int) -> int:
    """How far over the trigger a place hangs; the place of a verb is that of its event noun ("launched a raid in")."""
    up, noun = path.index(meet), tree[path[0]]
    carried = noun.pos in ("NOUN", "PROPN") and noun.dep in CARRIED and up == 1 and tree[meet].pos == "VERB"
    return 0 if carried else up


def _is_topic(tree: Tree, token: Token) -> bool:
    """Whether a word between a place and a meeting is what they spoke of: "discussed the war in Gao"."""
    return (token.dep == "dobj" and tree[token.head].lemma == "discuss") or (
        token.dep == "prep" and token.lemma == "about"
    )


def _befallen(tree: Tree, preposition: Token, head: int) -> bool:
    """Whether a preposition names what a deed befell: "besieged ... the siege of", "killed in an attack on"."""
    if preposition.head == head:
        return True
    noun = tree[preposition.head]
    over = tree[noun.head]
    return noun.dep == "pobj" and over.lemma in ("in", "during") and over.head == head


def _spread(tree: Tree, chosen: PlaceMention, top: Token, places: Sequence[tuple[int, PlaceMention]]) -> bool:
    first = top
    while first.dep == "conj" and first.head != first.i:
        first = tree[first.head]
    beside = {t.i for t in tree.conjuncts(first.i)} - {top.i}
    return any(
        other is not None and other.i in beside and place.country_code != chosen.country_code
        for _, place in places
        for other in (_top(tree, place.span),)
    )


def _top(tree: Tree, span: Span) -> Token | None:
    """The token of the toponym that hangs outside it."""
    tokens = [t for t in tree if span.start <= t.start and t.end <= span.end]
    return next((t for t in tokens if not span.start <= tree[t.head].start < span.end), tokens[-1] if tokens else None)

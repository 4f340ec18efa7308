"""Tells a capital that acts (its government) from a capital where something happens."""

from __future__ import annotations

from dragoman.model.span import Span
from dragoman.model.tree import Token, Tree
from dragoman.places.words import ACTING_PREPOSITIONS, ACTS, SPEECH, TOLD

SEATS = frozenset({"GOVL", "BLDG"})
"""Feature codes of seats of government in facilities.csv: the Kremlin, the White House, the Pentagon."""

POSSESSIVES = frozenset({"'s", "’s", "'", "’"})


def is_seat(feature: str) -> bool:
    """Whether a place with this feature code can stand for a government."""
    return feature == "PPLC" or feature in SEATS


def acts(tree: Tree, span: Span) -> bool:
    """Whether the name at `span` stands for a government by its place in the sentence.

    Right only for names that can (`is_seat`). In a sentence that was not parsed, only what directly follows counts.
    """
    inside = [t for t in tree if span.start <= t.start and t.end <= span.end]
    if not inside:
        return False
    head = inside[-1]
    if not any(t.dep for t in tree):
        return _acts_by_neighbours(tree, head)
    return _acts_by_tree(tree, _first_conjunct(tree, head))


def _first_conjunct(tree: Tree, token: Token) -> Token:
    """The head that `token` is coordinated with: "Cairo" for "Riyadh" in "Cairo and Riyadh said"."""
    while token.dep == "conj" and token.head != token.i:
        token = tree[token.head]
    return token


def _acts_by_tree(tree: Tree, name: Token) -> bool:
    head = tree[name.head]
    if name.dep == "nsubj":
        return head.lemma in SPEECH
    if name.dep == "nsubjpass":
        return head.lemma in TOLD
    if name.dep == "poss":
        return head.lemma in ACTS
    if name.dep in ("dobj", "dative"):
        return head.lemma in TOLD
    if name.dep == "pobj":
        return head.lemma in ACTING_PREPOSITIONS and not _is_way(tree, head)
    return False


def _is_way(tree: Tree, preposition: Token) -> bool:
    """Whether "between X and Y" tells a way: "the road between", "flights between"."""
    return preposition.lemma in ("between", "toward", "towards", "by", "among") and tree[preposition.head].lemma not in ACTS | TOLD | {
        "talk", "tension", "war", "dispute", "negotiation", "deal", "pact", "treaty", "cooperation", "conflict", "row",
        "say", "accord", "contact", "dialogue", "rapprochement", "rift", "split", "meeting", "rivalry", "trust",
    } | SPEECH  # fmt: skip


def _acts_by_neighbours(tree: Tree, name: Token) -> bool:
    if name.i + 1 >= len(tree):
        return False
    following = tree[name.i + 1]
    if following.text in POSSESSIVES:
        return any(t.lemma in ACTS for t in tree.tokens[following.i + 1 : following.i + 3])
    before = tree[name.i - 1].lemma if name.i else ""
    if before in ("in", "at", "near", "from", "to", "of", "around", "outside"):
        return False
    if following.lemma in ("have", "will", "would", "also") and following.i + 1 < len(tree):
        following = tree[following.i + 1]
    return following.pos in ("VERB", "AUX") and following.lemma in SPEECH

"""Tells a capital that acts (its government) from a capital where something happens."""

from __future__ import annotations

from dragoman.model.span import Span
from dragoman.model.tree import Token, Tree
from dragoman.places.words import ACTING_PREPOSITIONS, ACTS, LOCATIVE, SHARED, SPEECH, TOLD

SEATS = frozenset({"PPLC", "GOVL", "BLDG"})
"""Feature codes of capitals and, in facilities.csv, of seats of government: the Kremlin, the White House."""

POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
LINKS = frozenset({"have", "will", "would", "also", "must", "should"})


def is_seat(feature: str | None) -> bool:
    """Whether a place with this feature code can stand for a government."""
    return feature in SEATS


def acts(tree: Tree, span: Span) -> bool:
    """Whether the name at `span` stands for a government by its place in the sentence.

    Right only for names that can (`is_seat`). In a sentence that was not parsed, only what stands beside it counts.
    """
    inside = [t for t in tree if span.start <= t.start and t.end <= span.end]
    if not inside:
        return False
    name = inside[-1]
    if not any(t.dep for t in tree):
        return _acts_by_neighbours(tree, name)
    while name.dep == "conj" and name.head != name.i:
        # "Riyadh" in "Cairo and Riyadh said" has the place of "Cairo" in the sentence.
        name = tree[name.head]
    return _acts_by_tree(tree, name)


def _acts_by_tree(tree: Tree, name: Token) -> bool:
    head = tree[name.head]
    if name.dep == "nsubj":
        return head.lemma in SPEECH
    if name.dep == "poss":
        return head.lemma in ACTS
    if name.dep in ("dobj", "dative", "nsubjpass"):
        return head.lemma in TOLD
    if name.dep == "pobj" and head.lemma in ACTING_PREPOSITIONS:
        # "talks with Ankara" and "tension between Ankara and ...", but "the road between Ankara and ...".
        return head.lemma in ("with", "against") or tree[head.head].lemma in ACTS | TOLD | SHARED | SPEECH
    return False


def _acts_by_neighbours(tree: Tree, name: Token) -> bool:
    following = tree.tokens[name.i + 1 : name.i + 4]
    if not following:
        return False
    if following[0].text in POSSESSIVES:
        return any(t.lemma in ACTS for t in following[1:])
    if name.i and tree[name.i - 1].lemma in LOCATIVE | {"of"}:
        return False
    verb = next((t for t in following if t.lemma not in LINKS), following[0])
    return verb.pos in ("VERB", "AUX") and verb.lemma in SPEECH

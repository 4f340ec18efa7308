"""Whom an answer answers: "Serbia rejected the accusation" is said to whoever accused it in the sentence before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.coding.candidate import Candidate
from dragoman.model.actor import Reference
from dragoman.model.event import Category
from dragoman.model.tree import Tree

REACH = 2
"""How many sentences back the act stands that is answered."""
DEEDS: frozenset[Category] = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "PROTEST", "REJECT", "THREATEN"})
RELIEFS: frozenset[Category] = frozenset({"CONCEDE", "RETREAT"})
ANSWERED: Mapping[Category, frozenset[Category]] = {
    "REJECT": frozenset({"REQUEST", "ACCUSE", "AGREE", "THREATEN"}),
    "AGREE": frozenset({"REQUEST"}),
    "ACCUSE": DEEDS,
    "SUPPORT": RELIEFS | DEEDS,
}
"""What each category may answer."""
BARE: frozenset[Category] = frozenset({"REJECT", "AGREE"})
"""Answers that name nothing of what they answer: "The government refused"."""
JOINT = frozenset({"deal", "accord", "agreement", "pact", "treaty", "settlement", "truce"})
"""What is signed with others is no answer to them."""
POINTERS = frozenset({"the", "this", "that", "these", "those"})


def answer(tree: Tree, found: Sequence[Candidate], earlier: Sequence[Candidate]) -> list[Candidate]:
    """The sentence's candidates, those that answer an act just told with its actors as recipients.

    Only an answer to something definite ("the accusation", "that vote") or to nothing named; who is told to have
    addressed somebody else is not answered.
    """
    out: list[Candidate] = []
    for candidate in found:
        asked = _answered(candidate, [*earlier, *out]) if _answers(tree, candidate) else ()
        out.append(replace(candidate, recipient=asked) if asked else candidate)
    return out


def _answers(tree: Tree, candidate: Candidate) -> bool:
    if candidate.recipient or not candidate.actor or candidate.category not in ANSWERED:
        return False
    if candidate.category == "ACCUSE" and "disapprove" not in candidate.mode:
        return False
    objects = tree.children(candidate.head, "dobj", "nsubjpass", "prep", "ccomp", "xcomp")
    if not objects:
        return candidate.category in BARE
    named = tree.children(candidate.head, "dobj", "nsubjpass")
    return any(o.lemma not in JOINT and c.lemma in POINTERS for o in named for c in tree.children(o.i, "det"))


def _answered(candidate: Candidate, earlier: Sequence[Candidate]) -> tuple[Reference, ...]:
    """The actors of the last act that it may answer, told to no third party."""
    ours = {r.entity for r in candidate.actor}
    codes = {r.code for r in candidate.actor}
    for act in reversed(earlier):
        if candidate.sentence.index - act.sentence.index > REACH:
            return ()
        told_us = not act.recipient or any(r.entity in ours or r.code in codes for r in act.recipient)
        if act.category not in ANSWERED[candidate.category] or (not told_us and candidate.category in BARE):
            continue
        others = tuple(replace(r, via="implicit") for r in act.actor if r.entity not in ours)
        if others:
            return others
    return ()

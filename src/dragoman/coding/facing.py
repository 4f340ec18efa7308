"""Whom words without an addressee are for: whoever the speaker was just told to deal with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.coding.answers import JOINT
from dragoman.coding.candidate import Candidate
from dragoman.coding.source import SPEECH_ACTS
from dragoman.model.actor import Reference
from dragoman.model.event import Category
from dragoman.model.tree import Tree

REACH = 1
"""How many sentences back the act may stand (2: as many right recipients more as wrong ones)."""
TOGETHER: frozenset[Category] = frozenset({"CONSULT", "AGREE", "SUPPORT"})
"""What is done together, so that the actors may face each other."""


def face(events: Sequence[Candidate], trees: Sequence[Tree]) -> list[Candidate]:
    """The events, words that name nobody addressed with those whom the speaker faces in the act told just before.

    "Togo arrested two Beninese traders. Benin protested": to Togo. The recipients are told elsewhere (`implicit`).
    """
    by_sentence = {tree.sentence: tree for tree in trees}
    out: list[Candidate] = []
    for event in events:
        tree = by_sentence.get(event.sentence.index)
        facing = _faced(event, out) if tree is not None and _is_addressed(tree, event) else ()
        out.append(replace(event, recipient=facing) if facing else event)
    return out


def _is_addressed(tree: Tree, event: Candidate) -> bool:
    """Whether the clause leaves out to whom it speaks; a meeting or an accord names all who take part in it."""
    if event.recipient or event.category not in SPEECH_ACTS:
        return False
    if event.category == "AGREE" and event.rules[0].startswith("consult.") and "visit" not in event.mode:
        return False
    near = [event.head, *(t.i for t in tree.children(event.head, "dobj", "nsubjpass"))]
    return not any(tree[i].lemma in JOINT for i in near)


def _faced(event: Candidate, earlier: Sequence[Candidate]) -> tuple[Reference, ...]:
    ours, codes = {r.entity for r in event.actor}, {r.code for r in event.actor if r.code}
    if len(codes) != 1:
        return ()
    for act in reversed(earlier):
        if not 0 <= event.sentence.index - act.sentence.index <= REACH:
            continue
        for own, other in _sides(act, codes):
            facing = {r.code for r in other}
            abroad = any(r.code in codes for r in own) and not facing & codes
            if len(facing) == 1 and None not in facing and (abroad or any(r.entity in ours for r in own)):
                return tuple(replace(r, via="implicit") for r in other if r.entity not in ours)
    return ()


def _sides(act: Candidate, codes: set[str]) -> Iterator[tuple[Sequence[Reference], Sequence[Reference]]]:
    """Both sides of the act, either way round; of an act done together our people and the others."""
    one, other = act.actor, act.recipient
    if not other and act.category in TOGETHER:
        one, other = tuple(r for r in one if r.code in codes), tuple(r for r in one if r.code not in codes)
    yield one, other
    yield other, one

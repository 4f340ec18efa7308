"""Whom an answer answers: "Serbia rejected the accusation" is said to whoever accused it, "condemned the arrests" to
whoever arrested."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.coding.candidate import Candidate
from dragoman.coding.known import DEFINITE
from dragoman.model.actor import Reference
from dragoman.model.event import Category
from dragoman.model.tree import Token, Tree

REACH = 2
"""How many sentences back an act stands that is answered before the first of the report."""
MEASURES: frozenset[Category] = frozenset({"COERCE", "SANCTION", "AGREE", "CONCEDE", "RETREAT", "MOBILIZE", "REJECT"})
"""What "the decision" and "the move" can be; nobody calls a reported attack that."""
KINDS: Mapping[frozenset[Category], str] = {
    frozenset({"ASSAULT"}): (
        "attack assault killing murder shooting bombing blast explosion raid strike airstrike shelling violence "
        "massacre ambush bombardment assassination execution kidnapping abduction offensive invasion incursion"
    ),
    frozenset({"COERCE", "SANCTION"}): (
        "arrest detention jailing imprisonment crackdown ban curfew seizure closure suspension restriction raid "
        "expulsion deportation sanction embargo sentence verdict conviction ruling coup takeover"
    ),
    frozenset({"RETREAT", "CONCEDE"}): "release withdrawal pullout ceasefire reopening pardon amnesty apology",
    frozenset({"MOBILIZE"}): "deployment test launch exercise manoeuvre maneuver drill buildup build-up",
    frozenset({"REQUEST"}): "demand call request appeal plea ultimatum letter",
    frozenset({"ACCUSE"}): "accusation charge allegation claim criticism complaint statement remark comment",
    frozenset({"AGREE"}): "offer invitation proposal promise pledge plan",
    frozenset({"THREATEN"}): "threat warning ultimatum",
    MEASURES: "decision move measure step action act announcement",
}
"""Nouns that take up an act, by what they can mean."""
ANSWERED: Mapping[Category, frozenset[Category]] = {
    "REJECT": frozenset({"REQUEST", "ACCUSE", "AGREE", "THREATEN"}),
    "AGREE": frozenset({"REQUEST"}),
    "ACCUSE": frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "PROTEST", "REJECT", "THREATEN", *MEASURES}),
    "SUPPORT": frozenset({"RETREAT", "CONCEDE", "AGREE", "SUPPORT", "ASSAULT", "COERCE", "MOBILIZE", "SANCTION"}),
}
"""What each category may answer."""
BARE: frozenset[Category] = frozenset({"REJECT", "AGREE"})
"""Answers that name nothing of what they answer: "The government refused"."""
JOINT = frozenset({"deal", "accord", "agreement", "pact", "treaty", "settlement", "truce", "memorandum"})
"""What all its parties make: signing it answers none of them, and praise of it names none."""
CLOSE = frozenset({"this", "that", "these", "those"})


def answer(tree: Tree, found: Sequence[Candidate], earlier: Sequence[Candidate]) -> list[Candidate]:
    """The sentence's candidates, those that answer an act told before with its actors as recipients.

    Only an answer to something definite ("the accusation", "that vote") or to nothing named; who is told to have
    addressed somebody else is not answered.
    """
    out: list[Candidate] = []
    for candidate in found:
        asked = _answered(tree, candidate, [*earlier, *out]) if _may_answer(candidate) else ()
        out.append(replace(candidate, recipient=asked) if asked else candidate)
    return out


def _may_answer(candidate: Candidate) -> bool:
    if candidate.recipient or not candidate.actor or candidate.category not in ANSWERED:
        return False
    return candidate.category != "ACCUSE" or "disapprove" in candidate.mode


def _answered(tree: Tree, candidate: Candidate, earlier: Sequence[Candidate]) -> tuple[Reference, ...]:
    acts = [act for act in earlier if _fits(candidate, act)]
    near = [act for act in acts if candidate.sentence.index - act.sentence.index <= REACH]
    nouns = list(_named(tree, candidate))
    if not nouns:
        objects = tree.children(candidate.head, "dobj", "nsubjpass", "prep", "ccomp", "xcomp")
        return _others(candidate, near[-1:]) if candidate.category in BARE and not objects else ()
    for noun in nouns:
        if told := _told(tree, noun, acts, near, bare=candidate.category in BARE):
            return _others(candidate, told)
    return ()


def _told(
    tree: Tree, noun: Token, acts: Sequence[Candidate], near: Sequence[Candidate], *, bare: bool
) -> list[Candidate]:
    """The acts of one sentence that the noun can mean: of its word or kind shortly before, else the report's first.

    What is refused, or called "this", may be told in any word just before.
    """
    kinds = frozenset(c for categories, words in KINDS.items() if noun.lemma in words.split() for c in categories)
    for told in ([a for a in near if _is_deed_of(a, noun)], [a for a in near if a.category in kinds]):
        if told:
            return [a for a in told if a.sentence.index == told[-1].sentence.index]
    if bare or any(c.lemma in CLOSE for c in tree.children(noun.i, "det")):
        return list(near[-1:])
    for told in ([a for a in acts if _is_deed_of(a, noun)], [a for a in acts if a.category in kinds]):
        if told:
            return [a for a in told if a.sentence.index == told[0].sentence.index]
    return []


def _fits(candidate: Candidate, act: Candidate) -> bool:
    """Whether the act is of a kind that is answered so, was done, and was not addressed to others than who answers."""
    if act.category not in ANSWERED[candidate.category] or not act.actor or act.status.negation:
        return False
    ours = {r.entity for r in candidate.actor} | {r.code for r in candidate.actor}
    told_us = not act.recipient or any(r.entity in ours or r.code in ours for r in act.recipient)
    return told_us or candidate.category not in BARE


def _named(tree: Tree, candidate: Candidate) -> Iterator[Token]:
    """The definite nouns that are answered: the object, what stands behind "to", of whom a comment speaks."""
    holders = [candidate.head, *(c.i for c in tree.children(candidate.head, "prep") if c.lemma == "to")]
    named = [t for i in holders for t in tree.children(i, "dobj", "nsubjpass", "pobj")]
    named += [t for c in tree.children(candidate.head, "ccomp") for t in tree.children(c.i, "nsubj")]
    for noun in named:
        if noun.lemma not in JOINT and any(c.lemma in DEFINITE for c in tree.children(noun.i, "det")):
            yield noun


def _is_deed_of(act: Candidate, noun: Token) -> bool:
    """Whether the noun is made of the act's word: "the ramming" of "ram", "the release" of "release"."""
    stem = noun.lemma.removesuffix("ing") if noun.lemma.endswith("ing") else ""
    return act.lemma == noun.lemma or (len(stem) > 2 and act.lemma in (stem, stem + "e", stem[:-1]))


def _others(candidate: Candidate, acts: Sequence[Candidate]) -> tuple[Reference, ...]:
    """Who did the acts of one sentence, if all were done by the same; nobody where two could be meant."""
    ours = {r.entity for r in candidate.actor}
    sides = {frozenset(r.entity for r in act.actor): act.actor for act in acts}
    if len(sides) != 1:
        return ()
    return tuple(replace(r, via="implicit") for r in next(iter(sides.values())) if r.entity not in ours)

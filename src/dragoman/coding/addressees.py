"""Whom words are for whose own clause does not say: the condition they set, the call or letter they were said in."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.arguments import NOUNS
from dragoman.coding.participants import Participants
from dragoman.coding.source import SPEECH_ACTS
from dragoman.model.actor import Reference
from dragoman.model.event import Category
from dragoman.model.tree import Token, Tree

CONDITIONAL: frozenset[Category] = frozenset({"THREATEN", "REJECT"})
"""What is said of whoever has to meet the condition: "will not lift the ban until Chad pays"."""
CONDITIONS = frozenset({"if", "unless", "until", "till"})
OCCASIONS = frozenset("call conversation talk meeting letter message note telegram exchange phone telephone".split())
"""What words are said in to whoever takes part in it or receives it."""
TURNING = frozenset("call phone telephone ring contact meet write summon visit receive address".split())
"""Verbs that turn to somebody to say something: "phoned the king to thank"."""
ANSWERING = frozenset(
    "respond reply answer react accept grant deny ignore approve comply accede consider study receive heed get".split()
)
"""What whoever was asked does with a request, an invitation or a charge."""
TELLING = frozenset({"tell", "inform", "assure", "notify"})
"""Verbs whose object is told what the speaker will do."""


def addressees(
    people: Participants, head: int, category: Category, actor: tuple[Reference, ...]
) -> tuple[Reference, ...]:
    """Who is spoken to in words around the act; nobody who acts himself, and no journalists."""
    if category not in SPEECH_ACTS or not actor:
        return ()
    ours = {r.entity for r in actor}
    for verb, slot in _places(people.tree, head, category):
        found = people.side(verb, [slot], taken=frozenset()).references
        if told := tuple(r for r in found if r.entity not in ours and r.sector != "JRN"):
            return told
    return ()


def _places(tree: Tree, head: int, category: Category) -> Iterator[tuple[int, str]]:
    """The words to look at and the slots in which they have the addressee, surest first."""
    verb = _clause(tree, head)
    if tree[head].pos in NOUNS:
        yield from _answered(tree, tree[head])
    if category in CONDITIONAL:
        clauses = [verb, *tree.children(verb.i, "xcomp", "ccomp")]
        for condition in (a for c in clauses for a in tree.children(c.i, "advcl")):
            if any(m.lemma in CONDITIONS for m in tree.children(condition.i, "mark", "advmod", "prep")):
                yield condition.i, "subj"
    for prep in tree.children(verb.i, "prep"):
        for occasion in tree.children(prep.i, "pobj"):
            if prep.lemma in ("in", "during", "at") and occasion.lemma in OCCASIONS:
                yield occasion.i, "with|to"
    above = tree[verb.head]
    if verb.dep in ("xcomp", "advcl") and verb.tag == "VB" and above.lemma in TURNING:
        yield above.i, "obj|to"
    if verb.dep == "ccomp" and above.lemma in TELLING:
        yield above.i, "obj|iobj"


def _answered(tree: Tree, noun: Token) -> Iterator[tuple[int, str]]:
    """Who answers the words: "has not responded to the request", "freed him at the request of Niger"."""
    above = tree[noun.head]
    verb = tree[above.head] if noun.dep == "pobj" else above
    answers = verb.lemma in ANSWERING and (noun.dep == "dobj" or above.lemma == "to")
    does_as_asked = noun.dep == "pobj" and above.lemma == "at" and verb.pos == "VERB"
    if answers or does_as_asked:
        yield verb.i, "subj"


def _clause(tree: Tree, head: int) -> Token:
    """The verb of the clause that the trigger stands in."""
    return next((t for t in (tree[head], *tree.ancestors(head)) if t.pos in ("VERB", "AUX")), tree[head])

"""Whether the words tell one happening or many: a series, a habit, something that goes on for weeks."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.status import Status
from dragoman.model.tree import Token, Tree

SERIES = frozenset(
    "series string spate wave spiral succession surge uptick upsurge escalation increase rise rash flurry cycle "
    "sequence pattern resurgence".split()
)
"""Nouns that make many of what follows "of" or "in": "a wave of bombings", "an uptick in attacks"."""
LONG = frozenset("week month year decade".split())
"""Units whose plural before "of" makes it last: "months of shelling"; an hour or three days of it is one happening."""
AGAIN = frozenset(
    "repeatedly regularly frequently constantly continually routinely periodically daily nightly weekly repeated "
    "frequent constant continual sporadic intermittent recurrent recurring relentless persistent".split()
)
"""Words by which a verb, or a noun in the plural, is told of many times; "a regular meeting" is one."""


def is_series(tree: Tree, head: int, words: Sequence[int], status: Status) -> bool:
    """Whether the trigger, or a noun that belongs to it, stands for many happenings or for one that lasts weeks."""
    return any(_counted_off(tree, tree[i]) or _again(tree, i) for i in (head, *words)) or _goes_on(tree, head, status)


def _counted_off(tree: Tree, token: Token) -> bool:
    """ "a wave of arrests", "weeks of protests", "launched a series of raids"."""
    if token.lemma in SERIES and token.pos == "NOUN":
        return tree.child(token.i, "prep") is not None
    above = tree[token.head]
    if token.dep != "pobj" or above.lemma not in ("of", "in"):
        return False
    noun = tree[above.head]
    return (noun.lemma in SERIES and noun.pos == "NOUN") or (
        above.lemma == "of" and noun.lemma in LONG and noun.tag == "NNS"
    )


def _again(tree: Tree, i: int) -> bool:
    deps = ("advmod", "npadvmod") if tree[i].pos == "VERB" else ("amod",) if tree[i].tag == "NNS" else ()
    return any(c.lemma in AGAIN for dep in deps for c in tree.children(i, dep))


def _goes_on(tree: Tree, head: int, status: Status) -> bool:
    """ "have been shelling the town for months", "has been detaining teachers since May"."""
    if not (status.present_perfect or status.past_perfect) or tree[head].tag != "VBG":
        return False
    for prep in tree.children(head, "prep"):
        held = tree.child(prep.i, "pobj")
        if prep.lemma == "since" or (prep.lemma == "for" and held is not None and held.lemma in LONG):
            return True
    return any(c.lemma == "since" for c in tree.children(head, "mark", "advmod"))

"""Happenings that a report takes up again: "the raid", "the bombings" have the date told with them elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dragoman.model.layers import TimeMention
from dragoman.model.tree import Token, Tree

KINDS: Mapping[str, tuple[str, ...]] = {
    "attack": tuple(
        "attack bombing bomb blast explosion raid strike airstrike assault shelling offensive massacre killing".split()
    ),
    "visit": ("visit", "trip", "tour"),
    "talks": ("talk", "meeting", "summit", "negotiation"),
    "protest": ("protest", "rally", "march", "demonstration", "riot"),
}
"""Nouns with which reports take up the same happening, by its kind."""
KIND_OF = {noun: kind for kind, nouns in KINDS.items() for noun in nouns}
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
ATTACHED = ("poss", "compound", "nmod", "amod", "npadvmod", "nummod", "prep", "pobj")


def dated_happenings(trees: Iterable[Tree], times: Mapping[int, Sequence[TimeMention]]) -> Mapping[str, TimeMention]:
    """The time that the report puts to the event nouns of each kind ("Friday's bombings", "the raid in May 2010").

    A kind told for two different times has none: nobody can say which of them is taken up.
    """
    found: dict[str, dict[tuple[object, object], TimeMention]] = {}
    for tree in trees:
        for time in times.get(tree.sentence, ()):
            noun = _noun_of(tree, time) if time.start is not None else None
            if noun is not None:
                found.setdefault(KIND_OF[noun.lemma], {}).setdefault((time.start, time.end), time)
    return {kind: next(iter(told.values())) for kind, told in found.items() if len(told) == 1}


def known_kind(tree: Tree, head: int) -> str | None:
    """The kind of the happening where a definite event noun names it or does it: "the raid", "the blast killed".

    None for what is told as new ("a raid"), and for a verb with another subject.
    """
    token = tree[head]
    verb = token if token.pos == "VERB" else tree[token.head]
    named = [token, tree.child(verb.i, "nsubj") if verb.pos == "VERB" else None]
    return next((KIND_OF[t.lemma] for t in named if t is not None and _is_definite(tree, t)), None)


def _is_definite(tree: Tree, token: Token) -> bool:
    words = tree.children(token.i, "det", "poss")
    return token.lemma in KIND_OF and token.pos == "NOUN" and any(c.dep == "poss" or c.lemma in DEFINITE for c in words)


def _noun_of(tree: Tree, time: TimeMention) -> Token | None:
    """The event noun that the time belongs to, if it belongs to one."""
    token = tree.token_at(time.span.start)
    while token is not None and token.dep in ATTACHED and token.head != token.i:
        token = tree[token.head]
        if token.pos == "NOUN" and token.lemma in KIND_OF and not time.span.start <= token.start < time.span.end:
            return token
    return None

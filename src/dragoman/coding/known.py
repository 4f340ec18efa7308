"""Happenings that a report takes up again: "the raid", "the bombings" have the date told with them elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

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
AT_ONCE = frozenset({"simultaneous", "same"})
"""Adjectives by which a new happening has the time of one that is told."""
ATTACHED = ("poss", "compound", "nmod", "amod", "npadvmod", "nummod", "prep", "pobj")
FORTNIGHT = 14
"""How many days an attack is what all news of the report is about."""
DOING = frozenset("launch begin start open stage mount".split())
"""Verbs whose object is what happens: "launched the offensive on Saturday"."""


def dated_happenings(
    trees: Iterable[Tree], times: Mapping[int, Sequence[TimeMention]], reached: Mapping[int, TimeMention] | None = None
) -> Mapping[str, TimeMention]:
    """The time that the report puts to event nouns ("Friday's bombings"), by noun and by kind ("any attack").

    A noun or kind told for two different times has none: nobody can say which of them is taken up. `reached` are the
    times that the narrative has reached in sentences without one of their own.
    """
    found: dict[str, dict[tuple[object, object], TimeMention]] = {}
    for tree in trees:
        for noun, time in _dated_nouns(tree, times.get(tree.sentence, ()), (reached or {}).get(tree.sentence)):
            for name in (noun.lemma, f"any {KIND_OF[noun.lemma]}"):
                found.setdefault(name, {}).setdefault((time.start, time.end), time)
    return {name: next(iter(told.values())) for name, told in found.items() if len(told) == 1}


def known_time(tree: Tree, head: int, happenings: Mapping[str, TimeMention]) -> TimeMention | None:
    """The time of the happening where a definite event noun names it or does it: "the raid", "the blast killed".

    None for what is told as new ("a raid"), unless the sentence before has just dated that noun, and for a verb with
    another subject.
    """
    if (noun := taken_up(tree, head)) is not None:
        return happenings.get(noun.lemma, happenings.get(f"any {KIND_OF[noun.lemma]}"))
    told = [happenings[t.lemma] for t in _named(tree, head) if t.lemma in happenings]
    return next((time for time in told if time.sentence == tree.sentence - 1), None)


def aftermath(
    happenings: Mapping[str, TimeMention], *, told: TimeMention | None, published: date
) -> TimeMention | None:
    """The stretch from the one attack of the last two weeks up to the day of what is `told`; None without one.

    In a report on an attack, what officials say "had" been done by now has been done in it.
    """
    last = told.end if told is not None and told.end is not None else published
    attacks = [t for name, t in happenings.items() if KIND_OF.get(name) == "attack" and t.start is not None]
    recent = [t for t in attacks if t.start is not None and 0 < (last - t.start).days <= FORTNIGHT]
    first = min(recent, key=lambda t: (t.start, t.span.start), default=None)
    return replace(first, end=last, granularity="unknown", basis="inferred") if first is not None else None


def noun_dated(tree: Tree, time: TimeMention) -> Token | None:
    """The event noun that a time stands right before ("the May 3, 1999, raid"): parsers make two phrases of it."""
    first, last = tree.token_at(time.span.start), tree.token_at(time.span.end - 1)
    if first is None or last is None or not first.i or tree[first.i - 1].tag != "DT":
        return None
    behind = [t for t in tree.tokens[last.i + 1 : last.i + 3] if t.text != ","]
    return behind[0] if behind and behind[0].lemma in KIND_OF and behind[0].pos == "NOUN" else None


def taken_up(tree: Tree, head: int) -> Token | None:
    """The definite event noun that names the happening or does it."""
    return next((t for t in _named(tree, head) if _is_definite(tree, t)), None)


def _named(tree: Tree, head: int) -> list[Token]:
    """The trigger, and the subject of its verb."""
    token = tree[head]
    verb = token if token.pos == "VERB" else tree[token.head]
    subject = tree.child(verb.i, "nsubj") if verb.pos == "VERB" else None
    return [token] if subject is None else [token, subject]


def mentioned(tree: Tree, head: int) -> list[Token]:
    """The definite event nouns below the trigger: what the happening answers to ("arrested after the blast")."""
    own = taken_up(tree, head)
    return [t for t in tree.subtree(head) if t.i != head and t != own and _is_definite(tree, t)]


def _is_definite(tree: Tree, token: Token) -> bool:
    # Of "the May 7 bombings" the parser gives the article to the month.
    dates = tree.children(token.i, "nmod", "compound")
    words = [c for i in (token.i, *(d.i for d in dates)) for c in tree.children(i, "det", "poss", "amod")]
    return (
        token.lemma in KIND_OF
        and token.pos == "NOUN"
        and any(c.dep == "poss" or c.lemma in DEFINITE or c.lemma in AT_ONCE for c in words)
    )


def _dated_nouns(
    tree: Tree, times: Sequence[TimeMention], reached: TimeMention | None
) -> Iterator[tuple[Token, TimeMention]]:
    """The event nouns of a sentence with the time of each that has one."""
    for time in times:
        noun = (noun_dated(tree, time) or _noun_of(tree, time)) if time.start is not None else None
        if noun is not None:
            yield noun, time
    if reached is not None:
        for noun in (t for t in tree if t.lemma in KIND_OF and t.dep == "nsubj" and tree[t.head].tag == "VBD"):
            yield noun, reached


def _noun_of(tree: Tree, time: TimeMention) -> Token | None:
    """The event noun that the time belongs to, if it belongs to one or to the verb of which one is the subject."""
    token = tree.token_at(time.span.start)
    while token is not None and token.dep in ATTACHED and token.head != token.i:
        token = tree[token.head]
        if token.pos == "NOUN" and token.lemma in KIND_OF and not time.span.start <= token.start < time.span.end:
            return token
    if token is None or token.pos != "VERB":
        return None
    deps = ("nsubj", "dobj") if token.lemma in DOING else ("nsubj",)
    return next((c for c in tree.children(token.i, *deps) if c.lemma in KIND_OF), None)

"""How long what goes on has gone on: "for a third day", "in its second week", "three days of clashes"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dragoman.model.event import Category
from dragoman.model.layers import TimeMention
from dragoman.model.tree import Token, Tree

ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
NTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
DAYS = {"day": 1, "night": 1, "week": 7, "month": 30}
INTO = frozenset({"for", "in", "into"})
ENTERING = frozenset({"enter", "reach"})
BEGINNING = frozenset({"begin", "launch", "start"})
GOING_ON = frozenset({"continue", "extend", "prolong", "pursue", "resume"})
COUNTED = re.compile(r"P(\d{1,2})D")


def stretch(
    tree: Tree, head: int, category: Category, time: TimeMention | None, times: Sequence[TimeMention], published: date
) -> TimeMention | None:
    """What is told by a noun or as a protest, from its first day on to the day of `time`; None where nothing counts it.

    Shelling "for a second day" is that day's shelling, a strike the whole strike.
    """
    last = published if time is None else time.end
    if last is None or last > published or (time is not None and time.start != time.end):
        return None
    start = _begun(tree, head, times)
    if start is None and (category == "PROTEST" or tree[head].pos == "NOUN"):
        days = next(_counted(tree, head, times), None)
        # Before the year 1 there is no date.
        start = last - timedelta(days) if days is not None and days < last.toordinal() else None
    since = time if time is not None else next(iter(times), None)
    if start is None or start >= last or since is None:
        return None
    return replace(since, start=start, end=last, granularity="unknown", basis="inferred")


def _counted(tree: Tree, head: int, times: Sequence[TimeMention]) -> Iterator[int]:
    """How many days ago its first day was."""
    token = tree[head]
    over = tree[token.head]
    if token.dep == "pobj" and over.lemma == "of":
        for time in times:
            counted = COUNTED.fullmatch(time.value)
            if counted is not None and time.span.start <= tree[over.head].start < time.span.end:
                yield int(counted[1]) - 1
    verb = over if token.dep in ("nsubj", "nsubjpass", "dobj") and over.pos in ("VERB", "AUX") else token
    for unit in tree:
        if unit.lemma in DAYS and (number := _ordinal(tree, unit)) is not None and _is_into(tree, unit, (head, verb.i)):
            yield (number - 1) * DAYS[unit.lemma]


def _ordinal(tree: Tree, unit: Token) -> int | None:
    for word in tree.children(unit.i, "amod", "nummod"):
        if word.lemma in ORDINALS:
            return ORDINALS.index(word.lemma) + 2
        if (number := NTH.fullmatch(word.text)) is not None:
            return int(number[1])
    return None


def _is_into(tree: Tree, unit: Token, heads: tuple[int, ...]) -> bool:
    """Whether a unit says how far the happening has gone: "in its third week", "entered a third week"."""
    above = tree[unit.head]
    if unit.dep == "pobj" and above.lemma in INTO:
        return above.head in heads
    return unit.dep == "dobj" and above.lemma in ENTERING and above.i in heads


def _begun(tree: Tree, head: int, times: Sequence[TimeMention]) -> date | None:
    """The day on which what "continued" was begun."""
    if tree[head].lemma not in GOING_ON:
        return None
    for thing in tree.children(head, "dobj", "nsubj"):
        for clause in tree.children(thing.i, "acl", "relcl"):
            below = {t.i for t in tree.subtree(clause.i)}
            for time in times:
                token = tree.token_at(time.span.start)
                if clause.lemma in BEGINNING and token is not None and token.i in below:
                    return time.start
    return None

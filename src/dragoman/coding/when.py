"""The time of an event: what clause, sentence and narrative say, never more than that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dragoman.coding.status import Status
from dragoman.model.event import About, Category, EventDate
from dragoman.model.layers import TimeMention
from dragoman.model.tree import Token, Tree

CLAUSE_VERBS = ("VERB", "AUX")
UTTERANCES = frozenset({"AGREE", "CONCEDE", "REQUEST", "THREATEN", "ACCUSE", "REJECT", "SUPPORT"})
"""Acts done by speaking: they happen when they are said, whatever time they speak of."""
PROMISING = frozenset({"AGREE", "CONCEDE", "THREATEN", "REQUEST"})
"""Acts whose promised or demanded act has a time of its own in the record (`about`)."""


def choose_time(tree: Tree, head: int, times: Sequence[TimeMention], others: frozenset[int]) -> TimeMention | None:
    """The dated expression that goes with the trigger: in its own clause, else the nearest clause above it.

    `times` are those of the sentence, `others` the heads of its other triggers. Expressions without an interval never
    date an event, nor does a time that stands inside another clause or by another trigger.
    """
    path = [head, *(a.i for a in tree.ancestors(head))]
    ranked = []
    for time in times:
        token = tree.token_at(time.span.start)
        if time.start is None or token is None:
            continue
        up = _clauses_up(tree, token.i, path, others)
        if up is not None:
            ranked.append((up, abs(token.i - head), time.span.start, time))
    return min(ranked, key=lambda r: r[:3])[3] if ranked else None


def promised_time(tree: Tree, head: int, times: Sequence[TimeMention], published: date | None) -> TimeMention | None:
    """The first time ahead that stands below the trigger: the day promised in "agreed to meet on 2 May"."""
    for time in times:
        token = tree.token_at(time.span.start)
        ahead = published is not None and time.start is not None and time.start > published
        if ahead and token is not None and any(a.i == head for a in tree.ancestors(token.i)):
            return time
    return None


def _clauses_up(tree: Tree, token: int, path: Sequence[int], others: frozenset[int]) -> int | None:
    """How many clauses above the trigger the time hangs; None where it belongs to another clause or trigger."""
    for step in (tree[token], *tree.ancestors(token)):
        if step.i in path:
            return sum(tree[i].pos in CLAUSE_VERBS for i in path[1 : path.index(step.i) + 1])
        if step.pos in CLAUSE_VERBS and _tells_occasion(tree, step):
            continue
        if step.pos in CLAUSE_VERBS or step.i in others:
            return None
    return None


def _tells_occasion(tree: Tree, verb: Token) -> bool:
    """Whether a clause only says on what occasion ("were killed when a bomb went off on Friday")."""
    return verb.dep == "advcl" and any(c.lemma == "when" for c in tree.children(verb.i, "mark", "advmod"))


def is_old(time: TimeMention, published: date, *, after_days: int) -> bool:
    """Whether the whole interval lies more than `after_days` before publication."""
    return time.end is not None and (published - time.end).days > after_days


def from_time(time: TimeMention) -> EventDate:
    """The event date that an expression gives."""
    return EventDate(time.start, time.end, time.granularity, time.basis, time.span)


def from_publication(published: date) -> EventDate:
    """The day of publication, for news without a time of its own."""
    return EventDate(published, published, "day", "publication", None)


def decide_date(
    category: Category,
    status: Status,
    time: TimeMention | None,
    *,
    published: date | None,
    background: bool,
    after_days: int,
    event: Category,
) -> tuple[EventDate, About | None, bool]:
    """The event's date, the promised act's date where the event is a promise, and whether it is background.

    An undated report dates only what it dates explicitly. Background without a time of its own stays undated.
    """
    if published is None:
        return (from_time(time) if time is not None else EventDate()), None, False
    if time is not None and time.start is not None and time.start > published:
        # A time ahead belongs to what is promised, demanded or planned; the utterance is the news.
        if category not in UTTERANCES:
            return from_time(time), None, False
        about = About(event if event != category else None, from_time(time), time.span)
        return from_publication(published), about if category in PROMISING else None, False
    if time is not None:
        when = from_time(time)
        if status.past and when.end is not None and when.end > published:
            # "arrived this week" cannot mean the days still to come.
            when = replace(when, end=published)
        return when, None, is_old(time, published, after_days=after_days)
    if background:
        return EventDate(), None, True
    if status.hypothetical or (status.future and category not in UTTERANCES):
        return EventDate(), None, False
    return from_publication(published), None, False

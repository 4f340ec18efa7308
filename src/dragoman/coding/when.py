"""The time of an event: what clause, sentence and narrative say, never more than that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.coding.status import Status
from dragoman.model.event import About, Category, EventDate
from dragoman.model.layers import TimeMention
from dragoman.model.tree import Tree

CLAUSE_VERBS = ("VERB", "AUX")
UTTERANCES = frozenset({"AGREE", "CONCEDE", "REQUEST", "THREATEN", "ACCUSE", "REJECT", "SUPPORT"})
"""Acts done by speaking: they happen when they are said, whatever time they speak of."""


@dataclass(frozen=True, slots=True)
class TimeChoice:
    """The time of the trigger's clause, and whether it stands by the trigger's own verb."""

    time: TimeMention | None
    near: bool = False


def choose_time(tree: Tree, head: int, times: Sequence[TimeMention]) -> TimeChoice:
    """The dated expression that goes with the trigger: the fewest steps up the tree, then the fewest words away.

    `times` are those of the sentence. Expressions without an interval never date an event.
    """
    dated = [t for t in times if t.start is not None]
    if not dated or not len(tree):
        return TimeChoice(None)
    path = [head, *(a.i for a in tree.ancestors(head))]
    ranked = []
    for time in dated:
        token = tree.token_at(time.span.start)
        if token is None:
            continue
        steps = _steps(tree, token.i, path)
        if steps is not None:
            ranked.append((*steps, abs(token.i - head), time.span.start, time))
    if not ranked:
        return TimeChoice(None)
    best = min(ranked, key=lambda r: r[:4])
    return TimeChoice(best[4], near=best[0] == 0)


def _steps(tree: Tree, token: int, path: Sequence[int]) -> tuple[int, int] | None:
    """Verbs between the time and the point where it meets the trigger's path up, and from there down to the trigger."""
    below = 0
    for step in (tree[token], *tree.ancestors(token)):
        if step.i in path:
            above = sum(tree[i].pos in CLAUSE_VERBS for i in path[1 : path.index(step.i) + 1])
            return below, above
        below += step.pos in CLAUSE_VERBS
    return None


def is_old(time: TimeMention, published: date, *, after_days: int) -> bool:
    """Whether the whole interval lies more than `after_days` before publication."""
    return time.end is not None and time.end < published - timedelta(days=after_days)


def from_time(time: TimeMention) -> EventDate:
    """The event date that an expression gives."""
    return EventDate(time.start, time.end, time.granularity, time.basis, time.span)


def from_publication(published: date) -> EventDate:
    """The day of publication, for news without a time of its own."""
    return EventDate(published, published, "day", "publication", None)


def decide_date(
    category: Category,
    status: Status,
    choice: TimeChoice,
    *,
    published: date | None,
    reported: bool,
    after_days: int,
    event: Category,
) -> tuple[EventDate, About | None, bool]:
    """The event's date, the promised act's date where the event is a promise, and whether it is background.

    An undated report dates only what it dates explicitly. Background without a time of its own stays undated.
    """
    time = choice.time
    if published is None:
        return (from_time(time) if time is not None else EventDate()), None, False
    if time is not None and time.start is not None and time.start > published:
        # A time ahead belongs to what is promised, demanded or planned; the utterance is the news.
        about = About(event if event != category else None, from_time(time), time.span)
        planned = status.future and category not in UTTERANCES
        return (from_time(time) if planned else from_publication(published)), about, False
    if time is not None:
        return from_time(time), None, is_old(time, published, after_days=after_days)
    if _is_background(status, reported=reported):
        return EventDate(), None, True
    if status.hypothetical or (status.future and category not in UTTERANCES):
        return EventDate(), None, False
    return from_publication(published), None, False


def _is_background(status: Status, *, reported: bool) -> bool:
    """Whether the clause tells background by its form alone, where no time says so.

    The past perfect looks back, but in reported speech it is only the tense of the report ("police said they had
    arrested"). An event noun that no verb asserts is mostly background ("since the attack").
    """
    return (status.past_perfect and not reported) or (status.nominal and status.subordinate and not status.future)

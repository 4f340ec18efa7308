"""Which of all the times of a report is that of a happening: its own, a count, a stretch, or since the attack."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.coding.known import aftermath
from dragoman.coding.status import Status
from dragoman.coding.when import (
    UTTERANCES,
    after_clause,
    choose_time,
    counted_time,
    decide_date,
    promised_time,
    since_clause,
)
from dragoman.model.event import About, Category, EventDate
from dragoman.model.layers import TimeMention
from dragoman.model.tree import Tree


@dataclass(frozen=True, slots=True)
class Dated:
    """When a happening was: the time that dates it (or the day ahead that it speaks of), its date, what it is about.

    `old` says that its date makes it background, `before_news` is its date where it is background without a time.
    """

    time: TimeMention | None
    when: EventDate
    about: About | None
    old: bool
    before_news: EventDate | None


def date_happening(
    tree: Tree,
    head: int,
    times: Sequence[TimeMention],
    others: frozenset[int],
    *,
    category: Category,
    event: Category,
    status: Status,
    published: date | None,
    after_days: int,
    happenings: Mapping[str, TimeMention],
    reported: bool,
    answers: bool,
    elsewhere: TimeMention | None,
) -> Dated:
    """The date of the trigger at `head`; `event` is the category that its rule reads, for the rest see `told_time`."""
    time = told_time(
        tree,
        head,
        times,
        others,
        category=category,
        status=status,
        published=published,
        happenings=happenings,
        reported=reported,
        answers=answers,
    )
    deed = category not in UTTERANCES
    promised = None if deed or status.future else time_ahead(tree, head, times, others, published=published)
    when, about, old = decide_date(
        category,
        status,
        time,
        published=published,
        after_days=after_days,
        event=event,
        elsewhere=elsewhere,
        promised=promised,
    )
    return Dated(time or promised, when, about, old, after_clause(tree, head, times, published=published))


def told_time(
    tree: Tree,
    head: int,
    times: Sequence[TimeMention],
    others: frozenset[int],
    *,
    category: Category,
    status: Status,
    published: date | None,
    happenings: Mapping[str, TimeMention],
    reported: bool,
    answers: bool,
) -> TimeMention | None:
    """The time that dates the trigger at `head`, or None; `times` are those of its sentence, `others` other triggers.

    `happenings` are those the report has dated (known.py; empty for the lead), `reported` says that the clause is
    reported speech, `answers` that it takes up one of them. What had been done by the time of the report, or has been
    done about the attack, was done since the attack.
    """
    ahead = published if status.future else None
    if category in UTTERANCES and not status.future:
        times = [t for t in times if not _is_ahead(t, published)]
    time = (
        counted_time(tree, head, times, published=published)
        or since_clause(tree, head, times, published=published)
        or choose_time(tree, head, times, others, own=status.hypothetical, ahead=ahead)
    )
    had_been = reported and status.past_perfect and category not in UTTERANCES
    if published is not None and (had_been or (status.present_perfect and answers)):
        own = choose_time(tree, head, times, others, own=True)
        time = own or aftermath(happenings, told=time, published=published) or time
    return time


def time_ahead(
    tree: Tree, head: int, times: Sequence[TimeMention], others: frozenset[int], *, published: date | None
) -> TimeMention | None:
    """The day ahead that the trigger speaks of ("agreed to meet on 2 May"): promised, demanded or planned for."""
    later = [t for t in times if _is_ahead(t, published)]
    return choose_time(tree, head, later, others) or promised_time(tree, head, later)


def _is_ahead(time: TimeMention, published: date | None) -> bool:
    return published is not None and time.start is not None and time.start > published

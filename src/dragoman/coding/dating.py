"""Which of all the times of a report is that of a happening: its own, a count, a stretch."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.coding.known import aftermath
from dragoman.coding.source import SPEECH_ACTS
from dragoman.coding.status import Status
from dragoman.coding.stretches import stretch
from dragoman.coding.telling import Telling
from dragoman.coding.when import (
    after_clause,
    asked_time,
    choose_time,
    counted_time,
    decide_date,
    followed_by,
    from_time,
    goes_on,
    is_old,
    promised_time,
    since_clause,
)
from dragoman.model.event import About, Category, EventDate
from dragoman.model.layers import TimeMention


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


def date_happening(telling: Telling, status: Status, *, category: Category, event: Category, after_days: int) -> Dated:
    """The date of what is told, as an event of `category`; `event` is the category that its rule reads."""
    tree, head, published = telling.tree, telling.head, telling.published
    deed = category not in SPEECH_ACTS
    time = told_time(telling, status, deed=deed)
    if published is not None and deed and not (status.future or status.hypothetical):
        time = stretch(tree, head, category, time, telling.times, published) or time
    later = followed_by(tree, head, telling.times) if time is None else None
    if later is not None and published is not None and is_old(later, published, after_days=after_days):
        # What came before something old is older still.
        counted = later.basis == "inferred"
        return Dated(later, from_time(later) if counted else EventDate(), None, old=True, before_news=None)
    promised = None if deed or status.future else time_ahead(telling)
    reached = telling.scene.reached if deed and goes_on(status, tree, head) else None
    when, about, old = decide_date(
        category,
        status,
        time,
        published=published,
        after_days=after_days,
        event=event,
        elsewhere=telling.known or reached,
        promised=promised,
    )
    return Dated(time or promised, when, about, old, after_clause(tree, head, telling.times, published=published))


def told_time(telling: Telling, status: Status, *, deed: bool) -> TimeMention | None:
    """The time that dates what is told, or None; what is done by speaking is not of the day that it speaks of."""
    tree, head, times, published = telling.tree, telling.head, telling.times, telling.published
    if not deed and not status.future:
        times = [t for t in times if not _is_ahead(t, published)]
    ahead = published if status.future else None
    own = (
        counted_time(tree, head, times, published=published)
        or since_clause(tree, head, times, published=published)
        or choose_time(tree, head, times, telling.others, own=status.hypothetical, ahead=ahead)
    )
    if own is None and not deed and not status.future:
        own = asked_time(tree, head, times, published=published)
    if published is None or not (deed and telling.low and telling.reported and status.past_perfect):
        return own
    since = aftermath(telling.happenings, told=own, published=published)
    return own if since is None or choose_time(tree, head, times, telling.others, own=True) else since


def time_ahead(telling: Telling) -> TimeMention | None:
    """The day ahead that is spoken of ("agreed to meet on 2 May"): promised, demanded or planned for."""
    later = [t for t in telling.times if _is_ahead(t, telling.published)]
    return choose_time(telling.tree, telling.head, later, telling.others) or promised_time(
        telling.tree, telling.head, later
    )


def _is_ahead(time: TimeMention, published: date | None) -> bool:
    return published is not None and time.start is not None and time.start > published

"""Joint acts: two events of one sentence and the same people, which the record joins by `link`.

An event has one category. Where one clause tells two ("met and signed", "convicted and jailed"), each is an event of
its own, and each names the other.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.model.event import EventMention


def joint_events(events: Sequence[EventMention]) -> list[tuple[int, ...]]:
    """For each event the indices of those it was done together with, in text order.

    Joint are events of one sentence and two categories, as real as each other, with the same participants on both
    sides, somebody acting.
    """
    return [
        tuple(n for n, other in enumerate(events) if other is not event and _joint(event, other)) for event in events
    ]


def _joint(one: EventMention, other: EventMention) -> bool:
    return (
        one.sentence == other.sentence
        and one.event != other.event
        and set(one.auxiliary) == set(other.auxiliary)
        and bool(one.actor)
        and _sides(one) == _sides(other)
    )


def _sides(event: EventMention) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(r.entity for r in event.actor), frozenset(r.entity for r in event.recipient)

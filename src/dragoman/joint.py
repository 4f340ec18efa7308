"""Joint acts: two events of one sentence and the same people, which the record joins by `link`.

An event has one category. Where one clause tells two ("met and signed", "convicted and jailed"), each is an event of
its own, and each names the other. Only pairs of categories that are one act by rule are joined: of any others that a
sentence tells of the same people ("barred the crowd, but let it demonstrate"), hardly one in ten was one act.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.model.event import EventMention

ONE_ACT = frozenset(
    {
        frozenset({"CONSULT", "SUPPORT"}),  # met and signed
        frozenset({"CONSULT", "AGREE"}),  # met and agreed to
        frozenset({"SANCTION", "COERCE"}),  # convicted and jailed
    }
)


def joint_events(events: Sequence[EventMention]) -> list[tuple[int, ...]]:
    """For each event the indices of those it was done together with, in text order.

    Joint are events of one sentence and of two categories of ONE_ACT, as real as each other, with the same participants
    on both sides, somebody acting.
    """
    return [
        tuple(n for n, other in enumerate(events) if other is not event and _joint(event, other)) for event in events
    ]


def _joint(one: EventMention, other: EventMention) -> bool:
    return (
        one.sentence == other.sentence
        and frozenset({one.event, other.event}) in ONE_ACT
        and set(one.auxiliary) == set(other.auxiliary)
        and bool(one.actor)
        and _sides(one) == _sides(other)
    )


def _sides(event: EventMention) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(r.entity for r in event.actor), frozenset(r.entity for r in event.recipient)

"""Where a report contradicts itself, the record says so: two dates for what can happen only once, two places or counts
for what is told twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from dragoman.coding.candidate import Candidate
from dragoman.model.event import Count, CountKind, EventDate
from dragoman.model.layers import PlaceMention, Warning

ONCE = frozenset(
    "establish normalise normalize recognise recognize ratify join accede inaugurate found annex secede sign".split()
)
"""What two parties do once with each other; meetings, attacks and accusations are repeated on other days."""


def date_conflicts(candidates: Sequence[Candidate]) -> list[Warning]:
    """A warning for every two events of one category and one act between the same parties that have other dates.

    "Established ties last year" in a report of 2022 and "normalized relations in 2020" are one act told with two
    dates. Both events stay as they are told; the warning has the spans of both dates.
    """
    told = [c for c in candidates if c.lemma in ONCE and c.when.span is not None and c.when.start is not None]
    return [
        Warning("date_conflict", f"told for {_days(a.when)} and for {_days(b.when)}", (a.when.span, b.when.span))
        for a, b in combinations(told, 2)
        if a.category == b.category
        and a.auxiliary_key == b.auxiliary_key == ()
        and a.when.span is not None
        and b.when.span is not None
        and set(a.rules) & set(b.rules)
        and len(_parties(a) & _parties(b)) > 1
        and _disjoint(a.when, b.when)
    ]


def telling_conflicts(
    tellings: Sequence[Candidate], merged: Sequence[Candidate], places: Sequence[PlaceMention]
) -> list[Warning]:
    """A warning for every two tellings of one event, in two sentences, that name other places or count otherwise.

    The event keeps what its best telling says; the warning has the spans of both.
    """
    found: list[Warning] = []
    for event in merged:
        spans = {event.trigger, *event.also}
        told = [t for t in tellings if t.trigger in spans and t.category == event.category]
        for one, other in combinations(told, 2):
            if one.sentence.index != other.sentence.index:
                found += _place_conflict(one, other, places)
                found += [
                    Warning("size_conflict", f"{kind}: {count.best} and {against.best}", (count.span, against.span))
                    for kind, count, against in counted_apart(one, other)
                ]
    return found


def _place_conflict(one: Candidate, other: Candidate, places: Sequence[PlaceMention]) -> Iterator[Warning]:
    """Two countries, each named in the telling's own sentence; a place that is inferred contradicts nothing."""
    a, b = (places[t.place] if t.place is not None else None for t in (one, other))
    if a is None or b is None or a.sentence != one.sentence.index or b.sentence != other.sentence.index:
        return
    if a.country_code is not None and b.country_code is not None and a.country_code != b.country_code:
        yield Warning("place_conflict", f"told for {a.name} and for {b.name}", (a.span, b.span))


def counted_apart(one: Candidate, other: Candidate) -> list[tuple[CountKind, Count, Count]]:
    """Both counts of each kind whose ranges share nothing; sums over several events may differ."""
    counts = dict(other.size)
    return [
        (kind, count, against)
        for kind, count in one.size
        if (against := counts.get(kind)) is not None
        and count.scope == against.scope == "event"
        and (count.high < against.low or against.high < count.low)
    ]


def _parties(candidate: Candidate) -> set[str]:
    return {r.entity for r in (*candidate.actor, *candidate.recipient)}


def _disjoint(one: EventDate, other: EventDate) -> bool:
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return one.end < other.start or other.end < one.start


def _days(when: EventDate) -> str:
    return str(when.start) if when.start == when.end else f"{when.start} to {when.end}"

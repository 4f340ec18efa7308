"""Two dates for what can happen only once: the report contradicts itself, and the record says so."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from dragoman.coding.candidate import Candidate
from dragoman.model.event import EventDate
from dragoman.model.layers import Warning

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


def _parties(candidate: Candidate) -> set[str]:
    return {r.entity for r in (*candidate.actor, *candidate.recipient)}


def _disjoint(one: EventDate, other: EventDate) -> bool:
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return one.end < other.start or other.end < one.start


def _days(when: EventDate) -> str:
    return str(when.start) if when.start == when.end else f"{when.start} to {when.end}"

"""Guests and hosts: a meeting during a visit has the visitor as actor and the hosts as recipients (ARTICLES.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.candidate import Candidate
from dragoman.model.actor import Reference

TALKING = frozenset({"discuss", "talk", "speak", "negotiate"})
"""What is said at a meeting is told of both sides alike."""


def seat_guests(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, symmetric meetings turned into visits where the report tells who visited whom."""
    visits = [c for c in candidates if c.category == "CONSULT" and "visit" in c.mode and c.actor]
    return [_seated(c, visits) for c in candidates]


def _seated(candidate: Candidate, visits: Sequence[Candidate]) -> Candidate:
    if candidate.category != "CONSULT" or candidate.mode or candidate.recipient or len(candidate.actor) < 2:
        return candidate
    if candidate.lemma in TALKING:
        return candidate
    for visit in visits:
        if ("historical" in visit.auxiliary) != ("historical" in candidate.auxiliary):
            continue
        guests = {r.entity for r in visit.actor}
        from_there = {r.code for r in visit.recipient if r.code}
        came = tuple(r for r in candidate.actor if r.entity in guests)
        met = tuple(r for r in candidate.actor if r.entity not in guests)
        if came and met and _hosts(met, {r.code for r in came}, from_there):
            return replace(candidate, actor=came, recipient=met, mode=("visit",))
    return candidate


def _hosts(met: Sequence[Reference], guest_codes: set[str | None], host_codes: set[str]) -> bool:
    """Whether those met are of the country visited, or, where the visit names none, of another than the guest's."""
    codes = {r.code for r in met if r.code}
    return bool(codes) and (codes <= host_codes if host_codes else not codes & guest_codes)

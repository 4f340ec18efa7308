"""Crowds and police of a report: whom a protest makes its demands of, and on whom the police fire their tear gas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.candidate import Candidate
from dragoman.model.actor import Reference
from dragoman.model.event import Category

REACH = 1
"""How many sentences apart the two are told."""
DEMANDS: frozenset[Category] = frozenset({"REQUEST", "ACCUSE"})
"""What protesters say to whom they protest against."""
UNREST: frozenset[Category] = frozenset({"PROTEST", "ASSAULT"})
FORCES = frozenset({"COP", "MIL", "GOV", "PRM"})
CROWDS = frozenset({"CVL", "LAB", "EDU", "OPP", "REF"})


def confront(events: Sequence[Candidate]) -> list[Candidate]:
    """The events in text order, protests and what the police do about them with whom the report tells of beside them.

    "Students marched. They called on the king to resign": against the king. "Migrants threw stones, and police fired
    tear gas": at the migrants.
    """
    out: list[Candidate] = []
    for n, event in enumerate(events):
        others: tuple[Reference, ...] = ()
        if not event.recipient and event.category == "PROTEST":
            others = _demanded_of(event, events[n + 1 :])
        elif not event.recipient and _is_policing(event):
            others = _crowd_before(event, out)
        out.append(replace(event, recipient=others) if others else event)
    return out


def _is_policing(event: Candidate) -> bool:
    deed = event.category == "COERCE" or (event.category == "ASSAULT" and "crowd-control" in event.mode)
    return deed and bool(event.actor) and all(r.sector in FORCES for r in event.actor)


def _demanded_of(protest: Candidate, later: Sequence[Candidate]) -> tuple[Reference, ...]:
    marchers = {r.entity for r in protest.actor}
    for event in later:
        near = event.sentence.index - protest.sentence.index <= REACH
        if near and event.category in DEMANDS and marchers & {r.entity for r in event.actor} and event.recipient:
            return _told_elsewhere(event.recipient)
    return ()


def _crowd_before(event: Candidate, earlier: Sequence[Candidate]) -> tuple[Reference, ...]:
    for act in reversed(earlier):
        near = 0 <= event.sentence.index - act.sentence.index <= REACH
        if near and act.category in UNREST and act.actor and all(r.sector in CROWDS for r in act.actor):
            return _told_elsewhere(act.actor)
    return ()


def _told_elsewhere(side: Sequence[Reference]) -> tuple[Reference, ...]:
    return tuple(replace(r, via="implicit") for r in side)

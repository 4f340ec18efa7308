"""Two acts of the same people in one sentence are joined."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.joint import joint_events
from dragoman.model.actor import Reference
from dragoman.model.event import EventDate, EventMention
from dragoman.model.span import Span

CHAD = Reference(Span(0, 4), "E1", "Chad", "state", "TCD", "GOV")
MALI = Reference(Span(12, 16), "E2", "Mali", "state", "MLI", "GOV")
MET = EventMention(
    *("CONSULT", (), (), (), "event", (CHAD, MALI), (), Span(5, 8), Span(0, 60), (), EventDate(), None, ()),
    rules=("consult.meet",),
    features=(),
    confidence=0.8,
)
SIGNED = replace(MET, event="SUPPORT", trigger=Span(20, 26))


def test_meeting_and_signing_are_joined_both_ways() -> None:
    assert joint_events([MET, SIGNED]) == [(1,), (0,)]


@pytest.mark.parametrize(
    "other",
    [
        replace(SIGNED, actor=(CHAD,), recipient=(MALI,)),
        replace(SIGNED, sentence=Span(61, 90)),
        replace(SIGNED, auxiliary=("hypothetical",)),
        replace(SIGNED, event="CONSULT"),
        replace(SIGNED, event="ACCUSE"),
    ],
    ids=["other sides", "another sentence", "not as real", "one category", "no one act by rule"],
)
def test_other_events_stay_apart(other: EventMention) -> None:
    assert joint_events([MET, other]) == [(), ()]


def test_events_without_actors_are_not_joined() -> None:
    nobody = [replace(e, actor=(), recipient=(MALI,)) for e in (MET, SIGNED)]
    assert joint_events(nobody) == [(), ()]

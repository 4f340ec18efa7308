"""People of no stated country take that of the forces or the government they face at home."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.candidate import Candidate
from dragoman.model.actor import Reference
from dragoman.model.event import Category
from dragoman.model.layers import PlaceMention

DOMESTIC = frozenset(
    "ASSAULT COERCE PROTEST RETREAT CONCEDE ACCUSE REQUEST REJECT THREATEN AGREE CONSULT SUPPORT".split()
)
AT_HOME = frozenset({"CVL", "REB", "OPP", "LAB", "PTY"})
"""Sectors whose people, where no country is named, are of the country they act in."""
MISSIONS = ("embassy", "embassies", "consulate", "consulates")
RULING = frozenset({"GOV", "MIL", "COP", "PRM", "SPY", "JUD", "LEG"})
"""Sectors that face their own people."""


def compatriots(
    category: Category, actor: Sequence[Reference], recipient: Sequence[Reference]
) -> tuple[tuple[Reference, ...], tuple[Reference, ...]]:
    """Both sides, the assumed countries of rebels, crowds and the like replaced by that of the ruling side.

    "Gaddafi's forces fired on demonstrators" in a report from Washington is about Libyans. A state under its own name
    is no ruling side: it acts abroad as often as at home.
    """
    if category not in DOMESTIC:
        return tuple(actor), tuple(recipient)
    # Fighters and talkers stand side by side; who is acted on beside an embassy need not be of its country.
    return _at_home(actor, _ruled_by([*actor, *recipient])), _at_home(recipient, _ruled_by(actor))


def _ruled_by(parties: Sequence[Reference]) -> str | None:
    """The one country whose forces or officials are among them, by the words of at least one."""
    ruling = [
        r
        for r in parties
        if r.code
        and r.type != "facility"
        and r.sector in RULING
        # "Ghana" is a state under its own name, "Ghana's government" the same state under another.
        and (r.type != "state" or r.via == "coreference")
    ]
    # "soldiers and Malian mercenaries": of two sorts of forces neither tells whose people they face.
    alike = len({r.code for r in ruling}) == 1
    return next((r.code for r in ruling if alike and not r.assumed), None)


def _at_home(side: Sequence[Reference], code: str | None) -> tuple[Reference, ...]:
    if code is None:
        return tuple(side)
    return tuple(replace(r, code=code) if r.assumed and r.sector in AT_HOME else r for r in side)


def locals_of(events: Sequence[Candidate], places: Sequence[PlaceMention]) -> list[Candidate]:
    """The events, unnamed people of an assumed country who march or are attacked made people of where that happened.

    "Russian forces shelled a village in Moldova, killing four people": Moldovans. Who dies in an attack on somebody's
    embassy, though, may be of any country.
    """
    return [_local(_peopled(event), places) for event in events]


def _peopled(event: Candidate) -> Candidate:
    """The event without the places on which its deed fell where another of its tellings names somebody there."""
    people = tuple(r for r in event.recipient if r.type != "place")
    return replace(event, recipient=people) if people else event


def _local(event: Candidate, places: Sequence[PlaceMention]) -> Candidate:
    if event.category == "ASSAULT" and any(r.name.lower().endswith(MISSIONS) for r in event.recipient):
        return replace(event, recipient=tuple(replace(r, code=None) if r.assumed else r for r in event.recipient))
    place = places[event.place] if event.place is not None else None
    if place is None or place.country_code is None or place.sentence != event.sentence.index:
        return event
    if event.category == "PROTEST":
        return replace(event, actor=_of(event.actor, place.country_code))
    # "An attack on Spanish tourists killed four people": who was struck by name of a country is whom it killed.
    if event.category != "ASSAULT" or any(r.code and not r.assumed and r.sector == "CVL" for r in event.recipient):
        return event
    return replace(event, recipient=_of(event.recipient, place.country_code))


def _of(side: Sequence[Reference], code: str) -> tuple[Reference, ...]:
    """The side, its unnamed people without a stated country given that one."""
    return tuple(replace(r, code=code) if r.assumed and r.sector == "CVL" and r.name[1:].islower() else r for r in side)

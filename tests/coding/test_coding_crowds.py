"""Whom crowds and police of a report face."""

from __future__ import annotations

from coding_factory import candidate, party

from dragoman.coding.crowds import confront

STUDENTS = party("students", "ECU", sector="CVL", type="population")
POLICE = party("police", "ECU", sector="COP", type="organization")
KING = party("king", "JOR", type="person")
MARCH = candidate("PROTEST", actor=(STUDENTS,))
TEAR_GAS = candidate("ASSAULT", mode=("crowd-control",), actor=(POLICE,), sentence=1)


def test_a_protest_is_against_whom_its_demand_is_made_of() -> None:
    demand = candidate("REQUEST", actor=(STUDENTS,), recipient=(KING,), sentence=1)
    protest, _ = confront([MARCH, demand])
    assert [(r.name, r.via) for r in protest.recipient] == [("king", "implicit")]


def test_a_demand_of_others_says_nothing_of_a_protest() -> None:
    demand = candidate("REQUEST", actor=(POLICE,), recipient=(KING,), sentence=1)
    assert confront([MARCH, demand])[0].recipient == ()


def test_a_demand_two_sentences_on_is_another_matter() -> None:
    demand = candidate("REQUEST", actor=(STUDENTS,), recipient=(KING,), sentence=2)
    assert confront([MARCH, demand])[0].recipient == ()


def test_police_fire_at_the_crowd_just_told_of_and_arrest_from_it() -> None:
    arrests = candidate("COERCE", actor=(POLICE,), sentence=1)
    told = confront([MARCH, TEAR_GAS, arrests])
    assert [[r.name for r in event.recipient] for event in told] == [[], ["students"], ["students"]]


def test_police_do_not_face_another_force_for_a_crowd() -> None:
    attack = candidate("ASSAULT", actor=(party("army", "ECU", sector="MIL"),))
    assert confront([attack, TEAR_GAS])[1].recipient == ()


def test_who_is_named_is_kept() -> None:
    arrest = candidate("COERCE", actor=(POLICE,), recipient=(KING,), sentence=1)
    assert confront([MARCH, arrest])[1].recipient == (KING,)

from __future__ import annotations

import pytest
from places_support import tree_of

from dragoman.model.span import Span
from dragoman.places.acting import acts, is_seat


def acting(text: str, **deps: tuple[str, str]) -> bool:
    tree = tree_of(text, deps=deps)
    name = next(t for t in tree if t.text == "Ankara")
    return acts(tree, Span(name.start, name.end))


def test_subject_of_saying_acts() -> None:
    assert acting("Ankara deny it", Ankara=("deny", "nsubj"))


def test_subject_of_lying_somewhere_is_a_place() -> None:
    assert not acting("Ankara lie inland", Ankara=("lie", "nsubj"))


def test_owner_of_an_act_acts() -> None:
    assert acting("Ankara's refusal stands", Ankara=("refusal", "poss"))
    assert not acting("Ankara's airport closed", Ankara=("airport", "poss"))


def test_second_of_two_subjects_acts() -> None:
    assert acting("Cairo and Ankara deny it", Cairo=("deny", "nsubj"), Ankara=("Cairo", "conj"))


def test_place_of_a_preposition() -> None:
    assert not acting("They met in Ankara", **{"Ankara": ("in", "pobj"), "in": ("met", "prep")})
    assert acting("They broke with Ankara", **{"Ankara": ("with", "pobj"), "with": ("broke", "prep")})


def test_way_between_two_capitals_is_no_act() -> None:
    deps = {"Ankara": ("between", "pobj"), "between": ("road", "prep")}
    assert not acting("The road between Ankara and Cairo", **deps)
    deps["between"] = ("tension", "prep")
    assert acting("The tension between Ankara and Cairo", **deps)


@pytest.mark.parametrize(("text", "expected"), [("In Ankara nobody spoke", False), ("Ankara's refusal stands", True)])
def test_unparsed_sentence_is_read_by_its_neighbours(text: str, expected: bool) -> None:
    assert acting(text) is expected


def test_only_capitals_and_seats_can_act() -> None:
    assert is_seat("PPLC")
    assert is_seat("GOVL")
    assert not is_seat("PPL")
    assert not is_seat(None)

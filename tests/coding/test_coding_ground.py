"""Words that say where."""

from __future__ import annotations

import pytest

from dragoman.coding.ground import antecedent, pointers, strikes_nobodys
from dragoman.model.layers import PlaceMention
from dragoman.model.span import Span
from trees import at, tree


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("here/RB/advmod>met", "here"),
        ("there/RB/advmod>met", "there"),
        ("in/IN/prep>met the/DT/det>region region/NN/pobj>in", "region"),
        ("in/IN/prep>met parliament/NN/pobj>in", "institution"),
    ],
)
def test_words_point_to_a_place_told_elsewhere(words: str, kind: str) -> None:
    sentence = tree(f"They|they/PRP/nsubj>met met|meet/VBD {words}")
    assert [p.kind for p in pointers(sentence, at(sentence, "met"))] == [kind]


@pytest.mark.parametrize(
    "words",
    [
        "again/RB/advmod>met",
        "in/IN/prep>met a/DT/det>region region/NN/pobj>in",
        "with/IN/prep>met parliament/NN/pobj>with",
        "to/TO/aux>talk talk/VB/advcl>met here/RB/advmod>talk",
    ],
)
def test_other_words_and_those_of_other_clauses_do_not(words: str) -> None:
    sentence = tree(f"They|they/PRP/nsubj>met met|meet/VBD {words}")
    assert list(pointers(sentence, at(sentence, "met"))) == []


def test_a_region_is_no_town_and_adjectives_are_nowhere() -> None:
    told = [
        PlaceMention(Span(0, 4), 0, "Mopti", country_code="MLI", resolution=2),
        PlaceMention(Span(10, 13), 0, "Gao", country_code="MLI", resolution=4),
        PlaceMention(Span(20, 27), 0, "Chad", country_code="TCD", resolution=1, adjectival=True),
        PlaceMention(Span(60, 64), 1, "Lome", country_code="TGO", resolution=4),
    ]
    assert antecedent("region", told, before=50) == 0
    assert antecedent("there", told, before=50) == 1
    assert antecedent("there", told, before=2) is None


def test_ships_and_borders_are_nobodys() -> None:
    ship = tree("Chad/NNP/nsubj>shut shut/VBD the/DT/det>border border/NN/dobj>shut")
    school = tree("Chad/NNP/nsubj>shut shut/VBD the/DT/det>school school/NN/dobj>shut")
    assert strikes_nobodys(ship, at(ship, "shut"))
    assert not strikes_nobodys(school, at(school, "shut"))


@pytest.mark.parametrize(("house", "kinds"), [("House", ["seat"]), ("Embassy", [])])
def test_a_seat_points_to_its_state_an_embassy_does_not(house: str, kinds: list[str]) -> None:
    sentence = tree(f"They|they/PRP/nsubj>met met|meet/VBD in/IN/prep>met {house}|{house.lower()}/NNP/pobj>in")
    assert [p.kind for p in pointers(sentence, at(sentence, "met"))] == kinds

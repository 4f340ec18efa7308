"""The places that a sentence offers for its event."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.coding.where import Site, sites_of_sentence
from dragoman.model.layers import PlaceMention
from dragoman.model.span import Span
from dragoman.model.tree import Tree
from trees import at, tree

ATTACKED = tree(
    "Rebels|rebel/NNS/nsubj>attacked attacked|attack/VBD guards|guard/NNS/dobj>attacked "
    "in/IN/prep>attacked Gao/NNP/pobj>in"
)


def place(sentence: Tree, word: str, *, adjectival: bool = False, acting: bool = False) -> PlaceMention:
    token = sentence[at(sentence, word)]
    span = Span(token.start, token.end)
    return PlaceMention(span, 0, word, resolution=4, adjectival=adjectival, acting=acting, country_code="MLI")


def sites(sentence: Tree, head: str, *places: PlaceMention) -> list[Site]:
    return list(sites_of_sentence(sentence, at(sentence, head), list(enumerate(places))))


def features(sentence: Tree, head: str, *places: PlaceMention) -> list[set[str]]:
    return [{name for name, _ in site.features} for site in sites(sentence, head, *places)]


def test_a_place_behind_a_preposition_of_place_is_a_site() -> None:
    assert {"sited", "sited_own"} <= features(ATTACKED, "attacked", place(ATTACKED, "Gao"))[0]


@pytest.mark.parametrize("preposition", ["from", "to", "about"])
def test_other_prepositions_tell_no_site(preposition: str) -> None:
    sentence = tree(f"Rebels|rebel/NNS/nsubj>fled fled|flee/VBD {preposition}/IN/prep>fled Gao/NNP/pobj>{preposition}")
    found = features(sentence, "fled", place(sentence, "Gao"))[0]
    assert "sited" not in found
    assert "other_preposition" in found


def test_adjectives_and_capitals_that_act_are_no_sites() -> None:
    for gao in (place(ATTACKED, "Gao", adjectival=True), place(ATTACKED, "Gao", acting=True)):
        assert "sited" not in features(ATTACKED, "attacked", gao)[0]


def test_what_a_visit_goes_to_is_its_target() -> None:
    sentence = tree("Musa/NNP/nsubj>visited visited|visit/VBD Gao/NNP/dobj>visited")
    assert "target" in features(sentence, "visited", place(sentence, "Gao"))[0]


def test_the_place_of_a_clause_above_is_told_from_ones_own() -> None:
    sentence = tree(
        "Chad/NNP/nsubj>said said|say/VBD in/IN/prep>said Paris/NNP/pobj>in Mali/NNP/nsubj>attacked "
        "attacked|attack/VBD/ccomp>said guards|guard/NNS/dobj>attacked in/IN/prep>attacked Gao/NNP/pobj>in#2"
    )
    paris, gao = features(sentence, "attacked", place(sentence, "Paris"), place(sentence, "Gao"))
    assert "sited_above" in paris
    assert "sited_own" in gao


def test_a_place_inside_another_clause_is_that_clauses() -> None:
    sentence = tree(
        "Chad/NNP/nsubj>said said|say/VBD Mali/NNP/nsubj>attacked attacked|attack/VBD/ccomp>said "
        "in/IN/prep>attacked Gao/NNP/pobj>in"
    )
    assert "sited_elsewhere" in features(sentence, "said", place(sentence, "Gao"))[0]


def test_what_a_demand_speaks_of_lies_by_another_noun() -> None:
    sentence = tree(
        "Chad/NNP/nsubj>condemned condemned|condemn/VBD raids|raid/NNS/dobj>condemned in/IN/prep>raids Gao/NNP/pobj>in"
    )
    assert "sited_noun" in features(sentence, "condemned", place(sentence, "Gao"))[0]


def test_coordinated_places_in_two_countries_are_spread() -> None:
    sentence = tree(
        "Rebels|rebel/NNS/nsubj>attacked attacked|attack/VBD guards|guard/NNS/dobj>attacked in/IN/prep>attacked "
        "Gao/NNP/pobj>in and/CC/cc>Gao Lome/NNP/conj>Gao"
    )
    gao, lome = place(sentence, "Gao"), replace(place(sentence, "Lome"), country_code="TGO")
    assert [s.spread for s in sites(sentence, "attacked", gao, lome)] == [True, True]
    assert [s.spread for s in sites(sentence, "attacked", gao, place(sentence, "Lome"))] == [False, False]


def test_an_unresolved_place_is_no_site() -> None:
    assert sites(ATTACKED, "attacked", replace(place(ATTACKED, "Gao"), country_code=None)) == []

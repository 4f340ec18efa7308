"""Where the happenings were that a report names by a noun."""

from __future__ import annotations

from dragoman.coding.occurred import happening_of, place_of_noun, placed_happenings
from dragoman.model.layers import PlaceMention
from dragoman.model.span import Span
from dragoman.model.tree import Tree
from trees import at, tree

BLAST = tree(
    "Chad/NNP/nsubj>mourned mourned|mourn/VBD the/DT/det>blast blast/NN/dobj>mourned in/IN/prep>blast Gao/NNP/pobj>in"
)
TWO = tree(
    "Chad/NNP/nsubj>mourned mourned|mourn/VBD the/DT/det>blasts blasts|blast/NNS/dobj>mourned in/IN/prep>blasts "
    "Gao/NNP/pobj>in and/CC/cc>Gao Lome/NNP/conj>Gao"
)
NAMED = tree(
    "Two/CD/nsubjpass>killed killed|kill/VBN in/IN/prep>killed the/DT/det>blast Gao/NNP/compound>blast blast/NN/pobj>in"
)


def place(sentence: Tree, word: str, *, country: str = "MLI", resolution: int = 4) -> PlaceMention:
    token = sentence[at(sentence, word)]
    return PlaceMention(Span(token.start, token.end), 0, word, resolution=resolution, country_code=country)


def of_noun(sentence: Tree, noun: str, *places: PlaceMention) -> int | None:
    site = place_of_noun(sentence, sentence[at(sentence, noun)], list(enumerate(places)))
    return site.place if site is not None else None


def test_a_place_behind_or_before_an_event_noun_is_its_own() -> None:
    assert of_noun(BLAST, "blast", place(BLAST, "Gao")) == 0
    assert of_noun(NAMED, "blast", place(NAMED, "Gao")) == 0


def test_a_state_right_before_the_noun_does_it_and_the_mourner_is_elsewhere() -> None:
    assert of_noun(NAMED, "blast", place(NAMED, "Gao", resolution=1)) is None
    assert of_noun(BLAST, "blast", place(BLAST, "Chad", country="TCD", resolution=1)) is None


def test_the_report_puts_a_place_to_a_noun_and_its_kind() -> None:
    found = placed_happenings([BLAST], {0: [(0, place(BLAST, "Gao"))]})
    assert {name: (site.place, site.spread) for name, site in found.items()} == {
        "blast": (0, False),
        "any attack": (0, False),
    }


def test_places_of_two_countries_side_by_side_are_a_spread_one() -> None:
    found = placed_happenings([TWO], {0: [(0, place(TWO, "Gao")), (1, place(TWO, "Lome", country="TGO"))]})
    assert found["blast"].spread


def test_what_killed_or_what_one_is_killed_in_is_the_happening() -> None:
    killed = tree(
        "The/DT/det>blasts blasts|blast/NNS/nsubj>hit hit/VBD and/CC/cc>hit hurt/VBD/conj>hit ten/CD/dobj>hurt"
    )
    relative = tree("blasts|blast/NNS that/WDT/nsubj>killed killed|kill/VBD/relcl>blasts ten/CD/dobj>killed")
    assert [t.text for t in happening_of(NAMED, at(NAMED, "killed"))] == ["blast"]
    assert [t.text for t in happening_of(killed, at(killed, "hurt"))] == ["blasts"]
    assert [t.text for t in happening_of(relative, at(relative, "killed"))] == ["blasts"]


def test_other_subjects_are_no_happening() -> None:
    men = tree("The/DT/det>men men|man/NNS/nsubj>hit hit/VBD ten/CD/dobj>hit at/IN/prep>hit noon/NN/pobj>at")
    assert list(happening_of(men, at(men, "hit"))) == []

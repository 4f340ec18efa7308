"""The places that a sentence offers for its event."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.coding.where import Site, sites_of_sentence, speech_sites
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


def test_an_unresolved_place_is_no_site_but_the_sea_is() -> None:
    assert sites(ATTACKED, "attacked", replace(place(ATTACKED, "Gao"), resolution=None)) == []
    assert {"sited", "sited_own"} <= features(ATTACKED, "attacked", replace(place(ATTACKED, "Gao"), country_code=None))[
        0
    ]


@pytest.mark.parametrize("preposition", ["from", "to", "about"])
def test_other_prepositions_tell_no_site(preposition: str) -> None:
    sentence = tree(f"Rebels|rebel/NNS/nsubj>fled fled|flee/VBD {preposition}/IN/prep>fled Gao/NNP/pobj>{preposition}")
    assert "sited" not in features(sentence, "fled", place(sentence, "Gao"))[0]


@pytest.mark.parametrize(("preposition", "feature"), [("to", "brought_to"), ("into", "into"), ("from", "left")])
def test_where_to_and_from_are_told_apart(preposition: str, feature: str) -> None:
    sentence = tree(f"Mali/NNP/nsubj>moved moved|move/VBD {preposition}/IN/prep>moved Gao/NNP/pobj>{preposition}")
    assert features(sentence, "moved", place(sentence, "Gao"))[0] & {"brought_to", "into", "left"} == {feature}


def test_at_a_country_is_no_site_at_a_town_is() -> None:
    sentence = tree("Anger|anger/NN at/IN/prep>Anger Gao/NNP/pobj>at")
    gao = place(sentence, "Gao")
    assert "sited" in features(sentence, "Anger", gao)[0]
    assert "sited" not in features(sentence, "Anger", replace(gao, resolution=1))[0]


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


def test_an_adjective_with_a_place_noun_is_a_place_and_an_embassy_is_none() -> None:
    capital = tree(
        "Rebels|rebel/NNS/nsubj>met met|meet/VBD in/IN/prep>met the/DT/det>capital Malian/JJ/amod>capital "
        "capital/NN/pobj>in"
    )
    assert "sited_own" in features(capital, "met", place(capital, "Malian", adjectival=True))[0]
    embassy = tree(
        "Rebels|rebel/NNS/nsubj>met met|meet/VBD in/IN/prep>met the/DT/det>embassy Malian/JJ/amod>embassy "
        "embassy/NN/pobj>in"
    )
    assert "sited" not in features(embassy, "met", place(embassy, "Malian", adjectival=True))[0]


def test_the_place_of_a_verb_is_that_of_its_event_noun() -> None:
    sentence = tree(
        "Rebels|rebel/NNS/nsubj>launched launched|launch/VBD a/DT/det>raid raid/NN/dobj>launched "
        "in/IN/prep>launched Gao/NNP/pobj>in"
    )
    assert "sited_own" in features(sentence, "raid", place(sentence, "Gao"))[0]


def test_what_an_attack_is_on_is_where_people_died_in_it() -> None:
    sentence = tree(
        "Guards|guard/NNS/nsubj>died died|die/VBD in/IN/prep>died a/DT/det>raid raid/NN/pobj>in on/IN/prep>raid "
        "Gao/NNP/pobj>on"
    )
    assert "hit" in features(sentence, "died", place(sentence, "Gao"))[0]
    spoken = tree("Musa/NNP/nsubj>spoke spoke|speak/VBD to/IN/prep>spoke Gao/NNP/pobj>to")
    assert "hit" not in features(spoken, "spoke", place(spoken, "Gao"))[0]


def test_what_a_meeting_is_about_is_its_topic() -> None:
    sentence = tree(
        "They|they/PRP/nsubj>discussed discussed|discuss/VBD the/DT/det>war war/NN/dobj>discussed in/IN/prep>war "
        "Gao/NNP/pobj>in"
    )
    assert {"sited_noun", "topic"} <= features(sentence, "discussed", place(sentence, "Gao"))[0]


def test_a_sentence_says_where_somebody_spoke_and_who() -> None:
    sentence = tree(
        "Musa/NNP/nsubj>told told|tell/VBD reporters|reporter/NNS/dobj>told in/IN/prep>told Gao/NNP/pobj>in"
    )
    assert list(speech_sites(sentence, [(7, place(sentence, "Gao"))])) == [(7, 0)]
    silent = tree("Musa/NNP/nsubj>met met|meet/VBD rebels|rebel/NNS/dobj>met in/IN/prep>met Gao/NNP/pobj>in")
    assert list(speech_sites(silent, [(7, place(silent, "Gao"))])) == []


@pytest.mark.parametrize(("participle", "holds"), [("killing|kill/VBG", True), ("to/TO/aux>kill kill/VB", False)])
def test_an_outcome_is_where_its_deed_was(participle: str, holds: bool) -> None:
    word = "killing" if holds else "kill"
    sentence = tree(
        "Rebels|rebel/NNS/nsubj>shelled shelled|shell/VBD Gao/NNP/dobj>shelled "
        f"{participle}/advcl>shelled two/CD/dobj>{word}"
    )
    assert ("target" in features(sentence, word, place(sentence, "Gao"))[0]) is holds


def test_what_struck_says_where_one_was_hurt() -> None:
    hurt = tree(
        "Ten/CD/nsubjpass>hurt hurt|hurt/VBN when/WRB/advmod>hit a/DT/det>shell shell/NN/nsubj>hit hit/VBD/advcl>hurt "
        "a/DT/det>hall hall/NN/dobj>hit in/IN/prep>hall Gao/NNP/pobj>in"
    )
    spoke = tree(
        "Ten/CD/nsubjpass>hurt hurt|hurt/VBN when/WRB/advmod>spoke a/DT/det>mayor mayor/NN/nsubj>spoke "
        "spoke|speak/VBD/advcl>hurt in/IN/prep>spoke Gao/NNP/pobj>in"
    )
    assert "sited_when" in features(hurt, "hurt", place(hurt, "Gao"))[0]
    assert "sited_when" not in features(spoke, "hurt", place(spoke, "Gao"))[0]


def test_a_town_before_an_occasion_is_where_it_was_a_state_is_not() -> None:
    met = tree(
        "They|they/PRP/nsubj>met met|meet/VBD at/IN/prep>met the/DT/det>summit Gao/NNP/compound>summit "
        "summit/NN/pobj>at"
    )
    gao = place(met, "Gao")
    assert "sited_own" in features(met, "met", gao)[0]
    assert "sited_own" not in features(met, "met", replace(gao, resolution=1))[0]


def test_a_neighbours_border_is_not_the_neighbour() -> None:
    fell = tree(
        "Rebels/NNS/nsubj>shot shot|shoot/VBD on/IN/prep>shot the/DT/det>border Malian/JJ/amod>border border/NN/pobj>on"
    )
    malian = replace(place(fell, "Malian", adjectival=True), resolution=1)
    assert "sited" not in features(fell, "shot", malian)[0]


def test_a_journey_is_bound_for_its_goal_a_letter_is_not() -> None:
    fly = tree("He|he/PRP/nsubj>fly will/MD/aux>fly fly/VB to/IN/prep>fly Gao/NNP/pobj>to")
    write = tree("He|he/PRP/nsubj>write will/MD/aux>write write/VB to/IN/prep>write Gao/NNP/pobj>to")
    assert "bound_for" in features(fly, "fly", place(fly, "Gao"))[0]
    assert "bound_for" not in features(write, "write", place(write, "Gao"))[0]

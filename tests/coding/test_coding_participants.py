"""From argument tokens to whoever takes part."""

from __future__ import annotations

import pytest
from coding_factory import LIGHT

from dragoman.coding.arguments import Arguments
from dragoman.coding.participants import Participants, Side
from dragoman.model.actor import Reference
from dragoman.model.tree import Tree
from trees import at, refer, tree


def side(sentence: Tree, verb: str, slots: list[str], **codes: str) -> Side:
    people = Participants(Arguments(sentence, LIGHT), refer(sentence, **codes))
    return people.side(at(sentence, verb), slots)


def names(found: Side) -> list[str]:
    return [r.name for r in found.references]


CONDEMNED = tree(
    "Chad/NNP/nsubj>condemned condemned|condemn/VBD the/DT/det>raid raid/NN/dobj>condemned "
    "of/IN/prep>raid Mali/NNP/pobj>of"
)
SIGNED = tree("Chad/NNP/nsubj>signed and/CC/cc>Chad Mali/NNP/conj>Chad signed|sign/VBD pacts|pact/NNS/dobj>signed")


def test_everybody_in_a_coordination_takes_part() -> None:
    assert names(side(SIGNED, "signed", ["subj"], Chad="TCD", Mali="MLI")) == ["Chad", "Mali"]


def test_the_first_alternative_that_somebody_fills_counts() -> None:
    assert names(side(CONDEMNED, "condemned", ["obj|subj"], Chad="TCD")) == ["Chad"]
    assert names(side(CONDEMNED, "condemned", ["obj.of|subj"], Chad="TCD", Mali="MLI")) == ["Mali"]


def test_several_slots_fill_one_side_together() -> None:
    assert names(side(CONDEMNED, "condemned", ["subj", "obj.of"], Chad="TCD", Mali="MLI")) == ["Chad", "Mali"]


def test_a_thing_is_led_back_to_its_owner() -> None:
    found = side(CONDEMNED, "condemned", ["obj"], Mali="MLI", _raid="-")
    assert names(found) == ["Mali"]
    assert found.descended


def test_who_can_act_is_not_led_back_to_an_owner() -> None:
    sentence = tree(
        "Chad/NNP/nsubj>condemned condemned|condemn/VBD Mali/NNP/poss>army ~'s/POS/case>Mali army/NN/dobj>condemned"
    )
    found = side(sentence, "condemned", ["obj"], Mali="MLI", army="MLI MIL military_unit")
    assert names(found) == ["army"]
    assert not found.descended


def test_a_thing_without_owner_gives_nobody() -> None:
    assert side(CONDEMNED, "condemned", ["obj"], _raid="-") == Side()


def test_both_owners_of_a_shared_thing_are_not_invented_from_one() -> None:
    assert names(side(CONDEMNED, "condemned", ["obj"], Chad="TCD", Mali="MLI")) == ["Mali"]


def test_whoever_stands_on_the_other_side_is_not_taken_twice() -> None:
    people = Participants(Arguments(SIGNED, LIGHT), refer(SIGNED, Chad="TCD", Mali="MLI"))
    found = people.side(at(SIGNED, "signed"), ["subj"], taken=frozenset({at(SIGNED, "Chad")}))
    assert names(found) == ["Mali"]


def test_heads_are_those_of_who_was_found() -> None:
    assert side(SIGNED, "signed", ["subj"], Mali="MLI").heads == (at(SIGNED, "Mali"),)


def test_one_participant_told_twice_stands_once() -> None:
    people = refer(SIGNED, Chad="TCD", Mali="MLI")
    same: tuple[Reference, ...] = people[(0, at(SIGNED, "Chad"))]
    people[(0, at(SIGNED, "Mali"))] = same
    found = Participants(Arguments(SIGNED, LIGHT), people).side(at(SIGNED, "signed"), ["subj"])
    assert names(found) == ["Chad"]


def test_states_that_the_parser_hung_before_the_last_one_take_part() -> None:
    sentence = tree(
        "Mali/NNP/nmod>Niger and/CC/cc>Niger neighbouring/JJ/amod>Niger Niger/NNP/nsubj>signed signed|sign/VBD"
    )
    assert names(side(sentence, "signed", ["subj"], Mali="MLI", Niger="NER")) == ["Mali", "Niger"]


def test_a_possessor_before_a_state_is_no_member_of_the_group() -> None:
    sentence = tree(
        "Mali/NNP/poss>Niger ~'s/POS/case>Mali neighbour/NN/compound>Niger and/CC/cc>Niger "
        "Niger/NNP/nsubj>signed signed|sign/VBD"
    )
    assert names(side(sentence, "signed", ["subj"], Mali="MLI", Niger="NER")) == ["Niger"]


def test_an_adjective_before_a_state_is_no_member_of_the_group() -> None:
    sentence = tree("Malian/JJ/amod>Niger and/CC/cc>Niger Niger/NNP/nsubj>signed signed|sign/VBD")
    assert names(side(sentence, "signed", ["subj"], Malian="MLI", Niger="NER")) == ["Niger"]


def test_a_thing_of_two_states_is_of_both() -> None:
    sentence = tree(
        "Niger/NNP/nsubj>noted noted|note/VBD Malian/JJ/amod>objections and/CC/cc>Malian "
        "Chadian/JJ/conj>Malian objections|objection/NNS/dobj>noted"
    )
    assert names(side(sentence, "noted", ["obj"], Malian="MLI", Chadian="TCD")) == ["Malian", "Chadian"]


def test_who_is_named_along_with_another_takes_part_with_all_of_its_group() -> None:
    sentence = tree(
        "Oman/NNP/nsubj>urged along/IN/prep>Oman with/IN/prep>along Qatar/NNP/pobj>with and/CC/cc>Qatar "
        "Jordan/NNP/conj>Qatar urged|urge/VBD Iran/NNP/dobj>urged"
    )
    people = {"Oman": "OMN", "Qatar": "QAT", "Jordan": "JOR", "Iran": "IRN"}
    assert names(side(sentence, "urged", ["subj"], **people)) == ["Oman", "Qatar", "Jordan"]
    assert names(side(sentence, "urged", ["obj"], **people)) == ["Iran"]


def test_a_deed_is_led_back_to_the_owner_of_what_it_is_done_to() -> None:
    sentence = tree(
        "Peru/NNP/nsubj>abstained abstained|abstain/VBD from/IN/prep>abstained passing|pass/VBG/pcomp>from "
        "council/NN/compound>resolution resolution/NN/dobj>passing"
    )
    assert names(side(sentence, "abstained", ["from"], council="UNO GOV organization")) == ["council"]


def test_what_a_deed_is_done_to_does_not_take_part_by_that() -> None:
    sentence = tree(
        "Peru/NNP/nsubj>abstained abstained|abstain/VBD from/IN/prep>abstained attacking|attack/VBG/pcomp>from "
        "Chad/NNP/dobj>attacking"
    )
    assert side(sentence, "abstained", ["from"], Chad="TCD") == Side()


@pytest.mark.parametrize("word", ["from", "with"])
def test_a_thing_from_or_with_somebody_concerns_them(word: str) -> None:
    sentence = tree(
        f"Peru/NNP/nsubj>refused refused|refuse/VBD contact/NN/dobj>refused {word}/IN/prep>contact Chad/NNP/pobj>{word}"
    )
    assert names(side(sentence, "refused", ["obj"], Chad="TCD")) == ["Chad"]


def test_a_thing_acted_on_is_of_where_it_lies_but_does_not_act_for_it() -> None:
    sentence = tree("Planes|plane/NNS/nsubj>hit hit|hit/VBD camps|camp/NNS/dobj>hit in/IN/prep>camps Yemen/NNP/pobj>in")
    people = Participants(Arguments(sentence, LIGHT), refer(sentence, Yemen="YEM"))
    assert names(people.side(at(sentence, "hit"), ["obj"], taken=frozenset())) == ["Yemen"]
    assert people.side(at(sentence, "hit"), ["obj"]) == Side()


def test_a_thing_acted_on_may_be_of_a_thing_of_somebody() -> None:
    sentence = tree(
        "Peru/NNP/nsubj>disputed disputed|dispute/VBD results|result/NNS/dobj>disputed of/IN/prep>results "
        "Malian/JJ/amod>vote vote/NN/pobj>of"
    )
    people = Participants(Arguments(sentence, LIGHT), refer(sentence, Malian="MLI"))
    assert names(people.side(at(sentence, "disputed"), ["obj"], taken=frozenset())) == ["Malian"]
    assert people.side(at(sentence, "disputed"), ["obj"]) == Side()


@pytest.mark.parametrize(("described", "found"), [("TCD MIL military_unit", []), ("TCD CVL population", ["them"])])
def test_ones_own_force_is_no_other_side_but_ones_own_people_are(described: str, found: list[str]) -> None:
    sentence = tree("Chad/NNP/nsubj>moved moved|move/VBD its|its/PRP$/poss>them them/NNS/dobj>moved")
    people = Participants(Arguments(sentence, LIGHT), refer(sentence, Chad="TCD", them=described))
    assert names(people.side(at(sentence, "moved"), ["obj"], taken=frozenset({at(sentence, "Chad")}))) == found


def test_the_actors_own_state_is_no_other_side_where_another_is_named() -> None:
    sentence = tree(
        "king/NN/nsubj>restored restored|restore/VBD ties|tie/NNS/dobj>restored between/IN/prep>ties "
        "Chad/NNP/pobj>between and/CC/cc>Chad Mali/NNP/conj>Chad"
    )
    people = Participants(Arguments(sentence, LIGHT), refer(sentence, king="TCD GOV person", Chad="TCD", Mali="MLI"))
    king = frozenset({at(sentence, "king")})
    assert names(people.side(at(sentence, "restored"), ["obj.between"], taken=king)) == ["Mali"]
    assert names(people.side(at(sentence, "restored"), ["obj.between"])) == ["Chad", "Mali"]


def struck(sentence: Tree, verb: str, **codes: str) -> list[str]:
    people = Participants(Arguments(sentence, LIGHT), refer(sentence, **codes))
    return names(people.side(at(sentence, verb), ["obj"], taken=frozenset({0}), places=True))


STORMED = tree(
    "Rebels|rebel/NNS/nsubj>stormed stormed|storm/VBD barracks/NN/dobj>stormed in/IN/prep>barracks Homs/NNP/pobj>in"
)
SHELLED = tree("Rebels|rebel/NNS/nsubj>shelled shelled|shell/VBD Homs/NNP/dobj>shelled")


def test_a_deed_on_a_place_falls_on_those_who_live_there() -> None:
    assert struck(SHELLED, "shelled", _Homs="SYR - place") == ["Homs"]
    assert struck(STORMED, "stormed", _Homs="SYR - place") == ["Homs"]


def test_a_place_counts_only_where_nobody_is_struck_and_deeds_fall_on_places() -> None:
    assert struck(STORMED, "stormed", barracks="SYR MIL organization", _Homs="SYR - place") == ["barracks"]
    people = Participants(Arguments(SHELLED, LIGHT), refer(SHELLED, _Homs="SYR - place"))
    assert people.side(at(SHELLED, "shelled"), ["obj"], taken=frozenset({0})) == Side()


def test_what_is_only_made_is_not_acted_on() -> None:
    sentence = tree("Chad/NNP/nsubj>formed formed|form/VBD panel/NN/dobj>formed")
    assert struck(sentence, "formed", panel="TCD GOV organization") == []
    dissolved = tree("Chad/NNP/nsubj>dissolved dissolved|dissolve/VBD panel/NN/dobj>dissolved")
    assert struck(dissolved, "dissolved", panel="TCD GOV organization") == ["panel"]

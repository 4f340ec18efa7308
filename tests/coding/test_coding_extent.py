"""Many happenings told as one, against one that is told."""

from __future__ import annotations

import pytest

from dragoman.coding.extent import is_series
from dragoman.coding.status import read_status
from trees import at, tree


def series(notation: str, head: str, *words: str) -> bool:
    sentence = tree(notation)
    place = at(sentence, head)
    return is_series(sentence, place, [at(sentence, w) for w in words], read_status(sentence, place))


@pytest.mark.parametrize(
    "notation",
    [
        "wave/NN of/IN/prep>wave raids|raid/NNS/pobj>of",
        "uptick/NN in/IN/prep>uptick raids|raid/NNS/pobj>in",
        "months|month/NNS of/IN/prep>months raids|raid/NNS/pobj>of",
        "repeated/JJ/amod>raids raids|raid/NNS",
    ],
)
def test_a_noun_may_tell_of_many(notation: str) -> None:
    assert series(notation, "raids")


@pytest.mark.parametrize(
    "notation",
    [
        "end/NN of/IN/prep>end raids|raid/NNS/pobj>of",
        "hours|hour/NNS of/IN/prep>hours raids|raid/NNS/pobj>of",
        "weeks|week/NNS after/IN/prep>weeks raids|raid/NNS/pobj>after",
        "deadly/JJ/amod>raids raids|raid/NNS",
    ],
)
def test_raids_alone_are_no_series(notation: str) -> None:
    assert not series(notation, "raids")


def test_a_repeated_meeting_is_one_meeting_of_a_row() -> None:
    assert not series("recurring/JJ/amod>meeting meeting/NN", "meeting")


def test_what_the_trigger_governs_may_be_the_series() -> None:
    sentence = "launched|launch/VBD spate/NN/dobj>launched of/IN/prep>spate raids|raid/NNS/pobj>of"
    assert series(sentence, "launched", "raids")
    assert series(sentence, "launched", "spate")


def test_a_verb_may_grow_in_number_and_tell_one_act() -> None:
    assert not series("increased|increase/VBD troops|troop/NNS/dobj>increased in/IN/prep>increased", "increased")


def test_a_deed_done_again_and_again_is_a_series() -> None:
    assert series("They/PRP/nsubj>shelled repeatedly/RB/advmod>shelled shelled|shell/VBD", "shelled")
    assert not series("They/PRP/nsubj>shelled briefly/RB/advmod>shelled shelled|shell/VBD", "shelled")


GOING_ON = (
    "They/PRP/nsubj>shelling have/VBP/aux>shelling been|be/VBN/aux>shelling shelling|shell/VBG {}/IN/prep>shelling {}"
)


@pytest.mark.parametrize("words", [("since", "May/NNP/pobj>since"), ("for", "weeks|week/NNS/pobj>for")])
def test_what_has_been_going_on_for_weeks_is_a_campaign(words: tuple[str, str]) -> None:
    assert series(GOING_ON.format(*words), "shelling")


@pytest.mark.parametrize("words", [("for", "hours|hour/NNS/pobj>for"), ("from", "May/NNP/pobj>from")])
def test_what_has_been_going_on_for_hours_is_one_happening(words: tuple[str, str]) -> None:
    assert not series(GOING_ON.format(*words), "shelling")

"""Whom words without an addressee are for."""

from __future__ import annotations

import pytest
from coding_factory import candidate, party

from dragoman.coding.candidate import Candidate
from dragoman.coding.facing import face
from dragoman.model.event import Category
from dragoman.model.tree import Tree
from trees import tree

TOGO, BENIN, GHANA = party("Togo", "TGO"), party("Benin", "BEN"), party("Ghana", "GHA")
ENVOY = party("envoy", "BEN", type="person")
ARREST = candidate("COERCE", actor=(TOGO,), recipient=(ENVOY,))
BARE = tree("Benin/NNP/nsubj>protested protested|protest/VBD", sentence=1)
SIGNED = tree("Benin/NNP/nsubj>signed signed|sign/VBD deal/NN/dobj>signed", sentence=1)


def said(category: Category = "ACCUSE", *, sentence: int = 1, head: int = 1, rule: str = "accuse.protest") -> Candidate:
    return candidate(category, actor=(BENIN,), sentence=sentence, at=head, rule=rule)


def faced(earlier: list[Candidate], words: Candidate, told_in: Tree = BARE) -> list[str]:
    return [r.name for r in face([*earlier, words], [told_in])[-1].recipient]


def test_a_protest_is_to_who_has_just_acted_on_the_protesters_people() -> None:
    assert faced([ARREST], said()) == ["Togo"]


def test_who_faces_whom_holds_both_ways() -> None:
    assert faced([candidate("AID", actor=(BENIN,), recipient=(GHANA,))], said("REQUEST")) == ["Ghana"]


def test_who_meets_faces_the_other() -> None:
    assert faced([candidate("CONSULT", actor=(BENIN, GHANA))], said("AGREE", rule="agree.promise")) == ["Ghana"]


def test_acts_of_others_tell_nothing() -> None:
    assert faced([candidate("COERCE", actor=(TOGO,), recipient=(GHANA,))], said()) == []


def test_an_act_two_sentences_back_tells_nothing() -> None:
    far = tree("Benin/NNP/nsubj>protested protested|protest/VBD", sentence=2)
    assert faced([ARREST], said(sentence=2), far) == []


@pytest.mark.parametrize("category", ["ASSAULT", "MOBILIZE", "PROTEST"])
def test_deeds_are_not_addressed(category: Category) -> None:
    assert faced([ARREST], said(category)) == []


def test_an_accord_and_a_meeting_ahead_name_all_who_take_part() -> None:
    assert faced([ARREST], said("SUPPORT", rule="support.sign"), SIGNED) == []
    assert faced([ARREST], said("AGREE", rule="consult.meet")) == []

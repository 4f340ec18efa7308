"""People whom no noun names: bare numbers, fates, and those of this number told of before."""

from __future__ import annotations

import pytest

from dragoman.actors.people import PeopleReader
from dragoman.actors.register import Draft, Register
from dragoman.actors.salience import OBJECT, SUBJECT, Referred, Salience
from dragoman.model.span import Span
from trees import at, tree


@pytest.mark.parametrize(
    ("notation", "word", "people"),
    [
        ("Eleven/NNS/nsubjpass>freed were/VBD/auxpass>freed freed/VBN", "Eleven", True),
        ("it/PRP/nsubj>killed killed|kill/VBD 2,000/CD/dobj>killed", "2,000", True),
        ("the/DT/det>wounded wounded/NN/nsubj>left left|leave/VBD", "wounded", True),
        ("three/CD/nummod>others others|other/NNS/nsubj>left left|leave/VBD", "others", True),
        ("it/PRP/nsubj>ended ended|end/VBD 1987/CD/dobj>ended", "1987", False),
        ("it/PRP/nsubj>cost cost/VBD $/SYM/nmod>40 40/CD/dobj>cost", "40", False),
        ("it/PRP/nsubj>rose rose|rise/VBD by/IN/prep>rose 12/CD/pobj>by", "12", False),
        ("others|other/NNS/nsubj>left left|leave/VBD", "others", False),
        ("it/PRP/nsubj>held held|hold/VBD 40/CD/dobj>held ill/JJ/amod>men men/NNS/dobj>held", "40", False),
        ("it/PRP/nsubj>held held|hold/VBD 40/CD/dobj>held on/IN/prep>held roads/NNS/pobj>on", "40", True),
    ],
)
def test_a_number_counts_people_where_no_thing_is_counted(notation: str, word: str, people: bool) -> None:
    sentence = tree(notation)
    assert PeopleReader().counts_people(sentence, sentence[at(sentence, word)]) is people


def farmers(salience: Salience) -> None:
    draft = Draft("five farmers", "person", code="MLI")
    told = Referred(draft, Span(0, 12), "MLI", "AGR", plural=True, lemma="farmer")
    salience.note(0, told, rank=OBJECT)


def test_more_of_those_told_of_before_are_of_their_country() -> None:
    salience = Salience()
    farmers(salience)
    sentence = tree("Two/CD/nsubjpass>freed were/VBD/auxpass>freed freed/VBN", sentence=1, offset=20)
    (two,) = PeopleReader().read(sentence, sentence[0], salience, Register(), country="GHA")
    assert (two.draft.name, two.code, two.sector) == ("Two farmers", "MLI", "AGR")


def test_the_number_with_its_article_is_those_of_that_number() -> None:
    salience = Salience()
    farmers(salience)
    sentence = tree("the/DT/det>five five/CD/nsubj>left left|leave/VBD", sentence=1, offset=20)
    (five,) = PeopleReader().read(sentence, sentence[1], salience, Register(), country="GHA")
    assert (five.draft.name, five.via) == ("five farmers", "coreference")


def test_the_number_with_its_article_is_those_named_together() -> None:
    salience = Salience()
    for start, code in ((0, "TCD"), (8, "NER")):
        draft = Draft(code, "state", code=code)
        salience.note(0, Referred(draft, Span(start, start + 4), code, "GOV", chain=0), rank=SUBJECT)
    sentence = tree("the/DT/det>two two/CD/nsubj>left left|leave/VBD", sentence=1, offset=20)
    both = PeopleReader().read(sentence, sentence[1], salience, Register(), country=None)
    assert [(r.code, r.via) for r in both] == [("TCD", "group"), ("NER", "group")]


def test_nobody_told_of_before_leaves_civilians_of_the_country_in_focus() -> None:
    sentence = tree("the/DT/det>dead dead/NN/nsubjpass>buried were/VBD/auxpass>buried buried/VBN")
    (dead,) = PeopleReader().read(sentence, sentence[1], Salience(), Register(), country="GHA")
    assert (dead.draft.name, dead.code, dead.sector, dead.assumed) == ("dead", "GHA", "CVL", True)


def test_those_of_another_number_are_not_meant() -> None:
    salience = Salience()
    farmers(salience)
    sentence = tree("the/DT/det>six six/CD/nsubj>left left|leave/VBD", sentence=5, offset=90)
    (six,) = PeopleReader().read(sentence, sentence[1], salience, Register(), country="GHA")
    assert (six.draft.name, six.code) == ("six people", "GHA")
    sentence = tree("the/DT/det>five five/CD/nsubj>left left|leave/VBD", sentence=5, offset=90)
    (five,) = PeopleReader().read(sentence, sentence[1], salience, Register(), country="GHA")
    assert five.draft.name == "five farmers"

"""Who the noun phrases of small reports refer to, with countries that no word tells."""

from __future__ import annotations

import pytest

from dragoman.actors import ActorReader
from dragoman.kb.load import Knowledge
from dragoman.model.actor import Reference
from dragoman.model.layers import Layers, Mention
from dragoman.model.span import Span
from dragoman.model.tree import Tree
from trees import at, document, tree


class Report:
    """Sentences with names marked as "word:LABEL", read by the actors' room."""

    def __init__(self, knowledge: Knowledge, *notations: str, names: dict[str, str]) -> None:
        self.trees: list[Tree] = []
        for n, notation in enumerate(notations):
            offset = self.trees[-1][-1].end + 2 if self.trees else 0
            self.trees.append(tree(notation, sentence=n, offset=offset))
        mentions = [
            Mention(Span(t.start, t.end), s.sentence, t.i, t.i, names[t.text], knowledge.lookup(t.text))
            for s in self.trees
            for t in s
            if t.text in names
        ]
        layers = Layers(document(*self.trees), tuple(self.trees), tuple(mentions), places=(), quotes=())
        actors = ActorReader(knowledge).run(layers).actors
        assert actors is not None
        self.actors = actors

    def one(self, sentence: int, word: str) -> Reference:
        (found,) = self.actors.references[(sentence, at(self.trees[sentence], word))]
        return found


GHANA = "Ghana/NNP/nsubj>met met|meet/VBD Darko/NNP/dobj>met"
NAMES = {"Ghana": "GPE", "Togo": "GPE", "Darko": "PERSON", "Volta": "ORG"}


def test_a_person_nobody_places_is_of_the_country_told_of(knowledge: Knowledge) -> None:
    report = Report(knowledge, GHANA, "she/PRP/nsubj>left left|leave/VBD", names=NAMES)
    assert (report.one(0, "Darko").code, report.one(0, "Darko").assumed) == ("GHA", True)
    assert (report.one(1, "she").name, report.one(1, "she").code) == ("Darko", "GHA")


def test_a_suspect_nobody_places_is_from_anywhere(knowledge: Knowledge) -> None:
    report = Report(
        knowledge, "Ghana/NNP/nsubj>held held|hold/VBD suspect/NN/compound>Darko Darko/NNP/dobj>held", names=NAMES
    )
    assert report.one(0, "Darko").code is None


def test_the_government_is_its_state(knowledge: Knowledge) -> None:
    report = Report(knowledge, GHANA, "the/DT/det>government government/NN/nsubj>fell fell|fall/VBD", names=NAMES)
    government = report.one(1, "government")
    assert government.entity == report.one(0, "Ghana").entity
    assert (government.type, government.name) == ("state", "Ghanaian government")


def test_a_bodys_government_is_no_state(knowledge: Knowledge) -> None:
    report = Report(
        knowledge,
        "Volta/NNP/poss>government ~'s/POS/case>Volta government/NN/nsubj>met met|meet/VBD Ghana/NNP/dobj>met",
        names=NAMES,
    )
    assert report.one(0, "government").type == "organization"


SOLDIERS = "six/CD/nummod>soldiers soldiers|soldier/NNS/nsubj>left left|leave/VBD Togo/NNP/dobj>left"


def test_the_same_noun_with_an_article_is_the_same_people(knowledge: Knowledge) -> None:
    again = "the/DT/det>soldiers soldiers|soldier/NNS/nsubj>died died|die/VBD"
    report = Report(knowledge, SOLDIERS, again, names=NAMES)
    assert report.one(1, "soldiers").entity == report.one(0, "soldiers").entity


@pytest.mark.parametrize(
    "other",
    [
        "soldiers|soldier/NNS/nsubj>died died|die/VBD",
        "the/DT/det>soldiers wounded/JJ/amod>soldiers soldiers|soldier/NNS/nsubj>died died|die/VBD",
    ],
)
def test_other_words_may_be_other_people(knowledge: Knowledge, other: str) -> None:
    report = Report(knowledge, SOLDIERS, other, names=NAMES)
    assert report.one(1, "soldiers").entity != report.one(0, "soldiers").entity


def test_the_police_told_of_again_are_the_same_where_their_country_is(knowledge: Knowledge) -> None:
    first = "Togolese/JJ/amod>police police/NNS/nsubj>left left|leave/VBD Ghana/NNP/dobj>left"
    report = Report(
        knowledge,
        first,
        "the/DT/det>police police/NNS/nsubj>watched watched|watch/VBD Ghana/NNP/dobj>watched",
        "Ghanaian/JJ/amod>police police/NNS/nsubj>left left|leave/VBD",
        names={**NAMES, "Togolese": "NORP", "Ghanaian": "NORP"},
    )
    assert report.one(1, "police").entity == report.one(0, "police").entity
    assert report.one(2, "police").entity != report.one(0, "police").entity


def test_an_apposition_is_whom_it_explains(knowledge: Knowledge) -> None:
    explained = (
        "Darko/NNP/nsubj>left ,/,/punct>Darko a/DT/det>lawyer lawyer/NN/appos>Darko ,/,/punct>Darko left|leave/VBD"
    )
    report = Report(knowledge, explained, names=NAMES)
    assert report.one(0, "lawyer").entity == report.one(0, "Darko").entity


def test_every_word_for_somebody_is_a_mention(knowledge: Knowledge) -> None:
    report = Report(knowledge, GHANA, "she/PRP/nsubj>left left|leave/VBD", names=NAMES)
    darko = next(e for e in report.actors.entities if e.name == "Darko")
    assert darko.mentions == (report.one(0, "Darko").span, report.one(1, "she").span)


def test_who_stands_for_the_noun_its_clause_hangs_on(knowledge: Knowledge) -> None:
    report = Report(
        knowledge, "Darko/NNP/nsubj>left who/WP/nsubj>sued sued|sue/VBD/relcl>Darko left|leave/VBD", names=NAMES
    )
    assert report.one(0, "who").entity == report.one(0, "Darko").entity


def test_he_is_the_subject_of_the_clause_around(knowledge: Knowledge) -> None:
    report = Report(
        knowledge,
        "Keita/NNP/nsubj>spoke spoke|speak/VBD but/CC/cc>spoke Darko/NNP/nsubj>said said|say/VBD/conj>spoke "
        "he/PRP/nsubj>leave would/MD/aux>leave leave/VB/ccomp>said",
        names={**NAMES, "Keita": "PERSON"},
    )
    assert report.one(0, "he").name == "Darko"


def test_it_is_no_state_told_of_by_its_adjective_where_another_is_named(knowledge: Knowledge) -> None:
    report = Report(
        knowledge,
        "Togolese/JJ/amod>goods goods|good/NNS/nsubj>reached reached|reach/VBD Ghana/NNP/dobj>reached",
        "it/PRP/nsubj>left left|leave/VBD",
        names={**NAMES, "Togolese": "NORP"},
    )
    assert report.one(1, "it").name == "Ghana"


@pytest.mark.parametrize(
    ("noun", "sector"), [("a/DT/det>Togolese Togolese/NN/nsubj>left", "CVL"), ("Togolese/NN/nsubj>left", "GOV")]
)
def test_a_nation_behind_an_article_is_a_person(knowledge: Knowledge, noun: str, sector: str) -> None:
    report = Report(knowledge, f"{noun} left|leave/VBD", names={"Togolese": "NORP"})
    assert (report.one(0, "Togolese").code, report.one(0, "Togolese").sector) == ("TGO", sector)


def test_the_noun_before_a_body_tells_its_country_and_sector(knowledge: Knowledge) -> None:
    report = Report(
        knowledge,
        "the/DT/det>group Togolese/JJ/amod>group rebel/NN/compound>group group/NN/nsubj>left ,/,/punct>group "
        "Volta/NNP/appos>group left|leave/VBD",
        names={**NAMES, "Togolese": "NORP"},
    )
    assert (report.one(0, "group").name, report.one(0, "Volta").code) == ("Volta", "TGO")


def test_a_group_told_apart_by_a_word_is_not_the_last_one(knowledge: Knowledge) -> None:
    first = "Volta/NNP/nsubj>left left|leave/VBD"
    bare = Report(knowledge, first, "the/DT/det>group group/NN/nsubj>met met|meet/VBD", names=NAMES)
    apart = Report(
        knowledge, first, "the/DT/det>group largest/JJ/amod>group group/NN/nsubj>met met|meet/VBD", names=NAMES
    )
    assert bare.one(1, "group").name == "Volta"
    assert (1, 2) not in apart.actors.references or apart.one(1, "group").name != "Volta"


@pytest.mark.parametrize("same", [True, False])
def test_who_is_said_to_be_an_envoy_is_told_of_by_it_unless_denied(knowledge: Knowledge, same: bool) -> None:
    told = (
        f"Darko/NNP/nsubj>was was|be/VBD an/DT/det>envoy envoy/NN/attr>was {'' if same else 'not/RB/neg>was'}".strip()
    )
    report = Report(knowledge, told, names=NAMES)
    assert (report.one(0, "envoy").entity == report.one(0, "Darko").entity) == same


@pytest.mark.parametrize(("number", "same"), [("two", True), ("three", False)])
def test_the_two_envoys_are_those_of_the_same_number(knowledge: Knowledge, number: str, same: bool) -> None:
    first = "two/CD/nummod>envoys foreign/JJ/amod>envoys envoys|envoy/NNS/nsubj>left left|leave/VBD"
    again = f"the/DT/det>envoys {number}/CD/nummod>envoys envoys|envoy/NNS/nsubj>met met|meet/VBD"
    report = Report(knowledge, first, again, names=NAMES)
    assert (report.one(0, "envoys").entity == report.one(1, "envoys").entity) == same

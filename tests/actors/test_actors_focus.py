"""Which country a bare noun belongs to, by what the report told of last."""

from __future__ import annotations

from dragoman.actors.focus import WEIGHTS, Focus, Kind, Noun, score
from dragoman.actors.register import Draft
from dragoman.actors.salience import Referred
from dragoman.model.document import Document
from dragoman.model.span import Span
from dragoman.model.tree import Tree
from trees import at, document, tree

FIRST = tree("Togo/NNP/nsubj>met met|meet/VBD Ghana/NNP/dobj>met")
SECOND = tree("the/DT/det>army army/NN/nsubj>left left|leave/VBD", sentence=1, offset=100)


def focus(
    *, weights: dict[str, int] | None = None, towns: dict[str, int] | None = None, dateline: str | None = None
) -> Focus:
    doc: Document = document(FIRST, SECOND)
    return Focus(doc, weights=weights or {}, towns=towns or {}, dateline=dateline, ahead={})


def tell(about: Focus, sentence: Tree, word: str, code: str, *, subject: bool = False, assumed: bool = False) -> None:
    token = sentence[at(sentence, word)]
    told = Referred(Draft(word, "state", code), Span(token.start, token.end), code, "GOV", assumed=assumed)
    about.note(sentence, token, told, subject=subject)


def choose(about: Focus, kind: Kind = "state", near: str | None = None) -> str | None:
    return about.choose(Noun(SECOND, SECOND[at(SECOND, "army")], kind, near=near, places=[near] if near else []))


def test_a_report_without_a_country_gives_none() -> None:
    assert choose(focus()) is None


def test_the_country_of_the_dateline_and_the_towns_is_home() -> None:
    foreign = {"TGO": 3, "GHA": 2}
    assert choose(focus(weights=foreign)) == "TGO"
    assert choose(focus(weights=foreign, dateline="GHA")) == "GHA"
    assert choose(focus(weights=foreign, towns={"GHA": 4})) == "GHA"


def test_the_subject_of_the_sentence_before_is_in_focus() -> None:
    about = focus(weights={"GHA": 1, "TGO": 1})
    assert choose(about) == "GHA"
    tell(about, FIRST, "Togo", "TGO", subject=True)
    assert choose(about) == "TGO"


def test_what_was_only_assumed_is_no_evidence() -> None:
    about = focus(weights={"GHA": 1, "TGO": 1})
    tell(about, FIRST, "Togo", "TGO", subject=True, assumed=True)
    assert choose(about) == "GHA"


def test_a_place_beside_the_noun_speaks_for_its_country() -> None:
    about = focus(weights={"GHA": 1, "TGO": 2})
    assert choose(about, "local") == "GHA"
    assert choose(about, "local", near="TGO") == "TGO"


def test_organs_of_a_body_belong_to_it_and_police_do_not() -> None:
    about = focus(weights={"GHA": 2, "TGO": 1}, dateline="GHA")
    tell(about, FIRST, "Ghana", "UNO", subject=True)
    assert choose(about, "body") == "UNO"
    assert choose(about, "local") == "GHA"


def test_every_feature_has_its_weight() -> None:
    about = focus(weights={"GHA": 1})
    kinds: tuple[Kind, ...] = ("person", "local", "state", "body")
    named = {f for kind in kinds for f in about.traits(Noun(SECOND, SECOND[1], kind))["GHA"]}
    assert named == set(WEIGHTS)
    assert score(dict.fromkeys(WEIGHTS, 0.0)) == 0

"""Which two states a report means by "both countries"."""

from __future__ import annotations

from dragoman.actors.pairs import two_states
from dragoman.actors.register import Draft
from dragoman.actors.salience import OTHER, Referred, Salience
from dragoman.model.span import Span


def told(salience: Salience, sentence: int, *codes: str) -> None:
    for n, code in enumerate(codes):
        start = 100 * sentence + 10 * n
        draft = Draft(code, "state", code, "GOV")
        salience.note(sentence, Referred(draft, Span(start, start + 5), code, "GOV"), rank=OTHER)


def codes(salience: Salience, sentence: int) -> list[str | None]:
    return [r.code for r in two_states(salience, sentence, before=100 * sentence + 90)]


def test_two_states_of_the_paragraph_are_meant() -> None:
    salience = Salience(paragraphs=(0, 1, 1))
    told(salience, 0, "PER", "CHL")
    told(salience, 1, "GHA", "TGO")
    assert codes(salience, 2) == ["TGO", "GHA"]


def test_elsewhere_it_is_the_pair_named_together_most_often() -> None:
    salience = Salience(paragraphs=(0, 1, 2, 3))
    told(salience, 0, "GHA", "TGO")
    told(salience, 1, "GHA", "TGO")
    told(salience, 2, "GHA", "PER")
    assert codes(salience, 3) == ["TGO", "GHA"]


def test_bodies_and_pairs_named_together_but_once_are_nobody() -> None:
    salience = Salience(paragraphs=(0, 1, 2))
    told(salience, 0, "GHA", "TGO", "UNO")
    told(salience, 1, "GHA", "PER", "UNO")
    assert codes(salience, 2) == []

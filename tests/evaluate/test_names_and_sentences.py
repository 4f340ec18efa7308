from __future__ import annotations

import pytest

from dragoman.evaluate.names import names_agree
from dragoman.evaluate.sentences import sentence_of, sentence_starts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Rojas", "Rojas"),
        ("Peña Nieto", "Pena Nieto"),
        ("the Bank of Ghana", "Bank of Ghana"),
        ("Foreign Minister, Chile", "Minister of Foreign Affairs, Chile"),
    ],
)
def test_names_that_agree(one: str, other: str) -> None:
    assert names_agree(one, other)
    assert names_agree(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("North Korea", "South Korea guard"), ("Rojas", "Ana"), ("", ""), ("x", None)]
)
def test_names_that_do_not_agree(one: str, other: str | None) -> None:
    assert not names_agree(one, other)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two.", 2),
        ("He met Gen. Paz. They spoke.", 2),
        ("The U.S. Senate voted. It passed.", 2),
        ('"Go." He went.', 2),
        ("It cost 2.5 million pesos.", 1),
        ("A headline\nA sentence.", 2),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, sentences: int) -> None:
    assert len(sentence_starts(text)) == sentences


def test_a_line_break_inside_a_wrapped_sentence_is_none() -> None:
    lines = "The minister travelled to the coast and\nspoke there with fishermen about\n"
    wrapped = lines + "the quota that the two\nstates share."
    assert sentence_starts(wrapped) == (0,)


def test_every_position_has_its_sentence() -> None:
    starts = sentence_starts("One. Two.")
    assert [sentence_of(starts, p) for p in (0, 4, 5, 8)] == [0, 0, 1, 1]

"""The tense that governs an expression, from parsed sentences built by hand."""

from __future__ import annotations

import pytest

from dragoman.model.tree import Token, Tree
from dragoman.times.tense import direction


def tree(*rows: str) -> Tree:
    """A parsed sentence from rows "word lemma pos tag dep head"."""
    tokens, at = [], 0
    for i, row in enumerate(rows):
        word, lemma, pos, tag, dep, head = row.split()
        tokens.append(Token(i, at, at + len(word), word, lemma, pos, tag, dep, int(head)))
        at += len(word) + 1
    return Tree(0, tuple(tokens))


def at_last(sentence: Tree, *, headline: bool = False) -> str | None:
    return direction(sentence, sentence[-1].start, headline=headline)


MEET_FRIDAY = {
    "past": ("They they PRON PRP nsubj 1", "met meet VERB VBD ROOT 1", "Friday Friday PROPN NNP npadvmod 1"),
    "future": (
        "They they PRON PRP nsubj 2",
        "will will AUX MD aux 2",
        "meet meet VERB VB ROOT 2",
        "Friday Friday PROPN NNP npadvmod 2",
    ),
    "present": ("They they PRON PRP nsubj 1", "meet meet VERB VBP ROOT 1", "Friday Friday PROPN NNP npadvmod 1"),
}


@pytest.mark.parametrize("tense", ["past", "future", "present"])
def test_the_governing_verb_decides(tense: str) -> None:
    assert at_last(tree(*MEET_FRIDAY[tense])) == tense


def test_a_headline_tells_the_past_in_the_present() -> None:
    assert at_last(tree(*MEET_FRIDAY["present"]), headline=True) == "past"


def test_what_is_scheduled_lies_ahead() -> None:
    sentence = tree(
        "Talks talk NOUN NNS nsubjpass 2",
        "were be AUX VBD auxpass 2",
        "scheduled schedule VERB VBN ROOT 2",
        "for for ADP IN prep 2",
        "Friday Friday PROPN NNP pobj 3",
    )
    assert at_last(sentence) == "future"


def test_what_was_begun_happened() -> None:
    sentence = tree(
        "They they PRON PRP nsubj 1",
        "began begin VERB VBD ROOT 1",
        "to to PART TO aux 3",
        "leave leave VERB VB xcomp 1",
        "Friday Friday PROPN NNP npadvmod 3",
    )
    assert at_last(sentence) == "past"


def test_a_day_that_names_a_thing_takes_no_tense_from_an_infinitive() -> None:
    sentence = tree(
        "They they PRON PRP nsubj 1",
        "tried want VERB VBD ROOT 1",
        "to to PART TO aux 3",
        "undo undo VERB VB xcomp 1",
        "the the DET DT det 6",
        "Friday Friday PROPN NNP compound 6",
        "vote vote NOUN NN dobj 3",
    )
    assert direction(sentence, sentence[5].start) is None


def test_no_verb_no_tense() -> None:
    assert at_last(tree("Friday Friday PROPN NNP ROOT 0")) is None
    assert direction(Tree(0, ()), 5) is None


def test_a_day_between_the_saying_and_what_is_said_is_the_sayings() -> None:
    said = (
        "Peru Peru PROPN NNP nsubj 1",
        "said say VERB VBD ROOT 1",
        "on on ADP IN prep 6",
        "Monday Monday PROPN NNP pobj 2",
        "it it PRON PRP nsubj 6",
        "would would AUX MD aux 6",
        "vote vote VERB VB ccomp 1",
    )
    sentence = tree(*said)
    assert direction(sentence, sentence[3].start) == "past"


def test_a_day_inside_what_is_said_takes_its_tense() -> None:
    said = (
        "Peru Peru PROPN NNP nsubj 1",
        "said say VERB VBD ROOT 1",
        "that that SCONJ IN mark 7",
        "on on ADP IN prep 7",
        "Monday Monday PROPN NNP pobj 3",
        "it it PRON PRP nsubj 7",
        "would would AUX MD aux 7",
        "vote vote VERB VB ccomp 1",
    )
    sentence = tree(*said)
    assert direction(sentence, sentence[4].start) == "future"


@pytest.mark.parametrize(("verb", "lemma", "tense"), [("invited", "invite", "past"), ("expected", "expect", "future")])
def test_an_invitation_is_told_but_what_is_expected_lies_ahead(verb: str, lemma: str, tense: str) -> None:
    sentence = tree(
        "Peru Peru PROPN NNP nsubjpass 2",
        "was be AUX VBD auxpass 2",
        f"{verb} {lemma} VERB VBN ROOT 2",
        "Tuesday Tuesday PROPN NNP npadvmod 2",
    )
    assert at_last(sentence) == tense


def test_what_is_set_for_a_weekday_lies_ahead() -> None:
    called = ("They they PRON PRP nsubj 1", "called call VERB VBD ROOT 1", "strikes strike NOUN NNS dobj 1")
    sentence = tree(*called, "for for ADP IN prep 2", "Friday Friday PROPN NNP pobj 3")
    assert at_last(sentence) == "future"


def test_blame_for_a_weekday_s_raid_does_not() -> None:
    blamed = ("They they PRON PRP nsubj 1", "blamed blame VERB VBD ROOT 1", "him he PRON PRP dobj 1")
    sentence = tree(
        *blamed, "for for ADP IN prep 1", "Friday Friday PROPN NNP compound 5", "raids raid NOUN NNS pobj 3"
    )
    assert direction(sentence, sentence[4].start) == "past"


@pytest.mark.parametrize(("verb", "lemma", "tense"), [("closed", "close", "future"), ("fasted", "fast", "past")])
def test_what_was_closed_until_a_day_is_closed_still(verb: str, lemma: str, tense: str) -> None:
    sentence = tree(
        "They they PRON PRP nsubj 1",
        f"{verb} {lemma} VERB VBD ROOT 1",
        "until until ADP IN prep 1",
        "Friday Friday PROPN NNP pobj 2",
    )
    assert at_last(sentence) == tense

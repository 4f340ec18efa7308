"""Times counted from a happening that the report dates, and from one that it does not."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.model.document import Document, RawDocument, Segment, Sentence
from dragoman.model.ids import sha256_text
from dragoman.model.layers import Layers, TimeMention
from dragoman.model.span import Span
from dragoman.model.tree import Token, Tree
from dragoman.times import TimeReader

PUBLISHED = date(2004, 6, 10)  # a Thursday


def read(*sentences: tuple[str, ...]) -> tuple[TimeMention, ...]:
    """The times of sentences given as rows "word lemma pos dep head"."""
    text, trees, found = "", [], []
    for index, rows in enumerate(sentences):
        begin, tokens = len(text), []
        for i, row in enumerate(rows):
            word, lemma, pos, dep, head = row.split()
            tokens.append(Token(i, len(text), len(text) + len(word), word, lemma, pos, "", dep, int(head)))
            text += word + " "
        trees.append(Tree(index, tuple(tokens)))
        found.append(Sentence(index, Span(begin, len(text) - 1), "body", 0))
    raw = RawDocument(id="h", text=text, published=PUBLISHED)
    doc = Document(raw, sha256_text(text), (Segment("body", Span(0, len(text))),), tuple(found))
    times = TimeReader().run(Layers(doc, trees=tuple(trees))).times
    assert times is not None
    return times


SUNDAYS_VOTE = (
    "Sunday Sunday PROPN poss 2",
    "'s 's PART case 0",
    "vote vote NOUN nsubj 3",
    "failed fail VERB ROOT 3",
)
VOTE_WAS_HELD = (
    "The the DET det 1",
    "vote vote NOUN nsubjpass 3",
    "was be AUX auxpass 3",
    "held hold VERB ROOT 3",
    "Sunday Sunday PROPN npadvmod 3",
)
VOTE_WAS_PRAISED = (
    "They they PRON nsubj 1",
    "praised praise VERB ROOT 1",
    "the the DET det 3",
    "vote vote NOUN dobj 1",
    "Sunday Sunday PROPN npadvmod 1",
)
TWO_DAYS_AFTER_THE_VOTE = (
    "Two two NUM nummod 1",
    "days day NOUN npadvmod 2",
    "after after ADP prep 5",
    "the the DET det 4",
    "vote vote NOUN pobj 2",
    "miners miner NOUN nsubj 6",
    "marched march VERB ROOT 6",
)
VOTED = (
    "Miners miner NOUN nsubj 1",
    "voted vote VERB ROOT 1",
    "on on ADP prep 1",
    "Sunday Sunday PROPN pobj 2",
)
A_DAY_AFTER_MINERS_VOTED = (
    "A a DET det 1",
    "day day NOUN npadvmod 4",
    "after after SCONJ mark 4",
    "miners miner NOUN nsubj 4",
    "voted vote VERB advcl 6",
    "they they PRON nsubj 6",
    "left leave VERB ROOT 6",
)


@pytest.mark.parametrize("told", [SUNDAYS_VOTE, VOTE_WAS_HELD])
def test_a_happening_dated_before_anchors_what_is_counted_from_it(told: tuple[str, ...]) -> None:
    mention = read(told, TWO_DAYS_AFTER_THE_VOTE)[-1]
    assert (mention.type, mention.value, mention.reason) == ("DATE", "2004-06-08", None)


def test_a_clause_is_found_again_by_its_verb_and_a_participant() -> None:
    assert read(VOTED, A_DAY_AFTER_MINERS_VOTED)[-1].value == "2004-06-07"


def test_the_day_of_praise_is_not_the_day_of_what_is_praised() -> None:
    mention = read(VOTE_WAS_PRAISED, TWO_DAYS_AFTER_THE_VOTE)[-1]
    assert (mention.value, mention.reason) == ("P2D", "anchored to an event")


def test_two_dates_for_one_happening_leave_it_open() -> None:
    monday = tuple(row.replace("Sunday", "Monday") for row in SUNDAYS_VOTE)
    assert read(SUNDAYS_VOTE, monday, TWO_DAYS_AFTER_THE_VOTE)[-1].reason == "anchored to an event"


def test_a_date_beside_the_happening_anchors_it() -> None:
    beside = (
        "A a DET det 1",
        "year year NOUN npadvmod 2",
        "after after ADP prep 7",
        "the the DET det 5",
        "1998 1998 NUM nummod 5",
        "pact pact NOUN pobj 2",
        "miners miner NOUN nsubj 7",
        "marched march VERB ROOT 7",
    )
    assert [m.value for m in read(beside)] == ["1999", "1998"]


def test_a_date_of_the_main_clause_anchors_nothing() -> None:
    apart = (*TWO_DAYS_AFTER_THE_VOTE, "on on ADP prep 6", "Monday Monday PROPN pobj 7")
    assert [m.value for m in read(apart)] == ["P2D", "2004-06-07"]


def test_a_year_is_too_coarse_to_count_days_from() -> None:
    year = ("1998 1998 NUM nummod 1", "vote vote NOUN nsubj 2", "failed fail VERB ROOT 2")
    assert read(year, TWO_DAYS_AFTER_THE_VOTE)[-1].value == "P2D"

"""A report that gives one act two dates is warned of."""

from __future__ import annotations

from dataclasses import replace

import pytest
from coding_factory import candidate, day, party

from dragoman.coding.candidate import Candidate
from dragoman.coding.conflicts import counted_apart, date_conflicts, telling_conflicts
from dragoman.coding.merge import merge
from dragoman.model.event import Count, CountScope, EventDate
from dragoman.model.layers import PlaceMention
from dragoman.model.span import Span

CHAD, MALI, NIGER = party("Chad", "TCD"), party("Mali", "MLI"), party("Niger", "NER")
RULE = "support.establish_ties"
TIES = candidate(
    "SUPPORT", actor=(CHAD, MALI), when=day("2020-05-01"), lemma="establish", rule=RULE, auxiliary=("historical",)
)
AGAIN = replace(
    TIES, actor=(MALI,), recipient=(CHAD,), lemma="normalize", when=replace(day("2021-05-01"), span=Span(50, 54))
)


def test_two_dates_of_one_act_are_told_with_both_spans() -> None:
    warning = date_conflicts([TIES, AGAIN])[0]
    assert (warning.kind, warning.spans) == ("date_conflict", (Span(0, 3), Span(50, 54)))
    assert warning.message == "told for 2020-05-01 and for 2021-05-01"


@pytest.mark.parametrize(
    "other",
    [
        replace(AGAIN, lemma="visit"),
        replace(AGAIN, recipient=(NIGER,)),
        replace(AGAIN, when=TIES.when),
        replace(AGAIN, when=EventDate()),
        replace(AGAIN, rules=("support.join_body",)),
        replace(AGAIN, auxiliary=("negation",)),
    ],
    ids=["can be repeated", "other parties", "same date", "undated", "another act", "denied"],
)
def test_other_acts_and_agreeing_dates_are_no_conflict(other: Candidate) -> None:
    assert date_conflicts([TIES, other]) == []


def counted(number: int, *, scope: CountScope = "event", sentence: int = 0, high: int | None = None) -> Candidate:
    """An attack in which so many died."""
    count = Count(number, number, high or number, scope, Span(sentence * 100 + 40, sentence * 100 + 42))
    return candidate(actor=(CHAD,), recipient=(MALI,), sentence=sentence, size=(("dead", count),))


def test_two_counts_of_one_event_are_told_with_both_spans() -> None:
    tellings = [counted(5), counted(7, sentence=3)]
    warnings = telling_conflicts(tellings, merge(tellings), ())
    assert [(w.kind, w.message) for w in warnings] == [("size_conflict", "dead: 5 and 7")]
    assert warnings[0].spans == (Span(40, 42), Span(340, 342))


@pytest.mark.parametrize(
    "other",
    [counted(5, sentence=3), counted(4, high=9, sentence=3), counted(90, scope="cumulative", sentence=3)],
    ids=["the same", "within the range", "a sum"],
)
def test_counts_that_can_both_be_true_are_no_conflict(other: Candidate) -> None:
    assert counted_apart(counted(5), other) == []


def located(country: str, place: int, *, sentence: int) -> tuple[Candidate, PlaceMention]:
    """An attack with the place that its own sentence names."""
    told = candidate(actor=(CHAD,), recipient=(MALI,), sentence=sentence, place=place)
    start = sentence * 100 + 60
    return told, PlaceMention(Span(start, start + 4), sentence, country, country_code=country, resolution=1)


def test_two_countries_of_one_event_are_told_with_both_spans() -> None:
    (one, here), (other, there) = located("MLI", 0, sentence=0), located("NER", 1, sentence=3)
    warnings = telling_conflicts([one, other], merge([one, other]), (here, there))
    assert [w.kind for w in warnings] == ["place_conflict"]
    assert warnings[0].spans == (here.span, there.span)


def test_a_place_from_another_sentence_contradicts_nothing() -> None:
    (one, here), (other, there) = located("MLI", 0, sentence=0), located("NER", 1, sentence=3)
    inferred = replace(there, sentence=1)
    assert telling_conflicts([one, other], merge([one, other]), (here, inferred)) == []

"""A report that gives one act two dates is warned of."""

from __future__ import annotations

from dataclasses import replace

import pytest
from coding_factory import candidate, day, party

from dragoman.coding.candidate import Candidate
from dragoman.coding.conflicts import date_conflicts
from dragoman.model.event import EventDate
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

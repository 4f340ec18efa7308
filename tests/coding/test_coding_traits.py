"""What lasts for months is background, what lasts for minutes is news."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.coding.narrative import Scene
from dragoman.coding.status import Status
from dragoman.coding.telling import Telling
from dragoman.coding.traits import told_traits
from dragoman.model.document import Sentence
from dragoman.model.layers import TimeMention
from dragoman.model.span import Span
from trees import at, tree


@pytest.mark.parametrize(("value", "long"), [("P4M", True), ("P4Y", True), ("PT4M", False), ("P4D", False)])
def test_an_event_noun_of_months_or_years_is_long_standing(value: str, long: bool) -> None:
    siege = tree("a/DT/det>siege four/CD/compound>siege siege/NN/nsubj>ended ended|end/VBD")
    four = siege[at(siege, "four")]
    lasting = TimeMention(Span(four.start, four.end), 0, "DURATION", value, None, None, "unknown")
    telling = Telling(
        siege,
        at(siege, "siege"),
        Sentence(0, Span(0, 40), "body", 0),
        Scene(True, False),
        times=(lasting,),
        sentences=1,
        published=date(2021, 6, 16),
    )
    found = told_traits(telling, Status(past=True), category="ASSAULT", time=None)
    assert ("long_standing" in {name.removeprefix("told.") for name in found}) is long

"""How long what goes on has gone on."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.coding.stretches import stretch
from dragoman.model.event import Category
from dragoman.model.layers import TimeMention
from dragoman.model.span import Span
from dragoman.model.tree import Tree
from trees import at, tree

WEDNESDAY = date(2021, 6, 16)
STAYED = tree(
    "Miners|miner/NNS/nsubj>stayed stayed|stay/VBD out/RP/prt>stayed Wednesday/NNP/npadvmod>stayed "
    "for/IN/prep>stayed a/DT/det>day third/JJ/amod>day day/NN/pobj>for"
)
CLASHES = tree(
    "Three/CD/nummod>days days|day/NNS/nsubj>ended of/IN/prep>days clashes|clash/NNS/pobj>of "
    "ended|end/VBD Wednesday/NNP/npadvmod>ended"
)
CONTINUED = tree(
    "Miners|miner/NNS/nsubj>continued continued|continue/VBD the/DT/det>strike strike/NN/dobj>continued "
    "begun|begin/VBN/acl>strike Friday/NNP/npadvmod>begun"
)
SIEGE = tree(
    "The/DT/det>siege siege/NN/nsubj>entered entered|enter/VBD its/PRP$/poss>week second/JJ/amod>week "
    "week/NN/dobj>entered Wednesday/NNP/npadvmod>entered"
)


def time(sentence: Tree, word: str, value: str, day: date | None) -> TimeMention:
    token = sentence[at(sentence, word)]
    return TimeMention(Span(token.start, token.end), 0, "DATE", value, day, day, "day", "relative")


def begins(sentence: Tree, head: str, category: Category, *times: TimeMention) -> date | None:
    told = next((t for t in times if t.start == WEDNESDAY), None)
    found = stretch(sentence, at(sentence, head), category, told, times, WEDNESDAY)
    assert found is None or found.end == WEDNESDAY
    return found.start if found is not None else None


@pytest.mark.parametrize(("category", "start"), [("PROTEST", date(2021, 6, 14)), ("ASSAULT", None)])
def test_a_protest_for_a_third_day_began_two_days_before_shelling_is_of_its_day(
    category: Category, start: date | None
) -> None:
    assert begins(STAYED, "stayed", category, time(STAYED, "Wednesday", "x", WEDNESDAY)) == start


def test_days_of_what_a_noun_tells_are_counted_back() -> None:
    three = time(CLASHES, "days", "P3D", None)
    assert begins(CLASHES, "clashes", "ASSAULT", three, time(CLASHES, "Wednesday", "x", WEDNESDAY)) == date(2021, 6, 14)
    assert begins(CLASHES, "clashes", "ASSAULT", time(CLASHES, "Wednesday", "x", WEDNESDAY)) is None


def test_what_enters_its_second_week_began_a_week_before() -> None:
    assert begins(SIEGE, "siege", "COERCE", time(SIEGE, "Wednesday", "x", WEDNESDAY)) == date(2021, 6, 9)


def test_what_continues_began_when_it_was_begun() -> None:
    friday = time(CONTINUED, "Friday", "x", date(2021, 6, 11))
    assert begins(CONTINUED, "continued", "PROTEST", friday) == date(2021, 6, 11)
    assert begins(CONTINUED, "strike", "PROTEST", friday) is None


def test_what_is_told_for_a_week_or_for_days_to_come_is_left_alone() -> None:
    ahead = time(STAYED, "Wednesday", "x", date(2021, 6, 23))
    assert stretch(STAYED, at(STAYED, "stayed"), "PROTEST", ahead, [ahead], WEDNESDAY) is None


def test_no_stretch_begins_before_there_are_dates() -> None:
    first = date(1, 1, 2)
    day = time(STAYED, "Wednesday", "0001-01-02", first)
    assert stretch(STAYED, at(STAYED, "stayed"), "PROTEST", day, (day,), first) is None

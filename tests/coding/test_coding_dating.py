"""Which of all the times of a report is that of a happening."""

from __future__ import annotations

from datetime import date

from dragoman.coding.dating import time_ahead, told_time
from dragoman.coding.status import Status
from dragoman.model.event import Category
from dragoman.model.layers import TimeMention
from dragoman.model.span import Span
from trees import at, tree

PUBLISHED = date(2021, 6, 16)
SAID = tree(
    "Mali/NNP/nsubj>said said|say/VBD Tuesday/NNP/npadvmod>said it/PRP/nsubj>seized had|have/VBD/aux>seized "
    "seized|seize/VBN/ccomp>said ten/CD/dobj>seized"
)
HAD = Status(past=True, past_perfect=True)


def day(iso: str, *, start: int = 0, end: int = 1) -> TimeMention:
    then = date.fromisoformat(iso)
    return TimeMention(Span(start, end), 0, "DATE", iso, then, then, "day", "relative")


def told(
    status: Status,
    *,
    reported: bool = True,
    answers: bool = False,
    attack: str | None = None,
    category: Category = "COERCE",
) -> tuple[date | None, date | None]:
    tuesday = SAID[at(SAID, "Tuesday")]
    found = told_time(
        SAID,
        at(SAID, "seized"),
        [day("2021-06-15", start=tuesday.start, end=tuesday.end)],
        frozenset(),
        category=category,
        status=status,
        published=PUBLISHED,
        happenings={"raid": day(attack)} if attack else {},
        reported=reported,
        answers=answers,
    )
    return (found.start, found.end) if found is not None else (None, None)


TUESDAY = (date(2021, 6, 15), date(2021, 6, 15))
SINCE = (date(2021, 6, 11), date(2021, 6, 15))


def test_what_had_been_done_when_it_was_said_was_done_since_the_attack() -> None:
    assert told(HAD, attack="2021-06-11") == SINCE


def test_without_an_attack_of_the_last_weeks_it_was_done_when_it_was_said() -> None:
    assert told(HAD) == TUESDAY
    assert told(HAD, attack="2021-01-11") == TUESDAY


def test_the_plain_past_and_words_are_of_the_day_they_are_told_for() -> None:
    assert told(Status(past=True), attack="2021-06-11") == TUESDAY
    assert told(HAD, attack="2021-06-11", category="ACCUSE") == TUESDAY
    assert told(HAD, attack="2021-06-11", reported=False) == TUESDAY


def test_what_has_been_done_about_the_attack_was_done_since() -> None:
    perfect = Status(present_perfect=True)
    assert told(perfect, attack="2021-06-11", answers=True) == SINCE
    assert told(perfect, attack="2021-06-11") == TUESDAY


def test_what_may_be_done_has_no_time_of_what_is_said() -> None:
    assert told(Status(hypothetical=True)) == (None, None)


class TestPromises:
    TWO = tree(
        "Chad/NNP/nsubj>said said|say/VBD Tuesday/NNP/npadvmod>said it/PRP/nsubj>return would/MD/aux>return "
        "return/VB/ccomp>said Saturday/NNP/npadvmod>return"
    )

    def times(self) -> list[TimeMention]:
        days = (("Tuesday", "2021-06-15"), ("Saturday", "2021-06-19"))
        tokens = [(self.TWO[at(self.TWO, word)], iso) for word, iso in days]
        return [day(iso, start=token.start, end=token.end) for token, iso in tokens]

    def told(self, category: Category) -> TimeMention | None:
        return told_time(
            self.TWO,
            at(self.TWO, "return"),
            self.times(),
            frozenset(),
            category=category,
            status=Status(),
            published=PUBLISHED,
            happenings={},
            reported=True,
            answers=False,
        )

    def test_a_promise_is_of_the_day_it_is_said_and_about_the_day_ahead(self) -> None:
        tuesday, saturday = self.times()
        assert self.told("AGREE") == tuesday
        head = at(self.TWO, "return")
        assert time_ahead(self.TWO, head, self.times(), frozenset(), published=PUBLISHED) == saturday

    def test_a_deed_is_of_the_day_of_its_own_clause(self) -> None:
        assert self.told("RETREAT") == self.times()[1]

    def test_a_day_behind_is_none_ahead(self) -> None:
        head = at(self.TWO, "return")
        assert time_ahead(self.TWO, head, self.times()[:1], frozenset(), published=PUBLISHED) is None

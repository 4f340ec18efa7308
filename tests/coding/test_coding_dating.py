"""Which of all the times of a report is that of a happening."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.coding.dating import date_happening, time_ahead, told_time
from dragoman.coding.narrative import Scene
from dragoman.coding.status import Status
from dragoman.coding.telling import Telling
from dragoman.model.document import Sentence
from dragoman.model.event import EventDate
from dragoman.model.layers import Quote, TimeMention
from dragoman.model.span import Span
from dragoman.model.tree import Tree
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


def telling(sentence: Tree, head: str, times: list[TimeMention], *, quotes: tuple[Quote, ...] = ()) -> Telling:
    return Telling(
        sentence,
        at(sentence, head),
        Sentence(5, Span(0, 90), "body", 5),
        Scene(lead=False, looks_back=False),
        times=times,
        quotes=quotes,
        sentences=10,
        published=PUBLISHED,
    )


def told(
    status: Status, *, reported: bool = True, attack: str | None = None, deed: bool = True
) -> tuple[date | None, date | None]:
    tuesday = SAID[at(SAID, "Tuesday")]
    quotes = (Quote(Span(0, 40), "indirect"),) if reported else ()
    seized = telling(SAID, "seized", [day("2021-06-15", start=tuesday.start, end=tuesday.end)], quotes=quotes)
    found = told_time(replace(seized, happenings={"raid": day(attack)} if attack else {}), status, deed=deed)
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
    assert told(HAD, attack="2021-06-11", deed=False) == TUESDAY
    assert told(HAD, attack="2021-06-11", reported=False) == TUESDAY


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

    def told(self, *, deed: bool) -> TimeMention | None:
        return told_time(telling(self.TWO, "return", self.times()), Status(), deed=deed)

    def test_a_promise_is_of_the_day_it_is_said_and_about_the_day_ahead(self) -> None:
        tuesday, saturday = self.times()
        assert self.told(deed=False) == tuesday
        assert time_ahead(telling(self.TWO, "return", self.times())) == saturday

    def test_a_deed_is_of_the_day_of_its_own_clause(self) -> None:
        assert self.told(deed=True) == self.times()[1]

    def test_a_day_behind_is_none_ahead(self) -> None:
        assert time_ahead(telling(self.TWO, "return", self.times()[:1])) is None


class TestWhatCameBefore:
    EASED = tree(
        "Chad/NNP/nsubj>eased eased|ease/VBD in/IN/prep>eased March/NNP/pobj>in days|day/NNS/npadvmod>agreed "
        "after/IN/mark>agreed Mali/NNP/nsubj>agreed agreed|agree/VBD/advcl>eased"
    )

    def dated(self, iso: str, *, days: bool = False) -> tuple[EventDate, bool]:
        march, amount = (self.EASED[at(self.EASED, word)] for word in ("March", "days"))
        times = [day(iso, start=march.start, end=march.end)]
        if days:
            times.append(TimeMention(Span(amount.start, amount.end), 0, "DURATION", "PXD"))
        found = date_happening(
            telling(self.EASED, "agreed", times), Status(past=True), category="COERCE", event="COERCE", after_days=14
        )
        return found.when, found.old

    def test_what_came_before_something_old_is_background_without_a_date(self) -> None:
        assert self.dated("2021-03-05") == (EventDate(), True)

    def test_a_count_of_days_reaches_back_from_it(self) -> None:
        when, old = self.dated("2021-03-08", days=True)
        assert (when.start, when.end, old) == (date(2021, 3, 1), date(2021, 3, 8), True)

    def test_what_came_before_news_is_no_background_by_that(self) -> None:
        assert self.dated("2021-06-14")[1] is False

"""The time of an event, and whether it is told as background."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dragoman.coding.narrative import Scene, is_background, scenes
from dragoman.coding.status import Status
from dragoman.coding.when import choose_time, counted_time, decide_date, goes_on, is_old
from dragoman.model.event import Category, EventDate
from dragoman.model.layers import Quote, TimeMention
from dragoman.model.span import Span
from dragoman.model.tree import Tree
from trees import at, document, tree

PUBLISHED = date(2021, 6, 16)
NO_OTHERS: frozenset[int] = frozenset()


def time(sentence: Tree, word: str, start: str | None, end: str | None = None) -> TimeMention:
    token = sentence[at(sentence, word)]
    first = date.fromisoformat(start) if start else None
    last = date.fromisoformat(end) if end else first
    return TimeMention(Span(token.start, token.end), sentence.sentence, "DATE", "x", first, last, "day", "relative")


class TestChoosingATime:
    TWO = tree(
        "Chad/NNP/nsubj>said said|say/VBD Monday/NNP/npadvmod>said Mali/NNP/nsubj>attacked "
        "attacked|attack/VBD/ccomp>said Sunday/NNP/npadvmod>attacked"
    )

    def test_the_time_of_its_own_clause_goes_before_one_above(self) -> None:
        times = [time(self.TWO, "Monday", "2021-06-14"), time(self.TWO, "Sunday", "2021-06-13")]
        assert choose_time(self.TWO, at(self.TWO, "attacked"), times, NO_OTHERS) == times[1]

    def test_without_its_own_time_a_clause_has_that_of_the_clause_above(self) -> None:
        monday = time(self.TWO, "Monday", "2021-06-14")
        assert choose_time(self.TWO, at(self.TWO, "attacked"), [monday], NO_OTHERS) == monday

    def test_a_time_inside_another_clause_is_that_clauses(self) -> None:
        sunday = time(self.TWO, "Sunday", "2021-06-13")
        assert choose_time(self.TWO, at(self.TWO, "said"), [sunday], NO_OTHERS) is None

    def test_a_time_by_another_trigger_is_that_ones(self) -> None:
        sentence = tree(
            "Chad/NNP/nsubj>condemned condemned|condemn/VBD the/DT/det>raid raid/NN/dobj>condemned "
            "on/IN/prep>raid Sunday/NNP/pobj>on"
        )
        sunday = time(sentence, "Sunday", "2021-06-13")
        head = at(sentence, "condemned")
        assert choose_time(sentence, head, [sunday], frozenset({at(sentence, "raid")})) is None
        assert choose_time(sentence, head, [sunday], NO_OTHERS) == sunday

    def test_an_expression_that_fixes_no_day_dates_nothing(self) -> None:
        assert choose_time(self.TWO, at(self.TWO, "said"), [time(self.TWO, "Monday", None)], NO_OTHERS) is None


class TestCountingFromWhatIsTold:
    BOMBED = tree(
        "Chad/NNP/nsubj>bombed bombed|bomb/VBD Mali/NNP/dobj>bombed Sunday/NNP/npadvmod>bombed two/CD/nummod>days "
        "days|day/NNS/npadvmod>killed after/IN/mark>killed gunmen|gunman/NNS/nsubj>killed killed|kill/VBD/advcl>bombed "
        "police/NNS/dobj>killed"
    )

    def days(self, sentence: Tree, value: str = "P2D") -> TimeMention:
        token = sentence[at(sentence, "days")]
        return TimeMention(Span(token.start, token.end), 0, "DURATION", value)

    def counted(self, head: str, *, value: str = "P2D", sunday: bool = True) -> date | None:
        times = [time(self.BOMBED, "Sunday", "2021-06-13")] if sunday else []
        times.append(self.days(self.BOMBED, value))
        found = counted_time(self.BOMBED, at(self.BOMBED, head), times, published=PUBLISHED)
        return found.start if found else None

    def test_the_clause_after_the_count_happened_so_many_days_before(self) -> None:
        assert self.counted("killed") == date(2021, 6, 11)

    def test_weeks_are_counted_too_months_lead_to_no_day(self) -> None:
        assert self.counted("killed", value="P1W") == date(2021, 6, 6)
        assert self.counted("killed", value="P2M") is None

    def test_without_a_day_above_the_count_is_from_publication(self) -> None:
        assert self.counted("killed", sunday=False) == date(2021, 6, 14)

    def test_what_the_count_ends_at_is_not_counted_itself(self) -> None:
        assert self.counted("bombed") is None

    def test_an_event_noun_before_which_something_happened(self) -> None:
        met = tree(
            "Chad/NNP/nsubj>met met|meet/VBD Mali/NNP/dobj>met two/CD/nummod>days days|day/NNS/npadvmod>before "
            "before/IN/prep>met the/DT/det>raid raid/NN/pobj>before"
        )
        found = counted_time(met, at(met, "raid"), [self.days(met)], published=PUBLISHED)
        assert found is not None
        assert found.start == date(2021, 6, 18)


def decide(
    category: Category,
    status: Status,
    when: TimeMention | None = None,
    *,
    published: date | None = PUBLISHED,
    event: Category | None = None,
) -> tuple[EventDate, bool, bool]:
    """The date, whether something is promised for another day, and whether the date is an old one."""
    found, about, old = decide_date(category, status, when, published=published, after_days=14, event=event or category)
    return found, about is not None, old


ONE = tree("Chad/NNP/nsubj>attacked attacked|attack/VBD Mali/NNP/dobj>attacked then/RB/advmod>attacked")


class TestDating:
    def test_a_deed_takes_the_time_told_elsewhere_of_it(self) -> None:
        friday = time(ONE, "then", "2021-06-11")
        found, about, old = decide_date(
            "ASSAULT",
            Status(past=True),
            None,
            published=PUBLISHED,
            after_days=14,
            event="ASSAULT",
            elsewhere=friday,
        )
        assert (found.start, found.basis, found.span) == (date(2021, 6, 11), "inferred", None)
        assert (about, old) == (None, False)

    def test_words_are_news_of_the_day_whatever_was_told_before(self) -> None:
        friday = time(ONE, "then", "2021-06-11")
        found = decide_date(
            "ACCUSE", Status(past=True), None, published=PUBLISHED, after_days=14, event="ACCUSE", elsewhere=friday
        )[0]
        assert found.start == PUBLISHED

    def test_only_the_plain_past_of_a_verb_tells_what_came_next(self) -> None:
        assert goes_on(Status(past=True))
        assert not goes_on(Status(past=True, past_perfect=True))
        assert not goes_on(Status(past=True, nominal=True))
        assert not goes_on(Status())

    def test_news_without_a_time_is_of_the_day_of_publication(self) -> None:
        found, _, historical = decide("ASSAULT", Status(past=True))
        assert (found.start, found.end, found.basis, found.span) == (PUBLISHED, PUBLISHED, "publication", None)
        assert not historical

    def test_an_undated_report_dates_only_what_it_dates_itself(self) -> None:
        assert decide("ASSAULT", Status(past=True), published=None) == (EventDate(), False, False)
        found, _, historical = decide("ASSAULT", Status(past=True), time(ONE, "then", "1999-03-24"), published=None)
        assert found.start == date(1999, 3, 24)
        assert not historical

    @pytest.mark.parametrize(("last", "old"), [("2021-06-01", True), ("2021-06-02", False), ("2021-06-15", False)])
    def test_what_ended_over_two_weeks_ago_is_old(self, last: str, old: bool) -> None:
        when = time(ONE, "then", "2021-05-20", last)
        assert is_old(when, PUBLISHED, after_days=14) is old
        assert decide("ASSAULT", Status(past=True), when)[2] is old

    def test_the_past_does_not_reach_into_the_days_to_come(self) -> None:
        this_week = time(ONE, "then", "2021-06-14", "2021-06-20")
        assert decide("ASSAULT", Status(past=True), this_week)[0].end == PUBLISHED

    def test_a_promise_is_dated_by_the_utterance_and_says_what_day_it_is_about(self) -> None:
        found, about, _ = decide_date(
            "AGREE",
            Status(),
            time(ONE, "then", "2021-06-21"),
            published=PUBLISHED,
            after_days=14,
            event="AID",
        )
        assert (found.start, found.basis) == (PUBLISHED, "publication")
        assert about is not None
        assert (about.event, about.when.start) == ("AID", date(2021, 6, 21))

    def test_a_planned_deed_is_dated_by_its_plan(self) -> None:
        assert decide("PROTEST", Status(future=True), time(ONE, "then", "2021-06-21"))[0].start == date(2021, 6, 21)

    @pytest.mark.parametrize("status", [Status(future=True), Status(hypothetical=True)])
    def test_what_has_not_happened_gets_no_invented_day(self, status: Status) -> None:
        assert decide("ASSAULT", status)[0] == EventDate()

    def test_an_act_of_speech_about_the_future_is_said_today(self) -> None:
        assert decide("THREATEN", Status(future=True))[0].start == PUBLISHED


TOLD = "Chad/NNP/nsubj>attacked attacked|attack/VBD then/RB/advmod>attacked"


def three(second_tense: str = "VBD") -> list[Tree]:
    out: list[Tree] = []
    for n, tag in enumerate(["VBD", second_tense, "VBD"]):
        out.append(
            tree(f"Chad/NNP/nsubj>attacked attacked|attack/{tag} then/RB/advmod>attacked", sentence=n, offset=n * 40)
        )
    return out


def told(trees: list[Tree], times: dict[int, list[TimeMention]], quotes: tuple[Quote, ...] = ()) -> list[bool]:
    doc = document(*trees)
    found = scenes(doc.sentences, trees, times, quotes, published=PUBLISHED, after_days=14)
    return [s.looks_back for s in found]


def one_paragraph(trees: list[Tree], times: dict[int, list[TimeMention]]) -> list[Scene]:
    """The scenes of sentences that stand in one paragraph."""
    sentences = [replace(s, paragraph=0) for s in document(*trees).sentences]
    return scenes(sentences, trees, times, (), published=PUBLISHED, after_days=14)


class TestReaching:
    def test_the_narrative_of_a_paragraph_stays_at_the_time_it_has_reached(self) -> None:
        trees = three()
        friday = time(trees[0], "then", "2021-06-11")
        assert [s.reached for s in one_paragraph(trees, {0: [friday]})] == [None, friday, friday]

    def test_a_new_paragraph_starts_anew_but_knows_the_last_time_told(self) -> None:
        trees = three()
        friday = time(trees[0], "then", "2021-06-11")
        found = scenes(document(*trees).sentences, trees, {0: [friday]}, (), published=PUBLISHED, after_days=14)
        assert [s.reached for s in found] == [None, None, None]
        assert [s.last for s in found] == [None, friday, friday]

    def test_a_sentence_with_a_time_of_its_own_has_not_that_of_another(self) -> None:
        trees = three()
        times = {0: [time(trees[0], "then", "2021-06-11")], 1: [time(trees[1], "then", "2021-06-12")]}
        found = one_paragraph(trees, times)
        assert [s.reached for s in found] == [None, None, times[1][0]]

    def test_a_year_is_too_long_to_date_what_follows(self) -> None:
        trees = three()
        year = time(trees[0], "then", "2020-01-01", "2020-12-31")
        assert one_paragraph(trees, {0: [year]})[1].reached is None

    def test_a_day_ahead_is_not_reached(self) -> None:
        trees = three()
        assert one_paragraph(trees, {0: [time(trees[0], "then", "2021-06-20")]})[1].reached is None

    def test_the_day_of_a_saying_is_not_that_of_the_deeds_told_next(self) -> None:
        said = tree(
            "Chad/NNP/nsubj>said said|say/VBD Friday/NNP/npadvmod>said Mali/NNP/nsubj>lied lied|lie/VBD/ccomp>said"
        )
        trees = [said, *(tree(TOLD, sentence=n, offset=n * 40) for n in (1, 2))]
        assert one_paragraph(trees, {0: [time(said, "Friday", "2021-06-11")]})[1].reached is None

    def test_a_time_in_a_relative_clause_opens_no_background(self) -> None:
        met = tree(
            "Chad/NNP/nsubj>freed freed|free/VBD rebels|rebel/NNS/dobj>freed who/WP/nsubj>fled "
            "fled|flee/VBD/relcl>rebels then/RB/advmod>fled"
        )
        trees = [met, *(tree(TOLD, sentence=n, offset=n * 60) for n in (1, 2))]
        assert told(trees, {0: [time(met, "then", "1998-01-01")]}) == [False, False, False]


class TestBackground:
    LOOKING_BACK = Scene(lead=False, looks_back=True, opens_paragraph=True)

    def background(self, *, deed: bool, scene: Scene = LOOKING_BACK) -> bool:
        return is_background(Status(past=True), scene, ONE, 1, reported=False, definite=False, deed=deed)

    def test_what_is_said_in_a_new_paragraph_is_said_to_the_news(self) -> None:
        assert self.background(deed=True)
        assert not self.background(deed=False)

    def test_what_was_said_in_the_paragraph_of_background_belongs_to_it(self) -> None:
        assert self.background(deed=False, scene=replace(self.LOOKING_BACK, opens_paragraph=False))


class TestScenes:
    def test_an_old_date_opens_background_for_the_sentences_after_it(self) -> None:
        trees = three()
        assert told(trees, {0: [time(trees[0], "then", "1998-01-01")]}) == [False, True, True]

    def test_a_recent_date_opens_nothing(self) -> None:
        trees = three()
        assert told(trees, {0: [time(trees[0], "then", "2021-06-15")]}) == [False, False, False]

    def test_a_recent_date_returns_to_the_news(self) -> None:
        trees = three()
        times = {0: [time(trees[0], "then", "1998-01-01")], 1: [time(trees[1], "then", "2021-06-15")]}
        assert told(trees, times) == [False, False, False]

    def test_another_tense_returns_to_the_news(self) -> None:
        trees = three("VBZ")
        assert told(trees, {0: [time(trees[0], "then", "1998-01-01")]}) == [False, False, False]

    def test_somebody_who_speaks_returns_to_the_news(self) -> None:
        trees = three()
        spoken = Quote(Span(40, 60), "indirect", speaker=Span(40, 44))
        assert told(trees, {0: [time(trees[0], "then", "1998-01-01")]}, (spoken,)) == [False, False, False]

    def test_an_undated_report_has_a_lead_and_no_background(self) -> None:
        trees = three()
        times = {0: [time(trees[0], "then", "1998-01-01")]}
        found = scenes(document(*trees).sentences, trees, times, (), published=None, after_days=14)
        assert [s.lead for s in found] == [True, True, False]
        assert not any(s.looks_back for s in found)

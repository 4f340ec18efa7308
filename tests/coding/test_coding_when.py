"""The time of an event, and whether it is told as background."""

from __future__ import annotations

from datetime import date

import pytest
from coding_factory import candidate, day, party, person

from dragoman.coding.narrative import Scene, is_background, scenes
from dragoman.coding.settle import settle
from dragoman.coding.status import Status
from dragoman.coding.when import choose_time, decide_date, is_old
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


def decide(
    category: Category,
    status: Status,
    when: TimeMention | None = None,
    *,
    published: date | None = PUBLISHED,
    background: bool = False,
    event: Category | None = None,
) -> tuple[EventDate, bool, bool]:
    """The date, whether something is promised for another day, and whether it is background."""
    found, about, historical = decide_date(
        category, status, when, published=published, background=background, after_days=14, event=event or category
    )
    return found, about is not None, historical


ONE = tree("Chad/NNP/nsubj>attacked attacked|attack/VBD Mali/NNP/dobj>attacked then/RB/advmod>attacked")


class TestDating:
    def test_news_without_a_time_is_of_the_day_of_publication(self) -> None:
        found, _, historical = decide("ASSAULT", Status(past=True))
        assert (found.start, found.end, found.basis, found.span) == (PUBLISHED, PUBLISHED, "publication", None)
        assert not historical

    def test_background_without_a_time_stays_undated(self) -> None:
        assert decide("ASSAULT", Status(past_perfect=True), background=True) == (EventDate(), False, True)

    def test_an_undated_report_dates_only_what_it_dates_itself(self) -> None:
        assert decide("ASSAULT", Status(past=True), published=None) == (EventDate(), False, False)
        found, _, historical = decide("ASSAULT", Status(past=True), time(ONE, "then", "1999-03-24"), published=None)
        assert found.start == date(1999, 3, 24)
        assert not historical

    @pytest.mark.parametrize(("last", "old"), [("2021-06-01", True), ("2021-06-02", False), ("2021-06-15", False)])
    def test_what_ended_over_two_weeks_ago_is_historical(self, last: str, old: bool) -> None:
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
            background=False,
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


LEAD, BELOW = Scene(True, False), Scene(False, False)


def background(status: Status, scene: Scene = BELOW, *, reported: bool = False, definite: bool = False) -> bool:
    return is_background(status, scene, ONE, at(ONE, "attacked"), reported=reported, definite=definite)


class TestBackground:
    def test_the_past_perfect_looks_back_even_in_the_lead(self) -> None:
        assert background(Status(past_perfect=True), LEAD)

    def test_in_reported_speech_the_past_perfect_is_only_a_tense(self) -> None:
        assert not background(Status(past_perfect=True), LEAD, reported=True)

    def test_the_present_perfect_sums_up_below_the_lead_only(self) -> None:
        assert background(Status(present_perfect=True), BELOW)
        assert not background(Status(present_perfect=True), LEAD)
        assert not background(Status(present_perfect=True), BELOW, reported=True)

    def test_the_plain_past_is_news(self) -> None:
        assert not background(Status(past=True))

    def test_a_running_background_takes_in_the_plain_past(self) -> None:
        assert background(Status(past=True), Scene(False, True))

    @pytest.mark.parametrize("status", [Status(future=True), Status(hypothetical=True)])
    def test_what_has_not_happened_is_never_background(self, status: Status) -> None:
        assert not background(status, Scene(False, True))

    def test_an_event_noun_that_nothing_asserts_refers_back(self) -> None:
        assert background(Status(nominal=True, subordinate=True))
        assert background(Status(nominal=True), definite=True)
        assert not background(Status(nominal=True))
        assert not background(Status(nominal=True), LEAD, definite=True)

    @pytest.mark.parametrize(("adverb", "looks_back"), [("previously", True), ("repeatedly", True), ("quickly", False)])
    def test_an_adverb_can_look_back(self, adverb: str, looks_back: bool) -> None:
        sentence = tree(f"Chad/NNP/nsubj>attacked {adverb}/RB/advmod>attacked attacked|attack/VBD")
        found = is_background(Status(past=True), BELOW, sentence, 2, reported=False, definite=False)
        assert found is looks_back


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


CHAD, MALI, MUSA = party("Chad", "TCD"), party("Mali", "MLI"), person("Musa", "TCD")
TODAY = day("2021-06-16", basis="publication")


class TestSettling:
    def test_an_undated_deed_below_the_lead_is_background(self) -> None:
        settled = settle([candidate(sentence=3, actor=(CHAD,), when=TODAY)])[0]
        assert settled.auxiliary == ("historical",)
        assert settled.when == EventDate()

    def test_a_deed_in_the_lead_is_news(self) -> None:
        news = candidate(sentence=1, actor=(CHAD,), when=TODAY)
        assert settle([news]) == [news]

    def test_who_acts_in_the_lead_goes_on_acting_below_it(self) -> None:
        acts = [candidate(sentence=n, actor=(CHAD,), when=TODAY) for n in (0, 3)]
        assert settle(acts) == acts

    def test_a_deed_below_the_lead_with_a_time_of_its_own_is_news(self) -> None:
        dated = candidate(sentence=3, actor=(CHAD,), when=day("2021-06-15"))
        assert settle([dated]) == [dated]

    def test_a_deed_below_the_lead_that_somebody_tells_is_news(self) -> None:
        quoted = candidate(sentence=3, actor=(CHAD,), when=TODAY, quoted=True)
        assert settle([quoted]) == [quoted]

    def test_acts_of_speech_below_the_lead_stay_news(self) -> None:
        said = candidate("ACCUSE", sentence=3, actor=(CHAD,), when=TODAY)
        assert settle([said]) == [said]

    def test_a_person_named_only_in_background_stays_in_it_with_its_date(self) -> None:
        before = candidate("CONSULT", sentence=2, actor=(MUSA,), when=day("2021-05-03"), auxiliary=("historical",))
        after = candidate("ACCUSE", sentence=3, actor=(MUSA,), recipient=(MALI,), when=TODAY)
        settled = settle([before, after])[1]
        assert settled.auxiliary == ("historical",)
        assert (settled.when.start, settled.when.basis) == (date(2021, 5, 3), "inferred")

    def test_a_person_named_in_the_news_too_stays_in_it(self) -> None:
        news = candidate("CONSULT", sentence=0, actor=(MUSA,), when=TODAY)
        before = candidate("CONSULT", sentence=2, actor=(MUSA,), when=day("2021-05-03"), auxiliary=("historical",))
        after = candidate("ACCUSE", sentence=3, actor=(MUSA,), when=TODAY)
        assert settle([news, before, after])[2] == after

    def test_a_state_named_only_in_background_may_still_make_news(self) -> None:
        before = candidate("CONSULT", sentence=2, actor=(CHAD,), when=day("2021-05-03"), auxiliary=("historical",))
        after = candidate("ACCUSE", sentence=3, actor=(CHAD,), when=TODAY)
        assert settle([before, after])[1] == after

"""The time of an event, and whether it is told as background."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dragoman.coding.narrative import Scene, day_of_news, is_background, scenes
from dragoman.coding.status import Status
from dragoman.coding.when import (
    after_clause,
    asked_time,
    choose_time,
    counted_time,
    decide_date,
    goes_on,
    is_old,
    since_clause,
    with_recent,
)
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

    def test_people_described_by_a_clause_have_not_done_it_when_they_are_charged(self) -> None:
        charged = tree(
            "Chad/NNP/nsubj>charged charged|charge/VBD men/NNS/dobj>charged who/WP/nsubj>robbed "
            "robbed|rob/VBD/relcl>men Mali/NNP/dobj>robbed Monday/NNP/npadvmod>charged"
        )
        monday = time(charged, "Monday", "2021-06-14")
        assert choose_time(charged, at(charged, "robbed"), [monday], NO_OTHERS) is None
        assert choose_time(charged, at(charged, "charged"), [monday], NO_OTHERS) == monday

    def test_a_clause_that_describes_a_dated_thing_has_its_time(self) -> None:
        raid = tree(
            "Chad/NNP/nsubj>mourned mourned|mourn/VBD the/DT/det>raid raid/NN/dobj>mourned in/IN/prep>raid "
            "May/NNP/pobj>in that/WDT/nsubj>killed killed|kill/VBD/relcl>raid ten/CD/dobj>killed"
        )
        may = time(raid, "May", "2021-05-01", "2021-05-31")
        assert choose_time(raid, at(raid, "killed"), [may], NO_OTHERS) == may

    def test_what_lies_behind_after_came_before(self) -> None:
        met = tree(
            "Chad/NNP/nsubj>met met|meet/VBD Mali/NNP/dobj>met Monday/NNP/npadvmod>met after/IN/prep>met "
            "protests|protest/NNS/pobj>after"
        )
        monday = time(met, "Monday", "2021-06-14")
        assert choose_time(met, at(met, "protests"), [monday], NO_OTHERS) is None
        assert choose_time(met, at(met, "met"), [monday], NO_OTHERS) == monday

    def test_during_a_visit_on_a_day_is_on_that_day(self) -> None:
        met = tree(
            "Chad/NNP/nsubj>met met|meet/VBD Mali/NNP/dobj>met during/IN/prep>met a/DT/det>visit visit/NN/pobj>during "
            "Monday/NNP/npadvmod>visit"
        )
        monday, visit = time(met, "Monday", "2021-06-14"), frozenset({at(met, "visit")})
        assert choose_time(met, at(met, "met"), [monday], visit) == monday

    def test_one_time_behind_two_deeds_of_one_subject_is_both_deeds(self) -> None:
        freed = tree(
            "Chad/NNP/nsubjpass>freed was|be/VBD/auxpass>freed freed|free/VBN and/CC/cc>freed flew|fly/VBD/conj>freed "
            "home/RB/advmod>flew Monday/NNP/npadvmod>flew"
        )
        other = tree(
            "Chad/NNP/nsubj>left left|leave/VBD and/CC/cc>left Mali/NNP/nsubj>came came|come/VBD/conj>left "
            "Monday/NNP/npadvmod>came"
        )
        for sentence, head, has in ((freed, "freed", True), (other, "left", False)):
            found = choose_time(sentence, at(sentence, head), [time(sentence, "Monday", "2021-06-14")], NO_OTHERS)
            assert (found is not None) is has

    def test_a_time_before_what_is_said_is_that_of_the_speech(self) -> None:
        misread = tree(
            "Chad/NNP/nsubj>said said|say/VBD Monday/NNP/npadvmod>attacked it/PRP/nsubj>attacked "
            "had|have/VBD/aux>attacked attacked|attack/VBN/ccomp>said Mali/NNP/dobj>attacked"
        )
        monday = time(misread, "Monday", "2021-06-14")
        assert choose_time(misread, at(misread, "said"), [monday], NO_OTHERS) == monday
        assert choose_time(misread, at(misread, "attacked"), [monday], NO_OTHERS, own=True) is None

    def test_what_may_happen_does_not_happen_when_it_is_said(self) -> None:
        monday = time(self.TWO, "Monday", "2021-06-14")
        assert choose_time(self.TWO, at(self.TWO, "attacked"), [monday], NO_OTHERS, own=True) is None

    def test_what_lies_ahead_has_no_time_behind_it_in_its_clause(self) -> None:
        sunday = time(self.TWO, "Sunday", "2021-06-13")
        head = at(self.TWO, "attacked")
        assert choose_time(self.TWO, head, [sunday], NO_OTHERS, ahead=PUBLISHED) is None
        assert choose_time(self.TWO, head, [sunday], NO_OTHERS, ahead=date(2021, 6, 13)) == sunday


class TestStretches:
    MARCHED = tree(
        "Thousands/NNS/nsubj>marched have/VBP/aux>marched marched|march/VBN in/IN/prep>marched "
        "recent/JJ/amod>weeks weeks|week/NNS/pobj>in"
    )

    def recent(self, words: str, value: str) -> tuple[date | None, date | None]:
        token, last = self.MARCHED[at(self.MARCHED, words)], self.MARCHED[at(self.MARCHED, "weeks")]
        vague = TimeMention(Span(token.start, last.end), 0, "DURATION", value)
        found = with_recent(self.MARCHED, [vague], published=PUBLISHED)[0]
        return found.start, found.end

    def test_recent_weeks_are_the_last_four(self) -> None:
        assert self.recent("recent", "PXW") == (date(2021, 5, 19), PUBLISHED)

    def test_other_vague_stretches_and_recent_years_fix_nothing(self) -> None:
        assert self.recent("weeks", "PXW") == (None, None)
        assert self.recent("recent", "PXY") == (None, None)

    FELL = tree(
        "Ten/CD/nsubjpass>killed have/VBP/aux>killed been/VBN/auxpass>killed killed|kill/VBN since/IN/mark>began "
        "war/NN/nsubj>began began|begin/VBD/advcl>killed Sunday/NNP/npadvmod>began"
    )

    def test_since_something_began_is_up_to_publication(self) -> None:
        sunday = time(self.FELL, "Sunday", "2021-06-13")
        found = since_clause(self.FELL, at(self.FELL, "killed"), [sunday], published=PUBLISHED)
        assert found is not None
        assert (found.start, found.end) == (date(2021, 6, 13), PUBLISHED)
        assert since_clause(self.FELL, at(self.FELL, "began"), [sunday], published=PUBLISHED) is None

    BANNED = tree(
        "Chad/NNP/nsubj>banned banned|ban/VBD papers/NNS/dobj>banned after/IN/mark>fell Mali/NNP/nsubj>fell "
        "fell|fall/VBD/advcl>banned May/NNP/npadvmod>fell"
    )

    def test_background_after_something_is_within_a_month_of_it(self) -> None:
        head = at(self.BANNED, "banned")
        may = time(self.BANNED, "May", "2020-05-01", "2020-05-31")
        when = after_clause(self.BANNED, head, [may], published=PUBLISHED)
        assert when is not None
        assert (when.start, when.end) == (date(2020, 5, 1), date(2020, 6, 30))
        assert after_clause(self.BANNED, at(self.BANNED, "fell"), [may], published=PUBLISHED) is None


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

    def test_only_the_plain_past_of_a_verb_tells_what_came_next(self) -> None:
        head = at(ONE, "attacked")
        assert goes_on(Status(past=True), ONE, head)
        assert not goes_on(Status(past=True, past_perfect=True), ONE, head)
        assert not goes_on(Status(past=True, nominal=True), ONE, head)
        assert not goes_on(Status(), ONE, head)

    def test_an_ing_form_goes_on_with_the_verb_above_it(self) -> None:
        firing = tree(
            "Chad/NNP/nsubj>crossed crossed|cross/VBD ,/,/punct>crossed firing|fire/VBG/advcl>crossed "
            "shells/NNS/dobj>firing"
        )
        assert goes_on(Status(), firing, at(firing, "firing"))
        waits = tree("Chad/NNP/nsubj>waits waits|wait/VBZ ,/,/punct>waits firing|fire/VBG/advcl>waits")
        assert not goes_on(Status(), waits, at(waits, "firing"))

    def test_words_that_lie_ahead_have_their_own_day(self) -> None:
        ahead = time(ONE, "then", "2021-06-21")
        assert decide("REQUEST", Status(future=True), ahead)[0].start == date(2021, 6, 21)
        assert decide("REQUEST", Status(past=True), ahead)[0].start == PUBLISHED

    def test_who_is_only_blamed_promises_nothing(self) -> None:
        about = decide_date(
            "ACCUSE",
            Status(),
            None,
            published=PUBLISHED,
            after_days=14,
            event="ACCUSE",
            promised=time(ONE, "then", "2021-06-21"),
        )[1]
        assert about is None

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
            None,
            published=PUBLISHED,
            after_days=14,
            event="AID",
            promised=time(ONE, "then", "2021-06-21"),
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


class TestTheDayOfTheNews:
    LEAD = tree("Chad/NNP/nsubj>met met|meet/VBD Mali/NNP/dobj>met then/RB/advmod>met")
    LOW = tree("Chad/NNP/nsubj>left left|leave/VBD then/RB/advmod>left", sentence=4, offset=200)

    def day(self, *, lead: str | None = None, low: str | None = None) -> date | None:
        times = {0: [time(self.LEAD, "then", lead)] if lead else [], 4: [time(self.LOW, "then", low)] if low else []}
        return day_of_news([self.LEAD, self.LOW], times, published=PUBLISHED)

    def test_a_lead_of_the_day_before_in_a_report_that_never_names_its_own(self) -> None:
        assert self.day(lead="2021-06-15") == date(2021, 6, 15)
        assert self.day(lead="2021-06-15", low="2021-06-16") == PUBLISHED

    def test_a_dateline_names_the_reports_own_day_the_hour_of_its_printing_does_not(self) -> None:
        lead = time(self.LEAD, "then", "2021-06-15")
        dateline = replace(time(self.LEAD, "then", "2021-06-16"), sentence=-1)
        printed = replace(dateline, type="TIME")
        assert day_of_news([self.LEAD], {0: [lead], -1: [dateline]}, published=PUBLISHED) == PUBLISHED
        assert day_of_news([self.LEAD], {0: [lead], -1: [printed]}, published=PUBLISHED) == date(2021, 6, 15)

    def test_otherwise_it_is_publication(self) -> None:
        assert self.day() == PUBLISHED
        assert self.day(lead="2021-06-13") == PUBLISHED
        assert self.day(low="2021-06-15") == PUBLISHED
        assert day_of_news([self.LEAD], {}, published=None) is None


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


class TestWhoseTimeItIs:
    def test_a_month_that_the_parser_gives_to_a_name_dates_the_clause(self) -> None:
        misread = tree(
            "In/IN/prep>banned March/NNP/compound>Chad Chad/NNP/nsubj>banned banned|ban/VBD two/CD/dobj>banned"
        )
        march = time(misread, "March", "2021-03-01")
        assert choose_time(misread, at(misread, "banned"), [march], NO_OTHERS) == march

    def test_a_month_in_a_name_dates_nothing(self) -> None:
        law = tree("Chad/NNP/nsubj>lifted lifted|lift/VBD the/DT/det>law March/NNP/compound>law law/NN/dobj>lifted")
        assert choose_time(law, at(law, "lifted"), [time(law, "March", "2021-03-01")], NO_OTHERS) is None

    @pytest.mark.parametrize(("helper", "holds"), [("", True), ("were|be/VBD/auxpass>hurt ", False)])
    def test_a_verb_without_its_auxiliary_shares_the_time_behind_it(self, helper: str, holds: bool) -> None:
        sentence = tree(
            "Two/CD/nsubjpass>killed were|be/VBD/auxpass>killed killed|kill/VBN nine/CD/nsubj>hurt "
            f"{helper}hurt|hurt/VBN/conj>killed Sunday/NNP/npadvmod>hurt"
        )
        sunday = time(sentence, "Sunday", "2021-06-13")
        found = choose_time(sentence, at(sentence, "killed"), [sunday], NO_OTHERS)
        assert found == (sunday if holds else None)

    def test_what_has_lasted_since_a_day_does_not_date_the_clause_beside_it(self) -> None:
        shut = tree(
            "It/PRP/nsubj>shut has|have/VBZ/aux>shut shut/VBN since/IN/prep>shut Sunday/NNP/pobj>since "
            "envoys|envoy/NNS/nsubj>met have/VBP/aux>met met|meet/VBN/conj>shut"
        )
        sunday = time(shut, "Sunday", "2021-06-13")
        assert choose_time(shut, at(shut, "met"), [sunday], NO_OTHERS) is None
        assert choose_time(shut, at(shut, "shut"), [sunday], NO_OTHERS) == sunday

    @pytest.mark.parametrize(("verb", "holds"), [("agreed|agree", True), ("attacked|attack", False)])
    def test_a_pact_dates_what_is_agreed_under_it_only(self, verb: str, holds: bool) -> None:
        word = verb.split("|")[0]
        sentence = tree(
            f"Under/IN/prep>{word} a/DT/det>deal deal/NN/pobj>Under reached|reach/VBN/acl>deal "
            f"Sunday/NNP/npadvmod>reached Chad/NNP/nsubj>{word} {verb}/VBD"
        )
        sunday = time(sentence, "Sunday", "2021-06-13")
        assert choose_time(sentence, at(sentence, word), [sunday], NO_OTHERS) == (sunday if holds else None)


JOIN = tree(
    "Malta/NNP/nsubj>invited invited|invite/VBD Chad/NNP/dobj>invited to/TO/aux>join join/VB/xcomp>invited "
    "the/DT/det>pact pact/NN/dobj>join in/IN/prep>pact May/NNP/pobj>in"
)


def test_a_past_time_with_what_is_asked_dates_the_asking() -> None:
    past, ahead = time(JOIN, "May", "2020-05-01"), time(JOIN, "May", "2022-05-01")
    assert asked_time(JOIN, at(JOIN, "invited"), [past], published=PUBLISHED) == past
    assert asked_time(JOIN, at(JOIN, "invited"), [ahead], published=PUBLISHED) is None


def test_a_past_time_of_a_thing_asked_about_does_not() -> None:
    words = "pact pact/NN/dobj>join of/IN/prep>pact May/NNP/pobj>of"
    kept = tree(
        "Malta/NNP/nsubj>urged urged|urge/VBD Chad/NNP/dobj>urged to/TO/aux>join join/VB/xcomp>urged the/DT/det>"
        + words
    )
    assert asked_time(kept, at(kept, "urged"), [time(kept, "May", "2020-05-01")], published=PUBLISHED) is None


@pytest.mark.parametrize(("word", "last"), [("Earlier", date(2021, 6, 15)), ("This", date(2021, 6, 20))])
def test_earlier_this_week_has_not_today(word: str, last: date) -> None:
    sentence = tree(f"{word}/RB/advmod>week week/NN/npadvmod>marched they/PRP/nsubj>marched marched|march/VBD")
    week = time(sentence, word, "2021-06-14", "2021-06-20")
    assert with_recent(sentence, [week], published=PUBLISHED)[0].end == last

"""Background or news: the traits of how a happening is told, and what the report as a whole makes of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from coding_factory import candidate, day, party, person

from dragoman.coding.candidate import Candidate
from dragoman.coding.linear import Linear
from dragoman.coding.narrate import move_to, narrate
from dragoman.coding.narrative import Scene
from dragoman.coding.status import Status
from dragoman.coding.telling import Telling
from dragoman.coding.traits import told_traits
from dragoman.model.document import Sentence
from dragoman.model.event import Category, EventDate
from dragoman.model.layers import Quote, TimeMention
from dragoman.model.span import Span
from dragoman.model.tree import Tree
from trees import at, tree

PUBLISHED = date(2021, 6, 16)
TODAY = day("2021-06-16", basis="publication")
CHAD, MALI, MUSA = party("Chad", "TCD"), party("Mali", "MLI"), person("Musa", "TCD")
NEWS, BACKGROUND = Linear({"bias": -1.0}), Linear({"bias": 1.0})
ATTACKED = tree("Chad/NNP/nsubj>attacked attacked|attack/VBD Mali/NNP/dobj>attacked then/RB/advmod>attacked")


def narrated(*told: Candidate, model: Linear = NEWS, speakers: frozenset[str] = frozenset()) -> list[Candidate]:
    return narrate(told, model, published=PUBLISHED, speakers=speakers)


class TestNarrating:
    def test_undated_background_loses_the_day_of_publication(self) -> None:
        told = narrated(candidate(sentence=3, actor=(CHAD,), when=TODAY), model=BACKGROUND)[0]
        assert told.auxiliary == ("historical",)
        assert told.when == EventDate()

    def test_background_keeps_a_date_of_its_own(self) -> None:
        told = narrated(candidate(sentence=3, actor=(CHAD,), when=day("2021-06-10")), model=BACKGROUND)[0]
        assert (told.auxiliary, told.when) == (("historical",), day("2021-06-10"))

    def test_news_keeps_its_day(self) -> None:
        told = narrated(candidate(actor=(CHAD,), when=TODAY))[0]
        assert (told.auxiliary, told.when) == ((), TODAY)

    def test_what_is_old_by_its_own_date_is_background_without_asking(self) -> None:
        old = replace(candidate(actor=(CHAD,), when=day("1999-03-24")), old=True)
        assert narrated(old)[0].auxiliary == ("historical",)

    @pytest.mark.parametrize("status", [Status(future=True), Status(hypothetical=True)])
    def test_what_has_not_happened_is_never_background(self, status: Status) -> None:
        ahead = replace(candidate(actor=(CHAD,), when=TODAY), status=status)
        assert narrated(ahead, model=BACKGROUND)[0].auxiliary == ()

    def test_without_a_publication_date_nothing_is_judged(self) -> None:
        told = candidate(actor=(CHAD,))
        assert narrate([told], BACKGROUND, published=None, speakers=frozenset()) == [told]

    def test_background_after_something_dated_has_the_date_of_that(self) -> None:
        later = replace(candidate(sentence=3, actor=(CHAD,), when=TODAY), before_news=day("2021-05-03"))
        assert narrated(later, model=BACKGROUND)[0].when == day("2021-05-03")
        assert narrated(later)[0].when == TODAY

    def test_what_was_planned_long_ago_is_background_only(self) -> None:
        planned = replace(
            candidate("MOBILIZE", sentence=3, actor=(CHAD,), auxiliary=("future",), when=day("1999-03-24")), old=True
        )
        assert narrated(planned)[0].auxiliary == ("historical",)


class TestTheDayOfTheNews:
    def test_what_has_no_time_is_of_that_day(self) -> None:
        moved = move_to([candidate(when=TODAY)], date(2021, 6, 15))[0]
        assert (moved.when.start, moved.when.basis) == (date(2021, 6, 15), "inferred")

    def test_what_has_a_time_keeps_it(self) -> None:
        told = [candidate(when=day("2021-06-16")), candidate(when=EventDate())]
        assert move_to(told, date(2021, 6, 15)) == told


class TestStandingInTheReport:
    LEAD = candidate("ASSAULT", actor=(CHAD,), recipient=(MALI,), when=TODAY)

    def traits(self, *told: Candidate, speakers: frozenset[str] = frozenset()) -> set[str]:
        return {name for name, _ in narrated(*told, speakers=speakers)[-1].traits}

    def test_who_acts_in_the_lead_goes_on_acting(self) -> None:
        assert "goes_on" in self.traits(self.LEAD, candidate(sentence=4, actor=(CHAD,)))
        assert "goes_on" not in self.traits(self.LEAD, candidate(sentence=4, actor=(MALI,)))

    def test_a_newcomer_has_no_part_in_the_lead(self) -> None:
        assert "newcomer" in self.traits(self.LEAD, candidate(sentence=4, actor=(MUSA,)))
        assert "newcomer" not in self.traits(self.LEAD, candidate(sentence=4, actor=(MALI,)))

    def test_the_lead_told_again(self) -> None:
        assert "of_the_lead" in self.traits(self.LEAD, candidate(sentence=4, actor=(MUSA,)))
        assert "of_the_lead" not in self.traits(self.LEAD, candidate(sentence=4, lemma="shell"))

    def test_the_leads_act_told_again_is_news_an_attack_is_another_one(self) -> None:
        sent = candidate("MOBILIZE", actor=(CHAD,), when=TODAY, rule="mobilize.send")
        again = candidate("MOBILIZE", sentence=4, actor=(MALI,), rule="mobilize.send")
        assert "again" in {name for name, _ in narrated(sent, again)[-1].traits}
        assert "again" not in self.traits(self.LEAD, candidate(sentence=4, actor=(MALI,)))

    def test_what_takes_up_the_leads_attack_answers_it(self) -> None:
        arrest = replace(candidate("COERCE", sentence=4, actor=(MALI,)), traits=(("mentions_attack", 1.0),))
        assert "answers_lead" in self.traits(self.LEAD, arrest)
        assert "answers_lead" not in self.traits(self.LEAD, replace(arrest, traits=(("mentions_visit", 1.0),)))

    def test_whom_the_report_quotes_makes_news(self) -> None:
        said = candidate("ACCUSE", sentence=4, actor=(MUSA,))
        assert "speaker_acts" in self.traits(self.LEAD, said, speakers=frozenset({"Musa"}))
        assert "speaker_acts" not in self.traits(self.LEAD, said)

    def test_a_deed_that_nobody_does(self) -> None:
        assert "nobody_acts" in self.traits(self.LEAD, candidate(sentence=4, recipient=(MALI,)))


def traits(
    sentence: Tree = ATTACKED,
    head: str = "attacked",
    *,
    category: Category = "ASSAULT",
    status: Status | None = None,
    index: int = 0,
    quotes: tuple[Quote, ...] = (),
    since: str | None = None,
    until: str | None = None,
    last: str | None = None,
    known: str | None = None,
    week: bool = False,
) -> set[str]:
    token = sentence[at(sentence, head)]

    def told(start: str | None, end: str | None) -> TimeMention | None:
        if start is None or end is None:
            return None
        first, final = date.fromisoformat(start), date.fromisoformat(end)
        return TimeMention(Span(token.start, token.end), 0, "DATE", "x", first, final, "week" if week else "day")

    raid = told(known, known)
    telling = Telling(
        sentence,
        at(sentence, head),
        Sentence(index, Span(0, 90), "body", index),
        Scene(index < 2, False, last=told(last, last)),
        quotes=quotes,
        happenings={"raid": raid} if raid is not None else {},
        sentences=10,
        published=PUBLISHED,
    )
    found = told_traits(telling, status or Status(past=True), category=category, time=told(since or until, until))
    return set(found)


class TestTelling:
    def test_deeds_and_words_are_told_apart(self) -> None:
        assert {"deed", "deed_past", "is_assault"} <= traits()
        assert {"word_past", "is_accuse"} <= traits(category="ACCUSE")

    def test_the_place_in_the_report(self) -> None:
        assert "first" in traits()
        assert "late" not in traits()
        assert {"late", "low_deed_past", "undated_low_deed"} <= traits(index=8)

    @pytest.mark.parametrize(
        ("until", "distance"),
        [
            (None, "not"), ("2021-06-18", "ahead"), ("2021-06-15", "now"), ("2021-06-13", "days"),
            ("2021-06-05", "weeks"), ("2021-05-01", "old"),
        ],
    )  # fmt: skip
    def test_how_far_its_time_lies_back(self, until: str | None, distance: str) -> None:
        assert f"dated_{distance}" in traits(until=until)

    def test_the_past_perfect_of_reported_speech_is_another_one(self) -> None:
        had = Status(past=True, past_perfect=True)
        assert "past_perfect_reported" not in traits(status=had)
        assert "past_perfect_reported" in traits(status=had, quotes=(Quote(Span(0, 90), "indirect"),))

    def test_an_event_noun_after_since_refers_to_what_is_known(self) -> None:
        since = tree("Chad/NNP/nsubj>left left|leave/VBD since/IN/prep>left attack/NN/pobj>since")
        assert {"anchoring", "noun_untold"} <= traits(since, "attack", status=Status(nominal=True))
        of = tree("Chad/NNP/nsubj>spoke spoke|speak/VBD of/IN/prep>spoke attack/NN/pobj>of")
        assert "anchoring" not in traits(of, "attack", status=Status(nominal=True))

    @pytest.mark.parametrize(("adverb", "trait"), [("previously", "looking_back_word"), ("also", "also")])
    def test_an_adverb_can_look_back_or_add_news(self, adverb: str, trait: str) -> None:
        sentence = tree(f"Chad/NNP/nsubj>attacked {adverb}/RB/advmod>attacked attacked|attack/VBD")
        assert trait in traits(sentence)
        assert trait not in traits()

    def test_a_relative_clause(self) -> None:
        sentence = tree("men|man/NNS who/WP/nsubj>attacked attacked|attack/VBD/relcl>men fled|flee/VBD")
        assert "relative" in traits(sentence)
        assert "relative" not in traits()

    def test_what_began_over_a_fortnight_ago(self) -> None:
        assert "began_long_ago" in traits(index=5, since="2021-05-01", until="2021-06-16")
        assert "began_long_ago" not in traits(index=5, since="2021-06-14", until="2021-06-16")
        assert "began_long_ago" not in traits(index=0, since="2021-05-01", until="2021-06-16")

    def test_a_week_back_is_background_below_the_lead_in_the_reports_own_voice(self) -> None:
        assert "dated_weeks_own" in traits(index=5, until="2021-06-08")
        assert "dated_weeks_own" not in traits(index=0, until="2021-06-08")
        assert "dated_weeks_own" not in traits(index=5, until="2021-06-08", quotes=(Quote(Span(0, 90), "indirect"),))

    @pytest.mark.parametrize(("mark", "holds"), [("after", True), ("when", False)])
    def test_some_days_back_in_a_clause_that_sets_the_scene(self, mark: str, holds: bool) -> None:
        sentence = tree(
            f"Mali/NNP/nsubj>left left|leave/VBD {mark}/IN/mark>attacked Chad/NNP/nsubj>attacked "
            "attacked|attack/VBD/advcl>left"
        )
        status = Status(past=True, subordinate=True)
        assert ("dated_back_below" in traits(sentence, status=status, index=5, until="2021-06-13")) is holds

    @pytest.mark.parametrize(
        ("last", "trait"),
        [("1999-03-24", "deed_after_old"), ("2021-06-15", "deed_after_news"), ("2021-06-13", "deed_after_news")],
    )
    def test_an_undated_deed_follows_on_the_time_told_before_it(self, last: str, trait: str) -> None:
        assert trait in traits(index=5, last=last)
        assert trait not in traits(index=5, last=last, category="ACCUSE")
        assert trait not in traits(index=5, last=last, until="2021-06-15")
        assert trait not in traits(index=0, last=last)

    def test_an_undated_relative_clause_below_the_lead(self) -> None:
        sentence = tree("men|man/NNS who/WP/nsubj>attacked attacked|attack/VBD/relcl>men fled|flee/VBD")
        assert "adnominal" in traits(sentence, index=5)
        assert "adnominal" not in traits(sentence, index=0)
        assert "adnominal" not in traits(sentence, index=5, until="2021-06-15")

    def test_a_source_sums_up_in_the_present_perfect(self) -> None:
        perfect, said = Status(present_perfect=True), (Quote(Span(0, 90), "indirect"),)
        assert "sums_up" in traits(status=perfect, index=5, quotes=said)
        assert "sums_up" not in traits(status=perfect, index=5)
        assert "sums_up" not in traits(index=5, quotes=said)

    def test_a_known_happening_of_some_days_ago_is_taken_up(self) -> None:
        raid = tree("the/DT/det>raid raid/NN/nsubj>killed killed|kill/VBD ten/CD/dobj>killed")
        assert "taken_up" in traits(raid, "killed", index=5, known="2021-06-10")
        assert "taken_up" not in traits(raid, "killed", index=5, known="2021-06-16")
        assert "taken_up" not in traits(raid, "killed", index=5)

    def test_the_kind_of_happening_that_a_clause_takes_up(self) -> None:
        blamed = tree(
            "Chad/NNP/nsubj>blamed blamed|blame/VBD Mali/NNP/dobj>blamed for/IN/prep>blamed "
            "the/DT/det>raid raid/NN/pobj>for"
        )
        assert "mentions_attack" in traits(blamed, "blamed", category="ACCUSE", index=5)
        assert "mentions_attack" not in traits(blamed, "blamed", category="ACCUSE", index=0)

    def test_last_week_is_background_below_the_lead(self) -> None:
        assert "week_before" in traits(index=5, since="2021-06-07", until="2021-06-13", week=True)
        assert "week_before" not in traits(index=0, since="2021-06-07", until="2021-06-13", week=True)
        assert "week_before" not in traits(index=5, until="2021-06-13")

    def test_the_right_to_do_something_describes_nothing(self) -> None:
        right = tree("the/DT/det>right right/NN to/TO/aux>attack attack/VB/acl>right Mali/NNP/dobj>attack")
        assert "adnominal" not in traits(right, "attack", status=Status(), index=5)

    def test_what_somebody_has_said_may_be_of_any_time(self) -> None:
        has = "Chad/NNP/nsubj>said {0}said|say/VBD Mali/NNP/nsubj>attacked attacked|attack/VBD/ccomp>said"
        assert "said_some_time" in traits(tree(has.format("has|have/VBZ/aux>said ")), index=5)
        assert "said_some_time" not in traits(tree(has.format("")), index=5)

    def test_an_ing_form_that_only_names_the_happening(self) -> None:
        arming = tree("arming|arm/VBG/csubj>was men/NNS/dobj>arming was|be/VBD wrong/JJ/acomp>was")
        fled = tree("men|man/NNS/nsubj>fled fled|flee/VBD firing|fire/VBG/advcl>fled")
        assert "gerund" in traits(arming, "arming", category="AID", status=Status(), index=5)
        assert "gerund" not in traits(fled, "firing", status=Status(), index=5)

    @pytest.mark.parametrize(("verb", "holds"), [("alleges|allege/VBZ", True), ("condemns|condemn/VBZ", False)])
    def test_an_opinion_held_for_long_is_no_news(self, verb: str, holds: bool) -> None:
        word = verb.split("|")[0]
        sentence = tree(f"Chad/NNP/nsubj>{word} {verb} fraud/NN/dobj>{word}")
        assert ("standing" in traits(sentence, word, category="ACCUSE", status=Status(), index=5)) is holds

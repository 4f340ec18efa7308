"""From several tellings to one event: merging, visits, and acts that others repeat."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from coding_factory import LIGHT, candidate, day, party, person

from dragoman.coding.arguments import Arguments
from dragoman.coding.candidate import Candidate
from dragoman.coding.hosts import seat_guests
from dragoman.coding.merge import merge, same_happening, told_on
from dragoman.coding.suit import follow_suit
from dragoman.model.document import Sentence
from dragoman.model.event import Attribution, Count, CountKind, EventDate
from dragoman.model.span import Span
from trees import refer, tree

CHAD, MALI, NIGER = party("Chad", "TCD"), party("Mali", "MLI"), party("Niger", "NER")
TROOPS = party("Malian troops", "MLI", sector="MIL", type="military_unit")
TOLD = candidate(actor=(CHAD,), recipient=(MALI,), when=day("2021-06-14"))
AT_NOON = replace(day("2021-06-14"), span=Span(210, 216))
AGAIN = candidate(actor=(CHAD,), recipient=(MALI,), sentence=2)


def test_the_same_act_told_twice_is_one_event_with_both_triggers() -> None:
    merged = merge([TOLD, AGAIN])
    assert len(merged) == 1
    assert merged[0].trigger == TOLD.trigger
    assert merged[0].also == (AGAIN.trigger,)
    assert merged[0].when == TOLD.when


@pytest.mark.parametrize(
    "other",
    [
        candidate("COERCE", actor=(CHAD,), recipient=(MALI,), sentence=2),
        candidate(actor=(CHAD,), recipient=(MALI,), sentence=2, when=day("2021-06-13")),
        candidate(actor=(CHAD,), recipient=(MALI,), sentence=2, auxiliary=("negation",)),
        candidate(actor=(CHAD,), recipient=(NIGER,), sentence=2),
        candidate(actor=(MALI,), recipient=(CHAD,), sentence=2),
        candidate(actor=(CHAD,), sentence=2, lemma="shell"),
    ],
    ids=["category", "day", "denied", "whom", "sides", "another verb"],
)
def test_another_happening_stays_an_event_of_its_own(other: Candidate) -> None:
    assert merge([TOLD, other]) == [TOLD, other]


def test_background_and_news_may_be_one_happening() -> None:
    assert same_happening(TOLD, candidate(sentence=2, auxiliary=("historical",)))


def test_a_default_day_contradicts_no_date_of_the_text() -> None:
    news = candidate(actor=(CHAD,), recipient=(MALI,), when=day("2021-06-16", basis="publication"))
    assert same_happening(news, TOLD)


def test_within_a_sentence_a_state_and_its_troops_can_be_one_side() -> None:
    one = candidate(actor=(MALI,))
    assert same_happening(one, candidate(actor=(TROOPS,), at=30))
    assert not same_happening(one, candidate(actor=(TROOPS,), sentence=1))


def test_modes_that_exclude_each_other_keep_events_apart() -> None:
    beaten = candidate(actor=(CHAD,), mode=("beat",))
    assert not same_happening(beaten, candidate(actor=(CHAD,), mode=("aerial",), sentence=2))
    assert same_happening(beaten, candidate(actor=(CHAD,), sentence=2))


def test_sides_may_swap_where_both_do_the_same() -> None:
    met = candidate("CONSULT", actor=(CHAD, MALI), lemma="meet")
    assert same_happening(met, candidate("CONSULT", actor=(MALI,), recipient=(CHAD,), lemma="meet", sentence=1))


def test_a_definite_noun_refers_back_by_another_word() -> None:
    assert same_happening(TOLD, candidate(actor=(CHAD,), sentence=2, lemma="bombardment", definite=True))


def test_both_sides_again_are_one_happening_under_another_word() -> None:
    assert same_happening(TOLD, candidate(actor=(CHAD,), recipient=(MALI,), sentence=2, lemma="shell"))
    assert not same_happening(TOLD, candidate(actor=(CHAD,), sentence=2, lemma="shell"))


def test_whose_deed_is_told_again_may_name_its_victim_otherwise() -> None:
    assert same_happening(TOLD, candidate(actor=(CHAD,), recipient=(TROOPS,), sentence=2))
    assert not same_happening(TOLD, candidate(actor=(CHAD,), recipient=(TROOPS,), sentence=2, lemma="shell"))


def test_a_deed_that_is_counted_otherwise_is_another() -> None:
    five: tuple[tuple[CountKind, Count], ...] = (("dead", Count(5, 5, 5, "event", Span(0, 1))),)
    nine: tuple[tuple[CountKind, Count], ...] = (("dead", Count(9, 9, 9, "event", Span(0, 1))),)
    one = candidate(actor=(CHAD,), recipient=(MALI,), size=five)
    assert not same_happening(one, candidate(actor=(CHAD,), recipient=(TROOPS,), sentence=2, size=nine))


def test_the_second_sentence_tells_the_first_in_full() -> None:
    lead = candidate(actor=(MALI,))
    assert told_on(lead, candidate(actor=(TROOPS,), recipient=(CHAD,), sentence=1, lemma="shell", when=AT_NOON))
    assert not told_on(lead, candidate(actor=(NIGER,), sentence=1, lemma="shell"))
    assert not told_on(lead, candidate(actor=(TROOPS,), sentence=2, lemma="shell"))
    assert not told_on(lead, replace(candidate(actor=(TROOPS,), sentence=1, lemma="shell"), traits=(("also", 1.0),)))


def test_the_dead_told_after_an_attack_died_in_it() -> None:
    attack, dead = candidate(actor=(CHAD,), sentence=3), candidate(recipient=(MALI,), sentence=4, lemma="kill")
    assert [e.also for e in merge([attack, dead])] == [(dead.trigger,)]
    assert len(merge([attack, replace(dead, mode=("explosives",))])) == 2
    assert len(merge([attack, candidate(recipient=(MALI,), sentence=8, lemma="kill")])) == 2
    assert len(merge([attack, replace(dead, when=AT_NOON)])) == 2


def test_the_dead_of_an_attack_in_their_own_sentence_are_its_dead_alone() -> None:
    before, attack = candidate(actor=(CHAD,), sentence=3), candidate(actor=(NIGER,), sentence=4, lemma="shell")
    dead = candidate(recipient=(MALI,), sentence=4, lemma="kill", at=30)
    assert [e.also for e in merge([before, attack, dead])] == [(), (dead.trigger,)]


def test_a_crowd_goes_on_until_it_strikes() -> None:
    crowd, people = party("crowd", "MLI"), party("demonstrators", "MLI")
    marched = candidate("PROTEST", actor=(people,), mode=("demo",), sentence=3)
    assert told_on(marched, candidate("PROTEST", actor=(crowd,), mode=("riot",), sentence=7, lemma="burn"))
    assert not told_on(marched, candidate("PROTEST", actor=(crowd,), mode=("strike",), sentence=7, lemma="strike"))


def test_what_one_party_does_in_one_sentence_is_one_measure() -> None:
    held = candidate("COERCE", actor=(CHAD,), recipient=(MALI,), mode=("arrest",))
    seized = candidate("COERCE", actor=(CHAD,), recipient=(NIGER,), mode=("seize",), at=30)
    assert same_happening(held, seized)
    assert not same_happening(held, replace(seized, actor=(NIGER,)))


def test_who_says_so_stands_where_the_happening_is_told_first() -> None:
    said = Attribution(Span(0, 4), "Musa")
    told = replace(candidate(actor=(CHAD,), sentence=2, confidence=0.9), attribution=(said,))
    assert merge([replace(TOLD, likelihood=0.6), told])[0].attribution == ()


def test_the_better_told_mention_leads_and_takes_what_it_lacks() -> None:
    poor = candidate(actor=(CHAD,), confidence=0.6, place=3, rule="a.poor")
    rich = candidate(actor=(CHAD,), recipient=(MALI,), sentence=2, confidence=0.9, rule="a.rich")
    merged = merge([poor, rich])[0]
    assert (merged.trigger, merged.recipient, merged.place) == (rich.trigger, (MALI,), 3)
    assert merged.also == (poor.trigger,)
    assert merged.rules == ("a.rich", "a.poor")


def test_a_date_in_the_text_goes_before_none_and_before_the_day_of_publication() -> None:
    dated = candidate(actor=(CHAD,), sentence=2, when=day("2021-06-16"), confidence=0.6)
    for undated in (day("2021-06-16", basis="publication"), EventDate()):
        told = merge([candidate(actor=(CHAD,), when=undated, confidence=0.9), dated])
        assert told[0].when.basis == "explicit"


def test_with_the_date_comes_whether_it_is_background() -> None:
    news = candidate(actor=(CHAD,), when=day("2021-06-16", basis="publication"), confidence=0.9)
    old = candidate(actor=(CHAD,), sentence=2, when=day("2021-05-01"), auxiliary=("historical",), confidence=0.6)
    assert merge([news, old])[0].auxiliary == ("historical",)


def test_three_tellings_are_one_event_with_two_others() -> None:
    tellings = [candidate(actor=(CHAD,), recipient=(MALI,), sentence=n) for n in range(3)]
    assert merge(tellings)[0].also == (tellings[1].trigger, tellings[2].trigger)


def test_a_move_of_forces_told_with_their_attack_is_part_of_it() -> None:
    moved = candidate("MOBILIZE", actor=(CHAD,), at=30)
    assert merge([TOLD, moved]) == [TOLD]


MUSA, IDRISS, OUMAR = person("Musa", "TCD"), person("Idriss", "MLI"), person("Oumar", "NER")
MET = candidate("CONSULT", actor=(MUSA, IDRISS), lemma="meet")


def visit(*hosts: object, actor: tuple[object, ...] = (MUSA,), historical: bool = False) -> Candidate:
    return candidate(
        "CONSULT",
        mode=("visit",),
        actor=tuple(a for a in (MUSA, IDRISS) if a in actor),
        recipient=tuple(h for h in (MALI, NIGER) if h in hosts),
        auxiliary=("historical",) if historical else (),
    )


def test_a_meeting_during_a_visit_has_guest_and_host() -> None:
    seated = seat_guests([visit(MALI), MET])[1]
    assert (seated.actor, seated.recipient, seated.mode) == ((MUSA,), (IDRISS,), ("visit",))


def test_the_telling_with_a_time_of_its_own_is_the_event_and_the_surest_place_stays() -> None:
    passing = candidate(actor=(CHAD,), recipient=(MALI,), confidence=0.9, place=3, when=EventDate())
    dated = candidate(actor=(CHAD,), recipient=(MALI,), confidence=0.6, place=5, sentence=2, when=AT_NOON)
    [event] = merge([passing, dated])
    assert (event.trigger, event.when, event.place) == (dated.trigger, AT_NOON, 3)


def test_meetings_with_other_people_of_one_country_are_two_events() -> None:
    king, prince = person("King Idris", "LBY"), person("Prince Hasan", "LBY")
    met = candidate("CONSULT", actor=(CHAD,), recipient=(king,))
    then = candidate("CONSULT", actor=(CHAD,), recipient=(prince,), sentence=2)
    assert len(merge([met, then])) == 2
    assert len(merge([met, replace(then, recipient=(king, prince))])) == 1


def test_the_visit_may_be_told_after_the_meeting() -> None:
    assert seat_guests([MET, visit(MALI)])[0].recipient == (IDRISS,)


@pytest.mark.parametrize(
    "other",
    [visit(NIGER), visit(MALI, historical=True), visit(MALI, actor=(MUSA, IDRISS))],
    ids=["elsewhere", "another time", "both came"],
)
def test_a_meeting_that_the_visit_does_not_explain_stays_symmetric(other: Candidate) -> None:
    assert seat_guests([other, MET])[1] == MET


def test_only_meetings_are_seated() -> None:
    signed = candidate("SUPPORT", actor=(MUSA, IDRISS))
    assert seat_guests([visit(MALI), signed])[1] == signed


SUIT = tree("Niger/NNP/nsubj>followed followed|follow/VBD suit/NN/dobj>followed", sentence=1, offset=100)
NEXT = Sentence(1, Span(100, 120), "body", 1)


def followed(*earlier: Candidate) -> list[Candidate]:
    return follow_suit(SUIT, NEXT, earlier, Arguments(SUIT, LIGHT), refer(SUIT, Niger="NER"))


def test_who_follows_suit_does_what_was_done_just_before() -> None:
    cut = candidate("SANCTION", actor=(CHAD,), recipient=(MALI,), when=day("2021-06-14"))
    found = followed(cut)
    assert [(c.category, [a.name for a in c.actor], c.recipient) for c in found] == [("SANCTION", ["Niger"], (MALI,))]
    assert found[0].trigger == Span(106, 119)
    assert found[0].when.start == date(2021, 6, 14)
    assert found[0].rules[0] == "engine.follow_suit"


def test_a_repeated_background_act_has_no_date() -> None:
    cut = candidate("SANCTION", actor=(CHAD,), recipient=(MALI,), when=day("1998-06-14"), auxiliary=("historical",))
    assert followed(cut)[0].when.start is None


def test_who_suffered_the_act_does_not_suffer_it_from_itself() -> None:
    cut = candidate("SANCTION", actor=(CHAD,), recipient=(NIGER, MALI))
    assert followed(cut)[0].recipient == (MALI,)


def test_nothing_is_repeated_where_nothing_was_done() -> None:
    assert followed() == []


def test_other_followers_follow_no_suit() -> None:
    sentence = tree("Niger/NNP/nsubj>followed followed|follow/VBD rules|rule/NNS/dobj>followed", sentence=1, offset=100)
    assert follow_suit(sentence, NEXT, [TOLD], Arguments(sentence, LIGHT), refer(sentence, Niger="NER")) == []

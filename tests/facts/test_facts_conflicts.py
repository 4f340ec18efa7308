"""Facts that exclude each other, and facts that our tables are against."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.facts.conflicts import fact_conflicts
from dragoman.kb.load import load_knowledge
from dragoman.model.fact import FactMention, Predicate
from dragoman.model.span import Span

KNOWLEDGE = load_knowledge()
DAY = date(1996, 5, 20)


def relation(start: int, *, polarity: bool, begun: date | None = None) -> FactMention:
    evidence = Span(start, start + 5)
    return FactMention(
        "Bhutan", "diplomatic_relations", "Chad", evidence, polarity=polarity, valid_from=begun, as_of=DAY
    )


def office(person: str, title: str, start: int = 0, *, until: date | None = None) -> FactMention:
    return FactMention(person, "holds_office", title, Span(start, start + 5), valid_to=until, as_of=DAY)


def messages(*facts: FactMention, on: date | None = DAY) -> list[str]:
    return [w.message for w in fact_conflicts(facts, KNOWLEDGE, on)]


def test_a_relation_told_and_denied_is_a_conflict_with_both_spans() -> None:
    found = list(fact_conflicts([relation(0, polarity=True), relation(9, polarity=False)], KNOWLEDGE, DAY))
    assert [(w.kind, w.spans) for w in found] == [("fact_conflict", (Span(0, 5), Span(9, 14)))]


def test_a_relation_made_and_later_cut_is_no_conflict() -> None:
    made, cut = relation(0, polarity=True, begun=date(1976, 1, 1)), relation(9, polarity=False, begun=date(1988, 5, 1))
    assert messages(made, cut) == []


def test_one_office_with_two_holders_is_a_conflict() -> None:
    first, second = office("Ama Darko", "President, Ghana"), office("Kofi Asare", "president, Ghana", 9)
    assert "president, ghana: told to be Ama Darko and Kofi Asare" in messages(first, second, on=None)


def test_a_short_name_and_a_title_that_several_hold_are_no_conflict() -> None:
    whole, short = office("Ama Darko", "President, Ghana"), office("Darko", "president, Ghana", 9)
    deputies = office("Ama Darko", "deputy minister, Ghana"), office("Kofi Asare", "deputy minister, Ghana", 9)
    assert messages(whole, short, on=None) == messages(*deputies, on=None) == []


def test_a_holder_who_left_before_is_no_conflict() -> None:
    gone = office("Ama Darko", "President, Ghana", until=date(1996, 5, 1))
    assert messages(gone, office("Kofi Asare", "President, Ghana", 9), on=None) == []


def test_another_known_holder_on_that_day_is_a_conflict() -> None:
    wrong = office("Ama Darko", "President, United States")
    assert messages(wrong) == ["president, united states: told to be Ama Darko; Bill Clinton by offices.csv"]
    assert messages(office("Bill Clinton", "President, United States")) == []


def test_without_a_day_nothing_is_held_against_the_table() -> None:
    assert messages(office("Ama Darko", "President, United States"), on=None) == []


def told(predicate: Predicate, thing: str, *, subject: str = "Chad", polarity: bool = True) -> FactMention:
    return FactMention(subject, predicate, thing, Span(0, 5), polarity=polarity, as_of=DAY)


def test_a_member_that_the_table_does_not_have_is_a_conflict_and_so_is_one_denied() -> None:
    assert messages(told("member_of", "NATO")) == ["Chad member_of NATO: told as so; not so by memberships.csv"]
    denied = told("member_of", "NATO", subject="Norway", polarity=False)
    assert messages(denied) == ["Norway member_of NATO: told as not so; so by memberships.csv"]


def test_members_as_the_table_has_them_and_bodies_that_it_does_not_know_are_no_conflict() -> None:
    assert messages(told("member_of", "NATO", subject="Norway"), told("member_of", "Lake Union")) == []
    assert messages(told("member_of", "NATO"), on=None) == []


def test_who_joins_within_a_month_is_no_conflict() -> None:
    early = replace(told("member_of", "NATO", subject="Poland"), as_of=date(1999, 3, 1))
    assert messages(early, on=date(1999, 3, 1)) == []
    assert messages(replace(early, as_of=date(1998, 3, 1)), on=date(1998, 3, 1)) != []


def test_a_party_that_the_table_does_not_have_is_a_conflict() -> None:
    wrong = told("party_to", "Dayton Agreement")
    assert messages(wrong) == ["Chad party_to Dayton Agreement: told as so; not so by agreement_parties.csv"]
    assert messages(told("party_to", "Dayton Agreement", subject="Croatia")) == []


def test_parties_of_an_agreement_not_signed_yet_or_only_described_are_no_conflict() -> None:
    early = replace(told("party_to", "Dayton Agreement"), as_of=date(1994, 3, 1))
    assert messages(early, on=date(1994, 3, 1)) == []
    assert messages(told("party_to", "grain deal")) == []

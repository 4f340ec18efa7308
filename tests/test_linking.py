"""Events joined with the facts that they begin or end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dragoman.coder import Coder
from dragoman.linking import Links, link_facts
from dragoman.model.actor import Entity, Reference
from dragoman.model.event import Auxiliary, EventDate, EventMention
from dragoman.model.fact import FactMention, ObjectEntity
from dragoman.model.layers import ActorLayer, EventLayer, FactLayer, Layers
from dragoman.model.span import Span
from trees import document, entity, tree

DOC = document(tree("Chad/NNP/nsubj>joined joined|join/VBD Mali/NNP/dobj>joined"))
CHAD = Reference(Span(0, 4), "E1", "Chad", "state", "TCD", "GOV")
MALI = Reference(Span(12, 16), "E2", "Mali", "state", "MLI", "GOV")
SOW = Reference(Span(0, 4), "E3", "Ali Sow", "person", "TCD", "GOV")
WHERE = Span(0, 16)
ACTORS = ActorLayer(
    entities=(entity(1, "Chad", Span(0, 4), code="TCD"), entity(2, "Mali", Span(12, 16), code="MLI")), references={}
)


def event(
    rule: str, *actor: Reference, recipient: tuple[Reference, ...] = (), auxiliary: tuple[Auxiliary, ...] = ()
) -> EventMention:
    when = EventDate(date(2010, 5, 3), date(2010, 5, 3), "day", "explicit")
    return EventMention(
        *("SUPPORT", (), (), auxiliary, "event", actor, recipient, Span(5, 11), WHERE, (), when, None, ()),
        rules=(rule,),
        features=(),
        confidence=0.8,
    )


def links(happening: EventMention, *facts: FactMention) -> Links:
    layers = Layers(DOC, actors=ACTORS, coding=EventLayer((happening,)), facts=FactLayer(facts))
    return link_facts(layers)[0]


TIES = FactMention("Chad", "diplomatic_relations", "Mali", WHERE, subject_entity="E1", object_entity="E2")
MEMBER = FactMention("Chad", "member_of", "African Union", WHERE, subject_entity="E1")
TREATY = FactMention("Chad", "party_to", "fishing treaty", WHERE, subject_entity="E1")
OFFICE = FactMention("Ali Sow", "holds_office", "president, Chad", Span(40, 50), subject_entity="E3")


@pytest.mark.parametrize(
    ("rule", "fact"),
    [
        ("support.establish_ties", TIES),
        ("support.join_body", MEMBER),
        ("support.sign", TREATY),
        ("support.open_embassy", replace(TIES, predicate="hosts", object="Embassy of Mali", object_entity=None)),
    ],
)
def test_an_event_starts_the_fact_told_with_it(rule: str, fact: FactMention) -> None:
    assert links(event(rule, CHAD, recipient=(MALI,)), fact) == Links(starts=(0,))


@pytest.mark.parametrize(("rule", "fact"), [("sanction.sever_ties", TIES), ("sanction.quit_body", MEMBER)])
def test_an_event_ends_the_fact_and_starts_the_one_that_denies_it(rule: str, fact: FactMention) -> None:
    denied = replace(fact, polarity=False)
    assert links(event(rule, CHAD, recipient=(MALI,)), fact, denied) == Links(starts=(1,), ends=(0,))


def test_a_fact_that_begins_after_the_event_is_not_ended_by_it() -> None:
    restored = replace(TIES, valid_from=date(2012, 1, 1))
    assert links(event("sanction.sever_ties", CHAD, recipient=(MALI,)), restored) == Links()


def test_who_is_left_behind_stays_a_party() -> None:
    theirs = replace(TREATY, subject="Mali", subject_entity="E2")
    assert links(event("sanction.quit_body", CHAD, recipient=(MALI,)), theirs) == Links()


@pytest.mark.parametrize("auxiliary", ["future", "hypothetical", "negation"])
def test_what_has_not_happened_starts_nothing(auxiliary: Auxiliary) -> None:
    assert links(event("support.join_body", CHAD, auxiliary=(auxiliary,)), MEMBER) == Links()


def test_other_acts_and_other_people_start_nothing() -> None:
    assert links(event("consult.meet", CHAD, recipient=(MALI,)), TIES, MEMBER) == Links()
    assert links(event("support.join_body", MALI), MEMBER) == Links()


def test_a_resignation_ends_the_only_office_wherever_it_is_told() -> None:
    assert links(event("retreat.resign", SOW), OFFICE) == Links(ends=(0,))
    other = replace(OFFICE, object="leader, Lake Party")
    assert links(event("retreat.resign", SOW), OFFICE, other) == Links()


def test_an_office_held_long_after_is_a_later_term() -> None:
    assert links(event("retreat.resign", SOW), replace(OFFICE, as_of=date(2012, 1, 1))) == Links()


@pytest.mark.model
def test_the_record_has_the_ids_of_the_facts() -> None:
    text = "Chad cut diplomatic relations with Bhutan in 2010. Norway opened its embassy in Niamey last year."
    record = Coder().code(text, date="2016-05-20")
    ids = {f.id: f.predicate for f in record.facts}
    assert [ids[i] for e in record.events for i in e.starts] == ["diplomatic_relations", "hosts"]


def test_an_agreement_told_of_elsewhere_begins_by_the_signing_that_names_it() -> None:
    elsewhere = replace(TREATY, evidence=Span(60, 75), object_entity="E9")
    pact = ObjectEntity(
        Entity("E9", "fishing treaty", "agreement", mentions=(Span(12, 16), Span(60, 75))), Span(60, 75)
    )
    signing = event("support.sign", CHAD)
    layers = Layers(DOC, actors=ACTORS, coding=EventLayer((signing,)))
    assert link_facts(replace(layers, facts=FactLayer((elsewhere,), (pact,))))[0] == Links(starts=(0,))
    assert link_facts(replace(layers, facts=FactLayer((elsewhere,))))[0] == Links()


def test_of_two_agreements_in_the_sentence_none_is_taken() -> None:
    elsewhere = replace(TREATY, evidence=Span(60, 75), object_entity="E9")
    pacts = tuple(
        ObjectEntity(Entity(i, n, "agreement", mentions=(WHERE,)), WHERE) for i, n in (("E8", "a"), ("E9", "b"))
    )
    layers = Layers(DOC, actors=ACTORS, coding=EventLayer((event("support.sign", CHAD),)))
    assert link_facts(replace(layers, facts=FactLayer((elsewhere,), pacts)))[0] == Links()

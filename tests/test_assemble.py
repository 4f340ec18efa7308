"""From layers made by hand to the record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.assemble import assemble, document_record
from dragoman.model.actor import Reference
from dragoman.model.document import Document
from dragoman.model.event import About, Attribution, EventDate, EventMention, EventPlace
from dragoman.model.fact import FactMention
from dragoman.model.ids import anchor_id
from dragoman.model.layers import ActorLayer, EventLayer, FactLayer, Layers, PlaceMention, Quote, TimeMention, Warning
from dragoman.model.span import Span
from dragoman.model.tree import Tree
from support import CODER
from trees import at, document, entity, refer, text_of, tree

SENTENCE = tree(
    "Chad/NNP/nsubj>promised promised|promise/VBD Mali/NNP/dative>promised food/NN/dobj>promised "
    "in/IN/prep>promised Gao/NNP/pobj>in Monday/NNP/npadvmod>promised"
)
DOC: Document = document(SENTENCE)
TEXT = text_of(SENTENCE)


def span(word: str, drawn: Tree = SENTENCE) -> Span:
    token = drawn[at(drawn, word)]
    return Span(token.start, token.end)


PEOPLE = refer(SENTENCE, Chad="TCD", Mali="MLI")
CHAD, MALI = (replace(r[0], entity=f"E{n}") for n, r in enumerate(PEOPLE.values(), 1))
MONDAY = EventDate(date(2021, 6, 14), date(2021, 6, 14), "day", "relative", span("Monday"))
GAO = PlaceMention(
    span("Gao"), 0, "Gao", 2457163, 16.27, -0.04, "Gao", "Gao", "Mali", "MLI", "PPLA", resolution=4, rule="only one"
)
EVENT = EventMention(
    event="AGREE",
    mode=(),
    context=("diplomatic",),
    auxiliary=(),
    extent="event",
    actor=(CHAD,),
    recipient=(MALI,),
    trigger=span("promised"),
    sentence=Span(0, len(TEXT)),
    also=(),
    when=MONDAY,
    where=EventPlace(0),
    attribution=(Attribution(span("Mali"), "Mali", "E2", "denies"),),
    rules=("agree.promise",),
    features=(("actor", 1.0),),
    confidence=0.8,
    about=About("AID", MONDAY, span("Monday")),
)
ACTORS = ActorLayer(
    entities=(entity(1, "Chad", span("Chad"), code="TCD"), entity(2, "Mali", span("Mali"), code="MLI")),
    references={(0, at(SENTENCE, "Mali")): (MALI,)},
)
LAYERS = Layers(
    DOC,
    times=(TimeMention(span("Monday"), 0, "DATE", "2021-06-14", date(2021, 6, 14), date(2021, 6, 14)),),
    places=(GAO,),
    quotes=(
        Quote(span("food"), "direct", span("Mali"), (0, at(SENTENCE, "Mali")), span("promised")),
        Quote(Span(0, 4), "indirect", span("Mali")),
    ),
    actors=ACTORS,
    coding=EventLayer((EVENT,)),
    facts=FactLayer((FactMention("Gao", "located_in", "Mali", span("Gao"), as_of=date(2021, 6, 14), confidence=0.9),)),
)
RECORD = assemble(LAYERS, CODER, [Warning("undated", "no date", (span("Monday"),))])


def test_every_span_of_the_record_is_exact() -> None:
    RECORD.check_spans()


def test_an_event_has_its_fields_and_the_scores_of_its_category() -> None:
    event = RECORD.events[0]
    assert (event.event, event.trigger.text, event.quad_code, event.event_scale) == ("AGREE", "promised", 1, 2.5)
    assert (str(event.date), str(event.enddate), event.date_basis) == ("2021-06-14", "2021-06-14", "relative")
    assert event.date_span is not None
    assert event.date_span.text == "Monday"
    assert (event.rules, event.features, event.confidence) == (("agree.promise",), {"actor": 1.0}, 0.8)


def test_participants_point_to_their_entities() -> None:
    event = RECORD.events[0]
    assert [(p.entity, p.text, p.code, p.via) for p in (*event.actor, *event.recipient)] == [
        ("E1", "Chad", "TCD", "explicit"),
        ("E2", "Mali", "MLI", "explicit"),
    ]
    assert {p.entity for p in event.actor} <= {e.id for e in RECORD.entities}


def test_the_place_of_an_event_is_the_reports_place() -> None:
    place = RECORD.events[0].event_loc
    assert place is not None
    assert (place.extracted_place, place.resolved_place, place.country_code, place.resolution) == (
        "Gao",
        "Gao",
        "MLI",
        4,
    )
    assert [p.text for p in RECORD.places] == ["Gao"]


def test_source_and_promise_are_written_with_their_words() -> None:
    event = RECORD.events[0]
    assert [(a.entity, a.text, a.stance) for a in event.attribution] == [("E2", "Mali", "denies")]
    assert event.about is not None
    assert (event.about.event, event.about.span.text) == ("AID", "Monday")


def test_indirect_speech_is_no_quotation_of_the_record() -> None:
    assert [(q.kind, q.text, q.speaker, q.speaker_entity) for q in RECORD.quotes] == [("direct", "food", "Mali", "E2")]


def test_a_speaker_that_nobody_is_known_to_be_has_its_own_words() -> None:
    unknown = replace(LAYERS, actors=ActorLayer())
    assert [(q.speaker, q.speaker_entity) for q in assemble(unknown, CODER).quotes] == [("Mali", None)]


def test_facts_times_and_warnings_are_written() -> None:
    assert [(f.subject, f.predicate, f.object, f.evidence.text) for f in RECORD.facts] == [
        ("Gao", "located_in", "Mali", "Gao")
    ]
    assert [(t.text, t.value) for t in RECORD.times] == [("Monday", "2021-06-14")]
    assert [(w.kind, w.spans[0].text) for w in RECORD.warnings] == [("undated", "Monday")]


def test_a_report_without_layers_has_empty_lists() -> None:
    record = assemble(Layers(DOC), CODER)
    lists = (record.entities, record.events, record.facts, record.quotes, record.times, record.places, record.warnings)
    assert lists == ((),) * 7


def test_an_event_without_place_time_and_promise_has_nulls() -> None:
    bare = replace(EVENT, where=None, when=EventDate(), about=None, attribution=())
    event = assemble(replace(LAYERS, coding=EventLayer((bare,))), CODER).events[0]
    assert (event.event_loc, event.date, event.enddate, event.date_span, event.about) == (None,) * 5
    assert event.attribution == ()


def test_the_anchor_is_of_the_place_in_the_text_and_the_id_of_the_coder_too() -> None:
    other_coder = assemble(LAYERS, CODER.model_copy(update={"lexicon": "another"})).events[0]
    event = RECORD.events[0]
    assert event.anchor == other_coder.anchor == anchor_id(DOC.sha256, span("promised"))
    assert event.id != other_coder.id


def test_two_events_on_one_trigger_have_different_ids() -> None:
    both = assemble(replace(LAYERS, coding=EventLayer((EVENT, replace(EVENT, event="AID")))), CODER).events
    assert both[0].anchor == both[1].anchor
    assert both[0].id != both[1].id


def test_no_two_things_of_a_record_share_an_id() -> None:
    ids = [*(e.id for e in RECORD.events), *(f.id for f in RECORD.facts), *(q.id for q in RECORD.quotes)]
    assert len(ids) == len(set(ids))


def test_the_document_keeps_its_text_segments_and_hashes() -> None:
    written = document_record(DOC)
    assert (written.text, written.sha256, str(written.published)) == (TEXT, DOC.sha256, "2021-06-16")
    assert [(s.kind, s.start, s.end) for s in written.segments] == [("body", 0, len(TEXT))]


def test_a_reference_of_a_group_keeps_that_it_is_one() -> None:
    group: Reference = replace(CHAD, via="group")
    event = assemble(replace(LAYERS, coding=EventLayer((replace(EVENT, actor=(group,)),))), CODER).events[0]
    assert [p.via for p in event.actor] == ["group"]

"""A hand-made coding in the form in which the coder writes its own, so that both are scored alike."""

from __future__ import annotations

from dragoman.corpus.gold import CorpusEvent, CorpusFact, CorpusLocation, CorpusParty, CorpusQuote, CorpusReport
from dragoman.corpus.gold import CorpusSpan as Stretch
from dragoman.evaluate.gold import GoldCount
from dragoman.model.ids import sha256_text
from dragoman.model.record import (
    AttributionRecord,
    CoderRecord,
    CountRecord,
    DocumentRecord,
    EntityRecord,
    EventRecord,
    FactRecord,
    LocationRecord,
    PartyRecord,
    QuoteRecord,
    ReportRecord,
    SizeRecord,
    SpanRecord,
)
from dragoman.model.scale import event_scale, quad_code


def as_record(report: CorpusReport) -> ReportRecord:
    """The coding as a report record; what a hand coding does not say (rules, confidence, sentences) is filled in.

    It is for measuring only: sizes and the promised time are left out, and ids count within the report.
    """
    digest = sha256_text(report.text)
    return ReportRecord(
        coder=CoderRecord(
            name="dragoman", version="0", model=f"by hand: {report.coder}", codebook="-", lexicon="-", config="-"
        ),
        document=DocumentRecord(
            id=report.doc_id,
            title=report.title,
            published=report.published,
            published_at=None,
            publisher=None,
            url=None,
            language="en",
            text=report.text,
            sha256=digest,
            raw_sha256=digest,
            extractor=None,
            segments=(),
        ),
        entities=tuple(
            EntityRecord.model_validate(
                {
                    **entity.model_dump(exclude={"mentions"}),
                    "former": None,
                    "other_sectors": (),
                    "wikidata_id": None,
                    "office": None,
                    "mentions": tuple(_span(mention) for mention in entity.mentions),
                }
            )
            for entity in report.entities
        ),
        events=tuple(_event(event) for event in report.events),
        facts=tuple(_fact(fact) for fact in report.facts),
        quotes=tuple(_quote(index, quote) for index, quote in enumerate(report.quotes)),
        times=(),
        places=(),
        warnings=(),
    )


def _event(event: CorpusEvent) -> EventRecord:
    return EventRecord(
        id=event.id,
        anchor=event.id,
        event=event.event,
        mode=event.mode,
        context=(),
        auxiliary=event.auxiliary,
        extent="event",
        actor=tuple(_party(party) for party in event.actor),
        recipient=tuple(_party(party) for party in event.recipient),
        trigger=_span(event.trigger),
        sentence=_span(event.trigger),
        also=tuple(_span(also) for also in event.also),
        date=event.date and event.date.start,
        enddate=event.date and (event.date.end or event.date.start),
        date_granularity="day" if event.date else "unknown",
        date_basis="explicit",
        date_span=None,
        about=None,
        event_loc=event.location and _location(event.location),
        attribution=() if event.attribution is None else (_source(event.attribution, event.trigger),),
        quad_code=quad_code(event.event),
        event_scale=event_scale(event.event, event.mode),
        size=_size(event),
        starts=(),
        ends=(),
        link=(),
        rules=(),
        features={},
        confidence=1.0,
        field_confidence={},
    )


def _size(event: CorpusEvent) -> SizeRecord:
    """The counts, at the trigger: a hand coding does not say on which words they stand."""
    span = SpanRecord(start=event.trigger.start, end=event.trigger.end, text=event.trigger.text)

    def record(count: GoldCount | None) -> CountRecord | None:
        if count is None:
            return None
        return CountRecord(best=(count.low + count.high) // 2, low=count.low, high=count.high, scope="event", span=span)

    size = event.size
    return SizeRecord(dead=record(size.dead), injured=record(size.injured), arrested=record(size.arrested))


def _party(party: CorpusParty) -> PartyRecord:
    fields = {**party.model_dump(exclude={"country"}), "code": party.country, "via": "explicit"}
    return PartyRecord.model_validate(fields)


def _location(place: CorpusLocation) -> LocationRecord:
    return LocationRecord(
        extracted_place=place.text,
        resolved_place=place.name,
        geonameid=None,
        lat=None,
        lon=None,
        city=None,
        province=None,
        country=None,
        country_code=place.country,
        resolution=None,
        span=SpanRecord(start=place.start, end=place.end, text=place.text),
    )


def _source(name: str, trigger: Stretch) -> AttributionRecord:
    """The source by its name; place and words are the trigger's, because only the name is coded."""
    return AttributionRecord(
        entity=None, name=name, text=trigger.text, start=trigger.start, end=trigger.end, stance="asserts"
    )


def _fact(fact: CorpusFact) -> FactRecord:
    fields = {
        **fact.model_dump(),
        "subject_entity": None,
        "object_entity": None,
        "as_of": None,
        "evidence": _span(fact.evidence),
        "confidence": 1.0,
    }
    return FactRecord.model_validate(fields)


def _quote(index: int, quote: CorpusQuote) -> QuoteRecord:
    return QuoteRecord(
        id=f"q{index + 1}",
        start=quote.start,
        end=quote.end,
        text=quote.text,
        kind="direct",
        speaker=quote.speaker,
        speaker_entity=None,
        speaker_span=None,
        cue=quote.cue and _span(quote.cue),
        addressee=None,
    )


def _span(stretch: Stretch) -> SpanRecord:
    return SpanRecord(start=stretch.start, end=stretch.end, text=stretch.text)

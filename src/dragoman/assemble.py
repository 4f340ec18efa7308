"""From layers to the report record of RECORD.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dragoman.joint import joint_events
from dragoman.linking import link_facts
from dragoman.model.actor import Entity, Reference
from dragoman.model.document import Document
from dragoman.model.event import Attribution, Count, CountKind, EventMention
from dragoman.model.fact import FactMention, ObjectEntity
from dragoman.model.ids import anchor_id, content_id
from dragoman.model.layers import ActorLayer, Layers, PlaceMention, Quote, Warning
from dragoman.model.record import (
    AboutRecord,
    AttributionRecord,
    CoderRecord,
    CountRecord,
    DetailsRecord,
    DocumentRecord,
    EntityRecord,
    EventRecord,
    FactRecord,
    LocationRecord,
    PartyRecord,
    PlaceRecord,
    QuoteRecord,
    ReportRecord,
    SegmentRecord,
    SizeRecord,
    SpanRecord,
    TimeRecord,
    WarningRecord,
)
from dragoman.model.scale import event_scale, quad_code


def assemble(layers: Layers, coder: CoderRecord, warnings: Sequence[Warning] = ()) -> ReportRecord:
    """The record of one report. Indirect speech stays out of `quotes`: it only attributes events (ARTICLES.md)."""
    doc, text = layers.document, layers.document.text
    actors = layers.actors or ActorLayer()
    coding, told = layers.coding, layers.facts
    facts = tuple(_fact(f, doc) for f in (told.facts if told else ()))
    links = link_facts(layers)
    events = coding.events if coding else ()
    ids = [_event_id(e, doc, coder) for e in events]
    return ReportRecord(
        coder=coder,
        document=document_record(doc),
        entities=tuple(_entities(actors.entities, told.objects if told else (), text)),
        events=tuple(
            _event(
                e,
                layers,
                id=ids[n],
                starts=[facts[i].id for i in link.starts],
                ends=[facts[i].id for i in link.ends],
                joint=[ids[i] for i in joint],
            )
            for n, (e, link, joint) in enumerate(zip(events, links, joint_events(events), strict=True))
        ),
        facts=facts,
        quotes=tuple(_quote(q, doc, actors) for q in layers.quotes or () if q.kind != "indirect"),
        times=tuple(
            TimeRecord(start=t.span.start, end=t.span.end, text=t.span.of(text), type=t.type, value=t.value)
            for t in layers.times or ()
        ),
        places=tuple(_place(p, text) for p in layers.places or ()),
        warnings=tuple(
            WarningRecord(kind=w.kind, message=w.message, spans=tuple(SpanRecord.of(s, text) for s in w.spans))
            for w in (*warnings, *(coding.warnings if coding else ()), *(told.warnings if told else ()))
        ),
    )


def document_record(doc: Document) -> DocumentRecord:
    """The `document` part of the record."""
    raw = doc.raw
    return DocumentRecord(
        id=raw.id,
        title=raw.title,
        published=raw.published,
        published_at=raw.published_at,
        publisher=raw.publisher,
        url=raw.url,
        language=raw.language or ("en" if doc.sentences else None),
        text=raw.text,
        sha256=doc.sha256,
        raw_sha256=raw.raw_sha256,
        extractor=raw.extractor,
        segments=tuple(SegmentRecord(kind=s.kind, start=s.span.start, end=s.span.end) for s in doc.segments),
    )


def _entities(actors: Sequence[Entity], objects: Sequence[ObjectEntity], text: str) -> Iterator[EntityRecord]:
    """The actors' entities and the objects of facts, which stand in the place of those with the same id."""
    by_id = {o.entity.id: o for o in objects}
    for entity in actors:
        yield _object(by_id.pop(entity.id), text) if entity.id in by_id else _entity(entity, text)
    yield from (_object(o, text) for o in by_id.values())


def _object(one: ObjectEntity, text: str) -> EntityRecord:
    details = DetailsRecord(
        description=SpanRecord.of(one.description, text),
        parties=one.parties,
        scope=tuple(SpanRecord.of(s, text) for s in one.scope),
        valid_from=one.valid_from,
        valid_to=one.valid_to,
    )
    return _entity(one.entity, text).model_copy(update={"details": details})


def _entity(entity: Entity, text: str) -> EntityRecord:
    return EntityRecord(
        id=entity.id,
        name=entity.name,
        type=entity.type,
        code=entity.code,
        former=entity.former,
        sector=entity.sector,
        other_sectors=entity.other_sectors,
        wikidata_id=entity.wikidata_id,
        office=entity.office,
        mentions=tuple(SpanRecord.of(m, text) for m in entity.mentions),
    )


def _event_id(event: EventMention, doc: Document, coder: CoderRecord) -> str:
    anchor = anchor_id(doc.sha256, event.trigger)
    return content_id(anchor, event.event, coder.version, coder.model, coder.lexicon, coder.config)


def _event(
    event: EventMention, layers: Layers, *, id: str, starts: Sequence[str], ends: Sequence[str], joint: Sequence[str]
) -> EventRecord:
    doc, text = layers.document, layers.document.text
    place = (layers.places or ())[event.where.place] if event.where is not None else None
    return EventRecord(
        id=id,
        anchor=anchor_id(doc.sha256, event.trigger),
        event=event.event,
        mode=event.mode,
        context=event.context,
        auxiliary=event.auxiliary,
        extent=event.extent,
        actor=tuple(_party(r, text) for r in event.actor),
        recipient=tuple(_party(r, text) for r in event.recipient),
        trigger=SpanRecord.of(event.trigger, text),
        sentence=SpanRecord.of(event.sentence, text),
        also=tuple(SpanRecord.of(s, text) for s in event.also),
        date=event.when.start,
        enddate=event.when.end,
        date_granularity=event.when.granularity,
        date_basis=event.when.basis,
        date_span=SpanRecord.of(event.when.span, text) if event.when.span is not None else None,
        about=AboutRecord(
            event=event.about.event,
            date=event.about.when.start,
            enddate=event.about.when.end,
            span=SpanRecord.of(event.about.span, text),
        )
        if event.about is not None
        else None,
        event_loc=_location(place, text) if place is not None else None,
        attribution=tuple(_attribution(a, text) for a in event.attribution),
        quad_code=quad_code(event.event),
        event_scale=event_scale(event.event, event.mode),
        size=_size(dict(event.size), text),
        starts=tuple(starts),
        ends=tuple(ends),
        link=tuple(joint),
        rules=event.rules,
        features=dict(event.features),
        confidence=event.confidence,
        field_confidence=dict(event.field_confidence),
    )


def _size(counts: Mapping[CountKind, Count], text: str) -> SizeRecord:
    def record(kind: CountKind) -> CountRecord | None:
        count = counts.get(kind)
        if count is None:
            return None
        span = SpanRecord.of(count.span, text)
        return CountRecord(best=count.best, low=count.low, high=count.high, scope=count.scope, span=span)

    return SizeRecord(dead=record("dead"), injured=record("injured"), arrested=record("arrested"))


def _party(reference: Reference, text: str) -> PartyRecord:
    return PartyRecord(
        entity=reference.entity,
        text=reference.span.of(text),
        start=reference.span.start,
        end=reference.span.end,
        name=reference.name,
        code=reference.code,
        sector=reference.sector,
        via=reference.via,
    )


def _attribution(source: Attribution, text: str) -> AttributionRecord:
    return AttributionRecord(
        entity=source.entity,
        name=source.name,
        text=source.span.of(text),
        start=source.span.start,
        end=source.span.end,
        stance=source.stance,
    )


def _location(place: PlaceMention, text: str) -> LocationRecord:
    return LocationRecord(
        extracted_place=place.span.of(text),
        resolved_place=place.name,
        geonameid=place.geonameid,
        lat=place.lat,
        lon=place.lon,
        city=place.city,
        province=place.province,
        country=place.country,
        country_code=place.country_code,
        resolution=place.resolution,
        span=SpanRecord.of(place.span, text),
    )


def _place(place: PlaceMention, text: str) -> PlaceRecord:
    return PlaceRecord(
        start=place.span.start,
        end=place.span.end,
        text=place.span.of(text),
        geonameid=place.geonameid,
        name=place.name,
        lat=place.lat,
        lon=place.lon,
        country_code=place.country_code,
        feature_code=place.feature_code,
    )


def _quote(quote: Quote, doc: Document, actors: ActorLayer) -> QuoteRecord:
    text = doc.text
    named = actors.references.get(quote.head, ()) if quote.head is not None else ()
    words = " ".join(quote.speaker.of(text).split()) if quote.speaker is not None else None
    return QuoteRecord(
        id=content_id(doc.sha256, "quote", str(quote.span.start), str(quote.span.end)),
        start=quote.span.start,
        end=quote.span.end,
        text=quote.span.of(text),
        kind=quote.kind,
        speaker=named[0].name if named else words,
        speaker_entity=named[0].entity if named else None,
        speaker_span=SpanRecord.of(quote.speaker, text) if quote.speaker is not None else None,
        cue=SpanRecord.of(quote.cue, text) if quote.cue is not None else None,
        addressee=" ".join(quote.addressee.of(text).split()) if quote.addressee is not None else None,
    )


def _fact(fact: FactMention, doc: Document) -> FactRecord:
    place = (str(fact.evidence.start), str(fact.evidence.end))
    return FactRecord(
        id=content_id(doc.sha256, fact.subject, fact.predicate, fact.object, str(fact.polarity), *place),
        subject=fact.subject,
        subject_entity=fact.subject_entity,
        predicate=fact.predicate,
        object=fact.object,
        object_entity=fact.object_entity,
        polarity=fact.polarity,
        valid_from=fact.valid_from,
        valid_to=fact.valid_to,
        as_of=fact.as_of,
        evidence=SpanRecord.of(fact.evidence, doc.text),
        confidence=fact.confidence,
    )

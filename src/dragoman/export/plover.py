"""PLOVER's own JSON, one event per line (manual, draft 2.0, chapter on JSON; spec/PLOVER.md section 7).

Auxiliary modes stand in `context`, as the manual says. What PLOVER has no name for is prefixed `x_`. An event without
a named actor gets the actor UNK; one without a date has the date null, since the manual gives no word for it.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from typing import Literal

from dragoman.model.record import (
    CountRecord,
    EntityRecord,
    EventRecord,
    LocationRecord,
    Number,
    PartyRecord,
    Probability,
    ReportRecord,
    SpanRecord,
    Wire,
)

UNKNOWN = "UNK"


class PloverEntity(Wire):
    """A participant; `entity_text` is None where the words are left out."""

    code: str | None
    sector: str | None
    entity_text: str | None
    identifier_id: str | None
    identifier_text: str | None
    office: str | None
    x_name: str | None
    x_other_sectors: tuple[str, ...]


class PloverLocation(Wire):
    """Where; PLOVER's names."""

    extracted_place: str
    resolved_place: str | None
    geonameid: int | None
    lat: Number | None
    lon: Number | None
    city: str | None
    province: str | None
    country: str | None
    country_code: str | None
    resolution: int | None


class PloverSize(Wire):
    """How many people, by the best reading."""

    dead: int | None
    injured: int | None
    arrested: int | None


class PloverText(Wire):
    """Where in the report: character offsets of the sentence, and of the trigger."""

    start: int
    end: int
    x_trigger_start: int
    x_trigger_end: int


class PloverCitation(Wire):
    """Which report, and who coded it by what."""

    corpus: str | None
    title: str | None
    url: str | None
    publication: str | None
    language: str | None
    coder: str
    codebook: str
    version: str
    x_document_id: str
    x_published: dt.date | None


class PloverEvent(Wire):
    """One event of one report."""

    id: str
    has_event: Literal[True] = True
    date: dt.date | None
    enddate: dt.date | None
    actor: tuple[PloverEntity, ...]
    recipient: tuple[PloverEntity, ...]
    event: str
    mode: tuple[str, ...]
    context: tuple[str, ...]
    quad_code: int
    event_scale: Number
    event_loc: PloverLocation | None
    size: PloverSize
    link: tuple[str, ...]
    event_text: tuple[str, ...]
    text_info: PloverText
    cite_info: PloverCitation
    coder: str
    x_anchor: str
    x_extent: str
    x_date_granularity: str
    x_date_basis: str
    x_attribution: tuple[str, ...]
    x_confidence: Probability


def plover_lines(record: ReportRecord) -> Iterator[str]:
    """One line of JSON, without newline, per event of the record; none where it has no events."""
    for event in plover_events(record):
        yield json.dumps(
            event.model_dump(), ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=dt.date.isoformat
        )


def plover_events(record: ReportRecord) -> Iterator[PloverEvent]:
    """The record's events as PLOVER has them, in the record's order."""
    entities = {entity.id: entity for entity in record.entities}
    coder = f"{record.coder.name} {record.coder.version}"
    citation = _citation(record, coder)
    for event in record.events:
        yield PloverEvent(
            id=event.id,
            date=event.date,
            enddate=event.enddate,
            actor=tuple(_entity(party, entities) for party in event.actor) or (_UNKNOWN_ACTOR,),
            recipient=tuple(_entity(party, entities) for party in event.recipient),
            event=event.event,
            mode=event.mode,
            context=(*event.context, *event.auxiliary),
            quad_code=event.quad_code,
            event_scale=event.event_scale,
            event_loc=_location(event.event_loc),
            size=PloverSize(
                dead=_best(event.size.dead), injured=_best(event.size.injured), arrested=_best(event.size.arrested)
            ),
            link=event.link,
            event_text=tuple(words for words in (event.trigger.text,) if words is not None),
            text_info=_text_info(event),
            cite_info=citation,
            coder=coder,
            x_anchor=event.anchor,
            x_extent=event.extent,
            x_date_granularity=event.date_granularity,
            x_date_basis=event.date_basis,
            x_attribution=tuple(source.name for source in event.attribution),
            x_confidence=event.confidence,
        )


_UNKNOWN_ACTOR = PloverEntity(
    code=UNKNOWN,
    sector=UNKNOWN,
    entity_text=None,
    identifier_id=None,
    identifier_text=None,
    office=None,
    x_name=None,
    x_other_sectors=(),
)


def _entity(party: PartyRecord, entities: Mapping[str, EntityRecord]) -> PloverEntity:
    entity = entities.get(party.entity)
    wikidata = entity.wikidata_id if entity else None
    return PloverEntity(
        code=party.code,
        sector=party.sector,
        entity_text=party.text,
        identifier_id=wikidata,
        identifier_text="wikidata" if wikidata else None,
        office=entity.office if entity else None,
        x_name=party.name,
        x_other_sectors=tuple(entity.other_sectors) if entity else (),
    )


def _location(place: LocationRecord | None) -> PloverLocation | None:
    return None if place is None else PloverLocation(**place.model_dump(exclude={"span"}))


def _best(count: CountRecord | None) -> int | None:
    return None if count is None else count.best


def _text_info(event: EventRecord) -> PloverText:
    sentence: SpanRecord = event.sentence
    return PloverText(
        start=sentence.start, end=sentence.end, x_trigger_start=event.trigger.start, x_trigger_end=event.trigger.end
    )


def _citation(record: ReportRecord, coder: str) -> PloverCitation:
    document = record.document
    return PloverCitation(
        corpus=None,
        title=document.title,
        url=document.url,
        publication=document.publisher,
        language=document.language,
        coder=coder,
        codebook=record.coder.codebook,
        version=record.coder.version,
        x_document_id=document.id,
        x_published=document.published,
    )

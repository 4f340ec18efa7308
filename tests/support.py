"""Small records built by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from dragoman.model.ids import sha256_text
from dragoman.model.record import (
    AttributionRecord,
    CoderRecord,
    DocumentRecord,
    EntityRecord,
    EventRecord,
    FactRecord,
    LocationRecord,
    PartyRecord,
    QuoteRecord,
    ReportRecord,
    SegmentRecord,
    SizeRecord,
    SpanRecord,
    WarningRecord,
)
from dragoman.model.span import Span

TEXT = (
    "MONTEVIDEO - Chilean Foreign Minister Ana Rojas met Uruguay's president on Monday, officials said.\n\n"
    '"We are old friends," Rojas said.'
)
CODER = CoderRecord(
    name="dragoman", version="0.1.0", model="m 1", codebook="plover-2.0-draft+dragoman-1", lexicon="l", config="c"
)


def span(words: str, text: str = TEXT) -> SpanRecord:
    """The first place of `words` in `text`."""
    start = text.index(words)
    return SpanRecord.of(Span(start, start + len(words)), text)


def party(
    words: str, code: str | None, *, name: str | None = None, sector: str = "GOV", text: str = TEXT
) -> PartyRecord:
    """Somebody named by `words`."""
    at = span(words, text)
    return PartyRecord.model_validate(
        {
            "entity": "E1",
            "text": words,
            "start": at.start,
            "end": at.end,
            "name": name or words,
            "code": code,
            "sector": sector,
            "via": "explicit",
        }
    )


def event(
    trigger: str = "met",
    *,
    category: str = "CONSULT",
    actor: Sequence[PartyRecord] = (),
    recipient: Sequence[PartyRecord] = (),
    mode: Sequence[str] = (),
    auxiliary: Sequence[str] = (),
    day: dt.date | None = None,
    last: dt.date | None = None,
    country: str | None = None,
    source: str | None = None,
    text: str = TEXT,
) -> EventRecord:
    """An event told by the first place of `trigger`; `country` and `source` give it a place and an attribution."""
    place = span("Uruguay", text) if country else None
    said = span(source, text) if source else None
    return EventRecord.model_validate(
        {
            "id": "e",
            "anchor": "a",
            "event": category,
            "mode": tuple(mode),
            "context": ("diplomatic",),
            "auxiliary": tuple(auxiliary),
            "extent": "event",
            "actor": tuple(actor),
            "recipient": tuple(recipient),
            "trigger": span(trigger, text),
            "sentence": SpanRecord.of(Span(0, len(text)), text),
            "also": (),
            "date": day,
            "enddate": last or day,
            "date_granularity": "day" if day else "unknown",
            "date_basis": "explicit",
            "date_span": None,
            "about": None,
            "event_loc": place and location(place, country),
            "attribution": (attribution(said),) if said else (),
            "quad_code": 1,
            "event_scale": 2.5,
            "size": SizeRecord(dead=None, injured=None, arrested=None),
            "starts": (),
            "ends": (),
            "link": (),
            "rules": ("consult.meet",),
            "features": {"strength": 1 / 3},
            "confidence": 0.81239,
            "field_confidence": {},
        }
    )


def location(place: SpanRecord, country: str | None) -> LocationRecord:
    """A country as the place of an event."""
    return LocationRecord(
        extracted_place=place.text or "",
        resolved_place=place.text,
        geonameid=None,
        lat=None,
        lon=None,
        city=None,
        province=None,
        country=place.text if country else None,
        country_code=country,
        resolution=1,
        span=place,
    )


def attribution(said: SpanRecord) -> AttributionRecord:
    """A source that asserts the event."""
    return AttributionRecord(
        entity=None, name=said.text or "", text=said.text, start=said.start, end=said.end, stance="asserts"
    )


def fact(subject: str, predicate: str, thing: str, *, words: str = "Ana Rojas", text: str = TEXT) -> FactRecord:
    """A standing relation whose evidence is `words`."""
    return FactRecord.model_validate(
        {
            "id": "f",
            "subject": subject,
            "subject_entity": None,
            "predicate": predicate,
            "object": thing,
            "object_entity": None,
            "polarity": True,
            "valid_from": None,
            "valid_to": None,
            "as_of": None,
            "evidence": span(words, text),
            "confidence": 0.9,
        }
    )


def quote(words: str, speaker: str | None = None, *, text: str = TEXT) -> QuoteRecord:
    """A direct quotation."""
    at = span(words, text)
    return QuoteRecord(
        id="q",
        start=at.start,
        end=at.end,
        text=at.text,
        kind="direct",
        speaker=speaker,
        speaker_entity=None,
        speaker_span=None,
        cue=None,
        addressee=None,
    )


def record(
    *,
    id: str = "r1",
    text: str = TEXT,
    events: Sequence[EventRecord] = (),
    entities: Sequence[EntityRecord] = (),
    facts: Sequence[FactRecord] = (),
    quotes: Sequence[QuoteRecord] = (),
    warnings: Sequence[WarningRecord] = (),
    title: str | None = None,
) -> ReportRecord:
    """A report of 2 March 2020, a Monday."""
    return ReportRecord(
        coder=CODER,
        document=DocumentRecord(
            id=id,
            title=title,
            published=dt.date(2020, 3, 2),
            published_at=None,
            publisher="Example Wire",
            url=None,
            language="en",
            text=text,
            sha256=sha256_text(text),
            raw_sha256=sha256_text(text),
            extractor=None,
            segments=(SegmentRecord(kind="body", start=0, end=len(text)),),
        ),
        entities=tuple(entities),
        events=tuple(events),
        facts=tuple(facts),
        quotes=tuple(quotes),
        times=(),
        places=(),
        warnings=tuple(warnings),
    )

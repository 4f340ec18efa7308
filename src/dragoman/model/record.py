"""The report record as it is written and read: one JSON object per report (spec RECORD.md, `dragoman/report/1`).

Everything here is a frozen, checked wire shape. The steps work on the lighter records of the other modules; the coder
turns them into these once, at the end.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from dragoman.model.actor import EntityType, Via
from dragoman.model.document import SegmentKind
from dragoman.model.event import Auxiliary, Category, Stance
from dragoman.model.fact import Predicate
from dragoman.model.layers import DateBasis, Granularity
from dragoman.model.span import Span

SCHEMA: Literal["dragoman/report/1"] = "dragoman/report/1"
SectorCode = Literal[
    "GOV", "MIL", "COP", "JUD", "LEG", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU",
    "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC",
]  # fmt: skip
_SURROGATE = re.compile("[\ud800-\udfff]")


def _four_places(value: float) -> float:
    return round(value, 4) + 0.0  # + 0.0 turns -0.0, which would be written as another string, into 0.0


def _is_none(value: object) -> bool:
    return value is None


Number = Annotated[float, Field(allow_inf_nan=False), AfterValidator(_four_places)]
Probability = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False), AfterValidator(_four_places)]
CountryCode = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
Offset = Annotated[int, Field(ge=0)]
Words = Annotated[str | None, Field(exclude_if=_is_none)]
"""The words of a span; None, and then not written, only in a record without text (export/notext.py)."""
Hash = Annotated[str | None, Field(exclude_if=_is_none)]


class Wire(BaseModel):
    """A part of the record; a misspelt or unknown field is an error, so that nothing is written by accident."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Anchor(Wire):
    """Something that stands in the text: its subclasses have `start` and `end`, and most have `text`.

    The fields are declared in the subclasses, because they are written in RECORD.md's order there.
    `words_sha256` and `around_sha256` are given only where the words are left out.
    """

    @property
    def bounds(self) -> tuple[int, int] | None:
        """The offsets, or None for a participant whom the text does not name."""
        start, end = getattr(self, "start", None), getattr(self, "end", None)
        return None if start is None or end is None else (start, end)

    @model_validator(mode="after")
    def _forward(self) -> Anchor:
        start, end = getattr(self, "start", None), getattr(self, "end", None)
        if (start is None) != (end is None) or (start is not None and end is not None and start > end):
            raise ValueError(f"span {start}:{end} is not a forward range")
        return self


class SpanRecord(Anchor):
    """A stretch of the text with its words."""

    start: Offset
    end: Offset
    text: Words = None
    words_sha256: Hash = None
    around_sha256: Hash = None

    @classmethod
    def of(cls, span: Span, text: str) -> SpanRecord:
        """The span with its words from `text`, the whole text of the report."""
        return cls(start=span.start, end=span.end, text=span.of(text))


class SegmentRecord(Anchor):
    """One part of the page, without its words."""

    kind: SegmentKind
    start: Offset
    end: Offset


class CoderRecord(Wire):
    """What coded the report: everything that two runs must share to give the same bytes."""

    name: Literal["dragoman"]
    version: str
    model: str
    codebook: str
    lexicon: str
    config: str


class DocumentRecord(Wire):
    """The report itself; `text` is None only in a record without text."""

    id: str
    title: str | None
    published: dt.date | None
    published_at: str | None
    publisher: str | None
    url: str | None
    language: str | None
    text: Words = None
    sha256: str
    raw_sha256: str
    extractor: str | None
    segments: tuple[SegmentRecord, ...]


class DetailsRecord(Wire):
    """What the report tells of an agreement, exercise, mission, office or unit; `parties` are ids of entities."""

    description: SpanRecord
    parties: tuple[str, ...]
    scope: tuple[SpanRecord, ...]
    valid_from: dt.date | None
    valid_to: dt.date | None


class EntityRecord(Wire):
    """Somebody or something the report speaks of."""

    id: Annotated[str, Field(pattern=r"^E[0-9]+$")]
    name: str
    type: EntityType
    code: CountryCode | None
    former: CountryCode | None
    sector: SectorCode | None
    other_sectors: tuple[SectorCode, ...]
    wikidata_id: Annotated[str, Field(pattern=r"^Q[0-9]+$")] | None
    office: str | None
    mentions: tuple[SpanRecord, ...]
    details: Annotated[DetailsRecord | None, Field(exclude_if=_is_none)] = None


class PartyRecord(Anchor):
    """Who acts or receives; start, end and text are None together where the text names nobody (`via` implicit)."""

    entity: str
    text: str | None
    start: Offset | None
    end: Offset | None
    words_sha256: Hash = None
    around_sha256: Hash = None
    name: str
    code: CountryCode | None
    sector: SectorCode | None
    via: Via


class AboutRecord(Wire):
    """The promised, demanded or threatened act."""

    event: Category | None
    date: dt.date | None
    enddate: dt.date | None
    span: SpanRecord


class LocationRecord(Wire):
    """Where it happened, as the text says and as it was resolved."""

    extracted_place: str
    resolved_place: str | None
    geonameid: int | None
    lat: Number | None
    lon: Number | None
    city: str | None
    province: str | None
    country: str | None
    country_code: CountryCode | None
    resolution: Literal[1, 2, 3, 4, 5] | None
    span: SpanRecord


class AttributionRecord(Anchor):
    """A source in the text that claims the event."""

    entity: str | None
    name: str
    text: Words = None
    start: Offset
    end: Offset
    words_sha256: Hash = None
    around_sha256: Hash = None
    stance: Stance


class CountRecord(Wire):
    """How many, with the range the text allows."""

    best: Annotated[int, Field(ge=0)]
    low: Annotated[int, Field(ge=0)]
    high: Annotated[int, Field(ge=0)]
    scope: Literal["event", "cumulative", "several_events"]
    span: SpanRecord


class SizeRecord(Wire):
    """How many people the event touched."""

    dead: CountRecord | None
    injured: CountRecord | None
    arrested: CountRecord | None


class EventRecord(Wire):
    """One happening in one report."""

    id: str
    anchor: str
    event: Category
    mode: tuple[str, ...]
    context: tuple[str, ...]
    auxiliary: tuple[Auxiliary, ...]
    extent: Literal["event", "campaign"]
    actor: tuple[PartyRecord, ...]
    recipient: tuple[PartyRecord, ...]
    trigger: SpanRecord
    sentence: SpanRecord
    also: tuple[SpanRecord, ...]
    date: dt.date | None
    enddate: dt.date | None
    date_granularity: Granularity
    date_basis: DateBasis
    date_span: SpanRecord | None
    about: AboutRecord | None
    event_loc: LocationRecord | None
    attribution: tuple[AttributionRecord, ...]
    quad_code: Literal[1, 2, 3, 4]
    event_scale: Number
    size: SizeRecord
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    link: tuple[str, ...]
    rules: tuple[str, ...]
    features: dict[str, Number]
    confidence: Probability
    field_confidence: dict[str, Probability]

    @model_validator(mode="after")
    def _days_in_order(self) -> EventRecord:
        if (self.date is None) != (self.enddate is None):
            raise ValueError("date and enddate are given together or not at all")
        if self.date is not None and self.enddate is not None and self.date > self.enddate:
            raise ValueError(f"date {self.date} is after enddate {self.enddate}")
        return self


class FactRecord(Wire):
    """A standing relation that the text states."""

    id: str
    subject: str
    subject_entity: str | None
    predicate: Predicate
    object: str
    object_entity: str | None
    polarity: bool
    valid_from: dt.date | None
    valid_to: dt.date | None
    as_of: dt.date | None
    evidence: SpanRecord
    confidence: Probability


class QuoteRecord(Anchor):
    """Speech in the text, without its quotation marks."""

    id: str
    start: Offset
    end: Offset
    text: Words = None
    words_sha256: Hash = None
    around_sha256: Hash = None
    kind: Literal["direct", "mixed", "indirect"]
    speaker: str | None
    speaker_entity: str | None
    speaker_span: SpanRecord | None
    cue: SpanRecord | None
    addressee: str | None


class TimeRecord(Anchor):
    """A temporal expression with its TIMEX3 value."""

    start: Offset
    end: Offset
    text: Words = None
    words_sha256: Hash = None
    around_sha256: Hash = None
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str


class PlaceRecord(Anchor):
    """A toponym; resolved fields are None where nothing could be decided."""

    start: Offset
    end: Offset
    text: Words = None
    words_sha256: Hash = None
    around_sha256: Hash = None
    geonameid: int | None
    name: str | None
    lat: Number | None
    lon: Number | None
    country_code: CountryCode | None
    feature_code: str | None


class WarningRecord(Wire):
    """Something a reader of the record must know."""

    kind: str
    message: str
    spans: tuple[SpanRecord, ...]


class ReportRecord(Wire):
    """Everything that was read out of one report."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    schema_: Literal["dragoman/report/1"] = Field(SCHEMA, alias="schema")
    coder: CoderRecord
    document: DocumentRecord
    entities: tuple[EntityRecord, ...]
    events: tuple[EventRecord, ...]
    facts: tuple[FactRecord, ...]
    quotes: tuple[QuoteRecord, ...]
    times: tuple[TimeRecord, ...]
    places: tuple[PlaceRecord, ...]
    warnings: tuple[WarningRecord, ...]

    def check_spans(self) -> None:
        """Nothing; raises ValueError naming the first span whose words are not the text's.

        A record without text passes: it is checked when its text is put back (export/notext.py).
        """
        text = self.document.text
        if text is None:
            return
        for path, anchor in walk_anchors(self):
            if anchor.bounds is None:
                continue
            start, end = anchor.bounds
            if end > len(text):
                raise ValueError(f"{path}: span {start}:{end} runs past the text's {len(text)} characters")
            if "text" in type(anchor).model_fields and getattr(anchor, "text", None) != text[start:end]:
                raise ValueError(f"{path}: the words of {start}:{end} are not those of the text")

    def to_json_line(self) -> str:
        """The record as one line of JSON without the newline; the same record gives the same string everywhere.

        A lone surrogate, which UTF-8 cannot hold, is written as its JSON escape.
        """
        line = json.dumps(
            self.model_dump(by_alias=True),
            ensure_ascii=False,
            allow_nan=False,
            separators=(",", ":"),
            default=dt.date.isoformat,
        )
        return _SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", line)


def walk_anchors(part: Wire, path: str = "") -> Iterator[tuple[str, Anchor]]:
    """Every anchor inside `part` with its path ("events.0.actor.1"), in the order of the fields."""
    if isinstance(part, Anchor):
        yield path, part
    for name in type(part).model_fields:
        value = getattr(part, name)
        inner = f"{path}.{name}" if path else name
        if isinstance(value, Wire):
            yield from walk_anchors(value, inner)
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Wire):
                    yield from walk_anchors(item, f"{inner}.{index}")

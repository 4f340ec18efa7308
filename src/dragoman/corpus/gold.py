"""A coded report of the corpus as it is built: the gold of docs/measuring.md with everything else that was coded.

The added fields are ours; whatever reads gold may ignore them.
"""

from __future__ import annotations

import datetime as dt

from pydantic import BaseModel, ConfigDict

from dragoman.corpus.source import Style, Theme
from dragoman.corpus.split import Split
from dragoman.evaluate.gold import (
    GoldDays,
    GoldEvent,
    GoldFact,
    GoldLocation,
    GoldParty,
    GoldQuote,
    GoldReport,
    GoldSize,
    GoldSpan,
)
from dragoman.model.actor import EntityType
from dragoman.model.span import Span


class CorpusSpan(GoldSpan):
    """A stretch of the text with its words."""

    text: str

    @classmethod
    def of(cls, span: Span, text: str) -> CorpusSpan:
        """The span with its words from `text`, the whole text of the report."""
        return cls(start=span.start, end=span.end, text=span.of(text))


class CorpusParty(GoldParty):
    """A participant at its mention nearest the trigger; `entity` is the id of an entity."""

    start: int
    end: int
    entity: str


class CorpusLocation(GoldLocation):
    """Where; `name` is the place's own name, `text` the words of the report."""

    start: int
    end: int
    text: str
    name: str


class CorpusEvent(GoldEvent):
    """An event; `about` is the promised time, `key` is shared by the tellings of the same event in other reports."""

    id: str
    trigger: CorpusSpan
    also: tuple[CorpusSpan, ...]
    actor: tuple[CorpusParty, ...]
    recipient: tuple[CorpusParty, ...]
    location: CorpusLocation | None
    about: GoldDays | None
    size: GoldSize
    key: str | None


class CorpusFact(GoldFact):
    """A standing relation with the words that state it."""

    id: str
    evidence: CorpusSpan
    valid_from: dt.date | None
    valid_to: dt.date | None


class CorpusQuote(GoldQuote):
    """A quotation without its quotation marks; `cue` are the reporting words."""

    text: str
    cue: CorpusSpan | None


class CorpusEntity(BaseModel):
    """Somebody or something the report speaks of, with all mentions in text order."""

    model_config = ConfigDict(frozen=True)

    id: str
    name: str
    type: EntityType
    code: str | None
    sector: str | None
    mentions: tuple[CorpusSpan, ...]


class CorpusReport(GoldReport):
    """A report as one line of the built corpus."""

    events: tuple[CorpusEvent, ...]
    facts: tuple[CorpusFact, ...]
    quotes: tuple[CorpusQuote, ...]
    entities: tuple[CorpusEntity, ...]
    split: Split
    happening: str | None
    style: Style
    theme: Theme
    countries: tuple[str, ...]
    real: bool
    writer: str
    coder: str

    def to_json_line(self) -> str:
        """The report as one line of JSON without the newline; non-English letters stay as they are."""
        return self.model_dump_json()

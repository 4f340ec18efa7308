"""A coder that needs no language model, for tests of what stands around it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dragoman.model.actor import Resolution
from dragoman.model.document import RawDocument
from dragoman.model.reason import Skipped
from dragoman.model.record import CoderRecord, EventRecord, ReportRecord, WarningRecord
from dragoman.model.span import Span
from dragoman.settings import Settings
from support import CODER, event, party, record


@dataclass(frozen=True)
class Coded:
    record: ReportRecord
    skipped: tuple[Skipped, ...] = ()
    resolutions: tuple[Resolution, ...] = ()


class FakeCoder:
    """Finds one meeting wherever "met" stands, by a rule of its own; "breaks-the-fake" makes it raise."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()

    def versions(self) -> CoderRecord:
        return CODER

    def code(self, text: str, *, date: str | None = None) -> ReportRecord:
        return self.code_document(RawDocument(id="x", text=text)).record

    def code_document(self, raw: RawDocument) -> Coded:
        if "breaks-the-fake" in raw.text:
            raise RuntimeError("the fake broke")
        warnings = [WarningRecord(kind="unreadable", message=raw.problem[1], spans=())] if raw.problem else []
        coded = record(id=raw.id, text=raw.text, events=self.events(raw), title=raw.title, warnings=warnings)
        published = coded.document.model_copy(update={"published": raw.published})
        skipped = Skipped(sentence=1, span=Span(0, len(raw.text)), reason="no_trigger")
        return Coded(coded.model_copy(update={"document": published}), () if coded.events else (skipped,))

    def events(self, raw: RawDocument) -> list[EventRecord]:
        if "met" not in raw.text:
            return []
        who = raw.text.split()[0]
        return [event(actor=[party(who, "CHL", text=raw.text)], day=raw.published, text=raw.text)]

    def code_many(self, documents: Iterable[RawDocument], *, workers: int = 1) -> Iterator[Coded]:
        return (self.code_document(raw) for raw in documents)


@dataclass(frozen=True)
class Outcome:
    """What a run gave."""

    status: int
    out: str
    err: str


Run = Callable[..., Outcome]
"""Runs `dragoman` with the given arguments."""

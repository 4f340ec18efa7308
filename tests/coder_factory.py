"""One real coder for all tests that load the language model; it takes about two seconds to make."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dragoman.coder import Coder
from dragoman.ingest import from_text
from dragoman.model.document import RawDocument
from dragoman.model.record import EventRecord, ReportRecord

DAY = "2021-06-16"
"""A Wednesday; the reports of the tests are published on it."""


@lru_cache(maxsize=1)
def shared_coder() -> Coder:
    """The coder with default settings; it is stateless, so that tests cannot meet through it."""
    return Coder()


@lru_cache(maxsize=256)
def coded(text: str, *, date: str | None = DAY) -> ReportRecord:
    """The record of a report, with every span checked."""
    record = shared_coder().code(text, date=date)
    record.check_spans()
    return record


def report(text: str, *, id: str = "r") -> RawDocument:
    """A report of that day."""
    return from_text(text, date=DAY, id=id)


@dataclass(frozen=True)
class Told:
    """What tests compare of an event: the category with its mode, the codes of both sides, status and day."""

    event: str
    actor: str
    recipient: str = ""
    auxiliary: str = ""
    date: str | None = DAY

    @classmethod
    def of(cls, event: EventRecord) -> Told:
        return cls(
            "/".join([event.event, *event.mode]),
            " ".join(p.code or "-" for p in event.actor),
            " ".join(p.code or "-" for p in event.recipient),
            " ".join(event.auxiliary),
            event.date.isoformat() if event.date else None,
        )

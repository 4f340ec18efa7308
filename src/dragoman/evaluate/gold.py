"""Hand-coded reports as they are read for measuring (docs/measuring.md says how to write them)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from dragoman.errors import UsageError
from dragoman.model.document import RawDocument
from dragoman.model.event import Auxiliary, Category
from dragoman.model.ids import sha256_text


class _Gold(BaseModel):
    """Fields that a coder added for himself are ignored; a missing field is an error."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class GoldSpan(_Gold):
    """Character offsets into the report's text."""

    start: int
    end: int


class GoldParty(_Gold):
    """A participant: the words, the resolved name, PLOVER's country and sector."""

    text: str
    name: str
    country: str | None
    sector: str | None


class GoldDays(_Gold):
    """An interval of days, both inclusive."""

    start: date
    end: date | None = None


class GoldLocation(_Gold):
    """Where; only the country is judged."""

    country: str | None


class GoldCount(_Gold):
    """How many people, at least and at most."""

    low: int
    high: int


class GoldSize(_Gold):
    """How many people the event touched, where the report says so."""

    dead: GoldCount | None = None
    injured: GoldCount | None = None
    arrested: GoldCount | None = None


class GoldEvent(_Gold):
    """One event with the other mentions of the same happening under `also`; without `size` counts are not judged."""

    event: Category
    mode: tuple[str, ...] = ()
    auxiliary: tuple[Auxiliary, ...] = ()
    trigger: GoldSpan
    also: tuple[GoldSpan, ...] = ()
    actor: tuple[GoldParty, ...]
    recipient: tuple[GoldParty, ...]
    date: GoldDays | None
    location: GoldLocation | None
    attribution: str | None = None
    size: GoldSize | None = None


class GoldFact(_Gold):
    """A standing relation."""

    subject: str
    predicate: str
    object: str
    polarity: bool = True


class GoldQuote(_Gold):
    """A quotation without its quotation marks."""

    start: int
    end: int
    speaker: str | None = None


class GoldReport(_Gold):
    """One report with everything a careful coder would record."""

    doc_id: str
    published: date | None
    title: str | None = None
    text: str
    events: tuple[GoldEvent, ...]
    facts: tuple[GoldFact, ...] = ()
    quotes: tuple[GoldQuote, ...] = ()

    def raw(self) -> RawDocument:
        """The report as the coder reads it: nothing of the gold but id, date, title and text."""
        return RawDocument(
            id=self.doc_id,
            text=self.text,
            title=self.title,
            published=self.published,
            raw_sha256=sha256_text(self.text),
            source=self.doc_id,
        )


def read_gold(path: Path) -> tuple[GoldReport, ...]:
    """The reports of a folder of .json files, a .json file (one report or a list) or a .jsonl file, in that order.

    Raises UsageError, naming file, report and field, when one does not fit or nothing is there.
    """
    if not path.exists():
        raise UsageError(f"{path} is not there; GOLD is a folder of .json files, a .json or a .jsonl file")
    files = sorted(path.glob("*.json")) if path.is_dir() else [path]
    reports = tuple(report for file in files for report in _read(file))
    if not reports:
        raise UsageError(f"{path} holds no hand-coded reports; see docs/measuring.md for their form")
    if twice := sorted({r.doc_id for r in reports if sum(o.doc_id == r.doc_id for o in reports) > 1}):
        raise UsageError(f"{path}: doc_id {twice[0]!r} stands twice; give every report its own")
    return reports


def _read(file: Path) -> Iterator[GoldReport]:
    try:
        text = file.read_text(encoding="utf-8")
        if file.suffix == ".jsonl":
            items = [json.loads(line) for line in text.splitlines() if line.strip()]
        else:
            loaded = json.loads(text)
            items = loaded if isinstance(loaded, list) else [loaded]
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise UsageError(f"{file}: not JSON: {error}") from error
    for item in items:
        try:
            yield GoldReport.model_validate(item)
        except ValidationError as error:
            first = error.errors()[0]
            field = ".".join(map(str, first["loc"]))
            name = item.get("doc_id", "?") if isinstance(item, dict) else "?"
            raise UsageError(f"{file}: report {name}: {field}: {first['msg']} (docs/measuring.md)") from error

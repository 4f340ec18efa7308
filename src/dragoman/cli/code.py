"""`dragoman code`: reports in, records out."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from dragoman.cli.options import ActorsTable, LexiconFolder, ModelName, Workers, parse_day, settings_with
from dragoman.cli.output import Format, opened, writer
from dragoman.cli.terminal import printable, shortened, tell
from dragoman.ingest import ReadOptions, parse_mapping, read_inputs
from dragoman.model.actor import Resolution
from dragoman.model.document import RawDocument
from dragoman.model.record import ReportRecord

if TYPE_CHECKING:
    from dragoman.coder import Coded

_PROBLEMS_SHOWN = 5
_UNCODED = frozenset({"too_long", "language", "failed"})
"""Warnings of reports that were read but could not be coded; those that could not be read have a `problem`."""
_EXCERPT = 90
_REASONS = 6
"""How many of an event's features `--explain` shows, the heaviest first."""


@dataclass(slots=True)
class Counts:
    """What a run has done so far."""

    reports: int = 0
    events: int = 0
    facts: int = 0
    quotes: int = 0
    problems: Counter[str] = field(default_factory=Counter)
    skipped: Counter[str] = field(default_factory=Counter)

    def add(self, record: ReportRecord) -> None:
        """Counts one record."""
        self.reports += 1
        self.events += len(record.events)
        self.facts += len(record.facts)
        self.quotes += len(record.quotes)
        for warning in record.warnings:
            if warning.kind in _UNCODED:
                self._problem(warning.kind, record.document.id, warning.message)

    def watched(self, documents: Iterable[RawDocument]) -> Iterator[RawDocument]:
        """The same documents; those that could not be read are counted by reason, and the first few are told."""
        for document in documents:
            if document.problem is not None:
                self._problem(document.problem[0], document.source or document.id, document.problem[1])
            yield document

    def _problem(self, reason: str, source: str, message: str) -> None:
        self.problems[reason] += 1
        if self.problems.total() <= _PROBLEMS_SHOWN:
            tell(message if source in message else f"{source}: {message}")

    def summary(self) -> str:
        """One line with the sums; problems by reason, the most frequent first."""
        line = (
            f"{_many(self.reports, 'report')}, {_many(self.events, 'event')}, {_many(self.facts, 'fact')}, "
            f"{_many(self.quotes, 'quotation')}"
        )
        if self.problems:
            line += f"; {_many(self.problems.total(), 'report')} could not be coded ({_by_reason(self.problems)})"
        return line


def code(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT...", help="Files, folders, globs or - for stdin.")],
    output: Annotated[Path | None, typer.Option(metavar="FILE", help="Write here instead of stdout.")] = None,
    form: Annotated[
        Format | None,
        typer.Option("--format", help="Default: table on a terminal, jsonl in a pipe or with --output."),
    ] = None,
    workers: Workers = 1,
    date: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Date of reports that have none of their own.")
    ] = None,
    force_date: Annotated[bool, typer.Option("--force-date", help="Let --date replace the reports' dates.")] = False,
    date_format: Annotated[
        str | None, typer.Option(metavar="FORMAT", help="How the input writes dates, as %d/%m/%Y.")
    ] = None,
    mapping: Annotated[
        list[str] | None, typer.Option("--map", metavar="FIELD=COLUMN", help="Name a column, as text=Body; repeatable.")
    ] = None,
    kind: Annotated[str | None, typer.Option(metavar="KIND", help="Kind of all inputs; told from content.")] = None,
    encoding: Annotated[str | None, typer.Option(metavar="NAME", help="Encoding of all inputs.")] = None,
    lexicon: LexiconFolder = None,
    actors: ActorsTable = None,
    model: ModelName = None,
    no_text: Annotated[bool, typer.Option("--no-text", help="Hashes instead of the reports' words.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say on stderr why each event is one, and other sentences not.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 if a report could not be coded.")] = False,
) -> None:
    """Code reports and write one record per report, in input order.

    Example: dragoman code reports/ --date 2022-02-03 --output coded.jsonl
    """
    day = parse_day(date)
    if force_date and day is None:
        raise typer.BadParameter("needs --date YYYY-MM-DD", param_hint="--force-date")
    options = ReadOptions(
        date=day,
        force_date=day if force_date else None,
        mapping=parse_mapping(mapping or []),
        kind=kind,
        encoding=encoding,
        date_format=date_format,
    )
    counts = Counts()
    documents = counts.watched(read_inputs(inputs, options=options, warn=tell))
    from dragoman.coder import Coder  # loads the language model's libraries: not needed to say what was wrong above

    coder = Coder(settings_with(lexicon=lexicon, actors=actors, model=model))
    chosen = form or default_format(output)
    on_screen = output is None and chosen == "table" and sys.stdout.isatty()
    with opened(output) as stream, _progress(shown=sys.stderr.isatty() and not on_screen) as advance:
        write = writer(stream, chosen, with_words=not no_text)
        for coded in coder.code_many(documents, workers=workers):
            write(coded.record)
            counts.add(coded.record)
            if explain:
                _explain(coded, counts)
            advance()
    tell(counts.summary())
    if explain:
        tell(f"without event: {_by_reason(counts.skipped) or 'nothing'}")
    if strict and counts.problems:
        raise typer.Exit(1)


def default_format(output: Path | None) -> Format:
    """A table where a person reads, records everywhere else."""
    return "table" if output is None and sys.stdout.isatty() else "jsonl"


@contextmanager
def _progress(*, shown: bool) -> Iterator[Callable[[], None]]:
    if not shown:
        yield lambda: None
        return
    columns = (SpinnerColumn(), TextColumn("coding"), MofNCompleteColumn(), TextColumn("reports"), TimeElapsedColumn())
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as bar:
        task = bar.add_task("coding", total=None)
        yield lambda: bar.advance(task)


def _explain(coded: Coded, counts: Counts) -> None:
    from dragoman.coding.linear import load_models

    text = coded.record.document.text or ""
    model = load_models()["event"]
    for event in coded.record.events:
        reasons = " ".join(f"{name} {weight:+.2f}" for name, weight in model.reasons(event.features)[:_REASONS])
        trigger = printable(event.trigger.text or "")
        probability = event.field_confidence.get("event", event.confidence)
        rules = ", ".join(event.rules)
        about = f"; {contexts}" if (contexts := _contexts(event.features)) else ""
        tell(f"{coded.record.document.id}: {event.event} {trigger!r} [{rules}] {probability:.2f}: {reasons}{about}")
    for resolution in coded.resolutions:
        tell(f"{coded.record.document.id}: {_resolved(resolution, text)}")
    for skipped in coded.skipped:
        counts.skipped[skipped.reason] += 1
        trigger = f" {printable(skipped.trigger.of(text))!r}" if skipped.trigger else ""
        rule = f" [{skipped.rule}]" if skipped.rule else ""
        detail = f" ({skipped.detail})" if skipped.detail else ""
        excerpt = shortened(skipped.span.of(text), _EXCERPT)
        where = f"{coded.record.document.id} sentence {skipped.sentence}"
        tell(f"{where}: {skipped.reason}{trigger}{rule}{detail}: {excerpt}")


def _resolved(resolution: Resolution, text: str) -> str:
    """Whom the words were taken to mean, then all candidates with what speaks for or against them."""
    names = {c.entity: f"{printable(c.name)} ({c.entity})" for c in resolution.candidates}
    chosen = ", ".join(names[entity] for entity in resolution.chosen) or f"nobody, {resolution.reason}"
    told = "; ".join(f"{names[c.entity]}: {' '.join(c.features)}" for c in resolution.candidates)
    return f"{resolution.asked} {printable(resolution.span.of(text))!r} is {chosen}" + (f" | {told}" if told else "")


def _contexts(features: Iterable[str]) -> str:
    """The event's contexts with their grounds, as "context legal (side), military (words)"."""
    named = [name.split(".")[1:] for name in features if name.startswith("context.")]
    return "context " + ", ".join(f"{context} ({ground})" for context, ground in named) if named else ""


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _by_reason(reasons: Counter[str]) -> str:
    ordered = sorted(reasons.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{reason} {number}" for reason, number in ordered)

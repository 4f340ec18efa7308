"""How far two coders of the same text agree, and how the coder does, by the same measures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.corpus.as_record import as_record
from dragoman.corpus.bcubed import BCubed, bcubed, f1_interval
from dragoman.corpus.gold import CorpusReport
from dragoman.evaluate.measure import Measured, measure
from dragoman.model.record import ReportRecord
from dragoman.model.span import Span


@dataclass(frozen=True, slots=True)
class Comparison:
    """All measures of docs/measuring.md and B-cubed of the entities, whose F1 has the interval `low` to `high`."""

    measured: Measured
    entities: BCubed
    low: float
    high: float


def compare(gold: Sequence[CorpusReport], records: Iterable[ReportRecord]) -> Comparison:
    """The scores of `records` against `gold`; raises UsageError for a gold report without a record."""
    by_id = {record.document.id: record for record in records}
    measured = measure(gold, by_id.values())
    parts = [_entities(report, by_id[report.doc_id]) for report in gold]
    return Comparison(measured, sum(parts, BCubed()), *f1_interval(parts))


def agreement(gold: Sequence[CorpusReport], second: Sequence[CorpusReport]) -> Comparison | None:
    """The second codings scored against the first of the same reports; None where no report was coded twice."""
    again = {report.doc_id: report for report in second}
    first = [report for report in gold if report.doc_id in again]
    return compare(first, (as_record(again[report.doc_id]) for report in first)) if first else None


def _entities(report: CorpusReport, record: ReportRecord) -> BCubed:
    # The record's text may lack white space around the gold's; `measure` has refused any other difference.
    shift = report.text.find(record.document.text or "")
    return bcubed(
        [[Span(m.start, m.end) for m in entity.mentions] for entity in report.entities],
        [[Span(m.start + shift, m.end + shift) for m in entity.mentions] for entity in record.entities],
    )

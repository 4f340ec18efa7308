"""Codes hand-coded reports and scores what came out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.errors import UsageError
from dragoman.evaluate.gold import GoldReport
from dragoman.evaluate.metrics import F1_MEASURES, SHARES, Miss, score_report
from dragoman.evaluate.ranking import Ranking, rankings
from dragoman.evaluate.tally import Count, intervals, total
from dragoman.model.record import ReportRecord


@dataclass(frozen=True, slots=True)
class Score:
    """One measure over all reports: `value` is an F1 or, where `is_share`, the share of `count.asked` cases.

    `low` and `high` hold 95 % of the values under drawing reports again (tally.intervals).
    """

    measure: str
    value: float
    low: float
    high: float
    count: Count
    is_share: bool


@dataclass(frozen=True, slots=True)
class Measured:
    """All scores, in the order of docs/measuring.md, and the differences in the order of the reports."""

    reports: int
    scores: tuple[Score, ...]
    rankings: tuple[Ranking, ...]
    misses: tuple[Miss, ...]

    def value(self, measure: str) -> float:
        """The value of one measure; raises KeyError for one that is not scored."""
        for score in self.scores:
            if score.measure == measure:
                return score.value
        raise KeyError(measure)


def measure(gold: Sequence[GoldReport], records: Iterable[ReportRecord]) -> Measured:
    """The scores of `records`, which may come in any order, against `gold`.

    Raises UsageError for a gold report without a record: leaving out the hard ones would flatter the coder.
    """
    by_id = {record.document.id: record for record in records}
    if missing := [report.doc_id for report in gold if report.doc_id not in by_id]:
        raise UsageError(f"no record for {missing[0]!r} and {len(missing) - 1} other reports; code all of the gold")
    scored = [score_report(report, by_id[report.doc_id]) for report in gold]
    tallies = [s.tally for s in scored]
    counts = total(tallies).counts
    ranges = intervals(tallies)
    scores = tuple(
        Score(name, counts[name].f1, *ranges[name], counts[name], name in SHARES)
        for name in (*F1_MEASURES, *SHARES)
        if name in counts
    )
    ranked = (*rankings([s.sure for s in scored]), *rankings([s.sure_typed for s in scored], name="_typed"))
    return Measured(len(gold), scores, ranked, tuple(miss for s in scored for miss in s.misses))

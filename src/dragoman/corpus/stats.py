"""What the corpus holds, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.corpus.gold import CorpusReport
from dragoman.corpus.source import Report
from dragoman.corpus.split import SPLITS, split_of


@dataclass(frozen=True, slots=True)
class Stats:
    """Single numbers, and tables of counts with the largest first (splits, decades and tellings in their order)."""

    totals: Mapping[str, int]
    tables: Mapping[str, Mapping[str, int]]


def stats(reports: Sequence[Report], gold: Sequence[CorpusReport]) -> Stats:
    """The counts: of texts over all reports, of what was coded over `gold`."""
    heads = [report.head for report in reports]
    events = [event for report in gold for event in report.events]
    tellings = Counter(head.happening for head in heads if head.happening)
    splits = Counter(split_of(head) for head in heads)
    totals = {
        "reports": len(heads),
        "coded": len(gold),
        "words": sum(len(head.text.split()) for head in heads),
        "non-events": sum(head.theme == "nonevent" for head in heads),
        "of real happenings": sum(head.real for head in heads),
        "happenings told more than once": sum(times > 1 for times in tellings.values()),
        "events": len(events),
        "events with a key": sum(event.key is not None for event in events),
        "facts": sum(len(report.facts) for report in gold),
        "quotes": sum(len(report.quotes) for report in gold),
        "entities": sum(len(report.entities) for report in gold),
        "mentions": sum(len(entity.mentions) for report in gold for entity in report.entities),
    }
    tables: dict[str, Mapping[str, int]] = {
        "split": {split: splits[split] for split in SPLITS},
        "decade": _in_order(f"{head.published.year // 10 * 10}s" for head in heads),
        "style": _counted(head.style for head in heads),
        "theme": _counted(head.theme for head in heads),
        "country": _counted(code for head in heads for code in head.countries),
        "happenings told": _in_order(f"{times} times" for times in tellings.values()),
        "category": _counted(event.event for event in events),
        "mode": _counted(f"{event.event} {mode}" for event in events for mode in event.mode),
        "auxiliary": _counted(word for event in events for word in event.auxiliary or ("none",)),
        "predicate": _counted(fact.predicate for report in gold for fact in report.facts),
    }
    return Stats(totals, tables)


def _counted(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items(), key=lambda item: (-item[1], item[0])))


def _in_order(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items()))

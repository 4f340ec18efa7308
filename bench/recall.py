"""How much of what is coded by hand the rules read at all, before anything is selected or merged.

usage: recall.py GOLD [--list]

GOLD is a folder or file of hand-coded reports (docs/measuring.md). A gold event is read if a candidate's trigger stands
in one of its sentences, `typed` if one of its own category does; a sentence is read if any candidate stands in it.
Events without a typed candidate are counted by cause: what became of the trigger words that overlap the gold's, else of
any in its sentences. `--list` prints them.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from dragoman.coder import Coder
from dragoman.coding import EventCoder
from dragoman.coding.candidate import Candidate
from dragoman.errors import DragomanError, UsageError
from dragoman.evaluate.gold import GoldEvent, GoldReport, GoldSpan, read_gold
from dragoman.evaluate.sentences import sentence_of, sentence_starts
from dragoman.model.reason import Skipped
from dragoman.model.span import Span
from dragoman.prepare import prepare


def cause(event: GoldEvent, near: Sequence[Candidate], missed: Sequence[Skipped]) -> str:
    """Why no candidate near the event has its category, told by the words that the gold itself names."""
    if any(overlap(event, c.trigger) for c in near):
        return "another category"
    named = sorted({s.reason for s in missed if s.trigger and overlap(event, s.trigger)})
    return named[0] if named else "no trigger"


def overlap(event: GoldEvent, span: Span) -> bool:
    """Whether the words are among those that the gold names for the event."""
    return any(told.start < span.end and span.start < told.end for told in mentions(event))


def mentions(event: GoldEvent) -> tuple[GoldSpan, ...]:
    """The event's words, the most informative first."""
    return (event.trigger, *event.also)


def read(report: GoldReport, coder: Coder, counts: Counter[str], *, show: bool) -> None:
    """Adds one report's counts; `show` prints the events that are not read."""
    coding = next(step for step in coder.pipeline.steps if isinstance(step, EventCoder))
    candidates, skipped = coding.candidates(coder.pipeline.run(prepare(report.raw())))
    starts = sentence_starts(report.text)
    told = {sentence_of(starts, c.trigger.start) for c in candidates}
    homes = {sentence_of(starts, event.trigger.start) for event in report.events}
    counts["sentences"] += len(homes)
    counts["sentences read"] += len(homes & told)
    for event in report.events:
        where = {sentence_of(starts, span.start) for span in mentions(event)}
        near = [c for c in candidates if sentence_of(starts, c.trigger.start) in where]
        counts["events"] += 1
        counts["events read"] += bool(near)
        if any(c.category == event.event for c in near):
            counts["events typed"] += 1
            continue
        why = cause(event, near, skipped)
        counts[f"cause: {why}"] += 1
        if show:
            words = " ".join(report.text[event.trigger.start - 40 : event.trigger.end + 40].split())
            print(f"{why}\t{report.doc_id}\t{event.event}\t{words}")


def main() -> None:
    """Prints the shares and the causes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("gold", type=Path, metavar="GOLD", help="folder or file of hand-coded reports")
    parser.add_argument("--list", action="store_true", help="print the events that are not read")
    arguments = parser.parse_args()
    coder, counts = Coder(), Counter[str]()
    for report in read_gold(arguments.gold):
        read(report, coder, counts, show=arguments.list)
    for name, whole in (("sentences read", "sentences"), ("events read", "events"), ("events typed", "events")):
        print(f"{name}: {counts[name]} of {counts[whole]} ({counts[name] / max(1, counts[whole]):.3f})")
    for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if name.startswith("cause: "):
            print(f"{name}: {count}")


if __name__ == "__main__":
    try:
        main()
    except DragomanError as problem:
        print(f"recall: {problem}", file=sys.stderr)
        sys.exit(2 if isinstance(problem, UsageError) else 1)

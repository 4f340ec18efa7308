"""What each step costs (`make speed`): codes the bundled demo reports and prints seconds per step beside the parser's.

usage: python bench/speed.py [--rounds 20]

Every round codes all reports; of each step the fastest round counts, since whatever else the machine does can only add
to it. Only the shares mean something: they come from one run on one machine. Exits 0 whatever they are.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from time import process_time

from rich.console import Console
from rich.table import Table

from dragoman.cli.demo import demo_reports
from dragoman.coder import Coder
from dragoman.model.document import Document
from dragoman.model.layers import Layers
from dragoman.model.step import Step
from dragoman.prepare import prepare

PARSER = "trees"
ROOMS = ("times", "places")
# Issue 4: both rooms together take less than this share of the parser's time.
LIMIT = 0.15


def main() -> int:
    """The exit code, always 0: speed is a figure to look at, not a test."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=20, help="how often all reports are coded (default: 20)")
    rounds: int = parser.parse_args().rounds
    if rounds < 1:
        parser.error("--rounds: at least one")
    docs = [prepare(raw) for raw in demo_reports()]
    seconds = fastest(Coder().pipeline.steps, docs, rounds)
    _show(seconds, len(docs), rounds)
    share = sum(seconds[room] for room in ROOMS) / seconds[PARSER]
    print(f"{' + '.join(ROOMS)}: {share:.1%} of the parser's time (at most {LIMIT:.0%} is wanted)")
    return 0


def fastest(steps: Sequence[Step], docs: Sequence[Document], rounds: int) -> dict[str, float]:
    """Seconds of processor time by the layer a step gives, each in its fastest round.

    One round before them is not counted: it fills the caches that every later report finds filled.
    """
    _round(steps, docs)
    each = [_round(steps, docs) for _ in range(rounds)]
    return {step.gives: min(seconds[step.gives] for seconds in each) for step in steps}


def _round(steps: Sequence[Step], docs: Sequence[Document]) -> dict[str, float]:
    seconds = dict.fromkeys((step.gives for step in steps), 0.0)
    for doc in docs:
        layers = Layers(doc)
        for step in steps:
            began = process_time()
            layers = step.run(layers)
            seconds[step.gives] += process_time() - began
    return seconds


def _show(seconds: dict[str, float], reports: int, rounds: int) -> None:
    table = Table("step", title=f"{reports} reports, fastest of {rounds} rounds", title_justify="left", box=None)
    for name in ("seconds", "share of the parser"):
        table.add_column(name, justify="right")
    for name, took in (*seconds.items(), ("all steps", sum(seconds.values()))):
        table.add_row(name, f"{took:.4f}", f"{took / seconds[PARSER]:.1%}")
    Console(width=100).print(table)


if __name__ == "__main__":
    sys.exit(main())

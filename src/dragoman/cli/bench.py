"""`dragoman bench`: how well the coder does on somebody's own hand-coded reports."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich import box
from rich.table import Table

from dragoman.cli.options import ActorsTable, AsJson, LexiconFolder, ModelName, Workers, settings_with
from dragoman.cli.terminal import console, printable
from dragoman.evaluate.gold import read_gold
from dragoman.evaluate.measure import Measured, Score, measure
from dragoman.evaluate.ranking import Ranking
from dragoman.evaluate.tally import DRAWS, SEED


def bench(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Folder of .json files, a .json or .jsonl file.")],
    errors: Annotated[bool, typer.Option("--errors", help="List missed and spurious events and wrong fields.")] = False,
    as_json: AsJson = False,
    workers: Workers = 1,
    lexicon: LexiconFolder = None,
    actors: ActorsTable = None,
    model: ModelName = None,
) -> None:
    """Score the coder on your own hand-coded reports, with 95 % intervals over the reports.

    Example: dragoman bench my_gold/ --errors
    """
    reports = read_gold(gold)
    from dragoman.coder import Coder  # loads the language model's libraries: not needed to say what was wrong above

    coder = Coder(settings_with(lexicon=lexicon, actors=actors, model=model))
    coded = coder.code_many((report.raw() for report in reports), workers=workers)
    measured = measure(reports, (c.record for c in coded))
    if as_json:
        print(json.dumps(_as_json(measured, errors=errors), ensure_ascii=False, indent=1))
        return
    console(sys.stdout).print(score_table(measured))
    if errors:
        for miss in measured.misses:
            detail = f" [{miss.detail}]" if miss.detail else ""
            print(printable(f"{miss.kind} {miss.doc_id} {miss.category}{detail}: {miss.words}"))


def score_table(measured: Measured) -> Table:
    """One row per measure with its interval; `dragoman corpus score` adds rows of its own."""
    title = f"{measured.reports} reports; 95 % intervals from {DRAWS} draws of reports, seed {SEED}"
    table = Table("measure", box=box.SIMPLE_HEAD, title=title, title_justify="left")
    for name in ("value", "low", "high", "precision", "recall", "n"):
        table.add_column(name, justify="right")
    for score in measured.scores:
        count = score.count
        parts = ("", "") if score.is_share else (f"{count.precision:.3f}", f"{count.recall:.3f}")
        values = (f"{value:.3f}" for value in (score.value, score.low, score.high))
        table.add_row(score.measure, *values, *parts, str(count.asked))
    for ranking in measured.rankings:
        values = (f"{value:.3f}" for value in (ranking.value, ranking.low, ranking.high))
        table.add_row(ranking.measure, *values, "", "", str(ranking.given))
    return table


def _as_json(measured: Measured, *, errors: bool) -> dict[str, object]:
    result: dict[str, object] = {
        "reports": measured.reports,
        "draws": DRAWS,
        "seed": SEED,
        "scores": {score.measure: score_json(score) for score in measured.scores},
    }
    result["confidence"] = {ranking.measure: ranking_json(ranking) for ranking in measured.rankings}
    if errors:
        names = ("kind", "doc_id", "category", "words", "detail")
        result["errors"] = [{name: getattr(miss, name) for name in names} for miss in measured.misses]
    return result


def score_json(score: Score) -> dict[str, float | int | str]:
    """One measure as `--json` writes it."""
    count = score.count
    return {
        "kind": "share" if score.is_share else "f1",
        "value": round(score.value, 4),
        "low": round(score.low, 4),
        "high": round(score.high, 4),
        "right": count.right,
        "given": count.given,
        "asked": count.asked,
    }


def ranking_json(ranking: Ranking) -> dict[str, float | int]:
    """One measure of the confidences as `--json` writes it."""
    return {
        "value": round(ranking.value, 4),
        "low": round(ranking.low, 4),
        "high": round(ranking.high, 4),
        "right": ranking.right,
        "given": ranking.given,
    }

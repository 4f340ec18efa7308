"""`dragoman corpus`: our own hand-coded reports, checked, built, counted and scored against."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer
from rich import box
from rich.table import Table

from dragoman.cli.bench import score_json, score_table
from dragoman.cli.options import ActorsTable, AsJson, LexiconFolder, ModelName, Workers, settings_with
from dragoman.cli.output import opened
from dragoman.cli.terminal import console, printable, tell
from dragoman.corpus.agreement import Comparison, agreement, compare
from dragoman.corpus.check import Checked, check
from dragoman.corpus.gold import CorpusReport
from dragoman.corpus.read import read_corpus
from dragoman.corpus.split import Split
from dragoman.corpus.stats import Stats
from dragoman.corpus.stats import stats as count
from dragoman.errors import UsageError
from dragoman.evaluate.tally import DRAWS, SEED

corpus = typer.Typer(no_args_is_help=True)

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="Folder with reports/*.yml and second/*.yml.")]
_HERE = Path("corpus")


@corpus.callback()
def _root() -> None:
    """Check, build, count and score against our own hand-coded reports.

    Example: dragoman corpus build
    """


@corpus.command()
def build(
    folder: Folder = _HERE,
    output: Annotated[
        Path | None, typer.Option("--output", metavar="FILE.jsonl", help="Write to FILE; standard output if left out.")
    ] = None,
    split: Annotated[Split | None, typer.Option("--split", help="Only this split; all if left out.")] = None,
) -> None:
    """Check every source file and write the coded reports as gold, one per line; exits 1 with all problems.

    Example: dragoman corpus build --split dev --output dev.jsonl
    """
    checked = _clean(folder)
    with opened(output) as stream:
        stream.writelines(f"{report.to_json_line()}\n" for report in _of(checked, split))


@corpus.command()
def stats(folder: Folder = _HERE, as_json: AsJson = False) -> None:
    """Count reports, words, events, facts, quotations and entities, and say how far two coders agree.

    Example: dragoman corpus stats
    """
    checked = check(read_corpus(folder))
    _show(checked)
    counts = count(checked.corpus.reports, checked.gold)
    compared = agreement(checked.gold, checked.second)
    if as_json:
        tables = {"totals": dict(counts.totals), **{name: dict(table) for name, table in counts.tables.items()}}
        shown = {**tables, "agreement": compared and _as_json(compared)}
        print(json.dumps(shown, ensure_ascii=False, indent=1))
        return
    _print_counts(counts)
    if compared:
        print("agreement of second codings with the first")
        _print_scores(compared)


@corpus.command()
def score(
    folder: Folder = _HERE,
    split: Annotated[
        Literal["train", "dev", "test", "all"], typer.Option("--split", help="Which reports to code.")
    ] = "dev",
    as_json: AsJson = False,
    workers: Workers = 1,
    lexicon: LexiconFolder = None,
    actors: ActorsTable = None,
    model: ModelName = None,
) -> None:
    """Score the coder on a split, with 95 % intervals over the reports and B-cubed of the entities.

    Example: dragoman corpus score --split dev
    """
    reports = _of(_clean(folder), None if split == "all" else split)
    if not reports:
        raise UsageError(f"{folder} has no coded report in the split {split}; see `dragoman corpus stats`")
    from dragoman.coder import Coder  # loads the language model's libraries: not needed to say what was wrong above

    coder = Coder(settings_with(lexicon=lexicon, actors=actors, model=model))
    coded = coder.code_many((report.raw() for report in reports), workers=workers)
    compared = compare(reports, (c.record for c in coded))
    if as_json:
        print(json.dumps(_as_json(compared), ensure_ascii=False, indent=1))
    else:
        _print_scores(compared)


def _clean(folder: Path) -> Checked:
    """The corpus, if nothing is wrong with it; otherwise all problems are shown and the command ends with status 1."""
    checked = check(read_corpus(folder))
    _show(checked)
    if checked.errors:
        tell(f"{len(checked.errors)} problems to put right first")
        raise typer.Exit(1)
    return checked


def _show(checked: Checked) -> None:
    for problem in checked.problems:
        print(printable(str(problem)), file=sys.stderr)


def _of(checked: Checked, split: Split | None) -> list[CorpusReport]:
    return [report for report in checked.gold if split is None or report.split == split]


def _print_counts(counts: Stats) -> None:
    screen = console(sys.stdout)
    for name, table in (("totals", counts.totals), *counts.tables.items()):
        grid = Table(name, box=box.SIMPLE_HEAD)
        grid.add_column("n", justify="right")
        for label, number in table.items():
            grid.add_row(label, str(number))
        screen.print(grid)


def _print_scores(compared: Comparison) -> None:
    table = score_table(compared.measured)
    entities = compared.entities
    values = (entities.f1, compared.low, compared.high, entities.precision, entities.recall)
    table.add_row("entities_b3", *(f"{value:.3f}" for value in values), str(entities.key))
    console(sys.stdout).print(table)


def _as_json(compared: Comparison) -> dict[str, object]:
    entities = compared.entities
    return {
        "reports": compared.measured.reports,
        "draws": DRAWS,
        "seed": SEED,
        "scores": {score.measure: score_json(score) for score in compared.measured.scores},
        "entities_b3": {
            "value": round(entities.f1, 4),
            "low": round(compared.low, 4),
            "high": round(compared.high, 4),
            "precision": round(entities.precision, 4),
            "recall": round(entities.recall, 4),
            "asked": entities.key,
        },
    }

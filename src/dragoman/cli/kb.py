"""`dragoman kb`: what the coder knows beforehand."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from dragoman.cli.options import ActorsTable, parse_day
from dragoman.cli.output import opened
from dragoman.cli.terminal import printable, tell
from dragoman.errors import UsageError
from dragoman.kb.check import check_tables
from dragoman.kb.load import Knowledge, load_knowledge
from dragoman.kb.wikidata import ACTOR_COLUMNS, ImportCounts, actor_rows
from dragoman.kb.wikidata import Progress as Told
from dragoman.model.layers import KnownName

kb = typer.Typer(no_args_is_help=True)
sources = typer.Typer(no_args_is_help=True)
kb.add_typer(sources, name="import", help="Make a table of actors out of somebody else's data.")

Output = Annotated[Path | None, typer.Option(metavar="FILE.csv", help="Write here instead of stdout.")]


@kb.callback()
def _root() -> None:
    """Check and ask the knowledge base, or add to it.

    Example: dragoman kb show NATO --date 1995-01-01
    """


@kb.command()
def check(actors: ActorsTable = None) -> None:
    """Check our tables, and yours laid over them: codes, dates, holders at one time, members, sources.

    Example: dragoman kb check --actors my_actors.csv
    """
    problems = check_tables(actors)
    for problem in problems:
        print(printable(problem))
    knowledge = load_knowledge(actors)
    relations = knowledge.relations
    terms = [row for row in knowledge.rows if row.table == "offices.csv"]
    checked = sum(row.source != ("own",) for row in terms)
    tell(
        f"{len(knowledge.rows)} names, {len(terms)} of them terms of office ({checked} checked against a source), "
        f"{len(relations.codes)} spells of states, {len(relations.memberships)} memberships, "
        f"{len(relations.agreements)} agreements, {len(problems)} problems"
    )
    if problems:
        raise typer.Exit(1)


@kb.command()
def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, alias or state code.")],
    day: Annotated[str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="The day that is asked for.")] = None,
    actors: ActorsTable = None,
) -> None:
    """Say what a name means on a day: who or what it is, a body's members, an agreement's parties, a state's codes.

    Example: dragoman kb show "Warsaw Pact" --date 1988-06-01
    """
    knowledge, on = load_knowledge(actors), parse_day(day)
    lines = [line for part in (_named(name, on, knowledge), _related(name, on, knowledge)) for line in part]
    if not lines:
        remedy = "; give --date" if on is None else f" on {on}"
        raise UsageError(f"{name!r} is not in the knowledge base, or could mean several{remedy}")
    for line in lines:
        print(printable(line))


@sources.command()
def wikidata(
    dump: Annotated[Path, typer.Argument(metavar="DUMP", help="Wikidata JSON dump: .json, .json.gz or .json.bz2.")],
    output: Output = None,
) -> None:
    """Write the office holders of a Wikidata dump as a table for --actors; what is left out is counted.

    Example: dragoman kb import wikidata latest-all.json.bz2 --output holders.csv
    """
    if not dump.is_file():
        raise UsageError(f"{dump} is not a file; give a dump from https://dumps.wikimedia.org/wikidatawiki/entities/")
    counts = ImportCounts()
    with opened(output) as stream, _progress(shown=sys.stderr.isatty()) as progress:
        stream.write(f"# Office holders from the Wikidata dump {printable(dump.name)} (CC0-1.0).\n")
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(ACTOR_COLUMNS)
        table.writerows(actor_rows(dump, load_knowledge(), counts, progress))
    reasons = ", ".join(f"{n} {reason}" for reason, n in counts.skipped.most_common()) or "none"
    tell(
        f"{counts.entities} entities, {counts.bad_lines} bad lines, {counts.persons} persons with a position, "
        f"{counts.written} terms written; left out: {reasons}"
    )


def _named(name: str, on: date | None, knowledge: Knowledge) -> Iterator[str]:
    known = knowledge.lookup(name, on=on)
    if known is not None:
        yield f"{known.entity}: {known.kind}, {known.code or 'no code'} {known.sector or 'no sector'}{_post(known)}"
        members = knowledge.members(known.entity, on) if on is not None else None
        if members is not None:
            yield f"members: {' '.join(members) or 'none'}"


def _post(known: KnownName) -> str:
    if known.office is None:
        return ""
    return f", {known.office} ({known.valid_from or '?'} to {known.valid_to or 'no end known'})"


def _related(name: str, on: date | None, knowledge: Knowledge) -> Iterator[str]:
    agreement = knowledge.agreement(name, on=on)
    if agreement is not None:
        parties = [p.party for p in agreement.parties] if on is None else agreement.parties_on(on)
        days = (
            f"signed {agreement.signed or '?'}, in force {agreement.valid_from or '?'} to {agreement.valid_to or '-'}"
        )
        yield f"{agreement.name}: {agreement.kind}, {days}; parties: {', '.join(parties) or 'not listed'}"
    state = knowledge.state_codes(name, on) if on is not None else None
    if state is not None:
        numbers = f"Correlates of War {state.cow or '-'}, Gleditsch and Ward {state.gw or '-'}"
        yield f"{state.name}: {state.id}, in our records {state.code}; {numbers}"


@contextmanager
def _progress(*, shown: bool) -> Iterator[Told]:
    if not shown:
        yield lambda *_: None
        return
    columns = (TextColumn("pass {task.fields[turn]} of 2"), BarColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as bar:
        task = bar.add_task("reading", total=None, turn=1)
        yield lambda turn, done, size: bar.update(task, completed=done, total=size, turn=turn)

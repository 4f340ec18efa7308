"""`dragoman lexicon`: rules of the user's own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.options import settings_with
from dragoman.cli.terminal import printable, tell
from dragoman.evaluate.examples import failures
from dragoman.lexicon.check import lint, repeated_keys
from dragoman.lexicon.load import Lexicon, load_lexicon
from dragoman.lexicon.schema import Discard, Rule

lexicon = typer.Typer(no_args_is_help=True)

_EXAMPLE_DATE = "2020-01-15"
"""Every example is coded as a report of this day, so that "last year" means the same on every run."""


@lexicon.callback()
def _root() -> None:
    """Check rules of your own.

    Example: dragoman lexicon check my_rules/
    """


@lexicon.command()
def check(
    folder: Annotated[
        Path | None, typer.Argument(metavar="DIR", help="Folder of .yml files; ours if left out.")
    ] = None,
) -> None:
    """Check the rules of DIR, laid over ours: schema, slips (rules that can never fire ...), and their examples.

    Example: dragoman lexicon check my_rules/
    """
    laid, ours = load_lexicon(folder), load_lexicon() if folder else None
    entries = own_entries(laid, ours)
    problems = [*(repeated_keys(folder) if folder else ()), *lint(laid, base=ours)]
    for problem in problems:
        print(printable(problem))
    from dragoman.coder import Coder  # loads the language model's libraries: not needed to say what was wrong above

    coder = Coder(settings_with(lexicon=folder))
    failed = list(failures(entries, lambda sentence: coder.code(sentence, date=_EXAMPLE_DATE)))
    for failure in failed:
        print(printable(f"{failure.rule}: {failure.reason}: {failure.sentence}"))
    examples = sum(len(entry.yes) + len(entry.no) for entry in entries)
    tell(f"{len(entries)} rules, {examples} examples, {len(failed)} failed, {len(problems)} other problems")
    if failed or problems:
        raise typer.Exit(1)


def own_entries(laid: Lexicon, ours: Lexicon | None) -> list[Rule | Discard]:
    """The rules and discards that the user's folder brings or changes; all of them where `ours` is None."""
    rules = [rule for rule in laid.rules.values() if ours is None or ours.rules.get(rule.id) != rule]
    discards = [discard for discard in laid.discards if ours is None or discard not in ours.discards]
    return [*rules, *discards]

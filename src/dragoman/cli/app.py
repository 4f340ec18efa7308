"""The commands together, and the one place where errors become messages and exit codes."""

from __future__ import annotations

import io
import os
import sys

import typer

from dragoman import __version__
from dragoman.cli.bench import bench
from dragoman.cli.code import code
from dragoman.cli.codebook import codebook
from dragoman.cli.corpus import corpus
from dragoman.cli.demo import demo
from dragoman.cli.doctor import doctor
from dragoman.cli.kb import kb
from dragoman.cli.lexicon import lexicon
from dragoman.cli.places import places
from dragoman.cli.terminal import tell
from dragoman.errors import DragomanError, UsageError

FAILURE, USAGE = 1, 2

app = typer.Typer(
    name="dragoman",
    help="Reads dated news reports into a citable record of international affairs.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)
for command in (code, demo, codebook, doctor, bench):
    app.command()(command)
app.add_typer(lexicon, name="lexicon")
app.add_typer(places, name="places")
app.add_typer(corpus, name="corpus")
app.add_typer(kb, name="kb")


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(False, "--version", callback=_show_version, is_eager=True, help="Print the version."),
) -> None:
    """Reads dated news reports into a citable record of international affairs.

    Example: dragoman code report.txt --date 2022-02-03
    """


def run() -> None:
    """Runs the command line and exits: 0 success, 1 failure, 2 wrong usage; never a traceback.

    With DRAGOMAN_DEBUG=1 in the environment an unexpected error is raised with its traceback.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8")  # records are UTF-8 whatever the locale
    try:
        app()
    except UsageError as error:
        _fail(str(error), USAGE)
    except DragomanError as error:
        _fail(str(error), FAILURE)
    except OSError as error:
        _fail(f"{error.filename or 'input or output'}: {error.strerror or error}", FAILURE)
    except Exception as error:  # the last door: whatever slipped through becomes one line, not a traceback
        if os.environ.get("DRAGOMAN_DEBUG") == "1":
            raise
        kind = type(error).__name__
        _fail(f"unexpected {kind}: {error}. Please report it with the output of DRAGOMAN_DEBUG=1 dragoman ...", FAILURE)


def _fail(message: str, status: int) -> None:
    tell(message)
    sys.exit(status)

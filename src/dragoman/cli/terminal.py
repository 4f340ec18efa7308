"""Talking to the user: everything that is not a result goes to stderr."""

from __future__ import annotations

import sys
import unicodedata
from typing import TextIO

from rich.console import Console

PIPE_WIDTH = 120
"""Columns of a table that goes to a file or a pipe, where no terminal says how wide it is."""


def tell(message: str) -> None:
    """Prints one line to stderr, after the program's name."""
    print(f"dragoman: {printable(message)}", file=sys.stderr)


def console(stream: TextIO) -> Console:
    """A console on `stream` that takes texts as they are: "[/red]" or ":smile:" in a report is no markup."""
    return Console(
        file=stream,
        width=None if stream.isatty() else PIPE_WIDTH,
        markup=False,
        emoji=False,
        highlight=False,
    )


def printable(text: str) -> str:
    """The text on one line, without the control characters by which a report could steer a terminal."""
    joined = " ".join(text.split())
    return "".join(c for c in joined if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co"))


def shortened(text: str, length: int) -> str:
    """The printable text, cut to `length` characters with an ellipsis."""
    line = printable(text)
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"

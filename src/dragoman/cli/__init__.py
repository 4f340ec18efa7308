"""The command line: parses arguments, calls the library, prints. The only place that prints or exits."""

from __future__ import annotations

import sys

INTERRUPTED = 130


def main() -> None:
    """Runs `dragoman` and exits; Ctrl-C exits 130 without a traceback, even while the program is still loading."""
    try:
        from dragoman.cli.app import run

        run()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)

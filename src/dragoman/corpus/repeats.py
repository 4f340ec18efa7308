"""Reports that share too many words in a row: a test text must not stand in the training texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.corpus.problem import Problem
from dragoman.corpus.source import Report

LONGEST = 7
"""So many words in a row may stand in two reports."""
_WORD = re.compile(r"\w+(?:['’]\w+)*")


def shared_sequences(reports: Sequence[Report]) -> Iterator[Problem]:
    """One problem for every pair of reports that share eight words in a row, at the later of the two."""
    first: dict[tuple[str, ...], str] = {}
    for report in reports:
        words = _WORD.findall(report.head.text.casefold())
        told: set[str] = set()
        for at in range(len(words) - LONGEST):
            sequence = tuple(words[at : at + LONGEST + 1])
            owner = first.setdefault(sequence, report.file)
            if owner != report.file and owner not in told:
                told.add(owner)
                yield Problem(report.file, "text", f"shares {' '.join(sequence)!r} with {owner}; reword one of them")

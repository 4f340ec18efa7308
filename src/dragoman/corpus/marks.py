"""Quotation marks in a text that no coded quotation accounts for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.corpus.gold import CorpusReport
from dragoman.corpus.problem import Problem
from dragoman.model.span import Span

_MARKED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|``((?:(?!``|'').)+)''", re.DOTALL)


def uncoded_quotations(file: str, text: str, report: CorpusReport | None) -> Iterator[Problem]:
    """A note for every marked stretch that shares no character with a coded quotation; none where nothing was built.

    The scan is plain: it takes marks in pairs, does not know single ones, and a title in marks is a note as well.
    """
    if report is None:
        return
    coded = [Span(quote.start, quote.end) for quote in report.quotes]
    for match in _MARKED.finditer(text):
        span = Span(*match.span(match.lastindex or 0))
        if not any(span.overlaps(quote) for quote in coded):
            words = " ".join(span.of(text).split())
            yield Problem(file, "quotes", f"{words[:60]!r} stands in quotation marks and is not coded", is_note=True)

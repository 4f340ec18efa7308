"""First-level divisions as news abbreviates them: ", Tex." after a town, "D-Calif.", "N.Y." anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dragoman.model.span import Span
from dragoman.places import tables

SHORTEST = 3
"""Letters an abbreviation needs to count without its full stop after a comma ("Calif", but not "Pa")."""


class Abbreviations:
    """Finds abbreviated divisions in text; `codes` maps what is found to the division's code."""

    def __init__(self) -> None:
        divisions = tables.divisions()
        short = {a: d.iso for d in divisions for a in d.abbreviations}
        states = {d.names[0]: d.iso for d in divisions if d.iso.startswith("US-")}
        self._codes = {_letters(a): iso for a, iso in (*states.items(), *short.items())}
        self._pattern = _pattern(short, states)

    def code(self, name: str) -> str | None:
        """The division that `name` abbreviates, with or without its full stops and blanks."""
        return self._codes.get(_letters(name))

    def find(self, text: str, start: int, end: int) -> Iterator[tuple[Span, str]]:
        """Spans of abbreviations in `text[start:end]`, each with the division's code, in text order."""
        for found in self._pattern.finditer(text, start, end):
            name = found.group(found.lastgroup or 0)
            yield Span(found.end() - len(name), found.end()), self._codes[_letters(name)]


def _letters(abbreviation: str) -> str:
    """ "W. Va." and "W.Va" are written alike."""
    return "".join(c for c in abbreviation if c.isalnum())


def _pattern(short: Iterable[str], states: Iterable[str]) -> re.Pattern[str]:
    """After a comma or bracket, after a party's letter, or anywhere with two full stops."""
    bare = {a.rstrip(".") for a in short if a.count(".") == 1 and len(a) > SHORTEST}
    dotted = [a for a in short if a.count(".") > 1]
    return re.compile(
        rf"(?<=[\w.)])\s?[,(]\s{{0,2}}(?P<after>{_any({*short, *bare})})(?![\w&])"
        rf"|\b[DR]-(?P<party>{_any({*short, *bare, *states})})(?!\w)"
        rf"|(?<![\w.])(?P<dotted>{_any(dotted)})(?!\w)"
    )


def _any(words: Iterable[str]) -> str:
    """An alternation, longest first."""
    return "|".join(re.escape(w).replace(r"\ ", r"\s?") for w in sorted(words, key=lambda w: (-len(w), w)))

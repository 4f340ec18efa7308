"""Finds known names in running text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from dragoman.kb.fold import fold
from dragoman.kb.names import reading
from dragoman.model.layers import KnownName

WINDOW = 60
"""How many characters on either side of a name tell whether the text around is all capitals."""
LOUD = 6
"""A name of this many letters counts in capitals anywhere ("BAGHDAD"); a shorter one may be an acronym ("CHAD")."""
AGAINST = ("anti-", "pro-", "non-", "post-", "neo-", "pre-", "un-", "Anti-", "Pro-", "Non-", "Post-", "Neo-", "Pre-")
"""Prefixes after which a nation's name does not say who acts: "pro-Russian", "anti-American"."""


@dataclass(frozen=True, slots=True)
class NameHit:
    """A known name in a text: `text[start:end]` is its surface, perhaps in capitals or with accents."""

    start: int
    end: int
    name: KnownName


class Pattern(NamedTuple):
    """What a matched wording can mean; empty `names` hide the words ("New Mexico").

    `capitals` marks a form made for headlines, `exact` an acronym that is also a word: WHO, US. `organ` marks an
    organ of one state ("Congress"), which right after another state's name is that state's ("Argentina's Congress").
    A named tuple, as 20,000 of them are made at every start.
    """

    names: tuple[KnownName, ...]
    capitals: bool = False
    exact: bool = False
    organ: bool = False


class NameFinder:
    """Finds the leftmost, then longest names; `accepts` may veto a person's short name by the words before it."""

    def __init__(
        self, patterns: Mapping[str, Pattern], accepts: Callable[[str, int, KnownName], bool] | None = None
    ) -> None:
        self._words = tuple(patterns)
        self._patterns = tuple(patterns.values())
        self._accepts = accepts
        # Overlapping search, so that a long match that fails at a word boundary cannot hide a shorter one.
        # Of the three implementations this one is built fastest; a search takes a fraction of a millisecond with any.
        self._automaton = AhoCorasick(
            list(self._words),
            matchkind=MatchKind.Standard,
            store_patterns=False,
            implementation=Implementation.NoncontiguousNFA,
        )

    def find(self, text: str, on: date | None) -> list[NameHit]:
        """The names in text order, none overlapping."""
        folded = fold(text)
        out: list[NameHit] = []
        at = 0
        for start, end, pattern in sorted(self._candidates(folded), key=lambda m: (m[0], -m[1])):
            if start < at:
                continue
            name = reading(pattern.names, on) if pattern.names else None
            if name is not None and self._accepts is not None and not self._accepts(folded, start, name):
                continue
            if name is not None and pattern.organ and out and _of_another_state(folded, out[-1], start, name):
                continue
            at = end
            if name is not None:
                out.append(NameHit(start, end, name))
        return out

    def _candidates(self, text: str) -> Iterator[tuple[int, int, Pattern]]:
        for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            pattern = self._patterns[index]
            if not _is_word(text, start, end):
                continue
            if pattern.capitals and end - start < LOUD and _capitals_around(text, start, end) is False:
                continue
            if pattern.exact and _capitals_around(text, start, end) and not _opens_statement(text, start):
                continue
            if text[max(0, start - 5) : start].endswith(AGAINST):
                continue
            yield start, end, pattern


def _is_word(text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start]
    after = text[end : end + 1]
    if before.isalnum() or before == "_" or after.isalnum() or after == "_":
        return False
    # "a.UN" and "b@UN" are pieces of addresses; "I.R.A" is a piece of an acronym.
    if before in (".", "@", "/") and text[start - 2 : start - 1].isalnum() and before != "/":
        return False
    return not (after == "." and text[end + 1 : end + 2].isalnum() and text[end - 1 : end].isupper())


def _capitals_around(text: str, start: int, end: int) -> bool | None:
    """Whether the words around a name in the text are all capitals; None if there are none."""
    around = [c for c in text[max(0, start - WINDOW) : start] + text[end : end + WINDOW] if c.isalpha()]
    return sum(c.isupper() for c in around) >= 0.9 * len(around) if around else None


def _opens_statement(text: str, start: int) -> bool:
    """Whether the text begins here and asks nothing: "US ENVOY LEAVES", but not "WHO SHOT FIRST?"."""
    return not text[:start].strip() and "?" not in text


def _of_another_state(text: str, before: NameHit, start: int, organ: KnownName) -> bool:
    """Whether another state's name or adjective stands right before the organ."""
    between = text[before.end : start]
    return between in (" ", "'s ", "' ", "s' ") and before.name.kind == "state" and before.name.code != organ.code

"""Finding: which rules match where in a chunk, and which of overlapping matches is taken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dragoman.model.tree import Tree
from dragoman.times.guards import entity_around, is_time
from dragoman.times.reading import Rule
from dragoman.times.text import Chunk
from dragoman.times.words import words_in

# So many characters before and behind an expression can change what it is.
LEFT, RIGHT = 40, 80


@dataclass(frozen=True, slots=True)
class Found:
    """A match that was taken, and where in the chunk the expression stands."""

    rule: Rule
    match: re.Match[str]
    start: int
    end: int

    @property
    def kind(self) -> str:
        """The class of the rule: "weekday" for "weekday.of_week"."""
        return self.rule.name.partition(".")[0]


def left_of(text: str, position: int) -> str:
    """The words right before a position."""
    return text[max(0, position - LEFT) : position]


@dataclass(frozen=True, slots=True)
class RuleBook:
    """Rules by the words they need first, so that a sentence is searched only with those that can match."""

    rules: tuple[Rule, ...]
    by_word: Mapping[str, tuple[int, ...]]


def rule_book(rules: tuple[Rule, ...]) -> RuleBook:
    """The book of these rules; each must need something, and their order is kept."""
    by_word: dict[str, list[int]] = {}
    for order, rule in enumerate(rules):
        for word in rule.needs[0]:
            by_word.setdefault(word, []).append(order)
    return RuleBook(rules, {word: tuple(orders) for word, orders in by_word.items()})


def select(book: RuleBook, chunk: Chunk, tree: Tree | None) -> list[Found]:
    """The longest matches that do not overlap, in text order; of two equal ones the earlier rule's.

    Words refused as no time stay refused for shorter matches, too: "aged 12 months" hides no "months".
    """
    candidates = list(_candidates(book, chunk.text))
    if not candidates:
        return []
    candidates.sort(key=lambda pair: (pair[1].start - pair[1].end, pair[0]))
    settled = bytearray(len(chunk.text))
    taken: list[Found] = []
    for _, found in candidates:
        if not any(settled[found.start : found.end]):
            settled[found.start : found.end] = b"\1" * (found.end - found.start)
            if _passes(found, chunk, tree):
                taken.append(found)
    return sorted(taken, key=lambda found: found.start)


def _candidates(book: RuleBook, text: str) -> Iterator[tuple[int, Found]]:
    words = words_in(text)
    for order in sorted({order for word in words for order in book.by_word.get(word, ())}):
        rule = book.rules[order]
        if any(need.isdisjoint(words) for need in rule.needs):
            continue
        for match in rule.pattern.finditer(text):
            start, end = match.span(rule.span)
            if start < end:
                yield order, Found(rule, match, start, end)


def _passes(found: Found, chunk: Chunk, tree: Tree | None) -> bool:
    entity = entity_around(tree, chunk.start + found.start, chunk.start + found.end) if tree is not None else None
    words, right = chunk.text[found.start : found.end], chunk.text[found.end : found.end + RIGHT]
    return is_time(found.rule.name, words, left_of(chunk.text, found.start), right, entity)

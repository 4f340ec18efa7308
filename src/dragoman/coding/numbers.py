"""How many a noun phrase says there are: spelt and written numbers, ranges, bounds ("at least") and "dozens"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.span import Span
from dragoman.model.tree import Token, Tree

PEOPLE_NOT = frozenset("day week month year hour minute percent per cent kilometre kilometer mile dollar time".split())
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
WORDS: Mapping[str, float] = (
    {w: n for n, w in enumerate(_ONES)}
    | {w: 10 * n for n, w in enumerate(_TENS, 2)}
    | {"dozen": 12, "both": 2, "half": 0.5}
)
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
VAGUE: Mapping[str, tuple[int, int]] = {
    "dozens": (24, 99),
    "scores": (40, 199),
    "hundreds": (200, 999),
    "thousands": (2000, 9999),
    "tens of thousands": (20_000, 99_999),
    "hundreds of thousands": (200_000, 999_999),
}
"""The least and most that a vague quantity can mean; "several hundred" is as vague as "hundreds"."""
_SEVERAL = frozenset({"several", "few", "many"})
_BOUNDS: Mapping[str, str] = {
    **dict.fromkeys(("no more than", "not more than", "up to", "as many as", "at most"), "most"),
    **dict.fromkeys(("fewer than", "less than"), "below"),
    **dict.fromkeys(("nearly", "almost", "close to", "just under"), "nearly"),
    **dict.fromkeys(("at least", "no fewer than", "no less than", "minimum of"), "least"),
    **dict.fromkeys(("more than", "over", "upwards of", "in excess of"), "least"),
}
"""Words before a number that bound it; of two that fit ("no more than", "more than") the longer is meant."""
_LONGEST_BOUND = 3
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_RANGE = frozenset({"and", "or", "to", "-", "–"})
MOST = 10_000_000


@dataclass(frozen=True, slots=True)
class Number:
    """The number meant, the least and most that the words allow, and the words.

    A bound that words leave open is closed at the next round number: "at least 60" and "more than 60" are 60 to 69. Of
    a range the number meant is the middle, of a vague quantity its least.
    """

    best: int
    low: int
    high: int
    span: Span


def read_number(tree: Tree, token: Token) -> Number | None:
    """The number that counts the noun (or is the token); None where none is told ("several", "a group")."""
    if token.lemma in PEOPLE_NOT or _is_each_other(tree, token):
        return None
    if (vague := _vague(tree, token)) is not None:
        return vague
    numbers = [token] if token.pos == "NUM" or token.lemma == "dozen" else tree.children(token.i, "nummod")
    numbers = [n for n in numbers if not any(c.lemma in PEOPLE_NOT for c in tree.children(n.i, "npadvmod"))]
    if not numbers and any(c.lemma in ("one", "single") for c in tree.children(token.i, "det", "amod")):
        return Number(1, 1, 1, Span(token.start, token.end))
    if not numbers:
        return None
    groups = _spelt(tree, numbers)
    values = [v for group in groups for v in _values([t.text.lower() for t in group])]
    if not values or any(v > MOST for v in values):
        return None
    digits = [t for g in groups for t in g if t.pos == "NUM" or t.text.lower() in WORDS or t.text.lower() in SCALES]
    span = Span(digits[0].start, digits[-1].end) if digits else Span(numbers[0].start, numbers[0].end)
    before = [t.text.lower() for t in tree if t.end <= span.start][-_LONGEST_BOUND:]
    if before and before[-1] in _SEVERAL and (unit := f"{(digits or numbers)[-1].lemma}s") in VAGUE:
        return Number(VAGUE[unit][0], *VAGUE[unit], span)
    low, high = min(values), max(values)
    return Number((low + high) // 2, low, high, span) if low < high else _bounded(low, before, span)


def _is_each_other(tree: Tree, token: Token) -> bool:
    """Whether the token belongs to "one another"."""
    return "another" in (token.lemma, tree[min(token.i + 1, len(tree) - 1)].lemma)


def _vague(tree: Tree, token: Token) -> Number | None:
    """ "dozens", "hundreds of", "tens of thousands of"."""
    words = tree.tokens[token.i : token.i + 3]
    for length in (3, 1):
        found = VAGUE.get(" ".join(t.text.lower() for t in words[:length]))
        if found is not None:
            return Number(found[0], *found, Span(token.start, words[:length][-1].end))
    return None


def _bounded(number: int, before: Sequence[str], span: Span) -> Number:
    """The number within what the words before it say of it."""
    starts = range(len(before))
    bound = next((b for n in starts if (b := _BOUNDS.get(" ".join(before[n:]))) is not None), None)
    step = 10 ** (len(str(number)) - 1)
    below_next = (number // step + 1) * step - 1
    match bound:
        case "least":
            return Number(number, number, below_next, span)
        case "most":
            return Number(number, min(1, number), number, span)
        case "below":
            return Number(number - 1, min(1, number - 1), number - 1, span)
        case "nearly":
            return Number(number, max(1, number - step + 1), number, span)
        case _:
            return Number(number, number, number, span)


def _spelt(tree: Tree, numbers: Sequence[Token]) -> list[list[Token]]:
    """The words of one number, or of both ends of a range ("between 30 and 40", "40 to 50").

    What else is coordinated with a number counts somebody else ("ten dead and three dozen injured").
    """
    first = numbers[0]
    own = _words_of(tree, first)
    groups = [own]
    later = [c for c in tree.children(first.i, "conj") if c.pos == "NUM"]
    if later and later[0].i == first.i + 2 and first.text.lower() in SCALES:
        # "two hundred and fifty"
        own += _words_of(tree, later[0])
    elif later and own[0].i and tree[own[0].i - 1].lemma == "between":
        groups.append(_words_of(tree, later[0]))
    after = tree[first.i + 1] if first.i + 1 < len(tree) else first
    upto = tree.children(after.i, "pobj") if after.lemma == "to" else []
    ends = [t for t in (*upto, *numbers[1:]) if t.pos == "NUM" and tree[t.i - 1].text.lower() in _RANGE]
    return groups + [_words_of(tree, t) for t in ends]


def _words_of(tree: Tree, number: Token) -> list[Token]:
    parts = [number, *tree.children(number.i, "compound", "nummod", "quantmod", "number", "amod")]
    return sorted(parts, key=lambda t: t.i)


def _values(words: Sequence[str]) -> list[int]:
    """The numbers that a run of words spells: ["two", "dozen"] is [24], ["10", "to", "12"] is [10, 12]."""
    out: list[float] = []
    current: float | None = None
    for word in (part for w in words for part in w.split("-")):
        value = _value(word)
        if word in SCALES:
            current = (current or 1) * SCALES[word]
        elif word == "dozen":
            current = (current or 1) * 12
        elif value is None:
            if current is not None and word not in ("and", ""):
                out.append(current)
                current = None
        elif current is not None and _adds(current, value, word):
            current += value
        else:
            if current is not None:
                out.append(current)
            current = value
    # A fraction counts nobody: only "2.5 million" does.
    return [round(v) for v in (*out, *([current] if current is not None else [])) if round(v, 6) == round(v)]


def _adds(current: float, value: float, word: str) -> bool:
    """Whether the next word goes on with the number: "twenty" "three", "two hundred" "fifty"."""
    return (word in WORDS and value < 10 <= current and current % 10 == 0) or (current % 100 == 0 and value < 100)


def _value(word: str) -> float | None:
    if _DIGITS.fullmatch(word):
        return float(word.replace(",", ""))
    return WORDS.get(word)

"""What an anchor that is not in the text was probably meant to be."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

_LOOKALIKES = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "`": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "–": "-",
        "—": "-",
        "‑": "-",
        "\N{NO-BREAK SPACE}": " ",
    }
)
_ENOUGH = 75
"""Under this ratio (rapidfuzz, 0-100) the nearest words are no help."""


def nearest_words(text: str, words: str) -> str | None:
    """A remark that quotes the nearest words of the text, saying how they differ; None where nothing is near."""
    line = re.sub(r"\s*\n\s*", " ", text)
    for fold, difference in ((_marks, "other quotation marks or dashes"), (_case_and_marks, "another case")):
        folded = fold(line)
        if len(folded) == len(line) and (start := folded.find(fold(words))) >= 0:
            return f"there is {line[start : start + len(words)]!r} with {difference}; write it as the text does"
    found = fuzz.partial_ratio_alignment(words, line, score_cutoff=_ENOUGH)
    if found is None or len(words) > len(line):
        return None
    start = line.rfind(" ", 0, found.dest_start + 1) + 1
    end = line.find(" ", found.dest_end)
    return f"the nearest is {line[start : end if end >= 0 else None]!r}"


def _marks(words: str) -> str:
    return words.translate(_LOOKALIKES)


def _case_and_marks(words: str) -> str:
    return _marks(words).lower()

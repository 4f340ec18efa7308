"""Where sentences begin, for measuring only: a plain rule that owes nothing to the coder's own segmenter.

Two triggers tell the same happening only if they stand in the same sentence, so the judge must not use the
boundaries of the one it judges.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

_STOP = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|\n+")
_ENDS = re.compile(r"[.!?][\"”’')\]]*\s*$")
_SHORT = frozenset(
    {"Mr", "Mrs", "Ms", "Dr", "Gen", "Col", "Lt", "Maj", "Sgt", "Adm", "Capt", "Sen", "Rep", "Gov", "St", "No"}
    | {"Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec"}
)


def sentence_starts(text: str) -> tuple[int, ...]:
    """The offsets at which sentences begin, the first being 0; a line break inside a wrapped line begins none."""
    joined = _join_wrapped_lines(text)
    starts = [0]
    for stop in _STOP.finditer(joined):
        if "\n" not in stop.group() and _is_abbreviation(joined[: stop.start() + 1]):
            continue
        starts.append(stop.end())
    return tuple(starts)


def sentence_of(starts: tuple[int, ...], position: int) -> int:
    """The index of the sentence that holds `position`."""
    return bisect_right(starts, position) - 1


def _is_abbreviation(before: str) -> bool:
    """Whether the full stop that ends `before` belongs to a title, a month, an initial or "U.S."."""
    word = re.split(r"[\s(\"“‘'-]", before[-9:])[-1]
    stem = word.removesuffix(".")
    return word != stem and (stem in _SHORT or (stem[-1:].isupper() and stem[-2:-1] in ("", ".")))


def _join_wrapped_lines(text: str) -> str:
    """The text, as long as before, in which a break inside a sentence of old newswire is a blank."""
    lines = text.split("\n")
    filled = [line.strip() for line in lines if line.strip()]
    open_lines = sum(_ENDS.search(line) is None for line in filled)
    if len(filled) <= 3 or 5 * open_lines <= len(filled):
        return text
    widest = max(map(len, filled))
    all_indented = all(line.startswith("  ") for line in lines[1:] if line.strip())
    joined = lines[0]
    for line, following in pairwise(lines):
        new_paragraph = not line.strip() or not following.strip() or (following.startswith("  ") and not all_indented)
        heading = _ENDS.search(line) is None and 2 * len(line.strip()) < widest
        joined += ("\n" if new_paragraph or heading else " ") + following
    return joined

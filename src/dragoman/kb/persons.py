"""Whether a surname in the text is the known bearer's or a namesake's: "Mr Bush" yes, "Laura Bush" no."""

from __future__ import annotations

import re
from collections.abc import Callable

from rapidfuzz import fuzz

from dragoman.kb.fold import fold
from dragoman.model.layers import KnownName

_FUNCTION_WORDS = """
a after against all also although an and as asked at because before both but by despite during even ex for
former from had has have he her his how if in is its last late like may meanwhile no nor not now of on once
one only or our over said says since so still than that the their then there these they this though through to
today told tomorrow under until was what when where whether which while who whom why will with without
yesterday yet
"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())
"""Words that may stand capitalised before a surname without being a given name: "When Putin spoke"."""

ALIKE = 60
"""Given names at or above this rapidfuzz ratio are spellings of one name: Muammar, Moammar, Mu'ammar."""

_WORD_BEFORE = re.compile(r"([A-Za-z'.]+(?:-[A-Za-z'.]+)*)[ ](?:al-|el-|Al-|El-|bin |de |van |von )?$")


class NamesakeCheck:
    """Vetoes short names of persons; `is_title` and `is_known` tell titles, roles and known names from given names."""

    def __init__(self, is_title: Callable[[str], bool], is_known: Callable[[str], bool]) -> None:
        self._is_title = is_title
        self._is_known = is_known

    def __call__(self, text: str, start: int, name: KnownName) -> bool:
        """Whether the name that starts at `start` can be `name`'s bearer; only one-word names are doubted."""
        if name.kind != "person" or " " in name.surface:
            return True
        found = _WORD_BEFORE.search(text, max(0, start - 40), start)
        if found is None:
            return True
        word = found[1].removesuffix("'s")
        if not word[0].isupper() or word.lower() in FUNCTION_WORDS or self._is_title(word) or self._is_known(word):
            return True
        if _title_case(text, start):
            return True
        return any(_alike(word, given) for given in fold(name.entity).split()[:-1])


def _alike(word: str, given: str) -> bool:
    word, given = word.strip("."), given.strip(".")
    return (len(word) == 1 and given.startswith(word)) or fuzz.ratio(word, given) >= ALIKE


def _title_case(text: str, start: int) -> bool:
    """Whether the line is a headline In Title Case, where a capital tells nothing."""
    end = text.find("  ", start)
    line = text[max(0, start - 60) : end if end > 0 else start + 60]
    words = re.findall(r"[A-Za-z]{4,}", line)
    return len(words) >= 6 and sum(w[0].isupper() for w in words) >= 0.9 * len(words)

"""When two names are the same for the purpose of measuring."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_WORD = re.compile(r"[a-z0-9]+")
_SMALL = frozenset({"the", "of", "a", "and", "s", "for", "in", "on"})


@cache
def name_words(name: str) -> tuple[str, ...]:
    """The words that count in a name: without case, accents and small words."""
    decomposed = unicodedata.normalize("NFKD", name)
    plain = "".join(character for character in decomposed if not unicodedata.combining(character))
    return tuple(word for word in _WORD.findall(plain.casefold()) if word not in _SMALL)


def names_agree(one: str | None, other: str | None) -> bool:
    """Whether half of all their words are shared, or one holds the other and both end in the same word.

    "Ban Ki-moon" and "Moon" agree, "North Korea" and "South Korea" do not; an empty name agrees with nothing.
    """
    ours, theirs = name_words(one or ""), name_words(other or "")
    if not ours or not theirs:
        return False
    a, b = set(ours), set(theirs)
    return 2 * len(a & b) >= len(a | b) or (ours[-1] == theirs[-1] and (a <= b or b <= a))

"""Which sentences the quotes room needs parsed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from dragoman.quotes.cues import load_cues

_MARKS = frozenset('"“”„‟«»') | {"``", "''"}
# Past forms that no ending makes.
_IRREGULAR = {
    "say": ("said",),
    "tell": ("told",),
    "write": ("wrote", "written"),
    "speak": ("spoke", "spoken"),
    "read": ("read",),
    "swear": ("swore", "sworn"),
    "find": ("found",),
    "think": ("thought",),
    "feel": ("felt",),
    "sing": ("sang", "sung"),
    "begin": ("began", "begun"),
    "show": ("shown",),
    "put": ("putting",),
    "see": ("saw", "seen"),
    "lay": ("laid",),
    "go": ("went", "gone"),
}


def wants_parse(words: Sequence[str]) -> bool:
    """Whether a sentence, given as lower-case words, may hold speech: a quotation mark or a form of a cue.

    For `Analyser(wants_parse=...)`; a step with other needs joins its own test with this one. Single quotation marks
    alone ask for nothing: they are mostly apostrophes.
    """
    forms = _forms()
    return any(word in forms or word in _MARKS for word in words)


@cache
def _forms() -> frozenset[str]:
    return frozenset({"according"}.union(*(set(_inflected(lemma)) for lemma, _ in load_cues())))


def _inflected(lemma: str) -> Iterator[str]:
    """The forms a lemma may take, some impossible ones included: a form too many costs one parse."""
    yield lemma
    yield from _IRREGULAR.get(lemma, ())
    stem = lemma[:-1] if lemma.endswith(("e", "y")) else lemma
    yield from (lemma + "s", lemma + "es", lemma + "ed", lemma + "d", lemma + "ing")
    yield from (stem + "ies", stem + "ied", stem + "ed", stem + "ing")
    yield from (lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing")

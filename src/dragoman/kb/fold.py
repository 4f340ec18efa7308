"""Spelling made comparable: accents, odd apostrophes, hyphens and blanks; the length never changes."""

from __future__ import annotations

import unicodedata

_EXTRA = {
    "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'", "‐": "-", "‑": "-",
    "\n": " ", "\r": " ", "\t": " ", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
    "ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "ħ": "h",
}  # fmt: skip


def _base(character: str) -> str:
    first = unicodedata.normalize("NFD", character)[0]
    return first if first.isascii() else character


_LATIN = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
_ODD = frozenset(c for c in _EXTRA if c.isascii())
_TABLE = {c: _base(chr(c)) for c in _LATIN} | {ord(k): v for k, v in _EXTRA.items()}


def fold(text: str) -> str:
    """The text with plain letters, apostrophes, hyphens and blanks, character for character; case is kept."""
    return text if text.isascii() and _ODD.isdisjoint(text) else text.translate(_TABLE)

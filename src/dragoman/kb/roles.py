"""Looks up role nouns and titles by the words that end a phrase."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from dragoman.kb.tables import RoleNoun, Title

Entry = TypeVar("Entry", RoleNoun, Title)
LONGEST = 6
"""The most words an entry can have once hyphens are words of their own."""
_SPELLINGS = {"defence": "defense", "centre": "center", "labour": "labor", "affair": "affairs", "programme": "program"}


def role_key(words: Sequence[str]) -> str:
    """The words as one key: lower case, American spelling, hyphens as blanks, no full stops."""
    plain = " ".join(words).lower().replace("-", " ").replace(".", " ").replace("’", "'").split()
    return " ".join(_SPELLINGS.get(w, w) for w in plain)


def role_table(roles: Iterable[RoleNoun]) -> dict[str, RoleNoun]:
    """The role nouns by key."""
    return {role_key([r.lemma]): r for r in roles}


def title_table(titles: Iterable[tuple[tuple[str, ...], Title]]) -> dict[str, Title]:
    """The titles by key, one entry per wording."""
    return {role_key([wording]): title for wordings, title in titles for wording in wordings}


def ending(words: Sequence[str], table: Mapping[str, Entry]) -> tuple[Entry, int] | None:
    """The longest entry that the words end with, and how many of the words it takes.

    A last word that is still plural (a capitalised "Forces") is tried as singular too.
    """
    for count in range(min(len(words), LONGEST), 0, -1):
        # A hyphen that is a word of its own cannot start an entry.
        if words[-count] in ("-", "."):
            continue
        key = role_key(words[-count:])
        found = table.get(key) or (table.get(key[:-1]) if key.endswith("s") else None)
        if found is not None:
            return found, count
    return None

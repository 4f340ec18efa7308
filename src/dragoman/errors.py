"""The errors a caller can meet, as one tree.

DragomanError
├── UsageError          wrong call: unknown option value, missing input (exit code 2)
│   ├── SettingsError   a setting or an environment variable is wrong
│   └── LexiconError    a lexicon or actors table does not pass its checker
├── InputError          a report cannot be read (counted, written out, never stops a run)
└── ModelError          the language model is missing or not the pinned one (exit code 1)

Every message says what to do next.
"""

from __future__ import annotations


class DragomanError(Exception):
    """Any error this package raises on purpose."""


class UsageError(DragomanError):
    """The call itself is wrong; the message names the remedy."""


class SettingsError(UsageError):
    """A setting has a value that cannot be used."""


class LexiconError(UsageError):
    """A lexicon folder or actors table does not pass its checker."""


class InputError(DragomanError):
    """One report cannot be read; `source` says which, `reason` is a word from a fixed list."""

    def __init__(self, message: str, *, source: str, reason: str) -> None:
        super().__init__(message)
        self.source = source
        self.reason = reason


class ModelError(DragomanError):
    """The spaCy pipeline is missing or cannot be loaded."""

"""The word classes of the fact rules, read from words.yml."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml

from dragoman.errors import LexiconError


def word_class(name: str) -> frozenset[str]:
    """The words of one class; raises LexiconError where words.yml has none of that name."""
    try:
        return _classes()[name]
    except KeyError:
        raise LexiconError(f"facts/words.yml has no class {name!r}") from None


@cache
def _classes() -> dict[str, frozenset[str]]:
    content = yaml.load(files(__package__).joinpath("words.yml").read_bytes(), Loader=yaml.BaseLoader)
    return {name: frozenset(entry["words"].split()) for name, entry in content.items()}

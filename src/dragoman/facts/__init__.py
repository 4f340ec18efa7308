"""Standing relations that a report states."""

from dragoman.facts.reader import FactReader

__all__ = ["FactReader"]

"""The times room: finds temporal expressions and resolves them against the report's date."""

from dragoman.times.reader import TimeReader

__all__ = ["TimeReader"]

"""Who is who: names, offices, nominal phrases and pronouns of a report, linked to its entities."""

from dragoman.actors.reader import ActorReader

__all__ = ["ActorReader"]

"""Raw report -> `Document`: segments and sentences beside the untouched text."""

from dragoman.prepare.language import looks_english
from dragoman.prepare.prepare import prepare

__all__ = ["looks_english", "prepare"]

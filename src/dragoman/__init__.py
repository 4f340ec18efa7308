"""Dragoman reads dated news reports into a citable record of international affairs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Coder", "__version__"]

if TYPE_CHECKING:
    from dragoman.coder import Coder


def __getattr__(name: str) -> Any:
    """`Coder`, imported when it is first asked for: its language libraries take seconds to load."""
    if name == "Coder":
        from dragoman.coder import Coder

        return Coder
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}; it has {__all__}")

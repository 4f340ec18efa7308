"""Where the pages are: inside the installed package, or in `docs/codebook` of a checkout."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from dragoman.errors import UsageError

_CHECKOUT = Path(__file__).parents[3] / "docs" / "codebook"


def _folder() -> Traversable:
    """The wheel carries the pages beside this module (pyproject, force-include); an editable install does not."""
    inside = files("dragoman.codebook") / "pages"
    return inside if inside.is_dir() else _CHECKOUT


def page_names() -> tuple[str, ...]:
    """The pages' names in alphabetical order: "assault", "dates", "index" ..."""
    return tuple(sorted(f.name.removesuffix(".md") for f in _folder().iterdir() if f.name.endswith(".md")))


def read_page(name: str) -> str:
    """The Markdown of a page; case does not matter ("CONSULT", "consult"). UsageError lists the pages there are."""
    if name.lower() not in page_names():
        raise UsageError(f"there is no codebook page {name!r}; there are {', '.join(page_names())}")
    return (_folder() / f"{name.lower()}.md").read_text(encoding="utf-8")

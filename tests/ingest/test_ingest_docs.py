from __future__ import annotations

from pathlib import Path
from typing import get_args

from dragoman.ingest import kinds
from dragoman.ingest.rows import ALIASES, Reason

PAGE = (Path(__file__).parents[2] / "docs" / "input.md").read_text(encoding="utf-8")


def test_every_kind_is_documented() -> None:
    for kind in kinds():
        assert f"| `{kind}` |" in PAGE


def test_every_alias_is_documented_in_its_order() -> None:
    for field, aliases in ALIASES.items():
        assert f"| `{field}` | {', '.join(f'`{alias}`' for alias in aliases)} |" in PAGE


def test_every_reason_is_documented() -> None:
    for reason in get_args(Reason):
        assert f"| `{reason}` |" in PAGE

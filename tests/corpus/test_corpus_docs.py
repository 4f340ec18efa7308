"""docs/corpus.md shows a report that checks clean and names every key, style, theme and type."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from dragoman.corpus.check import check
from dragoman.corpus.read import read_corpus
from dragoman.corpus.source import CodedEvent, CodedFact, CodedQuote, Coding, Head, Somebody, Style, Theme
from dragoman.model.actor import EntityType

DOCS = (Path(__file__).parents[2] / "docs" / "corpus.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("model", [Head, Coding, Somebody, CodedEvent, CodedFact, CodedQuote])
def test_every_key_is_documented(model: type[BaseModel]) -> None:
    assert [key for key in model.model_fields if not re.search(rf"`{key}\b", DOCS)] == []


@pytest.mark.parametrize("value", [*get_args(Style), *get_args(Theme), *get_args(EntityType)])
def test_every_value_is_documented(value: str) -> None:
    assert f"`{value}`" in DOCS


def test_the_documented_report_is_clean(tmp_path: Path) -> None:
    example = re.search(r"```yaml\n(.*?)```", DOCS, re.DOTALL)
    assert example
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "bridge-reopening.yml").write_text(example.group(1), encoding="utf-8")
    found = check(read_corpus(tmp_path))
    assert [str(problem) for problem in found.problems] == []
    (report,) = found.gold
    assert [event.trigger.text for event in report.events] == ["crossed\nthe river", "will meet", "accused", "arrested"]

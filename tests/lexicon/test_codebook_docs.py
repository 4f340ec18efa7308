"""docs/codebook/index.md says what the code does: categories, quad codes, modes and scores."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from dragoman.lexicon.schema import MODES
from dragoman.manifest import CODEBOOK
from dragoman.model.event import Auxiliary, Category
from dragoman.model.scale import BASE_SCORES, MODE_SCORES, QUADS

DOCS = (Path(__file__).parents[2] / "docs" / "codebook" / "index.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    return DOCS.split(f"\n## {title}\n")[1].split("\n## ")[0]


def test_the_page_is_about_the_codebook_that_records_name() -> None:
    assert DOCS.startswith(f"# Codebook: `{CODEBOOK}`\n")


@pytest.mark.parametrize("category", get_args(Category))
def test_quad_codes_and_scores_are_those_of_the_code(category: Category) -> None:
    row = f"| {category} | {QUADS[category]} | {BASE_SCORES[category]} |"
    assert row in section("Categories")


@pytest.mark.parametrize("category", get_args(Category))
def test_modes_and_their_scores_are_those_of_the_code(category: Category) -> None:
    row = re.search(rf"^\| {category} \| (.*) \|$", section("Modes"), re.MULTILINE)
    found = dict(re.findall(r"`([a-z-]+)` (-?[\d.]+|\(no score\))", row.group(1) if row else ""))
    assert found.keys() == MODES[category]
    scores = {mode: float(score) for mode, score in found.items() if score != "(no score)"}
    assert scores == MODE_SCORES.get(category, {})


@pytest.mark.parametrize("mode", get_args(Auxiliary))
def test_every_auxiliary_mode_is_defined(mode: str) -> None:
    assert f"| `{mode}` |" in section("Auxiliary modes")

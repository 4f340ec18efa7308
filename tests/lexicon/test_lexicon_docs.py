"""docs/lexicon.md: its worked example is a lexicon, and it names every field and slot."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dragoman.cli.lexicon import own_entries
from dragoman.coder import Coder
from dragoman.evaluate.examples import failures
from dragoman.lexicon.check import lint, repeated_keys
from dragoman.lexicon.load import load_lexicon
from dragoman.lexicon.schema import CORE_SLOTS, Example, Rule
from dragoman.settings import Settings

DOCS = (Path(__file__).parents[2] / "docs" / "lexicon.md").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder that the page shows."""
    for name, content in re.findall(r"```yaml\n# (\w+\.yml)\n(.*?)```", DOCS, re.DOTALL):
        (tmp_path / name).write_text(content, encoding="utf-8")
    return tmp_path


def test_the_worked_example_has_no_slips(folder: Path) -> None:
    ours, laid = load_lexicon(), load_lexicon(folder)
    assert {e.id for e in own_entries(laid, ours)} == {"sanction.close_waters", "discard.meeting_of_waters"}
    assert [*repeated_keys(folder), *lint(laid, base=ours)] == []


@pytest.mark.model
def test_the_examples_of_the_worked_example_come_out(folder: Path) -> None:
    coder = Coder(Settings(lexicon=folder))
    entries = own_entries(load_lexicon(folder), load_lexicon())
    assert list(failures(entries, lambda sentence: coder.code(sentence, date="2020-01-15"))) == []
    examples = sum(len(entry.yes) + len(entry.no) for entry in entries)
    assert f"{len(entries)} rules, {examples} examples, 0 failed" in DOCS


@pytest.mark.parametrize("name", sorted(Rule.model_fields.keys() - {"category"} | Example.model_fields.keys()))
def test_every_field_is_explained(name: str) -> None:
    assert f"`{name}`" in DOCS


@pytest.mark.parametrize("slot", sorted(CORE_SLOTS | {"clause", "compound", "head", "particle"}))
def test_every_slot_is_explained(slot: str) -> None:
    assert re.search(rf"^\| [^|]*`{slot}`", DOCS, re.MULTILINE)

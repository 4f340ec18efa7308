"""The documentation names every command, option and setting, and no others."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from dragoman.cli.app import app
from dragoman.evaluate.gold import GoldReport
from dragoman.evaluate.metrics import F1_MEASURES, SHARES
from dragoman.settings import Settings

DOCS = Path(__file__).parents[1] / "docs"
CLI = (DOCS / "cli.md").read_text(encoding="utf-8")
MEASURING = (DOCS / "measuring.md").read_text(encoding="utf-8")


def commands() -> Iterator[tuple[str, set[str]]]:
    """Every command's full name with its long options."""
    pending = [("dragoman", typer.main.get_command(app))]
    while pending:
        name, command = pending.pop()
        inner = getattr(command, "commands", {})
        pending += [(f"{name} {word}", sub) for word, sub in inner.items()]
        if not inner:
            options = {option for parameter in command.params for option in parameter.opts}
            yield name, {option for option in options if option.startswith("--")}


def section(command: str) -> str:
    """What the documentation says under the heading of `command`."""
    heading = re.search(rf"^## `{re.escape(command)}\b.*$", CLI, re.MULTILINE)
    assert heading, f"docs/cli.md has no section for {command}"
    return CLI[heading.end() :].split("\n## ")[0]


@pytest.mark.parametrize(("command", "options"), list(commands()))
def test_every_command_has_a_section_with_all_its_options(command: str, options: set[str]) -> None:
    documented = set(re.findall(r"`(--[a-z-]+)", section(command)))
    assert options - {"--help"} - documented == set()
    assert documented - options == set()


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_documented_with_its_default(name: str) -> None:
    row = re.search(rf"^\| `DRAGOMAN_{name.upper()}` \| (.*?) \|", CLI, re.MULTILINE)
    assert row, f"docs/cli.md does not name the setting DRAGOMAN_{name.upper()}"
    default = Settings.model_fields[name].default
    if default is not None:
        assert row.group(1).strip("`") == str(default)


def test_no_setting_is_documented_that_is_not_there() -> None:
    documented = set(re.findall(r"^\| `DRAGOMAN_([A-Z_]+)`", CLI, re.MULTILINE))
    assert documented == {name.upper() for name in Settings.model_fields}


@pytest.mark.parametrize("measure", [*F1_MEASURES, *SHARES])
def test_every_measure_is_defined(measure: str) -> None:
    assert f"`{measure}`" in MEASURING


def test_the_documented_gold_is_gold() -> None:
    example = re.search(r"```json\n(.*?)```", MEASURING, re.DOTALL)
    assert example
    report = GoldReport.model_validate(json.loads(example.group(1)))
    spans = (report.events[0].trigger, report.quotes[0])
    assert [report.text[s.start : s.end] for s in spans] == ["visited", "We are neighbours,"]

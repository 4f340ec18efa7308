from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from dragoman.cli.app import app
from dragoman.cli.demo import demo_reports
from fake_coder import Run

TEXT = "Rojas met the mayor of Salto."
RULE = """
category: CONSULT
rules:
  - id: consult.meet
    head: meet
    pos: verb
    yes: {yes}
    no: {no}
"""


def gold(**changes: object) -> dict[str, object]:
    event = {
        "event": "CONSULT",
        "trigger": {"start": 6, "end": 9},
        "actor": [{"text": "Rojas", "name": "Rojas", "country": "CHL", "sector": "GOV"}],
        "recipient": [],
        "date": None,
        "location": None,
    }
    return {"doc_id": "r1", "published": None, "text": TEXT, "events": [event | changes]}


def test_every_command_has_help_with_an_example(run: Run) -> None:
    root = typer.main.get_command(app)
    paths = [[name] for name in root.commands] + [["lexicon", "check"]]  # type: ignore[attr-defined]
    for path in paths:
        done = run(*path, "--help")
        assert done.status == 0
        assert f"Example: dragoman {' '.join(path)}" in done.out


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version").out.startswith("dragoman ")


def test_the_package_runs_as_a_module() -> None:
    done = subprocess.run([sys.executable, "-m", "dragoman", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("dragoman ")


def test_bench_scores_a_perfect_coding_one(run: Run, tmp_path: Path) -> None:
    (tmp_path / "gold.json").write_text(json.dumps(gold()))
    done = run("bench", tmp_path, "--json")
    scores = json.loads(done.out)["scores"]
    assert done.status == 0
    assert scores["complete"] == {
        "kind": "f1",
        "value": 1.0,
        "low": 1.0,
        "high": 1.0,
        "right": 1,
        "given": 1,
        "asked": 1,
    }


def test_bench_prints_measures_and_differences(run: Run, tmp_path: Path) -> None:
    (tmp_path / "gold.json").write_text(json.dumps(gold(event="SUPPORT")))
    done = run("bench", tmp_path, "--errors")
    assert "95 % intervals" in done.out
    assert "missed r1 SUPPORT" in done.out
    assert "spurious r1 CONSULT [consult.meet]" in done.out


def test_bench_without_gold_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    assert run("bench", tmp_path / "none").status == 2


@pytest.mark.parametrize(
    ("yes", "no", "status", "says"),
    [
        (f"['{TEXT}']", "['Rojas sang.']", 0, ""),
        ("['Rojas sang.']", "['Rojas ran.']", 1, "consult.meet: the rule did not fire (no event): Rojas sang."),
        (f"['{TEXT}']", "['Rojas met Paz.']", 1, "stands under `no`, but the rule fired"),
        (f"[{{text: '{TEXT}', actor: [PER]}}]", "['Rojas sang.']", 1, "actor is ['CHL'], not ['PER']"),
    ],
)
def test_lexicon_check_runs_the_examples(run: Run, tmp_path: Path, yes: str, no: str, status: int, says: str) -> None:
    (tmp_path / "mine.yml").write_text(RULE.format(yes=yes, no=no))
    done = run("lexicon", "check", tmp_path)
    assert done.status == status
    assert says in done.out
    assert "1 rules, 2 examples" in done.err


def test_a_lexicon_that_does_not_fit_the_schema_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.yml").write_text("category: DANCE\nrules:\n  - id: x\n")
    done = run("lexicon", "check", tmp_path)
    assert done.status == 2
    assert "mine.yml" in done.err


def test_the_demo_codes_the_bundled_reports(run: Run) -> None:
    done = run("demo")
    assert done.status == 0
    assert "1987-12-08  Reagan and Gorbachev" in done.out
    assert "7 reports" in done.err


def test_the_bundled_reports_are_dated_and_of_the_length_of_a_wire_report() -> None:
    reports = list(demo_reports())
    assert len({r.published.year // 10 for r in reports if r.published}) == 5
    assert all(120 <= len(r.text.split()) <= 250 for r in reports)


@pytest.mark.model
def test_doctor_says_what_is_there_and_finds_the_pinned_model(run: Run) -> None:
    found = json.loads(run("doctor", "--json").out)
    assert found["model"]["state"] == "ok"
    assert {"dragoman", "spacy", "lexicon", "knowledge", "gazetteer"} <= found.keys()


@pytest.mark.model
def test_doctor_exits_1_and_names_the_remedy_when_the_model_is_missing(run: Run) -> None:
    done = run("doctor", "--model", "no_such_pipeline", "--json")
    assert done.status == 1
    assert "pip install" in json.loads(done.out)["model"]["remedy"]

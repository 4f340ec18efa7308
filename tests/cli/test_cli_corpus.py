from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from fake_coder import Run

TEXT = "Rojas met the mayor of Salto on Sunday. " + "The two were at school together, and it showed. " * 5
SOURCE: dict[str, Any] = {
    "id": "salto",
    "published": "2020-03-02",
    "title": None,
    "style": "brief",
    "countries": ["CHL", "URY"],
    "theme": "diplomacy",
    "real": False,
    "writer": "w1",
    "text": TEXT.strip(),
    "coder": "c1",
    "who": [{"name": "Rojas", "type": "person", "code": "CHL", "sector": "GOV", "mentions": ["Rojas"]}],
    "events": [{"event": "CONSULT", "trigger": "met", "actor": ["Rojas"], "date": "2020-03-02"}],
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "reports").mkdir()
    (tmp_path / "second").mkdir()
    save(tmp_path)
    return tmp_path


def save(folder: Path, **changes: Any) -> None:
    (folder / "reports" / "salto.yml").write_text(yaml.safe_dump(SOURCE | changes), encoding="utf-8")


def test_build_writes_one_line_a_report_that_bench_reads(run: Run, corpus: Path, tmp_path: Path) -> None:
    done = run("corpus", "build", corpus, "--output", tmp_path / "gold.jsonl")
    assert (done.status, done.out) == (0, "")
    scored = run("bench", tmp_path / "gold.jsonl", "--json")
    assert json.loads(scored.out)["scores"]["complete"]["value"] == 1.0


def test_build_lists_every_problem_and_writes_nothing(run: Run, corpus: Path, tmp_path: Path) -> None:
    save(corpus, style="wire", writer="c1")
    done = run("corpus", "build", corpus, "--output", tmp_path / "gold.jsonl")
    assert done.status == 1
    assert "reports/salto.yml: text: has" in done.err
    assert "reports/salto.yml: coder: c1 wrote this report" in done.err
    assert not (tmp_path / "gold.jsonl").exists()


def test_build_takes_one_split(run: Run, corpus: Path) -> None:
    lines = [run("corpus", "build", corpus, "--split", split).out.count("\n") for split in ("train", "dev", "test")]
    assert sorted(lines) == [0, 0, 1]


def test_stats_count_and_compare_coders(run: Run, corpus: Path) -> None:
    again = {name: SOURCE[name] for name in ("id", "who", "events")} | {"coder": "c2"}
    (corpus / "second" / "salto.yml").write_text(yaml.safe_dump(again), encoding="utf-8")
    counts = json.loads(run("corpus", "stats", corpus, "--json").out)
    assert counts["totals"]["events"] == 1
    assert counts["agreement"]["entities_b3"]["value"] == 1.0
    assert "agreement of second codings" in run("corpus", "stats", corpus).out


def test_score_codes_a_split_and_adds_the_entities(run: Run, corpus: Path) -> None:
    scores = json.loads(run("corpus", "score", corpus, "--split", "all", "--json").out)
    assert scores["scores"]["typed"]["value"] == 1.0
    assert scores["entities_b3"]["value"] == 0.0  # the fake coder lists no entities
    assert "entities_b3" in run("corpus", "score", corpus, "--split", "all").out


def test_score_of_a_split_without_reports_says_where_to_look(run: Run, corpus: Path) -> None:
    done = [run("corpus", "score", corpus, "--split", split) for split in ("train", "dev", "test")]
    assert sorted(d.status for d in done) == [0, 2, 2]
    assert any("dragoman corpus stats" in d.err for d in done)

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.cli.terminal import printable
from fake_coder import Run

MET = "Rojas met the mayor of Salto."


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(f"date 2020-03-02\n{MET}\n", encoding="utf-8")
    return path


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_a_pipe_gets_one_record_a_line_and_stderr_the_counts(run: Run, report: Path) -> None:
    done = run("code", report)
    assert done.status == 0
    assert lines(done.out)[0]["events"][0]["event"] == "CONSULT"
    assert done.err == "dragoman: 1 report, 1 event, 0 facts, 0 quotations\n"


def test_output_goes_to_the_file_and_nothing_to_stdout(run: Run, report: Path, tmp_path: Path) -> None:
    done = run("code", report, "--output", tmp_path / "out.jsonl")
    assert (done.status, done.out) == (0, "")
    assert lines((tmp_path / "out.jsonl").read_text())[0]["document"]["published"] == "2020-03-02"


def test_a_run_that_fails_leaves_an_earlier_file_as_it_was(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text("It breaks-the-fake.")
    (tmp_path / "out.jsonl").write_text("earlier")
    done = run("code", tmp_path / "bad.txt", "--output", tmp_path / "out.jsonl")
    assert done.status == 1
    assert (tmp_path / "out.jsonl").read_text() == "earlier"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["bad.txt", "out.jsonl"]


def test_an_unexpected_error_is_one_line_and_a_traceback_only_when_asked_for(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bad.txt").write_text("It breaks-the-fake.")
    done = run("code", tmp_path / "bad.txt")
    assert done.status == 1
    assert done.err.count("\n") == 1
    assert "unexpected RuntimeError: the fake broke" in done.err
    monkeypatch.setenv("DRAGOMAN_DEBUG", "1")
    with pytest.raises(RuntimeError):
        run("code", tmp_path / "bad.txt")


def test_the_table_heads_each_report_with_date_and_title(run: Run, tmp_path: Path) -> None:
    row = {"id": "a", "date": "2020-03-02", "title": "A visit [red]to[/red] Salto", "text": MET}
    (tmp_path / "rows.jsonl").write_text(json.dumps(row) + "\n")
    done = run("code", tmp_path / "rows.jsonl", "--format", "table")
    assert "2020-03-02  A visit [red]to[/red] Salto" in done.out
    assert "Rojas (CHL GOV)" in done.out
    assert "CONSULT" in done.out


def test_plover_lines_are_events(run: Run, report: Path) -> None:
    done = run("code", report, "--format", "plover")
    assert [e["event"] for e in lines(done.out)] == ["CONSULT"]


def test_without_text_no_format_shows_the_words(run: Run, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Rojas met Zyxwv in the orchard.")
    for form in ("jsonl", "plover", "table"):
        done = run("code", tmp_path / "secret.txt", "--no-text", "--format", form)
        assert done.status == 0
        assert "orchard" not in done.out


def test_date_serves_reports_without_one_and_force_date_all(run: Run, report: Path, tmp_path: Path) -> None:
    (tmp_path / "undated.txt").write_text(MET)
    both = (report, tmp_path / "undated.txt")

    def days(*options: str) -> list[str]:
        return [r["document"]["published"] for r in lines(run("code", *both, "--date", "2021-05-06", *options).out)]

    assert days() == ["2020-03-02", "2021-05-06"]
    assert days("--force-date") == ["2021-05-06", "2021-05-06"]


def test_a_column_can_be_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text(f"id,Words\na,{MET}\n")
    done = run("code", tmp_path / "rows.csv", "--map", "text=Words")
    assert lines(done.out)[0]["document"]["text"] == MET


def test_a_report_that_cannot_be_coded_is_counted_and_fails_only_a_strict_run(run: Run, tmp_path: Path) -> None:
    rows = [{"id": "a", "text": MET}, {"id": "a", "text": MET}]
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    done = run("code", tmp_path / "rows.jsonl")
    assert done.status == 0
    assert len(lines(done.out)) == 2
    assert "1 report could not be coded (duplicate_id 1)" in done.err
    assert run("code", tmp_path / "rows.jsonl", "--strict").status == 1


def test_explain_says_why_a_sentence_gave_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "quiet.txt").write_text("Rojas likes the sea.")
    done = run("code", tmp_path / "quiet.txt", "--explain")
    assert "sentence 1: no_trigger: Rojas likes the sea." in done.err
    assert "without event: no_trigger 1" in done.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere.txt"], "no such file"),
        ([], "Missing argument"),
        (["{report}", "--date", "yesterday"], "write it as 2022-02-03"),
        (["{report}", "--force-date"], "needs --date"),
        (["{report}", "--map", "colour=red"], "unknown field 'colour'"),
        (["{report}", "--format", "xml"], "xml"),
        (["{report}", "--workers", "0"], "greater than or equal to 1"),
        (["{report}", "--output", "{report}/none/out.jsonl"], "no folder"),
        (["{report}", "--colour"], "No such option"),
    ],
)
def test_wrong_usage_exits_2_and_says_what_is_wrong(run: Run, report: Path, arguments: list[str], message: str) -> None:
    done = run("code", *(a.replace("{report}", str(report)) for a in arguments))
    assert (done.status, done.out) == (2, "")
    assert message in done.err
    assert "Traceback" not in done.err


def test_a_setting_that_cannot_be_used_is_named(run: Run, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_THRESHOLD", "high")
    done = run("code", report)
    assert done.status == 2
    assert "DRAGOMAN_THRESHOLD='high'" in done.err


def test_control_characters_of_a_report_do_not_reach_the_terminal() -> None:
    assert printable("a\x1b[2Jb\u202ec\nd\ud800") == "a[2Jbc d"

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.errors import UsageError
from dragoman.evaluate.gold import read_gold

REPORT = {"doc_id": "r1", "published": "2020-03-02", "text": "Nothing happened.", "events": []}


def test_a_folder_a_list_and_lines_are_read_alike(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.json").write_text(json.dumps(REPORT))
    (tmp_path / "list.json").write_text(json.dumps([REPORT]))
    (tmp_path / "lines.jsonl").write_text(json.dumps(REPORT) + "\n\n")
    read = {read_gold(tmp_path / name) for name in ("folder", "list.json", "lines.jsonl")}
    assert len(read) == 1


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "not JSON"),
        (json.dumps({**REPORT, "events": [{"event": "DANCE"}]}), r"report r1: events\.0\.event"),
        (json.dumps([REPORT, REPORT]), "'r1' stands twice"),
        ("[]", "holds no hand-coded reports"),
    ],
)
def test_gold_that_does_not_fit_is_named(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "gold.json").write_text(content)
    with pytest.raises(UsageError, match=message):
        read_gold(tmp_path / "gold.json")


def test_gold_in_another_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "gold.json").write_bytes(json.dumps(REPORT).encode("utf-16"))
    with pytest.raises(UsageError, match="not JSON"):
        read_gold(tmp_path / "gold.json")


def test_a_missing_file_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is not there"):
        read_gold(tmp_path / "none")

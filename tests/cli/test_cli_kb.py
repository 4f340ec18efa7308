"""`dragoman kb`: checking, asking, importing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fake_coder import Run

TERM = {
    "mainsnak": {"snaktype": "value", "datavalue": {"value": {"id": "Q9002"}}},
    "qualifiers": {
        "P580": [{"snaktype": "value", "datavalue": {"value": {"time": "+2001-02-03T00:00:00Z", "precision": 11}}}]
    },
}
HUMAN = {"mainsnak": {"snaktype": "value", "datavalue": {"value": {"id": "Q5"}}}}
PERU = {"mainsnak": {"snaktype": "value", "datavalue": {"value": {"id": "Q419"}}}}
ENTITIES = (
    {"id": "Q9101", "labels": {"en": {"value": "Ilse Vantongeren"}}, "claims": {"P31": [HUMAN], "P39": [TERM]}},
    {"id": "Q9002", "labels": {"en": {"value": "Prime Minister of Peru"}}, "claims": {"P1001": [PERU]}},
)


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "dump.json"
    path.write_text("[\n" + ",\n".join(map(json.dumps, ENTITIES)) + "\n]\n", encoding="utf-8")
    return path


def test_our_tables_pass(run: Run) -> None:
    done = run("kb", "check")
    assert (done.status, done.out) == (0, "")
    assert "0 problems" in done.err


def test_a_problem_in_a_table_is_a_failure(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "actors.csv"
    table.write_text("name,code,office,from\nIlse Vantongeren,BEL,Mayor,0201\n", encoding="utf-8")
    done = run("kb", "check", "--actors", table)
    assert done.status == 1
    assert "is no date of a term of office" in done.out


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [
        (("Warsaw Pact", "--date", "1988-06-01"), ["members: BGR CZE DEU HUN POL ROU RUS"]),
        (("Hosni Mubarak", "--date", "1999-01-01"), ["President of Egypt (1981-10-14 to 2011-02-11)"]),
        (("INF Treaty", "--date", "1990-01-01"), ["signed 1987-12-08", "parties: USA, SUN"]),
        (("INF Treaty",), ["parties: USA, SUN, RUS"]),
        (("SUN", "--date", "1988-01-01"), ["Soviet Union: SUN, in our records RUS; Correlates of War 365"]),
    ],
)
def test_a_name_is_shown_as_of_the_day(run: Run, arguments: tuple[str, ...], lines: list[str]) -> None:
    done = run("kb", "show", *arguments)
    assert done.status == 0
    for line in lines:
        assert line in done.out


def test_an_unknown_name_is_wrong_usage(run: Run) -> None:
    done = run("kb", "show", "Reed Council")
    assert (done.status, done.out) == (2, "")
    assert "'Reed Council' is not in the knowledge base, or could mean several; give --date" in done.err
    assert "could mean several on 1995-01-01" in run("kb", "show", "Reed Council", "--date", "1995-01-01").err


def test_an_import_goes_to_stdout_and_its_counts_to_stderr(run: Run, dump: Path) -> None:
    done = run("kb", "import", "wikidata", dump)
    assert done.status == 0
    assert done.out.splitlines()[1:] == [
        "name,aliases,code,sector,office,from,to,wikidata_id",
        "Ilse Vantongeren,,PER,GOV,Prime Minister of Peru,2001-02-03,,Q9101",
    ]
    assert "2 entities, 0 bad lines, 1 persons with a position, 1 terms written; left out: none" in done.err


def test_an_import_goes_to_a_file(run: Run, dump: Path, tmp_path: Path) -> None:
    target = tmp_path / "holders.csv"
    done = run("kb", "import", "wikidata", dump, "--output", target)
    assert (done.status, done.out) == (0, "")
    assert "Ilse Vantongeren" in target.read_text(encoding="utf-8")


def test_a_missing_dump_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    assert run("kb", "import", "wikidata", tmp_path / "none.json").status == 2


def test_a_dump_without_entities_is_a_failure_and_leaves_no_file(run: Run, tmp_path: Path) -> None:
    other, target = tmp_path / "reeds.txt", tmp_path / "holders.csv"
    other.write_text("reeds\n", encoding="utf-8")
    done = run("kb", "import", "wikidata", other, "--output", target)
    assert done.status == 1
    assert "no Wikidata entity in it" in done.err
    assert not target.exists()

"""The user's table over ours, and complaints about bad tables."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dragoman.errors import LexiconError
from dragoman.kb.load import Knowledge, load_knowledge
from dragoman.kb.tables import name_rows

HEADER = "name,aliases,code,sector,office,from,to,wikidata_id\n"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "actors.csv"


def test_the_users_names_are_found(table: Path, knowledge: Knowledge) -> None:
    table.write_text(
        "# our own\n" + HEADER + "Harbour Watch,HW;Harbor Watch,NGO,SOC,,,,\n"
        "Ilse Vantongeren,Vantongeren,BEL,GOV,Minister of Tides,2019,2021-05,Q123\n",
        encoding="utf-8",
    )
    mine = load_knowledge(table)
    group = mine.lookup("Harbor Watch")
    assert group is not None
    assert (group.entity, group.code, group.kind) == ("Harbour Watch", "NGO", "organization")
    person = mine.person("Vantongeren", on=date(2020, 1, 1))
    assert person is not None
    assert (person.office, person.valid_from, person.valid_to) == (
        "Minister of Tides",
        date(2019, 1, 1),
        date(2021, 5, 31),
    )
    assert mine.digest != knowledge.digest


def test_the_users_meaning_of_a_name_replaces_ours(table: Path) -> None:
    table.write_text(HEADER + "Amal,,KEN,SOC,,,,\n", encoding="utf-8")
    name = load_knowledge(table).lookup("Amal")
    assert name is not None
    assert (name.code, name.sector) == ("KEN", "SOC")


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("Harbour Watch,,XXX,SOC,,,,", "line 2: no code 'XXX'"),
        ("Harbour Watch,,GRL,SOC,,,,", "line 2: no code 'GRL'; it folds into DNK"),
        ("Harbour Watch,,NGO,ZZZ,,,,", "line 2: `sector`: no sector 'ZZZ'"),
        (",,NGO,SOC,,,,", "line 2: `name` is empty"),
        ("Ilse,,BEL,GOV,Mayor,2019-13,,", "line 2: `from` is '2019-13'"),
        ("Ilse,,BEL,GOV,Mayor,2021,2019,", "line 2: `to` (2019-12-31) is before `from` (2021-01-01)"),
        ("Ilse,,BEL,GOV,Mayor,,,123", "line 2: '123' is not a Wikidata id"),
        ("Ilse,,BEL,GOV,Mayor,,,Q1,more", "line 2: 9 cells for 8 columns"),
    ],
)
def test_a_bad_row_is_named_by_file_and_line(table: Path, row: str, complaint: str) -> None:
    table.write_text(HEADER + row + "\n", encoding="utf-8")
    with pytest.raises(LexiconError) as error:
        load_knowledge(table)
    assert str(table) in str(error.value)
    assert complaint in str(error.value)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "no header row"),
        (b"name,colour\nHarbour Watch,blue\n", "no column 'colour'"),
        (b"aliases,code\nHW,NGO\n", "no column `name`"),
        (b"name\n\xff\xfe\n", "not UTF-8"),
        (b'name\n"Harbour\n', "not readable as CSV"),
    ],
)
def test_a_file_that_is_no_table_is_named(table: Path, content: bytes, complaint: str) -> None:
    table.write_bytes(content)
    with pytest.raises(LexiconError, match=complaint):
        load_knowledge(table)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="cannot be read"):
        load_knowledge(tmp_path / "none.csv")


def test_comment_lines_do_not_shift_line_numbers() -> None:
    content = b"# a comment\n\nname,kind,code\n# another\nHarbour Watch,ship,NGO\n"
    with pytest.raises(LexiconError, match=r"groups\.csv, line 5: `kind` is 'ship'"):
        list(name_rows("groups.csv", content))

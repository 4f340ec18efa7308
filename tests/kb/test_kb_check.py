"""The checker finds nothing in our tables, and finds planted mistakes."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.kb.check import check_rows, check_tables
from dragoman.kb.codes import FOLDED, state_code
from dragoman.kb.load import Knowledge, load_knowledge
from dragoman.kb.tables import NameRow


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def term(name: str, line: int, first: date, last: date | None) -> NameRow:
    return NameRow("offices.csv", line, name, "person", "BEL", "GOV", office="Mayor", valid_from=first, valid_to=last)


def test_our_tables_have_no_problems() -> None:
    assert check_tables() == []


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        (NameRow("groups.csv", 2, "Reed Cutters", "armed_group", "ZZZ", "REB"), "no code 'ZZZ'"),
        (NameRow("groups.csv", 2, "Reed Cutters", "armed_group", "GRL", "REB"), "its code is DNK"),
        (NameRow("groups.csv", 2, "Reed Cutters", "armed_group", "PER", "REB", wikidata_id="77"), "not a Wikidata id"),
        (NameRow("states.csv", 2, "Reedland", "state", "PER", "GOV", former="ABC"), "not an ISO 3166-3"),
        (term("Ilse Vantongeren", 2, date(201, 1, 1), None), "no date of a term"),
    ],
)
def test_a_bad_row_is_reported(row: NameRow, complaint: str) -> None:
    (problem,) = check_rows([row])
    assert complaint in problem


def test_two_holders_at_once_are_reported() -> None:
    first = term("Ilse Vantongeren", 3, date(2001, 1, 1), date(2005, 6, 1))
    second = term("Jan Op de Beeck", 4, date(2005, 5, 1), None)
    (problem,) = check_rows([first, second])
    assert "overlaps as Mayor" in problem


def test_handing_over_on_one_day_is_no_overlap() -> None:
    first = term("Ilse Vantongeren", 3, date(2001, 1, 1), date(2005, 6, 1))
    assert check_rows([first, term("Jan Op de Beeck", 4, date(2005, 6, 1), None)]) == []


def test_one_wording_with_two_meanings_is_reported() -> None:
    rows = [
        NameRow("groups.csv", 2, "Reed Cutters", "armed_group", "PER", "REB", aliases=("RC",)),
        NameRow("groups.csv", 3, "River Council", "organization", "BOL", "PTY", aliases=("RC",)),
    ]
    (problem,) = check_rows(rows)
    assert "'RC' already names" in problem


def test_dependencies_fold_and_states_do_not(knowledge: Knowledge) -> None:
    assert state_code("GRL") == "DNK"
    assert state_code("HKG") == "HKG"
    assert all(knowledge.state(code) is not None for code in FOLDED.values())

"""Who was a state, who was in which body, who signed what, on a day."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.errors import LexiconError
from dragoman.kb.load import Knowledge, load_knowledge
from dragoman.kb.relations import RELATION_TABLES, read_relations
from dragoman.kb.tables import table_bytes


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.mark.parametrize(
    ("body", "on", "count"),
    [
        ("United Nations", date(1987, 6, 1), 157),  # 159 seats: two Germanies and two Yemens share a code
        ("United Nations", date(2012, 6, 1), 193),
        ("NATO", date(1998, 6, 1), 16),
        ("NATO", date(2024, 6, 1), 32),
        ("European Union", date(1990, 6, 1), 12),
        ("European Union", date(2021, 6, 1), 27),
        ("Council of Europe", date(2010, 6, 1), 47),
        ("Commonwealth of Nations", date(2023, 6, 1), 56),
        ("Organization of American States", date(2000, 6, 1), 35),
        ("Organisation of Islamic Cooperation", date(2010, 6, 1), 57),
        ("ASEAN", date(1996, 6, 1), 7),
        ("Arab League", date(2000, 6, 1), 22),
    ],
)
def test_bodies_have_as_many_members_as_they_had(knowledge: Knowledge, body: str, on: date, count: int) -> None:
    assert len(knowledge.members(body, on) or ()) == count


def test_a_body_is_asked_for_under_any_of_its_names(knowledge: Knowledge) -> None:
    on = date(2000, 1, 1)
    assert knowledge.members("G-7", on) == knowledge.members("Group of Seven", on)
    assert knowledge.members("Hanseatic League", on) is None


def test_gone_states_have_their_successors_code(knowledge: Knowledge) -> None:
    assert knowledge.members("Warsaw Pact", date(1988, 1, 1)) == ("BGR", "CZE", "DEU", "HUN", "POL", "ROU", "RUS")
    assert knowledge.members("Warsaw Pact", date(1995, 1, 1)) == ()


@pytest.mark.parametrize(
    ("code", "body", "on", "member"),
    [
        ("RUS", "G8", date(2013, 1, 1), True),
        ("RUS", "G8", date(2014, 3, 25), False),
        ("GBR", "EU", date(2020, 1, 31), True),
        ("GBR", "EU", date(2020, 2, 1), False),
        ("QAT", "OPEC", date(2020, 1, 1), False),
        ("QAT", "Hanseatic League", date(2020, 1, 1), None),
    ],
)
def test_membership_ends_on_its_last_day(
    knowledge: Knowledge, code: str, body: str, on: date, member: bool | None
) -> None:
    assert knowledge.is_member(code, body, on) is member


@pytest.mark.parametrize(
    ("code", "on", "name", "cow", "gw"),
    [
        ("SUN", date(1988, 1, 1), "Soviet Union", 365, 365),
        ("RUS", date(1995, 1, 1), "Russia", 365, 365),
        ("DEU", date(1988, 1, 1), "West Germany", 260, 260),
        ("DEU", date(1995, 1, 1), "Germany", 255, 260),
        ("DDR", date(1988, 1, 1), "East Germany", 265, 265),
        ("YMD", date(1988, 1, 1), "South Yemen", 680, 680),
        ("SRB", date(2010, 1, 1), "Serbia", 345, 340),
        ("TON", date(2010, 1, 1), "Tonga", 955, 972),
    ],
)
def test_the_day_tells_which_state_a_code_means(
    knowledge: Knowledge, code: str, on: date, name: str, cow: int, gw: int
) -> None:
    state = knowledge.state_codes(code, on)
    assert state is not None
    assert (state.name, state.cow, state.gw) == (name, cow, gw)


@pytest.mark.parametrize(
    ("code", "on"), [("RUS", date(1988, 1, 1)), ("SUN", date(1995, 1, 1)), ("UNO", date(2000, 1, 1))]
)
def test_no_state_of_that_code_on_that_day(knowledge: Knowledge, code: str, on: date) -> None:
    assert knowledge.state_codes(code, on) is None


def test_on_the_day_of_handing_over_the_newcomer_holds_the_code(knowledge: Knowledge) -> None:
    state = knowledge.state_codes("COD", date(1997, 5, 17))
    assert state is not None
    assert state.former is None


def test_an_agreement_is_found_by_its_aliases_with_its_parties(knowledge: Knowledge) -> None:
    treaty = knowledge.agreement("Intermediate-Range Nuclear Forces Treaty")
    assert treaty is not None
    assert (treaty.name, treaty.kind, treaty.valid_to) == ("INF Treaty", "arms_control", date(2019, 8, 2))
    assert treaty.parties_on(date(1990, 1, 1)) == ("USA", "SUN")
    assert treaty.parties_on(date(2000, 1, 1)) == ("USA", "RUS")


def test_a_party_may_be_a_group(knowledge: Knowledge) -> None:
    accords = knowledge.agreement("Oslo Accord")
    assert accords is not None
    assert {p.party for p in accords.parties} == {"ISR", "Palestine Liberation Organization"}
    assert accords.brokers == ("NOR", "USA")


def test_an_unknown_agreement_is_none(knowledge: Knowledge) -> None:
    assert knowledge.agreement("Treaty of the Reed Beds") is None


def test_one_name_for_two_agreements_needs_a_day() -> None:
    tables = {name: table_bytes(name) for name in RELATION_TABLES}
    pacts = "Reed Pact of 1990,Reed Pact,trade,1990-02-01", "Reed Pact of 2001,Reed Pact,trade,2001-03-01"
    tables["agreements.csv"] = "\n".join(("name,aliases,kind,signed", *pacts)).encode()
    tables["agreement_parties.csv"] = b"agreement,party\nReed Pact of 2001,PER\n"
    relations = read_relations(tables)
    assert relations.agreement("Reed Pact") is None
    older, newer = (relations.agreement("Reed Pact", date(year, 1, 1)) for year in (1995, 2010))
    assert older is not None
    assert newer is not None
    assert (older.name, newer.name) == ("Reed Pact of 1990", "Reed Pact of 2001")
    assert relations.agreement("Reed Pact", date(1980, 1, 1)) is None


@pytest.mark.parametrize(
    ("table", "content", "complaint"),
    [
        ("agreement_parties.csv", b"agreement,party\nReed Pact,PER\n", "line 2: no agreement 'Reed Pact'"),
        ("memberships.csv", b"body,member\nNATO,\n", "line 2: `member` is empty"),
        ("memberships.csv", b"body,member,from,to\nNATO,PER,2001,2000\n", "line 2: `to` \\(2000-12-31\\) is before"),
        ("state_codes.csv", b"name,code,cow\nPeru,PER,two\n", "line 2: `cow` is 'two'"),
        ("state_codes.csv", b"name,code,colour\n", "no column 'colour'"),
    ],
)
def test_a_row_that_does_not_fit_is_named_by_file_and_line(table: str, content: bytes, complaint: str) -> None:
    tables = {name: table_bytes(name) for name in RELATION_TABLES} | {table: content}
    with pytest.raises(LexiconError, match=f"{table}.*{complaint}"):
        read_relations(tables)

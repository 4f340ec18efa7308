"""Persons: which bearer of a name a date means, and when a surname is somebody else's."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.kb.load import Knowledge, load_knowledge


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.mark.parametrize(
    ("surface", "on", "entity"),
    [
        ("Papandreou", date(1985, 6, 1), "Andreas Papandreou"),
        ("Papandreou", date(2010, 6, 1), "George Papandreou"),
        ("Kabila", date(2000, 6, 1), "Laurent Kabila"),
        ("Kabila", date(2010, 6, 1), "Joseph Kabila"),
    ],
)
def test_the_date_chooses_between_bearers(knowledge: Knowledge, surface: str, on: date, entity: str) -> None:
    name = knowledge.person(surface, on=on)
    assert name is not None
    assert name.entity == entity


def test_a_shared_name_without_a_date_names_nobody(knowledge: Knowledge) -> None:
    assert knowledge.person("Kabila") is None
    assert knowledge.find("Kabila spoke.") == []


def test_the_office_is_the_one_held_on_the_day(knowledge: Knowledge) -> None:
    as_premier = knowledge.person("Turgut Ozal", on=date(1986, 1, 1))
    as_president = knowledge.person("Turgut Ozal", on=date(1991, 1, 1))
    assert as_premier is not None
    assert as_premier.office == "Prime Minister of Turkey"
    assert as_president is not None
    assert as_president.office == "President of Turkey"
    undated = knowledge.person("Turgut Ozal")
    assert undated is not None
    assert undated.office is None


def test_a_head_of_government_with_a_ministry_is_the_head(knowledge: Knowledge) -> None:
    name = knowledge.person("Benjamin Netanyahu", on=date(2019, 3, 1))
    assert name is not None
    assert name.office == "Prime Minister of Israel"


def test_a_minister_who_rose_is_the_minister_before(knowledge: Knowledge) -> None:
    name = knowledge.person("Narasimha Rao", on=date(1989, 3, 1))
    assert name is not None
    assert name.office == "Foreign Minister of India"


@pytest.mark.parametrize(
    ("surface", "on", "code", "sector", "office"),
    [
        ("Grundberg", date(2023, 5, 1), "UNO", None, "Special Envoy of the United Nations for Yemen"),
        ("Prachanda", date(2001, 5, 1), "NPL", "REB", "Leader of the Communist Party of Nepal (Maoist)"),
        ("Tlass", date(1995, 5, 1), "SYR", "GOV", "Defense Minister of Syria"),
        ("Camdessus", date(1990, 5, 1), "IGO", None, "Managing Director of the International Monetary Fund"),
    ],
)
def test_envoys_rebels_and_ministers_have_country_and_office(
    knowledge: Knowledge, surface: str, on: date, code: str, sector: str | None, office: str
) -> None:
    name = knowledge.person(surface, on=on)
    assert name is not None
    assert (name.code, name.sector, name.office) == (code, sector, office)


def test_after_the_term_a_holder_is_former_elite_without_office(knowledge: Knowledge) -> None:
    name = knowledge.person("Helen Clark", on=date(2012, 1, 1))
    assert name is not None
    assert (name.code, name.sector, name.office) == ("NZL", "ELI", None)


def test_after_a_ministry_the_sector_is_unknown(knowledge: Knowledge) -> None:
    name = knowledge.person("Lloyd Axworthy", on=date(2003, 1, 1))
    assert name is not None
    assert (name.code, name.sector, name.office) == ("CAN", None, None)


def test_before_the_term_neither_office_nor_sector_is_known(knowledge: Knowledge) -> None:
    name = knowledge.person("Evo Morales", on=date(2003, 1, 1))
    assert name is not None
    assert (name.code, name.sector, name.office) == ("BOL", None, None)


def test_between_two_terms_no_office_is_claimed(knowledge: Knowledge) -> None:
    name = knowledge.person("Michelle Bachelet", on=date(2012, 1, 1))
    assert name is not None
    assert (name.sector, name.office) == (None, None)


def test_a_surname_alone_is_given_up_long_after_the_term(knowledge: Knowledge) -> None:
    assert knowledge.find("Hawke spoke.", on=date(1993, 1, 1)) != []
    assert knowledge.find("Hawke spoke.", on=date(2014, 1, 1)) == []


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("President Mulroney flew home.", True),
        ("In Ottawa, Mulroney flew home.", True),
        ("When Mulroney flew home, it rained.", True),
        ("Canada's Mulroney flew home.", True),
        ("A cousin, Waldemar Mulroney, flew home.", False),
        ("Brian Mulroney flew home.", True),
    ],
)
def test_a_namesake_with_another_given_name_is_not_the_holder(knowledge: Knowledge, text: str, known: bool) -> None:
    hits = knowledge.find(text, on=date(1990, 1, 1))
    assert any(h.name.kind == "person" for h in hits) is known


def test_transliterations_share_one_person(knowledge: Knowledge) -> None:
    spellings = ["Gaddafi", "Qaddafi", "Khadafy", "Moammar Gadhafi"]
    names = [knowledge.person(s, on=date(1999, 1, 1)) for s in spellings]
    assert {n.entity for n in names if n is not None} == {"Muammar Gaddafi"}
    assert None not in names


def test_offices_of_bodies_are_written_out(knowledge: Knowledge) -> None:
    name = knowledge.person("Annan", on=date(2000, 1, 1))
    assert name is not None
    assert (name.code, name.office) == ("UNO", "Secretary-General of the United Nations")

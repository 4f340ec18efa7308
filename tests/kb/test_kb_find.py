"""Names in running text: boundaries, forms, capitals, and what is no actor."""

from __future__ import annotations

import time
from datetime import date

import pytest

from dragoman.kb.load import Knowledge, load_knowledge


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def found(knowledge: Knowledge, text: str) -> list[tuple[str, str]]:
    return [(text[h.start : h.end], h.name.entity) for h in knowledge.find(text)]


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("Norway's fishermen met Icelandic officials.", ["Norway", "Icelandic"]),
        ("The Peru-Chile border was shut.", ["Peru", "Chile"]),
        ("A U.S.-led patrol entered port.", ["U.S."]),
        ("They flew to the U.S.", ["U.S."]),
        ("They flew to the U.S. on Monday.", ["U.S."]),
        ("A U.N.-backed court sat.", ["U.N."]),
        ("Nigerians and Nigeriens traded places.", ["Nigerians", "Nigeriens"]),
        ("Chadwick and Maltese falcons", ["Maltese"]),
        ("Guinea-Bissau and Equatorial Guinea voted.", ["Guinea-Bissau", "Equatorial Guinea"]),
        ("South Korea’s envoy", ["South Korea"]),
        ("Côte d’Ivoire and Türkiye signed.", ["Côte d’Ivoire", "Türkiye"]),
        ("the United\nKingdom", ["United\nKingdom"]),
    ],
)
def test_names_stand_between_word_boundaries(knowledge: Knowledge, text: str, surfaces: list[str]) -> None:
    assert [s for s, _ in found(knowledge, text)] == surfaces


def test_offsets_point_into_the_text_as_given(knowledge: Knowledge) -> None:
    text = "“Español” — São Tomé and Principe, then Curaçao"
    assert [text[h.start : h.end] for h in knowledge.find(text)] == ["São Tomé and Principe", "Curaçao"]


def test_the_pronoun_is_not_the_country(knowledge: Knowledge) -> None:
    assert found(knowledge, "Come with us, and let us eat turkey from china.") == []
    assert found(knowledge, "THE ISLANDERS ASKED FIJI TO TELL US MORE") == [("FIJI", "Fiji")]


def test_headlines_in_capitals_are_read(knowledge: Knowledge) -> None:
    assert found(knowledge, "PERU SAYS IT WILL REOPEN TALKS") == [("PERU", "Peru")]
    assert found(knowledge, "US ENVOY VISITS LAOS") == [("US", "United States"), ("LAOS", "Laos")]


def test_a_short_word_in_capitals_inside_a_sentence_may_be_an_acronym(knowledge: Knowledge) -> None:
    assert found(knowledge, "The firm's new CHAD unit makes lamps.") == []


def test_acronyms_that_are_words_count_only_as_written(knowledge: Knowledge) -> None:
    assert found(knowledge, "The WHO sent nurses.") == [("WHO", "World Health Organization")]
    assert found(knowledge, "NOBODY KNOWS WHO SENT NURSES") == []


def test_forms_tell_name_adjective_demonym_and_capital_apart(knowledge: Knowledge) -> None:
    hits = knowledge.find("Spain, a Spanish firm, two Spaniards and Madrid")
    assert [h.name.form for h in hits] == ["name", "adjective", "demonym", "capital"]
    assert {h.name.entity for h in hits} == {"Spain"}
    assert [h.name.sector for h in hits] == ["GOV", None, "CVL", "GOV"]


@pytest.mark.parametrize("text", ["pro-Russian crowds", "anti-American slogans", "non-Serb villages"])
def test_prefixed_nationality_says_not_who_acts(knowledge: Knowledge, text: str) -> None:
    assert found(knowledge, text) == []


@pytest.mark.parametrize("text", ["a cargo in the South China Sea", "voters of New Mexico", "an Indian Ocean island"])
def test_a_state_inside_another_name_is_no_state(knowledge: Knowledge, text: str) -> None:
    assert all(h.name.kind != "state" for h in knowledge.find(text))


def test_an_organ_after_another_states_name_is_that_states(knowledge: Knowledge) -> None:
    assert found(knowledge, "The Senate voted.") == [("Senate", "US Senate")]
    assert found(knowledge, "Uruguay's Senate voted.") == [("Uruguay", "Uruguay")]


def test_small_generic_last_words_are_read(knowledge: Knowledge) -> None:
    assert found(knowledge, "the Kurdistan Workers' party") == [("Kurdistan Workers' party", "PKK")]


@pytest.mark.parametrize(
    ("surface", "code", "sector", "kind"),
    [
        ("Scotland", "GBR", "GOV", "state"),
        ("Greenland", "DNK", "GOV", "state"),
        ("Abkhazia", "GEO", "PRE", "state"),
        ("Hong Kong", "HKG", "GOV", "state"),
        ("Kosovo", "KOS", "GOV", "state"),
        ("Security Council", "UNO", "GOV", "organization"),
        ("NATO", "IGO", "GOV", "organization"),
        ("European Commission", "EUR", "GOV", "organization"),
        ("Red Cross", "NGO", "SOC", "organization"),
        ("Xinhua", "CHN", "JRN", "organization"),
        ("al-Qaeda", "IMG", "REB", "armed_group"),
        ("Al-Qaeda", "IMG", "REB", "armed_group"),
        ("Tamil Tigers", "LKA", "REB", "armed_group"),
        ("Fifth Fleet", "USA", "MIL", "military_unit"),
        ("Kremlin", "RUS", "GOV", "organization"),
        ("Knesset", "ISR", "LEG", "organization"),
        ("Mossad", "ISR", "SPY", "organization"),
        ("Carabinieri", "ITA", "COP", "organization"),
    ],
)
def test_codes_and_sectors(knowledge: Knowledge, surface: str, code: str, sector: str, kind: str) -> None:
    name = knowledge.lookup(surface)
    assert name is not None
    assert (name.code, name.sector, name.kind) == (code, sector, kind)


@pytest.mark.parametrize(
    ("surface", "code", "former"),
    [("Soviet", "RUS", "SUN"), ("East German", "DEU", "DDR"), ("Zaire", "COD", "ZAR"), ("Yugoslav", "SRB", "YUG")],
)
def test_states_that_are_gone_take_the_successors_code(
    knowledge: Knowledge, surface: str, code: str, former: str
) -> None:
    name = knowledge.lookup(surface)
    assert name is not None
    assert (name.code, name.former) == (code, former)


def test_states_by_code(knowledge: Knowledge) -> None:
    state = knowledge.state("NLD")
    assert state is not None
    assert state.in_text == "the Netherlands"
    assert "Dutch" in state.adjectives
    assert knowledge.state("UNO") is None


def test_loading_and_finding_are_quick() -> None:
    start = time.perf_counter()
    knowledge = load_knowledge()
    knowledge.find("Bolivian miners met Belgian engineers in Sucre. " * 200)
    assert time.perf_counter() - start < 2  # a loose bound: 0.1 s on an idle machine


def test_the_same_tables_have_the_same_digest(knowledge: Knowledge) -> None:
    assert load_knowledge().digest == knowledge.digest


def test_a_body_is_not_found_before_it_existed(knowledge: Knowledge) -> None:
    text = "Wagner bought a mill."
    assert knowledge.find(text, on=date(1989, 1, 1)) == []
    assert [h.name.entity for h in knowledge.find(text, on=date(2023, 1, 1))] == ["Wagner Group"]

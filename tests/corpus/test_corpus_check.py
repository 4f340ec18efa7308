from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from corpus_factory import TEXT, checked, coding, errors, event, head, notes

from dragoman.corpus.check import check
from dragoman.corpus.read import read_corpus
from dragoman.errors import UsageError

CORPUS = Path(__file__).parents[2] / "corpus"
OTHER = """\
Nobody was hurt when a lorry carrying melons turned over on the coast road near
Manta on Sunday, a highway patrolman told callers from a radio station. Traffic
crawled past for two hours; children helped themselves to the fruit, and a priest,
arriving late for a wedding, blessed whatever had been left lying in the ditch.
"""


def test_our_own_corpus_is_clean() -> None:
    found = check(read_corpus(CORPUS))
    if found.corpus.uncoded:
        pytest.skip(f"{len(found.corpus.uncoded)} reports are not coded yet")
    assert [str(problem) for problem in found.errors] == []


def test_a_good_report_has_no_errors(tmp_path: Path) -> None:
    assert errors(tmp_path, head() | coding()) == []


def test_an_uncoded_report_is_counted_and_no_error(tmp_path: Path) -> None:
    found = checked(tmp_path, head())
    assert not found.errors
    assert not found.gold
    assert [str(n) for n in notes(found)] == ["note: reports: coding: 1 of 1 reports are not coded yet and left out"]


def test_a_folder_without_reports_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="reports"):
        read_corpus(tmp_path)


HEADS: list[tuple[dict[str, Any], str]] = [
    ({"style": "letter"}, "style: 'letter': Input should be"),
    ({"published": "2020-02-30"}, "published:"),
    ({"theme": "nonevent"}, "countries: is [] for the theme nonevent"),
    ({"countries": ["PER", "SUN"]}, "SUN is no ISO alpha-3 code"),
    ({"countries": ["PER", "GRL"]}, "GRL is coded DNK"),
    ({"countries": ["PER", "UNO"]}, "UNO is a body"),
    ({"style": "wire"}, "a report of style wire has 120 to 450"),
    ({"happening": "visit"}, "the id must be visit-1, visit-2"),
    ({"author": "w1"}, "author: is no key of the format"),
    ({"text": TEXT + "trailing \n"}, "tab or trailing blanks"),
    ({"title": 7}, "put the words in quotes"),
]


@pytest.mark.parametrize(("change", "message"), HEADS)
def test_a_wrong_head_names_the_field_and_what_to_do(tmp_path: Path, change: dict[str, Any], message: str) -> None:
    (found,) = errors(tmp_path, head(**change))
    assert found.startswith("reports/estuary.yml: ")
    assert message in found


EVENTS: list[tuple[dict[str, Any], str]] = [
    ({"event": "MEET"}, "events 1 'visited': event: 'MEET': Input should be"),
    ({"mode": ["demo"]}, "mode: CONSULT has no mode demo; it has multilateral, phone"),
    ({"mode": "visit"}, "mode: 'visit': must be a list"),
    ({"event": "AID", "mode": [], "recipient": []}, "recipient: AID needs one"),
    ({"actor": [], "recipient": []}, "actor: names nobody"),
    ({"date": "2020-03-09"}, "date: 2020-03-09 is after the publication"),
    ({"date": "2020-02-28..2020-02-01"}, "date: 2020-02-28 is after 2020-02-01"),
    ({"date": "2020-02-30"}, "date.start:"),
    ({"auxiliary": ["future"]}, "auxiliary: a promised CONSULT is AGREE"),
    ({"place_country": "XXX"}, "place_country: XXX is no ISO alpha-3"),
    ({"place": None}, "place_country stands without place"),
    ({"trigger": "visits"}, "trigger: 'visits' is not in the text; the nearest is 'visited'"),
    ({"also": ["Peru"]}, "also: 'Peru' occurs 3 times"),
    ({"source": "Eva Paz"}, "source: 'Eva Paz' is neither a name in who nor words of the text"),
    ({"key": "visit"}, "key: 'visit': a report told once has no keys"),
    ({"dead": "3..2"}, "dead: 3 is more than 2"),
    ({"actor": ["Peru", "Peru"]}, "actor: names the same twice"),
]


@pytest.mark.parametrize(("change", "message"), EVENTS)
def test_a_wrong_event_names_the_field_and_what_to_do(tmp_path: Path, change: dict[str, Any], message: str) -> None:
    found = errors(tmp_path, head() | coding(events=[event(**change)]))
    assert message in found[0]
    assert all(problem.startswith("reports/estuary.yml: events") for problem in found)


def test_a_source_may_be_words_of_the_text_and_a_plan_may_lie_ahead(tmp_path: Path) -> None:
    plan = event(event="ASSAULT", mode=[], auxiliary=["future"], date="2020-04-01", source="officials in Lima")
    assert errors(tmp_path, head() | coding(events=[plan])) == []


SOMEBODY: list[tuple[dict[str, Any], str]] = [
    ({"code": "YUG"}, "code: YUG is no ISO alpha-3"),
    ({"sector": None}, "sector: is missing"),
    ({"sector": "KING"}, "sector: 'KING'"),
    ({"mentions": ["Eva"]}, "mentions: 'Eva' is not in the text"),
    ({"mentions": [True]}, "put the words in quotes"),
]


@pytest.mark.parametrize(("change", "message"), SOMEBODY)
def test_a_wrong_entity_names_the_field_and_what_to_do(tmp_path: Path, change: dict[str, Any], message: str) -> None:
    first, *others = coding()["who"]
    found = errors(tmp_path, head() | coding(who=[first | change, *others], events=[], quotes=[]))
    assert message in found[0]


def test_an_entity_stands_once(tmp_path: Path) -> None:
    who = coding()["who"]
    assert "stands 2 times" in errors(tmp_path, head() | coding(who=[*who, who[0]]))[0]


def test_nobody_codes_his_own_report_or_finds_events_in_a_nonevent(tmp_path: Path) -> None:
    assert "w1 wrote this report" in errors(tmp_path, head() | coding(coder="w1"))[0]
    sport = head(theme="nonevent", countries=[]) | coding()
    assert "events: is [] for the theme nonevent" in errors(tmp_path, sport)[0]


def test_half_a_coding_is_an_error_that_names_what_is_missing(tmp_path: Path) -> None:
    half = {key: value for key, value in coding().items() if key != "events"}
    assert errors(tmp_path, head() | half) == ["reports/estuary.yml: events: is missing; write it (docs/corpus.md)"]


def test_a_quotation_in_the_text_that_is_not_coded_is_a_note(tmp_path: Path) -> None:
    found = checked(tmp_path, head() | coding(quotes=[]))
    assert found.errors == ()
    assert "'We are neighbours,' stands in quotation marks" in str(notes(found)[0])


def test_a_key_that_yaml_would_lose_is_told(tmp_path: Path) -> None:
    checked(tmp_path, head())
    with (tmp_path / "reports" / "estuary.yml").open("a") as file:
        file.write("theme: sea\n")
    (found,) = check(read_corpus(tmp_path)).errors
    assert "'theme' stands twice" in found.message


def test_a_file_that_is_no_yaml_stops_only_itself(tmp_path: Path) -> None:
    checked(tmp_path, head())
    (tmp_path / "reports" / "broken.yml").write_text("id: [", encoding="utf-8")
    found = check(read_corpus(tmp_path))
    assert [p.file for p in found.errors] == ["reports/broken.yml"]
    assert len(found.corpus.reports) == 1


def test_two_reports_may_not_share_eight_words_in_a_row(tmp_path: Path) -> None:
    copied = OTHER + "Gunmen killed two fishermen in the estuary last May, he added.\n"
    (found,) = checked(tmp_path, head(), head(id="melons", text=copied)).errors
    assert found.file == "reports/melons.yml"
    assert "shares 'gunmen killed two fishermen in the estuary last' with reports/estuary.yml" in found.message


def tellings(key: str | None) -> tuple[dict[str, Any], dict[str, Any]]:
    """Two tellings of one happening; the first has an event with a key, the second one with `key`."""
    first = head(id="visit-1", happening="visit") | coding(events=[event(key="rojas-in-quito")])
    crash = event(
        event="CONSULT", mode=[], trigger="turned over", recipient=[], actor=["a priest"], place=None, key=key
    )
    del crash["place_country"], crash["date"]
    priest = {"name": "a priest", "type": "person", "code": None, "sector": "REL", "mentions": ["a priest"]}
    other = coding(who=[priest], events=[crash], facts=[], quotes=[])
    return first, head(id="visit-2", happening="visit", text=OTHER) | other


def test_a_key_joins_two_tellings_of_one_happening(tmp_path: Path) -> None:
    assert checked(tmp_path, *tellings("rojas-in-quito")).errors == ()


def test_a_key_that_joins_nothing_is_an_error_once_all_tellings_are_coded(tmp_path: Path) -> None:
    first, second = tellings(None)
    (found,) = checked(tmp_path, first, second).errors
    assert "'rojas-in-quito' is in no other report of visit" in found.message
    uncoded = {key: value for key, value in second.items() if key not in coding()}
    assert checked(tmp_path, first, uncoded).errors == ()


def test_a_second_coding_is_checked_like_the_first(tmp_path: Path) -> None:
    second = {"id": "estuary", **coding(coder="c2", events=[event(mode=["demo"])])}
    (found,) = checked(tmp_path, head() | coding(), second=(second,)).errors
    assert found.file == "second/estuary.yml"
    assert "has no mode demo" in found.message


def test_a_second_coding_is_by_somebody_else_and_of_a_report_that_is_there(tmp_path: Path) -> None:
    again = {"id": "estuary", **coding()}
    stray = {"id": "elsewhere", **coding(coder="c2")}
    found = checked(tmp_path, head() | coding(), second=(again, stray)).errors
    assert [p.message.split(";")[0] for p in found] == [
        "there is no report 'elsewhere' to code a second time",
        "c1 made the first coding",
    ]

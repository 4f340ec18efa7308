from __future__ import annotations

import datetime as dt
import io

import pytest

from dragoman.cli.table import show_report
from dragoman.cli.terminal import console
from dragoman.model.record import EntityRecord
from support import TEXT, event, fact, party, quote, record

START = dt.date(2019, 1, 1)


def shown(**parts: object) -> str:
    screen = io.StringIO()
    show_report(console(screen), record(**parts))  # type: ignore[arg-type]
    return screen.getvalue()


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (START, START, "2019-01-01 "),
        (START, dt.date(2019, 1, 31), "2019-01 "),
        (START, dt.date(2019, 12, 31), "2019 "),
        (START, dt.date(2019, 2, 28), "2019-02-28"),
        (START, dt.date(2020, 12, 31), "2020-12-31"),
    ],
)
def test_whole_months_and_years_are_named_by_their_number(first: dt.date, last: dt.date, words: str) -> None:
    assert words in shown(events=[event(actor=[party("Ana Rojas", "CHL")], day=first, last=last)])


def test_a_column_that_no_event_fills_is_left_out() -> None:
    assert "according to" not in shown(events=[event(actor=[party("Ana Rojas", "CHL")])])
    assert "according to" in shown(events=[event(actor=[party("Ana Rojas", "CHL")], source="officials")])


def test_facts_and_quotations_follow_the_events() -> None:
    text = shown(
        events=[event(auxiliary=["historical"])],
        facts=[fact("Ana Rojas", "holds_office", "Foreign Minister, Chile")],
        quotes=[quote("We are old friends,", "Ana Rojas")],
    )
    assert "historical" in text
    assert "fact  Ana Rojas holds office Foreign Minister, Chile" in text
    assert "quote Ana Rojas: “We are old friends,”" in text


def test_a_report_without_events_says_so() -> None:
    assert "no events" in shown()


def test_an_agreement_is_told_with_its_other_names_parties_and_subjects() -> None:
    start = TEXT.index("Ana Rojas")
    words = {"start": start, "end": start + 9, "text": "Ana Rojas"}
    details = {"description": words, "parties": ["E1"], "scope": [words], "valid_from": START, "valid_to": None}
    shared: dict[str, object] = {
        "code": None,
        "former": None,
        "sector": None,
        "other_sectors": [],
        "wikidata_id": None,
        "office": None,
    }
    chile = EntityRecord.model_validate({"id": "E1", "name": "Chile", "type": "state", "mentions": [], **shared})
    accord = EntityRecord.model_validate(
        {"id": "E2", "name": "Lake Accord", "type": "agreement", "mentions": [words], "details": details, **shared}
    )
    text = " ".join(shown(entities=[chile, accord]).split())
    assert "about agreement Lake Accord; also “Ana Rojas”; with Chile; on Ana Rojas; from 2019-01-01" in text


def test_a_denied_relation_is_told_as_such() -> None:
    denied = fact("Chile", "diplomatic_relations", "Bolivia").model_copy(update={"polarity": False})
    assert "fact  Chile has no diplomatic relations with Bolivia" in shown(facts=[denied])

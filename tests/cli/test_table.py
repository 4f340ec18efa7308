from __future__ import annotations

import datetime as dt
import io

import pytest

from dragoman.cli.table import show_report
from dragoman.cli.terminal import console
from support import event, fact, party, quote, record

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

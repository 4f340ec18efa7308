from __future__ import annotations

import datetime as dt
import json

from dragoman.export.plover import plover_lines
from dragoman.model.record import EntityRecord
from support import event, party, record

ROJAS = EntityRecord(
    id="E1",
    name="Ana Rojas",
    type="person",
    code="CHL",
    former=None,
    sector="GOV",
    other_sectors=("LEG",),
    wikidata_id="Q1",
    office="Minister of Foreign Affairs of Chile",
    mentions=(),
)


def test_an_event_is_one_line_with_plovers_names() -> None:
    meeting = event(
        actor=[party("Ana Rojas", "CHL")],
        recipient=[party("Uruguay's president", "URY")],
        mode=["visit"],
        auxiliary=["historical"],
        day=dt.date(2020, 3, 2),
        country="URY",
        source="officials",
    )
    (line,) = plover_lines(record(events=[meeting], entities=[ROJAS]))
    written = json.loads(line)
    assert (written["event"], written["mode"], written["date"]) == ("CONSULT", ["visit"], "2020-03-02")
    assert written["context"] == ["diplomatic", "historical"]
    assert written["actor"][0]["identifier_id"] == "Q1"
    assert written["recipient"][0]["code"] == "URY"
    assert written["event_loc"]["country_code"] == "URY"
    assert written["x_attribution"] == ["officials"]


def test_an_event_without_a_named_actor_has_the_actor_unk() -> None:
    (line,) = plover_lines(record(events=[event(recipient=[party("Ana Rojas", "CHL")])]))
    assert json.loads(line)["actor"][0]["code"] == "UNK"


def test_an_undated_event_has_no_date() -> None:
    (line,) = plover_lines(record(events=[event(actor=[party("Ana Rojas", "CHL")])]))
    assert json.loads(line)["date"] is None


def test_a_report_without_events_gives_no_line() -> None:
    assert list(plover_lines(record())) == []

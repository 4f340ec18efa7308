from __future__ import annotations

import json
import time

import pytest
from pydantic import ValidationError

from dragoman.model.record import PartyRecord, ReportRecord, SpanRecord
from support import TEXT, event, fact, party, quote, record, span


def full_record() -> ReportRecord:
    rojas = party("Ana Rojas", "CHL")
    meeting = event(actor=[rojas], recipient=[party("Uruguay's president", "URY")], country="URY", source="officials")
    return record(
        events=[meeting], facts=[fact("Ana Rojas", "holds_office", "Foreign Minister, Chile")], quotes=[quote("We are")]
    )


def test_a_record_read_back_is_the_record_written() -> None:
    line = full_record().to_json_line()
    assert ReportRecord.model_validate_json(line).to_json_line() == line


def test_fields_are_written_in_the_order_of_the_specification() -> None:
    written = json.loads(full_record().to_json_line())
    assert list(written) == [
        "schema", "coder", "document", "entities", "events", "facts", "quotes", "times", "places", "warnings",
    ]  # fmt: skip
    assert list(written["events"][0]["actor"][0]) == [
        "entity", "text", "start", "end", "name", "code", "sector", "via",
    ]  # fmt: skip
    assert list(written["events"][0]["trigger"]) == ["start", "end", "text"]


def test_floats_are_rounded_to_four_places() -> None:
    written = json.loads(full_record().to_json_line())["events"][0]
    assert (written["confidence"], written["features"]["strength"]) == (0.8124, 0.3333)


def test_letters_outside_ascii_are_written_as_they_are() -> None:
    assert "Peña Nieto" in record(title="Peña Nieto").to_json_line()


def test_a_lone_surrogate_is_written_as_an_escape_and_read_back() -> None:
    line = record(text="odd \ud800 text").to_json_line()
    assert line.encode("utf-8")
    assert json.loads(line)["document"]["text"] == "odd \ud800 text"


def test_an_unknown_field_is_an_error() -> None:
    with pytest.raises(ValidationError, match="extra_forbidden"):
        SpanRecord.model_validate({"start": 0, "end": 1, "text": "M", "colour": "red"})


def test_a_missing_list_is_an_error() -> None:
    fields = dict(full_record())
    del fields["warnings"]
    with pytest.raises(ValidationError, match="warnings"):
        ReportRecord.model_validate(fields)


@pytest.mark.parametrize("wrong", [{"end": 3, "start": 5}, {"start": -1, "end": 2}])
def test_a_span_that_does_not_run_forward_is_an_error(wrong: dict[str, int]) -> None:
    with pytest.raises(ValidationError):
        SpanRecord.model_validate({**wrong, "text": ""})


def test_a_participant_has_both_offsets_or_none() -> None:
    fields = party("Ana Rojas", "CHL").model_dump() | {"end": None}
    with pytest.raises(ValidationError, match="forward range"):
        PartyRecord.model_validate(fields)


@pytest.mark.parametrize(("field", "value"), [("code", "Chile"), ("sector", "KING"), ("via", "telepathy")])
def test_codes_outside_their_list_are_errors(field: str, value: str) -> None:
    with pytest.raises(ValidationError, match=field):
        PartyRecord.model_validate(party("Ana Rojas", "CHL").model_dump() | {field: value})


def test_a_date_without_an_end_is_an_error() -> None:
    fields = event().model_dump() | {"date": "2020-03-02"}
    with pytest.raises(ValidationError, match="together"):
        type(event()).model_validate(fields)


def test_spans_that_quote_the_text_pass_the_check() -> None:
    full_record().check_spans()


def test_a_span_with_other_words_is_named() -> None:
    wrong = span("met").model_copy(update={"text": "meets"})
    bad = record(events=[event().model_copy(update={"trigger": wrong})])
    with pytest.raises(ValueError, match=r"events\.0\.trigger"):
        bad.check_spans()


def test_a_span_beyond_the_text_is_named() -> None:
    far = SpanRecord(start=len(TEXT), end=len(TEXT) + 2, text="")
    bad = record(events=[event().model_copy(update={"also": (far,)})])
    with pytest.raises(ValueError, match=r"events\.0\.also\.0.*runs past"):
        bad.check_spans()


def test_twenty_events_are_built_and_written_in_milliseconds() -> None:
    start = time.process_time()
    for _ in range(5):
        record(events=[event(actor=[party("Ana Rojas", "CHL")]) for _ in range(20)]).to_json_line()
    assert (time.process_time() - start) / 5 < 0.05

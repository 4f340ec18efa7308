from __future__ import annotations

import json

import pytest

from dragoman.errors import UsageError
from dragoman.export.notext import with_text, without_text
from dragoman.model.ids import sha256_text
from dragoman.model.record import ReportRecord
from support import TEXT, event, fact, party, quote, record


def coded() -> ReportRecord:
    return record(
        events=[event(actor=[party("Ana Rojas", "CHL")], country="URY", source="officials")],
        facts=[fact("Ana Rojas", "holds_office", "Foreign Minister, Chile")],
        quotes=[quote("We are old friends,", "Ana Rojas")],
    )


def test_no_words_of_the_report_are_left() -> None:
    line = without_text(coded()).to_json_line()
    assert "old friends" not in line
    assert "text" not in json.loads(line)["document"]
    assert json.loads(line)["events"][0]["trigger"].keys() == {"start", "end", "words_sha256", "around_sha256"}


def test_a_span_has_the_hash_of_its_words_and_of_what_stands_around_it() -> None:
    trigger = without_text(coded()).events[0].trigger
    at = TEXT.index("met")
    assert trigger.words_sha256 == sha256_text("met")
    assert trigger.around_sha256 == sha256_text(TEXT[at - 32 : at + 3 + 32])


def test_putting_the_text_back_gives_the_record_that_was() -> None:
    bare = ReportRecord.model_validate_json(without_text(coded()).to_json_line())
    assert with_text(bare, TEXT).to_json_line() == coded().to_json_line()


def test_another_text_is_refused() -> None:
    with pytest.raises(UsageError, match="SHA-256"):
        with_text(without_text(coded()), TEXT + " ")


def test_a_record_that_was_tampered_with_is_refused() -> None:
    bare = without_text(coded())
    moved = bare.events[0].trigger.model_copy(update={"start": 3})
    changed = bare.model_copy(update={"events": (bare.events[0].model_copy(update={"trigger": moved}),)})
    with pytest.raises(UsageError, match=r"events\.0\.trigger"):
        with_text(changed, TEXT)

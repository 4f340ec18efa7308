from __future__ import annotations

from datetime import date

import pytest

from dragoman.errors import UsageError
from dragoman.ingest import from_mapping, from_text

TEXT = "Envoys from Tarsis met in Port Hallow on Monday."


def test_a_string_becomes_a_report_with_an_id_made_from_it() -> None:
    document = from_text(TEXT, date="2020-01-31", title="Talks", publisher="Post")
    assert (document.text, document.published, document.title) == (TEXT, date(2020, 1, 31), "Talks")
    assert document.id == from_text(TEXT).id
    assert document.id != from_text(TEXT + "!").id
    assert from_text(TEXT, id="a").id == "a"


def test_a_header_is_taken_off_and_an_argument_goes_before_it() -> None:
    assert from_text(f"date 2022-02-03 {TEXT}").published == date(2022, 2, 3)
    document = from_text(f"date 2022-02-03 {TEXT}", date=date(2020, 1, 31))
    assert (document.text, document.published) == (TEXT, date(2020, 1, 31))


def test_a_moment_is_kept() -> None:
    assert from_text(TEXT, date="2020-01-31T10:00:00Z").published_at == "2020-01-31T10:00:00+00:00"


def test_wrong_calls_raise_and_poor_texts_do_not() -> None:
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        from_text(TEXT, date="31.02.2020")
    with pytest.raises(UsageError, match="string"):
        from_text(3)  # type: ignore[arg-type]
    for text, reason in (("", "empty_text"), (" \n", "empty_text"), ("half \ud83d", "bad_unicode")):
        problem = from_text(text, date="2020-01-31").problem
        assert problem is not None
        assert problem[0] == reason


def test_a_mapping_is_read_like_a_json_line() -> None:
    document = from_mapping({"doc_id": "a", "body": TEXT, "published": "2020-01-31"})
    assert (document.id, document.text, document.published) == ("a", TEXT, date(2020, 1, 31))
    assert from_mapping({"body": TEXT}).id == from_mapping({"body": TEXT}).id
    assert from_mapping({}).problem is not None

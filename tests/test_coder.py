"""The front door: any text in, a record out, the same every time."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coder_factory import DAY, coded, report, shared_coder
from dragoman.coder import Coder, unread
from dragoman.model.document import Document, RawDocument
from dragoman.model.layers import Layers
from dragoman.model.record import ReportRecord
from dragoman.settings import Settings

pytestmark = pytest.mark.model

ATTACK = "Malian troops attacked the rebels on Sunday."


def warnings(record: ReportRecord) -> list[str]:
    return [w.kind for w in record.warnings]


def test_a_plain_report_has_no_warning() -> None:
    assert warnings(coded(ATTACK)) == []


def test_an_undated_report_is_coded_with_a_warning_and_without_an_invented_date() -> None:
    record = coded(ATTACK, date=None)
    assert warnings(record) == ["undated"]
    event = record.events[0]
    assert (event.date, event.enddate, event.date_granularity) == (None, None, "unknown")


def test_an_undated_report_keeps_the_dates_it_gives_itself() -> None:
    event = coded("Malian troops attacked the rebels on 12 May 2019.", date=None).events[0]
    assert event.date == date(2019, 5, 12)
    assert event.auxiliary == ()


@pytest.mark.parametrize("text", ["", " \n\t\r\n ", "\ufeff"])
def test_an_empty_report_gives_a_record_with_a_warning_that_says_so(text: str) -> None:
    record = coded(text)
    assert [("empty" in w.kind or "empty" in w.message) for w in record.warnings] == [True]
    assert (record.events, record.entities, record.document.segments) == ((), (), ())


def test_an_empty_document_made_by_hand_is_empty() -> None:
    found = shared_coder().code_document(RawDocument("x", "", raw_sha256="0" * 64)).record
    assert warnings(found) == ["empty"]


@pytest.mark.parametrize(
    "text",
    [
        "Die Truppen haben am Sonntag die Rebellen angegriffen, und die Regierung hat sich dazu nicht geäußert.",
        "Les troupes ont attaqué les rebelles dimanche et le gouvernement n'a pas commenté cette information.",
        "Войска атаковали повстанцев в воскресенье, сообщили власти страны.",
    ],
)
def test_a_report_in_another_language_gives_a_record_with_a_warning_and_no_events(text: str) -> None:
    record = coded(text)
    assert warnings(record) == ["language"]
    assert record.events == ()
    assert record.document.text == text


def test_a_stated_language_decides() -> None:
    found = shared_coder().code_document(replace(report(ATTACK), language="fr")).record
    assert (warnings(found), found.events) == (["language"], ())


def test_a_report_over_the_limit_gives_a_record_with_a_warning_and_no_events(monkeypatch: pytest.MonkeyPatch) -> None:
    coder = shared_coder()
    monkeypatch.setattr(coder, "settings", Settings(max_characters=20))
    record = coder.code(ATTACK, date=DAY)
    assert warnings(record) == ["too_long"]
    assert record.events == ()
    assert "DRAGOMAN_MAX_CHARACTERS" in record.warnings[0].message


def test_a_report_that_could_not_be_read_says_why() -> None:
    found = shared_coder().code_document(replace(report(""), problem=("bad_json", "line 3 is cut off"))).record
    assert warnings(found) == ["unreadable"]
    assert found.warnings[0].message == "bad_json: line 3 is cut off"


def test_metadata_passes_through() -> None:
    record = shared_coder().code(
        ATTACK, date=date(2021, 6, 16), title="Raid", id="r7", publisher="Wire", url="http://x.example/a"
    )
    doc = record.document
    assert (doc.id, doc.title, doc.publisher, doc.url) == ("r7", "Raid", "Wire", "http://x.example/a")
    assert doc.published == date(2021, 6, 16)


def test_the_record_says_which_coder_made_it() -> None:
    assert coded(ATTACK).coder == shared_coder().versions()


def test_a_sentence_without_an_event_has_a_reason() -> None:
    found = shared_coder().code_document(report("Ghana is a country in West Africa."))
    assert [s.reason for s in found.skipped] == ["no_trigger"]


REPORTS = [report(text, id=f"r{n}") for n, text in enumerate([ATTACK, "", "Chad accused Sudan.", "Norway met Sweden."])]


def lines(records: list[ReportRecord]) -> list[str]:
    return [r.to_json_line() for r in records]


def test_the_same_report_gives_the_same_bytes_twice() -> None:
    coder = shared_coder()
    assert lines([coder.code_document(r).record for r in REPORTS]) == lines(
        [coder.code_document(r).record for r in REPORTS]
    )


def test_what_was_coded_before_leaves_no_trace() -> None:
    coder = shared_coder()
    alone = coder.code_document(REPORTS[0]).record
    coder.code("Ama Darko, the Ghanaian president, visited Mali on 3 May 2020.", date="2020-05-04")
    assert coder.code_document(REPORTS[0]).record == alone


def test_batches_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    text = " ".join([ATTACK, "Chad accused Sudan of arming them.", "Norway and Sweden held talks in Oslo."])
    whole = coded(text).to_json_line()
    monkeypatch.setattr(shared_coder().pipeline.steps[0], "batch_size", 1)
    assert shared_coder().code(text, date=DAY).to_json_line() == whole


def test_two_processes_give_the_same_lines_in_the_same_order() -> None:
    alone = lines([c.record for c in shared_coder().code_many(REPORTS)])
    spread = lines([c.record for c in shared_coder().code_many(iter(REPORTS), workers=2)])
    assert spread == alone


def test_a_report_that_breaks_the_program_is_kept_and_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    coder = shared_coder()
    run = coder.pipeline.run

    def breaks(doc: Document) -> Layers:
        if "Sudan" in doc.text:
            raise RuntimeError("a bug")
        return run(doc)

    monkeypatch.setattr(coder.pipeline, "run", breaks)
    found = [c.record for c in coder.code_many(REPORTS)]
    assert [r.document.id for r in found] == ["r0", "r1", "r2", "r3"]
    assert [warnings(r) for r in found if r.document.text] == [[], ["failed"], []]
    assert "RuntimeError: a bug" in found[2].warnings[0].message
    assert found[2].document.text == "Chad accused Sudan."


def test_one_report_alone_lets_the_error_through(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(doc: Document) -> Layers:
        raise RuntimeError("a bug")

    monkeypatch.setattr(shared_coder().pipeline, "run", breaks)
    with pytest.raises(RuntimeError):
        shared_coder().code_document(REPORTS[0])


def test_many_reports_are_read_one_after_the_other() -> None:
    def documents() -> object:
        yield REPORTS[0]
        raise AssertionError("read ahead")

    first = next(iter(shared_coder().code_many(documents())))  # type: ignore[arg-type]
    assert first.record.document.id == "r0"


def test_an_unread_document_has_its_text_and_nothing_else() -> None:
    doc = unread(RawDocument("x", "some text"))
    assert (doc.text, doc.segments, doc.sentences) == ("some text", (), ())


WORDS = [
    *["Malian troops", "attacked", "the rebels", "on Sunday", "said", "Ghana", "President Ama Darko", "will", "not"],
    *["met", "in", "Gao", "he", "and", ".", ",", "\r\n", "\n\n", '"', "“", "”", "'", "’s", "-", "—", "U.S.", "1998"],
    *[
        "\u200b",
        "\u00a0",
        "\ufeff",
        "e\u0301",
        "𝒜",
        "🙂",
        "👩‍👩‍👧",
        "\x00",
        "\x0c",
        "\u2028",
        "\ud800",
        "ﷺ",
        "İstanbul",
    ],
    *["GHANA", "(Reuters)", "LAGOS, May 3 (XYZ) -", "ß", "½", "…", "?!", "3 March", "https://x.example/?a=b", "\t"],
]
odd_text = st.one_of(
    st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=25).map("".join),
    st.text(max_size=60),
    st.text(alphabet="aA.,\"'“” \n\r-\U0001f600", max_size=30),
)


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(odd_text, st.sampled_from([DAY, None]))
def test_no_text_breaks_the_coder_and_every_span_is_exact(text: str, day: str | None) -> None:
    record = shared_coder().code(text, date=day)
    record.check_spans()
    line = record.to_json_line()
    assert "\n" not in line
    assert ReportRecord.model_validate_json(json.dumps(json.loads(line))).document.id == record.document.id
    assert (record.document.text or "") in text or text.startswith("\ufeff")


def test_settings_reach_the_record() -> None:
    strict = Coder(Settings(threshold=1.0))
    assert strict.versions().config != shared_coder().versions().config
    assert strict.code(ATTACK, date=DAY).events == ()
    assert [s.reason for s in strict.code_document(report(ATTACK)).skipped] == ["low_score"]

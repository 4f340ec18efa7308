from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from corpus_factory import TEXT, built, coding, errors, event, head

from dragoman.corpus.gold import CorpusReport
from dragoman.evaluate.gold import GoldReport, read_gold


def test_the_built_report_is_gold_for_bench(tmp_path: Path) -> None:
    report = built()
    (tmp_path / "gold.jsonl").write_text(report.to_json_line() + "\n", encoding="utf-8")
    (read,) = read_gold(tmp_path / "gold.jsonl")
    assert read == GoldReport.model_validate(report.model_dump())
    assert CorpusReport.model_validate_json(report.to_json_line()) == report


def test_every_span_holds_its_words() -> None:
    report = built(events=[event(also=["she [said]"])])
    spans: list[Any] = [
        *(mention for entity in report.entities for mention in entity.mentions),
        *(span for e in report.events for span in (e.trigger, *e.also, *e.actor, *e.recipient)),
        *(fact.evidence for fact in report.facts),
        *report.quotes,
    ]
    assert all(TEXT[span.start : span.end] == span.text for span in spans)
    assert [quote.cue and quote.cue.text for quote in report.quotes] == ["she said"]


def test_a_party_is_the_mention_nearest_the_trigger_in_its_sentence_first() -> None:
    (visit,) = built().events
    assert [(p.text, p.name, p.country, p.sector) for p in visit.actor] == [("Ana Rojas", "Ana Rojas", "PER", "GOV")]
    assert [p.text for p in visit.recipient] == ["Quito"]
    (killing,) = built(events=[event(trigger="Gunmen", actor=["Ana Rojas"], recipient=["Ecuador"])]).events
    assert killing.actor[0].text == "the minister"  # "her" is nearer, but in the sentence before
    assert killing.recipient[0].start == TEXT.index("Quito")  # not in the sentence at all


def test_dates_places_numbers_and_sources_are_as_coded() -> None:
    raid = event(
        event="ASSAULT",
        mode=["firearms"],
        auxiliary=["historical"],
        trigger="[killed] two",
        actor=[],
        recipient=["two fishermen"],
        date="2019-05-01..2019-05-31",
        place="the estuary",
        place_country=None,
        source="Ana Rojas",
        dead="2..3",
        about="2020-04-01",
    )
    (raid_built,) = built(events=[raid]).events
    assert raid_built.date is not None
    assert (raid_built.date.start, raid_built.date.end) == (dt.date(2019, 5, 1), dt.date(2019, 5, 31))
    assert raid_built.location is not None
    assert (raid_built.location.name, raid_built.location.country) == ("the estuary", None)
    assert raid_built.attribution == "Ana Rojas"
    assert raid_built.size.dead is not None
    assert (raid_built.size.dead.low, raid_built.size.dead.high) == (2, 3)
    assert raid_built.about is not None
    assert raid_built.about.start == dt.date(2020, 4, 1)


def test_a_name_that_is_not_in_who_is_an_error(tmp_path: Path) -> None:
    found = errors(tmp_path, head() | coding(events=[event(actor=["Anna Rojas"])]))
    assert found == [
        "reports/estuary.yml: events 1 'visited': actor: 'Anna Rojas' is not in who; "
        "add it there or write the name as it is there"
    ]


def test_a_participant_needs_a_mention(tmp_path: Path) -> None:
    ghost = {"name": "Chile", "type": "state", "code": "CHL", "sector": "GOV", "mentions": []}
    found = errors(tmp_path, head() | coding(who=[*coding()["who"], ghost], events=[event(actor=["Chile"])]))
    assert "no mention of its own" in found[0]

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from dragoman.evaluate.gold import GoldEvent, GoldParty, GoldReport, read_gold
from dragoman.evaluate.measure import measure
from dragoman.model.record import EventRecord, PartyRecord, ReportRecord
from support import event, fact, location, quote, record, span

pytestmark = pytest.mark.shared
TOLERANCE = 0.002


def test_our_numbers_are_the_shared_scorers_on_damaged_gold(shared: Path, tmp_path: Path) -> None:
    gold = read_gold(shared / "bench" / "data" / "articles")
    assert_same(shared, tmp_path, gold, [damaged(report) for report in gold])


@pytest.mark.model
def test_our_numbers_are_the_shared_scorers_on_our_coding(shared: Path, tmp_path: Path) -> None:
    from dragoman.coder import Coder

    gold = read_gold(shared / "bench" / "data" / "articles")
    coder = Coder()
    assert_same(shared, tmp_path, gold, [coder.code_document(report.raw()).record for report in gold])


def assert_same(shared: Path, work: Path, gold: Sequence[GoldReport], records: list[ReportRecord]) -> None:
    coded, out = work / "coded.jsonl", work / "scores.json"
    coded.write_text("".join(r.to_json_line() + "\n" for r in records), encoding="utf-8")
    bench = shared / "bench"
    subprocess.run(
        [sys.executable, str(bench / "score_articles.py"), str(bench / "data" / "articles"), str(coded), "--json", out],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    theirs = {m: v.get("f1", v.get("accuracy")) for m, v in json.loads(out.read_text()).items() if "n" in v}
    ours = {score.measure: score.value for score in measure(gold, records).scores}
    assert {m: (v, ours.get(m, 0)) for m, v in theirs.items() if abs((v or 0) - ours.get(m, 0)) > TOLERANCE} == {}


def damaged(gold: GoldReport) -> ReportRecord:
    """A record that is right in most fields and wrong in some, by turns."""
    whole = gold.text
    events = [e for i, want in enumerate(gold.events) for e in coded_events(want, i, whole)]
    facts = [
        fact(f.subject, f.predicate, f.object if i % 3 else f.subject, words=whole[:4], text=whole)
        for i, f in enumerate(gold.facts)
        if i % 4
    ]
    quotes = [
        quote(whole[q.start : q.end - 20 * (i % 2)] or whole[q.start : q.end], q.speaker if i % 3 else None, text=whole)
        for i, q in enumerate(gold.quotes)
    ]
    return record(id=gold.doc_id, text=whole, events=events, facts=facts, quotes=quotes)


def coded_events(want: GoldEvent, i: int, text: str) -> Iterator[EventRecord]:
    if i % 7 == 3:
        return
    at = want.trigger if i % 5 or not want.also else want.also[0]
    trigger = span(text[at.start : at.end], text).model_copy(update={"start": at.start, "end": at.end})
    place = want.location if i % 6 else None
    coded = event(
        trigger.text or "",
        category="ACCUSE" if i % 8 == 1 else want.event,
        actor=[coded_party(p, i) for p in want.actor],
        recipient=[coded_party(p, i + 2) for p in want.recipient[: None if i % 4 else 1]],
        mode=want.mode if i % 3 else (),
        auxiliary=want.auxiliary if i % 5 else ("historical",),
        day=want.date.start if want.date and i % 6 != 4 else None,
        last=(want.date.end or want.date.start) if want.date and i % 6 != 4 else None,
        text=text,
    )
    yield coded.model_copy(
        update={"trigger": trigger, "event_loc": location(trigger, place.country) if place else None}
    )
    if i % 9 == 0:
        yield coded.model_copy(update={"event": "REQUEST", "actor": ()})


def coded_party(want: GoldParty, i: int) -> PartyRecord:
    return PartyRecord.model_validate(
        {
            "entity": "E1",
            "text": want.text,
            "start": 0,
            "end": 1,
            "name": want.name if i % 4 else "Somebody Else",
            "code": want.country if i % 5 else "FRA",
            "sector": want.sector if i % 3 else "UNK",
            "via": "explicit",
        }
    )

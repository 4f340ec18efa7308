from __future__ import annotations

from pathlib import Path

import pytest
from corpus_factory import TEXT, built, checked, coding, event, head

from dragoman.corpus.agreement import agreement
from dragoman.corpus.as_record import as_record
from dragoman.corpus.bcubed import BCubed, bcubed, f1_interval
from dragoman.corpus.source import Head
from dragoman.corpus.split import split_of
from dragoman.corpus.stats import stats
from dragoman.model.span import Span


def spans(*starts: int) -> list[Span]:
    """Mentions of ten characters that begin at these places."""
    return [Span(start, start + 10) for start in starts]


def test_the_same_entities_score_one() -> None:
    entities = [spans(0, 20), spans(40)]
    assert bcubed(entities, entities).f1 == 1.0


def test_entities_thrown_together_cost_precision_and_parted_ones_recall() -> None:
    parted, together = [spans(0, 20), spans(40)], [spans(0, 20, 40)]
    assert bcubed(parted, together).precision == pytest.approx((2 * 2 / 3 + 1 / 3) / 3)
    assert bcubed(parted, together).recall == 1.0
    assert bcubed(together, parted).recall == pytest.approx((2 * 2 / 3 + 1 / 3) / 3)


def test_a_mention_that_is_not_found_counts_nothing_and_one_that_is_not_asked_for_is_left_out() -> None:
    score = bcubed([spans(0, 20)], [spans(0), spans(60, 80)])
    assert (score.recall, score.precision) == (0.25, 1.0)


def test_mentions_are_the_same_by_half_of_their_characters_or_by_their_end() -> None:
    assert bcubed([[Span(10, 20)]], [[Span(13, 20)]]).recall == 1.0
    assert bcubed([[Span(10, 20)]], [[Span(0, 20)]]).recall == 1.0
    assert bcubed([[Span(15, 20)]], [[Span(0, 20)]]).recall == 1.0
    assert bcubed([[Span(10, 15)]], [[Span(10, 25)]]).recall == 0.0


def test_words_that_stand_for_several_entities_are_left_out() -> None:
    key = [spans(0, 20), spans(40, 20)]
    assert bcubed(key, [spans(0), spans(40), spans(20)]) == BCubed(2.0, 2, 2.0, 2)


def test_the_interval_of_equal_reports_is_a_point() -> None:
    part = bcubed([spans(0, 20)], [spans(0)])
    assert f1_interval([part, part]) == (part.f1, part.f1)


def test_a_coding_as_a_record_is_its_own_perfect_answer() -> None:
    report = built(events=[event(source="Ana Rojas", also=["[met] her"])])
    record = as_record(report)
    record.check_spans()
    compared = agreement([report], [report])
    assert compared is not None
    shares = {s.measure: s.value for s in compared.measured.scores}
    assert set(shares.values()) == {1.0}
    assert {"complete", "attribution", "place", "speaker"} <= shares.keys()
    assert compared.entities.f1 == 1.0


def test_two_coders_are_compared_on_the_reports_that_both_coded(tmp_path: Path) -> None:
    second = {"id": "estuary", **coding(coder="c2", events=[event(event="SUPPORT", mode=[])])}
    found = checked(tmp_path, head() | coding(), second=(second,))
    compared = agreement(found.gold, found.second)
    assert compared is not None
    assert compared.measured.reports == 1
    assert compared.measured.value("detect") == 1.0
    assert compared.measured.value("typed") == 0.0
    assert agreement(found.gold, ()) is None


def heads(count: int) -> list[Head]:
    return [Head.model_validate(head(id=f"report-{n}")) for n in range(count)]


def test_the_split_is_about_60_20_20() -> None:
    splits = [split_of(h) for h in heads(2000)]
    shares = [splits.count(name) / 2000 for name in ("train", "dev", "test")]
    assert shares == pytest.approx([0.6, 0.2, 0.2], abs=0.03)


def test_all_tellings_of_a_happening_share_a_split_and_another_seed_gives_another() -> None:
    told = [Head.model_validate(head(id=f"visit-{n}", happening="visit")) for n in range(1, 30)]
    assert len({split_of(h) for h in told}) == 1
    assert [split_of(h) for h in heads(50)] != [split_of(h, seed="another") for h in heads(50)]


def test_the_counts_are_of_texts_and_of_what_was_coded(tmp_path: Path) -> None:
    found = checked(tmp_path, head() | coding(), head(id="estuary-1988", published="1988-01-04"))
    counts = stats(found.corpus.reports, found.gold)
    assert counts.totals["words"] == 2 * len(TEXT.split())
    numbers = ("reports", "coded", "events", "facts", "quotes", "entities", "mentions")
    assert [counts.totals[name] for name in numbers] == [2, 1, 1, 1, 1, 4, 13]
    assert counts.tables["decade"] == {"1980s": 1, "2020s": 1}
    assert counts.tables["mode"] == {"CONSULT visit": 1}
    assert counts.tables["auxiliary"] == {"none": 1}
    assert counts.tables["country"] == {"ECU": 2, "PER": 2}

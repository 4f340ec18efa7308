"""The rows of cases.csv: each states a rule by a sentence that it reads or must leave alone."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from dragoman.coder import Coder
from dragoman.model.record import FactRecord

PUBLISHED = "2016-05-20"
Row = dict[str, str]


def rows() -> list[Row]:
    lines = (Path(__file__).parent / "cases.csv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


def agrees(fact: FactRecord, row: Row) -> bool:
    """Whether the fact is the row's as far as the row says."""
    matches = row["subject"] in ("", fact.subject) and row["object"] in ("", fact.object)
    polarity = row["polarity"] in ("", str(fact.polarity).lower())
    begun = row["expect"] == "no" or (fact.valid_from.isoformat() if fact.valid_from else "") == row["date"]
    return fact.predicate == row["predicate"] and matches and polarity and begun


@pytest.mark.model
@pytest.mark.parametrize("row", rows(), ids=lambda row: row["rule"])
def test_a_sentence_gives_its_fact_and_no_other(row: Row, coder: Coder) -> None:
    facts = coder.code(row["text"], date=PUBLISHED).facts
    assert any(agrees(f, row) for f in facts) is (row["expect"] == "yes"), [
        (f.subject, f.predicate, f.object, f.polarity, f.valid_from) for f in facts
    ]

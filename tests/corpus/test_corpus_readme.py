"""The corpus' README tells the counts that `dragoman corpus stats` prints."""

from __future__ import annotations

import re
from pathlib import Path

from dragoman.corpus.check import check
from dragoman.corpus.read import read_corpus
from dragoman.corpus.stats import stats

CORPUS = Path(__file__).parents[2] / "corpus"


def test_the_counts_of_the_readme_are_those_of_the_corpus() -> None:
    readme = (CORPUS / "README.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| ([^|]+?) \| ([\d /]+?) \|", readme, re.MULTILINE))
    corpus = read_corpus(CORPUS)
    counted = stats(corpus.reports, check(corpus).gold)
    totals = counted.totals
    assert told["reports"] == str(totals["reports"])
    assert told["events"] == str(totals["events"])
    assert told["facts"] == str(totals["facts"])
    assert told["quotations"] == str(totals["quotes"])
    assert told["entities / mentions"] == f"{totals['entities']} / {totals['mentions']}"
    assert told["ASSAULT"] == str(counted.tables["category"]["ASSAULT"])

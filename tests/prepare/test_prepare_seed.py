from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dragoman.ingest import read_inputs
from dragoman.prepare import looks_english, prepare

SEED = Path(__file__).parents[3] / "shared" / "seed" / "article.txt"


@pytest.mark.shared
@pytest.mark.skipif(not SEED.exists(), reason="needs ../shared")
def test_the_reference_report_is_read_and_taken_apart() -> None:
    (raw,) = read_inputs([str(SEED)])
    document = prepare(raw)
    assert raw.published == date(2022, 2, 3)
    assert raw.text.startswith("Israel's")
    assert looks_english(raw.text)
    kinds = [segment.kind for segment in document.segments]
    assert kinds.count("caption") == kinds.count("credit") == 2
    assert kinds[-1] == "boilerplate"
    assert {sentence.kind for sentence in document.sentences} == {"body", "caption"}

"""Every example of our lexicon, coded for real."""

from __future__ import annotations

import pytest

from dragoman.cli.lexicon import own_entries
from dragoman.coder import Coder
from dragoman.evaluate.examples import failures
from dragoman.lexicon.load import load_lexicon

KNOWN: dict[str, str] = {}
"""Examples that fail through no fault of their rule, with the cause. One that passes must leave this list."""


@pytest.mark.model
def test_every_example_comes_out_as_its_rule_says() -> None:
    coder = Coder()
    entries = own_entries(load_lexicon(), None)
    failed = list(failures(entries, lambda sentence: coder.code(sentence, date="2020-01-15")))
    assert [f for f in failed if f.sentence not in KNOWN] == []
    assert {f.sentence for f in failed} == KNOWN.keys()

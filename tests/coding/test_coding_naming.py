"""A pronoun's party is shown by the words that name it."""

from __future__ import annotations

import pytest

from coder_factory import coded

pytestmark = pytest.mark.model


def shown(text: str) -> list[list[str | None]]:
    return [[p.text for p in (*e.actor, *e.recipient)] for e in coded(text).events]


def test_a_pronoun_is_shown_by_the_name_before_it() -> None:
    assert shown("Rwanda said on Monday it had expelled the Belgian envoy.") == [["Rwanda", "Belgian envoy"]]


def test_a_name_in_another_sentence_stays_there() -> None:
    assert shown("Rwanda was angry. It expelled the Belgian envoy on Monday.") == [["It", "Belgian envoy"]]

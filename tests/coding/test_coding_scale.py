"""PLOVER's quad codes and scores."""

from __future__ import annotations

from typing import get_args

import pytest

from dragoman.lexicon.schema import MODES
from dragoman.model.event import Category
from dragoman.model.scale import BASE_SCORES, MODE_SCORES, QUADS, event_scale, quad_code

CATEGORIES: tuple[Category, ...] = get_args(Category)


def test_every_category_has_a_quad_and_a_score() -> None:
    assert set(QUADS) == set(BASE_SCORES) == set(CATEGORIES)


def test_every_scored_mode_is_a_mode_of_its_category() -> None:
    for category, scores in MODE_SCORES.items():
        assert set(scores) <= MODES[category]


@pytest.mark.parametrize("category", CATEGORIES)
def test_cooperation_never_scores_below_zero_and_conflict_never_above(category: Category) -> None:
    for mode in (None, *MODE_SCORES.get(category, {})):
        score = event_scale(category, [mode] if mode else [])
        if quad_code(category) <= 2:
            assert score > 0
        elif category != "REQUEST":
            assert score < 0


def test_the_mode_farthest_from_zero_decides() -> None:
    assert event_scale("ASSAULT", ["beat", "aerial"]) == -9.5
    assert event_scale("CONSULT", ["phone", "visit"]) == 4.0


def test_a_mode_without_a_score_leaves_the_category_its_own() -> None:
    assert event_scale("PROTEST", ["vandalize"]) == event_scale("PROTEST", []) == -5.0


def test_meaningless_modes_are_passed_over() -> None:
    assert event_scale("AID", ["visit"]) == 10.0

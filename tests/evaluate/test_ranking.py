"""Whether the surer events are the right ones."""

from __future__ import annotations

import pytest

from dragoman.evaluate.ranking import auroc, precision_at, rankings

SPLIT = [(0.9, True), (0.8, True), (0.3, False), (0.2, False)]


def test_right_before_wrong_is_one_and_wrong_before_right_nought() -> None:
    assert auroc(SPLIT) == 1
    assert auroc([(1 - sure, right) for sure, right in SPLIT]) == 0


def test_a_tie_counts_half() -> None:
    assert auroc([(0.5, True), (0.5, False)]) == 0.5
    assert auroc([(0.9, True), (0.5, True), (0.5, False)]) == 0.75


def test_without_right_or_wrong_ones_nothing_is_ranked() -> None:
    assert auroc([(0.9, True)]) == 0.5
    assert precision_at([(0.9, False)]) == 0


def test_precision_is_taken_where_three_in_ten_of_the_right_ones_are_found() -> None:
    right = [(0.5 + n / 100, True) for n in range(10)]
    assert precision_at([*right, (0.595, False), (0.585, False), (0.1, False)]) == 3 / 5


def test_events_equally_sure_are_taken_together() -> None:
    assert precision_at([(0.9, True), (0.9, False), (0.9, False), (0.1, True)]) == pytest.approx(1 / 3)


def test_the_interval_holds_the_value_and_is_the_same_every_time() -> None:
    reports = [[(0.9, n % 4 != 0), (0.4, n % 3 == 0)] for n in range(20)]
    made = rankings(reports, name="_typed")
    assert [m.measure for m in made] == ["auroc_typed", "precision_at_30_typed"]
    assert all(m.low <= m.value <= m.high for m in made)
    assert made == rankings(reports, name="_typed")


def test_confidences_that_are_all_the_same_rank_nothing() -> None:
    assert rankings([[(1.0, True), (1.0, False)]]) == []

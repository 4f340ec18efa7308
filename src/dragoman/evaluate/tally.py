"""Counts behind the scores: they add up over reports, and reports can be drawn again from them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

SEED = 1
DRAWS = 1000


@dataclass(frozen=True, slots=True)
class Count:
    """How many were right, of how many given and how many asked for."""

    right: int = 0
    given: int = 0
    asked: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.given + other.given, self.asked + other.asked)

    @property
    def precision(self) -> float:
        """The share of what was given that is right; 0 where nothing was given."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """The share of what was asked for that was given rightly; 0 where nothing was asked for."""
        return self.right / self.asked if self.asked else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both; for a share, where given and asked are the same, it is the share."""
        return 2 * self.right / (self.given + self.asked) if self.given + self.asked else 0.0


@dataclass(slots=True)
class Tally:
    """The counts of one report or of many, by measure."""

    counts: dict[str, Count] = field(default_factory=dict)

    def add(self, measure: str, right: int, given: int, asked: int) -> None:
        """Count towards an F1."""
        self.counts[measure] = self.counts.get(measure, Count()) + Count(right, given, asked)

    def judge(self, measure: str, right: bool) -> None:
        """Count one case towards a share of cases."""
        self.add(measure, int(right), 1, 1)

    def f1(self, measure: str) -> float:
        """The measure's F1 or share; 0 where nothing was counted."""
        return self.counts.get(measure, Count()).f1


def total(tallies: Sequence[Tally]) -> Tally:
    """The sum over reports, which makes the scores micro-averages."""
    result = Tally()
    for tally in tallies:
        for measure, count in tally.counts.items():
            result.counts[measure] = result.counts.get(measure, Count()) + count
    return result


def intervals(tallies: Sequence[Tally], *, seed: int = SEED, draws: int = DRAWS) -> dict[str, tuple[float, float]]:
    """For every measure the range that holds 95 % of its values when as many reports are drawn with replacement.

    Whole reports are drawn, because the events of one report are alike. With one report nothing can be said and the
    range is a point. The seed is fixed, so that the same tallies give the same range.
    """
    measures = sorted(total(tallies).counts)
    generator = random.Random(seed)
    values: dict[str, list[float]] = {measure: [] for measure in measures}
    for _ in range(draws):
        drawn = total(generator.choices(tallies, k=len(tallies)))
        for measure in measures:
            values[measure].append(drawn.f1(measure))
    return {measure: middle(v) for measure, v in values.items()}


def middle(values: Sequence[float]) -> tuple[float, float]:
    """The range that holds the middle 95 % of the values."""
    ordered = sorted(values)
    return ordered[round(0.025 * (len(ordered) - 1))], ordered[round(0.975 * (len(ordered) - 1))]

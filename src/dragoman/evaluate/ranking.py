"""How well `confidence` ranks right events before wrong ones, over whole reports drawn again for the interval."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dragoman.evaluate.tally import DRAWS, SEED, middle

Ranked = Sequence[tuple[float, bool]]
"""Events as their confidence and whether they are right."""
RECALL = 0.3
"""At which share of the right events `precision_at_30` is taken: what a user gets who asks for the surest."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """One measure of the ranking: its value, and the range that holds 95 % of the values of reports drawn again."""

    measure: str
    value: float
    low: float
    high: float
    right: int
    given: int


def rankings(reports: Sequence[Ranked], *, name: str = "") -> list[Ranking]:
    """Both measures over all events of the reports; empty where all are right, all wrong or all equally sure."""
    events = [event for report in reports for event in report]
    if len({sure for sure, _ in events}) < 2 or len({right for _, right in events}) < 2:
        return []
    right = sum(right for _, right in events)
    made = []
    for measure, value in (("auroc", auroc), ("precision_at_30", precision_at)):
        low, high = middle(_drawn(reports, value))
        made.append(Ranking(f"{measure}{name}", value(events), low, high, right, len(events)))
    return made


def auroc(events: Ranked) -> float:
    """The probability that a right event is surer than a wrong one, a tie counting half; one half without either."""
    below, wins, wrong_total = 0, 0.0, 0
    for _, right, wrong in _steps(events, surest_first=False):
        wins += right * (below + wrong / 2)
        below += wrong
        wrong_total += wrong
    right_total = len(events) - wrong_total
    return wins / (right_total * wrong_total) if right_total and wrong_total else 0.5


def precision_at(events: Ranked) -> float:
    """The share of right ones among the surest events that hold RECALL of all right ones; 0 where none is right."""
    wanted = RECALL * sum(right for _, right in events)
    found = given = 0
    for _, right, wrong in _steps(events, surest_first=True):
        found, given = found + right, given + right + wrong
        if found and found >= wanted:
            return found / given
    return 0.0


def _steps(events: Ranked, *, surest_first: bool) -> list[tuple[float, int, int]]:
    """The confidences in order, each with how many right and wrong events have it: ties are taken together."""
    counts: dict[float, list[int]] = {}
    for sure, right in events:
        counts.setdefault(sure, [0, 0])[not right] += 1
    return [(sure, right, wrong) for sure, (right, wrong) in sorted(counts.items(), reverse=surest_first)]


def _drawn(reports: Sequence[Ranked], value: Callable[[Ranked], float]) -> list[float]:
    generator = random.Random(SEED)
    draws = (generator.choices(reports, k=len(reports)) for _ in range(DRAWS))
    return [value([event for report in drawn for event in report]) for drawn in draws]

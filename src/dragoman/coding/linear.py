"""Logistic models over named features, as readable tables: one row a feature, one column a question.

The weights are fitted on our own corpus (`make fit`, docs/measuring.md) and rounded, so that no processor's
arithmetic can change what they decide.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

PLACES = 4
"""Decimal places of sums and probabilities."""
BIAS = "bias"


@dataclass(frozen=True, slots=True)
class Linear:
    """One question's weights; a feature without a weight counts nothing."""

    weights: Mapping[str, float]

    def probability(self, features: Mapping[str, float]) -> float:
        """The logistic function of the weighted features, between 0 and 1, in four decimal places."""
        total = self.weights.get(BIAS, 0.0) + sum(
            self.weights[name] * value for name, value in sorted(features.items()) if name in self.weights
        )
        return round(logistic(round(total, PLACES)), PLACES)

    def reasons(self, features: Mapping[str, float]) -> list[tuple[str, float]]:
        """What each feature, and the bias, adds to the sum; the heaviest first, of equals by name."""
        parts = {BIAS: self.weights.get(BIAS, 0.0)} | {
            name: round(self.weights[name] * value, PLACES) for name, value in features.items() if name in self.weights
        }
        return sorted(parts.items(), key=lambda part: (-abs(part[1]), part[0]))


def logistic(x: float) -> float:
    """1 / (1 + e^-x) by repeated squaring of (1 - x/1024): exact to about 1e-3 on [-6, 6].

    Plain multiplications are the same on every processor, library functions are not.
    """
    x = max(-6.0, min(6.0, x))
    power = 1.0 - x / 1024.0
    for _ in range(10):
        power *= power
    return 1.0 / (1.0 + power)


@cache
def load_models() -> Mapping[str, Linear]:
    """The models by the question they answer."""
    table = yaml.safe_load((files("dragoman.coding") / "weights.yml").read_text(encoding="utf-8"))
    return {question: Linear(weights) for question, weights in table.items()}

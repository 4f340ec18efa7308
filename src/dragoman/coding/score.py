"""How sure a candidate is: named features, a weight for each, and the logistic function over their sum.

The weights below were set by hand for the first version; a later step fits them on our own corpus. They are rounded
before they decide, so that no processor's arithmetic can change a result.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "bias": -0.4,
        "strong_trigger": 0.6,
        "weak_trigger": -0.7,
        "conditions": 0.3,  # per condition that the rule states and the sentence meets
        "actor": 0.5,  # somebody acts
        "recipient": 0.4,  # somebody is acted on
        "actor_country": 0.5,
        "recipient_country": 0.3,
        "two_countries": 0.4,  # the sides, or the joint actors, belong to different countries
        "alone": -0.4,  # a meeting of which only one side is known
        "state_or_armed": 0.4,  # government, armed force, rebels or international body on one side
        "bare_noun": -0.5,  # an event noun that no verb and no participant of its own supports
        "descended": -0.2,  # a side was found only as the owner of a thing
        "first_person": -0.3,
        "in_direct_speech": -0.5,
        "hypothetical": -0.6,
        "negation": -0.5,
        "everyday_only": -1.2,  # only firms, or people of whom nothing is known
        "caption": -0.3,
    }
)
PLACES = 4
"""Decimal places of features, sums and confidences."""


def confidence(features: Mapping[str, float]) -> float:
    """The logistic function of the weighted features, between 0 and 1, in four decimal places.

    The exponential is a rational approximation in plain arithmetic: library functions differ between processors.
    """
    total = round(WEIGHTS["bias"] + sum(WEIGHTS[name] * value for name, value in features.items()), PLACES)
    return round(_logistic(total), PLACES)


def _logistic(x: float) -> float:
    """1 / (1 + e^-x) by repeated squaring of (1 - x/1024): plain multiplications, exact to about 1e-3 on [-6, 6]."""
    x = max(-6.0, min(6.0, x))
    power = 1.0 - x / 1024.0
    for _ in range(10):
        power *= power
    return 1.0 / (1.0 + power)

"""How sure a candidate is."""

from __future__ import annotations

import math

import pytest
from coding_factory import party
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding import score
from dragoman.coding.features import candidate_features
from dragoman.coding.participants import Side
from dragoman.coding.score import WEIGHTS, confidence
from dragoman.coding.status import Status
from dragoman.lexicon.schema import Rule
from dragoman.model.actor import Reference
from dragoman.model.document import SegmentKind, Sentence
from dragoman.model.layers import Quote
from dragoman.model.span import Span

NAMES = sorted(set(WEIGHTS) - {"bias"})
some_features = st.dictionaries(st.sampled_from(NAMES), st.floats(0, 2, allow_nan=False), max_size=len(NAMES))


@given(some_features, st.sampled_from(NAMES))
def test_a_feature_moves_the_score_in_the_direction_of_its_weight(features: dict[str, float], name: str) -> None:
    without = confidence({**features, name: 0.0})
    present = confidence({**features, name: 1.0})
    assert present >= without if WEIGHTS[name] > 0 else present <= without


@pytest.mark.parametrize("name", NAMES)
def test_every_weight_counts(name: str) -> None:
    moved = confidence({name: 1.0}) - confidence({})
    assert moved * WEIGHTS[name] > 0


@given(some_features)
def test_a_score_lies_between_0_and_1_and_has_four_places(features: dict[str, float]) -> None:
    found = confidence(features)
    assert 0 < found < 1
    assert found == round(found, 4)


@given(some_features)
def test_the_order_of_the_features_does_not_matter(features: dict[str, float]) -> None:
    assert confidence(features) == confidence(dict(reversed(features.items())))


@given(st.floats(-6, 6, allow_nan=False))
def test_the_logistic_function_is_near_the_library_one(x: float) -> None:
    exact = 1 / (1 + math.exp(-x))
    assert score._logistic(x) == pytest.approx(exact, abs=2e-3)


@given(st.floats(-50, 50, allow_nan=False), st.floats(-50, 50, allow_nan=False))
def test_the_logistic_function_never_falls(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert score._logistic(low) <= score._logistic(high)


def test_an_unknown_feature_is_an_error_and_not_ignored() -> None:
    with pytest.raises(KeyError):
        confidence({"sympathy": 1.0})


CHAD, MALI = party("Chad", "TCD"), party("Mali", "MLI")


def features(
    actor: tuple[Reference, ...] = (CHAD,),
    recipient: tuple[Reference, ...] = (MALI,),
    *,
    status: Status | None = None,
    category: str = "ASSAULT",
    strength: str = "normal",
    quotes: tuple[Quote, ...] = (),
    kind: SegmentKind = "body",
    words: int = 0,
) -> dict[str, float]:
    rule = Rule.model_validate(
        {
            "id": f"{category.lower()}.x",
            "head": "x",
            "pos": "verb",
            "category": category,
            "strength": strength,
            "yes": "a",
            "no": "b",
        }
    )
    return candidate_features(
        rule,
        status or Status(),
        Side(actor),
        Side(recipient),
        quotes,
        Sentence(0, Span(0, 9), kind, 0),
        words=words,
    )


def test_every_feature_has_a_weight() -> None:
    everything = features(
        status=Status(hypothetical=True, negation=True, nominal=True),
        quotes=(Quote(Span(0, 9), "direct"),),
        kind="caption",
        words=5,
    )
    assert set(everything) | set(features((), ())) <= set(WEIGHTS)


def test_only_what_holds_is_named() -> None:
    plain = features()
    assert plain == {
        "actor": 1.0,
        "recipient": 1.0,
        "actor_country": 1.0,
        "recipient_country": 1.0,
        "two_countries": 1.0,
        "state_or_armed": 1.0,
    }


def test_two_bodies_of_one_country_are_not_two_countries() -> None:
    assert "two_countries" not in features((CHAD,), (party("police", "TCD", sector="COP"),))


def test_only_firms_and_unknown_people_are_everyday() -> None:
    firm, man = party("Firm", "TCD", sector="BUS"), party("Man", None, sector=None, type="person")
    assert "everyday_only" in features((firm,), (man,))
    assert "everyday_only" not in features((firm,), (CHAD,))


def test_a_meeting_of_one_is_alone_and_an_attack_by_one_is_not() -> None:
    assert "alone" in features((CHAD,), (), category="CONSULT")
    assert "alone" not in features((CHAD,), (), category="ASSAULT")


def test_conditions_count_up_to_two() -> None:
    assert [features(words=n).get("conditions", 0.0) for n in (0, 1, 2, 9)] == [0.0, 1.0, 2.0, 2.0]


def test_reported_speech_is_not_direct_speech() -> None:
    assert "in_direct_speech" in features(quotes=(Quote(Span(0, 9), "direct"),))
    assert "in_direct_speech" not in features(quotes=(Quote(Span(0, 9), "indirect"),))

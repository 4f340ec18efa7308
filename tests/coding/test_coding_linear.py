"""Logistic models over named features, and the table of weights that we ship."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from coding_factory import candidate, party
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.judge import FIELDS, judged, judged_features
from dragoman.coding.linear import Linear, load_models, logistic

NAMES = ["alone", "bare_noun", "strong_trigger"]
MODEL = Linear({"bias": -0.5, "alone": -1.0, "bare_noun": -0.25, "strong_trigger": 2.0})
some_features = st.dictionaries(st.sampled_from(NAMES), st.floats(0, 2, allow_nan=False), max_size=len(NAMES))


@given(some_features, st.sampled_from(NAMES))
def test_a_feature_moves_the_score_in_the_direction_of_its_weight(features: dict[str, float], name: str) -> None:
    without, present = (MODEL.probability({**features, name: value}) for value in (0.0, 1.0))
    assert present >= without if MODEL.weights[name] > 0 else present <= without


@given(some_features)
def test_a_score_lies_between_0_and_1_and_has_four_places(features: dict[str, float]) -> None:
    found = MODEL.probability(features)
    assert 0 < found < 1
    assert found == round(found, 4)


@given(some_features)
def test_the_order_of_the_features_does_not_matter(features: dict[str, float]) -> None:
    assert MODEL.probability(features) == MODEL.probability(dict(reversed(features.items())))


def test_a_feature_without_a_weight_counts_nothing() -> None:
    assert MODEL.probability({"sympathy": 1.0}) == MODEL.probability({})


@given(st.floats(-6, 6, allow_nan=False))
def test_the_logistic_function_is_near_the_library_one(x: float) -> None:
    assert logistic(x) == pytest.approx(1 / (1 + math.exp(-x)), abs=2e-3)


@given(st.floats(-50, 50, allow_nan=False), st.floats(-50, 50, allow_nan=False))
def test_the_logistic_function_never_falls(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert logistic(low) <= logistic(high)


def test_our_table_answers_every_question() -> None:
    assert {"right", "historical", "place", *FIELDS.values()} == load_models().keys()
    assert all("bias" in model.weights for model in load_models().values())


CHAD, MALI = party("Chad", "TCD"), party("Mali", "MLI")


def test_every_field_of_a_candidate_is_judged() -> None:
    found = judged(candidate(actor=(CHAD,), recipient=(MALI,)), load_models())
    assert dict(found.field_confidence).keys() == FIELDS.keys()
    assert 0 < found.confidence < 1
    assert found.likelihood == dict(found.field_confidence)["event"]


def test_a_place_brings_its_own_probability() -> None:
    found = judged(replace(candidate(actor=(CHAD,)), place_probability=0.7), load_models())
    assert dict(found.field_confidence)["event_loc"] == 0.7


def test_a_country_that_no_word_tells_is_a_feature() -> None:
    assert "assumed_actor" in judged_features(candidate(actor=(replace(CHAD, assumed=True),)))
    assert "assumed_actor" not in judged_features(candidate(actor=(CHAD,)))

"""How sure a candidate is, field by field: one logistic model per question (`weights.yml`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dragoman.coding.candidate import Candidate
from dragoman.coding.linear import Linear

FIELDS: Mapping[str, str] = {
    "event": "event",
    "actor": "actor",
    "recipient": "recipient",
    "date": "date",
    "auxiliary": "auxiliary",
}
"""Field of the record -> the question that asks whether it is right; `event_loc` has its own (locate.py)."""


def judged(candidate: Candidate, models: Mapping[str, Linear]) -> Candidate:
    """The candidate with its confidence (category and both sides' countries right) and that of each field."""
    features = judged_features(candidate)
    fields = {field: models[question].probability(features) for field, question in FIELDS.items()}
    if candidate.place_probability is not None:
        fields["event_loc"] = candidate.place_probability
    return replace(
        candidate,
        likelihood=fields["event"],
        confidence=models["right"].probability(features),
        field_confidence=tuple(fields.items()),
    )


def judged_features(candidate: Candidate) -> dict[str, float]:
    """All that the questions look at: what the candidate is made of, and how it is told."""
    given = {
        "assumed_actor": any(r.assumed for r in candidate.actor),
        "assumed_recipient": any(r.assumed for r in candidate.recipient),
        "coreferent_actor": any(r.via == "coreference" for r in candidate.actor),
        "coreferent_recipient": any(r.via == "coreference" for r in candidate.recipient),
        "implied_actor": any(r.via == "implicit" for r in candidate.actor),
        "implied_recipient": any(r.via == "implicit" for r in candidate.recipient),
        "told_again": bool(candidate.also),
        "many_actors": len(candidate.actor) > 1,
        "many_recipients": len(candidate.recipient) > 1,
        "attributed": bool(candidate.attribution),
        "historical": "historical" in candidate.auxiliary,
        "future": "future" in candidate.auxiliary,
        "undated": candidate.when.start is None,
        "dated_by_publication": candidate.when.basis == "publication",
    }
    shown = {name: 1.0 for name, holds in given.items() if holds}
    return dict(candidate.features) | {f"told.{name}": value for name, value in candidate.traits} | shown

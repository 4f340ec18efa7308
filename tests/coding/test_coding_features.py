"""What a candidate is made of."""

from __future__ import annotations

from coding_factory import party

from dragoman.coding.features import candidate_features
from dragoman.coding.participants import Side
from dragoman.coding.status import Status
from dragoman.lexicon.schema import Rule
from dragoman.model.actor import Reference
from dragoman.model.document import SegmentKind, Sentence
from dragoman.model.layers import Quote
from dragoman.model.span import Span

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

"""The ladder by which one of several places is chosen."""

from __future__ import annotations

from typing import get_args

from coding_factory import candidate

from dragoman.coding.ladder import ALL, LADDER, choose
from dragoman.model.event import Category


def test_every_category_has_its_rungs() -> None:
    assert frozenset(get_args(Category)) == ALL
    assert all(rung.categories <= ALL for rung in LADDER)


def test_the_higher_rung_wins_whatever_the_order_of_the_offers() -> None:
    offers = {3: {"implied": 1.0}, 5: {"sited_own": 1.0}}
    assert choose(candidate("ASSAULT"), offers) == (5, "sited_own")
    assert choose(candidate("ASSAULT"), {3: {"implied": 1.0}}) == (3, "implied")
    assert choose(candidate("ASSAULT"), {3: {"adjective": 1.0}}) is None


def test_the_topic_of_a_meeting_does_not_place_it() -> None:
    assert choose(candidate("CONSULT"), {3: {"sited_noun": 1.0}}) == (3, "sited_noun")
    assert choose(candidate("CONSULT"), {3: {"sited_noun": 1.0, "topic": 1.0}}) is None


def test_the_dateline_places_the_words_of_the_lead_only() -> None:
    offers = {3: {"dateline_home": 1.0}}
    assert choose(candidate("ACCUSE", sentence=1), offers) == (3, "dateline_home")
    assert choose(candidate("ACCUSE", sentence=2), offers) is None


def test_a_call_has_no_place() -> None:
    assert choose(candidate("CONSULT", mode=("phone",)), {3: {"sited_own": 1.0}}) is None

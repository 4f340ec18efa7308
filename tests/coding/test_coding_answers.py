"""Whom an answer answers, and the wordings whose sides only the words beside them tell."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


def told(coder: Coder, text: str, category: str) -> list[tuple[set[str | None], set[str | None]]]:
    """The countries of both sides of the events of a category."""
    events = coder.code(text, date="2012-05-10").events
    return [({p.code for p in e.actor}, {p.code for p in e.recipient}) for e in events if e.event == category]


def test_what_a_definite_noun_takes_up_was_done_by_the_recipient(coder: Coder) -> None:
    text = "Zambia expelled two Malawian diplomats on Tuesday. Kenya condemned the expulsion."
    assert told(coder, text, "ACCUSE") == [({"KEN"}, {"ZMB"})]


def test_a_new_deed_is_nobodys_that_was_told(coder: Coder) -> None:
    text = "Zambia expelled two Malawian diplomats on Tuesday. Kenya condemned an attack."
    assert told(coder, text, "ACCUSE") == [({"KEN"}, set())]


def test_a_decision_is_no_attack(coder: Coder) -> None:
    text = "Eritrean troops shelled a Djiboutian village on Tuesday. Kenya welcomed the decision."
    assert told(coder, text, "SUPPORT") == [({"KEN"}, set())]


def test_a_count_after_a_passive_is_of_victims(coder: Coder) -> None:
    text = "Four Nepalese soldiers were killed and nine wounded in an attack on their camp on Tuesday."
    assert all(actor != {"NPL"} for actor, _ in told(coder, text, "ASSAULT"))


def test_an_attack_and_its_toll_are_one_event(coder: Coder) -> None:
    text = "Rebels attacked a Kenyan convoy, killing two soldiers and wounding four."
    assert len(told(coder, text, "ASSAULT")) == 1


def test_deeds_of_two_sides_stay_two(coder: Coder) -> None:
    text = "Eritrean troops shelled a village and Ethiopian soldiers killed nine rebels, the radio said."
    assert len(told(coder, text, "ASSAULT")) == 2


def test_who_has_no_plans_does_not_act(coder: Coder) -> None:
    events = coder.code("Togo has no plans to expel the Ghanaian traders.", date="2012-05-10").events
    assert [({p.code for p in e.actor}, e.auxiliary) for e in events] == [({"TGO"}, ("future", "negation"))]


def test_who_brokers_a_ceasefire_ceases_no_fire(coder: Coder) -> None:
    assert told(coder, "The war ended with a ceasefire brokered by Algeria.", "RETREAT") == []


def test_wounded_before_a_noun_tells_no_attack(coder: Coder) -> None:
    assert told(coder, "Chad sent home 60 sick and wounded Libyan prisoners on Monday.", "ASSAULT") == []


def test_some_of_a_number_do_not_tell_the_country_of_all(coder: Coder) -> None:
    killed = "Gunmen in Lima killed 41 people, including 12 Chileans, on Tuesday."
    assert told(coder, killed, "ASSAULT")[0][1] == {"PER"}
    assert told(coder, killed.replace("41 people, including ", ""), "ASSAULT")[0][1] == {"CHL"}

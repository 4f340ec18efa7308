"""Which phrases tell of one agreement or exercise, and the entities they make."""

from __future__ import annotations

import pytest

from coder_factory import coded
from dragoman.model.record import DetailsRecord, EntityRecord

pytestmark = pytest.mark.model


def things(text: str, *types: str) -> dict[str, EntityRecord]:
    """The agreements and exercises, or the entities of `types`, by name."""
    found = [e for e in coded(text).entities if e.type in (types or ("agreement", "exercise"))]
    return {e.name: e for e in found}


def details(entity: EntityRecord) -> DetailsRecord:
    assert entity.details is not None
    return entity.details


def words(entity: EntityRecord) -> list[str | None]:
    return [m.text for m in entity.mentions]


def test_a_short_mention_is_the_agreement_that_was_named() -> None:
    text = "Chad and Niger signed the Lake Accord in 2010. The accord was hailed. Chad praised the deal."
    assert words(things(text)["Lake Accord"]) == ["Lake Accord", "accord", "deal"]


def test_a_name_given_later_is_the_name_of_the_deal() -> None:
    text = "Chad and Niger made peace in a deal known as the Lake Accords. The Accords hold."
    assert words(things(text)["Lake Accords"])[-1] == "Accords"
    assert list(things(text)) == ["Lake Accords"]


def test_a_bare_mention_that_fits_two_agreements_is_left_unread() -> None:
    text = "Chad and Niger signed a fishing accord. Chad and Mali signed a trade accord. The accord was hailed."
    assert [words(e) for e in things(text).values()] == [["fishing accord"], ["trade accord"]]


def test_a_truce_is_the_ceasefire_and_no_treaty() -> None:
    text = "A ceasefire between Chad and Niger began. Chad ratified the Lake Treaty. The truce holds."
    assert words(things(text)["ceasefire"]) == ["ceasefire", "truce"]


def test_an_agreement_has_its_subjects_and_parties() -> None:
    record = coded("Chad and Niger signed an agreement on intelligence, training and defence industry on Monday.")
    pact = next(e for e in record.entities if e.type == "agreement")
    assert [s.text for s in details(pact).scope] == ["intelligence", "training", "defence industry"]
    names = {e.id: e.name for e in record.entities}
    assert [names[party] for party in details(pact).parties] == ["Chad", "Niger"]


def test_what_a_memorandum_will_help_to_do_is_its_scope() -> None:
    text = "Chad and Niger signed a deal to share water. The memorandum of understanding covers fishing and transit."
    pact = things(text)["memorandum of understanding"]
    assert words(pact) == ["deal", "memorandum"]
    assert [s.text for s in details(pact).scope] == ["water", "fishing", "transit"]


def test_an_agreement_that_is_only_wanted_is_no_entity_without_a_name() -> None:
    assert things("Chad wants a fishing accord.") == {}


def test_an_exercise_has_the_days_of_its_clause() -> None:
    drill = things("Chad and Niger began the exercise Sand Fox on Monday. The drill is large.")["Sand Fox"]
    assert words(drill)[-1] == "drill"
    assert details(drill).valid_from is not None


def test_facts_point_to_their_objects() -> None:
    record = coded(
        "Norway's embassy in Niamey reopened. Colonel Ali Sow, Chad's defence minister, signed the Lake Accord."
    )
    types = {e.id: e.type for e in record.entities}
    found = {f.predicate: types.get(f.object_entity or "") for f in record.facts}
    assert found == {"hosts": "facility", "holds_office": "office"}


def test_the_embassy_is_the_only_one_of_the_report() -> None:
    text = "Norway has shut its embassy in Niamey. The embassy had been shot at."
    assert list(things(text, "facility")) == []
    text = "Crowds stood before Norway's embassy in Niamey. The embassy had been shot at."
    assert words(things(text, "facility")["Embassy of Norway in Niamey"]) == ["Norway's embassy", "embassy"]

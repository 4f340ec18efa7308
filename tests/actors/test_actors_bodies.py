"""Which names of bodies and states are one, and which only look alike."""

from __future__ import annotations

import pytest

from dragoman.actors.bodies import BodyLinker
from dragoman.actors.register import Register
from dragoman.kb.load import Knowledge
from dragoman.model.layers import Mention
from dragoman.model.span import Span


def linked(knowledge: Knowledge, text: str, *names: str, label: str = "ORG") -> list[str | None]:
    """The entity, as name and country, of each of the names, which stand in the text in this order."""
    mentions, end = [], 0
    for name in names:
        start = text.index(name, end)
        mentions.append(Mention(Span(start, start + len(name)), 0, 0, 0, label, knowledge.lookup(name)))
        end = start + len(name)
    linker = BodyLinker(knowledge, mentions, Register(), text=text)
    drafts = [linker.read(m) for m in mentions]
    return [f"{d.name} {d.code}" if d is not None else None for d in drafts]


def test_every_state_has_its_own_organ(knowledge: Knowledge) -> None:
    text = "Mali's Foreign Ministry met Chad's Foreign Ministry. The Foreign Ministry left."
    names = ("Mali", "Foreign Ministry", "Chad", "Foreign Ministry", "Foreign Ministry")
    _, malian, _, chadian, last = linked(knowledge, text, *names)
    assert (malian, chadian, last) == ("Foreign Ministry MLI", "Foreign Ministry TCD", "Foreign Ministry TCD")


def test_an_organ_is_one_whether_its_state_stands_inside_its_name_before_or_behind(knowledge: Knowledge) -> None:
    text = "Malian Foreign Ministry left. Mali's Foreign Ministry met. The Foreign Ministry in Bamako left."
    names = ("Malian Foreign Ministry", "Mali", "Foreign Ministry", "Foreign Ministry", "Bamako")
    inside, _, before, behind, _ = linked(knowledge, text, *names)
    assert {inside, before, behind} == {"Malian Foreign Ministry MLI"}


@pytest.mark.parametrize("text", ["Volta Salt Front (VSF) left. VSF met.", "Volta Salt Front, or VSF, left. VSF met."])
def test_an_acronym_set_beside_a_name_is_that_name(knowledge: Knowledge, text: str) -> None:
    assert set(linked(knowledge, text, "Volta Salt Front", "VSF", "VSF")) == {"Volta Salt Front None"}


@pytest.mark.parametrize("text", ["Volta Salt Front (XYZ) left. XYZ met.", "Volta Salt Front and XYZ left. XYZ met."])
def test_an_acronym_that_only_stands_near_is_another_body(knowledge: Knowledge, text: str) -> None:
    assert linked(knowledge, text, "Volta Salt Front", "XYZ", "XYZ")[1] == "XYZ None"


def test_two_bodies_that_the_tables_know_stay_two(knowledge: Knowledge) -> None:
    first, second = linked(knowledge, "Hamas, or ELN, left.", "Hamas", "ELN")
    assert first != second


def test_a_last_word_is_the_one_name_that_ends_so(knowledge: Knowledge) -> None:
    text = "Volta Salt Front left. Front met."
    assert linked(knowledge, text, "Volta Salt Front", "Front")[1] == "Volta Salt Front None"


def test_a_last_word_of_two_names_is_neithers(knowledge: Knowledge) -> None:
    text = "Volta Salt Front met Kasai Rice Front. Front left."
    assert linked(knowledge, text, "Volta Salt Front", "Kasai Rice Front", "Front")[2] == "Front None"


def test_a_word_for_what_every_state_has_shortens_no_name(knowledge: Knowledge) -> None:
    text = "Volta River Council left. Council met."
    assert linked(knowledge, text, "Volta River Council", "Council")[1] != "Volta River Council None"


def test_the_south_is_the_one_state_whose_name_begins_so(knowledge: Knowledge) -> None:
    assert linked(knowledge, "South Sudan met. The South left.", "South Sudan", "South", label="GPE")[1] == (
        "South Sudan SSD"
    )


@pytest.mark.parametrize(
    "text", ["South Sudan met. The South of France is dry.", "South Sudan met South Africa. The South left."]
)
def test_a_region_and_a_south_of_two_states_are_none(knowledge: Knowledge, text: str) -> None:
    names = [n for n in ("South Sudan", "South Africa") if n in text]
    assert linked(knowledge, text, *names, "South", label="LOC")[-1] == "South None"

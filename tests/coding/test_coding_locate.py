"""Where an event happened that its own clause does not place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from coding_factory import candidate, party, person

from dragoman.coding.candidate import Candidate
from dragoman.coding.locate import from_dateline, implied_country, locate, place_of_country
from dragoman.model.event import Category
from dragoman.model.layers import Layers, PlaceMention
from dragoman.model.span import Span
from trees import document, tree

CHAD, MALI, UN = party("Chad", "TCD"), party("Mali", "MLI"), party("United Nations", "UNO", type="organization")


@pytest.mark.parametrize(
    ("category", "mode", "country"),
    [
        ("ASSAULT", (), "MLI"),
        ("AID", (), "MLI"),
        ("COERCE", (), "TCD"),
        ("MOBILIZE", (), "TCD"),
        ("CONSULT", ("visit",), "MLI"),
        ("CONSULT", (), None),
        ("SANCTION", (), None),
        ("ACCUSE", (), None),
    ],
)
def test_a_deed_without_a_place_has_the_country_its_kind_implies(
    category: Category, mode: tuple[str, ...], country: str | None
) -> None:
    assert implied_country(category, mode, [CHAD], [MALI]) == country


def test_two_countries_on_a_side_imply_none() -> None:
    assert implied_country("ASSAULT", (), [UN], [CHAD, MALI]) is None


def test_a_body_has_no_territory() -> None:
    assert implied_country("MOBILIZE", (), [UN], []) is None
    assert implied_country("ASSAULT", (), [CHAD], [UN]) is None


def test_a_country_is_placed_by_its_nearest_mention() -> None:
    places = [PlaceMention(Span(n, n + 4), 0, "Mali", country_code="MLI", resolution=1) for n in (0, 50, 90)]
    assert place_of_country("MLI", places, Span(60, 65)) == 1
    assert place_of_country("TCD", places, Span(60, 65)) is None


def test_a_town_does_not_stand_for_its_country() -> None:
    town = PlaceMention(Span(0, 3), 0, "Gao", country_code="MLI", resolution=4)
    assert place_of_country("MLI", [town], Span(60, 65)) is None


def test_a_deed_among_ones_own_is_at_home() -> None:
    police = party("police", "TCD", sector="COP")
    assert implied_country("CONSULT", (), [CHAD], [police]) == "TCD"


LOME = PlaceMention(Span(0, 4), 0, "Lome", country_code="TGO", resolution=4)
TOGO_NAMED = PlaceMention(Span(6, 10), 0, "Togo", country_code="TGO", resolution=1)
TOGO, MUSA = party("Togo", "TGO"), person("Musa", "TCD")


@pytest.mark.parametrize(
    ("category", "who", "placed"),
    [("CONSULT", CHAD, 0), ("ACCUSE", TOGO, 0), ("ACCUSE", CHAD, None), ("REJECT", UN, 0)],
)
def test_a_dateline_places_meetings_and_what_is_said_at_home(
    category: Category, who: object, placed: int | None
) -> None:
    actors = [a for a in (CHAD, TOGO, UN) if a is who]
    assert from_dateline(category, actors, [LOME, TOGO_NAMED], Span(0, 10)) == placed


def test_without_a_dateline_nothing_is_placed_by_it() -> None:
    assert from_dateline("CONSULT", [CHAD], [LOME], None) is None


def located(*candidates: Candidate, places: tuple[PlaceMention, ...] = (LOME, TOGO_NAMED)) -> list[int | None]:
    return [c.place for c in locate(candidates, Layers(document(tree("x/NN")), places=places))]


VISIT = candidate("CONSULT", mode=("visit",), actor=(MUSA,), recipient=(TOGO,))


def test_who_is_on_a_visit_acts_there() -> None:
    assert located(VISIT, candidate("ACCUSE", actor=(MUSA,), recipient=(MALI,), sentence=3)) == [1, 1]


def test_a_telephone_call_has_no_place() -> None:
    assert located(VISIT, candidate("CONSULT", mode=("phone",), actor=(MUSA, CHAD), sentence=3)) == [1, None]


def test_a_place_of_its_own_is_kept() -> None:
    assert located(replace(VISIT, place=0)) == [0]

"""The country that the sides of an event imply."""

from __future__ import annotations

import pytest
from coding_factory import party

from dragoman.coding.implied import implied_country, place_of_country
from dragoman.model.event import Category
from dragoman.model.layers import PlaceMention
from dragoman.model.span import Span

CHAD, MALI, UN = party("Chad", "TCD"), party("Mali", "MLI"), party("United Nations", "UNO", type="organization")


@pytest.mark.parametrize(
    ("category", "mode", "country"),
    [
        ("ASSAULT", (), "MLI"),
        ("AID", (), None),
        ("RETREAT", ("resign",), None),
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


def test_words_among_compatriots_are_said_anywhere() -> None:
    assert implied_country("ACCUSE", (), [CHAD], [party("police", "TCD", sector="COP")]) is None

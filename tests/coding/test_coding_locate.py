"""Where an event happened that its own clause does not place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from coding_factory import candidate, party, person

from dragoman.coding.candidate import Candidate
from dragoman.coding.linear import Linear
from dragoman.coding.locate import from_dateline, implied_country, locate, place_of_country
from dragoman.coding.where import Site
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


def test_a_dateline_is_its_finest_place() -> None:
    assert from_dateline([TOGO_NAMED, LOME], Span(0, 10)) == 1
    assert from_dateline([TOGO_NAMED, LOME], None) is None


LIKELY = Linear({"bias": 0.0, "sited_own": 3.0})


def located(*candidates: Candidate, places: tuple[PlaceMention, ...] = (LOME, TOGO_NAMED)) -> list[int | None]:
    return [c.place for c in locate(candidates, Layers(document(tree("x/NN")), places=places), LIKELY)]


VISIT = candidate("CONSULT", mode=("visit",), actor=(MUSA,), recipient=(TOGO,))


def test_who_is_on_a_visit_acts_there() -> None:
    assert located(VISIT, candidate("ACCUSE", actor=(MUSA,), recipient=(MALI,), sentence=3)) == [1, 1]


def test_a_telephone_call_has_no_place() -> None:
    assert located(VISIT, candidate("CONSULT", mode=("phone",), actor=(MUSA, CHAD), sentence=3)) == [1, None]


def test_what_the_clause_says_goes_before_what_the_sides_imply_and_says_how_sure_it_is() -> None:
    told = replace(VISIT, sites=(Site(0, (("sited", 1.0), ("sited_own", 1.0))),))
    found = locate([told], Layers(document(tree("x/NN")), places=(LOME, TOGO_NAMED)), LIKELY)[0]
    assert found.place == 0
    assert found.place_probability is not None
    assert found.place_probability > 0.9
    assert [place for place, _ in found.offers] == [0, 1]


def test_where_nothing_tells_or_implies_a_place_there_is_none() -> None:
    assert located(candidate("ACCUSE", actor=(CHAD,), recipient=(MALI,))) == [None]


def test_one_of_several_countries_is_no_place() -> None:
    told = replace(VISIT, sites=(Site(0, (("sited_own", 1.0),), spread=True),))
    assert located(told) == [None]


def test_features_say_whose_country_a_place_lies_in() -> None:
    told = candidate("ASSAULT", actor=(CHAD,), recipient=(TOGO,), sentence=1)
    told = replace(told, sites=(Site(0, (("sited", 1.0),)),))
    found = locate([told], Layers(document(tree("x/NN")), places=(LOME, TOGO_NAMED)), LIKELY)[0]
    features = dict(dict(found.offers)[0])
    assert {"of_recipient", "of_recipient_only", "not_of_actor", "deed_of_recipient"} <= features.keys()
    assert "of_actor" not in features

from __future__ import annotations

import pytest
from places_support import layers_of, state

from dragoman.kb.load import Knowledge, load_knowledge
from dragoman.model.layers import Layers, PlaceMention
from dragoman.places.gazetteer import Gazetteer
from dragoman.places.reader import PlaceReader


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def read(knowledge: Knowledge, gazetteer: Gazetteer, layers: Layers) -> tuple[PlaceMention, ...]:
    places = PlaceReader(knowledge, gazetteer).run(layers).places
    assert places is not None
    return places


def test_town_is_told_with_all_that_holds_it(knowledge: Knowledge, gazetteer: Gazetteer) -> None:
    (place,) = read(knowledge, gazetteer, layers_of("Clashes broke out in Mosul.", [("Mosul", "GPE")]))
    assert (place.city, place.province, place.country, place.country_code) == ("Mosul", "Nineveh", "Iraq", "IRQ")
    assert (place.geonameid, place.feature_code, place.resolution) == (23, "PPL", 4)
    assert place.rule.startswith("is:GPE+locative+big_town > ")


def test_spans_point_into_the_text(knowledge: Knowledge, gazetteer: Gazetteer) -> None:
    layers = layers_of("Clashes broke out in Mosul.\nThe Strait of Hormuz closed.", [("Mosul", "GPE")])
    text = layers.document.text
    assert [p.span.of(text) for p in read(knowledge, gazetteer, layers)] == ["Mosul", "Strait of Hormuz"]


@pytest.mark.parametrize(
    ("name", "resolution"),
    [("Iraq", 1), ("Nineveh", 2), ("Fannin County", 3), ("Mosul", 4), ("Bagram Air Base", 5), ("Red Sea", 2)],
)
def test_resolution_tells_the_grain(knowledge: Knowledge, gazetteer: Gazetteer, name: str, resolution: int) -> None:
    (place,) = read(knowledge, gazetteer, layers_of(f"Shots were heard in {name}.", [(name, "GPE")]))
    assert place.resolution == resolution


def test_place_of_our_own_has_a_point_but_no_id(knowledge: Knowledge, gazetteer: Gazetteer) -> None:
    (place,) = read(knowledge, gazetteer, layers_of("Ships left the Red Sea."))
    assert place.geonameid is None
    assert place.lat is not None


def test_adjective_is_the_states_point_and_marked(knowledge: Knowledge, gazetteer: Gazetteer) -> None:
    known = state("Turkish", "TUR", entity="Turkey", adjective=True)
    (place,) = read(knowledge, gazetteer, layers_of("Turkish troops left.", [("Turkish", "NORP", known)]))
    assert (place.country_code, place.resolution, place.adjectival, place.acting) == ("TUR", 1, True, False)


def test_acting_capital_is_marked(knowledge: Knowledge, gazetteer: Gazetteer) -> None:
    layers = layers_of("Ankara's refusal came late.\nSnow fell in Ankara.", [("Ankara", "GPE")])
    assert [p.acting for p in read(knowledge, gazetteer, layers)] == [True, False]


def test_dateline_comes_first_and_outside_the_sentences(knowledge: Knowledge, gazetteer: Gazetteer) -> None:
    layers = layers_of("PARIS, Texas - Rain fell.", dateline="PARIS, Texas")
    places = read(knowledge, gazetteer, layers)
    assert [(p.geonameid, p.sentence) for p in places] == [(22, -1), (11, -1)]


def test_publisher_leans_to_its_own_place(knowledge: Knowledge, gazetteer: Gazetteer) -> None:
    text, names = "Police in Springfield agreed.", [("Springfield", "GPE")]
    (ohio,) = read(knowledge, gazetteer, layers_of(text, names, publisher="The Ohio Courier"))
    (texas,) = read(knowledge, gazetteer, layers_of(text, names, title="Texas votes"))
    assert (ohio.geonameid, texas.geonameid) == (26, 27)


def test_unresolved_name_has_no_point(knowledge: Knowledge, gazetteer: Gazetteer) -> None:
    (place,) = read(knowledge, gazetteer, layers_of("Fighting went on in Zzyzx.", [("Zzyzx", "GPE")]))
    assert (place.name, place.lat, place.country_code, place.resolution) == (None, None, None, None)


def test_report_without_places_gives_an_empty_layer(knowledge: Knowledge, gazetteer: Gazetteer) -> None:
    assert read(knowledge, gazetteer, layers_of("Nothing happened.")) == ()

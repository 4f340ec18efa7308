from __future__ import annotations

import pytest
from places_support import layers_of, state

from dragoman.model.layers import KnownName, Layers
from dragoman.places.gazetteer import Gazetteer
from dragoman.places.recognise import Recogniser


def surfaces(gazetteer: Gazetteer, layers: Layers) -> list[str]:
    return [t.span.of(layers.document.text) for t in Recogniser(gazetteer).find(layers)]


def test_tagged_place_is_found_without_article(gazetteer: Gazetteer) -> None:
    assert surfaces(gazetteer, layers_of("Talks moved to Mosul.", [("Mosul", "GPE")])) == ["Mosul"]


def test_big_town_in_an_organisation_is_found(gazetteer: Gazetteer) -> None:
    text = "The Dallas Water Board resigned."
    assert surfaces(gazetteer, layers_of(text, [("Dallas Water Board", "ORG")])) == ["Dallas"]


def test_small_town_needs_words_that_speak_for_it(gazetteer: Gazetteer) -> None:
    assert surfaces(gazetteer, layers_of("Salem asked for more time.")) == []
    assert surfaces(gazetteer, layers_of("A Salem man asked for more time.")) == ["Salem"]
    assert surfaces(gazetteer, layers_of("She grew up in the town of Salem.")) == ["Salem"]


def test_house_or_firm_named_for_a_place_is_none(gazetteer: Gazetteer) -> None:
    assert surfaces(gazetteer, layers_of("He stayed at the Hotel Mosul.", [("Mosul", "GPE")])) == []
    assert surfaces(gazetteer, layers_of("He stayed at a hotel in Mosul.", [("Mosul", "GPE")])) == ["Mosul"]
    assert surfaces(gazetteer, layers_of("The Bank of Mosul lent it.", [("Mosul", "GPE")])) == []
    assert surfaces(gazetteer, layers_of("The west bank of Mosul burned.", [("Mosul", "GPE")])) == ["Mosul"]


def test_family_name_is_no_town(gazetteer: Gazetteer) -> None:
    text = "Mary Jackson voted no.\nJackson gave no reason."
    assert surfaces(gazetteer, layers_of(text, [("Mary Jackson", "PERSON")])) == []


def test_name_after_a_title_is_no_town(gazetteer: Gazetteer) -> None:
    assert surfaces(gazetteer, layers_of("Senator Jackson voted no.")) == []


def test_person_of_the_knowledge_base_is_no_town(gazetteer: Gazetteer) -> None:
    known = KnownName("Jackson", "Jackson", "person", "name", "USA", "GOV")
    assert surfaces(gazetteer, layers_of("Jackson gave no reason.", [("Jackson", "PERSON", known)])) == []


def test_name_that_is_a_place_elsewhere_is_one_here(gazetteer: Gazetteer) -> None:
    text = "Police in Salem, Ohio, made arrests.\nSalem has seen worse."
    found = surfaces(gazetteer, layers_of(text, [("Salem", "GPE"), ("Ohio", "GPE")]))
    assert found == ["Salem", "Ohio", "Salem"]


def test_street_keeps_its_town_inside(gazetteer: Gazetteer) -> None:
    found = Recogniser(gazetteer).find(layers_of("Shots were fired on Dallas Road."))
    assert [(t.surface, t.street, t.listed) for t in found] == [("Dallas Road", True, False)]


def test_unlisted_body_gives_way_to_the_town_it_names(gazetteer: Gazetteer) -> None:
    text = "The Dallas Central Prison is full."
    assert surfaces(gazetteer, layers_of(text, [("Dallas Central Prison", "FAC")])) == ["Dallas"]


@pytest.mark.parametrize("text", ["He lives in Paris, Tex., and works.", "He lives in Paris (Tex.) and works."])
def test_abbreviated_division_is_found(gazetteer: Gazetteer, text: str) -> None:
    found = Recogniser(gazetteer).find(layers_of(text, [("Paris", "GPE")]))
    assert [(t.surface, t.division) for t in found] == [("Paris", None), ("Tex.", "US-TX")]


def test_party_and_state_of_a_lawmaker(gazetteer: Gazetteer) -> None:
    found = Recogniser(gazetteer).find(layers_of("Ann Roe, R-Texas, spoke."))
    assert [(t.surface, t.division) for t in found] == [("Texas", "US-TX")]


def test_adjective_of_a_state_is_adjectival(gazetteer: Gazetteer) -> None:
    layers = layers_of(
        "Turkish troops left.", [("Turkish", "NORP", state("Turkish", "TUR", entity="Turkey", adjective=True))]
    )
    (found,) = Recogniser(gazetteer).find(layers)
    assert (found.adjectival, found.country) == (True, "TUR")


def test_language_is_no_place(gazetteer: Gazetteer) -> None:
    known = state("Turkish", "TUR", entity="Turkey", adjective=True)
    assert surfaces(gazetteer, layers_of("She answered in Turkish.", [("Turkish", "NORP", known)])) == []


def test_gulf_is_a_place_with_its_article_only(gazetteer: Gazetteer) -> None:
    assert surfaces(gazetteer, layers_of("Ships left the Gulf.")) == ["Gulf"]
    assert surfaces(gazetteer, layers_of("Gulf shares fell.")) == []


def test_seat_of_government_is_a_place_after_a_preposition_only(gazetteer: Gazetteer) -> None:
    assert surfaces(gazetteer, layers_of("They met near the Kremlin.")) == []
    assert surfaces(gazetteer, layers_of("They met at Camp David.")) == ["Camp David"]


def test_acronym_is_no_town(gazetteer: Gazetteer) -> None:
    assert surfaces(gazetteer, layers_of("The EU agreed.", [("EU", "ORG")])) == []

"""People of no stated country are of that of the forces they face."""

from __future__ import annotations

from dataclasses import replace

from coding_factory import candidate, party

from dragoman.coding.candidate import Candidate
from dragoman.coding.compatriots import compatriots, locals_of
from dragoman.model.layers import PlaceMention
from dragoman.model.span import Span

ARMY = party("Malian army", "MLI", sector="MIL", type="military_unit")
MALI = party("Mali", "MLI")
CROWD = replace(party("demonstrators", "FRA", sector="CVL", type="population"), assumed=True)


def test_a_crowd_is_of_the_country_of_the_army_that_shoots_at_it() -> None:
    assert compatriots("ASSAULT", [ARMY], [CROWD])[1][0].code == "MLI"


def test_a_state_under_its_own_name_acts_abroad_as_often_as_at_home() -> None:
    assert compatriots("ASSAULT", [MALI], [CROWD])[1][0].code == "FRA"


def test_the_same_state_called_its_government_faces_its_people() -> None:
    government = replace(MALI, via="coreference")
    assert compatriots("ASSAULT", [government], [CROWD])[1][0].code == "MLI"


def test_a_country_that_is_told_is_kept() -> None:
    assert compatriots("ASSAULT", [ARMY], [replace(CROWD, assumed=False)])[1][0].code == "FRA"


def test_fighters_side_by_side_are_of_one_country() -> None:
    rebels = replace(party("rebels", "FRA", sector="REB", type="armed_group"), assumed=True)
    assert [r.code for r in compatriots("ASSAULT", [ARMY, rebels], [])[0]] == ["MLI", "MLI"]


def test_victims_beside_an_embassy_need_not_be_of_its_country() -> None:
    embassy = party("U.S. Embassy", "USA", type="organization")
    assert compatriots("ASSAULT", [], [embassy, CROWD])[1][1].code == "FRA"


def test_police_may_be_anybodys() -> None:
    police = replace(party("police", "FRA", sector="COP"), assumed=True)
    assert compatriots("ASSAULT", [ARMY], [police])[1][0].code == "FRA"


def test_two_sorts_of_forces_do_not_tell_whose_people_they_face() -> None:
    mercenaries = party("Chadian mercenaries", "TCD", sector="PRM", type="military_unit")
    troops = replace(party("troops", "FRA", sector="MIL", type="military_unit"), assumed=True)
    assert compatriots("ASSAULT", [troops, mercenaries], [CROWD])[1][0].code == "FRA"
    assert compatriots("ASSAULT", [mercenaries], [CROWD])[1][0].code == "TCD"


VICTIMS = replace(party("four people", "RUS", sector="CVL", type="population"), assumed=True)
VILLAGE = PlaceMention(Span(40, 47), 0, "Soroca", country_code="MDA", resolution=4)


def codes(event: Candidate, *places: PlaceMention) -> list[str | None]:
    return [r.code for r in locals_of([event], places)[0].recipient]


def test_people_killed_in_a_named_place_are_of_its_country() -> None:
    assert codes(candidate(recipient=(VICTIMS,), place=0), VILLAGE) == ["MDA"]


def test_whose_country_is_told_keeps_it_wherever_he_dies() -> None:
    named = replace(VICTIMS, assumed=False)
    assert codes(candidate(recipient=(named,), place=0), VILLAGE) == ["RUS"]


def test_a_place_of_another_sentence_does_not_tell_whose_people_they_are() -> None:
    assert codes(candidate(recipient=(VICTIMS,), place=0, sentence=1), VILLAGE) == ["RUS"]


def test_who_dies_at_an_embassy_may_be_of_any_country() -> None:
    embassy = party("U.S. embassy", "USA", type="organization")
    assert codes(candidate(recipient=(VICTIMS, embassy), place=0), VILLAGE) == [None, "USA"]


def test_marchers_are_of_where_they_march() -> None:
    march = candidate("PROTEST", actor=(VICTIMS,), place=0)
    assert locals_of([march], [VILLAGE])[0].actor[0].code == "MDA"


def test_people_stand_for_the_place_where_they_were_struck() -> None:
    town = party("Soroca", "MDA", sector=None, type="place")
    assert codes(candidate(recipient=(town, VICTIMS))) == ["RUS"]
    assert codes(candidate(recipient=(town,))) == ["MDA"]


def test_where_victims_of_a_stated_country_are_told_of_the_place_tells_nothing() -> None:
    tourists = party("tourists", "ESP", sector="CVL", type="population")
    assert codes(candidate(recipient=(VICTIMS, tourists), place=0), VILLAGE) == ["RUS", "ESP"]
    assert codes(candidate(recipient=(VICTIMS, replace(tourists, assumed=True)), place=0), VILLAGE) == ["MDA", "MDA"]

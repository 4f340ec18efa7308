"""People of no stated country are of that of the forces they face."""

from __future__ import annotations

from dataclasses import replace

from coding_factory import party

from dragoman.coding.compatriots import compatriots

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

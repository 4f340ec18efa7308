from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from places_support import FRANCE

from dragoman.errors import UsageError
from dragoman.places.gazetteer import Gazetteer, name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("São Tomé", "Sao Tome"),
        ("St. Louis", "Saint Louis"),
        ("Deir ez-Zor", "DEIR EZ ZOR"),
        ("Sana’a", "Sanaa"),
        ("Łódź", "Lodz"),
        ("Mt. Kenya", "Mount Kenya"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_final_abbreviation_stays() -> None:
    assert name_key("Elm St.") == "elm st"


def test_names_are_found_under_alternate_spellings(gazetteer: Gazetteer) -> None:
    (found,) = gazetteer.named("SHINGAL")
    assert found.place.name == "Sinjār"
    assert not found.usual


def test_candidates_come_in_the_order_of_ids(gazetteer: Gazetteer) -> None:
    assert [c.place.id for c in gazetteer.named("Paris")] == [21, 22]


def test_country_is_found_by_code(gazetteer: Gazetteer) -> None:
    country = gazetteer.country("FRA")
    assert country is not None
    assert country.id == FRANCE
    assert gazetteer.country("XXX") is None


def test_own_places_have_no_geonames_id(gazetteer: Gazetteer) -> None:
    (found,) = gazetteer.named("Strait of Hormuz")
    assert found.place.geonameid is None


def test_gazetteer_survives_pickling(gazetteer: Gazetteer) -> None:
    again = pickle.loads(pickle.dumps(gazetteer))
    assert again.named("Mosul") == gazetteer.named("Mosul")


def test_missing_file_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="build_gazetteer"):
        Gazetteer(tmp_path / "none.sqlite")

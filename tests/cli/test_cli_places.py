from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.places import build
from dragoman.places.gazetteer import Gazetteer, Place
from dragoman.places.sources import Row
from fake_coder import Run

DUMP = "99\tTel Example\tTel Example\t\t36.5\t42.0\tP\tPPL\tIQ\t\t15\t\t\t\t812\t\t300\tAsia/Baghdad\t2020-01-01\n"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder; the packages hold one state and one town, so that compiling takes no time."""

    def packages() -> Iterator[Row]:
        yield Row(Place(1, "Iraq", 33.0, 44.0, "PCLI", "IRQ", None, None, 30_000_000), ("Iraq",))
        yield Row(Place(2, "Mosul", 36.3, 43.1, "PPL", "IRQ", None, None, 1_700_000), ("Mosul",))

    folder = tmp_path / "cache"
    monkeypatch.setenv("DRAGOMAN_CACHE", str(folder))
    monkeypatch.setattr(build, "package_rows", packages)
    monkeypatch.setattr(build, "region_rows", lambda: iter(()))
    monkeypatch.setattr(build, "division_codes", dict)
    return folder


def test_build_writes_the_gazetteer_that_the_coder_will_open(run: Run, cache: Path) -> None:
    done = run("places", "build")
    target = build.gazetteer_path(cache)
    assert (done.status, done.out) == (0, "")
    assert str(target) in done.err
    assert list(cache.iterdir()) == [target]
    assert [found.place.id for found in Gazetteer(target).named("Mosul")] == [2]


def test_build_adds_the_places_of_a_dump(run: Run, cache: Path, tmp_path: Path) -> None:
    dump = tmp_path / "IQ.txt"
    dump.write_text(DUMP, encoding="utf-8")
    assert run("places", "build", "--geonames", dump).status == 0
    gazetteer = Gazetteer(build.gazetteer_path(cache))
    assert [found.place.id for name in ("Mosul", "Tel Example") for found in gazetteer.named(name)] == [2, 99]


def test_a_missing_dump_is_wrong_usage(run: Run, cache: Path, tmp_path: Path) -> None:
    done = run("places", "build", "--geonames", tmp_path / "none.txt")
    assert done.status == 2
    assert "none.txt is not a file" in done.err
    assert not cache.exists()


def test_a_file_that_is_no_dump_leaves_the_earlier_gazetteer_alone(run: Run, cache: Path, tmp_path: Path) -> None:
    run("places", "build")
    target = build.gazetteer_path(cache)
    before = target.read_bytes()
    table = tmp_path / "towns.csv"
    table.write_text("1,Here\n", encoding="utf-8")
    done = run("places", "build", "--geonames", table)
    assert done.status == 2
    assert "19" in done.err
    assert target.read_bytes() == before
    assert list(cache.iterdir()) == [target]

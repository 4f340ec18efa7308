from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import UsageError
from dragoman.evaluate.gate import Floors, GoldSet, accepted, compare, fingerprint, lowered, raised, read_floors

FLOORS = Floors(sets={"articles": GoldSet(fingerprint="f", floors={"typed": 0.5, "invented_date": 0.2})})


def verdicts(scores: dict[str, float]) -> dict[str, bool]:
    return {v.measure: v.passes for v in compare(FLOORS, "articles", scores)}


def test_a_value_at_its_floor_holds_and_one_below_does_not() -> None:
    assert verdicts({"typed": 0.5, "invented_date": 0.2}) == {"typed": True, "invented_date": True}
    assert verdicts({"typed": 0.4999, "invented_date": 0.2001}) == {"typed": False, "invented_date": False}


def test_a_measure_without_floor_passes_and_one_that_is_gone_fails() -> None:
    assert verdicts({"whole": 0.1, "invented_date": 0.0}) == {"whole": True, "invented_date": True, "typed": False}


def test_seconds_are_no_quality() -> None:
    assert "seconds" not in verdicts({"seconds": 3.0})


def test_floors_are_raised_to_just_under_the_value_and_never_lowered() -> None:
    up = raised(FLOORS, "articles", "f", {"typed": 0.6, "invented_date": 0.3, "whole": 0.25})
    assert up.sets["articles"].floors == {"typed": 0.595, "invented_date": 0.2, "whole": 0.245}
    assert raised(up, "articles", "f", {"typed": 0.1}) == up


def test_a_ceiling_is_moved_down_to_just_over_the_value() -> None:
    assert raised(FLOORS, "articles", "f", {"invented_date": 0.1}).sets["articles"].floors["invented_date"] == 0.105


def test_lowering_has_to_name_a_floor_that_is_there() -> None:
    assert lowered(FLOORS, "articles", "typed", {"typed": 0.4}).sets["articles"].floors["typed"] == 0.395
    with pytest.raises(UsageError, match=r"no floor articles\.whole to lower; known are articles\.invented_date"):
        lowered(FLOORS, "articles", "whole", {"whole": 0.4})


def test_gold_taken_anew_loses_the_floors_measured_on_the_old() -> None:
    assert accepted(FLOORS, "articles", "g").sets["articles"] == GoldSet(fingerprint="g", floors={})


def test_the_fingerprint_changes_with_a_byte_or_a_name_but_not_with_the_order(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("1")
    two.write_text("2")
    before = fingerprint([one, two])
    assert fingerprint([two, one]) == before
    two.write_text("3")
    assert fingerprint([one, two]) != before


def test_floors_survive_writing_and_a_broken_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    assert read_floors(path) == Floors(sets={})
    path.write_text(FLOORS.to_json())
    assert read_floors(path) == FLOORS
    path.write_text("{}")
    with pytest.raises(UsageError, match="Field required"):
        read_floors(path)

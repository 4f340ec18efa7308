"""Holds the measured quality: floors, margins, and a fingerprint of the gold they were measured on.

Raising a floor is routine (`raised`), lowering one has to be asked for by name (`lowered`), and gold that changed is
not compared at all until it is accepted, because its scores mean something else.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from dragoman.errors import UsageError

SLACK = 0.005
"""A floor stands this far under the value it was raised to, so that a change of one judgement in 200 passes."""
_LOWER_IS_BETTER = frozenset({"invented_date", "invented_place", "events_per_report", "reports_with_events"})
_NOT_QUALITY = frozenset({"seconds", "error"})


class GoldSet(BaseModel):
    """The floors of one gold set; a measure where less is better holds a ceiling instead."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    fingerprint: str
    floors: dict[str, float]


class Floors(BaseModel):
    """bench/floors.json."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sets: dict[str, GoldSet]

    def to_json(self) -> str:
        """The file's text, sorted, so that a change of one floor is a change of one line."""
        ordered = {
            name: GoldSet(fingerprint=gold.fingerprint, floors=dict(sorted(gold.floors.items())))
            for name, gold in sorted(self.sets.items())
        }
        return Floors(sets=ordered).model_dump_json(indent=1) + "\n"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One measure beside its floor; `margin` is negative where it fell below. No floor yet: None and it passes."""

    gold_set: str
    measure: str
    floor: float | None
    value: float
    margin: float | None

    @property
    def passes(self) -> bool:
        """Whether the value holds its floor; a value that is equal does."""
        return self.margin is None or self.margin >= 0


def read_floors(path: Path) -> Floors:
    """The floors of `path`; none where the file is not there. Raises UsageError where it does not fit."""
    if not path.exists():
        return Floors(sets={})
    try:
        return Floors.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise UsageError(f"{path}: {error.errors()[0]['msg']}; restore it with git checkout") from error


def fingerprint(files: Iterable[Path]) -> str:
    """A hash over the names and bytes of `files`, whatever their order."""
    digest = hashlib.sha256()
    for file in sorted(files, key=lambda f: f.name):
        content = file.read_bytes()
        digest.update(f"{file.name}\x1f{len(content)}\x1f".encode())
        digest.update(content)
    return digest.hexdigest()


def compare(floors: Floors, name: str, scores: Mapping[str, float]) -> list[Verdict]:
    """Every score of one set beside its floor; a floor whose measure is no longer given counts as fallen to 0 or 1."""
    held = floors.sets[name].floors if name in floors.sets else {}
    verdicts = []
    for measure in [*scores, *(m for m in held if m not in scores)]:
        if measure in _NOT_QUALITY:
            continue
        worst = 1.0 if measure in _LOWER_IS_BETTER else 0.0
        value = scores.get(measure, worst)
        floor = held.get(measure)
        margin = None if floor is None else round(_sign(measure) * (value - floor), 6)
        verdicts.append(Verdict(name, measure, floor, value, margin))
    return verdicts


def raised(floors: Floors, name: str, print_of_gold: str, scores: Mapping[str, float]) -> Floors:
    """The floors with those of one set moved up to `SLACK` under the scores; none is ever moved down."""
    old = floors.sets.get(name, GoldSet(fingerprint=print_of_gold, floors={}))
    new = dict(old.floors)
    for measure, value in scores.items():
        if measure in _NOT_QUALITY:
            continue
        proposal = _floor_under(measure, value)
        held = new.get(measure)
        if held is None or _sign(measure) * (proposal - held) > 0:
            new[measure] = proposal
    return _with(floors, name, GoldSet(fingerprint=old.fingerprint, floors=new))


def lowered(floors: Floors, name: str, measure: str, scores: Mapping[str, float]) -> Floors:
    """The floors with the one named moved to `SLACK` under its score; raises UsageError for an unknown name."""
    if name not in floors.sets or measure not in floors.sets[name].floors or measure not in scores:
        known = sorted(f"{n}.{m}" for n, g in floors.sets.items() for m in g.floors)
        raise UsageError(f"there is no floor {name}.{measure} to lower; known are {', '.join(known) or 'none'}")
    old = floors.sets[name]
    new = old.floors | {measure: _floor_under(measure, scores[measure])}
    return _with(floors, name, GoldSet(fingerprint=old.fingerprint, floors=new))


def accepted(floors: Floors, name: str, print_of_gold: str) -> Floors:
    """The floors with the set's gold taken as it is now; its old floors go, as they were measured on other gold."""
    return _with(floors, name, GoldSet(fingerprint=print_of_gold, floors={}))


def _with(floors: Floors, name: str, gold_set: GoldSet) -> Floors:
    return Floors(sets={**floors.sets, name: gold_set})


def _sign(measure: str) -> int:
    return -1 if measure in _LOWER_IS_BETTER else 1


def _floor_under(measure: str, value: float) -> float:
    return round(min(1.0, max(0.0, value - _sign(measure) * SLACK)), 4)

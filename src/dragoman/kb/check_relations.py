"""Checks that codes, memberships and agreements agree with each other, with ISO 3166 and with the names we know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import TypeVar

import pycountry

from dragoman.kb.codes import EXTRA_STATES
from dragoman.kb.relations import Agreement, Membership, Relations, StateCode
from dragoman.kb.tables import NameRow

Spell = TypeVar("Spell", StateCode, Membership)

NUMBERS = range(2, 991)
"""The numbers that the Correlates of War and Gleditsch and Ward use: the United States to Samoa."""


def relation_problems(relations: Relations, names: Sequence[NameRow]) -> Iterator[str]:
    """What is wrong with the relation tables, each complaint with file and line; `names` are the rows of names."""
    bodies, groups = _names_of(names, "bodies.csv"), _names_of(names, "groups.csv")
    spells = _spells(relations.codes)
    yield from code_problems(relations.codes)
    yield from member_problems(relations.memberships, spells, bodies)
    yield from agreement_problems(relations.agreements, frozenset(spells), bodies | groups)


def code_problems(codes: Sequence[StateCode]) -> Iterator[str]:
    """Codes that ISO 3166 does not have, numbers out of range, and one code or number for two states at a time."""
    current = {c.alpha_3 for c in pycountry.countries} | EXTRA_STATES
    former = {c.alpha_3 for c in pycountry.historic_countries}
    for row in codes:
        at = f"state_codes.csv, line {row.line} ({row.name})"
        if row.code not in current:
            yield f"{at}: no code {row.code!r}; use ISO 3166-1 alpha-3"
        if row.former is not None and row.former not in former:
            yield f"{at}: `former` {row.former!r} is not an ISO 3166-3 alpha-3 code"
        yield from (
            f"{at}: no state has the number {n}" for n in (row.cow, row.gw) if n is not None and n not in NUMBERS
        )
    for what in ("id", "cow", "gw"):
        held: defaultdict[object, list[StateCode]] = defaultdict(list)
        for row in codes:
            if (value := getattr(row, what)) is not None:
                held[value].append(row)
        for value, spells in held.items():
            for before, after in _overlapping(spells):
                yield f"state_codes.csv, line {after.line} ({after.name}): {value} is already {before.name}'s then"


def member_problems(
    memberships: Sequence[Membership], spells: dict[str, tuple[date, date]], bodies: frozenset[str]
) -> Iterator[str]:
    """Members and bodies that no table has, members before or after they were states, and spells that overlap."""
    held: defaultdict[tuple[str, str], list[Membership]] = defaultdict(list)
    for row in memberships:
        held[row.body, row.member].append(row)
        at = f"memberships.csv, line {row.line} ({row.member} in {row.body})"
        if row.body not in bodies:
            yield f"{at}: no body {row.body!r} in bodies.csv"
        if row.member not in spells:
            yield f"{at}: no code {row.member!r} in state_codes.csv"
            continue
        first, last = spells[row.member]
        if (row.valid_from or date.min) < first and row.note is None:
            yield f"{at}: a member from {row.valid_from}, but a state only from {first}; a note must say how"
        if (row.valid_to or date.min) > last or (row.valid_to is None and last != date.max):
            yield f"{at}: a member to {row.valid_to or 'this day'}, but a state only to {last}"
    for (body, member), rows in held.items():
        for before, after in _overlapping(rows, touching=False):
            yield f"memberships.csv, line {after.line} ({member} in {body}): overlaps with line {before.line}"


def agreement_problems(
    agreements: Sequence[Agreement], states: frozenset[str], others: frozenset[str]
) -> Iterator[str]:
    """Names that stand twice, dates in the wrong order, and parties or brokers that no table has."""
    first: dict[str, Agreement] = {}
    for row in agreements:
        at = f"agreements.csv, line {row.line} ({row.name})"
        if first.setdefault(row.name, row) is not row:
            yield f"{at}: stands twice, first in line {first[row.name].line}"
        if row.signed and row.valid_from and row.valid_from < row.signed:
            yield f"{at}: in force from {row.valid_from}, before it was signed ({row.signed})"
        known = states | others
        yield from (f"{at}: no state, body or group {b!r} to broker it" for b in row.brokers if b not in known)
        for party in row.parties:
            if party.party not in known:
                where = f"agreement_parties.csv, line {party.line} ({row.name})"
                yield f"{where}: no code, body or group {party.party!r}"


def _names_of(names: Iterable[NameRow], table: str) -> frozenset[str]:
    return frozenset(r.name for r in names if r.table == table)


def _spells(codes: Iterable[StateCode]) -> dict[str, tuple[date, date]]:
    """The first and last day of each state, over its spells."""
    out: dict[str, tuple[date, date]] = {}
    for row in codes:
        first, last = out.get(row.id, (date.max, date.min))
        out[row.id] = min(first, row.valid_from or date.min), max(last, row.valid_to or date.max)
    return out


def _overlapping(rows: Sequence[Spell], *, touching: bool = True) -> Iterator[tuple[Spell, Spell]]:
    """Neighbours in time that overlap; with `touching` a day of handing over may be both's."""
    for before, after in pairwise(sorted(rows, key=lambda r: r.valid_from or date.min)):
        end, begin = before.valid_to or date.max, after.valid_from or date.min
        if end > begin or (end == begin and not touching):
            yield before, after

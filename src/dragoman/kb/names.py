"""Which surfaces name what: the tables' rows as surfaces, and the one reading of a surface at a date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from dragoman.kb.fold import fold
from dragoman.kb.tables import NameRow
from dragoman.model.layers import KnownName, NameForm

GENERIC = frozenset(
    {"Alliance", "Army", "Assembly", "Brigade", "Brigades", "Coalition", "Commission", "Council", "Court", "Fleet"}
    | {"Force", "Forces", "Front", "Group", "Movement", "Network", "Parliament", "Party", "Police", "Summit"}
)
"""Last words that some papers write small: "Lok Jan party", "Volta court"."""
HEADS = frozenset(
    {"President", "Prime Minister", "Premier", "Chancellor", "Taoiseach", "King", "Queen", "Emir", "Sultan"}
    | {"Supreme Leader", "Head of State", "Leader"}
)
"""Offices after which their holders count as former elite (ELI)."""
SHORT_NAME_YEARS = 5
"""How long before and after a term a surname alone still means the holder; a judgement, not a measurement."""


class Surface(NamedTuple):
    """A wording, `key` with its spelling folded, and its row; `exact` wordings count only as written (see NameRow)."""

    text: str
    key: str
    form: NameForm
    row: NameRow
    exact: bool = False


def surfaces(row: NameRow) -> Iterator[Surface]:
    """Every wording of a row, each once; a wording with two forms keeps the first of name, adjective, demonym."""
    seen: set[str] = set()
    forms: tuple[tuple[NameForm, tuple[str, ...], bool], ...] = (
        ("name", (row.name, *row.aliases), False),
        ("name", row.exact_aliases, True),
        ("adjective", row.adjectives, False),
        ("demonym", row.demonyms, False),
        ("capital", row.capitals, False),
    )
    for form, texts, exact in forms:
        for text in texts:
            for variant in _variants(text):
                key = fold(variant)
                if key not in seen:
                    seen.add(key)
                    yield Surface(variant, key, form, row, exact)


def _variants(text: str) -> Iterator[str]:
    yield text
    if text[0].islower():  # "al-Qaeda" starts sentences too.
        yield text[0].upper() + text[1:]
    rest, _, last = text.rpartition(" ")
    if last in GENERIC and rest:
        yield f"{rest} {last.lower()}"


def known_name(surface: Surface, states: Mapping[str, str]) -> KnownName:
    """The surface as the record that other rooms see; `states` has the names that offices end in, by code.

    The sector of a state is for its name and capital; its people are CVL, and its adjective tells none.
    """
    row = surface.row
    sector = row.sector
    if row.kind == "state" and surface.form in ("adjective", "demonym"):
        sector = "CVL" if surface.form == "demonym" else None
    return KnownName(
        surface=surface.text,
        entity=row.name,
        kind=row.kind,
        form=surface.form,
        code=row.code,
        sector=sector,
        other_sectors=row.other_sectors,
        former=row.former,
        wikidata_id=row.wikidata_id,
        office=_office(row, states),
        valid_from=row.valid_from,
        valid_to=row.valid_to,
    )


def _office(row: NameRow, states: Mapping[str, str]) -> str | None:
    """The office with whose it is: "Minister of Defense of Israel". A user's office stays as written."""
    body = row.office_of or (states.get(row.code or "") if row.table == "offices.csv" else None)
    return f"{row.office} of {body}" if row.office and body else row.office


def article_names(rows: Iterable[NameRow]) -> dict[str, str]:
    """State codes with the state's name as running text has it: "the Netherlands"."""
    return {r.code: in_text(r) for r in rows if r.table == "states.csv" and r.code}


def in_text(row: NameRow) -> str:
    """The name as running text has it, with its article."""
    return f"{row.article} {row.name}" if row.article else row.name


def reading(candidates: tuple[KnownName, ...], on: date | None) -> KnownName | None:
    """What a surface with these candidates means on a day; None where it could be more than one thing.

    The holder of that day wins, then whoever left last before it. A person outside the term keeps name and code but
    loses the office: the sector is then ELI after the last term at the head of a state, else unknown.
    Without a day, a surface with several bearers means nobody, and a person with several posts has none.
    A short name ("Cameron") is given up `SHORT_NAME_YEARS` before and after its bearer's terms.
    """
    if on is None:
        return _undated(candidates)
    candidates = tuple(c for c in candidates if not _stale(c, on))
    holding = [c for c in candidates if _covers(c, on)]
    if holding:
        # Two posts at one time, or a post taken over within a table's year: the one begun last, but a head of
        # government who keeps a ministry as well is news as the head.
        last = max(holding, key=lambda c: (_led(c), c.valid_from or date.min))
        return last if len({c.entity for c in holding}) == 1 else None
    if not candidates:
        return None
    left = [c for c in candidates if c.valid_to is not None and c.valid_to < on]
    if left:
        last = max(left, key=lambda c: c.valid_to or date.min)
        if last.kind != "person":
            return last
        again = any(c.entity == last.entity and c.valid_from and c.valid_from > on for c in candidates)
        return _without_office(last, "ELI" if _led(last) and not again else None)
    if len({c.entity for c in candidates}) != 1:
        return None
    first = candidates[0]
    return _without_office(first, None) if first.kind == "person" else first


def _undated(candidates: tuple[KnownName, ...]) -> KnownName | None:
    first = candidates[0]
    if len(candidates) == 1:
        return first
    if len({c.entity for c in candidates}) != 1:
        return None
    sector = first.sector if len({c.sector for c in candidates}) == 1 else None
    return _without_office(first, sector)


def _covers(name: KnownName, on: date) -> bool:
    return (name.valid_from is None or name.valid_from <= on) and (name.valid_to is None or on <= name.valid_to)


def _stale(name: KnownName, on: date) -> bool:
    """Whether a short name is too far from its bearer's term to mean that person, or a body did not exist yet."""
    if name.kind not in ("person", "state"):
        return name.valid_from is not None and on < name.valid_from
    if name.kind == "state" or sum(w[0].isupper() for w in re.findall(r"[A-Za-z]+", name.surface)) > 1:
        return False
    years = SHORT_NAME_YEARS
    early = name.valid_from is not None and on.year < name.valid_from.year - years
    return early or (name.valid_to is not None and on.year > name.valid_to.year + years)


def _led(name: KnownName) -> bool:
    """Whether the office was at the head of a state or government; ministers often go on to other posts."""
    return name.sector == "GOV" and name.office is not None and name.office.partition(" of ")[0] in HEADS


def _without_office(name: KnownName, sector: str | None) -> KnownName:
    return replace(name, office=None, sector=sector, other_sectors=(), valid_from=None, valid_to=None)

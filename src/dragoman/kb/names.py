"""Which surfaces name what: the tables' rows as surfaces, and the one reading of a surface at a date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from dragoman.kb.fold import fold
from dragoman.kb.tables import NameRow
from dragoman.model.layers import KnownName, NameForm


@dataclass(frozen=True, slots=True)
class Surface:
    """A wording with the row it comes from; `exact` wordings count only as written (see NameRow)."""

    text: str
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
            # "al-Qaeda" starts sentences too.
            for variant in (text, text[0].upper() + text[1:]):
                key = fold(variant)
                if key not in seen:
                    seen.add(key)
                    yield Surface(variant, form, row, exact)


def known_name(surface: Surface, offices: Mapping[str, str]) -> KnownName:
    """The surface as the record that other rooms see; `offices` gives codes their name with article.

    The sector of a state is for its name and capital; its people are CVL, and its adjective tells none.
    """
    row = surface.row
    sector = row.sector
    if row.kind == "state" and surface.form in ("adjective", "demonym"):
        sector = "CVL" if surface.form == "demonym" else None
    office = row.office
    # "President" is the state's; "President of Chechnya" says itself whose.
    if office is not None and row.code in offices and " of " not in office and row.kind == "person":
        office = f"{office} of {offices[row.code]}"
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
        office=office,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
    )


def article_names(rows: Iterable[NameRow]) -> dict[str, str]:
    """State codes with the state's name as running text has it: "the Netherlands"."""
    return {r.code: f"{r.article} {r.name}" if r.article else r.name for r in rows if r.table == "states.csv" and r.code}


def reading(candidates: tuple[KnownName, ...], on: date | None) -> KnownName | None:
    """What a surface with these candidates means on a day; None where it could be more than one thing.

    The holder of that day wins, then whoever left last before it. A person outside the term keeps name and code but
    loses the office: before it the sector is unknown, after it ELI. Without a day, a surface with several
    bearers means nobody, and a person with several posts has none.
    """
    if on is None:
        return _undated(candidates)
    holding = [c for c in candidates if _covers(c, on)]
    if holding:
        # Two posts at one time, or a post taken over within a table's year: the one begun last.
        last = max(holding, key=lambda c: c.valid_from or date.min)
        return last if len({c.entity for c in holding}) == 1 else None
    left = [c for c in candidates if c.valid_to is not None and c.valid_to < on]
    if left:
        last = max(left, key=lambda c: c.valid_to or date.min)
        if last.kind != "person":
            return last
        again = any(c.entity == last.entity and c.valid_from and c.valid_from > on for c in candidates)
        return _without_office(last, None if again else "ELI")
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


def _without_office(name: KnownName, sector: str | None) -> KnownName:
    return replace(name, office=None, sector=sector, other_sectors=(), valid_from=None, valid_to=None)

"""Reads the tables into typed rows; every complaint names file and line."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple, get_args

from dragoman.errors import LexiconError
from dragoman.kb.codes import SECTORS
from dragoman.model.layers import NameKind

NAME_TABLES: Mapping[str, str | None] = {
    "states.csv": "state",
    "former_states.csv": "state",
    "territories.csv": None,
    "bodies.csv": "organization",
    "groups.csv": None,
    "commands.csv": None,
    "peoples.csv": "population",
    "offices.csv": "person",
}
"""Tables of names with the kind all their rows have, or None where the rows say it."""

OTHER_TABLES = ("constructs.csv", "roles.csv", "titles.csv")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NAME_COLUMNS = _words(
    "name article aliases exact_aliases adjectives demonyms capitals kind code sector other_sectors former "
    "wikidata_id office office_of from to note source"
)
USER_COLUMNS = _words("name aliases kind code sector other_sectors office from to wikidata_id note")
ROLE_COLUMNS = _words("lemma sector other_sectors kind office acts_for_state note")
TITLE_COLUMNS = _words("title variants sector note")
CONSTRUCT_COLUMNS = _words("name aliases kind note")
KEY_COLUMNS = ("name", "lemma", "title")
"""The column a table cannot do without, whichever of these it may have."""
NAME_KINDS: Mapping[str, NameKind] = {kind: kind for kind in get_args(NameKind)}
ROLE_KINDS = frozenset({"person", "group", "organization", "facility", "vehicle"})
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


class NameRow(NamedTuple):
    """Something known by name: a state, a body, a group, a command, a people, or one term of a person in office.

    `exact_aliases` count only as written, never in text that is all capitals: WHO, IS. `article` is "the" where the
    name takes it in running text. `source`: keys of sources.csv. A named tuple, which is made three times as fast as
    a frozen record: every start makes thousands.
    """

    table: str
    line: int
    name: str
    kind: NameKind
    code: str | None
    sector: str | None
    article: str | None = None
    aliases: tuple[str, ...] = ()
    exact_aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    other_sectors: tuple[str, ...] = ()
    former: str | None = None
    wikidata_id: str | None = None
    office: str | None = None
    office_of: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    source: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A noun that tells what somebody is: "foreign minister", "troop", "court".

    `office` marks a post that one person holds at a time; `acts_for_state` marks what stands for its state when it
    acts ("Ghana's government"). `lemma` is as in the table: lower case and singular.
    """

    lemma: str
    sector: str | None
    other_sectors: tuple[str, ...]
    kind: str
    office: bool
    acts_for_state: bool


@dataclass(frozen=True, slots=True)
class Title:
    """A rank or honorific before a name, with the sector it implies; `words` is how many words matched."""

    title: str
    sector: str | None
    words: int = 1


@dataclass(frozen=True, slots=True)
class ConstructRow:
    """A wording that holds a known name and means no actor: "South China Sea". `kind` None hides it altogether."""

    line: int
    name: str
    aliases: tuple[str, ...]
    kind: NameKind | None


class Cells:
    """One row of a table, read cell by cell; `cells` holds those with text, stripped. An empty cell is None or ()."""

    def __init__(self, table: str, line: int, cells: Mapping[str, str]) -> None:
        self.table = table
        self.line = line
        self._cells = cells

    def error(self, message: str) -> LexiconError:
        """An error that names file and line."""
        return LexiconError(f"{self.table}, line {self.line}: {message}")

    def text(self, column: str) -> str | None:
        """The cell without white space around it, None if empty or absent."""
        return self._cells.get(column)

    def required(self, column: str) -> str:
        """The cell, which must not be empty."""
        value = self.text(column)
        if value is None:
            raise self.error(f"`{column}` is empty; every row needs it")
        return value

    def many(self, column: str) -> tuple[str, ...]:
        """The parts of a cell between semicolons."""
        value = self._cells.get(column)
        if value is None:
            return ()
        return tuple(p for part in value.split(";") if (p := part.strip())) if ";" in value else (value,)

    def flag(self, column: str) -> bool:
        """True for "true"; empty is False and anything else an error."""
        value = self.text(column)
        if value not in (None, "true", "false"):
            raise self.error(f"`{column}` is {value!r}; write true or leave it empty")
        return value == "true"

    def sectors(self, column: str) -> tuple[str, ...]:
        """PLOVER sectors; an unknown one is an error."""
        values = self.many(column)
        if not SECTORS.issuperset(values):
            unknown = next(value for value in values if value not in SECTORS)
            raise self.error(f"`{column}`: no sector {unknown!r}; PLOVER has {' '.join(sorted(SECTORS))}")
        return values

    def day(self, column: str, *, last: bool = False) -> date | None:
        """The date; a bare year or month is its first day, or its last with `last`."""
        value = self.text(column)
        if value is None:
            return None
        found = _DAY.fullmatch(value)
        try:
            if found is None:
                raise ValueError("not a date")
            year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
            if day:
                return date(year, month, day)
            if not last:
                return date(year, month or 1, 1)
            after = date(year + 1, 1, 1) if month in (0, 12) else date(year, month + 1, 1)
            return after - timedelta(days=1)
        except ValueError as error:
            raise self.error(f"`{column}` is {value!r}; write YYYY, YYYY-MM or YYYY-MM-DD") from error

    def days(self) -> tuple[date | None, date | None]:
        """The dates of `from` and `to`; an end before the beginning is an error."""
        first, last = self.day("from"), self.day("to", last=True)
        if first and last and last < first:
            raise self.error(f"`to` ({last}) is before `from` ({first})")
        return first, last


def table_bytes(name: str) -> bytes:
    """The bytes of one of our own tables."""
    return (files("dragoman.kb") / "tables" / name).read_bytes()


def rows(table: str, content: bytes, columns: frozenset[str]) -> Iterator[Cells]:
    """The rows of a table whose comment lines start with `#`; a column outside `columns` is an error."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LexiconError(f"{table}: not UTF-8 ({error.reason} at byte {error.start}); save it as UTF-8") from error
    lines = text.splitlines(keepends=True)
    kept = [(n, line) for n, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    if not kept:
        raise LexiconError(f"{table}: no header row; the columns are {', '.join(sorted(columns))}")
    reader = csv.reader((line for _, line in kept), strict=True)
    try:
        header = [h.strip() for h in next(reader)]
        if unknown := [h for h in header if h not in columns]:
            raise LexiconError(f"{table}: no column {unknown[0]!r}; the columns are {', '.join(sorted(columns))}")
        if missing := [c for c in KEY_COLUMNS if c in columns and c not in header]:
            raise LexiconError(f"{table}: no column `{missing[0]}`; every table needs it")
        for cells in reader:
            at = kept[reader.line_num - 1][0]
            if len(cells) > len(header):
                extra = f"{len(cells)} cells for {len(header)} columns; quote cells that hold commas"
                raise LexiconError(f"{table}, line {at}: {extra}")
            # Most cells of our wide tables are empty: those are dropped here, once.
            yield Cells(table, at, {h: c for h, cell in zip(header, cells, strict=False) if (c := cell.strip())})
    except csv.Error as error:
        raise LexiconError(f"{table}, line {kept[reader.line_num - 1][0]}: not readable as CSV: {error}") from error


def name_rows(table: str, content: bytes) -> Iterator[NameRow]:
    """The rows of one of our own name tables."""
    for row in rows(table, content, NAME_COLUMNS):
        yield _name_row(row, _kind(row, NAME_TABLES[table] or row.required("kind")))


def user_rows(path: Path) -> tuple[bytes, tuple[NameRow, ...]]:
    """The bytes and rows of a user's table of actors; a row with an `office` is a person unless `kind` says else."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read ({error.strerror}); --actors takes a CSV file") from error
    kept = [
        _name_row(row, _kind(row, row.text("kind") or ("person" if row.text("office") else "organization")))
        for row in rows(str(path), content, USER_COLUMNS)
    ]
    return content, tuple(kept)


def role_rows(content: bytes) -> tuple[RoleNoun, ...]:
    """The role nouns."""
    out: list[RoleNoun] = []
    for row in rows("roles.csv", content, ROLE_COLUMNS):
        kind = row.required("kind")
        if kind not in ROLE_KINDS:
            raise row.error(f"`kind` is {kind!r}; it is one of {', '.join(sorted(ROLE_KINDS))}")
        sectors = row.sectors("sector")
        out.append(
            RoleNoun(
                lemma=row.required("lemma"),
                sector=sectors[0] if sectors else None,
                other_sectors=row.sectors("other_sectors"),
                kind=kind,
                office=row.flag("office"),
                acts_for_state=row.flag("acts_for_state"),
            )
        )
    return tuple(out)


def title_rows(content: bytes) -> Iterator[tuple[tuple[str, ...], Title]]:
    """Each title with the wordings it has."""
    for row in rows("titles.csv", content, TITLE_COLUMNS):
        sectors = row.sectors("sector")
        title = row.required("title")
        yield (title, *row.many("variants")), Title(title, sectors[0] if sectors else None)


def construct_rows(content: bytes) -> Iterator[ConstructRow]:
    """The wordings that are no actors."""
    for row in rows("constructs.csv", content, CONSTRUCT_COLUMNS):
        kind = row.required("kind")
        known = None if kind == "none" else _kind(row, kind)
        yield ConstructRow(row.line, row.required("name"), row.many("aliases"), known)


def _kind(row: Cells, value: str) -> NameKind:
    kind = NAME_KINDS.get(value)
    if kind is None:
        raise row.error(f"`kind` is {value!r}; it is one of {', '.join(NAME_KINDS)}")
    return kind


def _name_row(row: Cells, kind: NameKind) -> NameRow:
    sectors = row.sectors("sector")
    first, last = row.days()
    return NameRow(
        table=row.table,
        line=row.line,
        name=row.required("name"),
        kind=kind,
        code=row.text("code"),
        sector=sectors[0] if sectors else ("GOV" if kind == "state" else None),
        article=row.text("article"),
        aliases=row.many("aliases"),
        exact_aliases=row.many("exact_aliases"),
        adjectives=row.many("adjectives"),
        demonyms=row.many("demonyms"),
        capitals=row.many("capitals"),
        other_sectors=row.sectors("other_sectors"),
        former=row.text("former"),
        wikidata_id=row.text("wikidata_id"),
        office=row.text("office"),
        office_of=row.text("office_of"),
        valid_from=first,
        valid_to=last,
        source=row.many("source"),
    )

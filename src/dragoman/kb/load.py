"""Reads the tables once into `Knowledge`, with the user's own table laid over ours."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from dragoman.errors import LexiconError
from dragoman.kb.codes import BODY_CODES, FOLDED, QID
from dragoman.kb.find import NameFinder, NameHit, Pattern
from dragoman.kb.fold import fold
from dragoman.kb.names import article_names, in_text, known_name, reading, surfaces
from dragoman.kb.persons import NamesakeCheck
from dragoman.kb.relations import RELATION_TABLES, Agreement, Relations, StateCode, read_relations
from dragoman.kb.roles import ending, role_table, title_table
from dragoman.kb.tables import (
    NAME_TABLES,
    OTHER_TABLES,
    ConstructRow,
    NameRow,
    RoleNoun,
    Title,
    construct_rows,
    name_rows,
    role_rows,
    table_bytes,
    title_rows,
    user_rows,
)
from dragoman.model.layers import KnownName

__all__ = ["Knowledge", "NameHit", "RoleNoun", "State", "Title", "load_knowledge"]


@dataclass(frozen=True, slots=True)
class State:
    """A state as the tables have it; `in_text` is its name as running text has it ("the Netherlands")."""

    code: str
    name: str
    in_text: str
    adjectives: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    wikidata_id: str | None


class Knowledge:
    """What we know beforehand; made by `load_knowledge`, never changed. `digest` is a hash over every table byte."""

    def __init__(
        self,
        *,
        rows: Sequence[NameRow],
        constructs: Iterable[ConstructRow],
        roles: Mapping[str, RoleNoun],
        titles: Mapping[str, Title],
        relation_tables: Mapping[str, bytes],
        digest: str,
    ) -> None:
        self.rows = tuple(rows)
        self.digest = digest
        self._relation_tables = relation_tables
        self._roles = roles
        self._titles = titles
        self._states = {r.code: _state(r) for r in rows if r.table == "states.csv" and r.code}
        self._names, exact = _name_table(rows)
        organs = frozenset(s.key for r in rows if r.table == "commands.csv" for s in surfaces(r))
        patterns = _patterns(self._names, exact, organs, constructs)
        self._finder = NameFinder(patterns, NamesakeCheck(self._is_title, lambda word: word in self._names))

    def find(self, text: str, *, on: date | None = None) -> list[NameHit]:
        """The known names in the text, leftmost and longest first, none overlapping.

        Case counts, save that text in capitals is read too. `on` is the day the text speaks from: it chooses
        between holders of a name and tells who is in office. A name that stays ambiguous gives no hit.
        """
        return self._finder.find(text, on)

    def lookup(self, surface: str, *, on: date | None = None) -> KnownName | None:
        """What exactly this wording names; None if unknown or ambiguous."""
        candidates = self._names.get(fold(surface))
        return reading(candidates, on) if candidates else None

    def person(self, surface: str, *, on: date | None = None) -> KnownName | None:
        """The office holder of this full or short name; None if unknown or ambiguous on that day."""
        candidates = tuple(c for c in self._names.get(fold(surface), ()) if c.kind == "person")
        return reading(candidates, on) if candidates else None

    def state(self, code: str) -> State | None:
        """The state of this ISO 3166-1 alpha-3 code (or KOS); None for bodies and unknown codes."""
        return self._states.get(code)

    @cached_property
    def relations(self) -> Relations:
        """Codes of states, members of bodies and agreements; read when first asked for, as most runs never ask."""
        return read_relations(self._relation_tables)

    def state_codes(self, code: str, on: date) -> StateCode | None:
        """The state of this ISO alpha-3 code on a day, with its numbers in the data sets; None if there was none."""
        return self.relations.state_codes(code, on)

    def members(self, body: str, on: date) -> tuple[str, ...] | None:
        """The codes of a body's members on a day; `body` under any of its names. None if we do not know its members."""
        return self.relations.members(self._body_name(body), on)

    def is_member(self, code: str, body: str, on: date) -> bool | None:
        """Whether a state, by its code in our records, is a member on a day; None if we do not know the members."""
        held = self.members(body, on)
        return None if held is None else code in held

    def record_code(self, id: str) -> str:
        """The code in our records of a state that the relation tables name by `id`; anything else as it is."""
        return self.relations.record_code(id)

    def agreement(self, wording: str, *, on: date | None = None) -> Agreement | None:
        """The agreement that this wording names, with its parties; None if unknown, or ambiguous on that day."""
        return self.relations.agreement(wording, on)

    def role(self, lemmas: Sequence[str]) -> tuple[RoleNoun, int] | None:
        """The longest role noun that ends at the last lemma, and how many lemmas it takes.

        ("israeli", "defense", "minister") gives "defense minister" and 2; a hyphen may be a lemma of its own.
        """
        return ending(lemmas, self._roles)

    def title(self, words: Sequence[str]) -> Title | None:
        """The longest rank or honorific that ends at the last word ("Lt.", "Gen."); its `words` says how many."""
        found = ending(words, self._titles)
        return replace(found[0], words=found[1]) if found else None

    def _body_name(self, wording: str) -> str:
        named = self._names.get(fold(wording), ())
        return next((k.entity for k in named if k.kind == "organization"), wording)

    def _is_title(self, word: str) -> bool:
        return ending([word], self._titles) is not None or ending([word], self._roles) is not None


def load_knowledge(actors: Path | None = None) -> Knowledge:
    """Our tables with the user's `actors` over them: a wording in the user's table means what that table says.

    Raises LexiconError, naming file and line, when a table does not fit its columns.
    """
    digest = hashlib.sha256()
    ours = {name: table_bytes(name) for name in (*NAME_TABLES, *OTHER_TABLES, *RELATION_TABLES)}
    for content in ours.values():
        digest.update(content)
    rows = [row for table in NAME_TABLES for row in name_rows(table, ours[table])]
    if actors is not None:
        content, theirs = user_rows(actors)
        digest.update(content)
        _check_user_rows(theirs, rows)
        rows += theirs
    return Knowledge(
        rows=rows,
        constructs=tuple(construct_rows(ours["constructs.csv"])),
        roles=role_table(role_rows(ours["roles.csv"])),
        titles=title_table(title_rows(ours["titles.csv"])),
        relation_tables={name: ours[name] for name in RELATION_TABLES},
        digest=digest.hexdigest()[:16],
    )


def _check_user_rows(theirs: Iterable[NameRow], ours: Iterable[NameRow]) -> None:
    """Raise for a code or Wikidata id that no record may hold; `check_tables` says more, and is slower."""
    codes = {r.code for r in ours if r.table == "states.csv"} | BODY_CODES | {None}
    for row in theirs:
        where = f"{row.table}, line {row.line}"
        if row.code not in codes:
            folded = FOLDED.get(row.code or "")
            remedy = (
                f"it folds into {folded}" if folded else f"use ISO 3166-1 alpha-3 or {', '.join(sorted(BODY_CODES))}"
            )
            raise LexiconError(f"{where}: no code {row.code!r}; {remedy}")
        if row.wikidata_id is not None and not QID.fullmatch(row.wikidata_id):
            raise LexiconError(f"{where}: {row.wikidata_id!r} is not a Wikidata id; write Q and digits, or nothing")


def _state(row: NameRow) -> State:
    assert row.code is not None
    return State(row.code, row.name, in_text(row), row.adjectives, row.demonyms, row.capitals, row.wikidata_id)


def _name_table(rows: Sequence[NameRow]) -> tuple[dict[str, tuple[KnownName, ...]], frozenset[str]]:
    """Folded wordings with all they can mean, and those that count only as written. A user's row replaces ours."""
    states = article_names(rows)
    out: dict[str, tuple[KnownName, ...]] = {}
    theirs: set[str] = set()
    exact: set[str] = set()
    for row in rows:
        ours = row.table in NAME_TABLES
        for surface in surfaces(row):
            key = surface.key
            name = known_name(surface, states)
            if ours or key in theirs:
                out[key] = (*out.get(key, ()), name)
            else:
                out[key] = (name,)
                theirs.add(key)
            if surface.exact:
                exact.add(key)
    return out, frozenset(exact)


def _patterns(
    names: Mapping[str, tuple[KnownName, ...]],
    exact: frozenset[str],
    organs: frozenset[str],
    constructs: Iterable[ConstructRow],
) -> dict[str, Pattern]:
    """What the finder searches for: every wording, and in capitals those that may stand in a headline."""
    found = dict(names)
    for row in constructs:
        for text in (row.name, *row.aliases):
            names_place = (KnownName(text, row.name, row.kind, "name", None, None),) if row.kind else ()
            found.setdefault(fold(text), names_place)
    out: dict[str, Pattern] = {}
    for key, known in found.items():
        organ, as_written = key in organs, key in exact
        out[key] = Pattern(known, False, as_written, organ)
        if not as_written and (loud := key.upper()) not in found:
            out.setdefault(loud, Pattern(known, True, False, organ))
    return out

"""What holds between the things we know, and when: codes of states, members of bodies, parties to agreements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from dragoman.errors import LexiconError
from dragoman.kb.fold import fold
from dragoman.kb.tables import Cells, rows

Key = TypeVar("Key")
Row = TypeVar("Row")

RELATION_TABLES = ("state_codes.csv", "memberships.csv", "agreements.csv", "agreement_parties.csv")

CODE_COLUMNS = frozenset("name code former cow gw from to source".split())
MEMBER_COLUMNS = frozenset("body member from to note source".split())
AGREEMENT_COLUMNS = frozenset("name aliases kind signed from to brokers note source".split())
PARTY_COLUMNS = frozenset("agreement party from to source".split())


@dataclass(frozen=True, slots=True)
class StateCode:
    """One spell of a state: who was a state when, and its numbers in the data sets; None where a set leaves it out.

    `code` is the one in our records, so the successor's where the state is gone; `former` then has its own.
    """

    line: int
    name: str
    code: str
    former: str | None
    cow: int | None
    gw: int | None
    valid_from: date | None
    valid_to: date | None
    source: tuple[str, ...]

    @property
    def id(self) -> str:
        """What the other tables call the state: ISO 3166-3 alpha-3 if it is gone, else ISO 3166-1 alpha-3."""
        return self.former or self.code


@dataclass(frozen=True, slots=True)
class Membership:
    """One spell of a member in a body; `member` is a `StateCode.id`, `body` a name of bodies.csv."""

    line: int
    body: str
    member: str
    valid_from: date | None
    valid_to: date | None
    note: str | None
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """A party to an agreement: a `StateCode.id` or a body's or group's name. No dates: as long as the agreement."""

    line: int
    agreement: str
    party: str
    valid_from: date | None
    valid_to: date | None
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """A treaty, accord or ceasefire. Without `parties` we do not list them; it never means that there are none."""

    line: int
    name: str
    aliases: tuple[str, ...]
    kind: str
    signed: date | None
    valid_from: date | None
    valid_to: date | None
    brokers: tuple[str, ...]
    note: str | None
    source: tuple[str, ...]
    parties: tuple[Party, ...] = ()

    def parties_on(self, on: date) -> tuple[str, ...]:
        """The parties whose own days allow it on this day, in the table's order; the agreement's end is not asked."""
        return tuple(p.party for p in self.parties if covers(p.valid_from, p.valid_to, on))


def covers(first: date | None, last: date | None, on: date) -> bool:
    """Whether the day lies between the two, both included; None is open."""
    return (first is None or first <= on) and (last is None or on <= last)


class Relations:
    """The relation tables, read and indexed; made by `read_relations`, never changed."""

    def __init__(
        self, codes: Iterable[StateCode], memberships: Iterable[Membership], agreements: Iterable[Agreement]
    ) -> None:
        self.codes = tuple(codes)
        self.memberships = tuple(memberships)
        self.agreements = tuple(agreements)
        self._codes = _grouped((key, c) for c in self.codes for key in {c.code, c.id})
        self._members = _grouped((m.body, m) for m in self.memberships)
        self._agreements = _grouped((fold(text), a) for a in self.agreements for text in {a.name, *a.aliases})
        self._record_code = {c.id: c.code for c in self.codes}

    def state_codes(self, code: str, on: date) -> StateCode | None:
        """The state of this ISO alpha-3 code (a gone state's too) on a day; None if there was none under it then.

        RUS in 1988 is None and SUN is not; DEU in 1988 is West Germany. A day of handing over is the newcomer's.
        """
        held = [c for c in self._codes.get(code, ()) if c.id == code and covers(c.valid_from, c.valid_to, on)]
        return max(held, key=lambda c: c.valid_from or date.min) if held else None

    def members(self, body: str, on: date) -> tuple[str, ...] | None:
        """The codes, as in our records and in alphabetical order, of a body's members on a day.

        None if we do not know that body's members. A gone state has its successor's code: RUS in the Warsaw Pact.
        """
        rows = self._members.get(body)
        if rows is None:
            return None
        held = {m.member for m in rows if covers(m.valid_from, m.valid_to, on)}
        return tuple(sorted({self.record_code(m) for m in held}))

    def record_code(self, id: str) -> str:
        """The code that our records have for a `StateCode.id`: the successor's for a gone state; others as they are."""
        return self._record_code.get(id, id)

    def agreement(self, wording: str, on: date | None = None) -> Agreement | None:
        """The agreement of this name; of several the one signed last before `on`. None if unknown or ambiguous."""
        found = self._agreements.get(fold(wording), ())
        if len(found) <= 1:
            return found[0] if found else None
        signed = [a for a in found if on is not None and a.signed is not None and a.signed <= on]
        return max(signed, key=lambda a: a.signed or date.min) if signed else None


def read_relations(tables: Mapping[str, bytes]) -> Relations:
    """The tables of RELATION_TABLES by name, read; raises LexiconError, with file and line, for what does not fit."""
    parties = _grouped((p.agreement, p) for p in party_rows(tables["agreement_parties.csv"]))
    agreements = tuple(agreement_rows(tables["agreements.csv"], parties))
    names = {a.name for a in agreements}
    if unknown := sorted(parties.keys() - names):
        name, line = unknown[0], parties[unknown[0]][0].line
        raise LexiconError(f"agreement_parties.csv, line {line}: no agreement {name!r} in agreements.csv")
    return Relations(code_rows(tables["state_codes.csv"]), member_rows(tables["memberships.csv"]), agreements)


def code_rows(content: bytes) -> Iterator[StateCode]:
    """The spells of states."""
    for row in rows("state_codes.csv", content, CODE_COLUMNS):
        first, last = row.days()
        yield StateCode(
            line=row.line,
            name=row.required("name"),
            code=row.required("code"),
            former=row.text("former"),
            cow=_number(row, "cow"),
            gw=_number(row, "gw"),
            valid_from=first,
            valid_to=last,
            source=row.many("source"),
        )


def member_rows(content: bytes) -> Iterator[Membership]:
    """The spells of members."""
    for row in rows("memberships.csv", content, MEMBER_COLUMNS):
        first, last = row.days()
        body, member = row.required("body"), row.required("member")
        yield Membership(row.line, body, member, first, last, row.text("note"), row.many("source"))


def party_rows(content: bytes) -> Iterator[Party]:
    """The parties to agreements."""
    for row in rows("agreement_parties.csv", content, PARTY_COLUMNS):
        first, last = row.days()
        yield Party(row.line, row.required("agreement"), row.required("party"), first, last, row.many("source"))


def agreement_rows(content: bytes, parties: Mapping[str, tuple[Party, ...]]) -> Iterator[Agreement]:
    """The agreements with their parties."""
    for row in rows("agreements.csv", content, AGREEMENT_COLUMNS):
        first, last = row.days()
        name = row.required("name")
        yield Agreement(
            line=row.line,
            name=name,
            aliases=row.many("aliases"),
            kind=row.required("kind"),
            signed=row.day("signed"),
            valid_from=first,
            valid_to=last,
            brokers=row.many("brokers"),
            note=row.text("note"),
            source=row.many("source"),
            parties=parties.get(name, ()),
        )


def _number(row: Cells, column: str) -> int | None:
    value = row.text(column)
    if value is not None and not value.isdecimal():
        raise row.error(f"`{column}` is {value!r}; write a whole number or nothing")
    return int(value) if value else None


def _grouped(pairs: Iterable[tuple[Key, Row]]) -> dict[Key, tuple[Row, ...]]:
    out: defaultdict[Key, list[Row]] = defaultdict(list)
    for key, row in pairs:
        out[key].append(row)
    return {key: tuple(found) for key, found in out.items()}

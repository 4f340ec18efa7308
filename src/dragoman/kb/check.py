"""Checks what a schema cannot: that the tables agree with ISO 3166, with the calendar and with each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pycountry

from dragoman.kb.check_relations import relation_problems
from dragoman.kb.codes import BODY_CODES, EXTRA_STATES, FOLDED, QID
from dragoman.kb.load import Knowledge, load_knowledge
from dragoman.kb.names import surfaces
from dragoman.kb.relations import Relations
from dragoman.kb.roles import role_key
from dragoman.kb.sources import load_sources, source_complaints
from dragoman.kb.tables import NAME_TABLES, NameRow, construct_rows, role_rows, table_bytes, title_rows

SHARED = frozenset({"Senator", "Opposition leader", "Central Committee Secretary"})
"""Offices that several persons hold at a time."""
EARLIEST, LATEST = 1900, 2030
"""Years a term of office may begin and end in; anything outside is a slip of the pen."""


def check_tables(actors: Path | None = None) -> list[str]:
    """What is wrong with our tables, and with the user's where given; empty when all is well.

    A table that does not even fit its columns raises LexiconError instead, as in `load_knowledge`.
    """
    knowledge = load_knowledge(actors)
    return [
        *check_rows(knowledge.rows),
        *relation_problems(knowledge.relations, knowledge.rows),
        *_unknown_sources(knowledge.rows, knowledge.relations),
        *_missing_states(knowledge),
        *_wordings(),
    ]


def check_rows(rows: Sequence[NameRow]) -> list[str]:
    """What is wrong with these rows of names, each complaint with file and line."""
    return [
        *(f"{_at(r)}: {complaint}" for r in rows for complaint in _row(r)),
        *_shared_ids(rows),
        *_overlaps(rows),
        *_shared_surfaces(rows),
    ]


def _at(row: NameRow) -> str:
    return f"{row.table}, line {row.line} ({row.name})"


def _row(row: NameRow) -> Iterator[str]:
    codes = {c.alpha_3 for c in pycountry.countries} | EXTRA_STATES | BODY_CODES
    if row.code is not None and row.code not in codes:
        yield f"no code {row.code!r}; use ISO 3166-1 alpha-3, KOS or one of {' '.join(sorted(BODY_CODES))}"
    if row.code in FOLDED:
        yield f"{row.code} is a dependency; its code is {FOLDED[row.code]}"
    if row.former is not None and row.former not in {c.alpha_3 for c in pycountry.historic_countries}:
        yield f"`former` {row.former!r} is not an ISO 3166-3 alpha-3 code"
    if row.wikidata_id is not None and not QID.fullmatch(row.wikidata_id):
        yield f"{row.wikidata_id!r} is not a Wikidata id: Q and digits"
    if row.kind == "person":
        for day in (row.valid_from, row.valid_to):
            if day is not None and not EARLIEST <= day.year <= LATEST:
                yield f"{day} is no date of a term of office; expected {EARLIEST} to {LATEST}"


def _shared_ids(rows: Iterable[NameRow]) -> Iterator[str]:
    first: dict[str, NameRow] = {}
    for row in rows:
        if row.wikidata_id is not None and first.setdefault(row.wikidata_id, row).name != row.name:
            yield f"{_at(row)}: {row.wikidata_id} is already {_at(first[row.wikidata_id])}"


def _overlaps(rows: Iterable[NameRow]) -> Iterator[str]:
    """Two holders of one office at one time; a day of handing over may stand on both rows."""
    terms: dict[tuple[str | None, str, str | None], list[NameRow]] = defaultdict(list)
    for row in rows:
        if row.table == "offices.csv" and row.office is not None and row.office not in SHARED:
            terms[row.code, row.office, row.office_of].append(row)
    for held in terms.values():
        held.sort(key=lambda r: (r.valid_from or date.min, r.line))
        before = held[0]
        for after in held[1:]:
            if (before.valid_to or date.max) > (after.valid_from or date.min):
                yield f"{_at(after)}: overlaps as {after.office} with {_at(before)}"
            before = max(before, after, key=lambda r: r.valid_to or date.max)  # a long term may outlast its neighbour


def _shared_surfaces(rows: Iterable[NameRow]) -> Iterator[str]:
    """Wordings with two meanings; only persons may share one, as their terms tell them apart."""
    first: dict[str, NameRow] = {}
    for row in rows:
        if row.table not in NAME_TABLES:
            continue
        for surface in surfaces(row):
            other = first.setdefault(surface.key, row)
            persons = row.kind == other.kind == "person"
            if other.name != row.name and not persons:
                yield f"{_at(row)}: {surface.text!r} already names {_at(other)}"
            elif other is not row and not persons:
                yield f"{_at(row)}: stands twice, first in {_at(other)}"


def _unknown_sources(names: Iterable[NameRow], relations: Relations) -> Iterator[str]:
    """Rows of ours that cite no source, or one that sources.csv does not have; a user's rows need none."""
    known = load_sources()
    cited = [(_at(row), row.source) for row in names if row.table in NAME_TABLES]
    cited += [(f"state_codes.csv, line {c.line} ({c.name})", c.source) for c in relations.codes]
    cited += [(f"memberships.csv, line {m.line} ({m.body})", m.source) for m in relations.memberships]
    for agreement in relations.agreements:
        cited.append((f"agreements.csv, line {agreement.line} ({agreement.name})", agreement.source))
        cited += [(f"agreement_parties.csv, line {p.line} ({p.agreement})", p.source) for p in agreement.parties]
    yield from (f"{at}: {complaint}" for at, source in cited for complaint in source_complaints(source, known))


def _missing_states(knowledge: Knowledge) -> Iterator[str]:
    for country in pycountry.countries:
        if country.alpha_3 not in FOLDED and knowledge.state(country.alpha_3) is None:
            yield f"states.csv: {country.alpha_3} ({country.name}) is missing"


def _wordings() -> Iterator[str]:
    """Role nouns, titles and constructs that stand twice, and constructs that hide a known name."""
    roles = Counter(role_key([r.lemma]) for r in role_rows(table_bytes("roles.csv")))
    yield from (f"roles.csv: {key!r} stands {n} times" for key, n in roles.items() if n > 1)
    titles = Counter(role_key([w]) for ws, _ in title_rows(table_bytes("titles.csv")) for w in ws)
    yield from (f"titles.csv: {key!r} stands {n} times" for key, n in titles.items() if n > 1)
    known = load_knowledge()
    hidden: Counter[str] = Counter()
    for row in construct_rows(table_bytes("constructs.csv")):
        for text in (row.name, *row.aliases):
            hidden[text] += 1
            if known.lookup(text) is not None:
                yield f"constructs.csv, line {row.line}: {text!r} is a name of its own in another table"
    yield from (f"constructs.csv: {text!r} stands {n} times" for text, n in hidden.items() if n > 1)

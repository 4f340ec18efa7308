"""Reads persons and their terms of office out of a Wikidata JSON dump, as rows of a table for `--actors`.

The dump is read twice, line by line. The first time the persons' terms go to a temporary file, and only the ids of
their positions stay in memory; the second time label and jurisdiction of those positions are kept. So memory grows with
the number of positions (some hundred thousand in all of Wikidata: a few hundred megabytes), not with the dump.
"""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from dragoman.errors import InputError
from dragoman.kb.codes import BODY_CODES, state_code
from dragoman.kb.dump import dump_lines
from dragoman.kb.entities import Term, parse_entity
from dragoman.kb.load import Knowledge

ACTOR_COLUMNS = ("name", "aliases", "code", "sector", "office", "from", "to", "wikidata_id")
POSITION, HUMAN, COUNTRY_CODE = b'"P39"', "Q5", b'"P298"'
_ID = re.compile(rb'"id":\s*"(Q\d+)"')
_ID_WITHIN = 200
"""Where in a line the entity's own id stands; behind it come the ids of others."""

Progress = Callable[[int, int, int], None]
"""Told the pass (1 or 2), the bytes read and the bytes there are."""


@dataclass(slots=True)
class ImportCounts:
    """What an import met: `skipped` terms by reason, and lines that are no entities."""

    entities: int = 0
    persons: int = 0
    written: int = 0
    bad_lines: int = 0
    skipped: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Post:
    """A position: its English label, and the items whose office it is, the jurisdiction first."""

    label: str
    of: tuple[str, ...]


def actor_rows(
    dump: Path, knowledge: Knowledge, counts: ImportCounts, progress: Progress = lambda *_: None
) -> Iterator[tuple[str, ...]]:
    """Rows with the columns ACTOR_COLUMNS, in the dump's order; what is left out is counted in `counts`.

    A line that cannot be read is counted, never fatal; only lines that mention a position are looked into. Raises
    InputError for a file that cannot be read to its end or holds no entity at all.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8") as kept:
        wanted = _keep_terms(dump, kept, counts, progress)
        if not counts.entities:
            raise InputError(f"{dump}: no Wikidata entity in it", source=str(dump), reason="no_entities")
        posts, codes = _posts(dump, wanted, _known_codes(knowledge), progress)
        kept.seek(0)
        for line in kept:
            row = _row(Term.from_json(line), posts, codes, knowledge, counts)
            if row is not None:
                counts.written += 1
                yield row


def _keep_terms(dump: Path, kept: TextIO, counts: ImportCounts, progress: Progress) -> set[str]:
    """Writes every usable term to `kept`, a JSON object a line, and returns the ids of the positions."""
    positions: set[str] = set()
    for line in dump_lines(dump, lambda done, all_: progress(1, done, all_)):
        if not (line.startswith(b"{") and line.endswith(b"}")):
            counts.bad_lines += 1
            continue
        counts.entities += 1
        if POSITION not in line:
            continue
        try:
            entity = parse_entity(line)
        except ValueError:
            counts.bad_lines += 1
            counts.entities -= 1
            continue
        if entity is None or HUMAN not in entity.items("P31"):
            continue
        counts.persons += 1
        for term in entity.terms(counts.skipped):
            positions.add(term.position)
            kept.write(f"{term.to_json()}\n")
    return positions


def _posts(
    dump: Path, wanted: set[str], codes: dict[str, str], progress: Progress
) -> tuple[dict[str, Post], Mapping[str, str]]:
    """The wanted positions, and the record's code of every item that has one: a state, a body we know."""
    posts: dict[str, Post] = {}
    for line in dump_lines(dump, lambda done, all_: progress(2, done, all_)):
        found = _ID.search(line, 0, _ID_WITHIN)
        if not (found is None or found[1].decode() in wanted or COUNTRY_CODE in line):
            continue
        try:
            entity = parse_entity(line)
        except ValueError:
            continue  # counted when the persons were read
        if entity is None:
            continue
        if entity.id in wanted and entity.label is not None:
            posts[entity.id] = Post(entity.label, (*entity.items("P1001"), *entity.items("P17")))
        for iso in entity.strings("P298"):
            codes.setdefault(entity.id, state_code(iso))
    return posts, codes


def _known_codes(knowledge: Knowledge) -> dict[str, str]:
    """The codes of states, gone states and bodies whose Wikidata ids our tables have."""
    return {r.wikidata_id: r.code for r in knowledge.rows if r.wikidata_id and r.code and r.kind != "person"}


def _row(
    term: Term, posts: Mapping[str, Post], codes: Mapping[str, str], knowledge: Knowledge, counts: ImportCounts
) -> tuple[str, ...] | None:
    post = posts.get(term.position)
    if post is None:
        counts.skipped["position_without_label"] += 1
        return None
    code = next((codes[item] for item in post.of if item in codes), None)
    if code is None or (knowledge.state(code) is None and code not in BODY_CODES):
        counts.skipped["no_country"] += 1
        return None
    office, sector = _office(post.label, code, knowledge)
    aliases = ";".join(term.aliases)
    return term.name, aliases, code, sector, office, term.first or "", term.last or "", term.person


def _office(label: str, code: str, knowledge: Knowledge) -> tuple[str, str]:
    """The office with whose it is, and the sector that its role noun gives; an unknown role gives none."""
    role = knowledge.role(label.partition(" of ")[0].split()) or knowledge.role(label.split())
    state = knowledge.state(code)
    names = (state.name, *state.adjectives) if state is not None else ()
    if state is not None and not any(name in label for name in names):
        label = f"{label} of {state.in_text}"
    return label[0].upper() + label[1:], (role[0].sector or "") if role is not None else ""

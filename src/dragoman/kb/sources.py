"""The sources that rows cite: sources.csv, and what is wrong with a row's `source` cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dragoman.kb.codes import QID
from dragoman.kb.tables import rows, table_bytes

SOURCE_COLUMNS = frozenset("key title version url licence checked".split())
SCOPES = frozenset({"holder", "start"})
"""What a source may vouch for in part: who held the office, or that and the first day."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where facts were checked: `checked` says what of a row the source vouches for."""

    key: str
    title: str
    version: str | None
    url: str | None
    licence: str | None
    checked: str


def load_sources() -> dict[str, Source]:
    """The sources by key."""
    out: dict[str, Source] = {}
    for row in rows("sources.csv", table_bytes("sources.csv"), SOURCE_COLUMNS):
        key = row.required("key")
        out[key] = Source(
            key=key,
            title=row.required("title"),
            version=row.text("version"),
            url=row.text("url"),
            licence=row.text("licence"),
            checked=row.required("checked"),
        )
    return out


def source_complaints(cited: tuple[str, ...], known: Mapping[str, Source]) -> Iterator[str]:
    """What is wrong with the sources a row cites; `cited` is the cell's parts."""
    if not cited:
        yield "cites no source; write `own` for what nobody has checked"
    for text in cited:
        key, colon, scope = text.partition(":")
        if key not in known:
            yield f"no source {key!r}; sources.csv has {' '.join(sorted(known))}"
        elif key == "wikidata" and colon and not QID.fullmatch(scope):
            yield f"{scope!r} is not a Wikidata id: Q and digits"
        elif key != "wikidata" and colon and scope not in SCOPES:
            yield f"no scope {scope!r} of a source; expected {' or '.join(sorted(SCOPES))}"

"""One entity of a Wikidata dump: what an import needs of it, and nothing of its JSON beyond this module."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from dragoman.kb.codes import QID

LANGUAGES = ("en", "mul")
"""Labels are taken in English, or where an item has one label for all languages."""
_TIME = re.compile(r"\+(\d{4})-(\d\d)-(\d\d)T")
_LENGTHS = {9: 4, 10: 7, 11: 10}
"""Wikidata's precisions year, month and day, with the characters of an ISO date they leave."""


@dataclass(frozen=True, slots=True)
class Term:
    """One person's time in one position; the days are YYYY, YYYY-MM or YYYY-MM-DD, as precise as Wikidata has them."""

    person: str
    name: str
    aliases: tuple[str, ...]
    position: str
    first: str | None
    last: str | None

    def to_json(self) -> str:
        """One line of JSON, which `from_json` reads back."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, line: str) -> Term:
        """The term that `to_json` wrote."""
        fields = json.loads(line)
        return cls(**{**fields, "aliases": tuple(fields["aliases"])})


@dataclass(frozen=True, slots=True)
class Entity:
    """An item with its English label; its claims are read by the methods."""

    id: str
    label: str | None
    aliases: tuple[str, ...]
    _claims: Any

    def items(self, prop: str) -> tuple[str, ...]:
        """The items that the statements of a property name; deprecated statements and unknown values are left out."""
        return tuple(value for claim in self._statements(prop) if (value := _item(claim.get("mainsnak"))) is not None)

    def strings(self, prop: str) -> tuple[str, ...]:
        """The texts that the statements of a property give."""
        values = (_value(claim.get("mainsnak")) for claim in self._statements(prop))
        return tuple(value for value in values if isinstance(value, str))

    def terms(self, skipped: Counter[str]) -> Iterator[Term]:
        """The person's terms of office; those that cannot be used are counted by reason."""
        for claim in self._statements("P39", skipped):
            position = _item(claim.get("mainsnak"))
            reason, first, last = _days(claim.get("qualifiers"))
            if self.label is None:
                reason = "person_without_label"
            elif position is None:
                reason = "no_position"
            if reason is not None:
                skipped[reason] += 1
            elif self.label is not None and position is not None:
                yield Term(self.id, self.label, self.aliases, position, first, last)

    def _statements(self, prop: str, skipped: Counter[str] | None = None) -> Iterator[dict[str, Any]]:
        claims = self._claims.get(prop) if isinstance(self._claims, dict) else None
        for claim in claims if isinstance(claims, list) else ():
            if not isinstance(claim, dict):
                continue
            if claim.get("rank") != "deprecated":
                yield claim
            elif skipped is not None:
                skipped["deprecated"] += 1


def parse_entity(line: bytes) -> Entity | None:
    """The item of a line; None for properties and lexemes. Raises ValueError if the line is no entity at all."""
    data = json.loads(line)
    if not isinstance(data, dict) or not isinstance(data.get("id"), str):
        raise ValueError("no entity: it has no id")
    if not QID.fullmatch(data["id"]):
        return None
    aliases = tuple(a for a in _texts(data.get("aliases")) if " " in a)
    return Entity(data["id"], next(_texts(data.get("labels")), None), aliases, data.get("claims"))


def _texts(by_language: Any) -> Iterator[str]:
    """The texts in our languages that can stand in a cell; a semicolon would split it, a # would hide the row."""
    for language in LANGUAGES:
        entries = by_language.get(language) if isinstance(by_language, dict) else None
        for entry in entries if isinstance(entries, list) else [entries]:
            text = entry.get("value") if isinstance(entry, dict) else None
            if isinstance(text, str) and text.strip() and not re.search(r"^\s*#|[;\r\n]", text):
                yield text.strip()


def _value(snak: Any) -> Any:
    if not isinstance(snak, dict) or snak.get("snaktype") != "value":
        return None
    data = snak.get("datavalue")
    return data.get("value") if isinstance(data, dict) else None


def _item(snak: Any) -> str | None:
    value = _value(snak)
    found = value.get("id") if isinstance(value, dict) else None
    return found if isinstance(found, str) and QID.fullmatch(found) else None


def _days(qualifiers: Any) -> tuple[str | None, str | None, str | None]:
    """Why the days cannot be used (or None), the first and the last."""
    first, _ = _day(qualifiers, "P580")
    last, ended = _day(qualifiers, "P582")
    if ended and last is None:
        return "end_unknown", first, last  # it ended, we cannot say when: without an end it would seem to last
    if first is None and last is None:
        return "undated", first, last
    if first is not None and last is not None and last < first[: len(last)]:
        return "ends_before_it_begins", first, last
    return None, first, last


def _day(qualifiers: Any, prop: str) -> tuple[str | None, bool]:
    """The day of a qualifier, and whether the qualifier is there at all; a decade or century is no day."""
    snaks = qualifiers.get(prop) if isinstance(qualifiers, dict) else None
    if not isinstance(snaks, list) or not snaks:
        return None, False
    value = _value(snaks[0])
    if not isinstance(value, dict):
        return None, True
    found, length = _TIME.match(str(value.get("time"))), _LENGTHS.get(value.get("precision", 0))
    return (found[0][1 : length + 1] if found and length else None), True

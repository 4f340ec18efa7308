"""How reports are read: what a caller may choose."""

from __future__ import annotations

import codecs
import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from dragoman.errors import UsageError

# What a reader says about a report that it could read only in part; the caller decides where it goes.
Warn = Callable[[str], None]

FIELDS = ("id", "date", "title", "text", "url", "publisher", "language")


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Choices for one run of `read_inputs`.

    `date` serves reports without a date of their own, `force_date` replaces every report's date. `mapping` names the
    column or key of a field ({"text": "Body"}). `kind` and `encoding` are told from the input where they are None.
    `date_format` (as in `datetime.strptime`) is tried before the known forms.
    """

    date: dt.date | None = None
    force_date: dt.date | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    kind: str | None = None
    encoding: str | None = None
    date_format: str | None = None

    def __post_init__(self) -> None:
        for name in self.mapping:
            if name not in FIELDS:
                raise UsageError(f"unknown field {name!r} in the mapping; fields are {', '.join(FIELDS)}")
        if self.encoding is not None:
            try:
                codecs.lookup(self.encoding)
            except LookupError as error:
                message = f"unknown encoding {self.encoding!r}; names like utf-8, cp1252 or utf-16 work"
                raise UsageError(message) from error


def parse_mapping(items: Iterable[str]) -> dict[str, str]:
    """The mapping that `--map text=Body --map id=Ref` asks for."""
    mapping: dict[str, str] = {}
    for item in items:
        name, sign, column = item.partition("=")
        if not sign or not name.strip() or not column.strip():
            raise UsageError(f"cannot read the mapping {item!r}; write FIELD=COLUMN, as in text=Body")
        mapping[name.strip()] = column.strip()
    return mapping

"""The shape of a source file: the head and text that a writer gave, the coding that somebody else laid over them.

docs/corpus.md explains every field to people who write or code reports.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from dragoman.model.actor import EntityType
from dragoman.model.event import Auxiliary, Category
from dragoman.model.fact import Predicate
from dragoman.model.record import SectorCode

Style = Literal[
    "wire", "brief", "bulletin", "feature", "transcript", "release", "caption", "correction", "liveblog", "translated",
    "telex",
]  # fmt: skip
Theme = Literal[
    "diplomacy", "defence", "sea", "air", "war", "ceasefire", "insurgency", "terrorism", "protest", "strike",
    "repression", "courts", "election", "coup", "sanctions", "trade", "aid", "refugees", "disaster", "cyber", "border",
    "water", "summit", "parliament", "nonevent",
]  # fmt: skip
Words = Annotated[str, Field(min_length=1)]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
_RANGE = re.compile(r"(\S+?)\.\.(\S+)")


class _Source(BaseModel):
    """An unknown key is an error: it is a misspelt one, and its value would be lost."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Days(_Source):
    """A day or `first..last`, both inclusive."""

    start: date
    end: date

    @model_validator(mode="before")
    @classmethod
    def _from_source(cls, value: object) -> object:
        return _bounds(value, "start", "end")

    @model_validator(mode="after")
    def _in_order(self) -> Days:
        if self.start > self.end:
            raise ValueError(f"{self.start} is after {self.end}; write first..last")
        return self


class HowMany(_Source):
    """A number of people, or `low..high`."""

    low: Annotated[int, Field(ge=0)]
    high: Annotated[int, Field(ge=0)]

    @model_validator(mode="before")
    @classmethod
    def _from_source(cls, value: object) -> object:
        return _bounds(value, "low", "high")

    @model_validator(mode="after")
    def _in_order(self) -> HowMany:
        if self.low > self.high:
            raise ValueError(f"{self.low} is more than {self.high}; write low..high")
        return self


class Somebody(_Source):
    """An entity of the report with the anchors of its mentions."""

    name: Words
    type: EntityType
    code: str | None
    sector: SectorCode | None = None
    mentions: tuple[Words, ...]


class CodedEvent(_Source):
    """One happening; `actor`, `recipient` and `source` are names of `who`, all words of the text are anchors."""

    event: Category
    mode: tuple[str, ...] = ()
    auxiliary: tuple[Auxiliary, ...] = ()
    trigger: Words
    also: tuple[Words, ...] = ()
    actor: tuple[Words, ...]
    recipient: tuple[Words, ...] = ()
    date: Days | None = None
    about: Days | None = None
    place: Words | None = None
    place_name: Words | None = None
    place_country: str | None = None
    source: Words | None = None
    dead: HowMany | None = None
    injured: HowMany | None = None
    arrested: HowMany | None = None
    key: Slug | None = None

    @model_validator(mode="after")
    def _place_with_country(self) -> CodedEvent:
        has_country = "place_country" in self.model_fields_set
        if self.place is not None and not has_country:
            raise ValueError("place stands without place_country; write its code, or null if over two countries")
        if self.place is None and (has_country and self.place_country is not None):
            raise ValueError("place_country stands without place; give the words of the text, or leave both out")
        return self


class CodedFact(_Source):
    """A standing relation."""

    subject: Words
    predicate: Predicate
    object: Words
    evidence: Words
    polarity: bool = True
    valid_from: date | None = None
    valid_to: date | None = None


class CodedQuote(_Source):
    """A quotation; `speaker` is a name of `who`, or null where the text does not say who spoke."""

    text: Words
    speaker: Words | None
    cue: Words | None = None


class Coding(_Source):
    """What one coder found in one text."""

    coder: Words
    who: tuple[Somebody, ...]
    events: tuple[CodedEvent, ...]
    facts: tuple[CodedFact, ...] = ()
    quotes: tuple[CodedQuote, ...] = ()

    def somebody(self, name: str) -> Somebody | None:
        """The entity of that very name, or None."""
        return next((entity for entity in self.who if entity.name == name), None)


class Head(_Source):
    """What the writer gave; `title` is written even where it is null."""

    id: Slug
    happening: Slug | None = None
    published: date
    title: Words | None
    style: Style
    countries: tuple[Annotated[str, Field(pattern=r"^[A-Z]{3}$")], ...]
    theme: Theme
    real: bool
    writer: Words
    text: Words

    @field_validator("text")
    @classmethod
    def _plain_lines(cls, text: str) -> str:
        for line in text.splitlines():
            if "\t" in line or line != line.rstrip():
                raise ValueError(f"the line {line[:40]!r} has a tab or trailing blanks; take them out")
        return text


@dataclass(frozen=True, slots=True)
class Report:
    """A source file; `coding` is None until somebody has coded it."""

    file: str
    head: Head
    coding: Coding | None


@dataclass(frozen=True, slots=True)
class SecondCoding:
    """Another coder's coding of the report `id`, made without seeing the first."""

    file: str
    id: str
    coding: Coding


def _bounds(value: object, first: str, last: str) -> object:
    """`a..b` as a mapping of two values, and a single value as both."""
    if isinstance(value, Mapping):
        return value
    if isinstance(value, str) and (pair := _RANGE.fullmatch(value.strip())):
        return {first: pair[1], last: pair[2]}
    return {first: value, last: value}

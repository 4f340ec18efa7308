"""The entities of one report while they are being collected."""

from __future__ import annotations

from bisect import insort
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from dragoman.model.actor import Entity, EntityType
from dragoman.model.span import Span

if TYPE_CHECKING:
    from dragoman.actors.choice import Choice

Gender = Literal["he", "she"]


@dataclass(slots=True)
class Draft:
    """An entity under construction; a later mention fills what earlier ones left open, and never overwrites it.

    `in_office` says that the person holds the office on the report's day by the tables.
    """

    name: str
    type: EntityType
    code: str | None = None
    sector: str | None = None
    other_sectors: tuple[str, ...] = ()
    former: str | None = None
    wikidata_id: str | None = None
    office: str | None = None
    gender: Gender | None = None
    mentions: list[Span] = field(default_factory=list)
    number: int = 0
    in_office: bool = False

    @property
    def id(self) -> str:
        """The id in the record, known once `Register.freeze` has numbered the entities."""
        return f"E{self.number}"

    def learn(self, *, code: str | None = None, sector: str | None = None, office: str | None = None) -> None:
        """Fill fields that are still unknown."""
        self.code = self.code or code
        self.sector = self.sector or sector
        self.office = self.office or office

    def mention(self, span: Span) -> None:
        """Add a mention, in text order, unless it is there."""
        if span not in self.mentions:
            insort(self.mentions, span)


class Register:
    """Entities by name; one report has few, so look-ups may walk them all."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.choices: dict[tuple[Span, str], Choice] = {}
        self._by_key: dict[tuple[str, str], Draft] = {}

    def note(self, choice: Choice) -> Choice:
        """Remember what was considered for some words; the last word on them counts."""
        self.choices[(choice.span, choice.asked)] = choice
        return choice

    def add(self, name: str, type: EntityType, span: Span | None, *, key: str | None = None) -> Draft:
        """The entity of this name (or `key`) and type, made if it is new."""
        known = self._by_key.get((key or name.casefold(), type))
        if known is None:
            known = Draft(name, type)
            self._by_key[(key or name.casefold(), type)] = known
            self.drafts.append(known)
        if span is not None and span not in known.mentions:
            known.mentions.append(span)
        return known

    def number(self) -> None:
        """Give ids in the order of first mention; entities without a mention come last."""
        order = sorted(self.drafts, key=lambda d: (min((m.start for m in d.mentions), default=1 << 60), d.name))
        for n, draft in enumerate(order, 1):
            draft.number = n
            draft.mentions.sort()
        self.drafts = order

    def freeze(self) -> tuple[Entity, ...]:
        """The numbered entities as records."""
        return tuple(
            Entity(
                id=d.id,
                name=d.name,
                type=d.type,
                code=d.code,
                sector=d.sector,
                other_sectors=d.other_sectors,
                former=d.former,
                wikidata_id=d.wikidata_id,
                office=d.office,
                mentions=tuple(d.mentions),
            )
            for d in self.drafts
        )

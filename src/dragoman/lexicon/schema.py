"""The shape of the lexicon: rules as data, checked when they are read.

A rule says: this head word, with these conditions on what depends on it, tells this category; and these slots hold
its actor and its recipient. `docs/lexicon.md` explains every field to people who write rules.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from dragoman.model.event import Category

MODES: dict[str, frozenset[str]] = {
    "AGREE": frozenset(),
    "CONSULT": frozenset({"visit", "third-party", "multilateral", "phone"}),
    "SUPPORT": frozenset(),
    "CONCEDE": frozenset(),
    "COOPERATE": frozenset(),
    "AID": frozenset(),
    "RETREAT": frozenset({"withdraw", "release", "disarm", "ceasefire", "access", "resign"}),
    "REQUEST": frozenset({"assist", "change", "yield", "meet"}),
    "ACCUSE": frozenset({"disapprove", "investigate", "allege"}),
    "REJECT": frozenset({"assist", "change", "yield", "meet"}),
    "THREATEN": frozenset({"restrict", "arrest", "relations", "expel", "territory", "violence"}),
    "PROTEST": frozenset({"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"}),
    "SANCTION": frozenset({"convict", "expel", "withdraw", "discontinue"}),
    "MOBILIZE": frozenset({"troops", "weapons", "police", "militia"}),
    "COERCE": frozenset(
        {
            "seize",
            "restrict",
            "censor",
            "curfew",
            "martial-law",
            "arrest",
            "deport",
            "withhold",
            "misinformation",
            "cyber",
        }
    ),
    "ASSAULT": frozenset(
        {
            "abduct",
            "beat",
            "torture",
            "sexual",
            "targeted",
            "destroy",
            "primitive",
            "firearms",
            "explosives",
            "suicide-attack",
            "aerial",
            "drone",
            "heavy-weapons",
            "crowd-control",
            "unconventional",
        }
    ),
}
"""PLOVER's modes by category (manual, draft 2.0, table of modes)."""

CONTEXTS: frozenset[str] = frozenset(
    "military intelligence executive legislative election political_institutions pro_democracy pro_autocracy economic "
    "legal reparations human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity "
    "inequality diplomatic territory peacekeeping health asylum migration disasters natural_resource environment "
    "technology terrorism cbrn cyber misinformation crime corruption illegal_drugs trafficking".split()
)
"""PLOVER's 37 contexts (manual, draft 2.0, chapter on contexts)."""

PREPOSITIONS = frozenset(
    "about above across after against ahead along alongside amid among around as at away back before behind below "
    "beside between beyond by concerning despite down during except following for from in including inside into like "
    "near of off on onto out outside over past per regarding since through throughout to toward towards under until "
    "up upon versus via with within without".split()
)
CORE_SLOTS = frozenset({"subj", "obj", "iobj", "comp", "poss", "adj", "host"})

Slot = Annotated[str, Field(pattern=r"^[a-z]+(\.[a-z]+)*(\|[a-z]+(\.[a-z]+)*)*$")]
"""One or more alternatives, first filled wins: "subj", "with", "obj.of", "poss|of|by|adj"."""


def slot_steps(slot: str) -> list[list[str]]:
    """The alternatives of a slot, each a path of steps: "obj.of|obj" is [["obj", "of"], ["obj"]]."""
    return [alternative.split(".") for alternative in slot.split("|")]


class Example(BaseModel):
    """A sentence with what the rule must read from it; lists of codes are compared as sets where they are given."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    actor: tuple[str, ...] | None = None
    recipient: tuple[str, ...] | None = None
    mode: tuple[str, ...] | None = None
    auxiliary: tuple[str, ...] | None = None


class Rule(BaseModel):
    """One trigger with its frame; see the module's docstring."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, Field(pattern=r"^[a-z]+\.[a-z0-9_]+$")]
    head: tuple[str, ...]
    pos: Literal["verb", "noun", "adj"]
    category: Category
    mode: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    particle: tuple[str, ...] = ()
    when: dict[str, tuple[str, ...]] = {}
    unless: dict[str, tuple[str, ...]] = {}
    actor: tuple[Slot, ...] = ("subj",)
    recipient: tuple[Slot, ...] = ()
    needs: tuple[Literal["actor", "recipient"], ...] = ()
    aspect: Literal["done", "planned"] = "done"
    content: bool | None = None
    campaign: bool = False
    beside: bool = False
    strength: Literal["strong", "normal", "weak"] = "normal"
    yes: tuple[Example, ...]
    no: tuple[Example, ...]

    @field_validator("yes", "no", mode="before")
    @classmethod
    def _plain_sentences(cls, value: object) -> object:
        items = [value] if isinstance(value, str | dict) else value
        return [{"text": i} if isinstance(i, str) else i for i in items] if isinstance(items, list) else items

    @field_validator("head", "mode", "context", "particle", "actor", "recipient", "needs", mode="before")
    @classmethod
    def _one_or_many(cls, value: object) -> object:
        return (value,) if isinstance(value, str) else value

    @field_validator("when", "unless", mode="before")
    @classmethod
    def _lists_in_maps(cls, value: object) -> object:
        return {k: (v,) if isinstance(v, str) else v for k, v in value.items()} if isinstance(value, dict) else value

    @model_validator(mode="after")
    def _check(self) -> Rule:
        if not self.yes or not self.no:
            raise ValueError(f"{self.id}: give at least one example under yes and one under no")
        if bad := set(self.mode) - MODES[self.category]:
            known = sorted(MODES[self.category])
            raise ValueError(f"{self.id}: {self.category} has no mode {sorted(bad)}; it has {known}")
        if bad := set(self.context) - CONTEXTS:
            raise ValueError(f"{self.id}: unknown context {sorted(bad)}")
        if self.id.split(".")[0] != self.category.lower():
            raise ValueError(f"{self.id}: the id must start with {self.category.lower()}.")
        for slot in (*self.actor, *self.recipient, *self.when, *self.unless):
            for path in slot_steps(slot):
                for step in path:
                    if step not in CORE_SLOTS | PREPOSITIONS | {"compound", "head", "clause", "particle"}:
                        raise ValueError(f"{self.id}: unknown slot {step!r}; core slots are {sorted(CORE_SLOTS)}")
        return self


class Discard(BaseModel):
    """A wording that looks like a trigger and is none: "heart attack", "strike a balance"."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, Field(pattern=r"^discard\.[a-z0-9_]+$")]
    phrase: tuple[str, ...]
    yes: tuple[Example, ...]
    no: tuple[Example, ...]

    @field_validator("yes", "no", mode="before")
    @classmethod
    def _plain_sentences(cls, value: object) -> object:
        items = [value] if isinstance(value, str | dict) else value
        return [{"text": i} if isinstance(i, str) else i for i in items] if isinstance(items, list) else items

    @field_validator("phrase", mode="before")
    @classmethod
    def _one_or_many(cls, value: object) -> object:
        return (value,) if isinstance(value, str) else value

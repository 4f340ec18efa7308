"""What has been spoken of so far, most recent last: the ground on which pronouns and short phrases are read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from dragoman.actors.register import Draft
from dragoman.model.actor import Reference, Via
from dragoman.model.span import Span

SUBJECT, OBJECT, OTHER = 2, 1, 0
"""How much a place in the sentence puts its referent before the reader's eyes."""


@dataclass(frozen=True, slots=True)
class Referred:
    """One reading of a noun phrase before the entities have their numbers.

    `chain` is the first token of the coordination that the phrase stands in, -1 where it stands alone; `collective`
    says that it is one body of people, "it" as well as "they".
    """

    draft: Draft
    span: Span
    code: str | None
    sector: str | None
    via: Via = "explicit"
    name: str | None = None
    plural: bool = False
    can_act: bool = True
    lemma: str = ""
    chain: int = -1
    assumed: bool = False
    collective: bool = False

    def record(self) -> Reference:
        """The reading as a record, once the register has numbered its drafts."""
        return Reference(
            span=self.span,
            entity=self.draft.id,
            name=self.name or self.draft.name,
            type=self.draft.type,
            code=self.code,
            sector=self.sector,
            via=self.via,
            other_sectors=self.draft.other_sectors,
            can_act=self.can_act,
            assumed=self.assumed,
        )


def is_official(reference: Referred) -> bool:
    """Whether it is one person under a name, and not "a child" or "officials"."""
    return reference.draft.type == "person" and not reference.plural and not reference.lemma


@dataclass(slots=True)
class Salience:
    """References in text order with their sentence and their rank there; `paragraphs` has each sentence's number."""

    seen: dict[int, list[tuple[int, Referred]]] = field(default_factory=dict)
    paragraphs: tuple[int, ...] = ()

    def paragraph(self, sentence: int) -> int:
        """The sentence's paragraph; all are of one where nothing is known of paragraphs."""
        return self.paragraphs[sentence] if 0 <= sentence < len(self.paragraphs) else -1

    def note(self, sentence: int, reference: Referred, *, rank: int) -> None:
        """Remember one reference; `rank` is one of SUBJECT, OBJECT, OTHER."""
        self.seen.setdefault(sentence, []).append((rank, reference))

    def recent(
        self, sentence: int, fits: Callable[[Referred], bool], *, reach: int = 3, before: int | None = None
    ) -> Referred | None:
        """The best antecedent in this or the last `reach` sentences: the first subject, the last object, then others.

        `before` bounds the position in the text, so that a pronoun is not read as what follows it.
        """
        for back in range(reach + 1):
            there = [
                (rank, r)
                for rank, r in self.seen.get(sentence - back, ())
                if fits(r) and (before is None or r.span.start < before)
            ]
            best = max((rank for rank, _ in there), default=OTHER)
            if found := [r for rank, r in there if rank == best]:
                return found[0] if best == SUBJECT else found[-1]
        return None

    def ending_at(self, sentence: int, end: int) -> list[Referred]:
        """What the words that end at this position of the text were read as; all members of a group."""
        return [r for _, r in self.seen.get(sentence, ()) if r.span.end == end]

    def people(self, sentence: int, *, before: int, reach: int = 2) -> list[Referred]:
        """The countable people told of in this and the `reach` sentences before, latest first."""
        told = (r for back in range(reach + 1) for _, r in reversed(self.seen.get(sentence - back, ())))
        return [r for r in told if r.plural and r.draft.type == "person" and r.span.start < before]

    def chain_of(self, sentence: int, count: int, *, before: int) -> list[Referred]:
        """The members of the last coordination of so many: "Chad, Mali and Niger" for three."""
        for back in range(4):
            there = [r for _, r in self.seen.get(sentence - back, ()) if r.chain >= 0 and r.span.start < before]
            for chain in sorted({r.chain for r in there}, reverse=True):
                group = [r for r in there if r.chain == chain]
                if len(group) == count == len({id(r.draft) for r in group}):
                    return group
        return []

    def recent_group(self, sentence: int, *, before: int) -> list[Referred]:
        """The coordinated subjects ("the envoy and the minister") of this or the last sentence, if any."""
        for back in range(2):
            there = [
                (rank, r)
                for rank, r in self.seen.get(sentence - back, ())
                if r.chain >= 0 and r.span.start < before and r.via == "explicit"
            ]
            for chain in sorted({r.chain for rank, r in there if rank == SUBJECT}):
                group = [r for _, r in there if r.chain == chain]
                if len(group) > 1 and all(r.draft.type in ("person", "state") for r in group):
                    return group
        return []

    def last_codes(
        self,
        sentence: int,
        count: int,
        *,
        before: int,
        not_these: frozenset[int] = frozenset(),
        persons: bool = False,
    ) -> list[Referred]:
        """The last `count` references to different states, latest first, in this and the two sentences before.

        With `persons` only named officials count, up to five sentences back; empty where they are fewer than asked.
        """
        out: list[Referred] = []
        recent = (r for back in range(6 if persons else 3) for _, r in reversed(self.seen.get(sentence - back, ())))
        for r in recent:
            if r.span.start >= before or id(r.draft) in not_these:
                continue
            if persons and not is_official(r):
                continue
            if r.code and r.sector in ("GOV", "MIL", None) and all(o.code != r.code for o in out):
                out.append(r)
            if len(out) == count:
                break
        return [] if persons and len(out) < count else out

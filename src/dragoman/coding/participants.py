"""From argument tokens to participants, with coordination and with things led back to whose they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.coding.arguments import Arguments
from dragoman.model.actor import Reference
from dragoman.model.tree import Token, Tree

References = Mapping[tuple[int, int], tuple[Reference, ...]]
OWNERS = ("poss", "adj", "of", "by", "between")
"""Where a thing's owner stands: "Israel's attack", "Israeli attack", "attack of/by Israel", "row between A and B"."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an event. `descended` says that the argument was a thing, led back to its owner."""

    references: tuple[Reference, ...] = ()
    descended: bool = False
    heads: tuple[int, ...] = ()


class Participants:
    """Reads sides of events in one sentence."""

    def __init__(self, arguments: Arguments, references: References) -> None:
        self.arguments = arguments
        self.tree: Tree = arguments.tree
        self.references = references

    def side(self, trigger: int, slots: Sequence[str], *, taken: frozenset[int] = frozenset()) -> Side:
        """Everybody in `slots` of the trigger; heads in `taken` belong to the other side already.

        Of a slot's alternatives the first counts that holds somebody who can act. Only where none does, a thing is
        led back to its owner ("condemned the raid of Mali" to Mali).
        """
        found: list[Reference] = []
        heads: list[int] = []
        descended = False
        for slot in slots:
            alternatives = [self._free(a, trigger, taken) for a in self.arguments.fill(trigger, slot)]
            reached = next((r for a in alternatives if (r := self._read(a, self._acting))), [])
            if not reached:
                reached = next((r for a in alternatives if (r := self._read(a, self._owner))), [])
                descended = descended or bool(reached)
            for head, references in reached:
                heads.append(head)
                found += [r for r in references if not any(_same(r, f) for f in found)]
        return Side(tuple(found), descended, tuple(heads))

    def _free(self, fillers: Sequence[int], trigger: int, taken: frozenset[int]) -> list[int]:
        return [f for f in self._coordinated(fillers) if f != trigger and f not in taken]

    def _read(
        self, fillers: Sequence[int], reading: Callable[[int], tuple[Reference, ...]]
    ) -> list[tuple[int, tuple[Reference, ...]]]:
        return [(f, references) for f in fillers if (references := reading(f))]

    def _acting(self, i: int) -> tuple[Reference, ...]:
        return tuple(r for r in self.references.get((self.tree.sentence, i), ()) if r.can_act)

    def _owner(self, i: int) -> tuple[Reference, ...]:
        """Whose the thing is; nothing where nobody stands by it."""
        for slot in OWNERS:
            owners = self._coordinated([o for a in self.arguments.fill(i, slot) for o in a])
            if found := [r for o in owners for r in self._acting(o)]:
                # "U.S. and British objections" are of both; "the Syrian army's raid" is of its nearest owner only.
                return tuple(found) if len({r.type for r in found}) == 1 else tuple(found[:1])
        return ()

    def _coordinated(self, fillers: Sequence[int]) -> list[int]:
        out: list[int] = []
        for filler in fillers:
            if self.tree[filler].pos == "VERB" and not self._acting(filler):
                continue
            group = [t.i for t in self.tree.conjuncts(filler)] if self.tree[filler].dep != "conj" else [filler]
            out += [*self._prefixed(filler), *group]
        return list(dict.fromkeys(out))

    def _prefixed(self, head: int) -> list[int]:
        """States that the parser made modifiers of the last one: "Mali and its neighbour Niger" under "Niger".

        Only names of states joined by "and" before a state's name: an adjective ("Malian") is no member.
        """
        if not any(r.type == "state" for r in self._acting(head)):
            return []
        left = [t for t in self.tree.subtree(head) if t.i < head]
        joined = any(t.dep == "cc" and t.lemma == "and" for t in left)
        return [t.i for t in left if joined and t.tag == "NNP" and self._is_state_name(t) and t.dep != "poss"]

    def _is_state_name(self, token: Token) -> bool:
        return any(r.type == "state" and r.sector == "GOV" for r in self._acting(token.i))


def _same(one: Reference, other: Reference) -> bool:
    return one.entity == other.entity and one.code == other.code

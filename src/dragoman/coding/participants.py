"""From argument tokens to participants, with coordination and with things led back to whose they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.coding.arguments import Arguments
from dragoman.model.actor import Reference
from dragoman.model.tree import Token, Tree

References = Mapping[tuple[int, int], tuple[Reference, ...]]
OWNERS = ("poss", "adj", "of", "by", "between", "from", "with")
"""Where a thing's owner stands: "Israel's attack", "Israeli attack", "attack of/by Israel", "row between A and B"."""
SITES = (*OWNERS, "in")
"""Where the owner of a thing acted on stands: "hit positions in Yemen"; a bomb that kills in Kyiv is nobody's."""

PARTS = ("of", "for", "to")
GROUNDS = ("in", "of", "near", "at")
"""Where the place of a thing acted on stands: "a barracks in Homs", "parts of Homs"."""
MAKING = frozenset({"establish", "create", "build", "form", "found", "construct"})
LAND = frozenset({"place", "state"})
PASSAGES = frozenset("crossing bridge road highway port airport checkpoint dam tunnel pass".split())
"""What is named after a place ("the Poti road"), which does not own it."""


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

    def side(
        self, trigger: int, slots: Sequence[str], *, taken: frozenset[int] | None = None, places: bool = False
    ) -> Side:
        """Everybody in `slots` of the trigger; who is acted on needs `taken`, the heads of the acting side.

        Of a slot's alternatives the first counts that holds somebody who can act. Only where none does, a thing is
        led back to its owner ("condemned the raid of Mali" to Mali), and, if deeds may fall on `places`, to where
        it is ("shelled Homs", "stormed a barracks in Homs").
        """
        found: list[Reference] = []
        heads: list[int] = []
        descended = False
        owner = self._owner if taken is None else self._owner_of_target
        for slot in slots:
            alternatives = [self._free(a, trigger, taken or frozenset()) for a in self.arguments.fill(trigger, slot)]
            reached = next((r for a in alternatives if (r := self._read(a, self._acting))), [])
            if not reached:
                reached = next((r for a in alternatives if (r := self._read(a, owner))), [])
                descended = descended or bool(reached)
            if not reached and places:
                reached = next((r for a in alternatives if (r := self._read(a, self._ground))), [])
                if not reached and any(alternatives):
                    reached = self._read([f for a in self.arguments.fill(trigger, "in|at") for f in a], self._ground)
            for head, references in reached:
                heads.append(head)
                found += [r for r in references if not any(_same(r, f) for f in found)]
        return Side(self._abroad(found, taken or frozenset()), descended, tuple(heads))

    def _free(self, fillers: Sequence[int], trigger: int, taken: frozenset[int]) -> list[int]:
        free = [f for f in self._coordinated(fillers) if f != trigger and f not in taken]
        return [f for f in free if not self._serves(f, taken) and not self._is_made(f)]

    def _is_made(self, i: int) -> bool:
        """Whether it only comes to be by the act: "agreed to set up a panel" is nothing done to the panel."""
        token = self.tree[i]
        verb = self.tree[token.head]
        made = verb.lemma in MAKING or (verb.lemma == "set" and self.tree.child(verb.i, "prt") is not None)
        return made and token.dep == "dobj"

    def _abroad(self, found: Sequence[Reference], acting: frozenset[int]) -> tuple[Reference, ...]:
        """Without the actors' own state where another is named too: "Chad's king restored ties of Chad and Mali"."""
        codes = self._codes(acting)
        others = tuple(r for r in found if not (r.type == "state" and r.code in codes))
        return others or tuple(found)

    def _codes(self, heads: frozenset[int]) -> set[str | None]:
        return {r.code for head in heads for r in self._acting(head) if r.code}

    def _serves(self, i: int, acting: frozenset[int]) -> bool:
        """Whether it is the acting side's own force: "its troops" in "Chad withdrew its troops from Mali".

        Its own people ("Chad arrested its critics", "their colonel") are another side.
        """
        if not any(t.tag == "PRP$" for t in self.tree.children(i, "poss")):
            return False
        codes = self._codes(acting)
        found = self._acting(i)
        return bool(found) and all(r.code in codes and r.type == "military_unit" for r in found)

    def _read(
        self, fillers: Sequence[int], reading: Callable[[int], tuple[Reference, ...]]
    ) -> list[tuple[int, tuple[Reference, ...]]]:
        return [(f, references) for f in fillers if (references := reading(f))]

    def _acting(self, i: int) -> tuple[Reference, ...]:
        return tuple(r for r in self.references.get((self.tree.sentence, i), ()) if r.can_act)

    def _ground(self, i: int) -> tuple[Reference, ...]:
        """The place that it is or that it is in, as those who live there."""
        spots = [i, *(o for slot in GROUNDS for a in self.arguments.fill(i, slot) for o in a)]
        found = (self.references.get((self.tree.sentence, spot), ()) for spot in spots)
        return next((places for f in found if (places := tuple(r for r in f if r.type in LAND and r.code))), ())

    def _owner(self, i: int) -> tuple[Reference, ...]:
        return self._owner_in(i, OWNERS)

    def _owner_of_target(self, i: int) -> tuple[Reference, ...]:
        """Whose the thing is, else whose is what it is of or for ("appeals for the release of a Malian monk")."""
        inner = (o for slot in PARTS for a in self.arguments.fill(i, slot) for o in a)
        return self._owner_in(i, SITES) or next((r for o in inner if (r := self._owner_in(o, SITES))), ())

    def _owner_in(self, i: int, slots: Sequence[str]) -> tuple[Reference, ...]:
        """Whose the thing is, or whose is what the verb is done to; nothing where nobody stands by it."""
        if self.tree[i].pos == "VERB":
            # "abstained from passing a resolution of the council".
            return next((r for o in self.arguments.object(i) if (r := self._owner_in(o, slots))), ())
        for slot in slots:
            owners = self._coordinated([o for a in self.arguments.fill(i, slot) for o in a])
            if slot == "adj" and self.tree[i].lemma in PASSAGES:
                owners = [o for o in owners if self._is_of_state(o)]
            if found := [r for o in owners for r in self._acting(o)]:
                # "U.S. and British objections" are of both; "the Syrian army's raid" is of its nearest owner only.
                return tuple(found) if len({r.type for r in found}) == 1 else tuple(found[:1])
        return ()

    def _is_of_state(self, i: int) -> bool:
        return any(r.type == "state" for r in self._acting(i))

    def _coordinated(self, fillers: Sequence[int]) -> list[int]:
        out: list[int] = []
        for filler in fillers:
            group = [t.i for t in self.tree.conjuncts(filler)] if self.tree[filler].dep != "conj" else [filler]
            beside = [t.i for c in self.arguments.companions(filler) for t in self.tree.conjuncts(c)]
            out += [*self._prefixed(filler), *group, *beside]
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

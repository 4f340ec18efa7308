"""One sentence of a report with everything the fact rules ask about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.kb.load import Knowledge, State
from dragoman.model.actor import Reference
from dragoman.model.fact import FactMention, Predicate
from dragoman.model.layers import ActorLayer, Layers, Mention, PlaceMention, TimeMention
from dragoman.model.span import Span
from dragoman.model.tree import Token, Tree

BODIES = frozenset({"organization", "armed_group", "military_unit"})
CONFIDENCE: dict[Predicate, float] = {"holds_office": 0.9, "formerly_held_office": 0.9, "commands": 0.9, "leads": 0.75}
"""Share of right facts by predicate on the development reports (docs/facts.md); the rest have `OTHER_CONFIDENCE`."""
OTHER_CONFIDENCE = 0.75


@dataclass(frozen=True, slots=True)
class Thing:
    """One side of a fact: its resolved name, and its entity where the actors' room made one."""

    name: str
    entity: str | None = None

    @property
    def is_name(self) -> bool:
        """Whether it has a name ("Peru", "Fourth Fleet") and is not described ("40 countries", "American officer")."""
        words = self.name.split()
        return bool(words) and words[0][:1].isupper() and words[-1][:1].isupper()

    @property
    def is_numbered(self) -> bool:
        """Whether its name begins with a number, as units' do: "4th Brigade"."""
        words = self.name.split()
        return len(words) > 1 and words[0][:1].isdigit() and words[0][-1:].isalpha() and words[-1][:1].isupper()

    @classmethod
    def of(cls, reference: Reference) -> Thing:
        """The referent of a noun phrase."""
        return cls(" ".join(reference.name.split()), reference.entity)


class View:
    """A sentence's tree with its mentions, places, times and references."""

    def __init__(self, layers: Layers, tree: Tree, knowledge: Knowledge) -> None:
        self.tree = tree
        self.knowledge = knowledge
        self.text = layers.document.text
        self.published = layers.document.published
        self.actors = layers.actors or ActorLayer()
        self.mentions: Sequence[Mention] = [m for m in layers.mentions or () if m.sentence == tree.sentence]
        self.places: Sequence[PlaceMention] = [p for p in layers.places or () if p.sentence == tree.sentence]
        self.times: Sequence[TimeMention] = [t for t in layers.times or () if t.sentence == tree.sentence]
        self.objects: Mapping[int, Thing] = {}
        """The agreement or exercise that a noun tells of, once those of the report have been told apart."""
        self.meant: Mapping[int, tuple[Reference, ...]] = {}
        """What "the bloc" and "neither" mean by the sentences before, once these have been read."""

    def references(self, i: int) -> tuple[Reference, ...]:
        """What the token refers to; empty where it heads no noun phrase that was read."""
        return self.meant.get(i) or self.actors.references.get((self.tree.sentence, i), ())

    def all_of(self, heads: Iterable[int], *types: str) -> list[Reference]:
        """The references of `heads` and of what is coordinated with them, each once; only those of `types` if given."""
        out: list[Reference] = []
        for head in heads:
            for token in self.group(head):
                for reference in self.references(token.i):
                    fits = not types or reference.type in types
                    if fits and all(r.name != reference.name for r in out):
                        out.append(reference)
        return out

    def group(self, head: int) -> list[Token]:
        """The token with what is coordinated with it, states included that the parser made modifiers of the last one.

        "Mali and its neighbour Niger" comes as one phrase under "Niger", or with "Niger" in apposition to "neighbour".
        """
        left = [t for t in self.tree.subtree(head) if t.i < head]
        joined = any(t.dep == "cc" and t.lemma == "and" for t in left)
        is_state = any(r.type == "state" for r in self.references(head))
        before = [t for t in left if joined and is_state and t.dep != "poss" and self.state_name(t.i)]
        out = [*before]
        for token in self.tree.conjuncts(head):
            named = [c for c in self.tree.children(token.i, "appos") if c.i == token.i + 1 and self.state_name(c.i)]
            out += named if named and not self.references(token.i) else [token]
        return out

    def state_name(self, i: int) -> str | None:
        """The state that the token names as such: "Peru", not "Peruvian" and not "Lima"."""
        mention = self.mention_at(i)
        known = mention.known if mention is not None else None
        return known.entity if known is not None and known.kind == "state" and known.form == "name" else None

    def states(self, heads: Iterable[int]) -> list[Thing]:
        """The states that `heads` name, or that the places and office holders there belong to."""
        out: list[Thing] = []
        for head in heads:
            for token in self.group(head):
                for thing in self.states_at(token):
                    if all(o.name != thing.name for o in out):
                        out.append(thing)
        return out

    def states_at(self, token: Token) -> list[Thing]:
        """The states that one word names, or that the place or the office holders there belong to."""
        found = self.references(token.i)
        if named := [self._state_then(r) for r in found if r.type == "state"]:
            return named
        place = self.place_at(token)
        codes = [place.country_code] if place is not None else [r.code for r in found if r.sector == "GOV"]
        states = [self.knowledge.state(code) for code in dict.fromkeys(codes) if code]
        return [self.thing(state) for state in states if state is not None]

    def thing(self, state: State) -> Thing:
        """The state as one side of a fact, with its entity where the report names it."""
        name = self._name_then(state)
        return Thing(name, next((e.id for e in self.actors.entities if e.name == name), None))

    def _state_then(self, reference: Reference) -> Thing:
        """The state referred to, by its name on the day of the report."""
        state = self.knowledge.state(reference.code) if reference.code else None
        gone = state is not None and state.name == reference.name and self._name_then(state) != state.name
        return self.thing(state) if state is not None and gone else Thing.of(reference)

    def _name_then(self, state: State) -> str:
        """The state's name on the day of the report: Moscow is in the Soviet Union in 1987, which Russia succeeds."""
        on = self.published
        if on is None or self.knowledge.state_codes(state.code, on) is not None:
            return state.name
        gone = [r for r in self.knowledge.rows if r.kind == "state" and r.former is not None and r.code == state.code]
        then = [r.name for r in gone if r.valid_from and r.valid_to and r.valid_from <= on <= r.valid_to]
        return then[0] if len(then) == 1 else state.name

    def place_at(self, token: Token) -> PlaceMention | None:
        """The toponym that covers the token."""
        return next((p for p in self.places if p.span.start <= token.start and token.end <= p.span.end), None)

    def mention_at(self, i: int) -> Mention | None:
        """The outermost name that covers the token."""
        return next((m for m in self.mentions if m.first <= i <= m.last), None)

    def mention_ending(self, i: int) -> Mention | None:
        """The longest name whose last token is `i`."""
        return min((m for m in self.mentions if m.last == i), key=lambda m: m.first, default=None)

    def reference_of(self, mention: Mention) -> Reference | None:
        """What a name refers to."""
        inside = range(mention.first, mention.last + 1)
        found = [r for i in inside for r in self.references(i)]
        return next((r for r in found if r.span == mention.span), None)

    def persons(self) -> Iterator[tuple[Mention, Reference]]:
        """The persons named in the sentence."""
        for mention in self.mentions:
            reference = self.reference_of(mention)
            if reference is not None and reference.type == "person" and mention.label == "PERSON":
                yield mention, reference

    def words(self, tokens: Sequence[Token]) -> str:
        """The tokens as running text with single blanks."""
        return " ".join(self.tree.span(list(tokens)).of(self.text).split())

    def fact(
        self,
        subject: Thing,
        predicate: Predicate,
        object: Thing,
        evidence: Span,
        *,
        polarity: bool = True,
        valid_from: date | None = None,
        valid_to: date | None = None,
        as_of: date | None = None,
    ) -> FactMention:
        """The fact, dated by `as_of` or else by publication."""
        return FactMention(
            subject=subject.name,
            predicate=predicate,
            object=object.name,
            evidence=evidence,
            polarity=polarity,
            subject_entity=subject.entity,
            object_entity=object.entity,
            valid_from=valid_from,
            valid_to=valid_to,
            as_of=as_of or self.published,
            confidence=CONFIDENCE.get(predicate, OTHER_CONFIDENCE),
        )

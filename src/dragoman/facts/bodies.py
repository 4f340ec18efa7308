"""Whose a post is: the state, body or person that the words beside a title name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.facts.phrases import called_name, is_a
from dragoman.facts.view import BODIES, Thing, View
from dragoman.facts.words import word_class
from dragoman.kb.posts import is_past
from dragoman.model.actor import Reference
from dragoman.model.layers import Mention
from dragoman.model.span import Span
from dragoman.model.tree import Token

OWNING = word_class("owning")


@dataclass(frozen=True, slots=True)
class Body:
    """Whose a post is, with the type of its entity and its country code."""

    thing: Thing
    type: str
    code: str | None


class BodyReader:
    """Reads bodies out of runs of tokens."""

    def __init__(self, view: View) -> None:
        self.view = view

    def named(self, mention: Mention) -> Body | None:
        """The state or body that a name means; None for persons and for peoples without a state."""
        reference = self.view.reference_of(mention)
        if reference is not None and reference.type in ("state", "place", "facility", "person", *BODIES):
            return Body(Thing.of(reference), reference.type, reference.code)
        known = mention.known
        if known is not None and known.kind in ("state", "organization", "armed_group", "military_unit"):
            return Body(Thing(known.entity), known.kind, known.code)
        if known is None and mention.label in ("ORG", "GPE"):
            return Body(Thing(" ".join(mention.span.of(self.view.text).split())), "organization", None)
        return None

    def common(self, words: Sequence[Token]) -> Body | None:
        """A body told by a common noun at the end of `words`, with what modifies it: "Mexican central bank"."""
        found = self.view.knowledge.role([w.lemma.lower() for w in words])
        if found is None or found[0].kind != "organization":
            return None
        first = len(words) - found[1]
        while first > 0 and words[first - 1].pos in ("ADJ", "NOUN", "PROPN") and not is_past(words[first - 1]):
            first -= 1
        state = next((b for m in self.mentions(words) if (b := self.named(m)) is not None), None)
        if first == len(words) - found[1] and len(words) - first == 1 and not words[first].text[:1].isupper():
            return None  # "the court" says not which
        name = self.join(words[first:])
        if state is not None and first and words[first - 1].text in ("'s", "’s"):
            name = f"{self._adjective(state)} {name}"
        return Body(Thing(name), "organization", state.code if state else None)

    def _adjective(self, body: Body) -> str:
        state = self.view.knowledge.state(body.code) if body.code and body.type == "state" else None
        return state.adjectives[0] if state is not None and state.adjectives else body.thing.name

    def complement(self, part: Sequence[Token], *, field: bool) -> Body | None:
        """The body that a preposition leads to; with `field`, unknown names are the field of a ministry and no body."""
        head = part[-1]
        if (called := called_name(self.view, head.i)) is not None and self.view.tree.child(head.i, "acl") is not None:
            return Body(called, "organization", None)
        person = next((m for m in self.mentions(part) if m.label == "PERSON"), None)
        if person is not None:
            reference = self.view.reference_of(person)
            return Body(Thing.of(reference), "person", reference.code) if reference is not None else None
        mention = self.view.mention_ending(head.i)
        first = next((t.i for t in part[1:] if t.pos != "DET"), head.i)
        whole = mention is not None and (mention.first <= first or all(t.pos != "ADP" for t in part[1:]))
        portfolio = field and (mention is None or mention.known is None)
        if mention is not None and whole and not portfolio and (body := self.named(mention)) is not None:
            return body
        if (known := self._told_before(part)) is not None:
            return Body(Thing.of(known), known.type, known.code)
        return self._described(part, field=portfolio)

    def _described(self, part: Sequence[Token], *, field: bool) -> Body | None:
        """A body that no name was found for: as the actors' room reads it, by its noun, or by its capitals."""
        head, inner = part[-1], [t for t in part[1:] if t.pos != "DET"]
        common = self.common([t for t in inner if t.pos != "ADP"])
        for reference in self.view.references(head.i) if common is not None or not field else ():
            if reference.type in BODIES or reference.type == "facility":
                body = Body(Thing.of(reference), reference.type, reference.code)
                return body if " " in body.thing.name or body.thing.is_name else None
        named = len(inner) > 1 and inner[0].pos == "PROPN" and head.pos == "PROPN"
        if common is None and named and not field:
            return Body(Thing(self.join(inner)), "organization", None)
        return common

    def owner(self, words: Sequence[Token]) -> Body | None:
        """The body at the end of `words`, with the possessive after it: "the Peruvian grain board" of "'s president".

        A bare one ("the union's") is the one of the report that has the noun in its name. None where that is none or
        several, and for what is no body.
        """
        head, first = words[-1], len(words) - 1
        if not is_a(head, OWNING):
            return None
        while first > 0 and words[first - 1].pos in ("ADJ", "NOUN", "PROPN"):
            first -= 1
        if first < len(words) - 1:
            return Body(Thing(self.join(words[first:])), "organization", None)
        named = [r for r in self.view.references(head.i) if r.type in BODIES and Thing.of(r).is_name]
        known = named[0] if named else self._named_like(head)
        return Body(Thing.of(known), known.type, known.code) if known is not None else None

    def _told_before(self, part: Sequence[Token]) -> Reference | None:
        """The one body of the report whose name has the common noun of "the observatory"."""
        head = part[-1]
        definite = len(part) == 3 and part[1].lemma.lower() == "the" and head.pos == "NOUN"
        return self._named_like(head) if definite else None

    def _named_like(self, head: Token) -> Reference | None:
        """The one body named before whose name has the noun."""
        word = head.lemma.lower()
        bodies = [e for e in self.view.actors.entities if e.type in BODIES and e.mentions]
        before = [e for e in bodies if e.mentions[0].start < head.start and Thing(e.name).is_name and " " in e.name]
        named = [e for e in before if word in e.name.lower().split()]
        if len(named) != 1:
            return None
        entity = named[0]
        return Reference(Span(head.start, head.end), entity.id, entity.name, entity.type, entity.code, entity.sector)

    def mentions(self, tokens: Sequence[Token]) -> list[Mention]:
        """The names that begin among `tokens`."""
        inside = {t.i for t in tokens}
        return [m for m in self.view.mentions if m.first in inside]

    def join(self, tokens: Sequence[Token]) -> str:
        """The tokens as running text; empty for none."""
        return self.view.words(tokens) if tokens else ""

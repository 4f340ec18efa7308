"""Who holds or held the same office: "Darko met her Peruvian counterpart, Pablo Rojas", "her predecessor, Kofi Sow"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.facts.bodies import BodyReader
from dragoman.facts.offices import Office
from dragoman.facts.view import Thing, View
from dragoman.facts.words import word_class
from dragoman.kb.posts import is_sent
from dragoman.model.actor import Reference
from dragoman.model.span import Span
from dragoman.model.tree import Token

NATIONAL = word_class("national")


def read_counterparts(offices: Sequence[Office], views: Mapping[int, View]) -> Iterator[Office]:
    """The offices of counterparts named with their state, taken from whoever they are the counterpart of.

    `offices` are those of the whole report; nothing comes of a counterpart whose other side has none.
    """
    for view in views.values():
        for noun in view.tree:
            if noun.lemma.lower() != "counterpart" or (person := _named(view, noun)) is None:
                continue
            before = view.mention_ending(noun.i - 1) if noun.i else None
            body = BodyReader(view).named(before) if before is not None else None
            like = _like(view, noun, person, offices)
            if body is None or body.type != "state" or like is None or is_sent(like.title.role):
                continue
            title = replace(like.title, body=body.thing, body_type=body.type, code=body.code, owner=None)
            span = Span(view.tree[before.first].start if before is not None else noun.start, person.span.end)
            yield Office(Thing.of(person), title, span, view.tree.sentence, former=False)


def read_predecessors(offices: Sequence[Office], views: Mapping[int, View]) -> Iterator[Office]:
    """The offices that predecessors held, where "his predecessor" is said of somebody with one national office."""
    for view in views.values():
        for noun in view.tree:
            if noun.lemma.lower() != "predecessor" or (person := _named(view, noun)) is None:
                continue
            owners = {r.name for c in view.tree.children(noun.i, "poss") for r in view.references(c.i)}
            held = [o for o in offices if o.person.name in owners and not o.former]
            held = [o for o in held if o.title.role.lemma.split()[-1] in NATIONAL]
            if held and person.name not in owners:
                title = replace(held[0].title, tokens=())
                yield Office(
                    Thing.of(person), title, Span(noun.start, person.span.end), view.tree.sentence, former=True
                )


def _named(view: View, noun: Token) -> Reference | None:
    """The person named right after "counterpart", with a comma or a rank between or none."""
    for mention, reference in view.persons():
        between = view.tree.tokens[noun.i + 1 : mention.first]
        if mention.first > noun.i and all(t.text == "," or t.text[:1].isupper() for t in between):
            return reference
    return None


def _like(view: View, noun: Token, person: Reference, offices: Sequence[Office]) -> Office | None:
    """The office of whoever "his" means; else the last one told before, in this sentence."""
    owners = {r.name for c in view.tree.children(noun.i, "poss") for r in view.references(c.i) if r.type == "person"}
    theirs = [o for o in offices if o.person.name in owners and o.person.name != person.name and not o.former]
    if theirs:
        return theirs[0]
    here = [o for o in offices if o.sentence == view.tree.sentence and o.evidence.end <= noun.start and not o.former]
    return max(here, key=lambda o: o.evidence, default=None)

"""What belongs to another body by who owns it: subsidiaries, papers of a party, companies of a government.

| rule | as in |
|---|---|
| noun | "Tema Ferries, a subsidiary of the Volta Group" |
| verb | "Tema Ferries is owned by the Ghanaian government", "the Beacon, a daily owned by the Coast Party" |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.facts.clauses import after, agents, appositive_heads, is_real, objects
from dragoman.facts.membership import bearers, named_body
from dragoman.facts.phrases import phrase
from dragoman.facts.view import BODIES, Thing, View
from dragoman.facts.words import word_class
from dragoman.model.fact import FactMention
from dragoman.model.span import Span
from dragoman.model.tree import Token

OWNED = word_class("owned")


def read_owning(view: View) -> Iterator[FactMention]:
    """Named bodies that the sentence says belong to another."""
    for token in view.tree:
        if token.lemma.lower() in OWNED and token.pos == "NOUN":
            yield from _owned(view, token)
        elif token.lemma.lower() == "own" and token.tag == "VBN":
            yield from _owning(view, token)


def _owned(view: View, noun: Token) -> Iterator[FactMention]:
    """ "Tema Ferries, a subsidiary of the Volta Group", "is a unit of the Volta Group"."""
    if noun.dep not in ("appos", "attr"):
        return
    heads, polarity = bearers(view, noun)
    yield from _parts(view, heads, after(view.tree, noun.i, "of"), noun, polarity=polarity)


def _owning(view: View, verb: Token) -> Iterator[FactMention]:
    """ "Tema Ferries is owned by the Ghanaian government", "the Beacon, a daily owned by the Coast Party"."""
    tree = view.tree
    if not is_real(tree, verb.i) or tree.child(verb.i, "neg") is not None:
        return
    yield from _parts(view, appositive_heads(tree, objects(tree, verb.i)), agents(tree, verb.i), verb)


def _parts(
    view: View, parts: Sequence[int], wholes: Sequence[int], word: Token, *, polarity: bool = True
) -> Iterator[FactMention]:
    """Named bodies as parts of others; a government stands for itself and not for its state."""
    for part in (p for p in view.all_of(parts, *BODIES) if Thing.of(p).is_name):
        for head in wholes:
            owner = named_body(view, head) or (
                Thing(phrase(view, head)) if view.tree[head].lemma.lower() == "government" else None
            )
            if owner is not None and " " in owner.name and owner.name != part.name:
                span = Span(min(part.span.start, word.start), max(part.span.end, view.tree[head].end))
                yield view.fact(Thing.of(part), "part_of", owner, span, polarity=polarity)

"""What a sentence means by words that only the sentences before tell: "the bloc", "neither", "both countries".

| words | mean |
|---|---|
| "the bloc", "a member" of what no word says | the body of states named in the last sentences, or the only one |
| "the bank", "the committee" | the one body named before with that noun at the end of its name |
| "both", "neither", "the two countries" | the two states named in the last sentences, or the only two |

Where several answer, nothing does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.facts.view import BODIES, Thing, View
from dragoman.facts.words import word_class
from dragoman.model.actor import Reference
from dragoman.model.span import Span
from dragoman.model.tree import Token

BLOCS = word_class("blocs")
PEERS = word_class("peers")
ORGANIZING = frozenset({"IGO", "UNO", "EUR"})
DEFINITE = frozenset({"the", "this", "that"})
BESIDE = ("amod", "compound", "nmod", "poss", "prep")
NEAR = 2
"""How many sentences back "the two" may have been named together."""


class Told:
    """The bodies and the states that a report has named, sentence by sentence."""

    def __init__(self, views: Mapping[int, View]) -> None:
        self._bodies: list[tuple[int, Reference]] = []
        self._states: list[tuple[int, Reference]] = []
        for view in views.values():
            for mention in view.mentions:
                reference = view.reference_of(mention)
                if reference is not None and reference.type == "state":
                    self._states.append((view.tree.sentence, reference))
                elif reference is not None and reference.type in BODIES and Thing.of(reference).is_name:
                    self._bodies.append((view.tree.sentence, reference))
        self._blocs = [(s, r) for s, r in self._bodies if is_bloc(views[s], r)]

    def meant(self, view: View) -> Mapping[int, tuple[Reference, ...]]:
        """What the words of the sentence mean that name nothing themselves, by token; the rest are left out."""
        out: dict[int, tuple[Reference, ...]] = {}
        for token in view.tree:
            if _is_bare_bloc(view, token) and (bloc := self._bloc(view, token)) is not None:
                out[token.i] = (_at(bloc, token),)
            elif _is_bare(view, token) and (body := self._of_that_noun(view, token)) is not None:
                out[token.i] = (_at(body, token),)
            elif _is_pair(view, token):
                out[token.i] = tuple(_at(state, token) for state in self._pair(view, token))
        return {i: references for i, references in out.items() if references}

    def _bloc(self, view: View, token: Token) -> Reference | None:
        before = [(s, r) for s, r in self._blocs if (s, r.span.start) < (view.tree.sentence, token.start)]
        near = [r for s, r in before if view.tree.sentence - s <= 1]
        for among in (near, [r for _, r in before]):
            if len({r.name for r in among}) == 1:
                return among[-1]
            if among:
                return None
        return None

    def _of_that_noun(self, view: View, token: Token) -> Reference | None:
        before = [r for s, r in self._bodies if (s, r.span.start) < (view.tree.sentence, token.start)]
        named = {r.name: r for r in before if Thing.of(r).name.split()[-1].lower() == token.lemma.lower()}
        return next(iter(named.values())) if len(named) == 1 else None

    def _pair(self, view: View, token: Token) -> Sequence[Reference]:
        here = view.tree.sentence
        for sentence in range(here, here - NEAR - 1, -1):
            told = {r.name: r for s, r in self._states if s == sentence and r.span.start < token.start}
            if len(told) == 2:
                return list(told.values())
            if told:
                return ()
        told = {r.name: r for s, r in self._states if s < here}
        return list(told.values()) if len(told) == 2 else ()


def is_bloc(view: View, reference: Reference) -> bool:
    """Whether states are its members: by the knowledge base, or by the last word of its name ("Lake Chad Union")."""
    thing = Thing.of(reference)
    if reference.type not in BODIES or not thing.is_name:
        return False
    known = view.published is not None and view.knowledge.members(reference.name, view.published) is not None
    return known or reference.code in ORGANIZING or thing.name.split()[-1].lower() in BLOCS


def _is_bare_bloc(view: View, token: Token) -> bool:
    """Whether the noun says "the bloc" or "a member" and not which; one that is known to be a named body says it."""
    if token.lemma.lower() == "member":
        named = any(Thing.of(r).is_name for r in view.references(token.i))
        return token.dep == "attr" and not named and not view.tree.children(token.i, *BESIDE)
    return token.lemma.lower() in BLOCS and _is_bare(view, token)


def _is_bare(view: View, token: Token) -> bool:
    """Whether the noun stands with "the" alone and the actors' room has led it to no name."""
    determiner = view.tree.child(token.i, "det")
    definite = determiner is not None and determiner.lemma.lower() in DEFINITE
    named = any(Thing.of(r).is_name for r in view.references(token.i))
    return token.tag == "NN" and definite and not named and not view.tree.children(token.i, *BESIDE)


def _is_pair(view: View, token: Token) -> bool:
    """Whether the word is a "both" or "neither" of states, alone, "of the" them or before their noun."""
    tree = view.tree
    if token.dep not in ("nsubj", "nsubjpass", "pobj") or len({r.name for r in view.references(token.i)}) == 2:
        return False
    if token.lemma.lower() in ("both", "neither"):
        return not tree.children(token.i, "prep")
    two = [c.lemma.lower() for c in tree.children(token.i, "det", "predet", "nummod", "preconj", "cc")]
    if token.lemma.lower() == "two" and token.pos == "NUM":
        return two == ["the"]
    return token.lemma.lower() in PEERS and not {"both", "neither", "two"}.isdisjoint(two)


def _at(reference: Reference, token: Token) -> Reference:
    return replace(reference, span=Span(token.start, token.end), via="group")

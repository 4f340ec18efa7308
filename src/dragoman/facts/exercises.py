"""Who takes part in an exercise, an operation or talks without a verb of joining.

| rule | as in |
|---|---|
| holding | "Peru and Chile are holding joint exercises", "airstrikes led by France", "Chad's troops began the drill" |
| gathering | "the exercise brings together ships from Peru and Chile", "the drill involves Chad" |
| belonging | "the Chadian-Nigerien exercise", "an exercise with Chad", "a joint exercise of Peru and Chile" |
| sending | "Chad has 400 troops in the Lake Union force", "Chad contributes police to the mission in Mali" |
| talking | "talks between Peru and Chile on the sea border", "Peru and Chile resumed talks on the sea border" |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.facts.clauses import after, agents, is_negated, is_real, objects, subjects
from dragoman.facts.phrases import EXERCISES, MISSIONS, TALKS, hyphenated_states, is_a, thing_at
from dragoman.facts.view import Thing, View
from dragoman.facts.words import word_class
from dragoman.model.fact import FactMention
from dragoman.model.span import Span
from dragoman.model.tree import Token

CONDUCTING = frozenset({"lead", "conduct"})
CONTRIBUTING = word_class("contributing")
HOLDING = word_class("holding")
GATHERING = word_class("gathering")
FORCES = word_class("forces") | word_class("vessels")
SIDES = ("state", "armed_group")


def read_exercises(view: View) -> Iterator[FactMention]:
    """Participants of the exercises, operations and talks that the sentence tells of."""
    for token in view.tree:
        lemma = token.lemma.lower()
        if token.pos == "VERB" and lemma in CONDUCTING | HOLDING:
            yield from _holding(view, token)
        elif token.pos == "VERB" and lemma in GATHERING:
            yield from _gathering(view, token)
        elif lemma in CONTRIBUTING and token.pos in ("VERB", "AUX"):
            yield from _sending(view, token)
        elif token.pos in ("NOUN", "PROPN") and is_a(token, EXERCISES):
            yield from _belonging(view, token)
        elif token.pos == "NOUN" and is_a(token, TALKS):
            yield from _talking(view, token)


def _facts(view: View, who: Sequence[Thing], noun: int, span: Span) -> Iterator[FactMention]:
    """One fact for each, if the words tell the exercise from others: "takes part in talks" says nothing."""
    what = thing_at(view, noun)
    for one in who if " " in what.name else ():
        yield view.fact(one, "participates_in", what, span)


def _who(view: View, heads: Sequence[int]) -> list[Thing]:
    """States and armed groups that the heads name, or that the forces there are from: "soldiers from Chad"."""
    sent = [h for head in heads if is_a(view.tree[head], FORCES) for h in after(view.tree, head, "from", "of")]
    named = [Thing.of(r) for r in view.all_of(sent or heads, *SIDES)]
    return named or (view.states(sent or heads) if heads else [])


def _holding(view: View, verb: Token) -> Iterator[FactMention]:
    tree = view.tree
    conducted = verb.lemma.lower() in CONDUCTING
    heads = [h for h in objects(tree, verb.i) if is_a(tree[h], EXERCISES | MISSIONS if conducted else EXERCISES)]
    if not heads or not is_real(tree, verb.i) or is_negated(tree, verb.i):
        return
    leaders = agents(tree, verb.i) or subjects(tree, verb.i)
    who = [Thing.of(r) for r in view.all_of(leaders, *SIDES)] if conducted else _who(view, leaders)
    who += [] if conducted else _who(view, after(tree, verb.i, "with"))
    yield from _facts(view, who, heads[0], tree.span([verb, tree[heads[0]]]))


def _gathering(view: View, verb: Token) -> Iterator[FactMention]:
    tree = view.tree
    heads = [h for h in subjects(tree, verb.i) if is_a(tree[h], EXERCISES)]
    if heads and is_real(tree, verb.i) and not is_negated(tree, verb.i):
        yield from _facts(view, _who(view, objects(tree, verb.i)), heads[0], tree.span([verb, tree[heads[0]]]))


def _sending(view: View, verb: Token) -> Iterator[FactMention]:
    """States with forces in an operation; in one's own mission is no news, and a state is no operation."""
    tree = view.tree
    sent = [t for t in tree.children(verb.i, "dobj") if is_a(t, FORCES | {"police"})]
    if not sent or not is_real(tree, verb.i) or is_negated(tree, verb.i, sent[0].i):
        return
    heads = [h for i in (verb.i, sent[0].i) for h in after(tree, i, "in", "to", "with")]
    for head in (h for h in heads if is_a(tree[h], MISSIONS | {"force"}) and tree[h].tag not in ("NNS", "NNPS")):
        who = [Thing.of(r) for r in view.all_of(subjects(tree, verb.i), "state")]
        yield from _facts(view, who, head, tree.span([verb, tree[head]]))


def _belonging(view: View, noun: Token) -> Iterator[FactMention]:
    tree = view.tree
    if (pair := hyphenated_states(view, noun)) is not None:
        yield from _facts(view, pair[:2], noun.i, Span(pair[2], noun.end))
    heads = after(tree, noun.i, "with", "between", "of", "by")
    verb = next((a for a in tree.ancestors(noun.i) if a.pos in ("VERB", "AUX")), None)
    if heads and (verb is None or is_real(tree, verb.i)):
        yield from _facts(view, _who(view, heads), noun.i, tree.span([noun, *(tree[h] for h in heads)]))


def _talking(view: View, noun: Token) -> Iterator[FactMention]:
    """Talks that say what they are on, between two sides or more."""
    tree = view.tree
    verb = tree[noun.head] if noun.dep in ("nsubj", "dobj", "nsubjpass") else None
    if noun.tag != "NNS" or (verb is not None and (not is_real(tree, verb.i) or is_negated(tree, verb.i, noun.i))):
        return
    on = tree.child(noun.i, "prep")
    if not any(p.lemma.lower() in ("on", "about", "over") for p in tree.children(noun.i, "prep")):
        return
    between = after(tree, noun.i, "between", "with")
    holds = noun.dep == "dobj" and verb is not None and verb.lemma.lower() in HOLDING
    who = _who(view, [*(subjects(tree, verb.i) if holds and verb is not None else []), *between])
    if len(who) > 1 and on is not None:
        yield from _facts(view, who, noun.i, tree.span([noun, *(tree[h] for h in between)]))

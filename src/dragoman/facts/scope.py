"""What an agreement or exercise is on: "an accord on fishing, trade and transit", "the pact covers grain and fuel"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.facts.clauses import antecedent, is_negated
from dragoman.facts.phrases import aim
from dragoman.facts.view import View
from dragoman.facts.words import word_class
from dragoman.model.span import Span
from dragoman.model.tree import Token

COVERING = word_class("covering")
ON = frozenset({"on", "about", "over", "regarding", "concerning", "covering", "governing"})
LONGEST = 12
"""The most words of one subject; what is longer is a clause that the parser hung on it."""


def scope(view: View, head: int) -> list[Span]:
    """The subjects that the words after the noun, or a verb it is the subject of, give the agreement; in text order."""
    tree = view.tree
    heads = [
        noun
        for prep in tree.children(head, "prep", "acl")
        if prep.lemma.lower() in ON or prep.text.lower() in ON
        for noun in tree.children(prep.i, "pobj", "dobj")
    ]
    heads += [noun for verb in _verbs(view, head) for noun in tree.children(verb.i, "dobj")]
    if (verb := aim(view, head)) is not None:
        heads += tree.children(verb.i, "dobj")
    dated = [t.span for t in view.times]
    heads = [h for h in heads if not any(span.start <= h.start < span.end for span in dated)]
    parts = {
        part.i: part
        for noun in heads
        for part in tree.conjuncts(noun.i)
        if part.pos in ("NOUN", "PROPN") or part.tag == "VBG"
    }
    return list(dict.fromkeys(span for _, part in sorted(parts.items()) for span in _part(view, part)))


def _verbs(view: View, head: int) -> Iterator[Token]:
    """The verbs with what the agreement covers as object: "will help promote trade and regulate transit"."""
    tree = view.tree
    for verb in tree:
        if verb.pos != "VERB" or verb.lemma.lower() not in COVERING or is_negated(tree, verb.i):
            continue
        subject = tree.child(verb.i, "nsubj")
        if subject is not None and antecedent(tree, subject) == head:
            inner = tree.children(verb.i, "xcomp", "ccomp")
            yield from (v for first in inner or [verb] for v in tree.conjuncts(first.i) if v.pos == "VERB")


def _part(view: View, noun: Token) -> list[Span]:
    """One subject with its modifiers and complements, without what is coordinated with it or clauses after it.

    A list that the parser took for modifiers ("intelligence, training and defence industry") is several subjects.
    """
    tree = view.tree
    left_out: set[int] = set()
    for child in tree.children(noun.i, "conj", "cc", "punct", "relcl", "acl", "advcl", "det", "appos"):
        left_out |= {t.i for t in tree.subtree(child.i)}
    inside = [t for t in tree.subtree(noun.i) if t.i not in left_out]
    if len(inside) > LONGEST:
        return []
    if not {",", "and"} <= {t.lemma for t in inside if t.i < noun.i}:
        return [tree.span(inside)]
    runs: list[list[Token]] = [[]]
    for token in inside:
        if token.text == "," or token.dep == "cc":
            runs.append([])
        else:
            runs[-1].append(token)
    return [tree.span(run) for run in runs if run]

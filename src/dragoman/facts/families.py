"""Kin in political families: "Rojas's son Pablo", "Pablo Rojas, a brother of the president"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.facts.clauses import after, is_negated, is_real, subjects
from dragoman.facts.view import Thing, View
from dragoman.facts.words import word_class
from dragoman.model.actor import Reference
from dragoman.model.fact import FactMention
from dragoman.model.span import Span
from dragoman.model.tree import Token

SPOUSES = word_class("spouses")
KIN = word_class("kin")
POLITICAL = frozenset({"GOV", "ELI", "MIL", "PTY", "OPP", "LEG"})


def read_families(view: View) -> Iterator[FactMention]:
    """Relatives and spouses where one of the two is in politics; both must be named in the report."""
    tree = view.tree
    for noun in tree:
        lemma = noun.lemma.lower()
        if noun.pos != "NOUN" or (lemma not in KIN and lemma not in SPOUSES):
            continue
        anchors = view.all_of([c.i for c in tree.children(noun.i, "poss")] + after(tree, noun.i, "of", "to"), "person")
        for anchor in (a for a in anchors[:1] if Thing.of(a).is_name):
            for one in _bearers(view, noun):
                if one.name == anchor.name or not (_political(view, anchor) or _political(view, one)):
                    continue
                span = Span(min(noun.start, one.span.start), max(noun.end, one.span.end))
                predicate = "spouse_of" if lemma in SPOUSES else "relative_of"
                yield view.fact(Thing.of(one), predicate, Thing.of(anchor), span)  # type: ignore[arg-type]


def _bearers(view: View, noun: Token) -> list[Reference]:
    """The named person who is the son, the wife ...: beside the noun, or the subject of "is"."""
    tree = view.tree
    heads = [c.i for c in tree.children(noun.i, "appos")]
    if noun.dep == "appos" or noun.dep == "compound":
        heads.append(noun.head)
    if noun.dep == "attr" and is_real(tree, noun.head) and not is_negated(tree, noun.head):
        heads += subjects(tree, noun.head)
    named = [r for r in view.all_of(heads, "person") if r.via == "explicit" and Thing.of(r).is_name]
    if not named and (mention := view.mention_at(noun.i + 1)) is not None and mention.first == noun.i + 1:
        reference = view.reference_of(mention)
        named = [reference] if reference is not None and reference.type == "person" else []
    return named


def _political(view: View, person: Reference) -> bool:
    return person.sector in POLITICAL or any(e.id == person.entity and e.office for e in view.actors.entities)

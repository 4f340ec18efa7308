"""Participles whose voice the words beside them tell: passives without their auxiliary, and verbs taken for them."""

from __future__ import annotations

from dragoman.model.tree import Token, Tree


def counts_on(tree: Tree, token: Token) -> bool:
    """Whether the verb shares the auxiliary of the passive before it: "two were killed and nine wounded"."""
    if token.tag != "VBN" or token.dep != "conj" or tree.child(token.i, "aux", "dobj") is not None:
        return False
    subject = tree.child(token.i, "nsubj")
    counted = subject is not None and subject.pos in ("NUM", "NOUN", "ADJ") and subject.i == token.i - 1
    return counted and tree.child(token.head, "auxpass") is not None


def is_main_clause(tree: Tree, token: Token) -> bool:
    """Whether a participle is the main verb that the parser missed: "Mali, which has no coast, called on Chad to"."""
    above = tree[token.head]
    if token.tag != "VBN" or token.dep != "acl" or above.dep != "ROOT" or above.pos not in ("NOUN", "PROPN"):
        return False
    clause = tree.child(above.i, "relcl")
    return clause is not None and clause.i < token.i and tree.child(token.i, "agent") is None

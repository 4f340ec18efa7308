"""Who stands where in a clause: subject, object, agent and prepositional complements of a verb."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dragoman.facts.view import View
from dragoman.model.layers import TimeMention
from dragoman.model.tree import Token, Tree

MODALS = frozenset({"will", "would", "could", "may", "might", "should", "shall", "'ll", "’ll", "must", "can", "wo"})
BEING = frozenset({"be", "become", "remain"})
RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})
WITHOUT_SUBJECT = frozenset({"advcl", "pcomp", "xcomp", "conj", "prep"})
"""Clauses that borrow the subject of the clause they hang on."""


def subjects(tree: Tree, verb: int) -> list[int]:
    """Heads of the active subject; a relative pronoun is led back to its noun, a missing subject to the main clause's.

    Empty for a passive verb: what it has as its subject is the object.
    """
    token = tree[verb]
    for child in tree.children(verb, "nsubj"):
        return [antecedent(tree, child)]
    if is_passive(tree, verb):
        return []
    if token.dep == "acl" and token.tag == "VBG":
        return [token.head]
    if token.dep in WITHOUT_SUBJECT:
        above = next((a for a in tree.ancestors(verb) if a.pos in ("VERB", "AUX")), None)
        if above is not None:
            return subjects(tree, above.i) or [antecedent(tree, c) for c in tree.children(above.i, "nsubjpass")]
    return []


def objects(tree: Tree, verb: int) -> list[int]:
    """Heads of the direct object or passive subject, or of the noun that a participle or relative clause modifies."""
    token = tree[verb]
    for child in tree.children(verb, "nsubjpass", "dobj"):
        return [antecedent(tree, child)]
    if token.dep == "acl" and token.tag == "VBN":
        return [token.head]
    if token.dep == "conj" and tree.children(verb, "auxpass"):
        # "the unit belongs to the navy and is led by Rojas"
        return [antecedent(tree, c) for c in tree.children(token.head, "nsubj", "nsubjpass")]
    if token.dep == "relcl" and not tree.children(verb, "attr", "acomp"):
        # "the pact that Peru joined": the relative pronoun is the object, or left out.
        subject = tree.child(verb, "nsubj")
        if subject is not None and subject.tag not in RELATIVES:
            return [token.head]
    return []


def agents(tree: Tree, verb: int) -> list[int]:
    """Heads after "by" of a passive verb."""
    return [p.i for by in tree.children(verb, "agent") for p in tree.children(by.i, "pobj")]


def after(tree: Tree, head: int, *prepositions: str) -> list[int]:
    """Heads after one of the prepositions that depend on `head`, also of a preposition left stranded by a relative."""
    out: list[int] = []
    for prep in tree.children(head, "prep", "agent", "dative"):
        if prep.lemma.lower() not in prepositions:
            continue
        inside = tree.children(prep.i, "pobj")
        out += [antecedent(tree, p) for p in inside]
        if not inside and (clause := enclosing_relative(tree, head)) is not None:
            out.append(clause.head)
    return out


def antecedent(tree: Tree, token: Token) -> int:
    """The noun that a relative pronoun stands for; any other token itself."""
    if token.tag not in RELATIVES and not (token.lemma == "that" and token.pos in ("PRON", "SCONJ")):
        return token.i
    clause = next((a for a in (token, *tree.ancestors(token.i)) if a.dep == "relcl"), None)
    return clause.head if clause is not None else token.i


def enclosing_relative(tree: Tree, i: int) -> Token | None:
    """The verb of the nearest relative clause around `i`, itself included."""
    return next((a for a in (tree[i], *tree.ancestors(i)) if a.dep in ("relcl", "acl")), None)


def appositive_heads(tree: Tree, heads: Sequence[int]) -> list[int]:
    """Where a head is an apposition, what stands before its comma: "Chad" for "country" in "Chad, a country that".

    The words are asked, not the parser, which often hangs an apposition too high.
    """
    out: list[int] = []
    for head in heads:
        start = tree.subtree(head)[0].i
        if (
            tree[head].dep == "appos"
            and start > 1
            and tree[start - 1].text == ","
            and tree[start - 2].pos in ("NOUN", "PROPN")
        ):
            out.append(first_conjunct(tree, start - 2))
        else:
            out.append(head)
    return out


def first_conjunct(tree: Tree, i: int) -> int:
    """The head of the list that the token ends: "Chad" for "Mali" in "Chad and Mali"."""
    while tree[i].dep == "conj":
        i = tree[i].head
    return i


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether the verb is passive, a bare participle included."""
    token = tree[verb]
    return bool(tree.children(verb, "nsubjpass", "auxpass")) or (token.dep == "acl" and token.tag == "VBN")


def is_negated(tree: Tree, verb: int, *others: int) -> bool:
    """Whether "not", "never" or "no" denies the verb or one of the nouns `others`, "neither" among them."""
    below = [c for i in (verb, *others) for c in tree.children(i)]
    denied = any(c.dep == "neg" or c.lemma.lower() in ("no", "not", "never", "neither") for c in below)
    return denied or any(tree[i].lemma.lower() == "neither" for i in others)


def is_real(tree: Tree, verb: int) -> bool:
    """Whether the clause tells what is or was: no modal, no infinitive, no condition, no question about whether."""
    for token in (tree[verb], *tree.ancestors(verb)):
        below = tree.children(token.i)
        if any(c.dep == "aux" and (c.tag == "MD" or c.lemma.lower() in MODALS) for c in below):
            return False
        if any(c.dep == "aux" and c.tag == "TO" for c in below):
            return False
        if any(c.dep == "mark" and c.lemma.lower() in ("if", "whether", "unless") for c in below):
            return False
        if token.dep in ("relcl", "ccomp", "ROOT", "acl"):
            return True
    return True


def clause_time(view: View, verb: int) -> TimeMention | None:
    """The dated expression that hangs on the verb itself, if it lies before publication."""
    tree = view.tree
    for time in view.times:
        token = tree.token_at(time.span.start)
        if token is None or time.start is None or (view.published is not None and time.start > view.published):
            continue
        prep = tree[token.head]
        if prep.lemma.lower() == "of" and tree[prep.head].pos in ("NOUN", "PROPN"):
            continue  # "acceded to the treaty of 1920"
        owner = next((a for a in (token, *tree.ancestors(token.i)) if a.pos in ("VERB", "AUX")), None)
        if owner is not None and owner.i == verb:
            return time
    return None


def since(view: View, verb: int) -> date | None:
    """The first day of the verb's own time."""
    time = clause_time(view, verb)
    return time.start if time is not None else None

"""What a noun phrase says by its shape: its naming words, its nationality, its number."""

from __future__ import annotations

from dragoman.model.span import Span
from dragoman.model.tree import Token, Tree

STRANGERS = frozenset(
    "suspect passenger hostage captive detainee prisoner tourist traveller traveler visitor foreigner mercenary gunman "
    "smuggler trafficker hijacker pirate refugee migrant stowaway crewman fugitive bomber attacker terrorist".split()
)
"""What somebody is told to be whose country nobody can guess from where he is."""
NAMING = frozenset({"identify", "name", "call", "introduce", "know"})
MODIFIERS = frozenset(
    {"compound", "amod", "nmod", "nummod", "poss", "quantmod", "advmod", "det", "predet", "appos"}
) | {"npadvmod"}


def naming_span(tree: Tree, head: int) -> Span:
    """The phrase's words up to its head, without articles and punctuation: "six Iraqis", "Libya's government"."""
    first = head
    for token in reversed(tree.tokens[:head]):
        if token.i != first - 1 or not _belongs(tree, token, head):
            break
        first = token.i
    while first < head and (tree[first].pos in ("DET", "PUNCT", "CCONJ") or tree[first].text in ("'s", "’s", "'", "’")):
        first += 1
    return Span(tree[first].start, tree[head].end)


def phrase_span(tree: Tree, head: int) -> Span:
    """The naming words with what the head is of: "delegation of Malian traders", without what follows that."""
    span = naming_span(tree, head)
    last = head
    while (inner := _of_what(tree, last)) is not None:
        last = inner
    return Span(span.start, tree[last].end)


def _of_what(tree: Tree, noun: int) -> int | None:
    of = next((p for p in tree.children(noun, "prep") if p.lemma == "of" and p.i == noun + 1), None)
    whole = tree.child(of.i, "pobj") if of is not None else None
    return whole.i if whole is not None and whole.pos in ("NOUN", "PROPN") else None


def _belongs(tree: Tree, token: Token, head: int) -> bool:
    if token.dep == "case" or token.tag == "HYPH":
        return True
    return token.dep in MODIFIERS and any(a.i == head for a in tree.ancestors(token.i))


def left_words(tree: Tree, first: int, *, most: int = 10) -> list[Token]:
    """The tokens right before `first` that can be part of the same phrase, in text order.

    Stops at verbs, prepositions other than of/for/to/in, conjunctions, punctuation but hyphens, and quotation marks.
    """
    out: list[Token] = []
    for token in reversed(tree.tokens[max(0, first - most) : first]):
        stops = token.pos in ("VERB", "AUX", "CCONJ", "SCONJ", "PRON", "SYM") and token.dep != "compound"
        if stops or (token.pos == "PUNCT" and token.tag != "HYPH"):
            break
        if token.pos == "ADP" and token.lemma not in ("of", "for", "to", "in", "at", "on"):
            break
        out.append(token)
    return out[::-1]


def is_plural(token: Token) -> bool:
    """Whether the noun is plural by its tag."""
    return token.tag in ("NNS", "NNPS")


def counted_ahead(tree: Tree, number: int) -> int | None:
    """The plural noun that a number counts across adjectives: "men" from "40" in "40 sick and wounded Chadian men".

    Read from the words: parsers often make "wounded" a verb there.
    """
    if number + 1 < len(tree) and tree[number + 1].tag == "CC":
        return None
    for token in tree.tokens[number + 1 : number + 7]:
        if token.tag == "NNS":
            return token.i
        if token.tag not in ("JJ", "VBN", "VBD", "CC", "NN", "HYPH") and token.ner != "NORP":
            return None
    return None


def has_determiner(tree: Tree, head: int, *words: str) -> bool:
    """Whether the phrase starts with one of the determiners `words`."""
    return any(c.lemma in words or c.text.lower() in words for c in tree.children(head, "det", "predet", "poss"))


def is_bare(tree: Tree, head: int) -> bool:
    """Whether a definite phrase is nothing but its noun: "the army", "these men"."""
    beside = tree.children(head, "amod", "compound", "nmod", "poss", "nummod", "prep", "relcl", "acl")
    return not beside and has_determiner(tree, head, "the", "this", "that", "these", "those")


def is_subject(token: Token) -> bool:
    """Whether the token is the grammatical subject of its clause."""
    return token.dep in ("nsubj", "nsubjpass", "csubj", "agent")


def is_stranger(tree: Tree, token: Token) -> bool:
    """Whether the person named at `token` is told to be a suspect, a traveller or somebody only "identified as"."""
    if token.dep in ("pobj", "oprd") and any(a.lemma == "identify" for a in tree.ancestors(token.i)):
        return True
    beside = tree.children(token.i, "compound", "appos", "nmod")
    if token.dep in ("appos", "attr"):
        beside.append(tree[token.head])
    return any(t.lemma in STRANGERS for t in beside)


def called_at(tree: Tree, noun: int) -> int | None:
    """Where the name begins that the noun's clause gives: "a man who identified himself as Darko", "named Darko".

    Read from the words: parsers often break on such long subjects.
    """
    words = iter(tree.tokens[noun + 1 : noun + 8])
    verb = next((t for t in words if t.text.lower() not in _BEFORE_NAMING), None)
    if verb is None or verb.lemma not in NAMING or verb.pos not in ("VERB", "ADJ"):
        return None
    name = next((t for t in words if t.text.lower() not in _AFTER_NAMING), None)
    return name.i if name is not None and name.pos == "PROPN" else None


_BEFORE_NAMING = frozenset({"who", "has", "had", "was", "is"})
_AFTER_NAMING = frozenset({"himself", "herself", "only", "as", "simply"})

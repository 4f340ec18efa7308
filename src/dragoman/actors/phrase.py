"""What a noun phrase says by its shape: its naming words, its nationality, its number."""

from __future__ import annotations

from dragoman.model.span import Span
from dragoman.model.tree import Token, Tree

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


def has_determiner(tree: Tree, head: int, *words: str) -> bool:
    """Whether the phrase starts with one of the determiners `words`."""
    return any(c.lemma in words or c.text.lower() in words for c in tree.children(head, "det", "predet", "poss"))


def is_subject(token: Token) -> bool:
    """Whether the token is the grammatical subject of its clause."""
    return token.dep in ("nsubj", "nsubjpass", "csubj", "agent")

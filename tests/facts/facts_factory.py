"""Sentences with trees built by hand: one word a line, "text tag dep head", heads by index."""

from __future__ import annotations

from dragoman.model.tree import Token, Tree

POS = {"NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "VBD": "VERB", "VBN": "VERB", "VB": "VERB", "VBZ": "VERB"}
POS |= {"MD": "AUX", "TO": "PART", "IN": "ADP", "DT": "DET", "WDT": "PRON", "RB": "PART", "CC": "CCONJ", ",": "PUNCT"}


def tree(*rows: str) -> Tree:
    """The tree of the rows; lemmas are the lower-case words, save that a fifth column gives another."""
    tokens: list[Token] = []
    start = 0
    for i, row in enumerate(rows):
        text, tag, dep, head, *lemma = row.split()
        word = lemma[0] if lemma else text.lower()
        tokens.append(Token(i, start, start + len(text), text, word, POS[tag], tag, dep, int(head)))
        start += len(text) + 1
    return Tree(0, tuple(tokens))

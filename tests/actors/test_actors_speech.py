"""Who "I" and "we" are, in quotations and under the labels of a transcript."""

from __future__ import annotations

from dataclasses import replace

from dragoman.actors import ActorReader
from dragoman.kb.load import Knowledge
from dragoman.model.layers import ActorLayer, Layers, Mention, Quote
from dragoman.model.span import Span
from dragoman.model.tree import Tree
from trees import at, document, tree

SAID = "Ghanaian/JJ/amod>Darko minister/NN/compound>Darko Darko/NNP/nsubj>said said|say/VBD"


def said(knowledge: Knowledge, speaker: str, words: str) -> tuple[Tree, ActorLayer]:
    """`words` as a quotation of the subject of the sentence `speaker`."""
    first = tree(speaker)
    second = tree(words, sentence=1, offset=first[-1].end + 2)
    mentions = [
        Mention(Span(t.start, t.end), 0, t.i, t.i, "PERSON" if t.text == "Darko" else "NORP", knowledge.lookup(t.text))
        for t in first
        if t.text in ("Darko", "Ghanaian")
    ]
    head = next(t for t in first if t.dep == "nsubj")
    quote = Quote(Span(second[0].start, second[-1].end), "direct", Span(head.start, head.end), head=(0, head.i))
    layers = Layers(document(first, second), (first, second), tuple(mentions), places=(), quotes=(quote,))
    actors = ActorReader(knowledge).run(layers).actors
    assert actors is not None
    return second, actors


def test_a_named_official_who_says_we_is_the_one_who_acts(knowledge: Knowledge) -> None:
    sentence, actors = said(knowledge, SAID, "we/PRP/nsubj>urge urge/VBP restraint/NN/dobj>urge")
    assert [r.name for r in actors.references[(1, at(sentence, "we"))]] == ["Darko"]


def test_what_is_done_to_us_is_done_to_the_state(knowledge: Knowledge) -> None:
    sentence, actors = said(knowledge, SAID, "they/PRP/nsubj>attacked attacked|attack/VBD us/PRP/dobj>attacked")
    assert [r.name for r in actors.references[(1, at(sentence, "us"))]] == ["Ghana"]


def test_an_unnamed_official_speaks_for_the_state(knowledge: Knowledge) -> None:
    unnamed = "Ghanaian/JJ/amod>official official/NN/nsubj>said said|say/VBD"
    sentence, actors = said(knowledge, unnamed, "we/PRP/nsubj>urge urge/VBP restraint/NN/dobj>urge")
    assert [r.name for r in actors.references[(1, at(sentence, "we"))]] == ["Ghana"]


def test_outside_a_quotation_we_is_nobody(knowledge: Knowledge) -> None:
    sentence = tree("we/PRP/nsubj>left left|leave/VBD")
    layers = Layers(document(sentence), (sentence,), (), places=(), quotes=())
    actors = ActorReader(knowledge).run(layers).actors
    assert actors is not None
    assert actors.references == {}


def turns(knowledge: Knowledge, *labels: str) -> tuple[list[Tree], ActorLayer]:
    """A transcript with "I left" under every label, each turn on a line of its own."""
    trees: list[Tree] = []
    for n, label in enumerate(labels):
        words = "".join(f"{w}/NNP/dep>left " for w in label.split())
        offset = trees[-1][-1].end + 1 if trees else 0
        trees.append(tree(f"{words}~:/: I/PRP/nsubj>left left|leave/VBD", sentence=n, offset=offset))
    text = "\n".join(f"{label}: I left" for label in labels)
    doc = document(*trees)
    doc = replace(doc, raw=replace(doc.raw, text=text))
    actors = ActorReader(knowledge).run(Layers(doc, tuple(trees), (), places=(), quotes=())).actors
    assert actors is not None
    return trees, actors


def test_a_label_that_comes_again_names_who_speaks(knowledge: Knowledge) -> None:
    trees, actors = turns(knowledge, "MS. DARKO", "Q", "DARKO", "Q")
    said_by = [[r.name for r in actors.references.get((t.sentence, at(t, "I")), ())] for t in trees]
    assert said_by == [["Darko"], [], ["Darko"], []]


def test_a_label_that_comes_once_is_a_heading(knowledge: Knowledge) -> None:
    _, actors = turns(knowledge, "ROPE TRICK", "Q", "A")
    assert actors.entities == ()

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from quotes_factory import document, hand_tree, read

from dragoman.model.layers import Layers, Quote
from dragoman.model.tree import Token, Tree
from dragoman.quotes import QuoteReader, wants_parse
from dragoman.quotes.cues import load_cues

ROWS = (Path(__file__).parent / "cases.csv").read_text(encoding="utf-8").splitlines()
CASES = list(csv.DictReader((r for r in ROWS if not r.startswith("#")), delimiter=";", quoting=csv.QUOTE_NONE))


def words(text: str, quote: Quote) -> tuple[str, str, str]:
    return (
        quote.kind,
        quote.speaker.of(text) if quote.speaker else "",
        quote.cue.of(text) if quote.cue else "",
    )


@pytest.mark.model
@pytest.mark.parametrize("case", CASES, ids=[c["note"] for c in CASES])
def test_case(case: dict[str, str]) -> None:
    text, quotes = read(*case["text"].split(" // "))
    found = [words(text, q) for q in quotes if q.span.of(text) == case["quote"]]
    if case["kind"] == "none":
        assert found == []
    else:
        assert found == [(case["kind"], case["speaker"], case["cue"])]


@pytest.mark.model
def test_the_head_of_a_text_is_who_issued_it() -> None:
    text, quotes = read("The Zambian army released a statement.", '"The road is open," the statement said.')
    (quote,) = [q for q in quotes if q.kind == "direct"]
    assert quote.speaker is not None
    assert quote.speaker.of(text) == "the statement"
    assert quote.head == (0, 2)


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Okafor said that rebels had attacked the village.", "asserts"),
        ("Okafor denied that rebels had attacked the village.", "denies"),
        ("Okafor alleged that rebels had attacked the village.", "unconfirmed"),
        ("Okafor could not confirm that rebels had attacked the village.", "unconfirmed"),
        ("The rebels claimed responsibility for the attack on the village.", "claims_responsibility"),
    ],
)
def test_stance(sentence: str, stance: str) -> None:
    _, quotes = read(sentence)
    assert [q.stance for q in quotes] == [stance]


@pytest.mark.model
def test_whom_the_speaker_tells_is_the_addressee() -> None:
    text, quotes = read("Jane Okafor told the drivers that the road was open.")
    (quote,) = quotes
    assert quote.addressee is not None
    assert quote.addressee.of(text) == "the drivers"


@pytest.mark.model
def test_an_odd_number_of_marks_keeps_later_quotations() -> None:
    text, quotes = read('Okafor raised a " once.', '"The road is open," Banda said.')
    assert [words(text, q) for q in quotes] == [("direct", "Banda", "said")]


SAID = """
the the DET DT det 1
envoy envoy NOUN NN nsubj 2
said say VERB VBD ROOT 2
the the DET DT det 4
road road NOUN NN nsubj 5
closed close VERB VBD ccomp 2
"""


def test_indirect_speech_is_read_off_a_tree() -> None:
    doc = document("the envoy said the road closed.")
    layers = Layers(doc, trees=(hand_tree(doc, 0, SAID),), mentions=())
    (quote,) = QuoteReader().run(layers).quotes or ()
    assert quote.span.of(doc.text) == "the road closed"
    assert words(doc.text, quote) == ("indirect", "the envoy", "said")
    assert quote.head == (0, 1)


def test_an_unparsed_sentence_gives_its_speaker_by_neighbours() -> None:
    doc = document('"Go," said Jane Okafor.')
    rows = '" " PUNCT `` _ 0\nGo go VERB VB _ 1\n, , PUNCT , _ 2\n" " PUNCT \'\' _ 3\nsaid say VERB VBD _ 4\n'
    rows += "Jane Jane PROPN NNP _ 5 PERSON\nOkafor Okafor PROPN NNP _ 6 PERSON"
    tree = hand_tree(doc, 0, rows)
    flat = Tree(0, tuple(Token(t.i, t.start, t.end, t.text, t.lemma, t.pos, t.tag, "", t.i, t.ner) for t in tree))
    (quote,) = QuoteReader().run(Layers(doc, trees=(flat,), mentions=())).quotes or ()
    assert words(doc.text, quote) == ("direct", "Jane Okafor", "said")


def test_a_report_without_sentences_has_no_quotes() -> None:
    assert QuoteReader().run(Layers(document(), trees=(), mentions=())).quotes == ()


def draw_tree(data: st.DataObject, size: int) -> dict[int, int]:
    """Heads without a circle, in any order; the root is its own head."""
    order = data.draw(st.permutations(range(size)))
    return {node: order[data.draw(st.integers(0, max(0, k - 1)))] for k, node in enumerate(order)}


@given(st.data())
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_any_tree_gives_exact_spans_twice_the_same(data: st.DataObject) -> None:
    vocabulary = [
        '"',
        "“",
        "”",
        "'",
        "said",
        "Okafor",
        "he",
        "road",
        ",",
        ".",
        ":",
        "according",
        "to",
        "that",
        "quoted",
    ]
    chosen = data.draw(st.lists(st.sampled_from(vocabulary), min_size=1, max_size=14))
    doc = document(" ".join(chosen))
    heads = draw_tree(data, len(chosen))
    position, tokens = 0, []
    for i, word in enumerate(chosen):
        start = doc.text.index(word, position)
        position = start + len(word)
        pos = data.draw(st.sampled_from(["NOUN", "PROPN", "VERB", "PUNCT", "PRON", "ADP"]))
        dep = data.draw(
            st.sampled_from(["", "nsubj", "ccomp", "conj", "prep", "pobj", "dobj", "acl", "advcl", "appos"])
        )
        lemma = {"said": "say", "quoted": "quote"}.get(word, word)
        tokens.append(Token(i, start, position, word, lemma, pos, "VBD", dep, heads[i]))
    layers = Layers(doc, trees=(Tree(0, tuple(tokens)),), mentions=())
    quotes = QuoteReader().run(layers).quotes or ()
    assert quotes == QuoteReader().run(layers).quotes
    for quote in quotes:
        assert quote.span.of(doc.text).strip() == quote.span.of(doc.text) != ""
        for part in (quote.speaker, quote.cue, quote.addressee):
            assert part is None or 0 <= part.start < part.end <= len(doc.text)


def test_the_gate_opens_for_marks_and_reporting_words_only() -> None:
    assert wants_parse(["the", "envoy", "denied", "it"])
    assert wants_parse(["the", "envoy", "told", "them"])
    assert wants_parse(["a", "“", "green", "”", "line"])
    assert not wants_parse(["the", "envoy", "arrived", "on", "monday"])


def test_the_table_of_cues_is_clean() -> None:
    entries = list(load_cues().values())
    assert len(entries) > 200
    for entry in entries:
        assert entry.lemma == entry.lemma.lower().strip()
        assert entry.kind in ("verb", "noun")
        assert entry.stance in ("asserts", "denies", "unconfirmed")
        assert entry.strength in ("claim", "speech", "words")
    rows = [
        r for r in (Path(__file__).parents[2] / "src/dragoman/quotes/tables/cues.csv").read_text().splitlines() if r
    ]
    assert len([r for r in rows if not r.startswith("#")]) == len(entries) + 1, "a lemma stands twice"

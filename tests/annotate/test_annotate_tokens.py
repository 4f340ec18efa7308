"""Trees from the language model: exact offsets whatever the text, and the parser only where it is wanted."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from coder_factory import report, shared_coder
from dragoman.annotate.tokens import Analyser, load_model
from dragoman.errors import ModelError
from dragoman.model.layers import Layers
from dragoman.model.tree import Tree
from dragoman.prepare import prepare


def analysed(text: str, wants: bool | None = None, *, batch_size: int = 16) -> tuple[str, tuple[Tree, ...]]:
    def wants_parse(words: Sequence[str]) -> bool:
        return bool(wants)

    doc = prepare(report(text))
    nlp = load_model(shared_coder().settings.model)
    step = Analyser(nlp, wants_parse=None if wants is None else wants_parse, batch_size=batch_size)
    return doc.text, step.run(Layers(doc)).trees or ()


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Ghana's envoy left. Togo's stayed.",
        "The envoy\r\nof Ghana left\nfor  Togo.",
        "Envoys (from 🙂 Ghana) — all of them — left…\tat  last.",
        "“We left,” he said.\n\n“They did not.”",
    ],
)
def test_every_token_has_its_place_in_the_text(text: str) -> None:
    whole, trees = analysed(text)
    tokens = [t for tree in trees for t in tree]
    assert tokens
    for token in tokens:
        assert whole[token.start : token.end] == token.text
        assert token.text.strip() == token.text != ""


@pytest.mark.model
def test_every_token_hangs_in_its_own_sentence() -> None:
    _, trees = analysed("The envoy\r\nof Ghana left\nfor  Togo. He came back.")
    assert [t.sentence for t in trees] == list(range(len(trees)))
    for tree in trees:
        assert [t.i for t in tree] == list(range(len(tree)))
        assert all(0 <= t.head < len(tree) for t in tree)
        assert sum(t.head == t.i for t in tree) >= 1


@pytest.mark.model
def test_a_sentence_the_gate_leaves_out_has_names_and_no_branches() -> None:
    _, trees = analysed("The envoy of Ghana left for Togo.", wants=False)
    assert {t.dep for t in trees[0]} == {""}
    assert all(t.head == t.i for t in trees[0])
    assert {t.text for t in trees[0] if t.ner == "GPE"} >= {"Ghana"}


@pytest.mark.model
def test_a_wanted_sentence_is_parsed_as_without_the_gate() -> None:
    text = "The envoy of Ghana left for Togo."
    assert analysed(text, wants=True) == analysed(text)


@pytest.mark.model
def test_the_batch_size_changes_nothing() -> None:
    text = "Ghana's envoy left. Togo's stayed. A third one, from Benin, came late."
    assert analysed(text, batch_size=1) == analysed(text, batch_size=64)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("The two leaders dined in Accra.", "dined", "dine"),
        ("Rebels waged war.", "waged", "wage"),
        ("The rebels hoped for more.", "hoped", "hope"),
        ("The boy hopped away.", "hopped", "hop"),
        ("He sits there.", "sits", "sit"),
    ],
)
def test_verbs_have_their_dictionary_form(text: str, word: str, lemma: str) -> None:
    _, trees = analysed(text)
    assert next(t.lemma for t in trees[0] if t.text == word) == lemma


@pytest.mark.model
def test_the_model_is_loaded_once() -> None:
    name = shared_coder().settings.model
    assert load_model(name) is load_model(name)


def test_a_missing_model_says_how_to_get_it() -> None:
    with pytest.raises(ModelError, match=r"pip install .*DRAGOMAN_MODEL"):
        load_model("no_such_pipeline")

"""How the sides of an event stand to its trigger."""

from __future__ import annotations

from dataclasses import replace

from coding_factory import candidate, party

from dragoman.coding.standing import with_standing
from dragoman.model.actor import Reference
from dragoman.model.document import Document, RawDocument
from dragoman.model.layers import ActorLayer, Layers
from dragoman.model.span import Span
from dragoman.model.tree import Tree
from trees import at, refer, text_of, tree

TOLD = tree(
    "Chad/NNP/nsubj>accused accused|accuse/VBD Mali/NNP/dobj>accused at/IN/prep>accused a/DT/det>meeting "
    "meeting/NN/pobj>at in/IN/prep>meeting the/DT/det>capital big/JJ/amod>capital old/JJ/amod>capital "
    "capital/NN/pobj>in of/IN/prep>capital Niger/NNP/pobj>of"
)
NAMED = refer(TOLD, Chad="TCD", Mali="MLI", Niger="NER")


def features(*, actor: tuple[Reference, ...] = (), recipient: tuple[Reference, ...] = ()) -> dict[str, float]:
    text = text_of(TOLD)
    raw = RawDocument(id="r", text=text, title=None, published=None, raw_sha256="", source="r")
    layers = Layers(Document(raw, "", (), ()), trees=(TOLD,), actors=ActorLayer(references=NAMED))
    event = replace(candidate("ACCUSE", actor=actor, recipient=recipient), head=at(TOLD, "accused"))
    return dict(with_standing([event], layers)[0].features)


def reference(sentence: Tree, word: str, code: str) -> Reference:
    token = sentence[at(sentence, word)]
    return replace(party(word, code), span=Span(token.start, token.end))


CHAD, MALI, NIGER = (reference(TOLD, w, c) for w, c in (("Chad", "TCD"), ("Mali", "MLI"), ("Niger", "NER")))


def test_countries_of_the_sentence_that_take_no_part_are_counted() -> None:
    assert features(actor=(CHAD,), recipient=(MALI,))["countries_left"] == 1
    assert "countries_left" not in features(actor=(CHAD,), recipient=(MALI, NIGER))


def test_an_empty_side_is_named_with_the_category() -> None:
    found = features(actor=(CHAD,))
    assert "no_recipient_accuse" in found
    assert "no_actor_accuse" not in found


def test_a_side_is_near_far_or_in_another_sentence() -> None:
    near = features(actor=(CHAD,), recipient=(NIGER,))
    assert {"actor_next", "actor_state", "recipient_far"} <= near.keys()
    assert not {"actor_far", "recipient_next"} & near.keys()
    assert "actor_elsewhere" in features(actor=(replace(CHAD, span=Span(900, 904)),))


def test_company_says_whether_another_sentence_tells_of_the_same_countries() -> None:
    layers = Layers(Document(RawDocument("r", "", None, None, "", "r"), "", (), ()))
    one = candidate("ACCUSE", actor=(CHAD,), recipient=(MALI,))
    again = candidate("ACCUSE", actor=(CHAD,), recipient=(MALI,), sentence=2)
    back = candidate("ASSAULT", actor=(MALI,), recipient=(CHAD,), sentence=3)
    other = candidate("ACCUSE", actor=(NIGER,), sentence=4)
    found = [dict(c.features) for c in with_standing([one, again, back, other], layers)]
    assert [f.get("sides_again") for f in found] == [1.0, 1.0, None, None]
    assert [f.get("countries_again") for f in found] == [1.0, 1.0, 1.0, None]
    assert [f.get("kind_again") for f in found] == [None, None, None, 1.0]


def test_company_knows_deeds_within_one_country_and_unknown_countries() -> None:
    assert features(actor=(CHAD,), recipient=(CHAD,))["one_country"] == 1.0
    assert "one_country" not in features(actor=(CHAD,), recipient=(MALI,))
    assert features(actor=(replace(CHAD, code=None),))["unknown_country"] == 1.0

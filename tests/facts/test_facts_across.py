"""What "the bloc", "neither" and "the two countries" mean by the sentences before, on trees built by hand."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.facts.across import Told
from dragoman.facts.view import View
from dragoman.kb.load import Knowledge, load_knowledge
from dragoman.model.actor import EntityType, Reference
from dragoman.model.layers import ActorLayer, Layers, Mention
from dragoman.model.tree import Tree
from trees import document, tree

KNOWLEDGE: Knowledge = load_knowledge()
RAIL = "Chad/NNP/nsubj>left and/CC/cc>Chad Mali/NNP/conj>Chad left|leave/VBD the/DT/det>Union Rail/NNP/compound>Union"
LEFT = tree(f"{RAIL} Union/NNP/dobj>left")
BOTH = tree(
    "Neither/DT/nsubj>stayed stayed|stay/VBD in/IN/prep>stayed the/DT/det>bloc bloc/NN/pobj>in", sentence=1, offset=60
)
NAMES: Mapping[str, EntityType] = {"Chad": "state", "Mali": "state", "Niger": "state", "Union": "organization"}


def views(*sentences: Tree) -> list[View]:
    """The sentences with a mention and a reference for every name of `NAMES`; the union's name has two words."""
    mentions: list[Mention] = []
    references: dict[tuple[int, int], tuple[Reference, ...]] = {}
    for sentence in sentences:
        for token in (t for t in sentence if t.text in NAMES):
            first = token.i - 1 if token.text == "Union" else token.i
            span = sentence.span([sentence[first], token])
            name = "Rail Union" if token.text == "Union" else token.text
            mentions.append(Mention(span, sentence.sentence, first, token.i, "GPE"))
            found = Reference(span, f"E-{name}", name, NAMES[token.text], None, None)
            references[sentence.sentence, token.i] = (found,)
    layers = Layers(document(*sentences), mentions=tuple(mentions), actors=ActorLayer((), references))
    return [View(layers, sentence, KNOWLEDGE) for sentence in sentences]


def meant(*sentences: Tree) -> dict[str, list[str]]:
    """What the words of the last sentence mean, by word."""
    found = views(*sentences)
    last = found[-1]
    return {last.tree[i].text: [r.name for r in rs] for i, rs in Told(dict(enumerate(found))).meant(last).items()}


def test_neither_is_of_the_two_states_and_the_bloc_is_the_one_named_before() -> None:
    assert meant(LEFT, BOTH) == {"Neither": ["Chad", "Mali"], "bloc": ["Rail Union"]}


def test_of_three_states_nobody_knows_which_two() -> None:
    three = tree(
        "Chad/NNP/nsubj>left and/CC/cc>Chad Mali/NNP/conj>Chad and/CC/cc>Mali Niger/NNP/conj>Chad left|leave/VBD"
    )
    assert meant(three, BOTH) == {}


def test_the_first_sentence_has_nothing_before_it() -> None:
    assert meant(BOTH) == {}


def test_a_bloc_with_its_name_beside_it_is_no_bare_one() -> None:
    its_own = tree(
        "Chad/NNP/nsubj>left left|leave/VBD the/DT/det>bloc trade/NN/compound>bloc bloc/NN/dobj>left",
        sentence=1,
        offset=60,
    )
    assert meant(LEFT, its_own) == {}


def test_a_member_of_what_no_word_says_is_one_of_the_bloc() -> None:
    bare = tree("Niger/NNP/nsubj>is is|be/VBZ no/DT/det>member member/NN/attr>is", sentence=1, offset=60)
    assert meant(LEFT, bare) == {"member": ["Rail Union"]}


def test_a_bare_noun_is_the_one_body_that_has_it_in_its_name() -> None:
    bare = tree("the/DT/det>union union/NN/nsubj>left left|leave/VBD Niger/NNP/dobj>left", sentence=1, offset=60)
    assert meant(LEFT, bare) == {"union": ["Rail Union"]}
    other = tree("the/DT/det>bank bank/NN/nsubj>left left|leave/VBD Niger/NNP/dobj>left", sentence=1, offset=60)
    assert meant(LEFT, other) == {}

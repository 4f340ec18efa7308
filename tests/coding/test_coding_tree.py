"""The tree every rule of the coder walks."""

from __future__ import annotations

from dragoman.model.span import Span
from dragoman.model.tree import Token, Tree
from trees import at, tree, words

MET = tree(
    "Chad/NNP/nsubj>met ,/,/punct>Chad Mali/NNP/conj>Chad and/CC/cc>Mali Niger/NNP/conj>Mali "
    "met|meet/VBD in/IN/prep>met Gao/NNP/pobj>in"
)


def test_children_are_in_text_order_and_chosen_by_label() -> None:
    assert [t.text for t in MET.children(at(MET, "met"))] == ["Chad", "in"]
    assert [t.text for t in MET.children(at(MET, "met"), "prep", "dobj")] == ["in"]


def test_a_missing_child_is_none() -> None:
    assert MET.child(at(MET, "met"), "dobj") is None


def test_ancestors_go_up_to_the_root_nearest_first() -> None:
    assert [t.text for t in MET.ancestors(at(MET, "Niger"))] == ["Mali", "Chad", "met"]
    assert list(MET.ancestors(at(MET, "met"))) == []


def test_ancestors_of_a_broken_tree_end() -> None:
    loop = [Token(i, i, i + 1, "x", "x", "NOUN", "NN", "dep", 1 - i) for i in (0, 1)]
    assert [t.i for t in Tree(0, tuple(loop)).ancestors(0)] == [1]


def test_conjuncts_follow_the_whole_chain_from_its_first_member() -> None:
    assert [t.text for t in MET.conjuncts(at(MET, "Chad"))] == ["Chad", "Mali", "Niger"]
    assert [t.text for t in MET.conjuncts(at(MET, "Mali"))] == ["Mali", "Niger"]


def test_a_subtree_holds_everything_below_its_top() -> None:
    assert words(MET, [t.i for t in MET.subtree(at(MET, "Mali"))]) == ["Mali", "and", "Niger"]


def test_a_position_between_two_tokens_belongs_to_the_next() -> None:
    assert MET.token_at(0) == MET[0]
    assert MET.token_at(MET[0].end) == MET[1]
    assert MET.token_at(MET[-1 + len(MET)].end) is None


def test_a_span_runs_from_the_first_to_the_last_token_whatever_their_order() -> None:
    assert MET.span([MET[5], MET[0]]) == Span(MET[0].start, MET[5].end)


def test_an_unparsed_sentence_has_tokens_and_no_branches() -> None:
    flat = Tree(0, tuple(Token(i, i, i + 1, "x", "x", "NOUN", "NN", "", i) for i in range(3)))
    assert [flat.children(i) for i in range(3)] == [[], [], []]
    assert [t.i for t in flat.subtree(1)] == [1]

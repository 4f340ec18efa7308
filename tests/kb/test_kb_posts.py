"""What titles are made of: roles, ranks and past words at the end of a run of tokens, and where an apposition ends."""

from __future__ import annotations

import pytest

from dragoman.kb.load import Knowledge, load_knowledge
from dragoman.kb.posts import closes, is_past, is_sent, rank_ending, role_ending, without_ranks
from trees import tree


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def test_a_role_is_read_across_the_hyphen_inside_it(knowledge: Knowledge) -> None:
    words = tree("their/PRP$/poss>general secretary/NN/compound>general ~-/HYPH/punct>general ~general/NN").tokens
    found = role_ending(words, knowledge)
    assert found is not None
    assert (found[0].lemma, found[1]) == ("secretary-general", 3)


def test_words_after_the_role_are_none(knowledge: Knowledge) -> None:
    assert role_ending(tree("minister/NN/compound>lamp lamp/NN").tokens, knowledge) is None


def test_the_longest_rank_at_the_end_counts(knowledge: Knowledge) -> None:
    words = tree("the/DT/det>Admiral Vice/NNP/compound>Admiral Admiral/NNP").tokens
    assert rank_ending(words, knowledge) == 2
    assert rank_ending(words[:1], knowledge) == 0


def test_ranks_behind_a_role_are_dropped_and_one_that_is_a_role_stays(knowledge: Knowledge) -> None:
    words = tree("minister/NN/compound>Berg Mr/NNP/compound>Berg Dr/NNP/compound>Berg Berg/NNP").tokens
    assert [w.text for w in without_ranks(words[:3], knowledge)] == ["minister"]
    attorney = tree("attorney/NN/compound>general general/NN").tokens
    assert [w.text for w in without_ranks(attorney, knowledge)] == ["attorney", "general"]


@pytest.mark.parametrize(("word", "past"), [("former", True), ("ousted|oust", True), ("late", True), ("new", False)])
def test_past_words_are_known_by_their_form_too(word: str, past: bool) -> None:
    assert is_past(tree(f"{word}/JJ/amod>premier premier/NN")[0]) is past


def test_an_envoy_is_sent_and_a_minister_is_not(knowledge: Knowledge) -> None:
    roles = [knowledge.role([lemma]) for lemma in ("ambassador", "minister", "negotiator")]
    assert [is_sent(found[0]) for found in roles if found is not None] == [True, False, False]


@pytest.mark.parametrize(
    ("following", "end"),
    [(",/,/punct>Darko said|say/VBD", True), ("who/WP/nsubj>left left|leave/VBD", True), ("left|leave/VBD", False)],
)
def test_an_apposition_ends_at_a_comma_or_a_clause(following: str, end: bool) -> None:
    words = "Darko/NNP/nsubj ,/,/punct>Darko premier/NN/appos>Darko"
    sentence = tree(f"{words} {following}".replace("Darko/NNP/nsubj ", "Darko/NNP "))
    assert closes(sentence, 3) is end


def test_the_end_of_the_sentence_closes_an_apposition() -> None:
    assert closes(tree("Darko/NNP"), 1)

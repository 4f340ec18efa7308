"""Subjects, objects and reality of clauses."""

from __future__ import annotations

import pytest
from facts_factory import tree

from dragoman.facts.clauses import (
    after,
    agents,
    antecedent,
    appositive_heads,
    is_negated,
    is_real,
    objects,
    subjects,
)

ACTIVE = tree("Oman NNP nsubj 1", "brokered VBD ROOT 1 broker", "the DT det 3", "truce NN dobj 1")
PASSIVE = tree("truce NN ROOT 0", "brokered VBN acl 0 broker", "by IN agent 1", "Oman NNP pobj 2")
RELATIVE = tree("pact NN ROOT 0", "that WDT dobj 3", "Chad NNP nsubj 3", "signed VBD relcl 0 sign")
STRANDED = tree(
    *("Chad NNP ROOT 0", ", , punct 0", "country NN appos 0", "it WDT nsubj 4", "has VBZ relcl 2 have"),
    *("ties NNS dobj 4 tie", "with IN prep 5"),
)


def test_the_subject_of_an_active_verb_acts_and_its_object_is_acted_on() -> None:
    assert (subjects(ACTIVE, 1), objects(ACTIVE, 1), agents(ACTIVE, 1)) == ([0], [3], [])


def test_a_participle_has_its_noun_as_object_and_the_agent_acts() -> None:
    assert (subjects(PASSIVE, 1), objects(PASSIVE, 1), agents(PASSIVE, 1)) == ([], [0], [3])


def test_a_relative_pronoun_stands_for_its_noun() -> None:
    assert antecedent(RELATIVE, RELATIVE[1]) == 0
    assert objects(RELATIVE, 3) == [0]
    assert subjects(RELATIVE, 3) == [2]


def test_a_stranded_preposition_leads_to_the_noun_of_the_relative_clause() -> None:
    assert after(STRANDED, 5, "with") == [2]
    assert appositive_heads(STRANDED, [2]) == [0]


def test_a_participle_clause_borrows_the_subject_above_it() -> None:
    borrowed = tree("Chad NNP nsubj 1", "spoke VBD ROOT 1 speak", "signing VB advcl 1 sign", "it NN dobj 2")
    assert subjects(borrowed, 2) == [0]


@pytest.mark.parametrize(
    ("rows", "real"),
    [
        (("Chad NNP nsubj 1", "joined VBD ROOT 1 join"), True),
        (("Chad NNP nsubj 2", "may MD aux 2", "join VB ROOT 2"), False),
        (("Chad NNP nsubj 1", "wants VBZ ROOT 1 want", "to TO aux 3", "join VB xcomp 1"), False),
        (("if IN mark 2", "Chad NNP nsubj 2", "joined VBD advcl 3 join", "said VBD ROOT 3 say"), False),
    ],
)
def test_only_what_is_told_as_so_is_real(rows: tuple[str, ...], real: bool) -> None:
    sentence = tree(*rows)
    verb = next(t.i for t in sentence if t.lemma == "join")
    assert is_real(sentence, verb) is real


def test_no_before_the_noun_denies_as_not_before_the_verb_does() -> None:
    sentence = tree("Chad NNP nsubj 1", "has VBZ ROOT 1 have", "no DT det 3", "relations NNS dobj 1 relation")
    assert is_negated(sentence, 1, 3)
    assert not is_negated(ACTIVE, 1, 3)

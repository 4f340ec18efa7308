"""Whom "who" stands for, and speakers whose names a parse broke."""

from __future__ import annotations

import pytest

from trees import at, tree

CLAUSE = (
    "{count} aides|aide/NNS/nsubj>left of/IN/prep>aides mayor/NN/pobj>of who/WP/nsubjpass>fined {aux}/VBD/auxpass>fined"
)


@pytest.mark.parametrize(
    ("count", "aux", "noun"), [("two/CD/nummod>aides", "were", "aides"), ("two/CD/nummod>aides", "was", "mayor")]
)
def test_a_clause_describes_the_counted_people_unless_its_verb_is_singular(count: str, aux: str, noun: str) -> None:
    words = CLAUSE.format(count=count, aux=aux) + " fined|fine/VBN/relcl>mayor left|leave/VBD"
    sentence = tree(words)
    assert sentence.described(at(sentence, "fined")) == at(sentence, noun)

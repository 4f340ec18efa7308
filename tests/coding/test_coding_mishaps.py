"""Dead of accidents and of nature, and dead of attacks in which something broke."""

from __future__ import annotations

import pytest

from dragoman.coding.mishaps import is_mishap
from trees import tree


@pytest.mark.parametrize(
    ("words", "mishap"),
    [
        ("killed|kill/VBN when/WRB bridge/NN/nsubj>collapsed collapsed|collapse/VBD", True),
        ("hurt|hurt/VBN in/IN an/DT earthquake/NN", True),
        ("killed|kill/VBN since/IN the/DT truce/NN/nsubj>collapsed collapsed|collapse/VBD", False),
        ("killed|kill/VBN when/WRB soldiers|soldier/NNS stormed|storm/VBD the/DT port/NN", False),
        ("killed|kill/VBN when/WRB a/DT bomb/NN made|make/VBD it/PRP collapse|collapse/VB", False),
        ("killed|kill/VBN near/IN a/DT crane/NN", False),
        ("freed|free/VBN after/IN the/DT earthquake/NN", False),
    ],
)
def test_a_toll_is_of_a_mishap_where_nothing_else_kills(words: str, mishap: bool) -> None:
    sentence = tree(words)
    assert is_mishap(sentence, 0) is mishap

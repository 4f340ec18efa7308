"""Acts that are only thought of, and acts that are told."""

from __future__ import annotations

from dragoman.coding.ideas import is_idea
from trees import at, tree


def test_what_a_law_allows_is_only_an_idea() -> None:
    law = tree(
        "It/PRP/nsubj>allows allows|allow/VBZ citizens|citizen/NNS/nsubj>protest to/TO/aux>protest "
        "protest/VB/ccomp>allows"
    )
    assert is_idea(law, at(law, "protest"))


def test_what_somebody_did_is_none() -> None:
    done = tree(
        "Police/NNS/nsubj>allowed allowed|allow/VBD what/WP/dobj>did Mali/NNP/nsubj>did did|do/VBD/ccomp>allowed"
    )
    assert not is_idea(done, at(done, "did"))

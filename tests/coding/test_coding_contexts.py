"""What an event is about: the table of cues, and how sentence, sides and topic give an event its contexts."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from coding_factory import candidate, party

from dragoman.coder import Coder
from dragoman.coding.candidate import Candidate
from dragoman.coding.contexts import Ground, contexts, load_contexts, read_contexts, topic_of
from dragoman.lexicon.schema import CONTEXTS, MODES
from dragoman.model.event import Category
from dragoman.model.tree import Tree
from trees import tree

ROWS = read_contexts()
ABOUT = {name: row for name, row in ROWS.items() if name != "nothing"}
POLL = tree("Voters|voter/NNS/nsubj>waited waited|wait/VBD")
PLAIN = tree("They/PRP/nsubj>waited waited|wait/VBD", sentence=1)
CHAD, MALI = party("Chad", "TCD"), party("Mali", "MLI")


def found(event: Candidate, *trees: Tree) -> dict[str, Ground]:
    return contexts([event], trees or (PLAIN,))[0]


class TestTheTable:
    def test_it_has_every_context_of_plover(self) -> None:
        assert ABOUT.keys() == CONTEXTS

    @pytest.mark.parametrize("name", sorted(ABOUT))
    def test_a_row_is_spelt_as_it_is_looked_up(self, name: str) -> None:
        row = ABOUT[name]
        assert set(row) <= {"words", "acts", "sectors", "states", "yes", "no"}
        assert all(word == " ".join(word.lower().split()) for word in row["words"])
        assert len(row["words"]) == len(set(row["words"]))
        assert set(row.get("states", ())) <= set(get_args(Category))
        for category, _, mode in (act.partition(" ") for act in row.get("acts", ())):
            assert category in MODES
            assert not mode or mode in MODES[category]

    @pytest.mark.model
    def test_every_example_comes_out_as_its_row_says(self) -> None:
        coder = Coder()
        for name, row in ABOUT.items():
            for side in ("yes", "no"):
                events = coder.code(row[side], date="2020-01-15").events
                assert events, row[side]
                assert any(name in event.context for event in events) == (side == "yes"), row[side]


def test_a_word_of_the_sentence_names_a_context() -> None:
    assert found(candidate(), POLL) == {"election": "words"}


def test_the_longest_wording_counts_alone() -> None:
    tank = tree("Fighter/NN/compound>jets jets|jet/NNS/nsubj>met met|meet/VBD on/IN/prep>met the/DT/det>Bank "
                "West/NNP/compound>Bank Bank/NNP/pobj>on")  # fmt: skip
    named = load_contexts().named(tank)
    assert "military" in named
    assert "economic" not in named


def test_an_act_a_side_and_the_rule_name_contexts_of_their_own() -> None:
    arrest = candidate("COERCE", mode=("arrest",), actor=(party("the army", "MLI", sector="MIL"),))
    told = replace(arrest, context=("migration",))
    assert found(told) == {"legal": "act", "migration": "rule", "military": "side"}


def test_governments_of_two_states_that_talk_are_diplomacy() -> None:
    assert found(candidate("REQUEST", actor=(CHAD,), recipient=(MALI,))) == {"diplomatic": "states"}
    assert found(candidate("REQUEST", actor=(CHAD,), recipient=(party("Musa", "TCD"),))) == {}
    assert found(candidate("REQUEST", actor=(CHAD,), recipient=(party("a union", "MLI", sector="LAB"),))) == {}


def test_what_the_head_of_the_report_names_more_than_once_is_its_topic() -> None:
    assert topic_of([frozenset({"election", "legal"}), frozenset(), frozenset({"election"})]) == {"election"}


def test_an_event_far_below_takes_the_topic() -> None:
    lead = [replace_sentence(POLL, n) for n in (0, 1)]
    below = [replace_sentence(PLAIN, n) for n in (2, 3)]
    assert found(candidate(sentence=3), *lead, *below) == {"election": "topic"}
    assert found(candidate(sentence=3), lead[0], *below) == {}


def replace_sentence(told: Tree, number: int) -> Tree:
    return Tree(number, told.tokens)

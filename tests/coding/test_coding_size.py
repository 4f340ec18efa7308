"""How many people an event touched, as its sentence counts them."""

from __future__ import annotations

import pytest
from coding_factory import LIGHT

from dragoman.coding.arguments import Arguments
from dragoman.coding.size import counts_of, read_number
from dragoman.model.event import Category
from dragoman.model.tree import Tree
from trees import at, text_of, tree


def counted(sentence: Tree, head: str, category: Category = "ASSAULT") -> dict[str, tuple[int, int, str]]:
    """Low, high and scope by kind."""
    text = text_of(sentence)
    counts = counts_of(sentence, at(sentence, head), category, Arguments(sentence, LIGHT), sentence=text)
    return {kind: (c.low, c.high, c.scope) for kind, c in counts.items()}


def number(notation: str, word: str) -> tuple[int, int] | None:
    sentence = tree(notation)
    found = read_number(sentence, sentence[at(sentence, word)])
    return None if found is None else found[:2]


class TestNumbers:
    @pytest.mark.parametrize(
        ("notation", "value"),
        [
            ("12/CD/nummod>men", (12, 12)),
            ("1,200/CD/nummod>men", (1200, 1200)),
            ("nine/CD/nummod>men", (9, 9)),
            ("twenty/CD/compound>three ~-/HYPH/punct>three ~three/CD/nummod>men", (23, 23)),
            ("two/CD/compound>hundred hundred/CD/nummod>men", (200, 200)),
            ("two/CD/compound>hundred hundred/CD/nummod>men and/CC/cc>hundred fifty/CD/conj>hundred", (250, 250)),
            ("2.5/CD/compound>million million/CD/nummod>men", (2_500_000, 2_500_000)),
            ("two/CD/nummod>dozen dozen/NN/nummod>men", (24, 24)),
            ("half/JJ/amod>dozen dozen/NN/nummod>men", (6, 6)),
            ("300/CD/quantmod>400 to/TO/quantmod>400 400/CD/nummod>men", (300, 400)),
            ("between/IN/prep>men 30/CD/nummod>men and/CC/cc>30 40/CD/conj>30", (30, 40)),
            ("1,000/CD/nummod>men and/CC/cc>1,000 2,000/CD/nummod>men", (1000, 2000)),
            ("one/CD/det>men", (1, 1)),
        ],
    )
    def test_the_number_before_a_noun_counts_it(self, notation: str, value: tuple[int, int]) -> None:
        assert number(f"{notation} men|man/NNS", "men") == value

    @pytest.mark.parametrize("notation", ["dozens|dozen/NN/nummod>men", "several/JJ/amod>men", "2.5/CD/nummod>men"])
    def test_what_is_vague_or_no_whole_number_counts_nobody(self, notation: str) -> None:
        assert number(f"{notation} men|man/NNS", "men") is None

    def test_time_and_money_are_no_people(self) -> None:
        assert number("five/CD/nummod>years years|year/NNS", "years") is None

    def test_an_age_is_no_count(self) -> None:
        assert number("five/CD/nummod>boys year/NN/npadvmod>five boys|boy/NNS", "boys") is None

    def test_a_number_coordinated_with_another_counts_somebody_else(self) -> None:
        sentence = "ten/CD dead/JJ/amod>ten and/CC/cc>ten three/CD/conj>ten dozen/NN/quantmod>three"
        assert number(sentence, "ten") == (10, 10)
        assert number(sentence, "three") == (36, 36)

    def test_a_range_may_stand_behind_the_number(self) -> None:
        assert number("wounded|wound/VBD 40/CD/dobj>wounded to/TO/prep>wounded 50/CD/pobj>to", "40") == (40, 50)


class TestCounts:
    KILLED = tree("Rebels|rebel/NNS/nsubj>killed killed|kill/VBD five/CD/nummod>men men|man/NNS/dobj>killed")

    def test_whom_the_verb_is_done_to_is_counted(self) -> None:
        assert counted(self.KILLED, "killed") == {"dead": (5, 5, "event")}

    def test_the_count_points_at_its_number(self) -> None:
        text = text_of(self.KILLED)
        counts = counts_of(self.KILLED, 1, "ASSAULT", Arguments(self.KILLED, LIGHT), sentence=text)
        assert counts["dead"].span.of(text) == "five"

    @pytest.mark.parametrize("category", ["SANCTION", "COERCE", "CONSULT"])
    def test_a_category_counts_only_what_it_can_do(self, category: Category) -> None:
        assert counted(self.KILLED, "killed", category) == {}

    def test_the_dying_are_their_verbs_subject(self) -> None:
        sentence = tree("Six/CD/nummod>guards guards|guard/NNS/nsubj>died died|die/VBD")
        assert counted(sentence, "died") == {"dead": (6, 6, "event")}

    def test_a_coordination_is_counted_together(self) -> None:
        sentence = tree(
            "15/CD/nummod>rebels rebels|rebel/NNS/nsubjpass>killed and/CC/cc>rebels a/DT/det>guard "
            "guard/NN/conj>rebels were|be/VBD/auxpass>killed killed|kill/VBN"
        )
        assert counted(sentence, "killed") == {"dead": (16, 16, "event")}

    def test_a_group_of_unknown_size_is_not_added(self) -> None:
        sentence = tree(
            "15/CD/nummod>rebels rebels|rebel/NNS/nsubjpass>killed and/CC/cc>rebels a/DT/det>family "
            "family/NN/conj>rebels were|be/VBD/auxpass>killed killed|kill/VBN"
        )
        assert counted(sentence, "killed") == {"dead": (15, 15, "event")}

    def test_the_dead_and_the_injured_are_told_apart(self) -> None:
        sentence = tree(
            "Clashes|clash/NNS/nsubj>left left|leave/VBD ten/CD/dobj>left dead/JJ/amod>ten and/CC/cc>ten "
            "three/CD/conj>ten dozen/NN/quantmod>three injured|injure/VBN/advcl>left"
        )
        assert counted(sentence, "left") == {"dead": (10, 10, "event"), "injured": (36, 36, "event")}

    def test_a_second_passive_without_helper_counts_its_subject(self) -> None:
        sentence = tree(
            "Ten/CD/nummod>men men|man/NNS/nsubjpass>injured were|be/VBD/auxpass>injured injured|injure/VBN "
            "and/CC/cc>injured six/CD/nsubj>killed killed|kill/VBN/conj>injured"
        )
        assert counted(sentence, "injured") == {"injured": (10, 10, "event"), "dead": (6, 6, "event")}

    def test_who_is_shot_dead_stands_behind_the_state(self) -> None:
        sentence = tree(
            "Rebels|rebel/NNS/nsubj>shot shot|shoot/VBD dead/JJ/acomp>shot three/CD/nummod>men men|man/NNS/dobj>shot"
        )
        assert counted(sentence, "shot") == {"dead": (3, 3, "event")}

    def test_who_kills_is_not_counted(self) -> None:
        sentence = tree("Five/CD/nummod>men men|man/NNS/nsubj>killed killed|kill/VBD guards|guard/NNS/dobj>killed")
        assert counted(sentence, "killed") == {}

    def test_a_sum_over_time_is_cumulative(self) -> None:
        sentence = tree(
            "War/NN/nsubj>killed killed|kill/VBD 90/CD/nummod>men men|man/NNS/dobj>killed since/IN/prep>killed "
            "May/NNP/pobj>since"
        )
        assert counted(sentence, "killed") == {"dead": (90, 90, "cumulative")}

    def test_a_plural_noun_counts_several_events(self) -> None:
        sentence = tree("Raids|raid/NNS/nsubj>killed killed|kill/VBD 90/CD/nummod>men men|man/NNS/dobj>killed")
        assert counted(sentence, "Raids") == {"dead": (90, 90, "several_events")}

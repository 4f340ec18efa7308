"""How many people an event touched, as its sentence counts them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from coding_factory import LIGHT, candidate

from dragoman.coding.arguments import Arguments
from dragoman.coding.size import counts_of
from dragoman.model.event import Category
from dragoman.model.tree import Tree
from trees import at, text_of, tree


def counted(
    sentence: Tree, head: str, category: Category = "ASSAULT", others: frozenset[int] = frozenset()
) -> dict[str, tuple[int, int, str]]:
    """Low, high and scope by kind."""
    event = replace(candidate(category), head=at(sentence, head))
    counts = counts_of(sentence, event, Arguments(sentence, LIGHT), sentence=text_of(sentence), others=others)
    return {kind: (c.low, c.high, c.scope) for kind, c in counts}


class TestCounts:
    KILLED = tree("Rebels|rebel/NNS/nsubj>killed killed|kill/VBD five/CD/nummod>men men|man/NNS/dobj>killed")

    def test_whom_the_verb_is_done_to_is_counted(self) -> None:
        assert counted(self.KILLED, "killed") == {"dead": (5, 5, "event")}

    def test_the_count_points_at_its_number(self) -> None:
        text = text_of(self.KILLED)
        event = replace(candidate(), head=1)
        counts = counts_of(self.KILLED, event, Arguments(self.KILLED, LIGHT), sentence=text, others=frozenset())
        assert dict(counts)["dead"].span.of(text) == "five"

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

    def test_whom_another_event_counts_is_not_counted_again(self) -> None:
        sentence = tree(
            "Police/NNS/nsubj>fired fired|fire/VBD gas/NN/dobj>fired and/CC/cc>fired detained|detain/VBD/conj>fired "
            "nine/CD/nummod>men men|man/NNS/dobj>detained"
        )
        assert counted(sentence, "fired") == {"arrested": (9, 9, "event")}
        assert counted(sentence, "fired", others=frozenset({0, at(sentence, "detained")})) == {}

    @pytest.mark.parametrize("who", ["a/DT/det>guard guard/NN", "Musa/NNP", "him|he/PRP"])
    def test_one_person_is_one(self, who: str) -> None:
        sentence = tree(f"Police/NNS/nsubj>arrested arrested|arrest/VBD {who}/dobj>arrested")
        named = Tree(0, tuple(replace(t, ner="PERSON") if t.text == "Musa" else t for t in sentence))
        assert counted(named, "arrested", "COERCE") == {"arrested": (1, 1, "event")}

    @pytest.mark.parametrize("who", ["a/DT/det>gang gang/NN", "guards|guard/NNS", "the/DT/det>crowd crowd/NN"])
    def test_a_number_that_is_not_told_is_not_counted(self, who: str) -> None:
        sentence = tree(f"Police/NNS/nsubj>arrested arrested|arrest/VBD {who}/dobj>arrested")
        assert counted(sentence, "arrested", "COERCE") == {}

    def test_no_casualties_are_none_dead_and_none_injured(self) -> None:
        sentence = tree("Raids|raid/NNS/nsubj>caused caused|cause/VBD no/DT/det>casualties "
                        "casualties|casualty/NNS/dobj>caused")  # fmt: skip
        assert counted(sentence, "caused") == {"dead": (0, 0, "event"), "injured": (0, 0, "event")}

    def test_casualties_are_not_told_apart(self) -> None:
        sentence = tree("Raids|raid/NNS/nsubj>caused caused|cause/VBD ten/CD/nummod>casualties "
                        "casualties|casualty/NNS/dobj>caused")  # fmt: skip
        assert counted(sentence, "caused") == {}

    def test_nobody_is_none(self) -> None:
        sentence = tree("Nobody/NN/nsubjpass>hurt was|be/VBD/auxpass>hurt hurt/VBN")
        assert counted(sentence, "hurt") == {"injured": (0, 0, "event")}

    def test_who_was_not_hurt_is_not_counted(self) -> None:
        sentence = tree(
            "Ten/CD/nummod>men men|man/NNS/nsubjpass>hurt were|be/VBD/auxpass>hurt not/RB/neg>hurt hurt/VBN"
        )
        assert counted(sentence, "hurt") == {}

    def test_a_toll_is_a_sum(self) -> None:
        sentence = tree(
            "Raids|raid/NNS/nsubj>brought brought|bring/VBD the/DT/det>toll toll/NN/dobj>brought to/IN/prep>brought "
            "40/CD/pobj>to"
        )
        assert counted(sentence, "brought") == {"dead": (40, 40, "cumulative")}

    def test_lives_are_counted_where_they_are_taken(self) -> None:
        taken = tree("Raids|raid/NNS/nsubj>claimed claimed|claim/VBD 12/CD/nummod>lives lives|life/NNS/dobj>claimed")
        saved = tree("Raids|raid/NNS/nsubj>saved saved|save/VBD 12/CD/nummod>lives lives|life/NNS/dobj>saved")
        assert counted(taken, "claimed") == {"dead": (12, 12, "event")}
        assert counted(saved, "saved") == {}

"""Deep roles: the same two sides come out of every way in which English can tell an act."""

from __future__ import annotations

import pytest
from coding_factory import LIGHT

from dragoman.coding.arguments import Arguments
from dragoman.model.tree import Tree
from trees import at, tree, words


def subject(sentence: Tree, verb: str) -> list[str]:
    return words(sentence, Arguments(sentence, LIGHT).subject(at(sentence, verb)))


def object_(sentence: Tree, verb: str) -> list[str]:
    return words(sentence, Arguments(sentence, LIGHT).object(at(sentence, verb)))


def fill(sentence: Tree, word: str, slot: str) -> list[list[str]]:
    return [words(sentence, found) for found in Arguments(sentence, LIGHT).fill(at(sentence, word), slot)]


class TestVoice:
    ACTIVE = tree("Chad/NNP/nsubj>attacked attacked|attack/VBD rebels|rebel/NNS/dobj>attacked")
    PASSIVE = tree(
        "rebels|rebel/NNS/nsubjpass>attacked were|be/VBD/auxpass>attacked attacked|attack/VBN "
        "by/IN/agent>attacked Chad/NNP/pobj>by"
    )
    REDUCED = tree(
        "rebels|rebel/NNS/nsubj>fled attacked|attack/VBN/acl>rebels by/IN/agent>attacked Chad/NNP/pobj>by fled|flee/VBD"
    )

    @pytest.mark.parametrize("sentence", [ACTIVE, PASSIVE, REDUCED], ids=["active", "passive", "reduced"])
    def test_who_attacks_whom_is_the_same_in_every_voice(self, sentence: Tree) -> None:
        assert subject(sentence, "attacked") == ["Chad"]
        assert object_(sentence, "attacked") == ["rebels"]

    def test_a_passive_without_agent_has_no_subject(self) -> None:
        sentence = tree("rebels|rebel/NNS/nsubjpass>attacked were|be/VBD/auxpass>attacked attacked|attack/VBN")
        assert subject(sentence, "attacked") == []

    def test_a_second_passive_shares_subject_and_agent_of_the_first(self) -> None:
        sentence = tree(
            "Rebels|rebel/NNS/nsubjpass>attacked were|be/VBD/auxpass>attacked attacked|attack/VBN by/IN/agent>attacked "
            "Chad/NNP/pobj>by and/CC/cc>attacked expelled|expel/VBN/conj>attacked"
        )
        assert subject(sentence, "expelled") == ["Chad"]
        assert object_(sentence, "expelled") == ["Rebels"]

    def test_the_perfect_is_no_passive(self) -> None:
        sentence = tree(
            "Chad/NNP/nsubj>attacked has|have/VBZ/aux>attacked attacked|attack/VBN rebels|rebel/NNS/dobj>attacked"
        )
        assert not Arguments(sentence, LIGHT).is_passive(2)


class TestRelativeClauses:
    def test_a_relative_pronoun_as_subject_is_the_noun_before_it(self) -> None:
        sentence = tree(
            "troops|troop/NNS/nsubj>left that/WDT/nsubj>attacked attacked|attack/VBD/relcl>troops "
            "Gao/NNP/dobj>attacked left|leave/VBD"
        )
        assert subject(sentence, "attacked") == ["troops"]
        assert object_(sentence, "attacked") == ["Gao"]

    def test_a_relative_pronoun_as_object_is_the_noun_before_it(self) -> None:
        sentence = tree(
            "troops|troop/NNS/nsubj>left that/WDT/dobj>sent Kenya/NNP/nsubj>sent sent|send/VBD/relcl>troops "
            "left|leave/VBD"
        )
        assert subject(sentence, "sent") == ["Kenya"]
        assert object_(sentence, "sent") == ["troops"]

    def test_without_a_pronoun_the_noun_before_is_the_object(self) -> None:
        sentence = tree("treaty/NN/nsubj>ended Chad/NNP/nsubj>signed signed|sign/VBD/relcl>treaty ended|end/VBD")
        assert object_(sentence, "signed") == ["treaty"]

    def test_a_hanging_preposition_takes_the_noun_from_the_verb(self) -> None:
        sentence = tree(
            "town/NN/nsubj>fell Chad/NNP/nsubj>fought fought|fight/VBD/relcl>town for/IN/prep>fought fell|fall/VBD"
        )
        assert object_(sentence, "fought") == []

    def test_a_plural_clause_after_coordinated_nouns_speaks_of_all(self) -> None:
        sentence = tree(
            "Chad/NNP and/CC/cc>Chad Mali/NNP/conj>Chad which/WDT/nsubj>signed have|have/VBP/aux>signed "
            "signed|sign/VBN/relcl>Mali"
        )
        assert subject(sentence, "signed") == ["Chad"]

    def test_a_singular_clause_after_coordinated_nouns_speaks_of_the_last(self) -> None:
        sentence = tree(
            "Chad/NNP and/CC/cc>Chad Mali/NNP/conj>Chad which/WDT/nsubj>signed has|have/VBZ/aux>signed "
            "signed|sign/VBN/relcl>Mali"
        )
        assert subject(sentence, "signed") == ["Mali"]


class TestControl:
    @pytest.mark.parametrize(
        ("lemma", "who"),
        [("urge", "Niger"), ("order", "Niger"), ("force", "Niger"), ("promise", "Chad"), ("threaten", "Chad")],
    )
    def test_the_verb_above_says_whose_infinitive_it_is(self, lemma: str, who: str) -> None:
        sentence = tree(f"Chad/NNP/nsubj>V V|{lemma}/VBD Niger/NNP/dobj>V to/TO/aux>withdraw withdraw/VB/xcomp>V")
        # "to" is no helper that would make "withdraw" finite.
        assert subject(sentence, "withdraw") == [who]

    def test_object_control_without_an_object_falls_to_the_subject(self) -> None:
        sentence = tree("Chad/NNP/nsubj>wants wants|want/VBZ to/TO/aux>withdraw withdraw/VB/xcomp>wants")
        assert subject(sentence, "withdraw") == ["Chad"]

    def test_who_is_urged_is_who_should_act(self) -> None:
        sentence = tree(
            "Chad/NNP/nsubjpass>urged was|be/VBD/auxpass>urged urged|urge/VBN to/TO/aux>withdraw "
            "withdraw/VB/xcomp>urged"
        )
        assert subject(sentence, "withdraw") == ["Chad"]

    def test_accused_of_doing_is_the_accused_who_did(self) -> None:
        sentence = tree(
            "Chad/NNP/nsubj>accused accused|accuse/VBD Niger/NNP/dobj>accused of/IN/prep>accused "
            "arming|arm/VBG/pcomp>of rebels|rebel/NNS/dobj>arming"
        )
        assert subject(sentence, "arming") == ["Niger"]

    def test_answered_by_doing_is_the_answerer_who_did(self) -> None:
        sentence = tree(
            "Chad/NNP/nsubj>answered answered|answer/VBD Niger/NNP/dobj>answered by/IN/prep>answered "
            "sending|send/VBG/pcomp>by"
        )
        assert subject(sentence, "sending") == ["Chad"]


class TestCoordinationAndParticiples:
    def test_a_second_verb_has_the_first_ones_subject(self) -> None:
        sentence = tree(
            "Chad/NNP/nsubj>condemned condemned|condemn/VBD Mali/NNP/dobj>condemned and/CC/cc>condemned "
            "recalled|recall/VBD/conj>condemned envoys|envoy/NNS/dobj>recalled"
        )
        assert subject(sentence, "recalled") == ["Chad"]
        assert object_(sentence, "recalled") == ["envoys"]

    def test_after_a_passive_the_second_verbs_subject_is_who_suffered_the_first(self) -> None:
        sentence = tree(
            "Chad/NNP/nsubjpass>attacked was|be/VBD/auxpass>attacked attacked|attack/VBN "
            "by/IN/agent>attacked Mali/NNP/pobj>by "
            "and/CC/cc>attacked withdrew|withdraw/VBD/conj>attacked"
        )
        assert subject(sentence, "withdrew") == ["Chad"]

    def test_two_verbs_share_an_object_that_follows_both(self) -> None:
        sentence = tree(
            "Troops|troop/NNS/nsubj>attacked attacked|attack/VBD and/CC/cc>attacked "
            "burned|burn/VBD/conj>attacked villages|village/NNS/dobj>burned"
        )
        assert object_(sentence, "attacked") == ["villages"]

    def test_a_second_verb_with_a_subject_of_its_own_keeps_its_object(self) -> None:
        sentence = tree(
            "Troops|troop/NNS/nsubj>attacked attacked|attack/VBD and/CC/cc>attacked "
            "mobs|mob/NNS/nsubj>burned burned|burn/VBD/conj>attacked villages|village/NNS/dobj>burned"
        )
        assert object_(sentence, "attacked") == []

    def test_a_participle_has_the_main_verbs_subject(self) -> None:
        sentence = tree(
            "Troops|troop/NNS/nsubj>attacked attacked|attack/VBD Gao/NNP/dobj>attacked ,/,/punct>attacked "
            "killing|kill/VBG/advcl>attacked guards|guard/NNS/dobj>killing"
        )
        assert subject(sentence, "killing") == ["Troops"]

    def test_a_participle_after_a_passive_speaks_of_who_suffered(self) -> None:
        sentence = tree(
            "Troops|troop/NNS/nsubjpass>attacked were|be/VBD/auxpass>attacked attacked|attack/VBN "
            "leaving|leave/VBG/advcl>attacked Gao/NNP/dobj>leaving"
        )
        assert subject(sentence, "leaving") == ["Troops"]

    def test_a_finite_adverbial_clause_without_subject_is_left_alone(self) -> None:
        sentence = tree("Chad/NNP/nsubj>left left|leave/VBD as/IN/mark>planned planned|plan/VBD/advcl>left")
        assert subject(sentence, "planned") == []


class TestNouns:
    def test_a_light_verb_lends_subject_and_partner_to_its_noun(self) -> None:
        sentence = tree(
            "Chad/NNP/nsubj>held held|hold/VBD talks|talk/NNS/dobj>held with/IN/prep>held Niger/NNP/pobj>with"
        )
        assert fill(sentence, "talks", "subj") == [["Chad"]]
        assert fill(sentence, "talks", "with") == [["Niger"]]

    def test_a_passive_light_verb_lends_its_agent(self) -> None:
        sentence = tree(
            "Talks|talk/NNS/nsubjpass>held were|be/VBD/auxpass>held held|hold/VBN by/IN/agent>held Chad/NNP/pobj>by"
        )
        assert fill(sentence, "Talks", "subj") == [["Chad"]]

    def test_a_verb_with_a_meaning_of_its_own_lends_nothing(self) -> None:
        sentence = tree(
            "Chad/NNP/nsubj>mentioned mentioned|mention/VBD talks|talk/NNS/dobj>mentioned "
            "with/IN/prep>mentioned Niger/NNP/pobj>with"
        )
        assert fill(sentence, "talks", "subj") == [[]]
        assert fill(sentence, "talks", "with") == [[]]

    def test_who_engages_in_talks_holds_them(self) -> None:
        sentence = tree("Chad/NNP/nsubj>engaged engaged|engage/VBD in/IN/prep>engaged talks|talk/NNS/pobj>in")
        assert fill(sentence, "talks", "subj") == [["Chad"]]

    def test_who_agrees_during_talks_does_not_hold_them_by_that(self) -> None:
        sentence = tree("Chad/NNP/nsubj>agreed agreed|agree/VBD during/IN/prep>agreed talks|talk/NNS/pobj>during")
        assert fill(sentence, "talks", "subj") == [[]]

    def test_the_subject_of_a_copula_is_what_its_noun_does(self) -> None:
        sentence = tree("Chad/NNP/nsubj>is is|be/VBZ donor/NN/attr>is to/IN/prep>donor Niger/NNP/pobj>to")
        assert fill(sentence, "donor", "subj") == [["Chad"]]
        assert fill(sentence, "donor", "to") == [["Niger"]]

    def test_a_hyphenated_leader_is_a_modifier_of_the_act(self) -> None:
        sentence = tree("French/NNP/npadvmod>led ~-/HYPH/punct>led ~led|lead/VBN/amod>raid raid/NN")
        assert "French" in fill(sentence, "raid", "adj")[0]

    def test_owners_are_possessors_and_adjectives_in_text_order(self) -> None:
        sentence = tree(
            "Mali/NNP/poss>raid ~'s/POS/case>Mali air/NN/compound>raid raid/NN on/IN/prep>raid Gao/NNP/pobj>on"
        )
        assert fill(sentence, "raid", "poss") == [["Mali"]]
        assert fill(sentence, "raid", "adj") == [["air"]]


class TestSlots:
    SIGNED = tree(
        "Chad/NNP/nsubj>signed signed|sign/VBD a/DT/det>treaty treaty/NN/dobj>signed "
        "with/IN/prep>treaty Niger/NNP/pobj>with"
    )

    def test_a_partner_of_the_object_is_a_partner_of_the_verb(self) -> None:
        assert fill(self.SIGNED, "signed", "with") == [["Niger"]]

    def test_every_alternative_gives_a_list_even_an_empty_one(self) -> None:
        assert fill(self.SIGNED, "signed", "iobj|obj.with|obj") == [[], ["Niger"], ["treaty"]]

    def test_what_is_of_the_object_is_not_of_the_verb(self) -> None:
        sentence = tree(
            "Chad/NNP/nsubj>signed signed|sign/VBD treaty/NN/dobj>signed of/IN/prep>treaty Algiers/NNP/pobj>of"
        )
        assert fill(sentence, "signed", "of") == [[]]
        assert fill(sentence, "signed", "obj.of") == [["Algiers"]]

    def test_a_dative_may_stand_behind_to(self) -> None:
        bare = tree("Chad/NNP/nsubj>gave gave|give/VBD Mali/NNP/dative>gave food/NN/dobj>gave")
        behind = tree("Chad/NNP/nsubj>gave gave|give/VBD food/NN/dobj>gave to/IN/dative>gave Mali/NNP/pobj>to")
        assert fill(bare, "gave", "iobj") == fill(behind, "gave", "iobj") == [["Mali"]]

    def test_a_preposition_inside_another_is_found_by_its_own_name(self) -> None:
        sentence = tree(
            "Chad/NNP/nsubj>spoke spoke|speak/VBD on/IN/prep>spoke behalf/NN/pobj>on of/IN/prep>behalf Mali/NNP/pobj>of"
        )
        assert fill(sentence, "spoke", "on.of") == [["Mali"]]

    def test_nobody_stands_twice_in_a_slot(self) -> None:
        found = fill(self.SIGNED, "signed", "obj.with")[0]
        assert len(found) == len(set(found))


class TestBrokenParses:
    def test_a_sentence_of_one_word_has_no_arguments(self) -> None:
        lone = tree("met|meet/VBD")
        assert subject(lone, "met") == []
        assert object_(lone, "met") == []

    def test_verbs_chained_without_a_subject_end_somewhere(self) -> None:
        chain = tree(" ".join(["v0|do/VB", *(f"v{n}|do/VB/xcomp>v{n - 1}" for n in range(1, 12))]))
        assert subject(chain, "v11") == []

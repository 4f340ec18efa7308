"""Deep roles: the same two sides come out of every way in which English can tell an act."""

from __future__ import annotations

from dataclasses import replace

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


def named(sentence: Tree, word: str, label: str) -> Tree:
    """The sentence with the word tagged as a name of that kind."""
    i = at(sentence, word)
    return Tree(sentence.sentence, tuple(replace(t, ner=label) if t.i == i else t for t in sentence))


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

    def test_a_participle_before_the_main_clause_is_passive(self) -> None:
        sentence = tree(
            "Invited|invite/VBN/advcl>came by/IN/agent>Invited Chad/NNP/pobj>by ,/,/punct>came "
            "Niger/NNP/nsubj>came came|come/VBD"
        )
        assert subject(sentence, "Invited") == ["Chad"]
        assert object_(sentence, "Invited") == ["Niger"]

    def test_a_participle_with_an_object_and_no_agent_is_active(self) -> None:
        sentence = tree(
            "Left|leave/VBN/advcl>came troops|troop/NNS/dobj>Left ,/,/punct>came Niger/NNP/nsubj>came came|come/VBD"
        )
        assert not Arguments(sentence, LIGHT).is_passive(0)

    def test_what_is_reported_done_is_passive(self) -> None:
        sentence = tree(
            "Ships|ship/NNS/nsubjpass>reported were|be/VBD/auxpass>reported reported|report/VBN "
            "hit/VBN/xcomp>reported by/IN/agent>hit Yemen/NNP/pobj>by"
        )
        assert subject(sentence, "hit") == ["Yemen"]
        assert object_(sentence, "hit") == ["Ships"]

    def test_an_agent_hung_on_the_place_before_it_is_the_verbs(self) -> None:
        sentence = tree(
            "He/PRP/nsubjpass>handed was|be/VBD/auxpass>handed handed|hand/VBN to/IN/prep>handed Niger/NNP/pobj>to "
            "by/IN/prep>Niger Chad/NNP/pobj>by"
        )
        assert subject(sentence, "handed") == ["Chad"]

    def test_an_agent_of_what_a_passive_is_for_is_not_the_verbs(self) -> None:
        sentence = tree(
            "He/PRP/nsubjpass>arrested was|be/VBD/auxpass>arrested arrested|arrest/VBN for/IN/prep>arrested "
            "raid/NN/pobj>for by/IN/prep>raid Chad/NNP/pobj>by"
        )
        assert subject(sentence, "arrested") == []

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

    def test_a_plural_clause_after_an_adjective_that_counts_a_man_speaks_of_all(self) -> None:
        sentence = tree(
            "Malians/NNPS and/CC/cc>Malians a/DT/det>Chadian Chadian/JJ/conj>Malians who/WP/nsubjpass>arrested "
            "were|be/VBD/auxpass>arrested arrested|arrest/VBN/relcl>Chadian"
        )
        assert object_(sentence, "arrested") == ["Malians"]

    def test_a_plural_clause_after_plural_things_speaks_of_the_last(self) -> None:
        sentence = tree(
            "Chad/NNP and/CC/cc>Chad troops|troop/NNS/conj>Chad who/WP/nsubjpass>arrested "
            "were|be/VBD/auxpass>arrested arrested|arrest/VBN/relcl>troops"
        )
        assert object_(sentence, "arrested") == ["troops"]

    def test_whose_envoys_act_is_not_acted_on(self) -> None:
        sentence = tree(
            "Chad/NNP whose/WP$/poss>envoys envoys|envoy/NNS/nsubj>met met|meet/VBD/relcl>Chad with/IN/prep>met "
            "rebels|rebel/NNS/pobj>with"
        )
        assert object_(sentence, "met") == []

    @pytest.mark.parametrize("word", ["where/WRB/advmod>attacked", "in/IN/prep>attacked which/WDT/pobj>in"])
    def test_where_something_happened_is_not_acted_on(self, word: str) -> None:
        sentence = tree(f"town/NN {word} Chad/NNP/nsubj>attacked attacked|attack/VBD/relcl>town")
        assert object_(sentence, "attacked") == []


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


class TestClauses:
    def clauses(self, sentence: Tree, verb: str) -> list[str]:
        return words(sentence, [t.i for t in Arguments(sentence, LIGHT).clauses(at(sentence, verb))])

    @pytest.mark.parametrize(("word", "found"), [("after", []), ("before", []), ("for", ["meeting"])])
    def test_what_one_did_before_or_after_is_no_aim(self, word: str, found: list[str]) -> None:
        sentence = tree(
            f"Chad/NNP/nsubj>flew flew|fly/VBD {word}/IN/prep>flew meeting|meet/VBG/pcomp>{word} Niger/NNP/dobj>meeting"
        )
        assert self.clauses(sentence, "flew") == found

    CALLED = tree(
        "Chad/NNP/nsubj>called called|call/VBD for/IN/mark>expelled Niger/NNP/nsubjpass>expelled to/TO/aux>expelled "
        "be/VB/auxpass>expelled expelled|expel/VBN/advcl>called"
    )

    def test_what_one_calls_for_to_be_done_is_the_content_of_the_call(self) -> None:
        assert self.clauses(self.CALLED, "called") == ["expelled"]
        assert fill(self.CALLED, "called", "comp") == [["Niger"]]
        assert fill(self.CALLED, "called", "particle") == [["for"]]

    def test_a_clause_of_reason_is_no_content(self) -> None:
        sentence = tree(
            "Chad/NNP/nsubj>called called|call/VBD for/IN/mark>expelled Niger/NNP/nsubjpass>expelled "
            "was|be/VBD/auxpass>expelled expelled|expel/VBN/advcl>called"
        )
        assert self.clauses(sentence, "called") == []
        assert fill(sentence, "called", "comp") == [[]]


class TestParticles:
    GAVE = tree("Chad/NNP/nsubj>gave gave|give/VBD aid/NN/dobj>gave in/IN/prep>gave March/NNP/pobj>in")

    @pytest.mark.parametrize("label", ["DATE", "GPE"])
    def test_a_preposition_of_time_or_place_is_no_particle(self, label: str) -> None:
        assert fill(named(self.GAVE, "March", label), "gave", "particle") == [[]]

    def test_a_preposition_before_anything_else_may_be_one(self) -> None:
        sentence = tree("Chad/NNP/nsubj>turned turned|turn/VBD in/IN/prep>turned arms|arm/NNS/pobj>in")
        assert fill(sentence, "turned", "particle") == [["in"]]

    def test_a_bare_preposition_is_one(self) -> None:
        sentence = tree("Chad/NNP/nsubj>gave gave|give/VBD in/IN/prep>gave")
        assert fill(sentence, "gave", "particle") == [["in"]]


class TestPartners:
    SIGNED = "Chad/NNP/nsubj>signed signed|sign/VBD pacts|pact/NNS/dobj>signed"

    @pytest.mark.parametrize(
        ("words", "who"),
        [
            ("on/IN/prep>signed behalf/NN/pobj>on of/IN/prep>behalf Mali/NNP/pobj>of", ["Chad", "Mali"]),
            ("together/RB/advmod>with with/IN/prep>signed Mali/NNP/pobj>with", ["Chad", "Mali"]),
            ("with/IN/prep>signed Mali/NNP/pobj>with", ["Chad"]),
            ("along/IN/prep>signed with/IN/prep>along Mali/NNP/pobj>with", ["Chad"]),
        ],
        ids=["on behalf of", "together with", "with", "along with, of the object"],
    )
    def test_for_whom_and_together_with_whom_one_acts(self, words: str, who: list[str]) -> None:
        assert fill(tree(f"{self.SIGNED} {words}"), "signed", "subj") == [who]

    def test_nobody_acts_on_behalf_of_somebody_without_acting(self) -> None:
        sentence = tree(
            "Pacts|pact/NNS/nsubjpass>signed were|be/VBD/auxpass>signed signed|sign/VBN on/IN/prep>signed "
            "behalf/NN/pobj>on of/IN/prep>behalf Mali/NNP/pobj>of"
        )
        assert fill(sentence, "signed", "subj") == [[]]


class TestNouns:
    @pytest.mark.parametrize(("lemma", "host"), [("prompt", ["Chad"]), ("anger", [])])
    def test_whose_decision_a_call_prompted_made_the_call(self, lemma: str, host: list[str]) -> None:
        sentence = tree(
            f"call/NN/nsubj>V with/IN/prep>call Niger/NNP/pobj>with V|{lemma}/VBD Chad/NNP/poss>decision "
            "decision/NN/dobj>V"
        )
        assert fill(sentence, "call", "host") == [host]

    def test_two_nouns_share_the_later_ones_complement(self) -> None:
        sentence = tree(
            "support/NN/dobj>voiced voiced|voice/VBD and/CC/cc>support praise/NN/conj>support for/IN/prep>praise "
            "Niger/NNP/pobj>for"
        )
        assert fill(sentence, "support", "for") == [["Niger"]]

    def test_a_later_noun_with_a_determiner_keeps_its_complement(self) -> None:
        sentence = tree(
            "support/NN/dobj>voiced voiced|voice/VBD and/CC/cc>support the/DT/det>need need/NN/conj>support "
            "for/IN/prep>need Niger/NNP/pobj>for"
        )
        assert fill(sentence, "support", "for") == [[]]

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

    def test_the_counted_are_an_object_where_the_parser_sees_a_preposition(self) -> None:
        sentence = tree(
            "Police/NNS/nsubj>held held|hold/VBD between/IN/prep>held 30/CD/nummod>men and/CC/cc>30 40/CD/conj>30 "
            "men|man/NNS/pobj>between"
        )
        assert object_(sentence, "held") == ["men"]
        apart = tree("Talks|talk/NNS/nsubj>failed failed|fail/VBD between/IN/prep>failed Chad/NNP/pobj>between")
        assert object_(apart, "failed") == []

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


def test_a_statement_speaks_for_its_author() -> None:
    issued = tree(
        "Togo/NNP/nsubj>issued issued|issue/VBD statement/NN/dobj>issued condemning|condemn/VBG/acl>statement "
        "raids|raid/NNS/dobj>condemning"
    )
    letter = tree("letter/NN from/IN/prep>letter Togo/NNP/pobj>from accusing|accuse/VBG/acl>letter")
    crowd = tree("Togo/NNP/nsubj>saw saw|see/VBD crowd/NN/dobj>saw condemning|condemn/VBG/acl>crowd")
    assert subject(issued, "condemning") == ["Togo"]
    assert subject(letter, "accusing") == ["Togo"]
    assert subject(crowd, "condemning") == ["crowd"]


def test_what_a_noun_says_is_of_its_subject() -> None:
    said = "demand/NN that/IN/mark>withdraw Chad/NNP/nsubj>withdraw withdraw/VBP/acl>demand"
    assert fill(tree(said), "demand", "comp") == [["Chad"]]
    assert fill(tree(said.replace("that/IN", "which/WDT")), "demand", "comp") == [[]]

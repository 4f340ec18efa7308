"""How real the clause tells a happening, and what PLOVER makes of it."""

from __future__ import annotations

import pytest

from dragoman.coding.convert import convert
from dragoman.coding.status import Status, read_status
from dragoman.lexicon.schema import Rule
from dragoman.model.event import Category
from dragoman.model.tree import Tree
from trees import at, tree


def status(sentence: Tree, word: str) -> Status:
    return read_status(sentence, at(sentence, word))


def modal(word: str, lemma: str | None = None) -> Tree:
    return tree(f"Chad/NNP/nsubj>attack {word}|{lemma or word}/MD/aux>attack attack/VB Mali/NNP/dobj>attack")


@pytest.mark.parametrize("word", ["will", "shall", "'ll"])
def test_a_future_modal_looks_ahead(word: str) -> None:
    assert status(modal(word), "attack") == Status(future=True)


@pytest.mark.parametrize("word", ["may", "might", "could", "can", "would"])
def test_a_modal_of_chance_is_hypothetical(word: str) -> None:
    assert status(modal(word), "attack") == Status(hypothetical=True)


def test_would_in_reported_speech_is_the_future_seen_from_then() -> None:
    sentence = tree(
        "Chad/NNP/nsubj>said said|say/VBD it/PRP/nsubj>attack would/MD/aux>attack attack/VB/ccomp>said "
        "Mali/NNP/dobj>attack"
    )
    assert status(sentence, "attack").future
    assert not status(sentence, "attack").hypothetical


def test_a_plain_past_is_a_fact() -> None:
    sentence = tree("Chad/NNP/nsubj>attacked attacked|attack/VBD Mali/NNP/dobj>attacked")
    assert status(sentence, "attacked") == Status(past=True)


@pytest.mark.parametrize(("adjective", "maybe"), [("likely", True), ("unlikely", True), ("glad", False)])
def test_what_is_only_likely_is_hypothetical(adjective: str, maybe: bool) -> None:
    sentence = tree(
        f"Chad/NNP/nsubj>is is|be/VBZ {adjective}/JJ/acomp>is to/TO/aux>leave leave/VB/xcomp>{adjective} "
        "Mali/NNP/dobj>leave"
    )
    assert status(sentence, "leave").hypothetical is maybe


def test_a_participle_before_its_noun_plans_by_its_own_form() -> None:
    told = "the/DT/det>visit {0}/VBN/amod>visit visit/NN/nsubj>pleased pleased|please/VBD Chad/NNP/dobj>pleased"
    assert status(tree(told.format("planned|plan")), "visit").future
    assert not status(tree(told.format("repeated|repeat")), "visit").future


def test_hoping_looks_ahead_though_the_model_takes_it_for_hopping() -> None:
    sentence = tree("Chad/NNP/nsubj>hopes hopes|hop/VBZ to/TO/aux>visit visit/VB/xcomp>hopes Mali/NNP/dobj>visit")
    assert status(sentence, "visit").future


def test_a_risk_is_no_clash_and_the_clash_is_no_risk() -> None:
    risked = tree("a/DT/det>clash clash/NN/nsubj>risks risks|risk/VBZ war/NN/dobj>risks")
    feared = tree("a/DT/det>risk risk/NN/nsubj>grew of/IN/prep>risk clashes|clash/NNS/pobj>of grew|grow/VBD")
    told = tree("the/DT/det>clash clash/NN/nsubj>risks risks|risk/VBZ war/NN/dobj>risks")
    assert status(risked, "clash").hypothetical
    assert status(feared, "clashes").hypothetical
    assert not status(told, "clash").hypothetical


def test_a_denied_meaning_denies_what_is_meant() -> None:
    meant = (
        "this/DT/nsubj>mean did|do/VBD/aux>mean not/RB/neg>mean {0}/VB Chad/NNP/nsubj>warned warned|warn/VBD/ccomp>mean"
    )
    assert status(tree(meant.format("mean")), "warned").negation
    assert not status(tree(meant.format("say").replace(">mean", ">say")), "warned").negation


def test_would_in_the_second_of_two_things_said_is_the_future_too() -> None:
    sentence = tree(
        "Chad/NNP/nsubj>said said|say/VBD it/PRP/nsubj>left left|leave/VBD/ccomp>said but/CC/cc>left "
        "would/MD/aux>return return/VB/conj>left"
    )
    assert status(sentence, "return").future
    assert not status(sentence, "return").hypothetical


def test_what_something_ahead_is_for_lies_ahead() -> None:
    sentence = tree(
        "Chad/NNP/nsubj>send will/MD/aux>send send/VB men/NNS/dobj>send to/TO/aux>help help/VB/advcl>send "
        "Mali/NNP/dobj>help"
    )
    sent = tree("Chad/NNP/nsubj>sent sent|send/VBD men/NNS/dobj>sent to/TO/aux>help help/VB/advcl>sent")
    assert status(sentence, "help").future
    assert not status(sent, "help").future


def test_somebody_elses_deed_is_there_whatever_is_planned_with_it() -> None:
    planned = "Chad/NNP/nsubj>wants wants|want/VBZ to/TO/aux>end end/VB/xcomp>wants {0} strike/NN/dobj>end"
    assert not status(tree(planned.format("Mali/NNP/poss>strike")), "strike").future
    assert status(tree(planned.format("its/PRP$/poss>strike")), "strike").future


def test_a_condition_is_hypothetical() -> None:
    sentence = tree(
        "If|if/IN/mark>attacks Chad/NNP/nsubj>attacks attacks|attack/VBZ/advcl>falls "
        "Mali/NNP/nsubj>falls falls|fall/VBZ"
    )
    assert status(sentence, "attacks").hypothetical
    assert not status(sentence, "falls").hypothetical


@pytest.mark.parametrize("negator", ["not/RB/neg>attack", "never/RB/neg>attack", "never/RB/advmod>attack"])
def test_a_negator_denies(negator: str) -> None:
    assert status(
        tree(f"Chad/NNP/nsubj>attack did|do/VBD/aux>attack {negator} attack/VB Mali/NNP/dobj>attack"), "attack"
    ).negation


def test_no_before_an_event_noun_denies() -> None:
    sentence = tree("Chad/NNP/nsubj>held held|hold/VBD no/DT/det>talks talks|talk/NNS/dobj>held")
    assert status(sentence, "talks").negation


def test_an_event_noun_has_the_status_of_its_light_verb() -> None:
    sentence = tree("Chad/NNP/nsubj>hold will/MD/aux>hold hold/VB talks|talk/NNS/dobj>hold")
    assert status(sentence, "talks") == Status(future=True, nominal=True)


def test_a_noun_that_is_only_mentioned_has_no_status_of_the_verb() -> None:
    sentence = tree("Chad/NNP/nsubj>leave will/MD/aux>leave leave/VB after/IN/prep>leave talks|talk/NNS/pobj>after")
    assert not status(sentence, "talks").future


@pytest.mark.parametrize(
    ("adjective", "field"), [("planned", "future"), ("upcoming", "future"), ("possible", "hypothetical")]
)
def test_an_adjective_tells_of_a_noun_what_a_modal_tells_of_a_verb(adjective: str, field: str) -> None:
    sentence = tree(
        f"Chad/NNP/nsubj>praised praised|praise/VBD the/DT/det>visit {adjective}/JJ/amod>visit visit/NN/dobj>praised"
    )
    assert getattr(status(sentence, "visit"), field)


def test_what_is_planned_lies_ahead() -> None:
    sentence = tree("Chad/NNP/nsubj>plans plans|plan/VBZ to/TO/aux>attack attack/VB/xcomp>plans Mali/NNP/dobj>attack")
    assert status(sentence, "attack").future


def test_an_infinitive_in_a_headline_looks_ahead() -> None:
    on_noun = tree("Premier/NNP to/TO/aux>visit visit/VB/acl>Premier Mali/NNP/dobj>visit")
    as_verb = tree("Chad/NNP/nsubj>visit to/TO/aux>visit visit/VB Mali/NNP/dobj>visit")
    assert status(on_noun, "visit").future
    assert status(as_verb, "visit").future


def test_who_is_the_first_to_act_has_acted() -> None:
    sentence = tree("first/JJ/amod>state state/NN to/TO/aux>visit visit/VB/acl>state Mali/NNP/dobj>visit")
    assert not status(sentence, "visit").future


@pytest.mark.parametrize(("noun", "field"), [("decision", "future"), ("refusal", "negation")])
def test_a_noun_tells_of_its_infinitive_what_its_verb_would(noun: str, field: str) -> None:
    sentence = tree(
        f"Chad/NNP/nsubj>praised praised|praise/VBD {noun}/NN/dobj>praised to/TO/aux>leave leave/VB/acl>{noun}"
    )
    assert getattr(status(sentence, "leave"), field)


@pytest.mark.parametrize("helper", ["has|have/VBZ", "is|be/VBZ"])
def test_what_has_yet_to_be_done_is_not_done(helper: str) -> None:
    sentence = tree(
        f"Chad/NNP/nsubj>H H|{helper.split('|')[1]} yet/RB/advmod>H to/TO/aux>sign sign/VB/xcomp>H pacts/NNS/dobj>sign"
    )
    assert status(sentence, "sign").negation
    assert not status(tree("Chad/NNP/nsubj>has has|have/VBZ to/TO/aux>sign sign/VB/xcomp>has"), "sign").negation


def test_what_one_failed_to_do_was_not_done() -> None:
    sentence = tree(
        "Chad/NNP/nsubj>failed failed|fail/VBD to/TO/aux>attack attack/VB/xcomp>failed Mali/NNP/dobj>attack"
    )
    assert status(sentence, "attack").negation


def test_a_modal_reaches_over_and_to_a_bare_second_verb() -> None:
    sentence = tree(
        "Chad/NNP/nsubj>send will/MD/aux>send send/VB troops|troop/NNS/dobj>send and/CC/cc>send "
        "attack/VB/conj>send Mali/NNP/dobj>attack"
    )
    assert status(sentence, "attack").future


def test_a_second_verb_with_its_own_subject_is_free_of_the_modal() -> None:
    sentence = tree(
        "Chad/NNP/nsubj>send will/MD/aux>send send/VB troops|troop/NNS/dobj>send and/CC/cc>send "
        "Mali/NNP/nsubj>attacked attacked|attack/VBD/conj>send"
    )
    assert not status(sentence, "attacked").future


def test_what_is_said_is_not_denied_by_denying_that_it_was_said() -> None:
    sentence = tree(
        "Chad/NNP/nsubj>say did|do/VBD/aux>say not/RB/neg>say say/VB Mali/NNP/nsubj>attacked "
        "attacked|attack/VBD/ccomp>say"
    )
    assert not status(sentence, "attacked").negation


def test_the_two_perfects_are_told_apart() -> None:
    had = tree("Chad/NNP/nsubj>attacked had|have/VBD/aux>attacked attacked|attack/VBN Mali/NNP/dobj>attacked")
    has = tree("Chad/NNP/nsubj>attacked has|have/VBZ/aux>attacked attacked|attack/VBN Mali/NNP/dobj>attacked")
    assert status(had, "attacked").past_perfect
    assert not status(had, "attacked").present_perfect
    assert status(has, "attacked").present_perfect
    assert not status(has, "attacked").past_perfect


@pytest.mark.parametrize("mark", ["since", "after", "when"])
def test_a_clause_that_sets_the_scene_is_subordinate(mark: str) -> None:
    sentence = tree(
        f"Chad/NNP/nsubj>left left|leave/VBD {mark}/IN/mark>attacked Mali/NNP/nsubj>attacked "
        f"attacked|attack/VBD/advcl>left"
    )
    assert status(sentence, "attacked").subordinate
    assert not status(sentence, "left").subordinate


def rule(category: Category, **fields: object) -> Rule:
    return Rule.model_validate(
        {
            "id": f"{category.lower()}.x",
            "head": "x",
            "pos": "verb",
            "category": category,
            "yes": "a",
            "no": "b",
            **fields,
        }
    )


AHEAD = Status(future=True)


@pytest.mark.parametrize("category", ["CONSULT", "SUPPORT", "COOPERATE", "AID"])
def test_promised_cooperation_is_agree_and_no_longer_future(category: Category) -> None:
    assert convert(rule(category), AHEAD) == ("AGREE", (), Status())


def test_a_retreat_ahead_is_a_concession() -> None:
    assert convert(rule("RETREAT", mode="withdraw"), AHEAD) == ("CONCEDE", (), Status())


@pytest.mark.parametrize("category", ["ASSAULT", "PROTEST", "SANCTION", "REQUEST"])
def test_other_acts_ahead_keep_their_category_and_are_future(category: Category) -> None:
    assert convert(rule(category), AHEAD) == (category, (), AHEAD)


@pytest.mark.parametrize("category", ["AGREE", "CONCEDE"])
def test_what_looks_ahead_by_itself_is_not_future(category: Category) -> None:
    assert convert(rule(category), AHEAD)[2] == Status()


def test_a_visit_that_somebody_will_not_make_is_refused() -> None:
    denied = Status(future=True, negation=True)
    assert convert(rule("CONSULT", mode="visit"), denied) == ("REJECT", ("meet",), Status())


@pytest.mark.parametrize(("category", "mode"), [("RETREAT", "yield"), ("CONCEDE", "yield"), ("AID", "assist")])
def test_what_one_will_not_do_is_refused(category: Category, mode: str) -> None:
    assert convert(rule(category), Status(future=True, negation=True)) == ("REJECT", (mode,), Status())


def test_a_rule_of_plans_needs_no_modal() -> None:
    assert convert(rule("AID", aspect="planned"), Status(past=True))[0] == "AGREE"


def test_what_is_done_stays_as_the_rule_says() -> None:
    assert convert(rule("CONSULT", mode="visit"), Status(past=True)) == ("CONSULT", ("visit",), Status(past=True))


@pytest.mark.parametrize(("helper", "holds"), [("will/MD/aux>talk ", True), ("", False)])
def test_what_something_ahead_waits_for_has_not_happened(helper: str, holds: bool) -> None:
    sentence = tree(
        f"Chad/NNP/nsubj>talk {helper}talk/VB until/IN/mark>left Mali/NNP/nsubj>left left|leave/VBD/advcl>talk"
    )
    assert status(sentence, "left").hypothetical is holds


def test_a_clause_with_that_is_what_was_said_even_behind_a_month() -> None:
    sentence = tree(
        "Chad/NNP/nsubj>said said|say/VBD the/DT/det>month month/NN/npadvmod>said that/IN/mark>leave "
        "it/PRP/nsubj>leave would/MD/aux>leave leave/VB/relcl>month"
    )
    assert status(sentence, "leave").future
    assert not status(sentence, "leave").hypothetical

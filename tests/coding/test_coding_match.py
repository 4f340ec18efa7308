"""Triggers of a small lexicon in hand-drawn trees."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.coding.match import Match, Matcher, Miss
from dragoman.lexicon.load import Lexicon
from dragoman.lexicon.schema import Discard, Rule
from dragoman.model.tree import Token, Tree
from trees import tree

BASE: Mapping[str, object] = {"pos": "verb", "category": "ASSAULT", "yes": "a", "no": "b"}


def rule(id: str, head: str, **fields: object) -> Rule:
    return Rule.model_validate({**BASE, "id": id, "head": head, **fields})


def matcher(*rules: Rule, discards: Sequence[str] = (), classes: Mapping[str, frozenset[str]] | None = None) -> Matcher:
    found = tuple(Discard.model_validate({"id": "discard.x", "phrase": d, "yes": "a", "no": "b"}) for d in discards)
    return Matcher(Lexicon({r.id: r for r in rules}, classes or {}, found, "x"))


def told(sentence: Tree, *rules: Rule, **more: Sequence[str]) -> list[tuple[str, str]]:
    """What is found: a rule's id with its trigger's words, or with the reason why not."""
    found = matcher(*rules, **more).find(sentence)  # type: ignore[arg-type]
    return [(f.rule, f.reason) if isinstance(f, Miss) else (f[0].rule.id, trigger(f[0], sentence)) for f in found]


def trigger(match: Match, sentence: Tree) -> str:
    span = match.span(sentence)
    return " ".join(t.text for t in sentence if span.start <= t.start and t.end <= span.end)


STRUCK = tree("Jets|jet/NNS/nsubj>struck struck|strike/VBD a/DT/det>convoy convoy/NN/dobj>struck")
STRIKE = rule("assault.strike", "strike")
STRIKE_CONVOY = rule("assault.strike_convoy", "strike", when={"obj": "convoy"})


def test_a_trigger_is_found_by_its_lemma() -> None:
    assert told(STRUCK, STRIKE) == [("assault.strike", "struck")]


def test_a_word_of_another_kind_is_no_trigger() -> None:
    assert told(STRUCK, rule("assault.strike", "strike", pos="noun")) == []


def test_the_rule_with_more_conditions_is_tried_first() -> None:
    assert told(STRUCK, STRIKE, STRIKE_CONVOY) == [("assault.strike_convoy", "struck a convoy")]


def test_a_general_rule_that_does_not_fit_is_told_as_a_miss() -> None:
    assert told(STRUCK, rule("assault.strike_back", "strike", particle="back")) == [
        ("assault.strike_back", "no_frame_fit")
    ]


def test_a_word_with_conditional_rules_only_is_no_trigger_where_none_holds() -> None:
    assert told(STRUCK, rule("assault.strike_village", "strike", when={"obj": "village"})) == []


def test_of_rules_with_equal_conditions_the_stronger_is_tried_first() -> None:
    weak, strong = rule("assault.a", "strike", strength="weak"), rule("assault.b", "strike", strength="strong")
    assert told(STRUCK, weak, strong)[0][0] == "assault.b"


def test_a_gerund_with_a_preposition_is_a_noun() -> None:
    fighting = rule("assault.fighting", "fight", pos="noun")
    sentence = tree(
        "Fighting|fight/VBG/nsubj>killed between/IN/prep>Fighting clans|clan/NNS/pobj>between "
        "killed|kill/VBD guards|guard/NNS/dobj>killed"
    )
    assert told(sentence, fighting) == [("assault.fighting", "Fighting")]
    assert told(tree("They|they/PRP/nsubj>fighting are|be/VBP/aux>fighting fighting|fight/VBG"), fighting) == []


def test_an_exception_blocks_its_rule() -> None:
    assert told(STRUCK, rule("assault.strike", "strike", unless={"obj": "convoy"})) == [
        ("assault.strike", "no_frame_fit")
    ]


def test_a_class_stands_for_all_its_words() -> None:
    by_class = rule("assault.strike", "strike", when={"obj": "@vehicle"})
    assert [
        m[0].words
        for m in matcher(by_class, classes={"vehicle": frozenset({"convoy"})}).find(STRUCK)
        if isinstance(m, list)
    ] == [(3,)]


def test_a_condition_holds_of_a_coordinated_filler_too() -> None:
    sentence = tree(
        "Jets|jet/NNS/nsubj>struck struck|strike/VBD tanks|tank/NNS/dobj>struck and/CC/cc>tanks "
        "convoys|convoy/NNS/conj>tanks"
    )
    assert told(sentence, STRIKE_CONVOY)[0][0] == "assault.strike_convoy"


def test_a_quantity_stands_for_what_it_counts() -> None:
    sentence = tree(
        "Jets|jet/NNS/nsubj>struck struck|strike/VBD dozens|dozen/NNS/dobj>struck of/IN/prep>dozens "
        "convoys|convoy/NNS/pobj>of"
    )
    assert told(sentence, STRIKE_CONVOY)[0][0] == "assault.strike_convoy"


def test_a_particle_belongs_to_its_verb() -> None:
    back = rule("assault.fight_back", "fight", particle="back")
    assert told(tree("Rebels|rebel/NNS/nsubj>fought fought|fight/VBD back/RP/prt>fought"), back) == [
        ("assault.fight_back", "fought back")
    ]
    assert told(tree("Rebels|rebel/NNS/nsubj>fought fought|fight/VBD"), back) == [
        ("assault.fight_back", "no_frame_fit")
    ]


def test_a_discarded_wording_is_no_trigger() -> None:
    sentence = tree("They|they/PRP/nsubj>struck struck|strike/VBD gold/NN/dobj>struck")
    assert told(sentence, STRIKE, discards=["strike gold"]) == [("discard.x", "discarded_by_rule")]


def test_a_modifier_is_not_what_happens() -> None:
    sentence = tree("The/DT/det>group strike/NN/compound>group group/NN/nsubj>left left|leave/VBD")
    assert told(sentence, rule("assault.strike_noun", "strike", pos="noun")) == []


def test_a_hyphenated_word_is_looked_up_as_one() -> None:
    sentence = tree("A/DT/det>fire cease/NN/compound>fire ~-/HYPH/punct>fire ~fire/NN/nsubj>held held|hold/VBD")
    assert told(sentence, rule("assault.ceasefire", "ceasefire", pos="noun")) == [("assault.ceasefire", "fire")]


def test_a_condition_far_from_its_head_is_not_in_the_trigger() -> None:
    sentence = tree(
        "Jets|jet/NNS/nsubj>struck struck|strike/VBD late/RB/advmod>struck on/IN/prep>struck a/DT/det>Sunday "
        "quiet/JJ/amod>Sunday Sunday/NNP/pobj>on convoys|convoy/NNS/dobj>struck"
    )
    assert told(sentence, STRIKE_CONVOY) == [("assault.strike_convoy", "struck")]


def test_an_unparsed_sentence_has_no_triggers() -> None:
    assert told(Tree(0, (Token(0, 0, 6, "struck", "strike", "VERB", "VBD", "", 0),)), STRIKE) == []

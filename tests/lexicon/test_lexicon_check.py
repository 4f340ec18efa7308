from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

import pytest

from dragoman.lexicon.check import lint, repeated_keys
from dragoman.lexicon.load import load_lexicon

RULE = """
  - id: consult.moot
    head: moot
    pos: verb
    recipient: with
    when: {obj: [ford]}
    yes: Chad mooted the ford with Niger.
    no: Chad mooted nothing.
"""
OTHER = RULE.replace("consult.moot", "consult.other").replace("Chad", "Mali")


def found(folder: Path, rules: str, name: str = "mine.yml", *, top: str = "category: CONSULT\nrules:") -> list[str]:
    """What lint says of our lexicon with the rules laid over it."""
    (folder / name).write_text(top + rules, encoding="utf-8")
    return lint(load_lexicon(folder), base=load_lexicon())


def test_a_rule_without_slips_gives_no_line(tmp_path: Path) -> None:
    assert found(tmp_path, RULE) == []


@pytest.mark.parametrize(
    ("rules", "says"),
    [
        (RULE.replace("head: moot", "head: moot over"), "the head 'moot over' can never be found; a head is one word"),
        (RULE.replace("head: moot", "head: [moot, Moot]"), "the head 'Moot' can never be found"),
        (RULE.replace("head: moot", "head: [moot, re-moot]"), "the head 're-moot' can never be found; write 'remoot'"),
        (RULE.replace("recipient: with", 'recipient: "with|to|with"'), "the slot 'with|to|with' names 'with' twice"),
        (RULE.replace("    yes", "    unless: {obj: [ford, ferry]}\n    yes"), "is what `unless` excludes"),
        (RULE.replace("head: moot", "head: [moot, mootize]"), "has 'mootize' without 'mootise'"),
        (RULE.replace("Chad mooted nothing.", "Chad mooted the ford with Niger."), "example stands twice: Chad"),
        (RULE.replace("mooted the ford", "met at the ford"), "no form of a head stands in the example: Chad met"),
        (RULE + OTHER, "consult.other: same head ['moot'] and conditions as consult.moot"),
        (
            RULE + OTHER.replace("ford]", "ferry]").replace("Mali mooted the ford", "Chad mooted the ford"),
            "consult.other: example already stands under consult.moot: Chad mooted the ford with Niger.",
        ),
    ],
)
def test_each_slip_of_a_rule_is_one_line(tmp_path: Path, rules: str, says: str) -> None:
    (line,) = found(tmp_path, rules)
    assert says in line
    assert line.startswith("consult.")


def test_rules_that_differ_in_a_condition_are_not_the_same(tmp_path: Path) -> None:
    assert found(tmp_path, RULE + OTHER.replace("ford]", "ferry]")) == []


def test_a_word_class_that_no_rule_names_is_a_slip(tmp_path: Path) -> None:
    assert found(tmp_path, "fords: [ford]\n", top="") == ["@fords: no rule uses this word class"]


def test_a_word_class_of_ours_that_an_overlay_leaves_unused_is_none(tmp_path: Path) -> None:
    (rule,) = (r for r in load_lexicon().rules.values() if r.id == "consult.meet")
    assert any(term == "@standard" for terms in rule.unless.values() for term in terms)
    assert found(tmp_path, RULE.replace("consult.moot", "consult.meet")) == []


def test_a_discard_without_a_head_is_a_slip(tmp_path: Path) -> None:
    discard = "\n  - {id: discard.rose, phrase: [rose bed, meet the eye], yes: A rose bed., no: They met.}\n"
    (line,) = found(tmp_path, discard, top="discards:")
    assert line == "discard.rose: 'rose bed' contains no head of a rule, so that it discards nothing"


def test_a_condition_written_twice_is_found_in_the_file(tmp_path: Path) -> None:
    (tmp_path / "mine.yml").write_text("category: CONSULT\nrules:" + RULE.replace("{obj", "{obj: [ferry], obj"))
    assert repeated_keys(tmp_path) == ["mine.yml:7: 'obj' stands twice in one mapping"]


@pytest.mark.parametrize("sentence", ["Chad tried two monks.", "Chad sent two monks.", "Chad co-hosts two monks."])
def test_inflected_and_hyphenated_forms_of_a_head_count(tmp_path: Path, sentence: str) -> None:
    rule = RULE.replace("head: moot", "head: [try, send, cohost]").replace("Chad mooted the ford with Niger.", sentence)
    assert found(tmp_path, rule) == []


def test_our_own_lexicon_has_no_slips() -> None:
    assert lint(load_lexicon()) == []
    with as_file(files("dragoman.lexicon") / "data") as folder:
        assert repeated_keys(folder) == []

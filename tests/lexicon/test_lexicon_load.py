from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import LexiconError
from dragoman.lexicon.load import load_lexicon

RULE = """
category: CONSULT
rules:
  - id: consult.moot
    head: moot
    pos: verb
    yes: Chad mooted with Niger.
    no: The point is moot.
"""
DISCARD = "discards:\n  - {{id: {id}, phrase: moot point, yes: A moot point., no: They moot.}}\n"


def write(folder: Path, content: str, name: str = "mine.yml") -> Path:
    (folder / name).write_text(content, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("head: moot\n", "head: moot\n    mode: flight\n", "CONSULT has no mode ['flight']; it has ['multilateral', "),
        ("head: moot\n", "head: moot\n    context: weather\n", "unknown context ['weather']"),
        ("head: moot\n", "head: moot\n    recipient: vith\n", "unknown slot 'vith'; core slots are ["),
        ("head: moot\n", "head: moot\n    recipient: 'To Whom'\n", "recipient.0: String should match pattern"),
        ("head: moot\n", "head: moot\n    when: {obj: '@nobody'}\n", "no word class @nobody; known are ["),
        ("head: moot\n", "head: moot\n    colour: red\n", "colour: Extra inputs are not permitted"),
        ("    head: moot\n", "", "head: Field required"),
        ("consult.moot", "agree.moot", "the id must start with consult."),
        ("category: CONSULT", "category: DANCE", "category: Input should be 'AGREE', "),
        ("    no: The point is moot.\n", "    no: []\n", "give at least one example under yes and one under no"),
        ("pos: verb", "pos: [verb", "mine.yml: not readable as YAML"),
        (RULE, "- moot", "mine.yml: expected a mapping with `rules:`"),
    ],
)
def test_what_does_not_fit_the_schema_is_named(tmp_path: Path, old: str, new: str, says: str) -> None:
    with pytest.raises(LexiconError) as caught:
        load_lexicon(write(tmp_path, RULE.replace(old, new)))
    assert says in str(caught.value)


def test_the_message_names_file_and_rule(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"mine\.yml: consult\.moot: pos"):
        load_lexicon(write(tmp_path, RULE.replace("verb", "adverb")))


def test_an_id_may_stand_only_once_in_a_file(tmp_path: Path) -> None:
    again = RULE + RULE.split("rules:\n")[1]
    with pytest.raises(LexiconError, match=r"mine\.yml: consult\.moot stands twice"):
        load_lexicon(write(tmp_path, again))


def test_an_overlay_that_is_no_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="takes a folder"):
        load_lexicon(tmp_path / "none")


def test_an_overlay_adds_rules_classes_and_discards(tmp_path: Path) -> None:
    write(tmp_path, RULE)
    write(tmp_path, "moot_place: [mound, thing]\n", "classes.yml")
    write(tmp_path, DISCARD.format(id="discard.moot"), "d.yml")
    ours, laid = load_lexicon(), load_lexicon(tmp_path)
    assert laid.rules.keys() - ours.rules.keys() == {"consult.moot"}
    assert laid.classes.keys() - ours.classes.keys() == {"moot_place"}
    assert [d.id for d in laid.discards if d not in ours.discards] == ["discard.moot"]


def test_an_overlay_replaces_the_rule_class_or_discard_of_the_same_name(tmp_path: Path) -> None:
    ours = load_lexicon()
    rule, discard = "consult.meet", ours.discards[0].id
    write(tmp_path, RULE.replace("consult.moot", rule))
    write(tmp_path, "light: [do]\n", "classes.yml")
    write(tmp_path, DISCARD.format(id=discard), "d.yml")
    laid = load_lexicon(tmp_path)
    assert laid.rules.keys() == ours.rules.keys()
    assert laid.rules[rule].head == ("moot",)
    assert laid.classes["light"] == {"do"}
    assert (laid.discards[0].id, laid.discards[0].phrase) == (discard, ("moot point",))


def test_the_digest_changes_with_the_content_alone(tmp_path: Path) -> None:
    plain = load_lexicon().digest
    first = load_lexicon(write(tmp_path, RULE)).digest
    (tmp_path / "mine.yml").rename(tmp_path / "yours.yml")
    assert load_lexicon(tmp_path).digest == first != plain
    assert load_lexicon(write(tmp_path, RULE.replace("Niger", "Mali"), "yours.yml")).digest != first


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    write(tmp_path, "# nothing yet\n")
    assert load_lexicon(tmp_path).rules == load_lexicon().rules

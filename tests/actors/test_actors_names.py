"""Which names of a report are the same person or body."""

from __future__ import annotations

import pytest

from dragoman.actors.names import NameLinker, head_of, name_key, same_person
from dragoman.actors.register import Register
from dragoman.kb.load import Knowledge
from dragoman.model.layers import KnownName, Mention
from dragoman.model.span import Span
from dragoman.model.tree import Tree
from trees import text_of, tree


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Ama Darko", ("ama", "darko")),
        ("José Núñez", ("jose", "nunez")),
        ("Omar Al-Rashid", ("omar", "rashid")),
        ("J. Mensah", ("j", "mensah")),
        ("Kwame Boakye Jr.", ("kwame", "boakye")),
        ("Junior", ("junior",)),
        ("al", ("al",)),
        ("  ", ()),
    ],
)
def test_a_name_is_compared_by_its_plain_words(name: str, key: tuple[str, ...]) -> None:
    assert name_key(name) == key


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Darko", "Ama Darko"),
        ("Ama Darko", "Ama Serwaa Darko"),
        ("A. Darko", "Ama Darko"),
        ("Musa Abdulahi", "Musa Abdullahi"),
        ("Darkó", "Ama Darko"),
        ("Tomasi", "Tomasi Vuniwaqa"),
        ("Rojas", "Ana Rojas Vidal"),
        ("Ana Rojas", "Ana Rojas Vidal"),
    ],
)
def test_a_shorter_form_is_the_same_person(short: str, full: str) -> None:
    assert same_person(name_key(short), name_key(full))


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Kofi Darko", "Ama Darko"),
        ("K. Darko", "Ama Darko"),
        ("Ama Darko", "Darko"),
        ("Mensah", "Ama Darko"),
        ("Darko", "Ama Darkwa"),
        ("Ama", "Ama Darko"),
        ("", "Ama Darko"),
    ],
)
def test_what_contradicts_or_is_too_short_is_another_person(short: str, full: str) -> None:
    assert not same_person(name_key(short), name_key(full))


def test_short_surnames_are_compared_letter_by_letter() -> None:
    assert not same_person(("kim",), ("min", "kin"))


def lines(*names: str) -> tuple[list[Tree], list[Mention]]:
    """One sentence per name, all tagged as persons."""
    trees: list[Tree] = []
    mentions = []
    for n, name in enumerate(names):
        first, *rest = name.split()[::-1]
        notation = " ".join([*(f"{word}/NNP/compound>{first}" for word in rest[::-1]), f"{first}/NNP"])
        trees.append(tree(notation, sentence=n, offset=trees[-1][-1 + len(trees[-1])].end + 1 if trees else 0))
        tokens = trees[-1].tokens
        mentions.append(Mention(Span(tokens[0].start, tokens[-1].end), n, 0, len(tokens) - 1, "PERSON"))
    return trees, mentions


def link(knowledge: Knowledge, trees: list[Tree], mentions: list[Mention]) -> tuple[list[str], Register]:
    register = Register()
    named = NameLinker(knowledge).link(mentions, trees, register, text=text_of(*trees))
    return [n.draft.name for n in named], register


def test_short_and_full_forms_are_one_person_in_either_order(knowledge: Knowledge) -> None:
    assert link(knowledge, *lines("Ama Darko", "Darko"))[0] == ["Ama Darko", "Ama Darko"]
    assert link(knowledge, *lines("Darko", "Ama Darko"))[0] == ["Ama Darko", "Ama Darko"]


def test_two_people_of_one_surname_are_kept_apart_and_the_bare_one_is_nobodys(knowledge: Knowledge) -> None:
    names, register = link(knowledge, *lines("Ama Darko", "Kofi Darko", "Darko"))
    assert names == ["Ama Darko", "Kofi Darko", "Darko"]
    assert len(register.drafts) == 3


def test_transliterations_that_swap_vowels_are_one_surname() -> None:
    assert same_person(name_key("Nuaimi"), name_key("Khalid al-Noaimi"))


def test_two_surnames_that_differ_by_a_letter_are_two_people() -> None:
    assert not same_person(name_key("Ken Johnson"), name_key("Ken Johnston"))


def test_an_honorific_makes_a_person_and_is_no_part_of_the_name(knowledge: Knowledge) -> None:
    trees, mentions = lines("Mrs Ama Darko", "Darko")
    mentions[1] = Mention(mentions[1].span, 1, 0, 0, "ORG")
    assert link(knowledge, trees, mentions)[0] == ["Ama Darko", "Ama Darko"]


def test_a_firm_is_known_by_the_head_of_its_name(knowledge: Knowledge) -> None:
    trees, mentions = lines("Volta Cement", "Volta", "VOLTA")
    mentions = [Mention(m.span, m.sentence, m.first, m.last, "ORG") for m in mentions]
    assert link(knowledge, trees, mentions)[0] == ["Volta Cement", "Volta Cement", "VOLTA"]


@pytest.mark.parametrize(("words", "name"), [("Republic of Togo", "Togo"), ("Bank of Togo", "Bank of Togo")])
def test_the_long_form_of_a_state_is_the_state(knowledge: Knowledge, words: str, name: str) -> None:
    trees, mentions = lines(words)
    mentions = [Mention(m.span, m.sentence, m.first, m.last, "ORG") for m in mentions]
    assert link(knowledge, trees, mentions)[0] == [name]


def test_a_bare_surname_of_two_people_is_neithers_however_it_is_tagged(knowledge: Knowledge) -> None:
    trees, mentions = lines("Ama Darko", "Kofi Darko", "Darko")
    mentions[2] = Mention(mentions[2].span, 2, 0, 0, "ORG")
    assert link(knowledge, trees, mentions)[0][2:] not in (["Ama Darko"], ["Kofi Darko"])


def test_two_spellings_of_one_name_are_one_person(knowledge: Knowledge) -> None:
    names, _ = link(knowledge, *lines("Musa al-Abdullahi", "Musa Abdulahi"))
    assert len(set(names)) == 1


def test_every_mention_is_kept_with_its_person(knowledge: Knowledge) -> None:
    trees, mentions = lines("Ama Darko", "Darko", "Ama Darko")
    _, register = link(knowledge, trees, mentions)
    assert sorted(register.drafts[0].mentions) == [m.span for m in mentions]


def test_a_bare_surname_taken_for_a_body_is_the_person(knowledge: Knowledge) -> None:
    trees, mentions = lines("Ama Darko", "Darko")
    mentions[1] = Mention(mentions[1].span, 1, 0, 0, "ORG")
    assert link(knowledge, trees, mentions)[0] == ["Ama Darko", "Ama Darko"]


def test_an_acronym_is_the_body_spelled_out_before(knowledge: Knowledge) -> None:
    trees, mentions = lines("Sahel Water Board", "SWB")
    mentions = [Mention(m.span, m.sentence, m.first, m.last, "ORG") for m in mentions]
    assert link(knowledge, trees, mentions)[0] == ["Sahel Water Board", "Sahel Water Board"]


def test_forms_of_a_state_are_one_entity(knowledge: Knowledge) -> None:
    trees, mentions = lines("Ghana", "Ghanaian")
    known = [knowledge.lookup("Ghana"), knowledge.lookup("Ghanaian")]
    mentions = [Mention(m.span, m.sentence, 0, 0, "GPE", k) for m, k in zip(mentions, known, strict=True)]
    names, register = link(knowledge, trees, mentions)
    assert names == ["Ghana", "Ghana"]
    assert register.drafts[0].code == "GHA"


def test_a_known_person_keeps_the_tables_name_and_codes(knowledge: Knowledge) -> None:
    trees, mentions = lines("Darko")
    known = KnownName("Darko", "Ama Serwaa Darko", "person", "name", "GHA", "GOV", wikidata_id="Q1", office="minister")
    mentions = [Mention(mentions[0].span, 0, 0, 0, "PERSON", known)]
    names, register = link(knowledge, trees, mentions)
    assert names == ["Ama Serwaa Darko"]
    assert (register.drafts[0].code, register.drafts[0].sector, register.drafts[0].wikidata_id) == ("GHA", "GOV", "Q1")


def test_an_unknown_nationality_names_nobody(knowledge: Knowledge) -> None:
    trees, mentions = lines("Ruritanian")
    assert link(knowledge, trees, [Mention(mentions[0].span, 0, 0, 0, "NORP")])[0] == []


def test_the_head_of_a_name_is_where_it_hangs_in_the_sentence() -> None:
    sentence = tree("Bank/NNP/nsubj>lent of/IN/prep>Bank Togo/NNP/pobj>of lent|lend/VBD")
    assert head_of(sentence, Mention(Span(0, 12), 0, 0, 2, "ORG")) == 0


def test_the_head_of_a_name_with_a_broken_parse_is_its_last_noun() -> None:
    sentence = tree("Ama/NNP/dep>said Darko/NNP/nsubj>said said|say/VBD")
    assert head_of(sentence, Mention(Span(0, 9), 0, 0, 1, "PERSON")) == 1

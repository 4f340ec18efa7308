"""Role nouns and titles at the end of a phrase."""

from __future__ import annotations

import pytest

from dragoman.kb.load import Knowledge, load_knowledge


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.mark.parametrize(
    ("lemmas", "lemma", "words", "sector"),
    [
        (("ghanaian", "defense", "minister"), "defense minister", 2, "GOV"),
        (("defence", "minister"), "defense minister", 2, "GOV"),
        (("secretary", "-", "general"), "secretary-general", 3, None),
        (("secretary-general",), "secretary-general", 1, None),
        (("chief", "of", "staff"), "chief of staff", 3, "GOV"),
        (("Malian", "Armed", "Forces"), "armed force", 2, "MIL"),
        (("the", "minister", "of", "foreign", "affair"), "minister of foreign affairs", 4, "GOV"),
        (("wounded", "soldier"), "soldier", 1, "MIL"),
        (("masked", "gunman"), "gunman", 1, "UAF"),
        (("village", "elder"), "elder", 1, "SOC"),
    ],
)
def test_longest_role_at_the_end_wins(
    knowledge: Knowledge, lemmas: tuple[str, ...], lemma: str, words: int, sector: str | None
) -> None:
    found = knowledge.role(lemmas)
    assert found is not None
    assert (found[0].lemma, found[1], found[0].sector) == (lemma, words, sector)


def test_no_role_where_the_phrase_ends_in_another_word(knowledge: Knowledge) -> None:
    assert knowledge.role(("minister", "lamp")) is None
    assert knowledge.role(()) is None


def test_marks_for_offices_and_for_acting_as_the_state(knowledge: Knowledge) -> None:
    king, troop, rebel = (knowledge.role((w,)) for w in ("king", "troop", "rebel"))
    assert king is not None
    assert troop is not None
    assert rebel is not None
    assert (king[0].office, king[0].acts_for_state) == (True, True)
    assert (troop[0].office, troop[0].acts_for_state) == (False, True)
    assert (rebel[0].office, rebel[0].acts_for_state) == (False, False)


@pytest.mark.parametrize(
    ("words", "title", "count", "sector"),
    [
        (("Lt.", "Gen."), "Lieutenant General", 2, "MIL"),
        (("retired", "Navy", "Vice", "Adm."), "Vice Admiral", 2, "MIL"),
        (("Mrs",), "Mrs", 1, None),
        (("Archbishop",), "Archbishop", 1, "REL"),
        (("Sen.",), "Senator", 1, "LEG"),
    ],
)
def test_titles(knowledge: Knowledge, words: tuple[str, ...], title: str, count: int, sector: str | None) -> None:
    found = knowledge.title(words)
    assert found is not None
    assert (found.title, found.words, found.sector) == (title, count, sector)


def test_a_name_is_no_title(knowledge: Knowledge) -> None:
    assert knowledge.title(("Miriam",)) is None

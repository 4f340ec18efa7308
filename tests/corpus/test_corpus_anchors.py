from __future__ import annotations

import pytest

from dragoman.corpus.anchors import AnchorError, find_nearest, find_one, find_quote, mention_spans
from dragoman.corpus.source import Somebody
from dragoman.model.actor import EntityType

TEXT = (
    "The king met the envoy. Later he met the king's\n"
    "    brother in South Sudan, which left Sudan in 2011.\n\n"
    "“No deal,” the envoy said. Rojas Airport is named for Eva Rojas; Rojas never saw it. He metered [sic] the U.S.S.R."
)


def words(written: str) -> str:
    return find_one(TEXT, written).of(TEXT)


def somebody(name: str, *mentions: str, type: EntityType = "person") -> Somebody:
    return Somebody(name=name, type=type, code=None, mentions=mentions)


def mentions(*who: Somebody) -> list[list[str]]:
    spans, failed = mention_spans(TEXT, who)
    assert not failed
    return [[TEXT[max(0, s.start - 4) : s.end] for s in entity] for entity in spans]


def test_words_that_stand_once_need_no_context() -> None:
    assert words("the envoy said") == "the envoy said"


def test_context_tells_which_place_is_meant() -> None:
    assert find_one(TEXT, "Later he [met]").start == TEXT.index("met the king's")
    assert find_one(TEXT, "king [met] the") == find_one(TEXT, "The king met => met")


def test_context_may_end_inside_a_word() -> None:
    assert words("[met] the en") == "met"


def test_a_blank_stands_for_a_line_break_with_its_indentation() -> None:
    assert words("king's brother") == "king's\n    brother"
    assert words("2011. “No deal,”") == "2011.\n\n“No deal,”"


def test_an_escaped_bracket_is_a_bracket_of_the_text() -> None:
    assert words(r"metered \[sic\]") == "metered [sic]"


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("met", "'met' occurs 2 times; put context around [it]: 'The king [met] the envoy"),
        ("the Envoy said", "there is 'the envoy said' with another case"),
        ('"No deal,"', "there is '“No deal,”' with other quotation marks or dashes"),
        ("the envoi sad", "the nearest is 'the envoy said"),
        ("meter", "stands only inside a longer word"),
        ("U.S.", "stands only inside a longer word"),
        ("a treaty of friendship", "nor anything like it"),
        ("the [king", "square brackets around the anchor once"),
        ("king => queen", "must stand once"),
    ],
)
def test_an_anchor_that_fails_says_what_to_do(written: str, remedy: str) -> None:
    with pytest.raises(AnchorError) as failed:
        find_one(TEXT, written)
    assert remedy.casefold() in str(failed.value).casefold()


def test_a_long_quotation_may_be_cut() -> None:
    assert find_quote(TEXT, "which left Sudan ... the envoy said").of(TEXT).endswith("the envoy said")
    with pytest.raises(AnchorError, match="cut less of it"):
        find_quote(TEXT, "met ... saw it")


def test_a_cue_is_the_one_nearest_the_quotation() -> None:
    quotation = find_one(TEXT, "No deal,")
    assert find_nearest(TEXT, "the envoy", quotation).start == TEXT.index("the envoy said")


def test_a_plain_mention_is_every_whole_word_but_those_in_longer_ones_of_the_same_entity() -> None:
    assert mentions(somebody("Eva Rojas", "Eva Rojas", "Rojas")) == [["id. Rojas", "for Eva Rojas", "as; Rojas"]]


def test_a_mention_is_not_the_beginning_or_end_of_a_longer_one_of_another_entity() -> None:
    eva, airport = somebody("Eva Rojas", "Rojas"), somebody("Rojas Airport", "Rojas Airport", type="facility")
    assert mentions(eva, airport)[0] == ["Eva Rojas", "as; Rojas"]
    north, south = somebody("Sudan", "Sudan", type="state"), somebody("South Sudan", "South Sudan", type="state")
    assert mentions(north, south) == [["eft Sudan"], [" in South Sudan"]]


def test_a_mention_in_the_middle_of_a_longer_one_of_another_entity_stays() -> None:
    king, brother = somebody("the king", "king"), somebody("his brother", "he [met the king's brother] in")
    assert len(mention_spans(TEXT, [king, brother])[0][0]) == 2


def test_a_bracketed_mention_is_one_place_wherever_it_lies() -> None:
    eva, airport = somebody("Eva Rojas", "[Rojas] Airport"), somebody("Rojas Airport", "Rojas Airport", type="facility")
    assert mentions(eva, airport) == [["id. Rojas"], ["id. Rojas Airport"]]


def test_a_mention_that_is_not_there_is_told_with_its_entity() -> None:
    spans, failed = mention_spans(TEXT, [somebody("A", "king"), somebody("B", "queen of Spain")])
    assert spans[1] == ()
    assert [index for index, _ in failed] == [1]

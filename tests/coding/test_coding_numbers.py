"""How many a noun phrase says there are."""

from __future__ import annotations

import pytest

from dragoman.coding.numbers import read_number
from trees import at, tree


def number(notation: str, word: str) -> tuple[int, int] | None:
    """The least and most of what counts the word."""
    sentence = tree(notation)
    found = read_number(sentence, sentence[at(sentence, word)])
    return None if found is None else (found.low, found.high)


class TestNumbers:
    @pytest.mark.parametrize(
        ("notation", "value"),
        [
            ("12/CD/nummod>men", (12, 12)),
            ("1,200/CD/nummod>men", (1200, 1200)),
            ("nine/CD/nummod>men", (9, 9)),
            ("twenty/CD/compound>three ~-/HYPH/punct>three ~three/CD/nummod>men", (23, 23)),
            ("two/CD/compound>hundred hundred/CD/nummod>men", (200, 200)),
            ("two/CD/compound>hundred hundred/CD/nummod>men and/CC/cc>hundred fifty/CD/conj>hundred", (250, 250)),
            ("2.5/CD/compound>million million/CD/nummod>men", (2_500_000, 2_500_000)),
            ("two/CD/nummod>dozen dozen/NN/nummod>men", (24, 24)),
            ("half/JJ/amod>dozen dozen/NN/nummod>men", (6, 6)),
            ("300/CD/quantmod>400 to/TO/quantmod>400 400/CD/nummod>men", (300, 400)),
            ("between/IN/prep>men 30/CD/nummod>men and/CC/cc>30 40/CD/conj>30", (30, 40)),
            ("1,000/CD/nummod>men and/CC/cc>1,000 2,000/CD/nummod>men", (1000, 2000)),
            ("one/CD/det>men", (1, 1)),
        ],
    )
    def test_the_number_before_a_noun_counts_it(self, notation: str, value: tuple[int, int]) -> None:
        assert number(f"{notation} men|man/NNS", "men") == value

    @pytest.mark.parametrize("notation", ["several/JJ/amod>men", "2.5/CD/nummod>men", "the/DT/det>men"])
    def test_what_is_vague_or_no_whole_number_counts_nobody(self, notation: str) -> None:
        assert number(f"{notation} men|man/NNS", "men") is None

    def test_time_and_money_are_no_people(self) -> None:
        assert number("five/CD/nummod>years years|year/NNS", "years") is None

    def test_an_age_is_no_count(self) -> None:
        assert number("five/CD/nummod>boys year/NN/npadvmod>five boys|boy/NNS", "boys") is None

    def test_a_number_coordinated_with_another_counts_somebody_else(self) -> None:
        sentence = "ten/CD dead/JJ/amod>ten and/CC/cc>ten three/CD/conj>ten dozen/NN/quantmod>three"
        assert number(sentence, "ten") == (10, 10)
        assert number(sentence, "three") == (36, 36)

    def test_a_range_may_stand_behind_the_number(self) -> None:
        assert number("wounded|wound/VBD 40/CD/dobj>wounded to/TO/prep>wounded 50/CD/pobj>to", "40") == (40, 50)

    @pytest.mark.parametrize(
        ("bound", "value"),
        [
            ("at/IN/advmod>60 least|least/JJS/advmod>60 60", (60, 69)),
            ("more|more/JJR/amod>200 than/IN/quantmod>200 200", (200, 299)),
            ("over/IN/quantmod>27 27", (27, 29)),
            ("over/IN/quantmod>6 6", (6, 6)),
            ("nearly/RB/advmod>300 300", (201, 300)),
            ("up/RB/advmod>30 to/IN/quantmod>30 30", (1, 30)),
            ("as/RB/advmod>many many/JJ/amod>30 as/IN/quantmod>30 30", (1, 30)),
            ("no/DT/neg>than more|more/JJR/amod>30 than/IN/quantmod>30 30", (1, 30)),
            ("fewer|few/JJR/amod>10 than/IN/quantmod>10 10", (1, 9)),
            ("about/RB/advmod>30 30", (30, 30)),
        ],
    )
    def test_a_bound_widens_the_number_to_one_side(self, bound: str, value: tuple[int, int]) -> None:
        assert number(f"{bound}/CD/nummod>men men|man/NNS", "men") == value

    @pytest.mark.parametrize(
        ("vague", "value"),
        [
            ("dozens|dozen/NNS of/IN/prep>dozens men|man/NNS/pobj>of", (24, 99)),
            ("scores|score/NNS of/IN/prep>scores men|man/NNS/pobj>of", (40, 199)),
            ("hundreds|hundred/NNS", (200, 999)),
            ("tens|ten/NNS of/IN/prep>tens thousands|thousand/NNS/pobj>of", (20_000, 99_999)),
        ],
    )
    def test_a_vague_quantity_has_its_range(self, vague: str, value: tuple[int, int]) -> None:
        assert number(vague, vague.split("|")[0]) == value

    def test_several_hundred_are_hundreds(self) -> None:
        assert number("several/JJ/amod>hundred hundred/CD/nummod>men men|man/NNS", "men") == (200, 999)

    def test_one_another_is_no_number(self) -> None:
        assert number("killed|kill/VBD one/CD/dobj>killed another/DT/nmod>one", "one") is None

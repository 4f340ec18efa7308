"""What a report takes up again has the date told with it elsewhere."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.coding.known import dated_happenings, known_kind
from dragoman.model.layers import TimeMention
from dragoman.model.span import Span
from dragoman.model.tree import Tree
from trees import at, tree

RAID = tree(
    "Chad/NNP/nsubj>regretted regretted|regret/VBD the/DT/det>raid raid/NN/dobj>regretted in/IN/prep>raid "
    "April/NNP/pobj>in"
)
BLASTS = tree(
    "Chad/NNP/nsubj>mourned mourned|mourn/VBD Friday/NNP/poss>blasts "
    "~'s|'s/POS/case>Friday blasts|blast/NNS/dobj>mourned",
    sentence=1,
    offset=60,
)
WENT = tree("Chad/NNP/nsubj>raided raided|raid/VBD Mali/NNP/dobj>raided Friday/NNP/npadvmod>raided")


def time(sentence: Tree, word: str, iso: str) -> TimeMention:
    token, day = sentence[at(sentence, word)], date.fromisoformat(iso)
    return TimeMention(Span(token.start, token.end), sentence.sentence, "DATE", iso, day, day, "day", "relative")


class TestDatedHappenings:
    def test_a_time_behind_or_before_an_event_noun_is_that_happenings(self) -> None:
        april, friday = time(RAID, "April", "2021-04-01"), time(BLASTS, "Friday", "2021-06-11")
        assert dated_happenings([RAID], {0: [april]}) == {"attack": april}
        assert dated_happenings([BLASTS], {1: [friday]}) == {"attack": friday}

    def test_two_times_of_one_kind_date_neither(self) -> None:
        times = {0: [time(RAID, "April", "2021-04-01")], 1: [time(BLASTS, "Friday", "2021-06-11")]}
        assert dated_happenings([RAID, BLASTS], times) == {}

    def test_the_same_time_told_twice_is_one(self) -> None:
        times = {0: [time(RAID, "April", "2021-04-01")], 1: [time(BLASTS, "Friday", "2021-04-01")]}
        assert list(dated_happenings([RAID, BLASTS], times)) == ["attack"]

    def test_the_time_of_a_verb_is_no_nouns(self) -> None:
        assert dated_happenings([WENT], {0: [time(WENT, "Friday", "2021-06-11")]}) == {}


@pytest.mark.parametrize(
    ("sentence", "head", "kind"),
    [
        ("the/DT/det>raid raid/NN/nsubj>ended ended|end/VBD", "raid", "attack"),
        ("the/DT/det>blast blast/NN/nsubj>killed killed|kill/VBD ten/CD/dobj>killed", "killed", "attack"),
        ("their/PRP$/poss>visit visit/NN/nsubj>ended ended|end/VBD", "visit", "visit"),
        ("a/DT/det>raid raid/NN/nsubj>ended ended|end/VBD", "raid", None),
        ("the/DT/det>army army/NN/nsubj>killed killed|kill/VBD ten/CD/dobj>killed", "killed", None),
    ],
    ids=["the raid", "what the blast did", "their visit", "a raid is new", "another subject"],
)
def test_only_definite_event_nouns_take_something_up(sentence: str, head: str, kind: str | None) -> None:
    found = tree(sentence)
    assert known_kind(found, at(found, head)) == kind

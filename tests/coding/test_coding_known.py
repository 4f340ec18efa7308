"""What a report takes up again has the date told with it elsewhere."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.coding.known import aftermath, dated_happenings, known_time, mentioned, noun_dated, taken_up
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
        assert dated_happenings([RAID], {0: [april]}) == {"raid": april, "any attack": april}
        assert dated_happenings([BLASTS], {1: [friday]}) == {"blast": friday, "any attack": friday}

    def test_two_times_of_one_kind_date_only_their_own_nouns(self) -> None:
        april, friday = time(RAID, "April", "2021-04-01"), time(BLASTS, "Friday", "2021-06-11")
        assert dated_happenings([RAID, BLASTS], {0: [april], 1: [friday]}) == {"raid": april, "blast": friday}

    def test_two_times_of_one_noun_date_nothing(self) -> None:
        again = tree(
            "Chad/NNP/nsubj>mourned mourned|mourn/VBD Friday/NNP/poss>raid raid/NN/dobj>mourned", sentence=1, offset=60
        )
        times = {0: [time(RAID, "April", "2021-04-01")], 1: [time(again, "Friday", "2021-06-11")]}
        assert dated_happenings([RAID, again], times) == {}

    def test_the_same_time_told_twice_is_one(self) -> None:
        times = {0: [time(RAID, "April", "2021-04-01")], 1: [time(BLASTS, "Friday", "2021-04-01")]}
        assert "any attack" in dated_happenings([RAID, BLASTS], times)

    def test_the_time_of_a_verb_is_no_nouns(self) -> None:
        assert dated_happenings([WENT], {0: [time(WENT, "Friday", "2021-06-11")]}) == {}

    def test_the_time_of_its_verb_is_that_of_a_noun_that_does_or_begins_something(self) -> None:
        killed = tree(
            "the/DT/det>raid raid/NN/nsubj>killed killed|kill/VBD ten/CD/dobj>killed Friday/NNP/npadvmod>killed"
        )
        began = tree("Chad/NNP/nsubj>began began|begin/VBD a/DT/det>raid raid/NN/dobj>began Friday/NNP/npadvmod>began")
        for sentence in (killed, began):
            assert "raid" in dated_happenings([sentence], {0: [time(sentence, "Friday", "2021-06-11")]})

    def test_who_speaks_of_a_raid_does_not_date_it(self) -> None:
        told = tree("Chad/NNP/nsubj>saw saw|see/VBD the/DT/det>raid raid/NN/dobj>saw Friday/NNP/npadvmod>saw")
        assert dated_happenings([told], {0: [time(told, "Friday", "2021-06-11")]}) == {}

    def test_what_the_narrative_has_reached_dates_the_subject_of_the_plain_past(self) -> None:
        went = tree("the/DT/det>bomb bomb/NN/nsubj>went went|go/VBD off/RP/prt>went")
        reached = time(RAID, "April", "2021-04-01")
        assert dated_happenings([went], {}, {0: reached})["bomb"] == reached


class TestTakingUp:
    FRIDAY = time(BLASTS, "Friday", "2021-06-11")

    def time_of(self, notation: str, head: str, *, sentence: int = 5) -> TimeMention | None:
        found = tree(notation, sentence=sentence, offset=500)
        return known_time(found, at(found, head), {"blast": self.FRIDAY, "any attack": self.FRIDAY})

    def test_a_definite_noun_of_the_kind_has_the_time_told(self) -> None:
        assert self.time_of("the/DT/det>raid raid/NN/nsubj>ended ended|end/VBD", "raid") == self.FRIDAY

    def test_what_happened_at_once_with_it_has_it_too(self) -> None:
        simultaneous = "a/DT/det>raid simultaneous/JJ/amod>raid raid/NN/nsubj>killed killed|kill/VBD ten/CD/dobj>killed"
        assert self.time_of(simultaneous, "killed") == self.FRIDAY

    def test_a_new_one_has_it_only_right_after_it_was_told(self) -> None:
        blast = "a/DT/det>blast blast/NN/nsubj>killed killed|kill/VBD ten/CD/dobj>killed"
        assert self.time_of(blast, "killed", sentence=2) == self.FRIDAY
        assert self.time_of(blast, "killed", sentence=3) is None

    def test_what_a_clause_answers_to_is_below_it_and_not_its_subject(self) -> None:
        arrested = tree(
            "the/DT/det>raid raid/NN/nsubj>followed followed|follow/VBD the/DT/det>blast blast/NN/dobj>followed"
        )
        assert [t.text for t in mentioned(arrested, at(arrested, "followed"))] == ["blast"]


class TestAftermath:
    PUBLISHED = date(2021, 6, 16)

    def since(self, iso: str, noun: str = "raid") -> TimeMention | None:
        return aftermath({noun: time(RAID, "April", iso)}, told=None, published=self.PUBLISHED)

    def test_what_had_been_done_was_done_since_the_attack(self) -> None:
        found = self.since("2021-06-11")
        assert found is not None
        assert (found.start, found.end) == (date(2021, 6, 11), self.PUBLISHED)

    def test_an_old_attack_or_a_visit_says_nothing(self) -> None:
        assert self.since("2021-05-11") is None
        assert self.since("2021-06-11", "visit") is None


@pytest.mark.parametrize(
    ("sentence", "head", "noun"),
    [
        ("the/DT/det>raid raid/NN/nsubj>ended ended|end/VBD", "raid", "raid"),
        ("the/DT/det>blast blast/NN/nsubj>killed killed|kill/VBD ten/CD/dobj>killed", "killed", "blast"),
        ("their/PRP$/poss>visit visit/NN/nsubj>ended ended|end/VBD", "visit", "visit"),
        ("a/DT/det>raid raid/NN/nsubj>ended ended|end/VBD", "raid", None),
        ("the/DT/det>army army/NN/nsubj>killed killed|kill/VBD ten/CD/dobj>killed", "killed", None),
    ],
    ids=["the raid", "what the blast did", "their visit", "a raid is new", "another subject"],
)
def test_only_definite_event_nouns_take_something_up(sentence: str, head: str, noun: str | None) -> None:
    found = tree(sentence)
    token = taken_up(found, at(found, head))
    assert (token.lemma if token is not None else None) == noun


@pytest.mark.parametrize(("article", "noun"), [("the/DT/det>May", "raid"), ("on/IN/prep>killed", None)])
def test_a_time_between_the_article_and_an_event_noun_is_that_nouns(article: str, noun: str | None) -> None:
    sentence = tree(f"{article} May/NNP/nmod>raid raid/NN/nsubj>killed killed|kill/VBD ten/CD/dobj>killed")
    found = noun_dated(sentence, time(sentence, "May", "2021-05-01"))
    assert (found.text if found is not None else None) == noun

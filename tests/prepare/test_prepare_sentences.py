from __future__ import annotations

import pytest

from dragoman.model.span import Span
from dragoman.prepare.sentences import MAX_SENTENCE, sentence_spans


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentence_spans(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "text",
    [
        "Envoy John F. Kessler met Gen. Ruiz and Lt. Col. Mara Oyelaran.",
        "The U.S. Navy and the U.N. Security Council were told.",
        "The bill, No. 3 of Sept. 12, passed 5.5 vs. 4.5 in St. Albans.",
        "She arrived at 9 a.m. Monday and left at 5 p.m. GMT.",
        "Orlan Corp. Chairman Pavel Dunn and Sen. Ada Voss, D-W. Va. senator, agreed.",
        "He paused ... and went on.",
        "Officials (e.g. Minister Tal, Prof. Ito et al.) came.",
        '"We tried. It failed," he said.',
        "“We tried. It failed. We go on,” said Minister Tal.",
        "``We tried. It failed,'' he said.",
        "‘We don’t know. It failed,’ he said.",
        "'We don't know. It failed,' he said.",
        '"Why now?" Tal asked.',
        '"Stop!" the envoy shouted.',
        "The site www.tarsis.Com was closed.",
        "Reached by phone in Mt. Aber, Rep. Noor agreed.",
        "The line\nwas hard-wrapped\nby the wire.",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The envoy left.", "The talks went on."],
        ["He flew to the U.S.", "The visit lasted a day."],
        ["It was signed by Orlan Inc.", "It was void."],
        ["They met in 1987.", "Three days later they met again."],
        ['"We tried," he said.', '"It failed."'],
        ['He said: "It failed."', "Nobody answered."],
        ["He said, “It failed.”", "“Not so,” she said."],
        ["``It failed,'' he said.", "``We go on.''"],
        ["‘It failed.’", "He left the envoys’ house."],
        ["The envoys' house was shut.", "He left in '99.", "They stayed."],
        ["Did they meet?", "Nobody knows!", "Perhaps they did…", "Others doubt it."],
        ["The gates were shut (police said so.)", "Nobody came."],
        ["He said no.", "Then he left."],
        ["The talks began at 9 a.m.", "The envoys ate."],
        ["The raid killed two.", "al-Rimi was one of them."],
        ["Rebels took Port Hallow in May.", "7,000 people fled."],
        ["The fleet left.", "- Who pays?"],
    ],
)
def test_sentences_are_told_apart(sentences: list[str]) -> None:
    assert split(" ".join(sentences)) == sentences


def test_a_missing_blank_still_ends_a_sentence() -> None:
    assert split("They left the city.The mayor stayed behind.") == ["They left the city.", "The mayor stayed behind."]


def test_a_long_quotation_is_broken_into_its_sentences() -> None:
    quotation = "“" + " ".join(f"We have said this {n} times before." for n in range(20)) + "”"
    assert len(split(quotation + " He left.")) > 15


def test_list_numbers_belong_to_their_item() -> None:
    assert split("1. The parties stop firing. They talk.") == ["1. The parties stop firing.", "They talk."]


def test_a_sentence_without_end_is_cut_at_a_safe_point() -> None:
    text = ", ".join(f"item {n} of the table" for n in range(400))
    pieces = split(text)
    assert all(len(piece) <= MAX_SENTENCE for piece in pieces)
    assert all(piece.endswith(",") for piece in pieces[:-1])
    assert "".join(pieces).replace(" ", "") == text.replace(" ", "")


def test_a_word_without_end_is_cut_too() -> None:
    assert [len(piece) for piece in split("x" * 4000)] == [1500, 1500, 1000]

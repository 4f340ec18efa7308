from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.document import Document, RawDocument
from dragoman.model.ids import sha256_text
from dragoman.prepare import prepare

SPOKEN = ("headline", "body", "caption")
REPORT = (
    "TARSIS ENDS TALKS\r\n\r\nBy Ada Voss\r\n\r\nPORT HALLOW, Tarsis, May 4 (AP) _ The U.S. envoy, Gen. Mara Ruiz, "
    "left.  He was tired.\r\n\r\n“We tried. It failed,” she said. 🕊 Peace is far.\r\n\r\n(Reporting by Pavel Dunn)\r\n"
)


def check(document: Document) -> None:
    """Everything a later step relies on."""
    text = document.text
    position = 0
    for segment in document.segments:
        assert position <= segment.span.start < segment.span.end <= len(text)
        assert not text[position : segment.span.start].strip()
        assert segment.span.of(text) == segment.span.of(text).strip()
        position = segment.span.end
    assert not text[position:].strip()
    position, paragraph = 0, 0
    for index, sentence in enumerate(document.sentences):
        assert sentence.index == index
        assert position <= sentence.span.start < sentence.span.end
        assert sentence.span.of(text) == sentence.span.of(text).strip()
        assert sentence.paragraph >= paragraph
        (home,) = [segment for segment in document.segments if segment.span.covers(sentence.span)]
        assert sentence.kind == home.kind
        assert sentence.kind in SPOKEN
        assert document.sentence_at(sentence.span.start) == sentence
        position, paragraph = sentence.span.end, sentence.paragraph
    spoken = "".join(s.span.of(text) for s in document.segments if s.kind in SPOKEN)
    said = "".join(s.span.of(text) for s in document.sentences)
    assert "".join(spoken.split()) == "".join(said.split())


def test_a_report_has_its_parts_and_sentences() -> None:
    document = prepare(RawDocument("a", REPORT))
    check(document)
    assert [s.kind for s in document.segments] == ["headline", "byline", "dateline", "body", "body", "boilerplate"]
    assert [s.span.of(REPORT) for s in document.sentences] == [
        "TARSIS ENDS TALKS",
        "The U.S. envoy, Gen. Mara Ruiz, left.",
        "He was tired.",
        "“We tried. It failed,” she said.",
        "🕊 Peace is far.",
    ]
    assert [s.paragraph for s in document.sentences] == [0, 2, 2, 3, 3]
    assert document.text is REPORT
    assert document.sha256 == sha256_text(REPORT)
    assert document.dateline_place is not None
    assert document.dateline_place.of(REPORT) == "PORT HALLOW, Tarsis"


@pytest.mark.parametrize("text", ["", " \r\n\t ", "\ufeff", "x", ".", "?!", "\u2028", '"', "By", "-- ", "🕊"])
def test_next_to_nothing_is_prepared(text: str) -> None:
    check(prepare(RawDocument("a", text)))


@given(st.text(max_size=300))
def test_any_text_is_prepared(text: str) -> None:
    document = prepare(RawDocument("a", text))
    check(document)
    assert document.text == text
    assert prepare(RawDocument("a", text)) == document


_PIECES = st.sampled_from(
    [
        *("\r\n", "\n", "\n\n", "    ", " ", ". ", ".", "…", '"', "“", "”", "''", "``", "(", ")", "—", " - ", ": "),
        *("U.S.", "Gen.", "No.", "The envoy", "said", "PORT HALLOW", "(AP)", "By Ada Voss", "May 4", "REUTER"),
        *("Credit:", "FILE PHOTO:", "Read more:", "🕊", "é", "e\u0301", "\u200b", "\xa0", "\x1c", "al-Rimi"),
        *("word " * 40, "x" * 400),
    ]
)


@given(st.lists(_PIECES, max_size=40), st.one_of(st.none(), st.text(max_size=20)))
def test_any_mix_of_newswire_forms_is_prepared(pieces: list[str], title: str | None) -> None:
    check(prepare(RawDocument("a", "".join(pieces), title=title)))


@pytest.mark.parametrize(
    "unit",
    [
        *("The envoy met his hosts. It rained. ", "AB ", "a, ", "A. ", 'x"', "abc.", "“a. ", "ab\r\n"),
        *(".", '"', "`", "x", "\n", "-", "(", "'"),
    ],
)
def test_size_costs_linear_time(unit: str) -> None:
    text = unit * (300_000 // len(unit))
    start = time.process_time()
    document = prepare(RawDocument("a", text))
    assert time.process_time() - start < 5
    assert all(len(sentence.span) <= 1500 for sentence in document.sentences)

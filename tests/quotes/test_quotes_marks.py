from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.span import Span
from dragoman.quotes.marks import find_marked


def marked(*paragraphs: str) -> list[str]:
    text, spans = "", []
    for paragraph in paragraphs:
        text += "\n\n" if text else ""
        spans.append(Span(len(text), len(text) + len(paragraph)))
        text += paragraph
    return [m.span.of(text) for m in find_marked(text, spans)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"The road is open," she said.', ["The road is open,"]),
        ("“The road is open,” she said.", ["The road is open,"]),
        ("``The road is open,'' she said.", ["The road is open,"]),
        ("''The road is open,'' she said.", ["The road is open,"]),
        ("„Der Weg“ is what he wrote.", ["Der Weg"]),
        ("«La route est libre», she wrote.", ["La route est libre"]),
        ("'The road is open,' she said.", ["The road is open,"]),
        ("‘The road is open,’ she said.", ["The road is open,"]),
        ("“The road” and “the bridge” are open.", ["The road", "the bridge"]),
        ("”The road” is open.", ["The road"]),
        ("“The road“ is open.", ["The road"]),
        ('“"The road"” is open.', ["The road"]),
        ('She called it "a \nlong road" today.', ["a \nlong road"]),
    ],
)
def test_every_style_of_marks_is_found(text: str, found: list[str]) -> None:
    assert marked(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "It's the driver's car and the drivers' union's problem.",
        "The '90s were not the '80s, 'twas said.",
        "The pole is 6'3\" tall.",
        '<img alt="a road" src="road.png">',
        "Rock 'n' roll came to Harare's clubs.",
        'Nothing stands between these: ""',
    ],
)
def test_apostrophes_measures_and_markup_are_no_quotations(text: str) -> None:
    assert marked(text) == []


def test_a_plural_possessive_does_not_close_a_quotation() -> None:
    assert marked("She spoke of 'the drivers' long road' to peace.") == ["the drivers' long road"]


def test_a_quotation_inside_a_quotation_is_not_returned_apart() -> None:
    assert marked("“He told me ‘go’ and I went,” she said.") == ["He told me ‘go’ and I went,"]
    assert marked("“He said “go” to me,” she said.") == ["He said “go” to me,"]


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    assert marked("“One thing is clear.", "“Another is not,” she said.") == ["One thing is clear.", "Another is not,"]


def test_an_unclosed_quotation_ends_before_the_next_opening_mark() -> None:
    assert marked("She said: “One thing is clear. “Another is not.” He left.") == [
        "One thing is clear.",
        "Another is not.",
    ]


def test_a_lone_closing_mark_closes_its_paragraph_only_where_speech_can_end() -> None:
    assert marked('The road is open." Jane Roe, driver') == ["The road is open."]
    assert marked('The road" is open.') == []


def test_a_mark_too_many_never_loses_later_paragraphs() -> None:
    assert marked('A stray " mark.', '"The road is open," she said.', '"So is the bridge."')[-2:] == [
        "The road is open,",
        "So is the bridge.",
    ]


@given(st.lists(st.text(alphabet="ab.,\"“”'‘’`«» \n", max_size=30), max_size=5))
def test_stretches_are_exact_ordered_and_inside_one_paragraph(paragraphs: list[str]) -> None:
    text, spans = "", []
    for paragraph in paragraphs:
        spans.append(Span(len(text), len(text) + len(paragraph)))
        text += paragraph + "\n\n"
    found = find_marked(text, spans)
    assert found == sorted(found, key=lambda m: m.span)
    for m in found:
        assert m.outer.covers(m.span)
        assert spans[m.paragraph].covers(m.outer)
        assert m.span.of(text).strip() == m.span.of(text) != ""
    for one, other in pairwise(found):
        assert not one.outer.overlaps(other.outer)


@given(st.text(alphabet="ab., \"“”'‘’`«»", max_size=40))
def test_whatever_stands_before_the_next_paragraph_is_read_the_same(noise: str) -> None:
    tail = "“The road is open,” she said."
    assert marked(noise, tail)[-1] == "The road is open,"

"""The small language of the codebook's examples: how lines are read, and when an example holds."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.codebook.claims import EventClaim, FactClaim, Nothing, PartyClaim, QuoteClaim, ValueClaim, read_claim
from dragoman.codebook.examples import read_examples
from dragoman.codebook.pages import page_names, read_page
from dragoman.errors import UsageError

PAGE = """# A page

```example 2020-01-17
Peru met Chile.

They talked.
---
CONSULT; actor: PER, CHL
todo: nobody knows
```
"""


def test_an_event_line_gives_category_modes_and_fields() -> None:
    assert read_claim('CONSULT visit; actor: "Ana Rojas" PER GOV, CHL; recipient: nobody; date: none') == EventClaim(
        "CONSULT",
        ("visit",),
        actor=(PartyClaim("Ana Rojas", "PER", "GOV"), PartyClaim(None, "CHL", None)),
        recipient=(),
        date="none",
    )


def test_modes_left_out_are_not_asked_and_none_asks_for_no_mode() -> None:
    assert read_claim("ASSAULT") == EventClaim("ASSAULT", None)
    assert read_claim("ASSAULT none") == EventClaim("ASSAULT", ())


@pytest.mark.parametrize(
    ("line", "claim"),
    [
        ("nothing", Nothing()),
        ("fact: Peru member_of OAS", FactClaim("Peru", "member_of", "OAS", True)),
        ("not fact: Peru diplomatic_relations Chile", FactClaim("Peru", "diplomatic_relations", "Chile", False)),
        ("no fact: Peru hosts a base", FactClaim("Peru", "hosts", "a base", True, absent=True)),
        ('quote: "We won" by Ana Rojas', QuoteClaim("We won", "Ana Rojas")),
        ('time: "Friday" = 2020-01-17', ValueClaim("time", "Friday", "2020-01-17")),
    ],
)
def test_other_lines_give_their_claims(line: str, claim: object) -> None:
    assert read_claim(line) == claim


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("MEETING; actor: PER", "starts with no category"),
        ("AGREE visit", "has no mode visit"),
        ("CONSULT; who: PER", "is not one of"),
        ("CONSULT; date: yesterday", "is no date"),
        ("CONSULT; auxiliary: maybe", "no auxiliary mode maybe"),
        ("fact: Peru likes Chile", "is no fact"),
        ("quote: We won", "is no quotation"),
        ("time: Friday", "should be"),
    ],
)
def test_a_line_that_cannot_be_read_says_why(line: str, complaint: str) -> None:
    with pytest.raises(UsageError, match=complaint):
        read_claim(line)


def test_an_example_is_a_block_with_its_date_text_and_claims() -> None:
    (example,) = read_examples("page", PAGE)
    assert example.name == "page.md:3"
    assert example.published == date(2020, 1, 17)
    assert example.text == "Peru met Chile.\n\nThey talked."
    assert example.todo == "nobody knows"
    assert example.tells("CONSULT")
    assert not example.is_negative


def test_an_example_that_cannot_be_read_names_its_page_and_line() -> None:
    with pytest.raises(UsageError, match=r"page\.md:3: "):
        list(read_examples("page", PAGE.replace("CONSULT", "CONSLUT")))


def test_an_unknown_page_lists_the_pages() -> None:
    with pytest.raises(UsageError, match="consult"):
        read_page("nonsense")


def test_pages_are_found_in_any_case() -> None:
    assert "consult" in page_names()
    assert read_page("CONSULT").startswith("# CONSULT")

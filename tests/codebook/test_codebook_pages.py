"""The codebook as a test suite: every example of every page, coded for real."""

from __future__ import annotations

from functools import cache
from typing import get_args

import pytest

from dragoman.codebook import Example, Verdict, page_names, read_examples, read_page, verify
from dragoman.coder import Coder
from dragoman.model.event import Category

SHARED_PAGES = ("actors", "auxiliary", "dates", "facts", "places", "quotations")
POSITIVE, NEGATIVE = 8, 5
MOST_TODO = 62
"""Examples marked `todo`. Lower this when one is mended; raising it needs a reason in the commit message."""


def examples() -> list[Example]:
    return [example for page in page_names() if page != "index" for example in read_examples(page, read_page(page))]


@cache
def verdicts() -> dict[str, Verdict]:
    coder = Coder()
    return {e.name: verify(e, coder.code(e.text, date=e.published)) for e in examples()}


@pytest.mark.model
@pytest.mark.parametrize("example", examples(), ids=lambda e: e.name)
def test_every_example_holds_unless_it_is_marked_todo(example: Example) -> None:
    verdict = verdicts()[example.name]
    if example.todo is None:
        assert verdict.differences == ()
    else:
        assert not verdict.holds, "it holds now: take the `todo` line out"


def test_known_failures_are_counted() -> None:
    assert sum(example.todo is not None for example in examples()) == MOST_TODO


@pytest.mark.parametrize("category", get_args(Category))
def test_every_category_has_enough_examples_of_both_kinds(category: Category) -> None:
    page = list(read_examples(category.lower(), read_page(category)))
    assert sum(example.tells(category) for example in page) >= POSITIVE
    assert sum(not example.tells(category) for example in page) >= NEGATIVE


@pytest.mark.parametrize("page", SHARED_PAGES)
def test_the_shared_fields_have_pages_with_examples(page: str) -> None:
    assert len(list(read_examples(page, read_page(page)))) >= POSITIVE + NEGATIVE

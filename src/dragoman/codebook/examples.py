"""The examples of a page: fenced blocks marked `example`, each a dated text, a line `---` and what it must give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dragoman.codebook.claims import Claim, EventClaim, Nothing, read_claim
from dragoman.errors import UsageError

_BLOCK = re.compile(r"^```example(?P<head>[^\n]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_TODO = "todo: "


@dataclass(frozen=True, slots=True)
class Example:
    """A text with what it must give. `todo` is the cause of a known failure; `line` is where the block begins."""

    page: str
    line: int
    published: date
    text: str
    claims: tuple[Claim, ...]
    todo: str | None

    @property
    def name(self) -> str:
        """Page and line, as an editor opens them."""
        return f"{self.page}.md:{self.line}"

    @property
    def is_negative(self) -> bool:
        """Whether the text must give no event."""
        return any(isinstance(claim, Nothing) for claim in self.claims)

    def tells(self, category: str) -> bool:
        """Whether an event of `category` must come out."""
        return any(isinstance(claim, EventClaim) and claim.category == category for claim in self.claims)


def read_examples(page: str, markdown: str) -> Iterator[Example]:
    """The examples of a page in their order; UsageError names page and line of one that cannot be read."""
    for block in _BLOCK.finditer(markdown):
        line = markdown.count("\n", 0, block.start()) + 1
        try:
            yield _example(page, line, block["head"].strip(), block["body"])
        except (UsageError, ValueError) as error:
            raise UsageError(f"{page}.md:{line}: {error}") from error


def _example(page: str, line: int, head: str, body: str) -> Example:
    text, rule, expected = body.partition("\n---\n")
    lines = [each.strip() for each in expected.splitlines() if each.strip()]
    claims = tuple(read_claim(each) for each in lines if not each.startswith(_TODO))
    if not rule or not claims or not text.strip():
        raise UsageError("an example is a text, a line `---`, and at least one expected line")
    todo = next((each.removeprefix(_TODO) for each in lines if each.startswith(_TODO)), None)
    return Example(page, line, date.fromisoformat(head), text, claims, todo)

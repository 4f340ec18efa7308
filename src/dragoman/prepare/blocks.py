"""Where a report's paragraphs lie: blank lines, indented lines and hard-wrapped newswire are told apart here."""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

from dragoman.model.span import Span

LINE_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# The wire's own mark under a report: "Reuter", "-END-", "(END)", "###".
END_MARK = re.compile(
    r"[-–—*#_=.•~\s(]*+(?:reuters?|ap|upi|afp|xinhua|tass)?[-–—\s]*+(?:end(?:s|it|item)?)?[-–—*#_=.•~\s)]*+$",
    re.IGNORECASE,
)
_WORD = re.compile(r"\S+")
_STOPPED = re.compile(r"[.!?…:][\"”’'»)\]]*$")

_NEVER_LAST = frozenset("a an the of in on at to by for from with and or that which who his her its their".split())

# A text counts as hard-wrapped when more than this share of its lines go on in small letters (in text without
# small letters: when more stop in mid-sentence). Wrapped newswire has over half, lists and plain paragraphs none ...
_GOES_ON = 0.25
# ... and when no line is wider than what anybody wraps at (web extractors go up to about 120).
_WIDEST = 160
# A line of wrapped text this much shorter than the widest one was ended on purpose.
_SHORT = 0.75
_INDENT = 2
_MARK = 20


class _Line(NamedTuple):
    """One line without its surrounding white space; `indent` counts the blanks before it."""

    start: int
    end: int
    indent: int


def blocks(text: str) -> list[Span]:
    """The paragraphs of the text in order, without white space around them; every non-blank character is in one."""
    lines = _lines(text)
    if not lines:
        return []
    wrap = _Wrap.of(text, lines)
    found: list[Span] = []
    start = lines[0].start
    for line, following in itertools.pairwise(lines):
        ends = not _goes_on(text, line, following) if wrap is None else wrap.is_paragraph_end(text, line, following)
        if _blank_between(text, line, following) or ends:
            found.append(Span(start, line.end))
            start = following.start
    found.append(Span(start, lines[-1].end))
    return found


def _lines(text: str) -> list[_Line]:
    """The non-blank lines."""
    lines, position = [], 0
    for start, end in _line_bounds(text):
        position = start
        content = text[start:end]
        stripped = content.strip()
        if stripped:
            indent = len(content) - len(content.lstrip())
            lines.append(_Line(position + indent, position + indent + len(stripped), indent))
    return lines


def _line_bounds(text: str) -> list[tuple[int, int]]:
    bounds, start = [], 0
    for match in LINE_END.finditer(text):
        bounds.append((start, match.start()))
        start = match.end()
    bounds.append((start, len(text)))
    return bounds


def _blank_between(text: str, line: _Line, following: _Line) -> bool:
    return len(LINE_END.findall(text, line.end, following.start)) > 1


def _goes_on(text: str, line: _Line, following: _Line) -> bool:
    """Whether a sentence runs over the break: small letters follow, or a word stands before it that ends no line."""
    if _is_stopped(text, line):
        return False
    last = text[line.start : line.end].split()[-1]
    return text[following.start].islower() or last in _NEVER_LAST


def _share_going_on(text: str, lines: list[_Line]) -> float:
    """The share of lines that are not finished where they end."""
    if text.isupper():
        return sum(not _is_stopped(text, line) for line in lines) / len(lines)
    return sum(text[line.start].islower() for line in lines[1:]) / len(lines)


def _is_stopped(text: str, line: _Line) -> bool:
    return bool(_STOPPED.search(text[max(line.start, line.end - 8) : line.end]))


class _Wrap(NamedTuple):
    """How a hard-wrapped text is laid out: its width, and its margin where indents open paragraphs."""

    width: int
    margin: int | None
    first: int

    @classmethod
    def of(cls, text: str, lines: list[_Line]) -> _Wrap | None:
        """The layout, or None where every line break is a paragraph break."""
        width = max(line.end - line.start for line in lines)
        if len(lines) <= 3 or width > _WIDEST or _share_going_on(text, lines) <= _GOES_ON:
            return None
        # The first line's indent says nothing: metadata or a dateline was often cut before it.
        indents = {line.indent for line in lines[1:]}
        margin = min(indents) if max(indents) - min(indents) >= _INDENT else None
        return cls(width, margin, lines[0].start)

    def is_paragraph_end(self, text: str, line: _Line, following: _Line) -> bool:
        """Whether the line was ended on purpose."""
        if following.end - following.start <= _MARK and END_MARK.match(text[following.start : following.end]):
            return True
        if self.margin is not None and following.indent >= self.margin + _INDENT:
            return True
        length = line.end - line.start
        opening = text[following.start]
        if _is_stopped(text, line):
            word = _WORD.match(text, following.start)
            fits = length + 1 + (len(word.group()) if word else 0) <= self.width - 2
            return fits and not opening.islower()
        return line.start != self.first and length < _SHORT * self.width and not opening.islower()

"""Parts of the page: headline, byline, dateline, body, captions, credits and the wire's own lines."""

from __future__ import annotations

import re
from typing import NamedTuple

from dragoman.model.document import SegmentKind
from dragoman.model.span import Span
from dragoman.prepare import wording
from dragoman.prepare.blocks import END_MARK, blocks
from dragoman.prepare.dateline import Dateline, find_date_line, find_dateline, is_byline

_MAX_HEADLINE = 160
_MAX_CREDIT = 120
_MAX_CAPTION = 500
# Blocks from the top among which a headline, byline or date line may stand.
_PREAMBLE = 8
# Boilerplate is told by this many characters at the start of a block, or at the end of the last one.
_REACH = 600
_CLOSED = re.compile(r"[.!?…:;,][\"”’'»)\]]*$")


class Piece(NamedTuple):
    """A segment and the number of the paragraph it belongs to."""

    kind: SegmentKind
    span: Span
    paragraph: int


class Parts(NamedTuple):
    """All pieces in text order, and what the first dateline says."""

    pieces: list[Piece]
    place: Span | None
    date: Span | None


def split_parts(text: str, title: str | None = None) -> Parts:
    """The parts of a report: in order, apart, together holding every non-blank character."""
    page = _Page(text)
    paragraphs = blocks(text)
    for number, block in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        page.read(number, block, following, title)
    return Parts(page.pieces, page.place, page.date)


class _Page:
    """Reads the blocks of one report in order; what a block may be depends on what was read before it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[Piece] = []
        self.place: Span | None = None
        self.date: Span | None = None
        self._headed = False
        self._begun = False

    def read(self, number: int, block: Span, following: Span | None, title: str | None) -> None:
        """Add the pieces of one block."""
        top = number < _PREAMBLE and not self._begun
        rest: Span | None = block
        if top and not self._headed:
            rest = self._read_title(number, block, following, title)
        if rest is None or self._read_whole(number, rest, top):
            return
        dateline = find_dateline(self.text, rest, signed=not top)
        if dateline is not None:
            rest = self._read_dateline(number, rest, dateline)
        if rest is not None:
            self._read_body(number, rest, last=following is None)

    def _add(self, kind: SegmentKind, start: int, end: int, number: int) -> None:
        span = _trimmed(self.text, start, end)
        if span is not None:
            self.pieces.append(Piece(kind, span, number))
            self._headed = self._headed or kind == "headline"
            self._begun = self._begun or kind == "body"

    def _read_title(self, number: int, block: Span, following: Span | None, title: str | None) -> Span | None:
        """Takes a headline off the block; what is left of the block, if anything."""
        end = _title_end(self.text, block, title)
        if end is None and following is not None and _is_headline(self.text, block, following):
            end = block.end if title is None or _shares_words(block.of(self.text), title) else None
        if end is None:
            return block
        self._add("headline", block.start, end, number)
        return _trimmed(self.text, end, block.end)

    def _read_whole(self, number: int, block: Span, top: bool) -> bool:
        """Whether the block was one thing only."""
        kind = _whole_kind(self.text, block, top)
        if kind is None:
            return False
        if kind == "dateline":
            self.date = self.date or find_date_line(self.text, block)
        self._add(kind, block.start, block.end, number)
        return True

    def _read_dateline(self, number: int, block: Span, dateline: Dateline) -> Span | None:
        self.place = self.place or dateline.place
        self.date = self.date or dateline.date
        if dateline.before is not None:
            before: SegmentKind = "byline" if is_byline(dateline.before.of(self.text)) else "headline"
            self._add(before, dateline.before.start, dateline.before.end, number)
        self._add("dateline", dateline.span.start, dateline.span.end, number)
        return _trimmed(self.text, dateline.span.end, block.end)

    def _read_body(self, number: int, block: Span, *, last: bool) -> None:
        """Body text, or a caption with the page's words before it and its credit after it."""
        tail = wording.TAIL.search(self.text, max(block.start, block.end - _REACH), block.end) if last else None
        end = tail.start() if tail is not None else block.end
        parts = _caption_parts(self.text, Span(block.start, end)) or [("body", block.start, end)]
        for kind, start, stop in [*parts, ("boilerplate", end, block.end)]:
            self._add(kind, start, stop, number)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    right = len(words.rstrip())
    return Span(start + left, start + right) if right > left else None


def _title_end(text: str, block: Span, title: str | None) -> int | None:
    """Where the title ends if the block begins with it, a final stop included."""
    words = (title or "").strip()
    end = block.start + len(words)
    if not words or end > block.end or text[block.start : end].lower() != words.lower():
        return None
    if end < block.end and text[end] in ".!?":
        end += 1
    return end if end == block.end or text[end].isspace() else None


def _shares_words(line: str, title: str) -> bool:
    """Whether a line is another wording of the title that came as a field of its own."""
    words, others = set(line.lower().split()), set(title.lower().split())
    return 2 * len(words & others) >= min(len(words), len(others))


def _whole_kind(text: str, block: Span, top: bool) -> SegmentKind | None:
    """The kind of a block that is one thing only, or None for body text, captions and what needs splitting."""
    words = text[block.start : min(block.end, block.start + _REACH)]
    if END_MARK.match(words):
        # "(AP) --" on a line of its own opens the report; below the top it signs it.
        return None if top and find_dateline(text, block) is not None else "boilerplate"
    if wording.SIGN_OFF.match(words) or wording.BOILERPLATE_LEAD.match(words):
        return "boilerplate"
    if wording.CONTRIBUTED.match(words) or (wording.READ_MORE.match(words) and not wording.LINK_LEAD.match(words)):
        return "boilerplate"
    if wording.CREDIT.match(words) and len(block) <= _MAX_CREDIT:
        return "credit"
    if top and find_date_line(text, block) is not None:
        return "dateline"
    return "byline" if top and is_byline(words) else None


def _is_headline(text: str, block: Span, following: Span) -> bool:
    """Whether the first block is a title: short, without a final stop (or in capitals), and not all there is."""
    words = block.of(text) if len(block) <= _MAX_HEADLINE else ""
    if len(words.split()) < 2 or words[0].islower() or text[following.start].islower():
        return False
    if wording.CAPTION_LEAD.match(words) or _whole_kind(text, block, True) or find_dateline(text, block) is not None:
        return False
    return words.isupper() or not _CLOSED.search(words)


def _caption_parts(text: str, block: Span) -> list[tuple[SegmentKind, int, int]] | None:
    """A caption or link as its page's words, its text and its credit, or None for a block of prose."""
    if len(block) > _MAX_CAPTION:
        return None
    lead = wording.CAPTION_LEAD.match(text, block.start, block.end) or wording.LINK_LEAD.match(
        text, block.start, block.end
    )
    start = lead.end() if lead is not None else block.start
    credit = wording.CREDIT.search(text, max(start, block.end - _MAX_CREDIT), block.end)
    if lead is None and credit is None:
        return None
    end = credit.start() if credit is not None else block.end
    return [("boilerplate", block.start, start), ("caption", start, end), ("credit", end, block.end)]

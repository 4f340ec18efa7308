"""Stretches between quotation marks, found over one paragraph at a time.

Marks are read by glyph and by shape (what stands on either side), then paired like brackets. Every paragraph starts
afresh, so a mark too many or too few never costs more than its own paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from dragoman.model.span import Span

Family = Literal["double", "single"]
Role = Literal["open", "close", "either"]

# Markup that survived extraction: its attribute values are no quotations.
_TAG = re.compile(r"<[A-Za-z/!][^<>]*>")
_MARK = re.compile(r"``|''|[\"“”„‟«»‘’‚‹›'`]")
_OPENERS = frozenset("“„‟«‘‚‹`") | {"``"}
_CLOSERS = frozenset("”»’›") | {"''"}
_SINGLE = frozenset("‘’‚‹›'`")
_BEFORE_OPEN = frozenset("([{-–—―/=:…")
_AFTER_CLOSE = frozenset(")]}-–—―/,.;:!?…")
# What may stand at the end of a sentence, for deciding whether a second opening mark begins a new quotation.
_SENTENCE_END = frozenset(".!?…")
# Words that begin with an apostrophe.
_ELISION = re.compile(r"(?:tis|twas|em|til|cause|round|n|\d0s|\d\d)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch between quotation marks; `span` is without them, `outer` with them.

    `opened` and `closed` tell whether each mark is there: an unclosed stretch ends with its paragraph or before the
    next opening mark. `paragraph` is the index of the paragraph that was given.
    """

    span: Span
    outer: Span
    family: Family
    paragraph: int
    opened: bool = True
    closed: bool = True


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    family: Family
    role: Role
    straight: bool = False


def find_marked(text: str, paragraphs: Iterable[Span]) -> list[Marked]:
    """Outermost marked stretches in text order; quotations inside quotations are not returned apart."""
    out: list[Marked] = []
    for number, block in enumerate(paragraphs):
        doubles = list(_pair(text, block, _marks(text, block, "double"), number))
        singles = [
            s
            for s in _pair(text, block, _marks(text, block, "single"), number)
            if s.closed and s.opened and not any(d.outer.overlaps(s.outer) for d in doubles)
        ]
        out += sorted(doubles + singles, key=lambda m: m.span)
    return out


def _marks(text: str, block: Span, family: Family) -> list[_Mark]:
    """The family's marks with their roles; apostrophes, inch marks and doubled marks are left out."""
    tags = [Span(m.start(), m.end()) for m in _TAG.finditer(text, block.start, block.end)]
    marks: list[_Mark] = []
    for match in _MARK.finditer(text, block.start, block.end):
        glyph, start, end = match.group(), match.start(), match.end()
        if ("single" if glyph in _SINGLE else "double") != family or any(t.start <= start < t.end for t in tags):
            continue
        role = _role(text, block, start, end, glyph)
        if role is None:
            continue
        doubled = marks and marks[-1].end == start and marks[-1].role == role
        if doubled:
            marks[-1] = _Mark(marks[-1].start, end, family, role)
        else:
            marks.append(_Mark(start, end, family, role, straight=glyph == '"'))
    return _without_possessives(text, marks) if family == "single" else _settle(text, marks)


def _role(text: str, block: Span, start: int, end: int, glyph: str) -> Role | None:
    """Opening, closing or no quotation mark, by what stands beside it; the glyph decides where shape does not."""
    before = _beside(text, block, start, -1)
    after = _beside(text, block, end, 1)
    opens = (not before or before.isspace() or before in _BEFORE_OPEN) and bool(after) and not after.isspace()
    closes = bool(before) and not before.isspace() and (not after or after.isspace() or after in _AFTER_CLOSE)
    single = glyph in _SINGLE
    if single and (glyph in "'’" and opens and _ELISION.match(text, end)):
        return None
    if opens != closes:
        if closes and glyph == '"' and before.isdigit() and after != "," and _is_measure(text, block, start):
            return None
        if opens and glyph == "”" and after in _AFTER_CLOSE:
            return "close"
        return "open" if opens else "close"
    if glyph in _OPENERS:
        return "open"
    if glyph in _CLOSERS and not single:
        return "close"
    if single:
        return None  # inside a word, or loose: an apostrophe
    return "either"


def _beside(text: str, block: Span, position: int, step: Literal[1, -1]) -> str:
    """The nearest character on one side that is no quotation mark itself; "" at the paragraph's edge."""
    at = position if step == 1 else position - 1
    while block.start <= at < block.end and text[at] in "\"“”„‟«»‘’‚‹›'`":
        at += step
    return text[at] if block.start <= at < block.end else ""


def _is_measure(text: str, block: Span, start: int) -> bool:
    """Whether a straight mark after a digit is an inch or second mark: no quotation is open before it."""
    return text.count('"', block.start, start) % 2 == 0


def _without_possessives(text: str, marks: list[_Mark]) -> list[_Mark]:
    """Single marks without plural possessives: of several closers, the last before the next opener counts.

    "the 'workers' committee' met": the mark after "workers" is no closer.
    """
    out: list[_Mark] = []
    for i, mark in enumerate(marks):
        follows = marks[i + 1] if i + 1 < len(marks) else None
        possessive = mark.role == "close" and text[mark.start - 1] in "sS" and follows is not None
        if possessive and follows is not None and follows.role == "close":
            continue
        out.append(mark)
    return out


def _settle(text: str, marks: list[_Mark]) -> list[_Mark]:
    """Double marks with a role each: loose straight marks alternate, and an opener typed as a closer (”so”) is turned.

    A closer is turned only where nothing is open, a word follows it at once and the next mark closes too.
    """
    out: list[_Mark] = []
    depth = 0
    for i, mark in enumerate(marks):
        role = mark.role
        if role == "either":
            role = "close" if depth else "open"
        elif role == "close" and not depth and i + 1 < len(marks) and marks[i + 1].role == "close":
            word_follows = mark.end < len(text) and text[mark.end].isalnum()
            role = "open" if word_follows else "close"
        depth = depth + 1 if role == "open" else max(0, depth - 1)
        out.append(replace(mark, role=role))
    return out


def _pair(text: str, block: Span, marks: list[_Mark], paragraph: int) -> Iterator[Marked]:
    """Bracket pairing; what stays open runs to the next quotation or the paragraph's end."""
    pairs: list[tuple[_Mark, _Mark | None]] = []
    stack: list[_Mark] = []
    strays: list[_Mark] = []
    for mark in marks:
        if mark.role == "open":
            stack.append(mark)
        elif stack:
            pairs.append((stack.pop(), mark))
        else:
            strays.append(mark)
    # Among typographic marks a lone straight one is litter (some pages begin every paragraph with one).
    tidy = any(not opener.straight for opener, _ in pairs)
    pairs += [(mark, None) for mark in stack if not (mark.straight and tidy)]
    pairs.sort(key=lambda pair: pair[0].start)
    covered = block.start
    if strays and (not pairs or strays[0].start < pairs[0][0].start) and _closes_speech(text, strays[0]):
        unopened = _marked(text, block.start, strays[0].start, strays[0], None, paragraph)
        if unopened is not None:
            yield unopened
            covered = strays[0].end
    for i, (opener, closer) in enumerate(pairs):
        if opener.start < covered:
            continue  # inside the one before
        if closer is None:
            end, after = _unclosed_end(text, block, [p[0].start for p in pairs[i + 1 :]])
        else:
            end, after = closer.start, closer.end
        marked = _marked(text, opener.end, end, closer, opener, paragraph)
        if marked is not None:
            yield marked
            covered = after


def _closes_speech(text: str, mark: _Mark) -> bool:
    """Whether a closer without opener can end a whole paragraph's speech, not just a few words of it."""
    following = text[mark.end : mark.end + 40].lstrip()
    return text[mark.start - 1 : mark.start] in _AFTER_CLOSE or not following or following[0].isupper()


def _unclosed_end(text: str, block: Span, later_openers: list[int]) -> tuple[int, int]:
    """Where a stretch without closing mark ends: before an opener behind a finished sentence, else with the block."""
    for start in later_openers:
        if text[max(block.start, start - 80) : start].rstrip()[-1:] in _SENTENCE_END:
            return start, start
    return block.end, block.end


def _marked(
    text: str, start: int, end: int, closer: _Mark | None, opener: _Mark | None, paragraph: int
) -> Marked | None:
    outer = Span(opener.start if opener else start, closer.end if closer else end)
    while start < end and (text[start].isspace() or text[start] in '"“”„«»'):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in '"“”„«»'):
        end -= 1
    if not any(c.isalnum() for c in text[start:end]):
        return None
    mark = opener or closer
    family = mark.family if mark else "double"
    return Marked(Span(start, end), outer, family, paragraph, opener is not None, closer is not None)

"""The text as the rules see it: normalised character for character, and cut where no expression may reach across."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dragoman.model.document import Document, SegmentKind
from dragoman.times.days import MONTH_DAY_RULES
from dragoman.times.reading import Context, read
from dragoman.times.words import WEEKDAY

# One character for one character, so that offsets stay: typographic dashes and apostrophes, blanks of every width.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("‘’ʼ`´", "'"),
        **dict.fromkeys("\n\r\t\v\f\u00a0\u2007\u2009\u200a\u202f\u2028\u0085", " "),
    }
)
# Between blocks no expression goes on; NUL is no white space and matches nothing.
_BLANK_LINE = re.compile(r"\r?\n[ \t]*\r?\n|\u2029")
_STAMP = re.compile(rf"(?i)\W*(?:(?:{WEEKDAY}),?\s+)?(?P<date>[\w\s,./-]{{6,30}}?)\W*")


@dataclass(frozen=True, slots=True)
class Chunk:
    """A sentence, or a stretch outside sentences (`sentence` -1); `start` is where its text begins in the report."""

    text: str
    start: int
    sentence: int
    kind: SegmentKind


def normalised(text: str) -> str:
    """The text with plain dashes, apostrophes and blanks; as long as the original."""
    return _BLANK_LINE.sub(lambda m: "\0" * len(m[0]), text).translate(_PLAIN)


def chunks(doc: Document, text: str) -> Iterator[Chunk]:
    """Sentences and the stretches between them in text order; boilerplate is left out.

    Stretches outside sentences are cut at line ends: a dateline and a byline are not one phrase.
    """
    position = 0
    for sentence in doc.sentences:
        yield from _between(doc, text, position, sentence.span.start)
        start, end = sentence.span.start, sentence.span.end
        yield Chunk(text[start:end], start, sentence.index, sentence.kind)
        position = end
    yield from _between(doc, text, position, len(text))


def _between(doc: Document, text: str, start: int, end: int) -> Iterator[Chunk]:
    if not text[start:end].strip():
        return
    for segment in doc.segments:
        first, last = max(start, segment.span.start), min(end, segment.span.end)
        if first >= last or segment.kind == "boilerplate":
            continue
        for line in re.finditer(r"[^\n\r]+", doc.text[first:last]):
            yield Chunk(text[first + line.start() : first + line.end()], first + line.start(), -1, segment.kind)


def is_stamp(chunk: Chunk, published: date | None) -> bool:
    """Whether the chunk is nothing but the publication date: the page's stamp, not something the report tells."""
    if published is None or len(chunk.text) > 60:
        return False
    match = _STAMP.fullmatch(chunk.text)
    reading = read(MONTH_DAY_RULES, match["date"].strip(), Context(today=published)) if match else None
    return reading is not None and reading.start == published and reading.basis == "explicit"

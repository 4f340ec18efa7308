"""Where the sentences of a paragraph lie."""

from __future__ import annotations

import bisect
import re

from dragoman.model.span import Span
from dragoman.prepare import abbreviations

# The parser's time and memory grow with the sentence; real sentences of newswire stay below 1,000 characters.
MAX_SENTENCE = 1500
# Longer quotations are broken into their sentences like any other text.
MAX_QUOTATION = 300

# Possessive, and never begun inside a run of stops: a megabyte of dots takes linear time.
_STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"”’»)\]']*+(?=\s|$)")
_GLUED = re.compile(r"(?<=[a-z]{3})\.[\"”’]?(?=[A-Z][a-z]+\s)")
_NEXT = re.compile(r"\s*(?:[\"“‘«(\[`]|'{1,2}(?=\w)|[-–—•*]\s+)*")
_WORD = re.compile(r"[^\W\d_]+")
_WORD_BREAKS = frozenset(' \t\r\n\v\f\xa0\u2028\u2029"“”‘«»([`—–-/')
_QUOTATION = re.compile(
    rf"“[^“”]{{1,{MAX_QUOTATION}}}”"
    rf"|(?<![\w.,!?'])\"(?=\S)[^\"]{{1,{MAX_QUOTATION}}}(?<=\S)\""
    rf"|``(?:(?!''|``).){{1,{MAX_QUOTATION}}}''"
    rf"|«[^«»]{{1,{MAX_QUOTATION}}}»"
    # Single marks are apostrophes too: only one after a comma or stop closes a quotation.
    rf"|‘(?:[^‘’]|’(?=\w)){{1,{MAX_QUOTATION}}}[,.!?…]’(?!\w)"
    rf"|(?<![\w'])'(?=\w)(?:[^']|'(?=\w)){{1,{MAX_QUOTATION}}}[,.!?…]'(?![\w'])",
    re.DOTALL,
)
_SPEECH = re.compile(
    r"(?:[A-Z][\w.’'-]*\s+){0,4}(?:he|she|they|I|we)?\s*"
    r"(?:said|says|asked|asks|told|added|adds|wrote|writes|tweeted|replied|shouted|cried|declared|wondered)\b"
)
_ARABIC_ARTICLE = re.compile(r"(?:al|el|ar|as|an|ad|at|az)-[A-Z]")
_CUTS = (re.compile(r"[;:]\s+"), re.compile(r"[\n\r]+\s*|\s{2,}"), re.compile(r",\s+"), re.compile(r"\s+"))
# No abbreviation, initial or figure before a stop is longer.
_LOOK_BACK = 40


def sentence_spans(text: str, block: Span) -> list[Span]:
    """The sentences of one paragraph in order, without white space around them; none is longer than MAX_SENTENCE.

    Line breaks inside the paragraph are blanks. A short quotation is never broken inside.
    """
    quoted = [(match.start(), match.end()) for match in _QUOTATION.finditer(text, block.start, block.end)]
    spans, start = [], block.start
    for end in _ends(text, block, quoted):
        if end > start:
            spans.append(_trimmed(text, start, end))
            start = end
    spans.append(_trimmed(text, start, block.end))
    return [piece for span in spans if span is not None for piece in _shortened(text, span)]


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if end > start else None


def _ends(text: str, block: Span, quoted: list[tuple[int, int]]) -> list[int]:
    """The positions after the stops that end a sentence, in order. A stop that closes a quotation is not inside it."""
    opened = [start for start, _ in quoted]

    def inside(position: int) -> bool:
        nearest = bisect.bisect_left(opened, position) - 1
        return nearest >= 0 and position < quoted[nearest][1]

    ends = [
        match.end()
        for match in _STOP.finditer(text, block.start, block.end)
        if not inside(match.end()) and _is_end(text, block, match)
    ]
    glued = [
        match.end()
        for match in _GLUED.finditer(text, block.start, block.end)
        if not inside(match.end()) and not _in_address(text, block, match)
    ]
    return sorted({*ends, *glued})


def _in_address(text: str, block: Span, stop: re.Match[str]) -> bool:
    """Whether a stop between letters belongs to an address ("www.example.Com") and not to two sentences."""
    return not {".", "@", ":"}.isdisjoint(_word_before(text, block, stop))


def _is_end(text: str, block: Span, stop: re.Match[str]) -> bool:
    """Whether a stop followed by white space ends the sentence."""
    following = _NEXT.match(text, stop.end(), block.end)
    at = following.end() if following else stop.end()
    if at >= block.end:
        return True
    word = _word_before(text, block, stop)
    if text[at].islower():
        return bool(_ARABIC_ARTICLE.match(text, at)) and not _is_abbreviation(word)
    closed = stop.group()[-1] not in ".!?…"
    if stop.group()[0] in "!?":
        return not (closed and _SPEECH.match(text, at))
    if closed:
        # "(Rep.) Smith" goes on; '... in the U.S." The' does not.
        return not (stop.group()[1] in ")]" and _is_inner(word))
    if stop.group() != ".":
        return True
    return _ends_after(word, text, at, first=stop.start() - len(word) == block.start)


def _word_before(text: str, block: Span, stop: re.Match[str]) -> str:
    """The characters before the stop back to a blank, quotation mark, bracket, hyphen or dash."""
    start, floor = stop.start(), max(block.start, stop.start() - _LOOK_BACK)
    while start > floor and text[start - 1] not in _WORD_BREAKS:
        start -= 1
    return text[start : stop.start()]


def _is_inner(word: str) -> bool:
    return word in abbreviations.TITLES or word in abbreviations.INNER


def _is_abbreviation(word: str) -> bool:
    return (
        _is_inner(word)
        or word in abbreviations.NUMBERED
        or word in abbreviations.MONTHS
        or word in abbreviations.OTHERS
        or _has_initials(word)
    )


def _has_initials(word: str) -> bool:
    """Whether the word is an initial or letters with stops between them: "F", "U.S", "a.m", "Ph.D", "W.Va"."""
    return bool(re.fullmatch(r"[^\W\d_]|(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}", word))


def _ends_after(word: str, text: str, at: int, *, first: bool) -> bool:
    """Whether a single full stop after `word` ends the sentence, given what stands at `at`.

    `first` says that the word opens the paragraph, where a figure or letter numbers an item.
    """
    following = _WORD.match(text, at)
    after = following.group() if following else ""
    if _is_inner(word) or (first and re.fullmatch(r"\d{1,2}|[A-Za-z]|[ivxIVX]+", word)):
        return False
    if word in abbreviations.NUMBERED:
        return not text[at].isdigit()
    if word in ("a.m", "p.m"):
        return after not in abbreviations.AFTER_HOURS and not text[at].isdigit()
    if word in abbreviations.MONTHS or word in abbreviations.OTHERS or _has_initials(word):
        return after in abbreviations.OPENERS
    return True


def _shortened(text: str, span: Span) -> list[Span]:
    """The span in pieces of at most MAX_SENTENCE characters, cut at the last semicolon, line, comma or blank."""
    pieces, start = [], span.start
    while span.end - start > MAX_SENTENCE:
        cut = _cut(text, start + MAX_SENTENCE // 2, start + MAX_SENTENCE)
        piece = _trimmed(text, start, cut)
        if piece is not None:
            pieces.append(piece)
        start = cut
    last = _trimmed(text, start, span.end)
    return [*pieces, last] if last is not None else pieces


def _cut(text: str, low: int, high: int) -> int:
    for pattern in _CUTS:
        places = [match.end() for match in pattern.finditer(text, low, high)]
        if places:
            return places[-1]
    return high

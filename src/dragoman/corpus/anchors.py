"""Anchors: words of a text, written so that they stand for one place in it (docs/corpus.md, "Anchors").

A blank in an anchor stands for one blank, or for a line break with the white space around it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.corpus.nearest import nearest_words
from dragoman.corpus.source import Somebody
from dragoman.model.span import Span

_OPEN, _CLOSE = re.compile(r"(?<!\\)\["), re.compile(r"(?<!\\)\]")
_ARROW, _ELISION = " => ", " ... "
_BREAK = re.compile(r"\s*\n\s*")
_BLANK = r"(?: |\s*\n\s*)"
_WORD_BEFORE, _WORD_AFTER = r"(?<![^\W_])", r"(?![^\W_])"
_SHOWN = 3
"""So many places of an ambiguous anchor are shown."""


class AnchorError(ValueError):
    """An anchor that stands for no place or for several; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """An anchor taken apart: the words themselves and the context that tells which of their places is meant."""

    words: str
    before: str = ""
    after: str = ""

    @property
    def has_context(self) -> bool:
        """Whether it stands for one place only, even as a mention."""
        return bool(self.before or self.after)


def parse(written: str) -> Anchor:
    """The anchor as it is written: `words`, `context [words] context`, or `context => words`."""
    line = _BREAK.sub(" ", written.strip())
    opens, closes = list(_OPEN.finditer(line)), list(_CLOSE.finditer(line))
    if opens or closes:
        if len(opens) != 1 or len(closes) != 1 or not line[opens[0].end() : closes[0].start()].strip():
            raise AnchorError(rf"{line!r}: put square brackets around the anchor once; a bracket of the text is \[")
        before, words, after = (
            line[: opens[0].start()],
            line[opens[0].end() : closes[0].start()],
            line[closes[0].end() :],
        )
        return Anchor(_unescaped(words), _unescaped(before), _unescaped(after))
    if _ARROW in line:
        context, words = (_unescaped(part.strip()) for part in line.rsplit(_ARROW, 1))
        places = _places(words, context) or _places(words, context, whole=False)
        if len(places) != 1:
            raise AnchorError(f"{line!r}: {words!r} must stand once in {context!r}; put it in square brackets instead")
        return Anchor(words, context[: places[0].start], context[places[0].end :])
    return Anchor(_unescaped(line))


def occurrences(text: str, anchor: Anchor) -> list[Span]:
    """Every place of the anchor, in text order; whole words only, unless its context ends inside a word."""
    whole = anchor.before + anchor.words + anchor.after
    return _spans(text, anchor, whole=True) or (_spans(text, anchor, whole=False) if anchor.words != whole else [])


def find_one(text: str, written: str) -> Span:
    """The one place of an anchor; AnchorError says what to do where there is none or more than one."""
    anchor = parse(written)
    places = occurrences(text, anchor)
    if not places:
        raise AnchorError(_not_there(text, anchor))
    if len(places) > 1:
        raise AnchorError(_ambiguous(text, anchor, places))
    return places[0]


def find_nearest(text: str, written: str, to: Span) -> Span:
    """The anchor's place nearest to `to`, the earlier of two; for words whose every place would do (place, cue)."""
    anchor = parse(written)
    places = occurrences(text, anchor)
    if not places:
        raise AnchorError(_not_there(text, anchor))
    return min(places, key=lambda place: (gap(place, to), place.start))


def find_quote(text: str, written: str) -> Span:
    """The place of a quotation, which may be cut: "first words ... last words"."""
    anchor = parse(written)
    if _ELISION not in anchor.words or occurrences(text, anchor):
        return find_one(text, written)
    first, last = anchor.words.split(_ELISION, 1)
    begin = _only(text, _spans(text, Anchor(first, anchor.before), whole=True), first)
    rest = [span for span in _spans(text, Anchor(last, "", anchor.after), whole=True) if span.start >= begin.end]
    return Span(begin.start, _only(text, rest, last).end)


def gap(one: Span, other: Span) -> int:
    """How many characters lie between two spans; 0 where they touch or overlap."""
    return max(0, one.start - other.end, other.start - one.end)


def mention_spans(text: str, who: Sequence[Somebody]) -> tuple[list[tuple[Span, ...]], list[tuple[int, str]]]:
    """The mentions of every entity in text order, and (entity, message) for every anchor that fails.

    A plain anchor stands for all its places but those inside a longer mention of the same entity, or inside a longer
    one of another entity that begins or ends with it; an anchor with context stands for its one place.
    """
    plain: list[set[Span]] = []
    chosen: list[set[Span]] = []
    failed: list[tuple[int, str]] = []
    for index, entity in enumerate(who):
        plain.append(set())
        chosen.append(set())
        for written in entity.mentions:
            try:
                anchor = parse(written)
                if anchor.has_context:
                    chosen[index].add(find_one(text, written))
                elif places := occurrences(text, anchor):
                    plain[index].update(places)
                else:
                    raise AnchorError(_not_there(text, anchor))
            except AnchorError as error:
                failed.append((index, str(error)))
    every = [p | c for p, c in zip(plain, chosen, strict=True)]
    kept = [
        c | {span for span in p if not _inside_longer(span, index, every)}
        for index, (p, c) in enumerate(zip(plain, chosen, strict=True))
    ]
    return [tuple(sorted(spans)) for spans in kept], failed


def _inside_longer(span: Span, index: int, every: list[set[Span]]) -> bool:
    return any(
        longer != span
        and longer.covers(span)
        and (other == index or span.start == longer.start or span.end == longer.end)
        for other, spans in enumerate(every)
        for longer in spans
    )


def _spans(text: str, anchor: Anchor, *, whole: bool) -> list[Span]:
    pattern = f"(?={_pattern(anchor.before)}({_pattern(anchor.words)}){_pattern(anchor.after)}"
    everything = anchor.before + anchor.words + anchor.after
    if whole:
        # "U.S." is no whole word in "U.S.S.R."
        pattern += _WORD_AFTER if everything[-1].isalnum() or everything[-1] == "." else ""
        pattern = (_WORD_BEFORE if everything[0].isalnum() else "") + pattern
    return [Span(*match.span(1)) for match in re.finditer(pattern + ")", text)]


def _places(words: str, context: str, *, whole: bool = True) -> list[Span]:
    return _spans(context, Anchor(words), whole=whole)


def _pattern(words: str) -> str:
    return _BLANK.join(re.escape(part) for part in words.split(" "))


def _unescaped(words: str) -> str:
    return words.replace(r"\[", "[").replace(r"\]", "]")


def _only(text: str, places: list[Span], words: str) -> Span:
    """The one place of one end of a cut quotation."""
    if len(places) != 1:
        raise AnchorError(
            _ambiguous(text, Anchor(words), places).replace("put context around [it]", "cut less of it")
            if places
            else _not_there(text, Anchor(words))
        )
    return places[0]


def _not_there(text: str, anchor: Anchor) -> str:
    whole = anchor.before + anchor.words + anchor.after
    if inside := _spans(text, Anchor(whole), whole=False):
        around = text[max(0, inside[0].start - 15) : inside[0].end + 15]
        return f"{whole!r} stands only inside a longer word ({_one_line(around)!r}); write whole words"
    near = nearest_words(text, whole)
    return f"{whole!r} is not in the text; {near}" if near else f"{whole!r} is not in the text, nor anything like it"


def _ambiguous(text: str, anchor: Anchor, places: list[Span]) -> str:
    whole = anchor.before + anchor.words + anchor.after
    shown = ", ".join(
        f"{_one_line(text[max(0, p.start - 20) : p.start] + '[' + p.of(text) + ']' + text[p.end : p.end + 20])!r}"
        for p in places[:_SHOWN]
    )
    return f"{whole!r} occurs {len(places)} times; put context around [it]: {shown}"


def _one_line(words: str) -> str:
    return " ".join(words.split())

"""The step that finds the times of a report and resolves them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dragoman.model.document import Document
from dragoman.model.layers import Layers, TimeMention
from dragoman.model.span import Span
from dragoman.model.tree import Tree
from dragoman.times.amounts import DURATION_RULES, REFERENCE_RULES, SET_RULES
from dragoman.times.bounds import agreed, narrowed, spread
from dragoman.times.clock import CLOCK_RULES, PART_RULES, names_day
from dragoman.times.days import DAY_RULES, MONTH_DAY_RULES
from dragoman.times.happenings import Happening, counted, happenings
from dragoman.times.months import MONTH_RULES, PART_OF_YEAR_RULES
from dragoman.times.narrative import NARRATIVE_RULES
from dragoman.times.reading import Context, Reading, Rule, read
from dragoman.times.scan import Found, left_of, rule_book, select
from dragoman.times.tense import direction
from dragoman.times.text import Chunk, chunks, is_stamp, normalised
from dragoman.times.units import UNIT_RULES
from dragoman.times.words import compiled
from dragoman.times.years import YEAR_RULES

# Where two rules match the same words the earlier one is taken; otherwise the longer match is.
RULES: tuple[Rule, ...] = (
    *DAY_RULES,
    *CLOCK_RULES,
    *PART_RULES,
    *MONTH_RULES,
    *PART_OF_YEAR_RULES,
    *YEAR_RULES,
    *NARRATIVE_RULES,
    *UNIT_RULES,
    *REFERENCE_RULES,
    *SET_RULES,
    *DURATION_RULES,
)
BOOK = rule_book(RULES)
# A time of day takes its day from the sentence, so it is read after the days.
WANTS_DAY = frozenset(("clock", "part_of_day"))
_FROM_NOW = compiled(r"\b(?:between now and|from now (?:until|till|to)) (?:[a-z]+ )?$")
_NEXT_CLAUSE = compiled(r";|, (?:and|but|while|which|who|when|where)\b")
# The day a report speaks from is its dateline's, if that is at most so many days before publication.
TELLABLE = range(100, 9901)
"""Years of publication from which relative times are counted; a century of slack to the ends of the calendar."""
DATELINE_DAYS = 3


class TimeReader:
    """Fills `times` with every temporal expression of the report, in text order."""

    needs: tuple[str, ...] = ("trees",)
    gives = "times"

    def run(self, layers: Layers) -> Layers:
        """The layers with `times`; without publication date nothing relative is resolved."""
        return replace(layers, times=tuple(self._mentions(layers.document, layers.trees or ())))

    def _mentions(self, doc: Document, trees: Sequence[Tree]) -> Iterator[TimeMention]:
        text = normalised(doc.text)
        today = _speaking_day(doc, text)
        anchor: Reading | None = None
        known: list[Happening] = []
        for chunk in chunks(doc, text):
            if is_stamp(chunk, doc.published):
                continue
            tree = trees[chunk.sentence] if 0 <= chunk.sentence < len(trees) else None
            readings = _read_chunk(chunk, tree, today, anchor)
            if tree is not None:
                readings = counted(chunk, tree, readings, known)
                known += happenings(chunk, tree, readings)
            for found, reading in spread(chunk.text, readings, today):
                span = Span(chunk.start + found.start, chunk.start + found.end)
                yield _mention(span, chunk.sentence, reading)
            anchor = next((r for _, r in reversed(readings) if _anchors(r)), anchor)


def _mention(span: Span, sentence: int, reading: Reading) -> TimeMention:
    return TimeMention(
        span=span,
        sentence=sentence,
        type=reading.type,
        value=reading.value,
        start=reading.start,
        end=reading.end,
        granularity=reading.granularity,
        basis=reading.basis,
        reason=reading.reason,
    )


def _speaking_day(doc: Document, text: str) -> date | None:
    """The day that "today" is: the dateline's where it names one just before publication, else publication's.

    None for a day at an end of the calendar, whose neighbours cannot be told.
    """
    published, span = doc.published, doc.dateline_date
    if published is None or published.year not in TELLABLE:
        return None
    if span is None:
        return published
    dateline = read(MONTH_DAY_RULES, text[span.start : span.end].strip(), Context(today=published))
    if dateline is None or dateline.start is None:
        return published
    lag = published - dateline.start
    return dateline.start if timedelta(0) <= lag <= timedelta(days=DATELINE_DAYS) else published


def _anchors(reading: Reading) -> bool:
    """Whether later words like "the next day" may count from this."""
    return reading.type in ("DATE", "TIME") and reading.start is not None


def _read_chunk(
    chunk: Chunk, tree: Tree | None, today: date | None, anchor: Reading | None
) -> list[tuple[Found, Reading]]:
    """What the expressions of one sentence mean, in text order: days first, times of day after them."""
    pairs: list[tuple[Found, Reading]] = []
    found = select(BOOK, chunk, tree)
    if not found:
        return []
    for item in sorted(found, key=_turn):
        context = _context(chunk, tree, item, pairs, today, anchor)
        if item.kind in WANTS_DAY:
            context = replace(context, day=_day_beside(chunk, pairs, item))
        pairs += _with_tails(chunk, item, context)
    pairs.sort(key=lambda pair: pair[0].start)
    return _narrowed(chunk, agreed(chunk.text, _apart(pairs)), today)


def _turn(item: Found) -> int:
    """Days are read first, then times of day that name their own, then those that take it from the sentence."""
    return 0 if item.kind not in WANTS_DAY else 1 if names_day(item.match) else 2


def _context(
    chunk: Chunk,
    tree: Tree | None,
    item: Found,
    pairs: list[tuple[Found, Reading]],
    today: date | None,
    anchor: Reading | None,
) -> Context:
    """What the words around one expression say; its anchor may stand in the same sentence."""
    headline, left = chunk.kind == "headline", left_of(chunk.text, item.start)
    told = direction(tree, chunk.start + item.start, headline=headline) if tree is not None else None
    before = (reading for other, reading in reversed(pairs) if other.start < item.start and _anchors(reading))
    return Context(
        today=today,
        direction="future" if _FROM_NOW.search(left) else told,
        anchor=next(before, anchor),
        left=left,
    )


def _day_beside(chunk: Chunk, pairs: list[tuple[Found, Reading]], item: Found) -> date | None:
    """The day the same sentence names nearest to a time of day, unless it names it in a clause further on."""
    days = [
        (abs(other.start - item.start), reading.start)
        for other, reading in pairs
        if reading.granularity == "day"
        and (reading.type == "DATE" or names_day(other.match))
        and not _NEXT_CLAUSE.search(chunk.text[item.end : max(item.end, other.start)])
    ]
    return min(days, key=lambda pair: pair[0])[1] if days else None


def _with_tails(chunk: Chunk, item: Found, context: Context) -> list[tuple[Found, Reading]]:
    """The expression with what continues it ("April 24 and 25"); nothing where it turns out to be no time."""
    reading = item.rule.resolve(item.match, context)
    if reading is None:
        return []
    out = [(item, reading)]
    while (tail := item.rule.tail) is not None:
        match = tail.pattern.match(chunk.text, out[-1][0].end)
        following = tail.resolve(match, replace(context, head=out[-1][1])) if match is not None else None
        if match is None or following is None:
            break
        out.append((replace(item, match=match, start=match.start(tail.span), end=match.end(tail.span)), following))
    return out


def _apart(pairs: list[tuple[Found, Reading]]) -> list[tuple[Found, Reading]]:
    """The pairs without those that begin inside the one before: a continuation may meet another match."""
    out: list[tuple[Found, Reading]] = []
    for item, reading in pairs:
        if not out or item.start >= out[-1][0].end:
            out.append((item, reading))
    return out


def _narrowed(chunk: Chunk, pairs: list[tuple[Found, Reading]], today: date | None) -> list[tuple[Found, Reading]]:
    """The pairs with words like "early" taken in, none of them from the expression before."""
    ends = [0, *(item.end for item, _ in pairs)]
    return [
        narrowed(chunk.text[end : item.start], item, reading, today)
        for end, (item, reading) in zip(ends, pairs, strict=False)
    ]

"""Scores one coded report against its gold; docs/measuring.md defines every measure.

A coded event can be paired with a gold event only if their triggers stand in the same sentence (for the gold, that
of the trigger or of any other mention). The best pairs are made first. `detect` counts pairs, `typed` those of the
same category, `whole` those that also agree in countries, auxiliary modes and date, `complete` those with a right
name and sector on each side besides. Every other measure is taken on typed pairs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.errors import UsageError
from dragoman.evaluate.gold import GoldDays, GoldEvent, GoldFact, GoldParty, GoldReport, GoldSize
from dragoman.evaluate.names import names_agree
from dragoman.evaluate.sentences import sentence_of, sentence_starts
from dragoman.evaluate.tally import Tally
from dragoman.model.record import EventRecord, FactRecord, PartyRecord, QuoteRecord, ReportRecord, SizeRecord

F1_MEASURES = (
    "detect", "typed", "whole", "complete", "mode", "actor_country", "actor_name", "recipient_country",
    "recipient_name", "size", "facts", "facts_office", "facts_other", "quotes",
)  # fmt: skip
SHARES = ("sector", "date", "place", "auxiliary", "attribution", "speaker", "invented_date", "invented_place")
_OFFICE_PREDICATES = frozenset({"holds_office", "formerly_held_office", "leads", "commands"})
_BODIES = frozenset({"UNO", "IGO", "EUR", "NGO", "IMG", "ISM"})
"""Under these the sector is not judged."""
_QUOTE_OVERLAP = 0.8
_DATE_OVERLAP = 0.5


@dataclass(frozen=True, slots=True)
class Miss:
    """One difference a reader may want to see: `kind` is missed, spurious, or the field that differs."""

    kind: str
    doc_id: str
    category: str
    words: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Scored:
    """The counts of one report and its differences; `sure` has each event's confidence and whether it is right.

    Right is what `confidence` promises: the category and the countries of both sides; in `sure_typed` the category.
    """

    tally: Tally
    misses: tuple[Miss, ...]
    sure_typed: tuple[tuple[float, bool], ...]
    sure: tuple[tuple[float, bool], ...]


def score_report(gold: GoldReport, record: ReportRecord) -> Scored:
    """The counts of `record` against `gold`; raises UsageError where the two are not of the same text."""
    shift = _shift(gold, record)
    tally = Tally()
    pairs = _pair_events(gold, record.events, shift)
    typed = [(want, got) for want, got in pairs if want.event == got.event]
    tally.add("detect", len(pairs), len(record.events), len(gold.events))
    for measure, right in (("typed", len(typed)), ("whole", 0), ("complete", 0)):
        tally.add(measure, right, len(record.events), len(gold.events))
    misses = _unpaired(gold, record, typed, shift)
    both_sides = set()
    for want, got in typed:
        wrong = _judge_pair(tally, want, got)
        if not {"actor_country", "recipient_country"} & set(wrong):
            both_sides.add(got.id)
        misses += [Miss(field, gold.doc_id, want.event, _around(gold.text, want.trigger.start)) for field in wrong]
    _judge_facts(tally, gold.facts, record.facts)
    _judge_quotes(tally, gold, record.quotes, shift)
    known = {got.id for _, got in typed}
    return Scored(
        tally,
        tuple(misses),
        sure_typed=tuple((event.confidence, event.id in known) for event in record.events),
        sure=tuple((event.confidence, event.id in both_sides) for event in record.events),
    )


def _shift(gold: GoldReport, record: ReportRecord) -> int:
    """What to add to the record's offsets: its text may lack white space around the gold's."""
    text = record.document.text
    if text == gold.text:
        return 0
    at = gold.text.find(text) if text else -1
    if at < 0:
        raise UsageError(f"{gold.doc_id}: the record's text is not the gold's, so their spans cannot be compared")
    return at


def _pair_events(gold: GoldReport, events: tuple[EventRecord, ...], shift: int) -> list[tuple[GoldEvent, EventRecord]]:
    starts = sentence_starts(gold.text)
    homes = [{sentence_of(starts, s.start) for s in (want.trigger, *want.also)} for want in gold.events]
    candidates = [
        (-_likeness(want, got, shift), i, j)
        for i, want in enumerate(gold.events)
        for j, got in enumerate(events)
        if sentence_of(starts, got.trigger.start + shift) in homes[i]
    ]
    pairs: list[tuple[GoldEvent, EventRecord]] = []
    taken_gold: set[int] = set()
    taken_events: set[int] = set()
    for _, i, j in sorted(candidates):
        if i not in taken_gold and j not in taken_events:
            taken_gold.add(i)
            taken_events.add(j)
            pairs.append((gold.events[i], events[j]))
    return pairs


def _likeness(want: GoldEvent, got: EventRecord, shift: int) -> float:
    """How well two events of one sentence fit: the category counts as much as all countries together."""
    start, end = got.trigger.start + shift, got.trigger.end + shift
    return (
        4 * (want.event == got.event)
        + 2 * _overlap({p.country for p in want.actor}, {p.code for p in got.actor})
        + 2 * _overlap({p.country for p in want.recipient}, {p.code for p in got.recipient})
        + (want.date is not None and _dates_agree(want.date, got))
        + (start < want.trigger.end and want.trigger.start < end)
    )


def _overlap(one: set[str | None], other: set[str | None]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def _dates_agree(want: GoldDays | None, got: EventRecord) -> bool:
    return dates_agree(want, got.date, got.enddate)


def dates_agree(want: GoldDays | None, start: date | None, end: date | None) -> bool:
    """Whether the days agree: shared days over all days at least half; where the gold has none, none may be given."""
    if want is None or start is None:
        return want is None and start is None
    first, last = want.start.toordinal(), max(want.start, want.end or want.start).toordinal()
    begin, until = start.toordinal(), max(start, end or start).toordinal()
    shared = min(last, until) - max(first, begin) + 1
    return shared > 0 and shared >= _DATE_OVERLAP * (max(last, until) - min(first, begin) + 1)


def _judge_pair(tally: Tally, want: GoldEvent, got: EventRecord) -> list[str]:
    """Counts every field of a typed pair and names those that differ."""
    wrong = []
    modes, given = set(want.mode), set(got.mode)
    tally.add("mode", len(modes & given), len(given), len(modes))
    if modes != given:
        wrong.append("mode")
    named = True
    for role, asked, parties in (("actor", want.actor, got.actor), ("recipient", want.recipient, got.recipient)):
        countries, codes = {p.country for p in asked}, {p.code for p in parties}
        tally.add(f"{role}_country", len(countries & codes), len(codes), len(countries))
        if countries != codes:
            wrong.append(f"{role}_country")
        named &= _judge_names(tally, role, asked, parties)
    if want.size is not None:
        _judge_size(tally, want.size, got.size)
    date_right = _dates_agree(want.date, got)
    if want.date is None:
        tally.judge("invented_date", not date_right)
    else:
        tally.judge("date", date_right)
    country = got.event_loc.country_code if got.event_loc else None
    if want.location is None:
        tally.judge("invented_place", country is not None)
    else:
        tally.judge("place", country == want.location.country)
        wrong += ["place"] * (country != want.location.country)
    sources = [name for a in got.attribution for name in (a.name, a.text)]
    attributed = any(names_agree(want.attribution, s) for s in sources) if want.attribution else not sources
    tally.judge("attribution", attributed)
    auxiliary_right = set(want.auxiliary) == set(got.auxiliary)
    tally.judge("auxiliary", auxiliary_right)
    wrong += [f for f, right in (("date", date_right), ("auxiliary", auxiliary_right)) if not right]
    wrong += [] if attributed else ["attribution"]
    if not {"actor_country", "recipient_country", "date", "auxiliary"} & set(wrong):
        tally.add("whole", 1, 0, 0)
        tally.add("complete", int(named), 0, 0)
    return wrong


def _judge_size(tally: Tally, want: GoldSize, got: SizeRecord) -> None:
    """Counts the dead, injured and arrested: right is a number within what the gold allows."""
    for asked, given in ((want.dead, got.dead), (want.injured, got.injured), (want.arrested, got.arrested)):
        right = asked is not None and given is not None and asked.low <= given.best <= asked.high
        if asked is not None or given is not None:
            tally.add("size", int(right), int(given is not None), int(asked is not None))


def _judge_names(tally: Tally, role: str, asked: tuple[GoldParty, ...], parties: tuple[PartyRecord, ...]) -> bool:
    """Counts names and sectors of one side; whether at least one participant has both right, or none is asked for."""
    left = list(parties)
    found = 0
    named = not asked
    for want in asked:
        hit = next((p for p in left if names_agree(want.name, p.name) or names_agree(want.text, p.text)), None)
        if hit is None:
            continue
        left.remove(hit)
        found += 1
        judged = want.country not in _BODIES
        if judged and want.sector:
            tally.judge("sector", want.sector == hit.sector)
        named |= not judged or want.sector == hit.sector
    tally.add(f"{role}_name", found, len(parties), len(asked))
    return named


def _judge_facts(tally: Tally, asked: tuple[GoldFact, ...], facts: tuple[FactRecord, ...]) -> None:
    left = list(facts)
    tally.add("facts", 0, len(facts), len(asked))
    for fact in facts:
        tally.add(_fact_measure(fact.predicate), 0, 1, 0)
    for want in asked:
        measure = _fact_measure(want.predicate)
        tally.add(measure, 0, 0, 1)
        hit = next((f for f in left if _facts_agree(want, f)), None)
        if hit is not None:
            left.remove(hit)
            tally.add("facts", 1, 0, 0)
            tally.add(measure, 1, 0, 0)


def _fact_measure(predicate: str) -> str:
    return "facts_office" if predicate in _OFFICE_PREDICATES else "facts_other"


def _facts_agree(want: GoldFact, got: FactRecord) -> bool:
    if (want.predicate, want.polarity) != (got.predicate, got.polarity):
        return False
    ends = [(got.subject, got.object)]
    if want.predicate == "diplomatic_relations":
        ends.append((got.object, got.subject))
    return any(names_agree(want.subject, a) and names_agree(want.object, b) for a, b in ends)


def _judge_quotes(tally: Tally, gold: GoldReport, quotes: tuple[QuoteRecord, ...], shift: int) -> None:
    left = list(quotes)
    tally.add("quotes", 0, len(quotes), len(gold.quotes))
    for want in gold.quotes:

        def shared(quote: QuoteRecord, start: int = want.start, end: int = want.end) -> float:
            both = min(quote.end + shift, end) - max(quote.start + shift, start)
            return max(0, both) / max(1, max(quote.end + shift, end) - min(quote.start + shift, start))

        hit = max(left, key=shared, default=None)
        if hit is None or shared(hit) < _QUOTE_OVERLAP:
            continue
        left.remove(hit)
        tally.add("quotes", 1, 0, 0)
        if want.speaker:
            tally.judge("speaker", names_agree(want.speaker, hit.speaker))


def _unpaired(
    gold: GoldReport, record: ReportRecord, typed: list[tuple[GoldEvent, EventRecord]], shift: int
) -> list[Miss]:
    found = {id(want) for want, _ in typed}
    good = {id(got) for _, got in typed}
    missed = [
        Miss("missed", gold.doc_id, want.event, _around(gold.text, want.trigger.start))
        for want in gold.events
        if id(want) not in found
    ]
    spurious = [
        Miss("spurious", gold.doc_id, got.event, _around(gold.text, got.trigger.start + shift), " ".join(got.rules))
        for got in record.events
        if id(got) not in good
    ]
    return missed + spurious


def _around(text: str, position: int) -> str:
    return " ".join(text[max(0, position - 40) : position + 50].split())

"""A coded report for reading: who did what to whom, when, where, and by whose words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.cli.terminal import printable, shortened
from dragoman.model.fact import Predicate
from dragoman.model.record import EventRecord, FactRecord, PartyRecord, QuoteRecord, ReportRecord

_WORDS = 60
_QUOTE = 100
_COLUMNS = ("when", "who", "what", "to whom", "where", "according to", "words")
_SHOWN = frozenset({"agreement", "exercise"})
_VERBS: dict[Predicate, tuple[str, str]] = {
    "holds_office": ("holds office", "does not hold office"),
    "formerly_held_office": ("formerly held office", "never held office"),
    "leads": ("leads", "does not lead"),
    "commands": ("commands", "does not command"),
    "member_of": ("is a member of", "is not a member of"),
    "part_of": ("is part of", "is not part of"),
    "party_to": ("is party to", "is not party to"),
    "brokered": ("brokered", "did not broker"),
    "diplomatic_relations": ("has diplomatic relations with", "has no diplomatic relations with"),
    "hosts": ("hosts", "does not host"),
    "headquartered_in": ("has its seat in", "does not have its seat in"),
    "participates_in": ("takes part in", "does not take part in"),
    "located_in": ("is in", "is not in"),
    "relative_of": ("is a relative of", "is not a relative of"),
    "spouse_of": ("is married to", "is not married to"),
}
_WHOLE = frozenset({"when", "what"})


def show_report(screen: Console, record: ReportRecord) -> None:
    """Prints the report's events as a table under its date and title, then agreements, facts, quotes and warnings."""
    document = record.document
    heading = Text(str(document.published or "no date"), style="bold cyan")
    heading.append(f"  {printable(document.title or document.id)}", style="bold")
    screen.print(heading)
    if record.events:
        screen.print(_events(record.events))
    else:
        screen.print("  no events\n")
    for line in _objects(record):
        screen.print(_line("about", line))
    for fact in record.facts:
        screen.print(_line("fact", _fact(fact)))
    for quote in record.quotes:
        screen.print(_line("quote", _quote(quote)))
    for warning in record.warnings:
        screen.print(_line("note", f"{warning.kind}: {printable(warning.message)}", style="yellow"))
    screen.print()


def _events(events: tuple[EventRecord, ...]) -> Table:
    """One row per event; a column that no event fills is left out."""
    rows = [_row(event) for event in events]
    filled = [i for i in range(len(_COLUMNS)) if any(row[i] for row in rows)]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for i in filled:
        table.add_column(_COLUMNS[i], no_wrap=_COLUMNS[i] in _WHOLE)
    for row in rows:
        table.add_row(*(row[i] for i in filled))
    return table


def _row(event: EventRecord) -> tuple[str, ...]:
    """The cells of _COLUMNS."""
    place = event.event_loc
    return (
        _when(event),
        "\n".join(_party(party) for party in event.actor),
        _what(event),
        "\n".join(_party(party) for party in event.recipient),
        printable(place.resolved_place or place.extracted_place) if place else "",
        "\n".join(printable(source.name) for source in event.attribution),
        _span_words(event),
    )


def _when(event: EventRecord) -> str:
    """A day, a whole month or year by its number, or both ends of another interval."""
    first, last = event.date, event.enddate
    if first is None or last is None:
        return ""
    if first == last:
        return str(first)
    after = last + dt.timedelta(days=1)
    if (first.day, after.day) == (1, 1):
        if (first.month, after.month, after.year - first.year) == (1, 1, 1):
            return f"{first:%Y}"
        if (last.year, last.month) == (first.year, first.month):
            return f"{first:%Y-%m}"
    return f"{first}\n{last}"


def _what(event: EventRecord) -> str:
    """The category with its modes, and below it what keeps it from being plain news."""
    notes = [*event.auxiliary, *(["campaign"] if event.extent == "campaign" else [])]
    return "\n".join([" ".join([event.event, *event.mode]), *([" ".join(notes)] if notes else [])])


def _party(party: PartyRecord) -> str:
    codes = " ".join(code for code in (party.code, party.sector) if code)
    return f"{printable(party.name)} ({codes})" if codes else printable(party.name)


def _span_words(event: EventRecord) -> str:
    if event.trigger.text is None:
        return f"{event.trigger.start}:{event.trigger.end}"
    return shortened(event.trigger.text, _WORDS)


def _fact(fact: FactRecord) -> str:
    yes, no = _VERBS[fact.predicate]
    said = [fact.subject, yes if fact.polarity else no, fact.object, *_period(fact.valid_from, fact.valid_to)]
    return printable(" ".join(said))


def _period(first: dt.date | None, last: dt.date | None) -> list[str]:
    return [f"{word} {day}" for word, day in (("from", first), ("to", last)) if day]


def _objects(record: ReportRecord) -> Iterator[str]:
    """The agreements and exercises: other words for each, who is in it, what it is on, and since when.

    What the name says already is not said again.
    """
    names = {entity.id: entity.name for entity in record.entities}
    for entity in record.entities:
        details = entity.details
        if details is None or entity.type not in _SHOWN:
            continue
        mentions = [" ".join(m.text.split()) for m in entity.mentions if m.text]
        others = [words for words in dict.fromkeys(mentions) if words.casefold() not in entity.name.casefold()]
        scope = [" ".join(s.text.split()) for s in details.scope if s.text]
        parts = (
            ("also ", [f"“{words}”" for words in others]),
            ("with ", [names[party] for party in details.parties]),
            ("on ", [words for words in scope if words not in entity.name]),
            ("", _period(details.valid_from, details.valid_to)),
        )
        told = [f"{word}{', '.join(items)}" for word, items in parts if items]
        named = entity.name if entity.type in entity.name.casefold() else f"{entity.type} {entity.name}"
        yield printable("; ".join([named, *told]))


def _quote(quote: QuoteRecord) -> str:
    words = f"{quote.start}:{quote.end}" if quote.text is None else f"“{shortened(quote.text, _QUOTE)}”"
    return f"{printable(quote.speaker or 'unknown speaker')}: {words}"


def _line(label: str, words: str, *, style: str = "") -> Text:
    return Text.assemble((f"  {label:6}", "dim"), (words, style))

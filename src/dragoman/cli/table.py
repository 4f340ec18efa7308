"""A coded report for reading: who did what to whom, when, where, and by whose words."""

from __future__ import annotations

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.cli.terminal import printable, shortened
from dragoman.model.record import EventRecord, FactRecord, PartyRecord, QuoteRecord, ReportRecord

_WORDS = 60
_QUOTE = 100
_COLUMNS = ("when", "who", "what", "to whom", "where", "according to", "words")


def show_report(screen: Console, record: ReportRecord) -> None:
    """Prints the report's events as a table under its date and title, then its facts, quotations and warnings."""
    document = record.document
    heading = Text(str(document.published or "no date"), style="bold cyan")
    heading.append(f"  {printable(document.title or document.id)}", style="bold")
    screen.print(heading)
    if record.events:
        screen.print(_events(record.events))
    else:
        screen.print("  no events\n")
    for fact in record.facts:
        screen.print(_line("fact", _fact(fact)))
    for quote in record.quotes:
        screen.print(_line("quote", _quote(quote)))
    for warning in record.warnings:
        screen.print(_line("note", f"{warning.kind}: {printable(warning.message)}", style="yellow"))
    screen.print()


def _events(events: tuple[EventRecord, ...]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for name in _COLUMNS:
        table.add_column(name, overflow="fold")
    for event in events:
        place = event.event_loc
        table.add_row(
            _when(event),
            _parties(event.actor),
            _what(event),
            _parties(event.recipient),
            printable(place.resolved_place or place.extracted_place) if place else "",
            ", ".join(printable(source.name) for source in event.attribution),
            _span_words(event),
        )
    return table


def _when(event: EventRecord) -> str:
    if event.date is None:
        return ""
    return str(event.date) if event.date == event.enddate else f"{event.date} to {event.enddate}"


def _what(event: EventRecord) -> str:
    """ "CONSULT/visit historical": the category, its modes, and what keeps it from being plain news."""
    notes = [*event.auxiliary, *(["campaign"] if event.extent == "campaign" else [])]
    return " ".join(["/".join([event.event, *event.mode]), *notes])


def _parties(parties: tuple[PartyRecord, ...]) -> str:
    return "; ".join(_party(party) for party in parties)


def _party(party: PartyRecord) -> str:
    codes = " ".join(code for code in (party.code, party.sector) if code)
    return f"{printable(party.name)} ({codes})" if codes else printable(party.name)


def _span_words(event: EventRecord) -> str:
    if event.trigger.text is None:
        return f"{event.trigger.start}:{event.trigger.end}"
    return shortened(event.trigger.text, _WORDS)


def _fact(fact: FactRecord) -> str:
    verb = fact.predicate.replace("_", " ")
    period = [f"{word} {day}" for word, day in (("from", fact.valid_from), ("to", fact.valid_to)) if day]
    said = " ".join([fact.subject, *([] if fact.polarity else ["not"]), verb, fact.object, *period])
    return printable(said)


def _quote(quote: QuoteRecord) -> str:
    words = f"{quote.start}:{quote.end}" if quote.text is None else f"“{shortened(quote.text, _QUOTE)}”"
    return f"{printable(quote.speaker or 'unknown speaker')}: {words}"


def _line(label: str, words: str, *, style: str = "") -> Text:
    return Text.assemble((f"  {label:6}", "dim"), (words, style))

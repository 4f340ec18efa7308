"""Compares a coded example with its claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations

from dragoman.codebook.claims import EventClaim, FactClaim, Nothing, PartyClaim, QuoteClaim, ValueClaim
from dragoman.codebook.examples import Example
from dragoman.evaluate.names import names_agree
from dragoman.model.record import EventRecord, FactRecord, PartyRecord, ReportRecord


@dataclass(frozen=True, slots=True)
class Verdict:
    """What differs; an example holds if nothing does."""

    example: Example
    differences: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether the record gives all that the example claims and, if it claims events, no other event."""
        return not self.differences


def verify(example: Example, record: ReportRecord) -> Verdict:
    """The differences between `record`, which coded the example's text, and its claims."""
    return Verdict(example, (*_events(example, record), *_others(example, record)))


def _events(example: Example, record: ReportRecord) -> tuple[str, ...]:
    """The events must be those claimed, one for one, in whichever order; without event claims they are not judged."""
    claims = [claim for claim in example.claims if isinstance(claim, EventClaim)]
    if not claims and not example.is_negative:
        return ()
    if len(claims) != len(record.events):
        found = ", ".join(f"{event.event} ({event.trigger.text})" for event in record.events)
        return (f"{len(record.events)} events, not {len(claims)}: {found or 'none'}",)
    attempts = [
        tuple(difference for claim, event in zip(claims, order, strict=True) for difference in _event(claim, event))
        for order in permutations(record.events)
    ]
    return min(attempts, key=len)


def _event(claim: EventClaim, event: EventRecord) -> Iterator[str]:
    if claim.category != event.event:
        yield f"{event.event} ({event.trigger.text}), not {claim.category}"
        return
    for role in ("actor", "recipient"):
        asked, parties = getattr(claim, role), getattr(event, role)
        if asked is not None and not _same_parties(asked, parties):
            yield f"{claim.category}: {role} is {_show_parties(parties)}"
    for field in ("mode", "auxiliary"):
        asked, got = getattr(claim, field), getattr(event, field)
        if asked is not None and set(asked) != set(got):
            yield f"{claim.category}: {field} is {', '.join(got) or 'none'}"
    if claim.context is not None and (missing := set(claim.context) - set(event.context)):
        yield f"{claim.category}: context lacks {', '.join(sorted(missing))}"
    for field, shown in _shown(event).items():
        asked = getattr(claim, field)
        if asked is not None and asked not in shown and not (field == "source" and names_agree(asked, shown[0])):
            yield f"{claim.category}: {field} is {shown[0]}"


def _shown(event: EventRecord) -> dict[str, tuple[str, ...]]:
    """The single values of an event in all the ways a claim may write them."""
    place, about = event.event_loc, event.about
    counts = {"dead": event.size.dead, "injured": event.size.injured, "arrested": event.size.arrested}
    return {
        "date": (_days(event.date, event.enddate),),
        "about": (_days(about.date, about.enddate) if about else "none",),
        "place": ("none",)
        if place is None
        else (place.country_code or "?", place.extracted_place, place.resolved_place or "?"),
        "source": (event.attribution[0].name if event.attribution else "none",),
        "trigger": (event.trigger.text or "",),
        "extent": (event.extent,),
        **{
            name: ("none",) if count is None else (str(count.best), f"{count.low}..{count.high}")
            for name, count in counts.items()
        },
    }


def _days(start: object, end: object) -> str:
    return "none" if start is None else str(start) if start == end else f"{start}..{end}"


def _same_parties(asked: tuple[PartyClaim, ...], parties: tuple[PartyRecord, ...]) -> bool:
    """Whether the participants can be paired one for one."""
    return len(asked) == len(parties) and any(
        all(_same_party(claim, party) for claim, party in zip(asked, order, strict=True))
        for order in permutations(parties)
    )


def _same_party(claim: PartyClaim, party: PartyRecord) -> bool:
    return (
        (claim.name is None or names_agree(claim.name, party.name) or names_agree(claim.name, party.text))
        and (claim.code is None or claim.code == (party.code or "?"))
        and (claim.sector is None or claim.sector == party.sector)
    )


def _show_parties(parties: tuple[PartyRecord, ...]) -> str:
    return ", ".join(f'"{p.name}" {p.code or "?"} {p.sector or ""}'.strip() for p in parties) or "nobody"


def _others(example: Example, record: ReportRecord) -> Iterator[str]:
    for claim in example.claims:
        match claim:
            case FactClaim():
                if any(_same_fact(claim, fact) for fact in record.facts) == claim.absent:
                    found = "; ".join(_show_fact(f) for f in record.facts) or "none"
                    yield f"fact {claim.predicate} of {claim.subject}: facts are {found}"
            case QuoteClaim():
                yield from _quote(claim, record)
            case ValueClaim():
                yield from _value(claim, record)
            case EventClaim() | Nothing():
                pass


def _same_fact(claim: FactClaim, fact: FactRecord) -> bool:
    return (
        (claim.predicate, claim.polarity) == (fact.predicate, fact.polarity)
        and names_agree(claim.subject, fact.subject)
        and names_agree(claim.object, fact.object)
    )


def _show_fact(fact: FactRecord) -> str:
    return f"{'' if fact.polarity else 'not '}{fact.subject} {fact.predicate} {fact.object}"


def _quote(claim: QuoteClaim, record: ReportRecord) -> Iterator[str]:
    quotes = [quote for quote in record.quotes if quote.text == claim.text]
    if claim.speaker == "nobody" and quotes and quotes[0].speaker is None:
        return
    if not any(names_agree(claim.speaker, quote.speaker) for quote in quotes):
        found = "; ".join(f"{quote.text!r} by {quote.speaker}" for quote in record.quotes) or "none"
        yield f"quotation {claim.text!r}: quotations are {found}"


def _value(claim: ValueClaim, record: ReportRecord) -> Iterator[str]:
    found: list[tuple[str, ...]] = []
    if claim.layer == "time":
        found = [(time.value,) for time in record.times if time.text == claim.words]
    elif claim.layer == "place":
        found = [
            (place.country_code or "?", str(place.geonameid), place.name or "?")
            for place in record.places
            if place.text == claim.words
        ]
    else:
        found = [
            (entity.name, entity.code or "?", f"{entity.name} {entity.code or '?'} {entity.sector or '?'}")
            for entity in record.entities
            for mention in entity.mentions
            if mention.text == claim.words
        ]
    if claim.value == "none":
        if found:
            yield f'{claim.layer} "{claim.words}" is {found[0][0]}'
    elif not any(claim.value in values for values in found):
        yield f'{claim.layer} "{claim.words}" is {found[0] if found else "not found"}'

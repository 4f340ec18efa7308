"""Runs the example sentences that every rule of a lexicon carries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dragoman.lexicon.schema import Discard, Example, Rule
from dragoman.model.record import EventRecord, PartyRecord, ReportRecord

Code = Callable[[str], ReportRecord]
"""Codes one sentence as a report of its own."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that does not come out as its rule says."""

    rule: str
    sentence: str
    reason: str


def failures(entries: Iterable[Rule | Discard], code: Code) -> Iterator[Failure]:
    """The examples of `entries` that fail, in their order; none where the lexicon does what it says."""
    for entry in entries:
        for example in entry.yes:
            events = code(example.text).events
            reason = _broken_discard(entry, events) if isinstance(entry, Discard) else _broken(entry, example, events)
            if reason:
                yield Failure(entry.id, example.text, reason)
        for example in entry.no:
            if isinstance(entry, Rule) and _by_rule(entry, code(example.text).events):
                yield Failure(entry.id, example.text, "stands under `no`, but the rule fired")


def _broken(rule: Rule, example: Example, events: tuple[EventRecord, ...]) -> str | None:
    """What is wrong with the best event of the rule, or None if one of them is as the example says."""
    fired = _by_rule(rule, events)
    if not fired:
        others = ", ".join(f"{event.event} by {' '.join(event.rules)}" for event in events)
        return f"the rule did not fire ({f'there is {others}' if others else 'no event'})"
    reasons = [_differs(example, event) for event in fired]
    return None if None in reasons else reasons[0]


def _by_rule(rule: Rule, events: tuple[EventRecord, ...]) -> list[EventRecord]:
    return [event for event in events if rule.id in event.rules]


def _differs(example: Example, event: EventRecord) -> str | None:
    found: dict[str, set[str]] = {
        "actor": _codes(event.actor),
        "recipient": _codes(event.recipient),
        "mode": set(event.mode),
        "auxiliary": set(event.auxiliary),
    }
    for field, got in found.items():
        asked: tuple[str, ...] | None = getattr(example, field)
        if asked is not None and set(asked) != got:
            return f"{field} is {sorted(got)}, not {sorted(asked)}"
    return None


def _codes(parties: tuple[PartyRecord, ...]) -> set[str]:
    return {party.code for party in parties if party.code}


def _broken_discard(discard: Discard, events: tuple[EventRecord, ...]) -> str | None:
    """A discarded wording may stand in a sentence with an event, but not inside the event's trigger."""
    for event in events:
        if any(phrase in (event.trigger.text or "").casefold() for phrase in discard.phrase):
            return f"is discarded, but gave {event.event}"
    return None

"""What the rules of coding say of one event that a program can hold it to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from dragoman.corpus.anchors import AnchorError, occurrences, parse
from dragoman.corpus.source import CodedEvent, Coding, Head
from dragoman.lexicon.schema import MODES
from dragoman.model.event import Category

_WITH_RECIPIENT = frozenset({"COOPERATE", "AID", "SANCTION"})
_FUTURE_IS: Mapping[Category, Category] = MappingProxyType(
    {
        "CONSULT": "AGREE",
        "SUPPORT": "AGREE",
        "COOPERATE": "AGREE",
        "AID": "AGREE",
        "RETREAT": "CONCEDE",
    }
)
"""What a promised act is, by the category of the act."""
_NOT_YET = frozenset({"future", "hypothetical"})


def event_problems(event: CodedEvent, head: Head, coding: Coding) -> Iterator[tuple[str, str]]:
    """Pairs of a field of the event and what to do about it."""
    if unknown := sorted(set(event.mode) - MODES[event.event]):
        known = ", ".join(sorted(MODES[event.event])) or "none"
        yield "mode", f"{event.event} has no mode {', '.join(unknown)}; it has {known}"
    if event.event in _WITH_RECIPIENT and not event.recipient:
        yield "recipient", f"{event.event} needs one; the grammatical subject acts, the partners receive"
    if not event.actor and not event.recipient:
        yield "actor", "names nobody, nor does recipient; an event that nobody in the text does or suffers is not coded"
    if "future" in event.auxiliary and event.event in _FUTURE_IS:
        yield "auxiliary", f"a promised {event.event} is {_FUTURE_IS[event.event]} without future"
    for role, names in (("actor", event.actor), ("recipient", event.recipient), ("auxiliary", event.auxiliary)):
        if len(set(names)) < len(names):
            yield role, "names the same twice"
    yield from _date_problems(event, head)
    yield from _source_problems(event, head, coding)


def _date_problems(event: CodedEvent, head: Head) -> Iterator[tuple[str, str]]:
    if event.date is not None and event.date.end > head.published and not _NOT_YET & set(event.auxiliary):
        yield (
            "date",
            (
                f"{event.date.end} is after the publication on {head.published}; end it there, or mark it future "
                "(promises are dated by the day they were made, with the promised day in about)"
            ),
        )


def _source_problems(event: CodedEvent, head: Head, coding: Coding) -> Iterator[tuple[str, str]]:
    """A source that is nobody of `who` has at least to be words of the text."""
    if event.source is None or coding.somebody(event.source) is not None:
        return
    try:
        in_text = bool(occurrences(head.text, parse(event.source)))
    except AnchorError:
        in_text = False
    if not in_text:
        yield "source", f"{event.source!r} is neither a name in who nor words of the text; write one of them"

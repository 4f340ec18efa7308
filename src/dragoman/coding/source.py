"""Who says so: the source inside the text behind an event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.model.actor import Reference
from dragoman.model.event import Attribution
from dragoman.model.layers import Quote
from dragoman.model.span import Span

SPEECH_ACTS = frozenset({"ACCUSE", "SUPPORT", "AGREE", "REQUEST", "REJECT", "THREATEN", "CONCEDE"})
"""Categories done by speaking: who speaks is their actor and not, besides, their source."""


def covering_quotes(trigger: Span, quotes: Sequence[Quote]) -> list[Quote]:
    """The quotations and reported clauses that hold the trigger, innermost first."""
    return sorted((q for q in quotes if q.span.covers(trigger)), key=lambda q: (len(q.span), q.span.start))


def attribute(
    category: str,
    actors: Sequence[Reference],
    quotes: Sequence[Quote],
    references: Mapping[tuple[int, int], tuple[Reference, ...]],
    text: str,
) -> tuple[Attribution, ...]:
    """The innermost named source; empty where the report speaks in its own voice.

    An actor is not the source of what it does by speaking ("Chile said it rejected the plan" has none), nor an official
    of what he announces for his state ("The premier announced that Chile was suspending payments").
    """
    for quote in quotes:
        if quote.speaker is None:
            continue
        named = references.get(quote.head, ()) if quote.head is not None else ()
        who = named[0] if named else None
        if who is not None and category in SPEECH_ACTS and any(_speaks(who, a, quote) for a in actors):
            return ()
        if who is not None and _announces_own(who, quote, actors, text):
            return ()
        words = " ".join(quote.speaker.of(text).split())
        name = who.name if who is not None else words
        return (Attribution(quote.speaker, name, who.entity if who is not None else None, quote.stance),)
    return ()


def _speaks(who: Reference, actor: Reference, quote: Quote) -> bool:
    """Whether the actor is the speaker, or the state for which the speaker says "we"."""
    for_us = actor.via == "coreference" and quote.span.covers(actor.span) and actor.code == who.code
    return actor.entity == who.entity or (for_us and actor.code is not None)


def _announces_own(who: Reference, quote: Quote, actors: Sequence[Reference], text: str) -> bool:
    """Whether an official announces what his own state does: the announcement is its act, and no claim about it."""
    announced = quote.cue is not None and quote.cue.of(text).lower().startswith("announce")
    return announced and who.sector == "GOV" and any(a.type == "state" and a.code == who.code for a in actors)


def implied_speaker(
    quotes: Sequence[Quote], references: Mapping[tuple[int, int], tuple[Reference, ...]]
) -> tuple[Reference, ...]:
    """Who does by speaking what the words alone ascribe to nobody: "said that the rebels would face consequences"."""
    for quote in quotes:
        named = references.get(quote.head, ()) if quote.head is not None else ()
        if named:
            return tuple(replace(r, via="implicit") for r in named[:1])
    return ()

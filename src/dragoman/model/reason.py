"""Why something was not coded: a no is data too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.model.span import Span

ReasonCode = Literal[
    "no_trigger",  # an actor is named, but no word of the lexicon
    "no_frame_fit",  # a trigger word, but its frame's conditions are not met
    "no_actor",  # a trigger, but nobody who could act or receive
    "region_actor",  # the only participant is a regional construct ("the West")
    "recipient_needed",  # COOPERATE, AID and SANCTION need a recipient
    "within_other",  # told as the content of another event (demanded, threatened, promised)
    "discarded_by_rule",  # a rule of the lexicon says that this use is no event
    "low_score",  # a candidate, but below the threshold
    "non_event_report",  # sport, business or the like
]


@dataclass(frozen=True, slots=True)
class Skipped:
    """One sentence or candidate without event; `trigger` is None where no word of the lexicon stands."""

    sentence: int
    span: Span
    reason: ReasonCode
    trigger: Span | None = None
    rule: str | None = None
    detail: str = ""

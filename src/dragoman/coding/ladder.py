"""Which of the places offered for an event is its own: the first rung of a ladder that one of them stands on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.coding.candidate import Candidate
from dragoman.coding.narrative import LEAD_SENTENCES
from dragoman.coding.source import SPEECH_ACTS
from dragoman.coding.traits import DEEDS

MEETING = frozenset({"CONSULT"})
DEED = DEEDS - MEETING
ACT = DEED | MEETING
LOCAL = DEED - {"COOPERATE", "RETREAT", "SANCTION"}
"""Deeds that are bound to where they are done, and so to where the acts told before them were done."""
ALL = ACT | SPEECH_ACTS
SENT = frozenset({"AID", "CONSULT", "MOBILIZE"})
"""Acts that are done where those who are sent, or what is sent, arrive."""


@dataclass(frozen=True, slots=True)
class Rung:
    """A feature that places events of these categories: `lead` only in the first sentences, `never` not with it."""

    feature: str
    categories: frozenset[str]
    lead: bool = False
    never: str = ""


LADDER = (
    # What the clause says.
    Rung("into", DEED),
    Rung("brought_to", SENT),
    Rung("bound_for", frozenset({"AGREE"})),
    Rung("left", frozenset({"RETREAT"})),
    Rung("target", ACT),
    Rung("sited_own", ALL),
    Rung("sited_noun", DEED),
    Rung("sited_noun", MEETING, never="topic"),
    Rung("there", DEED),
    Rung("region", DEED),
    Rung("hit", DEED),
    Rung("sited_above", ALL),
    Rung("happening", DEED),
    Rung("sited_when", DEED),
    Rung("sited_subject", SPEECH_ACTS),
    Rung("sited_occasion", SPEECH_ACTS),
    Rung("said_there", SPEECH_ACTS),
    # What everybody knows: courts sit in their country, "here" is the place of writing.
    Rung("court", DEED | SPEECH_ACTS),
    Rung("here", ACT),
    Rung("institution", ALL),
    # What the sides and the acts before tell.
    Rung("implied", ACT),
    Rung("sited_above_noun", ACT),
    Rung("told_1_before", DEED - {"SANCTION"}),
    Rung("act_before_near", LOCAL),
    Rung("act_before", LOCAL),
    Rung("on_a_visit", ALL),
    Rung("session", SPEECH_ACTS),
    # Where the news of the report comes from.
    Rung("dateline", MEETING, lead=True),
    Rung("dateline_home", DEED | SPEECH_ACTS, lead=True),
    Rung("dateline_home", LOCAL),
    Rung("abroad", frozenset({"COERCE"})),
)
"""Tried in this order: what the clause says, what everybody knows, what other acts tell, where the report is from."""


def choose(candidate: Candidate, options: Mapping[int, Mapping[str, float]]) -> tuple[int, str] | None:
    """The place that stands on the highest rung and that rung's feature; None where none does.

    A telephone call has no place.
    """
    if "phone" in candidate.mode:
        return None
    for rung in LADDER:
        if candidate.category not in rung.categories or (rung.lead and candidate.sentence.index >= LEAD_SENTENCES):
            continue
        for place, features in options.items():
            if rung.feature in features and rung.never not in features:
                return place, rung.feature
    return None

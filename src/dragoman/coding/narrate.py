"""Background or news: a second look at every happening, once all of the report is known.

A logistic model over named traits decides (`weights.yml`, column `historical`); what is old by its own date is
background without asking it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from dragoman.coding.candidate import Candidate
from dragoman.coding.linear import Linear
from dragoman.coding.narrative import LEAD_SENTENCES
from dragoman.coding.traits import DEEDS
from dragoman.model.event import EventDate

KIND: Mapping[str, str] = {"ASSAULT": "attack", "CONSULT": "talks", "PROTEST": "protest"}
"""The kind of event noun (known.py) that takes up an event of a category."""
HISTORICAL = 0.5
"""From this probability on a happening is background."""


def narrate(
    candidates: Sequence[Candidate], model: Linear, *, published: date | None, speakers: frozenset[str]
) -> list[Candidate]:
    """The candidates in text order, background marked `historical`, and without a date where none is told.

    Background that came after something dated has the date of that. Without a publication date nothing is judged.
    """
    if published is None:
        return list(candidates)
    out: list[Candidate] = []
    lead = [c for c in candidates if c.sentence.index < LEAD_SENTENCES]
    for candidate in candidates:
        traits = {**dict(candidate.traits), **_among(candidate, lead, out, speakers)}
        seen = replace(candidate, traits=tuple(sorted(traits.items())))
        open_question = not (candidate.status.future or candidate.status.hypothetical or candidate.old)
        if candidate.old or (open_question and model.probability(traits) >= HISTORICAL):
            seen = _background(seen)
        out.append(seen)
    return out


def move_to(candidates: Sequence[Candidate], day: date | None) -> list[Candidate]:
    """The candidates, those dated by publication moved to the day of the report's news."""
    return [
        replace(c, when=replace(c.when, start=day, end=day, basis="inferred"))
        if c.when.basis == "publication" and day is not None and c.when.start not in (None, day)
        else c
        for c in candidates
    ]


def _is_undated_deed(candidate: Candidate) -> bool:
    return candidate.category in DEEDS and candidate.when.basis == "publication" and candidate.when.span is None


def _background(candidate: Candidate) -> Candidate:
    undated = candidate.when.basis == "publication" and candidate.when.span is None
    when = (candidate.before_news or EventDate()) if undated else candidate.when
    # What was said long ago to be planned is history, done or not.
    still = tuple(a for a in candidate.auxiliary if a != "future")
    return replace(candidate, auxiliary=("historical", *still), when=when)


def _among(
    candidate: Candidate, lead: Sequence[Candidate], earlier: Sequence[Candidate], speakers: frozenset[str]
) -> Mapping[str, float]:
    """How the happening stands to the others of the report; `speakers` are the entities that it quotes."""
    others = [c for c in lead if c is not candidate]
    doers = {r.entity for c in others for r in c.actor}
    news = {
        r.entity
        for c in earlier
        if c.sentence.index < LEAD_SENTENCES and "historical" not in c.auxiliary
        for r in c.actor
    }
    told = dict(candidate.traits)
    news_lead = [c for c in earlier if c.sentence.index < LEAD_SENTENCES and "historical" not in c.auxiliary]
    touched = {r.entity for c in others for r in (*c.actor, *c.recipient)}
    theirs = {r.entity for r in candidate.actor}
    low = candidate.sentence.index >= LEAD_SENTENCES
    names = {
        "goes_on": bool(theirs & doers),
        "goes_on_undated": bool(theirs & doers) and "dated_not" in dict(candidate.traits),
        "newcomer": low and bool(theirs) and not theirs & touched,
        "nobody_acts": not theirs,
        "of_the_lead": low and any(c.lemma == candidate.lemma and c.category == candidate.category for c in others),
        "after_background": bool(earlier) and "historical" in earlier[-1].auxiliary,
        "answers_lead": any(f"mentions_{KIND[c.category]}" in told for c in news_lead if c.category in KIND),
        # Counted when the rule was written: 85% of such deeds of the dev articles were background.
        "untold_deed": low and not candidate.quoted and not theirs & news and _is_undated_deed(candidate),
        # Attacks are many, and their dead are summed up: the lead's attack is not the one told below.
        "again": low and candidate.category != "ASSAULT" and any(c.rules == candidate.rules for c in news_lead),
        "person_acts": any(r.type == "person" for r in candidate.actor),
        "speaker_acts": bool(theirs & speakers),
        "speaker_acts_undated": bool(theirs & speakers) and "dated_not" in dict(candidate.traits),
    }
    return {name: 1.0 for name, holds in names.items() if holds}

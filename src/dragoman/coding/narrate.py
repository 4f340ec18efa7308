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
from dragoman.model.actor import Reference
from dragoman.model.event import EventDate

KIND: Mapping[str, str] = {"ASSAULT": "attack", "CONSULT": "talks", "PROTEST": "protest"}
"""The kind of event noun (known.py) that takes up an event of a category."""
HISTORICAL = 0.5
"""From this probability on a happening is background."""


def narrate(
    candidates: Sequence[Candidate], model: Linear, *, published: date | None, speakers: frozenset[str]
) -> list[Candidate]:
    """The candidates in text order, background marked `historical`, and without a date where none is told.

    A person whom the report has so far named only in background ("the visit of the minister in May") stays in it, and
    an undated deed takes the date of that background. Without a publication date nothing is judged.
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
            seen = _background(seen, out)
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


def _background(candidate: Candidate, earlier: Sequence[Candidate]) -> Candidate:
    undated = candidate.when.basis == "publication" and candidate.when.span is None
    when = _date_of_background(candidate, earlier) if undated else candidate.when
    # What was said long ago to be planned is history, done or not.
    still = tuple(a for a in candidate.auxiliary if a != "future")
    return replace(candidate, auxiliary=("historical", *still), when=when)


def _date_of_background(candidate: Candidate, earlier: Sequence[Candidate]) -> EventDate:
    """What the happening came after, else the date of the background in which the acting persons stood last.

    None where they were in the news too. Only the past goes on with it: what is alleged now has no date.
    """
    if candidate.before_news is not None:
        return candidate.before_news
    theirs = _with_persons(candidate, earlier)
    if not candidate.status.past or not theirs or not all("historical" in c.auxiliary for c in theirs):
        return EventDate()
    dated = [c for c in theirs if c.when.start is not None and c.when.basis != "publication"]
    return replace(dated[-1].when, basis="inferred") if dated else EventDate()


def _with_persons(candidate: Candidate, earlier: Sequence[Candidate]) -> list[Candidate]:
    persons = {r.entity for r in candidate.actor if r.type == "person"}
    return [c for c in earlier if persons & {r.entity for r in (*c.actor, *c.recipient)}]


def _only_in_background(person: Reference, earlier: Sequence[Candidate]) -> bool:
    """Whether the report has told of the person before, and only in background."""
    theirs = [c for c in earlier if any(person.entity == r.entity for r in (*c.actor, *c.recipient))]
    return person.type == "person" and bool(theirs) and all("historical" in c.auxiliary for c in theirs)


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
        "told_in_background": any(_only_in_background(person, earlier) for person in candidate.actor),
        "told_in_news": any("historical" not in c.auxiliary for c in _with_persons(candidate, earlier)),
        "after_background": bool(earlier) and "historical" in earlier[-1].auxiliary,
        "campaign": candidate.campaign and candidate.status.nominal and _is_undated_deed(candidate),
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

"""Second look at undated happenings, once all of the report is known: news or background?

News that stands below the lead carries a time or a source of its own. Counted on the dev articles when the rule was
written, 85% of the acts told after the lead with neither were background (`historical`), against 8% of those in the
lead and 25% of those with a source.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.candidate import Candidate
from dragoman.coding.narrative import LEAD_SENTENCES
from dragoman.model.event import EventDate

ACTS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "AID", "COOPERATE", "RETREAT", "SANCTION", "CONSULT"})
"""Categories of deeds; what is done by speaking is too often news of its own to be settled by place alone."""


def settle(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates in text order, undated background marked `historical` and without a date.

    Who acts in the lead goes on acting below it: a further deed of that person or body stays news. A person whom the
    report has so far named only in background ("the visit of the minister in May") stays in it, and the deed takes
    the date of that background.
    """
    out: list[Candidate] = []
    for candidate in candidates:
        settled = candidate
        if candidate.when.basis == "publication" and candidate.when.span is None and not candidate.quoted:
            settled = _inherited(candidate, out) or _below_lead(candidate, out)
        out.append(settled)
    return out


def _inherited(candidate: Candidate, earlier: Sequence[Candidate]) -> Candidate | None:
    persons = {r.entity for r in candidate.actor if r.type == "person"}
    theirs = [c for c in earlier if persons & {r.entity for r in (*c.actor, *c.recipient)}]
    if not theirs or not all("historical" in c.auxiliary for c in theirs):
        return None
    dated = [c for c in theirs if c.when.start is not None and c.when.basis != "publication"]
    when = replace(dated[-1].when, basis="inferred") if dated else EventDate()
    return replace(candidate, auxiliary=("historical", *candidate.auxiliary), when=when)


def _below_lead(candidate: Candidate, earlier: Sequence[Candidate]) -> Candidate:
    news = {
        r.entity
        for c in earlier
        if c.sentence.index < LEAD_SENTENCES
        for r in c.actor
        if "historical" not in c.auxiliary
    }
    goes_on = any(r.entity in news for r in candidate.actor)
    if candidate.category not in ACTS or candidate.sentence.index < LEAD_SENTENCES or goes_on:
        return candidate
    return replace(candidate, auxiliary=("historical", *candidate.auxiliary), when=EventDate())

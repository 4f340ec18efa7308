"""Which facts an event begins or ends: the embassy that was opened, the body that was joined, the post given up.

| event, by its rule | what it does |
|---|---|
| ties established, cut | begins, ends `diplomatic_relations` of its two sides |
| embassy opened, closed | begins, ends `hosts` |
| body joined, left | begins, ends `member_of` |
| agreement signed or ratified, left | begins, ends `party_to` |
| resignation | ends the one office that the report gives the person |

The agreement may be told of in one sentence and signed in another: the fact is known by its entity.
An event that begins a relation ends a fact that denies it, and the other way about. What is planned, supposed or denied
begins and ends nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from dragoman.model.actor import Entity
from dragoman.model.event import EventMention
from dragoman.model.fact import FactMention, Predicate
from dragoman.model.layers import Layers

UNREAL = frozenset({"future", "hypothetical", "negation"})
MEMBERSHIP: tuple[Predicate, ...] = ("member_of", "party_to")
BEGINNING: Mapping[str, tuple[Predicate, ...]] = {
    "support.establish_ties": ("diplomatic_relations",),
    "support.open_embassy": ("hosts",),
    "support.join_body": MEMBERSHIP,
    "support.admit_member": ("member_of",),
    "support.sign": ("party_to",),
    "support.signing": ("party_to",),
    "support.ratify": ("party_to",),
}
ENDING: Mapping[str, tuple[Predicate, ...]] = {
    "sanction.sever_ties": ("diplomatic_relations",),
    "sanction.close_embassy": ("hosts",),
    "sanction.quit_body": MEMBERSHIP,
    "sanction.withdrawal_from": MEMBERSHIP,
    "sanction.expel_member": ("member_of",),
}
OF_ITS_ACTOR = frozenset({"support.join_body", "sanction.quit_body", "sanction.withdrawal_from"})
"""Rules by which an event begins or ends only what its actor is a member of, or party to."""
LEAVING_OFFICE = frozenset({"retreat.resign", "retreat.resignation", "retreat.submit_resignation"})


STILL_CALLED_BY_IT = timedelta(days=31)
"""How long after a resignation reports still give the office to whoever left it; a judgement, not a measurement."""
SAME_ACT = 1
"""How many years apart two datings of one act may lie: "last year" beside "in 2020" is meant as one."""


@dataclass(frozen=True, slots=True)
class Links:
    """The facts that one event begins and ends, by their places in `Layers.facts`."""

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


def link_facts(layers: Layers) -> tuple[Links, ...]:
    """One `Links` for each event of `layers.coding`, in order; most are empty."""
    entities = {e.id: e for e in (layers.actors.entities if layers.actors else ())}
    facts = layers.facts.facts if layers.facts else ()
    objects = [o.entity for o in (layers.facts.objects if layers.facts else ())]
    return tuple(
        _links(event, facts, entities, _object_of(event, objects))
        for event in (layers.coding.events if layers.coding else ())
    )


def _object_of(event: EventMention, objects: Sequence[Entity]) -> str | None:
    """The one agreement that the event's sentence speaks of; None where there are several."""
    inside = {o.id for o in objects if o.type == "agreement" and any(event.sentence.covers(m) for m in o.mentions)}
    return next(iter(inside)) if len(inside) == 1 else None


def _links(
    event: EventMention, facts: tuple[FactMention, ...], entities: Mapping[str, Entity], agreement: str | None
) -> Links:
    if not UNREAL.isdisjoint(event.auxiliary):
        return Links()
    starts: list[int] = []
    ends: list[int] = list(_offices_left(event, facts))
    for i, fact in enumerate(facts):
        begins = any(fact.predicate in BEGINNING.get(rule, ()) for rule in event.rules)
        finishes = any(fact.predicate in ENDING.get(rule, ()) for rule in event.rules)
        if begins == finishes or not _is_about(event, fact, entities, agreement):
            continue
        if begins == fact.polarity and _begins_then(event, fact):
            starts.append(i)
        elif begins != fact.polarity and not _begins_later(event, fact):
            ends.append(i)
    return Links(tuple(starts), tuple(ends))


def _offices_left(event: EventMention, facts: tuple[FactMention, ...]) -> Iterator[int]:
    """The office of whoever resigns, if the report gives the person one only."""
    if LEAVING_OFFICE.isdisjoint(event.rules):
        return
    who = {r.entity for r in event.actor}
    held = [i for i, f in enumerate(facts) if f.subject_entity in who and _may_be_left(event, f)]
    near = [i for i in held if event.sentence.covers(facts[i].evidence)]
    yield from held if len(held) == 1 else near if len(near) == 1 else ()


def _may_be_left(event: EventMention, fact: FactMention) -> bool:
    """Whether the fact is an office that the event can have ended: one held long after it is a later term."""
    if fact.predicate == "formerly_held_office":
        return True
    left = event.when.end or event.when.start
    later = fact.as_of is not None and left is not None and fact.as_of - left > STILL_CALLED_BY_IT
    return fact.predicate == "holds_office" and fact.polarity and not later


def _is_about(event: EventMention, fact: FactMention, entities: Mapping[str, Entity], agreement: str | None) -> bool:
    """Whether the fact's sides take part in the event; one of them is enough where the same words tell both."""
    everybody = (*event.actor, *event.recipient)
    sides = event.actor if not OF_ITS_ACTOR.isdisjoint(event.rules) else everybody
    members, codes = {r.entity for r in everybody}, {r.code for r in sides} - {None}
    if fact.predicate == "diplomatic_relations":
        together = fact.subject_entity in members and fact.object_entity in members
        return together or (event.trigger.overlaps(fact.evidence) and bool({fact.subject_entity} & members))
    subject = entities.get(fact.subject_entity or "")
    state = subject is not None and subject.type == "state" and subject.code in codes
    acts = state or fact.subject_entity in {r.entity for r in sides}
    told_together = event.trigger.overlaps(fact.evidence)
    if fact.predicate == "hosts":
        told_together = event.sentence.covers(fact.evidence) and fact.object.startswith(("Embassy", "Consulate"))
    if fact.predicate == "party_to":
        told_together = told_together or (agreement is not None and fact.object_entity == agreement)
    return acts and (told_together or fact.object_entity in members)


def _begins_then(event: EventMention, fact: FactMention) -> bool:
    """Whether nothing dates the fact's beginning otherwise than the event."""
    if fact.valid_from is None or event.when.start is None:
        return True
    if fact.predicate == "diplomatic_relations":
        return abs(event.when.start.year - fact.valid_from.year) <= SAME_ACT
    return event.when.start <= fact.valid_from <= (event.when.end or event.when.start)


def _begins_later(event: EventMention, fact: FactMention) -> bool:
    return fact.valid_from is not None and event.when.start is not None and fact.valid_from >= event.when.start

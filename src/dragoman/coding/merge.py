"""One happening, one event: candidates of a report that tell the same happening become one with `also`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.candidate import Candidate
from dragoman.coding.conflicts import counted_apart
from dragoman.model.actor import Reference

HURTS = frozenset({"wound", "injure", "hurt", "maim"})
HARMS = HURTS | {"kill"}
"""What a sentence tells an attack by beside naming it: "attacked a convoy, killing two and wounding four"."""
SYMMETRIC = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE"})
"""Categories in which a later mention may swap the sides."""
CROWDS = frozenset({"demo", "riot", "obstruct"})
"""What one crowd does in turn; strikes, hunger strikes and boycotts stand apart."""
DEEDS = frozenset({"COERCE", "PROTEST"})
"""Categories in which what one party does in one sentence is one event, whatever the mode and to whom."""
SOON = 2
"""Sentences within which a report goes on about an attack or an arrest."""


def merge(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates in text order, later mentions folded into the best-told one of the same happening.

    What is told on is asked of whole events: the dead of an attack that their own sentence tells are not those of the
    attack before.
    """
    events: list[Candidate] = []
    for same_event in (same_happening, told_on):
        kept: list[Candidate] = []
        for candidate in events or candidates:
            same = next((n for n, k in enumerate(kept) if same_event(k, candidate)), None)
            if same is None:
                kept.append(candidate)
            else:
                kept[same] = _join(kept[same], candidate)
        events = kept
    return [c for c in events if not _absorbed(c, events)]


def same_happening(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates are one happening: one category, no denial or other day between them, sides that fit."""
    return _agree(one, other) and _reads_as_one(one, other)


def told_on(one: Candidate, other: Candidate) -> bool:
    """Whether the second goes on about the first in other words: nothing contradicts it and it has no time of its own.

    The second sentence of a report tells its first in full, and soon after an attack come its dead and wounded, after
    an arrest the word for it again, after a demonstration what the crowd did. What "also" happened is another thing.
    """
    later = other.sentence.index - one.sentence.index
    adds = ("also", 1.0) in other.traits
    if later < 1 or adds or not _agree(one, other) or not _same_countries(one, other):
        return False
    if one.sentence.index == 0 and later == 1:
        return True
    if other.when.span is not None:
        return False
    if one.category == "PROTEST":
        return one.mode == other.mode or {*one.mode, *other.mode} <= CROWDS
    arrested_again = one.category == "COERCE" and bool({*one.rules} & {*other.rules})
    return later <= SOON and (arrested_again or _is_bare_toll(other))


def _agree(one: Candidate, other: Candidate) -> bool:
    """Whether category and modes are the same and the dates do not contradict each other."""
    same_kind = one.category == other.category and one.auxiliary_key == other.auxiliary_key
    return same_kind and _dates_agree(one, other)


def _is_bare_toll(candidate: Candidate) -> bool:
    """Whether it says only who died or was hurt, not by whom or what."""
    return candidate.lemma in HARMS and not candidate.actor and not candidate.mode


def _same_countries(one: Candidate, other: Candidate) -> bool:
    """Whether each side has a country in common with its counterpart, as far as both are known."""
    for sides in ((one.actor, other.actor), (one.recipient, other.recipient)):
        a, b = ({r.code for r in side if r.code} for side in sides)
        if a and b and not a & b:
            return False
    return True


def _reads_as_one(one: Candidate, other: Candidate) -> bool:
    """Sides that do not contradict each other and, in another sentence, the same word, a definite noun or both sides.

    Whose deed is told again in the same word may do it to the same country under another name, unless it is counted
    otherwise (23 arrested in one town and two in another) or befalls other people: who met a king and then a prince
    met twice.
    """
    within = one.sentence.index == other.sentence.index
    if _is_toll(one, other):
        return _fits(one.actor, other.actor, strict=False)
    if _is_talk_on_visit(one, other) or _is_talk_on_visit(other, one):
        return False
    if within and one.category in DEEDS and one.actor and _keys(one.actor) == _keys(other.actor):
        return True
    same_actor = bool(_keys(one.actor) & _keys(other.actor))
    again = same_actor and one.lemma == other.lemma and not (counted_apart(one, other) or _other_people(one, other))
    strict = not (within or again)
    fits = all(_fits(a, b, strict=strict) for a, b in ((one.actor, other.actor), (one.recipient, other.recipient)))
    same_sides = same_actor and bool(_keys(one.recipient) & _keys(other.recipient))
    told = within or one.lemma == other.lemma or other.definite or one.definite or same_sides
    return (
        told
        and (fits or _swapped(one, other))
        and (not one.mode or not other.mode or bool({*one.mode} & {*other.mode}))
    )


def _is_toll(one: Candidate, other: Candidate) -> bool:
    """Whether one counts dead or wounded of the attack that its sentence tells: all are recipients of one attack."""
    tolls = [c for c in (one, other) if c.lemma in HARMS]
    return bool(tolls) and one.category == "ASSAULT" and one.sentence.index == other.sentence.index


def _other_people(one: Candidate, other: Candidate) -> bool:
    """Whether both befall persons, and not the same ones."""
    people = [{r.entity for r in c.recipient if r.type == "person"} for c in (one, other)]
    return all(people) and not people[0] & people[1]


def _is_talk_on_visit(visit: Candidate, talk: Candidate) -> bool:
    """Whether the second tells of talks with others than those whom the first says were visited."""
    if "visit" not in visit.mode or not visit.recipient or talk.mode or talk.recipient or len(talk.actor) < 2:
        return False
    return not _keys(talk.actor) & _keys(visit.recipient)


def _fits(one: Sequence[Reference], other: Sequence[Reference], *, strict: bool) -> bool:
    """Whether one side can be the other, told in more or fewer words."""
    a, b = _keys(one), _keys(other)
    if not a or not b or a <= b or b <= a:
        return True
    codes = {r.code for r in one}, {r.code for r in other}
    return not strict and None not in codes[0] and bool(codes[0] & codes[1])


def _swapped(one: Candidate, other: Candidate) -> bool:
    everyone = _keys((*one.actor, *one.recipient)), _keys((*other.actor, *other.recipient))
    return one.category in SYMMETRIC and len(everyone[0]) > 1 and everyone[0] == everyone[1]


def _keys(side: Sequence[Reference]) -> frozenset[str]:
    return frozenset(r.entity for r in side)


def _everybody(one: Candidate, other: Candidate) -> tuple[Reference, ...]:
    """Whom either befell, in text order; the wounded only where nobody else is named."""
    worst = [c for c in (one, other) if c.lemma not in HURTS and c.recipient] or [one, other]
    told = [r for c in worst for r in c.recipient]
    return tuple(r for n, r in enumerate(told) if all(r.entity != t.entity for t in told[:n]))


def _absorbed(candidate: Candidate, kept: Sequence[Candidate]) -> bool:
    """Whether a move of forces is told in one breath with their attack: then it is part of it (PLOVER, MOBILIZE)."""
    return candidate.category == "MOBILIZE" and any(
        other.category == "ASSAULT"
        and other.sentence.index == candidate.sentence.index
        and bool(_keys(other.actor) & _keys(candidate.actor))
        for other in kept
    )


def _dates_agree(one: Candidate, other: Candidate) -> bool:
    a, b = one.when, other.when
    if "publication" in (a.basis, b.basis):
        return True  # a date by default contradicts nothing
    if a.start is None or b.start is None or a.end is None or b.end is None:
        return True
    return a.start <= b.end and b.start <= a.end


def _told_as_well(one: Candidate, other: Candidate) -> bool:
    """Whether one is told at least as well: with a time of its own, then as surely."""
    dated = [c.when.span is not None for c in (one, other)]
    return dated[0] if dated[0] != dated[1] else one.likelihood >= other.likelihood


def _join(kept: Candidate, other: Candidate) -> Candidate:
    """The better-told candidate with the other's trigger under `also`, and what it lacks from the other.

    The place is that of the surer telling that has one.
    """
    first, second = (kept, other) if _told_as_well(kept, other) else (other, kept)
    default = first.when.start is None or first.when.basis == "publication"
    told = second.when.start is not None and second.when.basis != "publication"
    placed = max((kept, other), key=lambda c: (c.place is not None, c.likelihood))
    return replace(
        first,
        actor=first.actor or second.actor,
        recipient=_everybody(kept, other) if _is_toll(kept, other) else first.recipient or second.recipient,
        mode=first.mode or second.mode,
        context=tuple(dict.fromkeys((*first.context, *second.context))),
        when=second.when if default and told else first.when,
        auxiliary=second.auxiliary if default and told else first.auxiliary,
        attribution=kept.attribution,  # who says so stands where the happening is told first
        place=placed.place,
        place_features=placed.place_features,
        place_probability=placed.place_probability,
        also=tuple(sorted({*first.also, *second.also, second.trigger})),
        rules=tuple(dict.fromkeys((*first.rules, *second.rules))),
        size=tuple(sorted({**dict(second.size), **dict(first.size)}.items())),
    )

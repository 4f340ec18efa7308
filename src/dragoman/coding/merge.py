"""One happening, one event: candidates of a report that tell the same happening become one with `also`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.candidate import Candidate
from dragoman.model.actor import Reference

SYMMETRIC = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE"})
"""Categories in which a later mention may swap the sides."""


def merge(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates in text order, later mentions folded into the best-told one of the same happening."""
    kept: list[Candidate] = []
    for candidate in candidates:
        same = next((n for n, k in enumerate(kept) if same_happening(k, candidate)), None)
        if same is None:
            kept.append(candidate)
        else:
            kept[same] = _join(kept[same], candidate)
    return [c for c in kept if not _absorbed(c, kept)]


def _absorbed(candidate: Candidate, kept: Sequence[Candidate]) -> bool:
    """Whether a move of forces is told in one breath with their attack: then it is part of it (PLOVER, MOBILIZE)."""
    return candidate.category == "MOBILIZE" and any(
        other.category == "ASSAULT"
        and other.sentence.index == candidate.sentence.index
        and bool(_keys(other.actor) & _keys(candidate.actor))
        for other in kept
    )


def same_happening(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates can be one happening: same category and mode, times and sides that do not contradict."""
    if one.category != other.category or one.auxiliary_key != other.auxiliary_key:
        return False
    if one.mode and other.mode and not set(one.mode) & set(other.mode):
        return False
    if not _dates_agree(one, other):
        return False
    if one.sentence.index == other.sentence.index:
        return _sides_agree(one, other, strict=False)
    return _sides_agree(one, other, strict=True) and (one.lemma == other.lemma or other.definite or one.definite)


def _sides_agree(one: Candidate, other: Candidate, *, strict: bool) -> bool:
    if _fits(one.actor, other.actor, strict=strict) and _fits(one.recipient, other.recipient, strict=strict):
        return True
    if one.category not in SYMMETRIC:
        return False
    everyone = (*one.actor, *one.recipient), (*other.actor, *other.recipient)
    return len(_keys(everyone[0])) > 1 and _keys(everyone[0]) == _keys(everyone[1])


def _fits(one: Sequence[Reference], other: Sequence[Reference], *, strict: bool) -> bool:
    """Whether one side can be the other, told in more or fewer words."""
    a, b = _keys(one), _keys(other)
    if not a or not b:
        return True
    if a <= b or b <= a:
        return True
    codes = {r.code for r in one}, {r.code for r in other}
    return not strict and None not in codes[0] and bool(codes[0] & codes[1])


def _keys(side: Sequence[Reference]) -> frozenset[str]:
    return frozenset(r.entity for r in side)


def _dates_agree(one: Candidate, other: Candidate) -> bool:
    a, b = one.when, other.when
    if "publication" in (a.basis, b.basis):
        return True  # a date by default contradicts nothing
    if a.start is None or b.start is None or a.end is None or b.end is None:
        return True
    return a.start <= b.end and b.start <= a.end


def _join(kept: Candidate, other: Candidate) -> Candidate:
    """The better-told candidate with the other's trigger under `also`, and sides filled where it had none."""
    first, second = (kept, other) if kept.confidence >= other.confidence else (other, kept)
    explicit = first.when if first.when.basis != "publication" or second.when.start is None else second.when
    return replace(
        first,
        actor=first.actor or second.actor,
        recipient=first.recipient or second.recipient,
        mode=first.mode or second.mode,
        when=explicit,
        place=first.place if first.place is not None else second.place,
        also=tuple(sorted({*first.also, *second.also, second.trigger})),
        rules=tuple(dict.fromkeys((*first.rules, *second.rules))),
    )

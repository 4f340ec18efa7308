"""One happening, one event: candidates of a report that tell the same happening become one with `also`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.coding.candidate import Candidate
from dragoman.coding.linear import Linear
from dragoman.coding.narrative import LEAD_SENTENCES
from dragoman.model.actor import Reference

SYMMETRIC = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE"})
"""Categories in which a later mention may swap the sides."""
SAME = 0.5
"""From this probability on two candidates are one happening."""


def merge(candidates: Sequence[Candidate], model: Linear) -> list[Candidate]:
    """The candidates in text order, later mentions folded into the best-told one of the same happening."""
    kept: list[Candidate] = []
    for candidate in candidates:
        likely = [
            (model.probability(pair_features(k, candidate)), -n) for n, k in enumerate(kept) if may_be_one(k, candidate)
        ]
        best = max(likely, default=(0.0, 0))
        if best[0] >= SAME:
            kept[-best[1]] = _join(kept[-best[1]], candidate)
        else:
            kept.append(candidate)
    return [c for c in kept if not _absorbed(c, kept)]


def may_be_one(one: Candidate, other: Candidate) -> bool:
    """Whether nothing forbids that two candidates are one happening: another category, a denial, another day."""
    return one.category == other.category and one.auxiliary_key == other.auxiliary_key and _dates_agree(one, other)


def pair_features(one: Candidate, other: Candidate) -> dict[str, float]:
    """What speaks for and against two candidates of one category being one happening; `one` stands first."""
    apart = other.sentence.index - one.sentence.index
    modes = bool(one.mode and other.mode)
    told = [c for c in (one, other) if c.when.start is not None and c.when.basis != "publication"]
    names = {
        "same_lemma": one.lemma == other.lemma,
        "shared_words": bool(one.words & other.words),
        "later_definite": other.definite,
        "later_noun": other.status.nominal,
        "both_verbs": not one.status.nominal and not other.status.nominal,
        "same_sentence": apart == 0,
        "next_sentence": apart == 1,
        "far": apart > 5,
        "from_lead": one.sentence.index < LEAD_SENTENCES,
        "same_mode": modes and bool(set(one.mode) & set(other.mode)),
        "other_mode": modes and not set(one.mode) & set(other.mode),
        "one_background": ("historical" in one.auxiliary) != ("historical" in other.auxiliary),
        "same_date": len(told) == 2 and told[0].when.start == told[1].when.start,
        "one_dated": len(told) == 1,
        "same_place": one.place is not None and one.place == other.place,
        "swapped": _swapped(one, other),
        "as_one": _reads_as_one(one, other),
        **_side_features("actor", one.actor, other.actor),
        **_side_features("recipient", one.recipient, other.recipient),
    }
    for name in ("same_lemma", "shared_words"):
        names[f"{name}_noun"] = names[name] and other.status.nominal
        names[f"{name}_far"] = names[name] and apart > 1
    return {name: 1.0 for name, holds in names.items() if holds}


def _reads_as_one(one: Candidate, other: Candidate) -> bool:
    """Sides that do not contradict each other and, in another sentence, the same word or a definite noun."""
    within = one.sentence.index == other.sentence.index
    fits = all(_fits(a, b, strict=not within) for a, b in ((one.actor, other.actor), (one.recipient, other.recipient)))
    told = within or one.lemma == other.lemma or other.definite or one.definite
    return (
        told
        and (fits or _swapped(one, other))
        and (not one.mode or not other.mode or bool({*one.mode} & {*other.mode}))
    )


def _fits(one: Sequence[Reference], other: Sequence[Reference], *, strict: bool) -> bool:
    """Whether one side can be the other, told in more or fewer words."""
    a, b = _keys(one), _keys(other)
    if not a or not b or a <= b or b <= a:
        return True
    codes = {r.code for r in one}, {r.code for r in other}
    return not strict and None not in codes[0] and bool(codes[0] & codes[1])


def _side_features(role: str, one: Sequence[Reference], other: Sequence[Reference]) -> Mapping[str, bool]:
    a, b = _keys(one), _keys(other)
    both = bool(a and b)
    codes = {r.code for r in one if r.code}, {r.code for r in other if r.code}
    return {
        f"{role}_equal": both and a == b,
        f"{role}_within": both and a != b and (a <= b or b <= a),
        f"{role}_other": both and not a & b,
        f"{role}_other_country": all(codes) and not codes[0] & codes[1],
        f"{role}_same_country": both and not a & b and bool(codes[0] & codes[1]),
        f"{role}_once": bool(a) != bool(b),
        f"{role}_never": not a and not b,
    }


def _swapped(one: Candidate, other: Candidate) -> bool:
    everyone = _keys((*one.actor, *one.recipient)), _keys((*other.actor, *other.recipient))
    return one.category in SYMMETRIC and len(everyone[0]) > 1 and everyone[0] == everyone[1]


def _keys(side: Sequence[Reference]) -> frozenset[str]:
    return frozenset(r.entity for r in side)


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


def _join(kept: Candidate, other: Candidate) -> Candidate:
    """The better-told candidate with the other's trigger under `also`, and sides filled where it had none."""
    first, second = (kept, other) if kept.likelihood >= other.likelihood else (other, kept)
    default = first.when.start is None or first.when.basis == "publication"
    told = second.when.start is not None and second.when.basis != "publication"
    return replace(
        first,
        actor=first.actor or second.actor,
        recipient=first.recipient or second.recipient,
        mode=first.mode or second.mode,
        when=second.when if default and told else first.when,
        auxiliary=second.auxiliary if default and told else first.auxiliary,
        place=first.place if first.place is not None else second.place,
        also=tuple(sorted({*first.also, *second.also, second.trigger})),
        rules=tuple(dict.fromkeys((*first.rules, *second.rules))),
        words=first.words | second.words,
        size=tuple(sorted({**dict(second.size), **dict(first.size)}.items())),
    )

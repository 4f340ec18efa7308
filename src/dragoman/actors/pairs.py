"""Which two states "both countries" and "the two sides" are: those told of side by side, else those of the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations

from dragoman.actors.salience import Referred, Salience
from dragoman.kb.codes import BODY_CODES

OFTEN = 2
"""In so many sentences together, and more than any other two, states are the pair that the report is about."""
STATE_SECTORS = frozenset({"GOV", "MIL", None})


def two_states(
    salience: Salience, sentence: int, *, before: int, not_these: frozenset[int] = frozenset()
) -> list[Referred]:
    """One reference to each, latest first; empty where the paragraph tells of more states and no two stand out."""
    told = [r for s in sorted(salience.seen) if s <= sentence for r in _states(salience, s, before, not_these)]
    near = [s for s in (sentence - 1, sentence) if salience.paragraph(s) == salience.paragraph(sentence)]
    beside = list(dict.fromkeys(r.code for s in near for r in _states(salience, s, before, not_these)))
    pair = beside if len(beside) == 2 else _most_often(salience, sentence, before, not_these)
    order = [r.code for r in told]
    return [_latest(told, code) for code in sorted(pair, key=order.index, reverse=True)]


def two_in_sentence(
    salience: Salience, sentence: int, *, before: int, not_these: frozenset[int] = frozenset()
) -> list[Referred]:
    """The two states that the sentence itself has told of so far, latest first; none where they are not just two."""
    told = list(_states(salience, sentence, before, not_these))
    codes = list(dict.fromkeys(r.code for r in told))
    return [_latest(told, code) for code in reversed(codes)] if len(codes) == 2 else []


def _most_often(salience: Salience, sentence: int, before: int, not_these: frozenset[int]) -> list[str | None]:
    """The two codes named together in most sentences so far."""
    together: Counter[tuple[str | None, ...]] = Counter()
    for s in sorted(salience.seen):
        if s <= sentence:
            codes = sorted({r.code or "" for r in _states(salience, s, before, not_these)})
            together.update(combinations(codes, 2))
    ranked = together.most_common(2)
    if not ranked or ranked[0][1] < OFTEN or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
        return []
    return list(ranked[0][0])


def _states(salience: Salience, sentence: int, before: int, not_these: frozenset[int]) -> Iterable[Referred]:
    """References to states and to those who act for them; international bodies and breakaway regions are none."""
    for _, r in salience.seen.get(sentence, ()):
        if r.span.start < before and id(r.draft) not in not_these and r.code and r.code not in BODY_CODES:
            state = r.draft.type == "state" and r.draft.sector != "PRE"
            if state or (r.sector in STATE_SECTORS and r.draft.type == "person" and not r.assumed):
                yield r


def _latest(told: list[Referred], code: str | None) -> Referred:
    """The last reference to the state itself, else to whoever stands for it."""
    same = [r for r in told if r.code == code]
    return next((r for r in reversed(same) if r.draft.type == "state"), same[-1])

"""PLOVER's rules between categories: what is promised is AGREE, what is conceded ahead of time is CONCEDE."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.status import Status
from dragoman.lexicon.schema import MODES, Rule
from dragoman.model.event import Category

PROMISED: dict[Category, Category] = {
    "CONSULT": "AGREE",
    "SUPPORT": "AGREE",
    "COOPERATE": "AGREE",
    "AID": "AGREE",
    "RETREAT": "CONCEDE",
}
"""Future acts that have a category of their own (PLOVER manual, draft 2.0, L348-358 and L454-455)."""
REFUSED: dict[Category, str] = {
    "CONCEDE": "yield",
    "RETREAT": "yield",
    "AGREE": "assist",
    "AID": "assist",
    "CONSULT": "meet",
}
"""What is refused by saying that one will not do it, with REJECT's mode ("will not release the crew")."""
NEVER_FUTURE = frozenset({"AGREE", "CONCEDE", "THREATEN"})
"""Categories whose promise is itself: a future concession stays CONCEDE, an agreement looks ahead anyway, and who "will
not tolerate" something threatens now."""


def convert(rule: Rule, status: Status, *, announced: bool = False) -> tuple[Category, tuple[str, ...], Status]:
    """Category, modes and status after the rules; the status loses what the category already says (rule 11).

    `announced` says that who acts says so: an attack that the attacker himself announces is a threat.
    """
    if announced and rule.category == "ASSAULT" and status.future and not (status.negation or status.nominal):
        return "THREATEN", ("violence",), replace(status, future=False)
    planned = status.future or rule.aspect == "planned"
    if status.future and status.negation and rule.category in REFUSED:
        return "REJECT", (REFUSED[rule.category],), replace(status, future=False, negation=False)
    if planned and not status.negation and rule.category in PROMISED:
        category = PROMISED[rule.category]
        return category, tuple(m for m in rule.mode if m in MODES[category]), replace(status, future=False)
    if rule.category in NEVER_FUTURE:
        return rule.category, rule.mode, replace(status, future=False)
    return rule.category, rule.mode, replace(status, future=planned)

"""PLOVER's quad codes and conflict-cooperation scores (manual, draft 2.0, L261-341 and L1672-1685).

Two departures, decided in spec/PLOVER.md section 8: SANCTION counts as material conflict, and ACCUSE's base score,
printed +3 among negative modes, is read as -3.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal

from dragoman.model.event import Category

QUADS: Mapping[Category, Literal[1, 2, 3, 4]] = MappingProxyType(
    {
        "AGREE": 1,
        "CONSULT": 1,
        "SUPPORT": 1,
        "CONCEDE": 1,
        "COOPERATE": 2,
        "AID": 2,
        "RETREAT": 2,
        "REQUEST": 3,
        "ACCUSE": 3,
        "REJECT": 3,
        "THREATEN": 3,
        "PROTEST": 4,
        "SANCTION": 4,
        "MOBILIZE": 4,
        "COERCE": 4,
        "ASSAULT": 4,
    }
)
BASE_SCORES: Mapping[Category, float] = MappingProxyType(
    {
        "AGREE": 2.5,
        "CONSULT": 2.5,
        "SUPPORT": 5.0,
        "CONCEDE": 4.5,
        "COOPERATE": 9.5,
        "AID": 10.0,
        "RETREAT": 6.5,
        "REQUEST": 0.0,
        "ACCUSE": -3.0,
        "REJECT": -2.0,
        "THREATEN": -3.5,
        "PROTEST": -5.0,
        "SANCTION": -6.0,
        "MOBILIZE": -5.5,
        "COERCE": -7.0,
        "ASSAULT": -9.0,
    }
)
MODE_SCORES: Mapping[Category, Mapping[str, float]] = MappingProxyType(
    {
        "CONSULT": {"visit": 4, "third-party": 1, "multilateral": 4, "phone": 1.5},
        "RETREAT": {"withdraw": 8, "release": 6.5, "disarm": 10, "ceasefire": 7.5, "access": 6.5, "resign": 4.5},
        "REQUEST": {"assist": 0.5, "change": -1, "yield": -1, "meet": 0},
        "REJECT": {"assist": -1.5, "change": -2, "yield": -2, "meet": -2},
        "ACCUSE": {"disapprove": -2, "investigate": -3.5, "allege": -3.5},
        "THREATEN": {
            "restrict": -3,
            "arrest": -3.5,
            "relations": -3.5,
            "expel": -3.5,
            "territory": -4,
            "violence": -3.5,
        },
        "PROTEST": {"demo": -5, "riot": -7, "strike": -5, "hunger": -4.5, "boycott": -4.5, "obstruct": -4.5},
        "SANCTION": {"convict": -6, "expel": -5.5, "withdraw": -6, "discontinue": -6},
        "MOBILIZE": {"troops": -6.5, "weapons": -6.5, "police": -5.5, "militia": -6},
        "COERCE": {
            "seize": -7,
            "restrict": -7,
            "censor": -6.5,
            "curfew": -6.5,
            "martial-law": -7.5,
            "arrest": -7,
            "deport": -7,
            "withhold": -7,
            "misinformation": -6.5,
            "cyber": -7,
        },
        "ASSAULT": {
            "abduct": -8.5,
            "beat": -7.5,
            "torture": -8.5,
            "sexual": -8.5,
            "targeted": -9.5,
            "destroy": -8.5,
            "primitive": -8,
            "firearms": -9,
            "explosives": -9,
            "suicide-attack": -9.5,
            "aerial": -9.5,
            "drone": -9.5,
            "heavy-weapons": -9.5,
            "crowd-control": -7.5,
            "unconventional": -10,
        },
    }
)


def quad_code(category: Category) -> Literal[1, 2, 3, 4]:
    """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
    return QUADS[category]


def event_scale(category: Category, modes: Sequence[str]) -> float:
    """PLOVER's score: of the mode farthest from zero where one has a score, else of the category."""
    scored = [s for m in modes if (s := MODE_SCORES.get(category, {}).get(m)) is not None]
    return float(max(scored, key=abs)) if scored else BASE_SCORES[category]

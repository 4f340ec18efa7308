"""The codes the tables may use (PLOVER manual, draft 2.0, chapter on actors)."""

from __future__ import annotations

SECTORS: frozenset[str] = frozenset(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC".split()
)
"""PLOVER's 25 sectors."""

BODY_CODES: frozenset[str] = frozenset({"IGO", "UNO", "EUR", "NGO", "IMG", "ISM", "MNC"})
"""Codes of actors that belong to no state."""

EXTRA_STATES: frozenset[str] = frozenset({"KOS"})
"""States that PLOVER codes and ISO 3166-1 does not."""

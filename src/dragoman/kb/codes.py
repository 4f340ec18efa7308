"""The codes the tables may use (PLOVER manual, draft 2.0, chapter on actors)."""

from __future__ import annotations

import re

SECTORS: frozenset[str] = frozenset(
    {
        "COP",
        "GOV",
        "JUD",
        "LEG",
        "MIL",
        "PRM",
        "PTY",
        "REB",
        "SPY",
        "UAF",
        "UNK",
        "AGR",
        "BUS",
        "CRM",
        "CVL",
        "EDU",
        "ELI",
        "JRN",
        "LAB",
        "MED",
        "REF",
        "OPP",
        "PRE",
        "REL",
        "SOC",
    }
)
"""PLOVER's 25 sectors."""

BODY_CODES: frozenset[str] = frozenset({"IGO", "UNO", "EUR", "NGO", "IMG", "ISM", "MNC"})
"""Codes of actors that belong to no state."""

EXTRA_STATES: frozenset[str] = frozenset({"KOS"})
"""States that PLOVER codes and ISO 3166-1 does not."""

QID = re.compile(r"Q[1-9]\d*")
"""The form of a Wikidata item's id."""

FOLDED: dict[str, str] = {
    "ABW": "NLD", "AIA": "GBR", "ALA": "FIN", "ASM": "USA", "ATF": "FRA", "BES": "NLD", "BLM": "FRA", "BMU": "GBR",
    "BVT": "NOR", "CCK": "AUS", "COK": "NZL", "CUW": "NLD", "CXR": "AUS", "CYM": "GBR", "ESH": "MAR", "FLK": "GBR",
    "FRO": "DNK", "GGY": "GBR", "GIB": "GBR", "GLP": "FRA", "GRL": "DNK", "GUF": "FRA", "GUM": "USA", "HMD": "AUS",
    "IMN": "GBR", "IOT": "GBR", "JEY": "GBR", "MAC": "CHN", "MAF": "FRA", "MNP": "USA", "MSR": "GBR", "MTQ": "FRA",
    "MYT": "FRA", "NCL": "FRA", "NFK": "AUS", "NIU": "NZL", "PCN": "GBR", "PRI": "USA", "PYF": "FRA", "REU": "FRA",
    "SGS": "GBR", "SHN": "GBR", "SJM": "NOR", "SPM": "FRA", "SXM": "NLD", "TCA": "GBR", "TKL": "NZL", "UMI": "USA",
    "VGB": "GBR", "VIR": "USA", "WLF": "FRA",
}  # fmt: skip
"""ISO 3166-1 codes of dependencies with the state they fold into; whatever is not here keeps its own code."""


def state_code(iso: str) -> str:
    """The code an ISO 3166-1 alpha-3 code takes in a record: GRL is DNK; an unknown code comes back as it is."""
    return FOLDED.get(iso, iso)

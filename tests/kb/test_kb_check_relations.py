"""The checker finds planted mistakes in codes, memberships, agreements and sources."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dragoman.kb.check_relations import agreement_problems, code_problems, member_problems
from dragoman.kb.relations import Agreement, Membership, Party, StateCode
from dragoman.kb.sources import load_sources, source_complaints

PERU = StateCode(2, "Peru", "PER", None, 135, 135, date(1824, 12, 9), None, ("cow",))
REEDLAND = Membership(3, "River Council", "PER", date(1990, 1, 1), None, None, ("own",))
SPELLS = {"PER": (date(1824, 12, 9), date.max), "YMD": (date(1967, 11, 30), date(1990, 5, 21))}
PACT = Agreement(4, "Reed Pact", (), "trade", date(1990, 2, 1), date(1990, 3, 1), None, ("PER",), None, ("own",))


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        (replace(PERU, code="ZZZ"), "no code 'ZZZ'"),
        (replace(PERU, former="ABC"), "not an ISO 3166-3"),
        (replace(PERU, cow=1350), "no state has the number 1350"),
    ],
)
def test_a_bad_code_is_reported(row: StateCode, complaint: str) -> None:
    (problem,) = code_problems([row])
    assert complaint in problem


def test_a_number_is_one_states_at_a_time() -> None:
    chile = replace(PERU, line=3, name="Chile", code="CHL")
    problems = list(code_problems([PERU, chile]))
    assert [p.split(": ")[1] for p in problems] == ["135 is already Peru's then"] * 2
    later = replace(chile, valid_from=date(1990, 1, 1))
    assert list(code_problems([replace(PERU, valid_to=date(1990, 1, 1)), later])) == []


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        (replace(REEDLAND, body="Reed Council"), "no body 'Reed Council'"),
        (replace(REEDLAND, member="ZZZ"), "no code 'ZZZ'"),
        (
            replace(REEDLAND, member="YMD", valid_from=date(1960, 1, 1), valid_to=date(1980, 1, 1)),
            "a note must say how",
        ),
        (replace(REEDLAND, member="YMD", valid_from=date(1980, 1, 1)), "a member to this day, but a state only to"),
    ],
)
def test_a_bad_membership_is_reported(row: Membership, complaint: str) -> None:
    (problem,) = member_problems([row], SPELLS, frozenset({"River Council"}))
    assert complaint in problem


def test_a_member_before_it_was_a_state_passes_with_a_note() -> None:
    row = replace(REEDLAND, member="YMD", valid_from=date(1960, 1, 1), valid_to=date(1980, 1, 1), note="as a colony")
    assert list(member_problems([row], SPELLS, frozenset({"River Council"}))) == []


def test_overlapping_spells_of_a_member_are_reported() -> None:
    again = replace(REEDLAND, line=4, valid_from=date(1995, 1, 1))
    (problem,) = member_problems([REEDLAND, again], SPELLS, frozenset({"River Council"}))
    assert "overlaps with line 3" in problem


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        (replace(PACT, valid_from=date(1989, 1, 1)), "before it was signed"),
        (replace(PACT, brokers=("Reed Council",)), "no state, body or group 'Reed Council' to broker it"),
        (replace(PACT, parties=(Party(5, "Reed Pact", "ZZZ", None, None, ("own",)),)), "no code, body or group 'ZZZ'"),
    ],
)
def test_a_bad_agreement_is_reported(row: Agreement, complaint: str) -> None:
    (problem,) = agreement_problems([row], frozenset({"PER"}), frozenset({"River Council"}))
    assert complaint in problem


def test_an_agreement_that_stands_twice_is_reported() -> None:
    (problem,) = agreement_problems([PACT, replace(PACT, line=9)], frozenset({"PER"}), frozenset())
    assert "stands twice, first in line 4" in problem


@pytest.mark.parametrize("cited", [("own",), ("cow", "gw"), ("archigos:holder",), ("wikidata:Q58217",)])
def test_known_sources_pass(cited: tuple[str, ...]) -> None:
    assert list(source_complaints(cited, load_sources())) == []


@pytest.mark.parametrize(
    ("cited", "complaint"),
    [
        ((), "cites no source"),
        (("hearsay",), "no source 'hearsay'"),
        (("archigos:half",), "no scope 'half'"),
        (("wikidata:58217",), "not a Wikidata id"),
    ],
)
def test_bad_sources_are_reported(cited: tuple[str, ...], complaint: str) -> None:
    (problem,) = source_complaints(cited, load_sources())
    assert complaint in problem

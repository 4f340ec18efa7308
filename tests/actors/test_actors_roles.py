"""Which nouns of occupation make a participant: those who deal with states and publics, no trades of private life."""

from __future__ import annotations

import pytest

from dragoman.kb.load import Knowledge


@pytest.mark.parametrize(("noun", "sector"), [("shipowner", "BUS"), ("midwife", "MED"), ("regulator", "GOV")])
def test_occupations_have_their_sector(noun: str, sector: str, knowledge: Knowledge) -> None:
    found = knowledge.role([noun])
    assert found is not None
    assert found[0].sector == sector


@pytest.mark.parametrize("noun", ["cook", "baker", "barber", "bride", "brewery"])
def test_trades_of_private_life_are_no_participants(noun: str, knowledge: Knowledge) -> None:
    assert knowledge.role([noun]) is None

"""Whom words are for when their own clause does not say."""

from __future__ import annotations

import pytest

from coder_factory import Told, coded

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "event", "recipient"),
    [
        # The condition that a threat or a refusal sets.
        ("The rebels threatened to burn the crops unless Zambia withdrew.", "THREATEN", "ZMB"),
        ("The rebels threatened to burn the crops when the rain stopped.", "THREATEN", ""),
        ("Oman said it would not lift the embargo until Yemen apologised.", "REJECT", "YEM"),
        # The call, talk or letter that they are said in.
        ("In a telephone call with the Kenyan president, Uganda's leader agreed to a truce.", "AGREE", "KEN"),
        ("In a suit from a Kenyan tailor, Uganda's leader rejected the plan.", "REJECT", ""),
        # Whoever is phoned, or told, for it.
        ("Nepal's premier phoned the king of Bhutan to convey Nepal's support.", "SUPPORT", "BTN"),
        ("Nepal's premier crossed a bridge in Bhutan to convey Nepal's support.", "SUPPORT", ""),
        # Who answers what is asked, or does what is asked.
        ("Chad has not answered four requests from Niger for access.", "REQUEST", "TCD"),
        ("Chad has not reported on repeated requests from Niger for access.", "REQUEST", ""),
        ("Kenya freed the boats on Tuesday at the request of Tanzania.", "REQUEST", "KEN"),
    ],
)
def test_words_around_the_act_tell_whom_it_is_for(text: str, event: str, recipient: str) -> None:
    told = [Told.of(e) for e in coded(text).events]
    assert [t.recipient for t in told if t.event.startswith(event)] == [recipient]

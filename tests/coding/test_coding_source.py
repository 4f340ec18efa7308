"""Who says so."""

from __future__ import annotations

from coding_factory import party, person

from dragoman.coding.source import attribute, covering_quotes, implied_speaker
from dragoman.model.actor import Reference
from dragoman.model.event import Stance
from dragoman.model.layers import Quote
from dragoman.model.span import Span

CHAD, MALI = party("Chad", "TCD"), party("Mali", "MLI")
TEXT = "The ministry said on Monday that the rebels had attacked a village."
TRIGGER = Span(TEXT.index("attacked"), TEXT.index("attacked") + 8)
MINISTRY: Reference = party("Ministry of Defence", "TCD")
AT = (0, 1)


def said(*, stance: Stance = "asserts", start: int = 33, speaker: bool = True) -> Quote:
    return Quote(Span(start, 66), "indirect", Span(0, 12) if speaker else None, AT, stance=stance)


def test_a_deed_is_attributed_to_who_tells_it_by_the_resolved_name() -> None:
    found = attribute("ASSAULT", [CHAD], [said()], {AT: (MINISTRY,)}, TEXT)
    assert [(a.name, a.entity, a.span.of(TEXT), a.stance) for a in found] == [
        ("Ministry of Defence", MINISTRY.entity, "The ministry", "asserts")
    ]


def test_an_unresolved_source_has_its_own_words_as_name() -> None:
    found = attribute("ASSAULT", [CHAD], [said()], {}, TEXT)
    assert [(a.name, a.entity) for a in found] == [("The ministry", None)]


def test_a_denial_keeps_its_stance() -> None:
    assert attribute("ASSAULT", [CHAD], [said(stance="denies")], {}, TEXT)[0].stance == "denies"


def test_who_does_something_by_speaking_is_not_its_source_besides() -> None:
    assert attribute("ACCUSE", [MINISTRY], [said()], {AT: (MINISTRY,)}, TEXT) == ()
    assert attribute("ACCUSE", [CHAD], [said()], {AT: (MINISTRY,)}, TEXT) != ()


def test_who_tells_his_own_deed_is_its_source() -> None:
    assert attribute("ASSAULT", [MINISTRY], [said()], {AT: (MINISTRY,)}, TEXT) != ()


def test_without_a_quotation_the_report_speaks_in_its_own_voice() -> None:
    assert attribute("ASSAULT", [CHAD], [], {}, TEXT) == ()
    assert attribute("ASSAULT", [CHAD], [said(speaker=False)], {}, TEXT) == ()


def test_quotations_are_found_innermost_first() -> None:
    outer, inner, other = said(start=20), said(start=40), Quote(Span(0, 12), "direct")
    assert covering_quotes(TRIGGER, [outer, other, inner]) == [inner, outer]


def test_the_innermost_named_source_counts() -> None:
    unnamed, named = said(start=40, speaker=False), said(start=20)
    assert attribute("ASSAULT", [CHAD], [unnamed, named], {}, TEXT)[0].name == "The ministry"


def test_a_speaker_does_what_his_words_ascribe_to_nobody() -> None:
    musa = person("Musa", "TCD")
    found = implied_speaker([said()], {AT: (musa, MALI)})
    assert [(r.entity, r.via) for r in found] == [("Musa", "implicit")]
    assert implied_speaker([said()], {}) == ()


def test_an_official_who_announces_what_his_state_does_makes_no_claim() -> None:
    text = "The premier announced on Monday that Chad was suspending payments."
    cue = Span(text.index("announced"), text.index("announced") + len("announced"))
    told = Quote(Span(33, 66), "indirect", Span(0, 11), AT, cue)
    premier = person("Ama Darko", "TCD")
    assert attribute("SANCTION", [CHAD], [told], {AT: (premier,)}, text) == ()
    assert attribute("SANCTION", [MALI], [told], {AT: (premier,)}, text) != ()
    assert attribute("SANCTION", [CHAD], [said()], {AT: (premier,)}, TEXT) != ()

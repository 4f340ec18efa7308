"""Where an event happened and who says so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from coding_factory import party, person

from dragoman.coding.source import attribute, covering_quotes, implied_speaker
from dragoman.coding.where import choose_place
from dragoman.model.actor import Reference
from dragoman.model.event import Stance
from dragoman.model.layers import PlaceMention, Quote
from dragoman.model.span import Span
from dragoman.model.tree import Tree
from trees import at, tree


def place(
    sentence: Tree, word: str, *, resolution: int = 4, adjectival: bool = False, acting: bool = False
) -> PlaceMention:
    token = sentence[at(sentence, word)]
    return PlaceMention(
        Span(token.start, token.end),
        0,
        word,
        resolution=resolution,
        adjectival=adjectival,
        acting=acting,
        country_code="MLI",
    )


def chosen(sentence: Tree, head: str, *places: PlaceMention, deed: bool = True) -> int | None:
    return choose_place(sentence, at(sentence, head), list(enumerate(places)), deed=deed)


ATTACKED = tree(
    "Rebels|rebel/NNS/nsubj>attacked attacked|attack/VBD guards|guard/NNS/dobj>attacked "
    "in/IN/prep>attacked Gao/NNP/pobj>in"
)


def test_a_place_behind_a_preposition_of_place_is_where_it_happened() -> None:
    assert chosen(ATTACKED, "attacked", place(ATTACKED, "Gao")) == 0


@pytest.mark.parametrize("preposition", ["from", "to", "about"])
def test_other_prepositions_tell_no_place(preposition: str) -> None:
    sentence = tree(f"Rebels|rebel/NNS/nsubj>fled fled|flee/VBD {preposition}/IN/prep>fled Gao/NNP/pobj>{preposition}")
    assert chosen(sentence, "fled", place(sentence, "Gao")) is None


def test_adjectives_and_capitals_that_act_are_no_places() -> None:
    assert chosen(ATTACKED, "attacked", place(ATTACKED, "Gao", adjectival=True)) is None
    assert chosen(ATTACKED, "attacked", place(ATTACKED, "Gao", acting=True)) is None


def test_of_two_places_the_one_by_the_trigger_wins() -> None:
    sentence = tree(
        "Chad/NNP/nsubj>said said|say/VBD in/IN/prep>said Paris/NNP/pobj>in Mali/NNP/nsubj>attacked "
        "attacked|attack/VBD/ccomp>said guards|guard/NNS/dobj>attacked in/IN/prep>attacked Gao/NNP/pobj>in#2"
    )
    assert chosen(sentence, "attacked", place(sentence, "Paris"), place(sentence, "Gao")) == 1


def test_a_place_inside_another_clause_is_that_clauses() -> None:
    sentence = tree(
        "Chad/NNP/nsubj>said said|say/VBD Mali/NNP/nsubj>attacked attacked|attack/VBD/ccomp>said "
        "in/IN/prep>attacked Gao/NNP/pobj>in"
    )
    assert chosen(sentence, "said", place(sentence, "Gao")) is None


def test_what_a_demand_speaks_of_lies_elsewhere_than_the_demand() -> None:
    sentence = tree(
        "Chad/NNP/nsubj>condemned condemned|condemn/VBD raids|raid/NNS/dobj>condemned in/IN/prep>raids Gao/NNP/pobj>in"
    )
    assert chosen(sentence, "condemned", place(sentence, "Gao"), deed=False) is None
    assert chosen(ATTACKED, "attacked", place(ATTACKED, "Gao"), deed=False) == 0


def test_coordinated_places_in_two_countries_leave_the_place_open() -> None:
    sentence = tree(
        "Rebels|rebel/NNS/nsubj>attacked attacked|attack/VBD guards|guard/NNS/dobj>attacked in/IN/prep>attacked "
        "Gao/NNP/pobj>in and/CC/cc>Gao Lome/NNP/conj>Gao"
    )
    gao, lome = place(sentence, "Gao"), replace(place(sentence, "Lome"), country_code="TGO")
    assert chosen(sentence, "attacked", gao, lome) is None
    assert chosen(sentence, "attacked", gao, place(sentence, "Lome")) == 0


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

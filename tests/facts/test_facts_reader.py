"""What the facts room makes of a whole report."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.facts import FactReader
from dragoman.ingest import from_text
from dragoman.model.layers import FactLayer, Layers
from dragoman.prepare import prepare


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


def stated(coder: Coder, text: str, *, date: str | None = "2016-05-20") -> list[tuple[str, str, str]]:
    facts = coder.code(text, date=date).facts
    return [(f.subject, f.predicate, f.object) for f in facts]


def test_a_report_without_trees_has_no_facts() -> None:
    assert FactReader().run(Layers(prepare(from_text("Nothing.", id="r")))).facts == FactLayer()


@pytest.mark.model
def test_an_office_stated_twice_is_one_fact_in_its_fullest_wording(coder: Coder) -> None:
    text = "Finance Minister Esther Banda resigned. Zambia's Finance Minister Esther Banda had been ill."
    assert stated(coder, text) == [("Esther Banda", "holds_office", "Finance Minister, Zambia")]


@pytest.mark.model
def test_a_bare_deal_is_the_one_agreement_that_the_report_names(coder: Coder) -> None:
    text = "The Lake Volta Treaty divides the water. Ghana signed the treaty with Togo in 2012."
    assert ("Togo", "party_to", "Lake Volta Treaty") in stated(coder, text)


@pytest.mark.model
def test_an_embassy_in_two_states_is_a_fact_for_each(coder: Coder) -> None:
    found = stated(coder, "Crowds gathered at the Norwegian embassies in Chad and Niger.")
    assert found == [("Chad", "hosts", "Embassy of Norway"), ("Niger", "hosts", "Embassy of Norway")]


@pytest.mark.model
def test_a_fact_is_dated_by_its_clause_and_else_holds_on_the_day_of_publication(coder: Coder) -> None:
    facts = coder.code("Albania joined NATO in 2009. Norway, a member of NATO, sent ships.", date="2016-05-20").facts
    dates = {f.subject: (str(f.valid_from), str(f.as_of)) for f in facts}
    assert dates == {"Albania": ("2009-01-01", "2016-05-20"), "Norway": ("None", "2016-05-20")}


@pytest.mark.model
def test_an_undated_report_dates_nothing(coder: Coder) -> None:
    facts = coder.code("Norway, a member of NATO, sent ships.").facts
    assert [(f.subject, f.as_of, f.valid_from) for f in facts] == [("Norway", None, None)]


@pytest.mark.model
def test_evidence_is_the_words_that_say_so(coder: Coder) -> None:
    facts = coder.code("The flood hit Tema, a port in Ghana.", date="2016-05-20").facts
    assert [f.evidence.text for f in facts] == ["Tema, a port in Ghana"]


@pytest.mark.model
def test_coding_twice_gives_the_same_facts(coder: Coder) -> None:
    text = "Oman and Norway brokered a ceasefire between Chad and Niger. Ghana's Trade Minister Mary Mensah approved."
    assert stated(coder, text) == stated(coder, text)

"""A whole report with every kind of standing relation, of the build of a visit's news."""

from __future__ import annotations

import pytest

from coder_factory import shared_coder

pytestmark = pytest.mark.model

WRAPPED = """
Ghana's Trade Minister Mary Mensah held talks with Togo's Prime Minister Kossi Adjo and his cabinet in
Lome on Tuesday and signed a pact to share the waters of the Mono river.

The memorandum of understanding covers irrigation, flood control and fishing rights. Mensah called it "a
child of the Tema Accords".

Besides the prime minister, Mensah met the Defence Minister Yao Lawson and the commander of the Togolese
Navy Rear Admiral Koffi (Paul) Agbeko.

From Monday Ghana takes part in a 14-nation Dutch-led Gulf of Guinea rescue drill alongside Benin and Togo
and, as never before, alongside Chad and Niger, two states with which it has no diplomatic relations. The
drill ends on Friday.

Togo hosts the headquarters of the Coastal Rescue Command, a group of West African coast guards that
Ghana joined last year.

The visit follows that of Ghana's Foreign Minister Kwame Boateng to Lome in May, when he opened Ghana's
Embassy in Lome.

Benin and its neighbour Nigeria normalized relations with Ghana in 2012 in a Norwegian-brokered deal
known as the Tema Accords. Gabon and Senegal followed suit.
"""
REPORT = "\n\n".join(" ".join(paragraph.split()) for paragraph in WRAPPED.split("\n\n"))
STATED = {
    ("Mary Mensah", "holds_office", "Trade Minister, Ghana"),
    ("Kossi Adjo", "holds_office", "Prime Minister, Togo"),
    ("Ghana", "party_to", "memorandum of understanding"),
    ("Togo", "party_to", "memorandum of understanding"),
    ("Yao Lawson", "holds_office", "Defence Minister"),
    ("Koffi (Paul) Agbeko", "commands", "Togolese Navy"),
    ("Benin", "participates_in", "Gulf of Guinea rescue drill"),
    ("Chad", "participates_in", "Gulf of Guinea rescue drill"),
    ("Ghana", "participates_in", "Gulf of Guinea rescue drill"),
    ("Niger", "participates_in", "Gulf of Guinea rescue drill"),
    ("Togo", "participates_in", "Gulf of Guinea rescue drill"),
    ("Ghana", "not diplomatic_relations", "Chad"),
    ("Ghana", "not diplomatic_relations", "Niger"),
    ("Togo", "hosts", "Coastal Rescue Command headquarters"),
    ("Ghana", "member_of", "Coastal Rescue Command"),
    ("Kwame Boateng", "holds_office", "Foreign Minister, Ghana"),
    ("Togo", "hosts", "Embassy of Ghana in Lomé"),
    ("Benin", "diplomatic_relations", "Ghana"),
    ("Ghana", "diplomatic_relations", "Nigeria"),
    ("Benin", "party_to", "Tema Accords"),
    ("Ghana", "party_to", "Tema Accords"),
    ("Nigeria", "party_to", "Tema Accords"),
    ("Norway", "brokered", "Tema Accords"),
    ("Gabon", "diplomatic_relations", "Ghana"),
    ("Ghana", "diplomatic_relations", "Senegal"),
}


def test_a_report_on_a_visit_gives_all_that_stands_and_nothing_else() -> None:
    record = shared_coder().code(REPORT, date="2015-06-18")
    assert {(f.subject, f.predicate if f.polarity else f"not {f.predicate}", f.object) for f in record.facts} == STATED


def test_its_agreements_and_its_exercise_are_entities_of_their_own() -> None:
    record = shared_coder().code(REPORT, date="2015-06-18")
    names = {e.id: e.name for e in record.entities}
    found = {
        e.name: ([m.text for m in e.mentions], [names[p] for p in e.details.parties], [s.text for s in e.details.scope])
        for e in record.entities
        if e.details is not None and e.type in ("agreement", "exercise")
    }
    assert found == {
        "memorandum of understanding": (
            ["pact", "memorandum"],
            ["Ghana", "Togo"],
            ["waters of the Mono river", "irrigation", "flood control", "fishing rights"],
        ),
        "Tema Accords": (
            ["Tema Accords", "deal", "Tema Accords"],
            ["Benin", "Nigeria", "Ghana"],
            [],
        ),
        "Gulf of Guinea rescue drill": (
            ["Gulf of Guinea rescue drill", "drill"],
            ["Ghana", "Benin", "Togo", "Chad", "Niger"],
            [],
        ),
    }

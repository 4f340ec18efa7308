"""Whole reports: all that one of them tells to stand, and what begins, ends and conflicts in others."""

from __future__ import annotations

import pytest

from coder_factory import coded
from dragoman.model.record import ReportRecord

pytestmark = pytest.mark.model

BANK = """\
SUVA, Aug 21 (Lake News) - A retired judge who once ran Fiji's fisheries board was sworn in on Friday as governor of \
the Reef Bank, a lender owned by nine island states.

Litia Tamani, 61, succeeded Henrik Olsen of Norway as governor of the Reef Bank. "We lend to fishermen, not to \
fleets," she told reporters. Opposition Leader Josefa Tamani, whose Mangrove Party lost power in May, stayed away.

The bank, which is based in Honiara, may move to Apia, the Samoan capital. Samoa and Tonga, both members of the \
Pacific Islands Forum, want this. Neither is party to the Lagoon Convention, a 1997 treaty on mangrove forests. \
Australia, a former member of the bank, brokered the treaty.

The ceremony was guarded by the Harbour Battalion, which is part of the Fijian Navy and is commanded by Lieutenant \
Colonel Peni Waqa. About 200 Fijian soldiers are still in Lebanon.

Among the guests was Sione Fifita, chairman of the Tongan Chamber of Commerce and a former ambassador to Japan. His \
brother Tevita Fifita lives in Auckland, New Zealand.

Taiwan, which has no diplomatic relations with Fiji, may open an office in Suva. New Zealand hosts a Fijian naval base.
"""


def stated(record: ReportRecord) -> set[tuple[str, str, str]]:
    """The facts of the record, "not" before the predicate of those that the report denies."""
    return {(f.subject, f.predicate if f.polarity else f"not {f.predicate}", f.object) for f in record.facts}


def test_news_of_an_appointment_gives_all_that_stands_and_nothing_that_may_come() -> None:
    assert stated(coded(BANK, date="2015-08-21")) == {
        ("Litia Tamani", "holds_office", "governor, Reef Bank"),
        ("Henrik Olsen", "formerly_held_office", "governor, Reef Bank"),
        ("Josefa Tamani", "leads", "Mangrove Party"),
        ("Reef Bank", "headquartered_in", "Honiara"),
        ("Apia", "located_in", "Samoa"),
        ("Samoa", "member_of", "Pacific Islands Forum"),
        ("Tonga", "member_of", "Pacific Islands Forum"),
        ("Samoa", "not party_to", "Lagoon Convention"),
        ("Tonga", "not party_to", "Lagoon Convention"),
        ("Australia", "not member_of", "Reef Bank"),
        ("Australia", "brokered", "Lagoon Convention"),
        ("Harbour Battalion", "part_of", "Fijian Navy"),
        ("Peni Waqa", "commands", "Harbour Battalion"),
        ("Fijian soldiers", "located_in", "Lebanon"),
        ("Sione Fifita", "holds_office", "chairman, Tongan Chamber of Commerce"),
        ("Sione Fifita", "formerly_held_office", "ambassador to Japan"),
        ("Tevita Fifita", "relative_of", "Sione Fifita"),
        ("Tevita Fifita", "located_in", "Auckland"),
        ("Fiji", "not diplomatic_relations", "Taiwan"),
        ("New Zealand", "hosts", "Fijian naval base"),
    }


EMBASSY = """\
LILONGWE, April 18 (Lake News) - Portugal's Foreign Minister Duarte Meireles inaugurated his country's embassy in \
Lilongwe on Tuesday.

Malawi and Portugal restored diplomatic relations in March.
"""
UNION = """\
DUSHANBE, Nov 9 (Lake News) - Tajikistan joined the Caspian Grain Union on Wednesday, becoming the eighth member of \
the bloc.

Turkmenistan had left the organisation in June. Uzbekistan, which is not a member, sent an observer.
"""
TREATY = """\
MONTEVIDEO, Aug 3 (Lake News) - Uruguay and Chile signed an extradition treaty on Friday, ending six years of talks.

Paraguay, which withdrew from a similar accord with Uruguay in 2003, is not a party to the treaty.
"""
MINISTER = """\
RIGA, May 30 (Lake News) - Latvian Defence Minister Andris Ozolins resigned on Thursday over the loss of two boats.

Latvia's finance minister, Juris Vanags, said he would stay.
"""
CLOSED = """\
DAKAR, Sept 2 (Lake News) - Sweden on Monday closed its embassy in Dakar and handed the keys to the landlord.

Sweden's foreign minister, Ebba Lind, said its consulate in Lagos would close next year.
"""
TIES = """\
CARACAS, Jan 24 (Lake News) - Venezuela broke off diplomatic relations with Slovenia on Thursday.

The two countries established relations in 1992. Bolivia may follow suit.
"""


def linked(text: str, date: str) -> tuple[set[tuple[str, str, str]], set[tuple[str, str, str]]]:
    """The facts that the report's events begin, and those that they end."""
    record = coded(text, date=date)
    begun = {id for e in record.events for id in e.starts}
    ended = {id for e in record.events for id in e.ends}
    told = {f.id: (f.subject, f.predicate if f.polarity else f"not {f.predicate}", f.object) for f in record.facts}
    return {told[id] for id in begun}, {told[id] for id in ended}


def test_an_embassy_inaugurated_and_ties_restored_begin() -> None:
    hosting = ("Malawi", "hosts", "Embassy of Portugal in Lilongwe")
    assert linked(EMBASSY, "2017-04-18") == ({hosting, ("Malawi", "diplomatic_relations", "Portugal")}, set())


def test_a_membership_joined_begins_and_one_given_up_is_denied_from_then_on() -> None:
    joined = ("Tajikistan", "member_of", "Caspian Grain Union")
    left = ("Turkmenistan", "not member_of", "Caspian Grain Union")
    assert linked(UNION, "2011-11-09") == ({joined, left}, set())
    assert ("Uzbekistan", "not member_of", "Caspian Grain Union") in stated(coded(UNION, date="2011-11-09"))


def test_an_accord_signed_begins_for_its_signers_only() -> None:
    signed = {(who, "party_to", "extradition treaty") for who in ("Uruguay", "Chile")}
    begun, ended = linked(TREATY, "2007-08-03")
    assert signed <= begun
    assert ("Paraguay", "not party_to", "extradition treaty") not in begun
    assert ended == set()


def test_a_resignation_ends_the_office_of_who_resigned() -> None:
    assert linked(MINISTER, "2013-05-30") == (set(), {("Andris Ozolins", "holds_office", "Defence Minister, Latvia")})


def test_an_embassy_closed_ends_and_one_that_will_close_stands() -> None:
    assert linked(CLOSED, "2019-09-02") == (set(), {("Senegal", "hosts", "Embassy of Sweden in Dakar")})
    closed = next(f for f in coded(CLOSED, date="2019-09-02").facts if f.predicate == "hosts")
    assert str(closed.valid_to) == "2019-09-02"


def test_ties_cut_end_what_stood_since_they_were_made() -> None:
    stood, cut = (
        ("Slovenia", "diplomatic_relations", "Venezuela"),
        ("Slovenia", "not diplomatic_relations", "Venezuela"),
    )
    assert linked(TIES, "2008-01-24") == ({stood, cut}, {stood})


def test_what_excludes_each_other_and_what_the_tables_deny_is_warned_of() -> None:
    record = coded(
        "TIRANA, June 4 (Lake News) - Prime Minister Arben Kola of Albania praised Prime Minister Genc Leka of "
        "Albania. Albania has diplomatic relations with Kiribati, he said. Albania has no diplomatic relations with "
        "Kiribati, the foreign ministry said. Slovakia, which is not a member of NATO, sent an observer.",
        date="2012-06-04",
    )
    told = [w.message for w in record.warnings if w.kind == "fact_conflict"]
    assert "prime minister, albania: told to be Arben Kola and Genc Leka" in told
    assert "Albania diplomatic_relations Kiribati: told as so and as not so" in told
    assert "Slovakia member_of NATO: told as not so; so by memberships.csv" in told
    assert sum("Sali Berisha by offices.csv" in message for message in told) == 2
    assert ("Slovakia", "not member_of", "NATO") in stated(record)

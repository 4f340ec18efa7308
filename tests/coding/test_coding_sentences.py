"""One sentence, the event a careful reader finds in it. All reports are of Wednesday 16 June 2021."""

from __future__ import annotations

import pytest

from coder_factory import Told, coded

pytestmark = pytest.mark.model

MONDAY, SUNDAY = "2021-06-14", "2021-06-13"
ONE_EVENT = [
    # Meetings and visits: everybody is an actor, save that a guest visits a host.
    ("Norway and Sweden held talks in Oslo on Monday.", Told("CONSULT", "NOR SWE", date=MONDAY)),
    ("Talks were held between Norway and Sweden on Monday.", Told("CONSULT", "NOR SWE", date=MONDAY)),
    ("Bahrain and neighbouring Qatar held talks on Monday.", Told("CONSULT", "BHR QAT", date=MONDAY)),
    ("Officials from Ghana and Togo met in Accra on Tuesday.", Told("CONSULT", "GHA TGO", date="2021-06-15")),
    ("Israeli and Lebanese officers met at the border on Monday.", Told("CONSULT", "ISR LBN", date=MONDAY)),
    (
        "The president of Chile and the president of Peru met in Quito on Monday.",
        Told("CONSULT", "CHL PER", date=MONDAY),
    ),
    (
        "Peruvian President Carlos Quispe visited Bolivia on Tuesday.",
        Told("CONSULT/visit", "PER", "BOL", date="2021-06-15"),
    ),
    (
        "Amina Otieno, the Kenyan president, visited Kampala on Monday.",
        Told("CONSULT/visit", "KEN", "UGA", date=MONDAY),
    ),
    (
        "The king of Jordan telephoned the Iraqi prime minister on Sunday.",
        Told("CONSULT/phone", "JOR IRQ", date=SUNDAY),
    ),
    # What is promised is AGREE, a retreat ahead CONCEDE; both are of the day of the promise.
    ("Kenya will send relief supplies to Somalia next week.", Told("AGREE", "KEN", "SOM")),
    ("Slovenia's prime minister will visit Croatia on Thursday.", Told("AGREE", "SVN", "HRV")),
    ("Senegal will sign a trade agreement with Guinea next month.", Told("AGREE", "SEN GIN")),
    ("Israel will withdraw its troops from Lebanon next week.", Told("CONCEDE", "ISR", "LBN")),
    ("Ethiopia and Eritrea agreed to reopen their border.", Told("AGREE", "ETH ERI")),
    ("Estonia invited the Finnish president to Tallinn.", Told("AGREE", "EST", "FIN")),
    # Signing, praise, thanks.
    ("Zambia and Malawi signed a trade agreement on Friday.", Told("SUPPORT", "ZMB MWI", date="2021-06-11")),
    ("Ghana, Togo and Benin signed a pact on Monday.", Told("SUPPORT", "GHA TGO BEN", date=MONDAY)),
    ("The treaty Chad signed with Niger on Monday ends the dispute.", Told("SUPPORT", "TCD NER", date=MONDAY)),
    ("Cuba and Mexico have established diplomatic relations.", Told("SUPPORT", "CUB MEX")),
    ("Finland praised Estonia for its reforms.", Told("SUPPORT", "FIN", "EST")),
    ("Sierra Leone thanked Japan for the new hospital.", Told("SUPPORT", "SLE", "JPN")),
    # Aid, cooperation, retreat, concession.
    ("Kenya sent food aid to Somalia on Monday.", Told("AID", "KEN", "SOM", date=MONDAY)),
    ("Chile might send observers to Haiti.", Told("AID", "CHL", "HTI", "hypothetical", date=None)),
    (
        "Mali, Niger and Chad held a joint military exercise on Monday.",
        Told("COOPERATE", "MLI NER TCD", date=MONDAY),
    ),
    (
        "Mozambique handed over two suspects to Tanzania on Thursday.",
        Told("COOPERATE", "MOZ", "TZA", date="2021-06-10"),
    ),
    ("Rwanda withdrew its troops from Congo on Monday.", Told("RETREAT/withdraw", "RWA", "COD", date=MONDAY)),
    ("Vietnam released ten political prisoners on Monday.", Told("RETREAT/release", "VNM", "VNM", date=MONDAY)),
    ("The government of Fiji resigned on Monday.", Told("RETREAT/resign", "FJI", date=MONDAY)),
    ("Nigeria pardoned 40 prisoners on Tuesday.", Told("CONCEDE", "NGA", "NGA", date="2021-06-15")),
    ("The Dutch prime minister apologised to Suriname on Monday.", Told("CONCEDE", "NLD", "SUR", date=MONDAY)),
    # Demands, accusations, refusals, threats.
    ("Portugal urged Spain to release the detained fishermen.", Told("REQUEST/yield", "PRT", "ESP")),
    ("The United Nations appealed to Sudan to let aid workers in.", Told("REQUEST/yield", "UNO", "SDN")),
    (
        "The Kenyan president, Amina Otieno, called on Uganda to withdraw its forces.",
        Told("REQUEST/yield", "KEN", "UGA"),
    ),
    ("Chad accused Sudan of arming the rebels.", Told("ACCUSE/allege", "TCD", "SDN")),
    ("Chad condemned the attack by Sudan.", Told("ACCUSE/disapprove", "TCD", "SDN")),
    ("Laos was blamed for the clash by Thailand.", Told("ACCUSE/allege", "THA", "LAO")),
    ("Denmark rejected a request by Iceland.", Told("REJECT", "DNK", "ISL")),
    ("Argentina refused to extradite the former general to Paraguay.", Told("REJECT/assist", "ARG", "PRY")),
    ("Costa Rica cancelled a meeting with Nicaragua.", Told("REJECT/meet", "CRI", "NIC")),
    ("Brazil threatened to expel the Venezuelan ambassador.", Told("THREATEN/expel", "BRA", "VEN")),
    ("Thailand warned Laos that it would use force.", Told("THREATEN", "THA", "LAO")),
    # Protest, sanctions, troops, force.
    ("Thousands of teachers demonstrated in Lima on Monday.", Told("PROTEST/demo", "PER", date=MONDAY)),
    ("Students rioted in Dhaka on Monday.", Told("PROTEST/riot", "BGD", date=MONDAY)),
    ("Workers went on strike in Athens on Wednesday.", Told("PROTEST/strike", "GRC")),
    (
        "The European Union imposed sanctions on Belarus on Monday.",
        Told("SANCTION/discontinue", "EUR", "BLR", date=MONDAY),
    ),
    ("Ecuador expelled the Colombian ambassador on Wednesday.", Told("SANCTION/expel", "ECU", "COL")),
    ("Morocco recalled its ambassador from Algeria.", Told("SANCTION/withdraw", "MAR", "DZA")),
    (
        "A court in Cairo sentenced three journalists to death on Monday.",
        Told("SANCTION/convict", "EGY", "EGY", date=MONDAY),
    ),
    (
        "Uganda deployed troops to the Congolese border on Tuesday.",
        Told("MOBILIZE/troops", "UGA", date="2021-06-15"),
    ),
    ("Pakistan tested a missile on Monday.", Told("MOBILIZE/weapons", "PAK", date=MONDAY)),
    ("Hungary declared a state of emergency on Monday.", Told("COERCE/martial-law", "HUN", date=MONDAY)),
    (
        "Twelve protesters were arrested by police in Nairobi on Saturday.",
        Told("COERCE/arrest", "KEN", "KEN", date="2021-06-12"),
    ),
    ("Police detained six Somalis in Nairobi.", Told("COERCE/arrest", "KEN", "SOM")),
    ("Malian troops attacked the rebels on Sunday.", Told("ASSAULT", "MLI", "MLI", date=SUNDAY)),
    ("The rebels were attacked by Malian troops on Sunday.", Told("ASSAULT", "MLI", "MLI", date=SUNDAY)),
    ("Malian troops did not attack the rebels on Sunday.", Told("ASSAULT", "MLI", "MLI", "negation", date=SUNDAY)),
    ("Armenian and Azerbaijani forces clashed on Monday.", Told("ASSAULT", "ARM AZE", date=MONDAY)),
    (
        "Two soldiers were killed by a roadside bomb in Mali on Monday.",
        Told("ASSAULT/explosives", "", "MLI", date=MONDAY),
    ),
    (
        "Police used tear gas against demonstrators in Harare on Monday.",
        Told("ASSAULT/crowd-control", "ZWE", "ZWE", date=MONDAY),
    ),
    # Partners, agents and recipients that stand apart from the verb.
    ("Oman, along with Qatar, urged Iran to hold back.", Told("REQUEST", "OMN QAT", "IRN")),
    ("Jordan condemned the raid by Syria on behalf of Iraq.", Told("ACCUSE/disapprove", "JOR IRQ", "SYR")),
    ("Ghana called for Togo to be expelled from the union.", Told("REQUEST", "GHA", "TGO")),
    ("Latvia refused a request from Serbia.", Told("REJECT", "LVA", "SRB")),
    ("Gabon has yet to sign the accord with Chad.", Told("SUPPORT", "GAB TCD", "", "negation")),
    ("Slovak premier to visit Moldova", Told("AGREE", "SVK", "MDA")),
    # What lies back.
    ("Angola had attacked Zambia in 1979.", Told("ASSAULT", "AGO", "ZMB", "historical", date="1979-01-01")),
    ("In 1998, Ethiopia invaded Eritrea.", Told("ASSAULT", "ETH", "ERI", "historical", date="1998-01-01")),
    (
        "Mauritania had expelled the French ambassador in 2008.",
        Told("SANCTION/expel", "MRT", "FRA", "historical", date="2008-01-01"),
    ),
]


@pytest.mark.parametrize(("text", "told"), ONE_EVENT, ids=[text for text, _ in ONE_EVENT])
def test_the_sentence_tells_this_event(text: str, told: Told) -> None:
    assert [Told.of(event) for event in coded(text).events] == [told]


@pytest.mark.parametrize(
    "text",
    [
        "It rained in Lisbon on Monday.",
        "The volcano near Quito erupted on Monday.",
        "Shares in Stockholm fell on Monday.",
        "Nairobi is the capital of Kenya.",
    ],
)
def test_what_nobody_did_to_anybody_is_no_event(text: str) -> None:
    assert coded(text).events == ()


def broken(text: str, told: Told, reason: str) -> object:
    return pytest.param(text, told, marks=pytest.mark.xfail(strict=True, reason=reason))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kenya sent food aid to Somalia on 3 March 2021.", Told("AID", "KEN", "SOM", "historical", date="2021-03-03")),
        ("The Greek foreign minister met his Turkish counterpart on Monday.", Told("CONSULT", "GRC TUR", date=MONDAY)),
        broken(
            "Oman met with its neighbours Yemen and Qatar on Monday.",
            Told("CONSULT", "OMN YEM QAT", date=MONDAY),
            "names in apposition to a noun that refers to nobody are lost",
        ),
        ("Somalia was given food aid by Kenya on Monday.", Told("AID", "KEN", "SOM", date=MONDAY)),
        ("Pirates hijacked a Danish ship off Somalia on Monday.", Told("ASSAULT/abduct", "-", "DNK", date=MONDAY)),
        ("Cameroon agreed a ceasefire with separatists on Monday.", Told("AGREE", "CMR CMR", date=MONDAY)),
    ],
)
def test_sentences_that_were_or_are_misread(text: str, told: Told) -> None:
    assert [Told.of(event) for event in coded(text).events] == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Honduras denied that its troops had attacked Nicaragua.",
        "Kenya needs no tanks to invade Uganda, a general said.",
        "Fiji has no interest in talks with Tonga as a means of arresting a Tongan preacher.",
        "The risk of an attack by Chad on Niger is small.",
    ],
)
def test_what_is_denied_or_only_thought_of_is_no_event(text: str) -> None:
    assert [Told.of(event).event for event in coded(text).events if event.event in ("ASSAULT", "COERCE")] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "A court in Cairo sentenced three Libyans to five years in prison on Monday.",
            [
                Told("SANCTION/convict", "EGY", "LBY", date=MONDAY),
                Told("COERCE/arrest", "EGY", "LBY", date=MONDAY),
            ],
        ),
        (
            "Bolivian miners marched in Sucre on Monday to demand better pay from the government.",
            [Told("PROTEST/demo", "BOL", "BOL", date=MONDAY)],
        ),
        ("Latvia must return the two ships, the Norwegian president said.", [Told("REQUEST", "NOR", "LVA")]),
        ("Chadian rebels said they would attack Niger.", [Told("THREATEN/violence", "TCD", "NER")]),
        ("The president of Mali flies to Dakar next week.", [Told("AGREE", "MLI", "SEN")]),
        (
            "Nigeria handed the island back to Cameroon on Monday.",
            [Told("RETREAT/withdraw", "NGA", "CMR", date=MONDAY)],
        ),
        ("Bulgaria handed the Moldovan ambassador a note of protest.", [Told("ACCUSE/disapprove", "BGR", "MDA")]),
        ("Police in Guinea broke up a march on Monday.", [Told("COERCE/restrict", "GIN", date=MONDAY)]),
        ("Ghana said the bridge was bombed by Togo.", [Told("ASSAULT/explosives", "TGO")]),
        (
            "Envoys of Mali will visit Niger for talks on restoring ties between the two countries.",
            [Told("AGREE", "MLI", "NER")],
        ),
        # Who speaks of a treaty has not made it; a missile is no side.
        ("The Omani envoy told reporters that the ships would keep to the border treaty.", []),
        ("A Danish ferry was struck by a missile on Monday.", [Told("ASSAULT/heavy-weapons", "", "DNK", date=MONDAY)]),
    ],
)
def test_what_these_sentences_tell(text: str, told: list[Told]) -> None:
    assert [Told.of(event) for event in coded(text).events] == told


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Albania accused Greece of arming a gang on Monday. Greece rejected the accusation.", "ALB"),
        ("Rebels in Chad shelled a market on Monday. France condemned the attack.", "TCD"),
        ("Peru asked Chile for a loan on Monday. Chile refused.", "PER"),
        ("Peru asked Chile for a loan on Monday. Chile refused to lend money.", "PER"),
        ("Peru asked Chile for a loan on Monday. It rained. It snowed. Chile refused.", ""),
        ("Peru asked Chile for a loan on Monday. Togo refused.", ""),
    ],
)
def test_an_answer_is_for_whoever_has_just_acted(text: str, recipient: str) -> None:
    assert Told.of(coded(text).events[-1]).recipient == recipient


def test_who_tells_a_deed_is_its_source() -> None:
    event = coded("Officials in Lima said on Monday that police arrested a mayor.").events[0]
    assert [(a.text, a.stance) for a in event.attribution] == [("Officials", "asserts")]


def test_who_accuses_is_no_source_of_the_accusation() -> None:
    assert coded("Chad accused Sudan of arming the rebels.").events[0].attribution == ()


@pytest.mark.xfail(strict=True, reason='"respond" after a conditional clause is read as a cue of speech')
def test_a_condition_has_no_source() -> None:
    event = coded("If Serbia attacks Kosovo, NATO will respond.").events[0]
    assert Told.of(event) == Told("ASSAULT", "SRB", "KOS", "hypothetical", date=None)
    assert event.attribution == ()


def test_a_promise_names_what_is_promised_and_for_when() -> None:
    about = coded("Kenya will send relief supplies to Somalia next week.").events[0].about
    assert about is not None
    assert (about.event, str(about.date), str(about.enddate), about.span.text) == (
        "AID",
        "2021-06-21",
        "2021-06-27",
        "next week",
    )


def test_a_town_places_an_event_in_its_country() -> None:
    place = coded("Police in Nairobi arrested twelve protesters on Saturday.").events[0].event_loc
    assert place is not None
    assert (place.resolved_place, place.country_code) == ("Nairobi", "KEN")


def test_a_pronoun_takes_part_as_the_person_it_stands_for() -> None:
    text = (
        "Gambian President Lamin Ceesay met Senegalese President Ousmane Diop in Dakar on Monday. He "
        "later visited Mali."
    )
    visit = coded(text).events[1]
    assert Told.of(visit).recipient == "MLI"
    assert [(p.text, p.name, p.via) for p in visit.actor] == [("He", "Lamin Ceesay", "coreference")]


def test_one_clause_with_two_acts_gives_two_events() -> None:
    events = coded("Troops sent by Kenya attacked the militants on Monday.").events
    assert [(e.event, [p.code for p in e.actor]) for e in events] == [("MOBILIZE", ["KEN"]), ("ASSAULT", ["KEN"])]


def test_one_happening_told_twice_is_one_event_with_both_mentions() -> None:
    text = "Malian troops attacked the rebels on Sunday.\n\nMalian troops attacked the rebels near Gao on Sunday."
    events = coded(text).events
    assert len(events) == 1
    assert len(events[0].also) == 1


def test_an_event_says_which_rule_found_it_and_how_sure_it_is() -> None:
    event = coded("Chad accused Sudan of arming the rebels.").events[0]
    assert event.rules[0].startswith("accuse.")
    assert event.features["actor"] == 1.0
    assert 0.5 <= event.confidence <= 1

"""Where an event happened that its own clause does not place."""

from __future__ import annotations

from dataclasses import replace

from coding_factory import candidate, party, person

from dragoman.coding.candidate import Candidate
from dragoman.coding.linear import Linear
from dragoman.coding.locate import from_dateline, locate
from dragoman.coding.where import Site
from dragoman.model.layers import ActorLayer, Layers, PlaceMention
from dragoman.model.span import Span
from dragoman.model.tree import Tree
from trees import document, tree

CHAD, MALI = party("Chad", "TCD"), party("Mali", "MLI")


LOME = PlaceMention(Span(0, 4), 0, "Lome", country_code="TGO", resolution=4)
TOGO_NAMED = PlaceMention(Span(6, 10), 0, "Togo", country_code="TGO", resolution=1)
TOGO, MUSA = party("Togo", "TGO"), person("Musa", "TCD")


def test_a_dateline_is_its_finest_place() -> None:
    assert from_dateline([TOGO_NAMED, LOME], Span(0, 10)) == 1
    assert from_dateline([TOGO_NAMED, LOME], None) is None


LIKELY = Linear({"bias": 0.0, "rung_sited_own": 3.0})


def located(*candidates: Candidate, places: tuple[PlaceMention, ...] = (LOME, TOGO_NAMED)) -> list[int | None]:
    return [c.place for c in locate(candidates, Layers(document(tree("x/NN")), places=places), LIKELY)]


VISIT = candidate("CONSULT", mode=("visit",), actor=(MUSA,), recipient=(TOGO,))


def test_who_is_on_a_visit_acts_there() -> None:
    assert located(VISIT, candidate("ACCUSE", actor=(MUSA,), recipient=(MALI,), sentence=3)) == [1, 1]


def test_a_telephone_call_has_no_place() -> None:
    assert located(VISIT, candidate("CONSULT", mode=("phone",), actor=(MUSA, CHAD), sentence=3)) == [1, None]


def test_what_the_clause_says_goes_before_what_the_sides_imply_and_says_how_sure_it_is() -> None:
    told = replace(VISIT, sites=(Site(0, (("sited", 1.0), ("sited_own", 1.0))),))
    found = locate([told], Layers(document(tree("x/NN")), places=(LOME, TOGO_NAMED)), LIKELY)[0]
    assert found.place == 0
    assert found.place_probability is not None
    assert found.place_probability > 0.9
    assert ("rung_sited_own", 1.0) in found.place_features


def test_where_nothing_tells_or_implies_a_place_there_is_none() -> None:
    assert located(candidate("ACCUSE", actor=(CHAD,), recipient=(MALI,))) == [None]


def test_one_of_several_countries_is_no_place() -> None:
    told = replace(VISIT, sites=(Site(0, (("sited_own", 1.0),), spread=True),))
    assert located(told) == [None]


def told_at(place: int, feature: str, told: Candidate) -> Candidate:
    return replace(told, sites=(Site(place, ((feature, 1.0),)),))


TALKS = told_at(0, "sited_own", candidate("CONSULT", actor=(TOGO, CHAD)))


def test_words_of_a_report_on_talks_are_said_at_the_talks() -> None:
    refusal = candidate("REJECT", actor=(CHAD,), sentence=6)
    assert located(TALKS, refusal) == [0, 0]
    assert located(replace(TALKS, auxiliary=("historical",)), refusal) == [0, None]


def test_a_court_sits_in_its_country() -> None:
    court = party("court", "TGO", sector="JUD")
    assert located(candidate("REJECT", actor=(court,), recipient=(CHAD,))) == [1]
    assert located(candidate("REJECT", actor=(TOGO,), recipient=(CHAD,))) == [None]


def test_a_deed_without_a_place_is_where_the_deed_before_was() -> None:
    raid = told_at(0, "sited_own", candidate("ASSAULT", actor=(CHAD,)))
    assert located(raid, candidate("ASSAULT", actor=(CHAD,), sentence=1)) == [0, 0]
    assert located(raid, candidate("ASSAULT", actor=(CHAD,), auxiliary=("historical",), sentence=1)) == [0, None]


def test_what_was_not_done_was_not_done_at_home() -> None:
    arrests = candidate("COERCE", actor=(TOGO,))
    assert located(arrests) == [1]
    assert located(replace(arrests, auxiliary=("negation",))) == [None]


def test_on_a_visit_one_meets_only_hosts_there() -> None:
    met = candidate("CONSULT", actor=(MUSA, MALI), sentence=3)
    assert located(VISIT, met) == [1, None]
    assert located(VISIT, replace(met, actor=(MUSA, TOGO))) == [1, 1]


def in_sentence(sentence: Tree, told: Candidate, *, home: str | None = None) -> int | None:
    layers = Layers(document(sentence), (sentence,), places=(LOME, TOGO_NAMED), actors=ActorLayer(home=home))
    return locate([told], layers, LIKELY)[0].place


def test_what_is_done_to_a_ship_is_not_where_its_owner_lives() -> None:
    raid = candidate("ASSAULT", actor=(CHAD,), recipient=(TOGO,), at=1)
    ship = tree("Chad/NNP/nsubj>raided raided|raid/VBD a/DT/det>ship ship/NN/dobj>raided")
    farm = tree("Chad/NNP/nsubj>raided raided|raid/VBD a/DT/det>farm farm/NN/dobj>raided")
    assert in_sentence(ship, raid) is None
    assert in_sentence(farm, raid) == 1


def test_here_without_a_dateline_is_at_home() -> None:
    here = tree("They|they/PRP/nsubj>met met|meet/VBD here/RB/advmod>met")
    talks = candidate("CONSULT", actor=(CHAD, MALI), at=1)
    assert in_sentence(here, talks, home="TGO") == 1
    assert in_sentence(tree("They|they/PRP/nsubj>met met|meet/VBD again/RB/advmod>met"), talks, home="TGO") is None


def test_who_speaks_in_parliament_speaks_at_home() -> None:
    house = tree("Togo/NNP/nsubj>refused refused|refuse/VBD in/IN/prep>refused parliament/NN/pobj>in")
    street = tree("Togo/NNP/nsubj>refused refused|refuse/VBD in/IN/prep>refused anger/NN/pobj>in")
    refusal = candidate("REJECT", actor=(TOGO,), recipient=(CHAD,), at=1)
    assert in_sentence(house, refusal) == 1
    assert in_sentence(street, refusal) is None


def test_of_the_places_in_its_clause_the_finest_counts() -> None:
    raid = candidate("ASSAULT", actor=(CHAD,))
    sites = (Site(1, (("sited_own", 1.0),)), Site(0, (("sited_noun", 1.0),)))
    assert located(replace(raid, sites=sites)) == [0]
    assert located(replace(raid, sites=(sites[0], Site(0, (("sited_elsewhere", 1.0),))))) == [1]


def test_victims_told_by_nation_are_at_home_only_in_a_report_on_it() -> None:
    killed = candidate("ASSAULT", recipient=(TOGO,), at=1)
    fell = tree("Togolese/NNS/nsubjpass>killed killed|kill/VBN")
    assert in_sentence(fell, killed, home="TGO") == 1
    assert in_sentence(fell, killed, home="MLI") is None


def test_a_foreigner_arrested_by_nobody_was_arrested_in_the_reports_country() -> None:
    arrested = candidate("COERCE", recipient=(CHAD,), at=1)
    held = tree("Chadians/NNS/nsubjpass>held held|hold/VBN")
    assert in_sentence(held, arrested, home="TGO") == 1
    assert in_sentence(held, replace(arrested, category="ASSAULT"), home="TGO") is None


def test_what_was_said_before_or_some_time_was_not_said_at_the_talks() -> None:
    refusal = candidate("REJECT", actor=(CHAD,), sentence=6)
    some_time = replace(refusal, status=replace(refusal.status, present_perfect=True))
    assert located(TALKS, replace(refusal, auxiliary=("historical",))) == [0, None]
    assert located(TALKS, some_time) == [0, None]


def test_a_fight_of_two_states_is_not_where_a_third_one_acted() -> None:
    raid = told_at(0, "sited_own", candidate("ASSAULT", actor=(TOGO,)))
    fight = candidate("ASSAULT", actor=(CHAD,), recipient=(MALI,), sentence=1)
    assert located(raid, fight) == [0, None]
    assert located(raid, replace(fight, recipient=(CHAD,))) == [0, 0]
    assert located(raid, replace(fight, recipient=(MALI, TOGO))) == [0, 0]

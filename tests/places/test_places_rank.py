from __future__ import annotations

from places_support import GEORGIA, GEORGIA_STATE, NINEVEH, Name, layers_of, state

from dragoman.model.layers import Layers
from dragoman.places.gazetteer import Gazetteer
from dragoman.places.rank import Ranker
from dragoman.places.recognise import Recogniser

GPE: list[Name] = [
    (name, "GPE") for name in ("Paris", "Texas", "Dallas", "Springfield", "Ohio", "Ankara", "Mosul", "Atlanta")
]


def ids(gazetteer: Gazetteer, layers: Layers, *outlet: str) -> list[int | None]:
    text = layers.document.text
    choices = Ranker(gazetteer).resolve(text, Recogniser(gazetteer).find(layers), outlet)
    return [c.place.id if c.place else None for c in choices]


def test_capital_wins_without_context(gazetteer: Gazetteer) -> None:
    assert ids(gazetteer, layers_of("Talks ended in Paris.", GPE)) == [21]


def test_stated_container_decides(gazetteer: Gazetteer) -> None:
    assert ids(gazetteer, layers_of("Talks ended in Paris, Texas.", GPE))[0] == 22


def test_stated_container_holds_for_the_whole_report(gazetteer: Gazetteer) -> None:
    found = ids(gazetteer, layers_of("Talks ended in Paris, Texas.\nThe mayor of Paris left.", GPE))
    assert found[0] == found[2] == 22


def test_one_name_put_in_two_places_is_two(gazetteer: Gazetteer) -> None:
    names: list[Name] = [*GPE, ("France", "GPE", state("France", "FRA"))]
    found = ids(gazetteer, layers_of("It began in Paris, France.\nIt ended in Paris, Texas.", names))
    assert (found[0], found[2]) == (21, 22)


def test_other_places_of_the_report_vote(gazetteer: Gazetteer) -> None:
    assert ids(gazetteer, layers_of("Police in Dallas and in Springfield agreed.\nTexas paid.", GPE))[1] == 27
    assert ids(gazetteer, layers_of("Police in Springfield agreed.\nOhio paid.", GPE))[0] == 26


def test_town_of_the_same_name_stands_before_its_division(gazetteer: Gazetteer) -> None:
    assert ids(gazetteer, layers_of("Snow fell in Ankara.", GPE)) == [24]


def test_division_where_the_text_says_so(gazetteer: Gazetteer) -> None:
    assert ids(gazetteer, layers_of("Snow fell in Ankara province.", GPE)) == [30]


def test_state_or_division_of_the_same_name(gazetteer: Gazetteer) -> None:
    names: list[Name] = [*GPE, ("Georgia", "GPE", state("Georgia", "GEO"))]
    assert ids(gazetteer, layers_of("Rain fell in Georgia.", names)) == [GEORGIA]
    assert ids(gazetteer, layers_of("Rain fell in Atlanta, Georgia.", names))[1] == GEORGIA_STATE


def test_outlet_leans_to_its_own_place(gazetteer: Gazetteer) -> None:
    layers = layers_of("Police in Springfield agreed.", GPE)
    assert ids(gazetteer, layers, "Ohio") == [26]
    assert ids(gazetteer, layers, "Texas") == [27]


def test_alternate_spelling_of_a_small_town_needs_support(gazetteer: Gazetteer) -> None:
    names: list[Name] = [("Shingal", "GPE"), ("Nineveh", "GPE")]
    assert ids(gazetteer, layers_of("Fighting reached Shingal in Nineveh.", names)) == [29, NINEVEH]


def test_unknown_name_is_left_unresolved(gazetteer: Gazetteer) -> None:
    assert ids(gazetteer, layers_of("Fighting reached Zzyzx.", [("Zzyzx", "GPE")])) == []
    assert ids(gazetteer, layers_of("Fighting went on in Zzyzx.", [("Zzyzx", "GPE")])) == [None]


def test_order_of_runs_does_not_matter(gazetteer: Gazetteer) -> None:
    ranker, recogniser = Ranker(gazetteer), Recogniser(gazetteer)
    layers = [layers_of("Talks in Paris, Texas.", GPE), layers_of("Talks in Paris.", GPE)]
    tops = [recogniser.find(x) for x in layers]
    once = [ranker.resolve(x.document.text, t) for x, t in zip(layers, tops, strict=True)]
    back = [ranker.resolve(x.document.text, t) for x, t in zip(layers[::-1], tops[::-1], strict=True)]
    assert once == back[::-1]

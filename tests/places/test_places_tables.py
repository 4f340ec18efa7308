from __future__ import annotations

from collections import Counter

import pycountry

from dragoman.places import tables


def test_every_state_has_one_point_on_the_globe() -> None:
    codes = Counter(c.code for c in tables.countries())
    assert max(codes.values()) == 1
    assert all(-90 <= c.lat <= 90 and -180 <= c.lon <= 180 for c in tables.countries())
    assert {c.alpha_3 for c in pycountry.countries} <= set(codes)


def test_division_codes_are_unique_and_of_known_states() -> None:
    known = {c.iso2 for c in tables.countries()}
    codes = Counter(d.iso for d in tables.divisions())
    assert max(codes.values()) == 1
    assert all(code[:2] in known for code in codes)


def test_no_abbreviation_stands_for_two_divisions() -> None:
    seen = Counter(a for d in tables.divisions() for a in d.abbreviations)
    assert [a for a, n in seen.items() if n > 1] == []


def test_no_region_is_listed_twice() -> None:
    names = Counter(name for r in tables.regions() for name in r.names)
    assert [name for name, n in names.items() if n > 1] == []


def test_regions_lie_on_the_globe_and_in_known_states() -> None:
    codes = {c.code for c in tables.countries()} | {None}
    for region in tables.regions():
        assert -90 <= region.lat <= 90, region
        assert -180 <= region.lon <= 180, region
        assert region.country in codes, region


def test_adjectives_belong_to_places_of_our_tables() -> None:
    known = {name for r in tables.regions() for name in r.names} | {d.iso for d in tables.divisions()}
    assert set(tables.adjectives().values()) <= known


def test_words_of_diction_point_to_one_country() -> None:
    words = Counter(word for word, _ in tables.diction())
    assert [word for word, n in words.items() if n > 1] == []
    assert all(word == word.casefold() for word in words)

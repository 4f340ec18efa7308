"""Word lists of the places room, read from tables/words.yml; its comments say what each is for."""

from __future__ import annotations

import yaml

from dragoman.places.tables import table_text


def _lists() -> dict[str, frozenset[str]]:
    raw: dict[str, str] = yaml.safe_load(table_text("words.yml"))
    return {name: frozenset(words.split()) for name, words in raw.items()}


_LISTS = _lists()

LOCATIVE = _LISTS["locative"]
WEAK_LOCATIVE = _LISTS["weak_locative"]
COMPASS = _LISTS["compass"]
TITLES = _LISTS["titles"]
STREETS = _LISTS["streets"]
WATERS = _LISTS["waters"]
LANDS = _LISTS["lands"]
DIVISIONS = _LISTS["divisions"]
BUILDINGS = _LISTS["buildings"]
TYPES = STREETS | WATERS | LANDS | DIVISIONS | BUILDINGS
FIRST_TYPES = _LISTS["first_types"]
NUMBERED = _LISTS["numbered"]
INNER = _LISTS["inner"]
HOUSES = _LISTS["houses"]
CIVIC = _LISTS["civic"]
SETTLEMENTS = _LISTS["settlements"]
NOT_PLACES = _LISTS["not_places"]
SPEECH = _LISTS["speech"]
TOLD = _LISTS["told"]
ACTS = _LISTS["acts"]
SHARED = _LISTS["shared"]
ACTING_PREPOSITIONS = _LISTS["acting_prepositions"]

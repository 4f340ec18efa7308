"""The step that fills `places`: finds toponyms, resolves them, and tells demonyms and acting capitals apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from dragoman.kb.load import Knowledge
from dragoman.model.document import Document
from dragoman.model.layers import Layers, PlaceMention
from dragoman.model.span import Span
from dragoman.places import tables
from dragoman.places.acting import acts, is_seat
from dragoman.places.context import DATELINE, Toponym
from dragoman.places.gazetteer import Gazetteer, Place
from dragoman.places.rank import Choice, Ranker
from dragoman.places.recognise import Recogniser

_NAME = re.compile(r"[A-Z][\w.'’-]*(?: (?:of|de|al|the|and|[A-Z][\w.'’-]*))*", re.UNICODE)
_PART = re.compile(r"[^,()/–—]+")
OUTLET_WORDS = 3


class PlaceReader:
    """Fills `places` in text order; the gazetteer is opened once, the knowledge base gives the names of states."""

    needs: tuple[str, ...] = ("trees", "mentions")
    gives = "places"

    def __init__(self, knowledge: Knowledge, gazetteer: Gazetteer) -> None:
        self.knowledge = knowledge
        self.gazetteer = gazetteer
        self.recogniser = Recogniser(gazetteer)

    @cached_property
    def ranker(self) -> Ranker:
        """The resolver, with the ids of the divisions our tables name."""
        return Ranker(self.gazetteer, {d.iso: i for d in tables.divisions() if (i := self._division(d)) is not None})

    def _division(self, division: tables.Division) -> int | None:
        found = [
            c.place.id
            for c in self.gazetteer.named(division.names[0])
            if c.usual and c.place.feature == "ADM1" and _code(c.place.country) == division.iso[:2]
        ]
        return found[0] if found else None

    def run(self, layers: Layers) -> Layers:
        """The layers with `places`: every toponym of the dateline and the sentences, resolved or not."""
        doc = layers.document
        toponyms = [*self._dateline(doc), *self.recogniser.find(layers)]
        toponyms.sort(key=lambda t: t.span)
        trees = {t.sentence: t for t in layers.trees or ()}
        outlet = [m.group() for source in (doc.raw.publisher, doc.raw.title) for m in _NAME.finditer(source or "")]
        out = []
        for choice in self.ranker.resolve(doc.text, toponyms, outlet):
            place = self._mention(choice)
            tree = trees.get(place.sentence)
            if tree is not None and not place.adjectival and is_seat(place.feature_code or ""):
                place = replace(place, acting=acts(tree, place.span))
            out.append(place)
        return replace(layers, places=tuple(out))

    def _dateline(self, doc: Document) -> Iterator[Toponym]:
        """The parts of the dateline's place: "KHARTOUM, Sudan" is two toponyms."""
        if doc.dateline_place is None:
            return
        span = doc.dateline_place
        for part in _PART.finditer(span.of(doc.text)):
            name = part.group().strip()
            if not name:
                continue
            start = span.start + part.start() + (len(part.group()) - len(part.group().lstrip()))
            known = self.knowledge.lookup(name) or self.knowledge.lookup(name.title())
            state = known.code if known and known.kind in ("state", "place") and known.form == "name" else None
            division = self.recogniser.abbreviations.code(name)
            yield Toponym(
                Span(start, start + len(name)),
                DATELINE,
                " ".join(name.split()),
                (("dateline", 4.0),),
                country=state,
                division=None if state else division,
            )

    def _mention(self, choice: Choice) -> PlaceMention:
        toponym, place = choice.toponym, choice.place
        rule = "+".join(name for name, value in toponym.features if value > 0) + ">" + choice.rule
        mention = PlaceMention(toponym.span, toponym.sentence, adjectival=toponym.adjectival, rule=rule)
        if place is None or place.lat is None:
            return mention
        state = self.gazetteer.country(place.country) if place.country else None
        province = place if place.feature == "ADM1" else self.gazetteer.place(place.admin1) if place.admin1 else None
        return replace(
            mention,
            name=place.name,
            geonameid=place.geonameid,
            lat=round(place.lat, 4),
            lon=round(place.lon, 4) if place.lon is not None else None,
            city=place.name if place.is_town else None,
            province=province.name if province else None,
            country=state.name if state else None,
            country_code=place.country,
            feature_code=place.feature,
            resolution=resolution(place),
        )


def resolution(place: Place) -> int:
    """PLOVER's grain: 1 country, 2 first-level division or wider region, 3 district, 4 city, 5 below."""
    if place.is_country:
        return 1
    if place.feature == "ADM2":
        return 3
    if place.feature == "PPLX":
        return 5
    if place.is_town:
        return 4
    return 5 if place.feature in FACILITIES else 2


FACILITIES = frozenset(
    "AIRB NVB INSM MILB AIRP BLDG GOVL NUC CSTM PRN CMP SQR DAM PRT PAL ST HSTS INDS RLG MSQE BDRY".split()
) - {"BDRY"}
"""Feature codes of places within or smaller than a town."""


def _code(country: str | None) -> str | None:
    return next((c.iso2 for c in tables.countries() if c.code == country), None)

"""The step that fills `places`: finds toponyms, resolves them, and tells demonyms and acting capitals apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dragoman.kb.load import Knowledge
from dragoman.model.document import Document
from dragoman.model.layers import Layers, PlaceMention
from dragoman.model.span import Span
from dragoman.places.acting import acts, is_seat
from dragoman.places.context import DATELINE, Toponym
from dragoman.places.evidence import EVIDENCE
from dragoman.places.gazetteer import Gazetteer, Place
from dragoman.places.rank import Choice, Ranker
from dragoman.places.recognise import Recogniser
from dragoman.places.stretches import STATE_KINDS

BELOW_TOWN = frozenset(
    {"AIRB", "NVB", "INSM", "MILB", "AIRP", "BLDG", "GOVL", "NUC", "CSTM", "PRN", "CMP", "SQR", "DAM", "PRT"}
    | {"PAL", "ST", "HSTS", "INDS", "RLG", "MSQE", "PPLX"}
)
"""Feature codes of places within a town or smaller than one."""

_NAME = re.compile(r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*)*")
_PART = re.compile(r"[^\s,()/–—][^,()/–—]*")


class PlaceReader:
    """Fills `places`; the gazetteer gives the places, the knowledge base the names of states."""

    needs: tuple[str, ...] = ("trees", "mentions")
    gives = "places"

    def __init__(self, knowledge: Knowledge, gazetteer: Gazetteer) -> None:
        self.knowledge = knowledge
        self.gazetteer = gazetteer
        self.recogniser = Recogniser(gazetteer)
        self.ranker = Ranker(gazetteer)

    def run(self, layers: Layers) -> Layers:
        """The layers with `places` in text order: every toponym of dateline and sentences, resolved or not."""
        doc = layers.document
        found = [*self._dateline(doc), *self.recogniser.find(layers)]
        toponyms = sorted(found, key=lambda t: t.span)
        trees = {t.sentence: t for t in layers.trees or ()}
        places = []
        for choice in self.ranker.resolve(doc.text, toponyms, _outlet(doc)):
            place = self._mention(choice)
            tree = trees.get(place.sentence)
            if tree is not None and not place.adjectival and is_seat(place.feature_code):
                place = replace(place, acting=acts(tree, place.span))
            places.append(place)
        return replace(layers, places=tuple(places))

    def _dateline(self, doc: Document) -> Iterator[Toponym]:
        """The parts of the dateline's place: "KHARTOUM, Sudan" is two toponyms."""
        span = doc.dateline_place
        for part in _PART.finditer(span.of(doc.text)) if span is not None else ():
            name = part.group().rstrip()
            start = span.start + part.start() if span is not None else 0
            known = self.knowledge.lookup(name) or self.knowledge.lookup(name.title())
            is_state = known is not None and known.kind in STATE_KINDS and known.form == "name"
            yield Toponym(
                Span(start, start + len(name)),
                DATELINE,
                " ".join(name.split()),
                (("dateline", EVIDENCE["dateline"]),),
                country=known.code if known is not None and is_state else None,
                division=None if is_state else self.recogniser.abbreviations.code(name),
            )

    def _mention(self, choice: Choice) -> PlaceMention:
        toponym, place = choice.toponym, choice.place
        found = "+".join(name for name, value in toponym.features if value > 0)
        mention = PlaceMention(
            toponym.span, toponym.sentence, adjectival=toponym.adjectival, rule=f"{found} > {choice.rule}"
        )
        if place is None or place.lat is None or place.lon is None:
            return mention
        state = self.gazetteer.country(place.country) if place.country else None
        province = place if place.feature == "ADM1" else self.gazetteer.place(place.admin1) if place.admin1 else None
        return replace(
            mention,
            name=place.name,
            geonameid=place.geonameid,
            lat=round(place.lat, 4),
            lon=round(place.lon, 4),
            city=place.name if place.is_town else None,
            province=province.name if province else None,
            country=state.name if state else None,
            country_code=place.country,
            feature_code=place.feature,
            resolution=resolution(place),
        )


def resolution(place: Place) -> int:
    """PLOVER's grain: 1 country, 2 first-level division or wider region, 3 district, 4 city, 5 below a city."""
    if place.is_country:
        return 1
    if place.feature == "ADM2":
        return 3
    if place.feature in BELOW_TOWN:
        return 5
    return 4 if place.is_town else 2


def _outlet(doc: Document) -> list[str]:
    """Names in the publisher's name and in a title that is no part of the text."""
    return [m.group() for source in (doc.raw.publisher, doc.raw.title) for m in _NAME.finditer(source or "")]

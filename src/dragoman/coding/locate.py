"""Where an event happened: what its sentence, its sides and the report offer, and which of it the ladder takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dragoman.coding.candidate import Candidate
from dragoman.coding.ground import antecedent, pointers, strikes_nobodys
from dragoman.coding.implied import BODIES, codes_of, implied_country, only, place_of_country
from dragoman.coding.ladder import choose
from dragoman.coding.linear import Linear
from dragoman.coding.source import SPEECH_ACTS
from dragoman.coding.where import speech_sites
from dragoman.model.layers import ActorLayer, Layers, PlaceMention
from dragoman.model.span import Span
from dragoman.model.tree import Tree

REACH = 2
"""Sentences over which a place goes on being where the report is."""
OPENING = 4
"""The first sentences: a meeting told in them is what the report is about."""

Offer = tuple[int | None, str]


@dataclass(slots=True)
class _Report:
    """What the report has told of places so far."""

    places: Sequence[PlaceMention]
    dateline: int | None
    home: str | None
    trees: Mapping[int, Tree]
    told: Mapping[int, int]
    spoken: Mapping[int, Sequence[tuple[int, frozenset[str]]]]
    visits: list[Candidate] = field(default_factory=list)
    last: Candidate | None = None
    session: int | None = None


def locate(candidates: Sequence[Candidate], layers: Layers, model: Linear) -> list[Candidate]:
    """The candidates with their places and how probable each is; None where nothing tells or implies one."""
    report = _read(candidates, layers)
    out: list[Candidate] = []
    for candidate in candidates:
        placed = _place(candidate, _options(candidate, report), report.places, model)
        if placed.place is not None:
            report.last = placed
            if placed.category == "CONSULT":
                _remember(placed, report)
        out.append(placed)
    return out


def _read(candidates: Sequence[Candidate], layers: Layers) -> _Report:
    places, actors = layers.places or (), layers.actors or ActorLayer()
    trees = {tree.sentence: tree for tree in layers.trees or ()}
    told: dict[int, int] = {}
    for candidate in candidates:
        for site in candidate.sites:
            if ("sited", 1.0) in site.features and places[site.place].country_code is not None:
                told.setdefault(candidate.sentence.index, site.place)
    named: dict[int, list[tuple[int, PlaceMention]]] = {}
    for index, place in enumerate(places):
        named.setdefault(place.sentence, []).append((index, place))
    spoken = {
        sentence: [
            (place, frozenset(r.entity for r in actors.references.get((sentence, speaker), ())))
            for place, speaker in speech_sites(tree, named.get(sentence, ()))
        ]
        for sentence, tree in trees.items()
    }
    dateline = from_dateline(places, layers.document.dateline_place)
    return _Report(places, dateline, actors.home, trees, told, spoken)


def _remember(meeting: Candidate, report: _Report) -> None:
    """Keeps a visit, during which the guest acts there, and the talks that the report is about."""
    if "visit" in meeting.mode:
        report.visits.append(meeting)
    elif report.session is None and not meeting.auxiliary and meeting.sentence.index < OPENING:
        report.session = meeting.place


def _place(
    candidate: Candidate, options: Mapping[int, Mapping[str, float]], places: Sequence[PlaceMention], model: Linear
) -> Candidate:
    chosen = choose(candidate, options)
    if chosen is None or chosen[0] in {site.place for site in candidate.sites if site.spread}:
        return candidate
    place, rung = _finest(chosen[0], candidate, places), chosen[1]
    features = {f"rung_{rung}": 1.0} | _besides(candidate, places[place])
    told = tuple(sorted(features.items()))
    return replace(candidate, place=place, place_features=told, place_probability=model.probability(features))


def _finest(chosen: int, candidate: Candidate, places: Sequence[PlaceMention]) -> int:
    """The finest place of the same country that the act's own clause names, if the one chosen is named there itself."""
    own = [
        site.place
        for site in candidate.sites
        if {"sited_own", "sited_noun"} & {name for name, _ in site.features}
        and places[site.place].country_code == places[chosen].country_code
    ]
    return max(own, key=lambda n: (places[n].resolution or 0, n == chosen, -n)) if chosen in own else chosen


def _besides(candidate: Candidate, place: PlaceMention) -> dict[str, float]:
    """What speaks for or against the place chosen, besides the rung that it stands on."""
    names = {
        "word": candidate.category in SPEECH_ACTS,
        "historical": "historical" in candidate.auxiliary,
        "unreal": bool({"future", "hypothetical", "negation"} & {*candidate.auxiliary}),
        "finer_than_country": (place.resolution or 0) > 1,
    }
    return {name: 1.0 for name, holds in names.items() if holds}


def _options(candidate: Candidate, report: _Report) -> dict[int, dict[str, float]]:
    """The places that may be it with their features."""
    options: dict[int, dict[str, float]] = {site.place: dict(site.features) for site in candidate.sites}
    for source in (_by_sides, _by_pointers, _by_report, _by_dateline):
        for place, name in source(candidate, report):
            if place is not None:
                options.setdefault(place, {})[name] = 1.0
    return options


def _by_sides(candidate: Candidate, report: _Report) -> Iterator[Offer]:
    near, places = candidate.trigger, report.places
    tree = report.trees.get(candidate.sentence.index)
    nobodys = tree is not None and strikes_nobodys(tree, candidate.head)
    if not nobodys and "negation" not in candidate.auxiliary:
        country = implied_country(candidate.category, candidate.mode, candidate.actor, candidate.recipient)
        yield place_of_country(country, places, near), "implied"
    if any(r.sector == "JUD" for r in candidate.actor):
        yield place_of_country(only(codes_of(candidate.actor)), places, near), "court"


def _by_pointers(candidate: Candidate, report: _Report) -> Iterator[Offer]:
    tree = report.trees.get(candidate.sentence.index)
    home = place_of_country(report.home, report.places, candidate.trigger)
    for pointer in pointers(tree, candidate.head) if tree is not None else ():
        if pointer.kind == "here":
            yield report.dateline if report.dateline is not None else home, "here"
        elif pointer.kind == "institution":
            side = only(codes_of(candidate.actor)) or only(codes_of(candidate.recipient)) or report.home
            yield place_of_country(side, report.places, candidate.trigger), "institution"
        else:
            yield antecedent(pointer.kind, report.places, pointer.token.start), pointer.kind


def _by_report(candidate: Candidate, report: _Report) -> Iterator[Offer]:
    index = candidate.sentence.index
    doers = {r.entity for r in candidate.actor}
    yield _visited(candidate, report), "on_a_visit"
    yield report.session, "session"
    yield report.told.get(index - 1), "told_1_before"
    for after in range(1, REACH + 1):
        for place, speakers in report.spoken.get(index + after, ()):
            if speakers & doers:
                yield place, "said_there"
    if (last := report.last) is not None and last.auxiliary == candidate.auxiliary:
        yield last.place, "act_before_near" if index - last.sentence.index <= REACH else "act_before"


def _visited(candidate: Candidate, report: _Report) -> int | None:
    """The place of a visit on which the doer is; not for a meeting with those of another country."""
    guests = {r.entity for r in candidate.actor if r.type == "person"}
    for visit in report.visits:
        came = guests & {r.entity for r in visit.actor}
        if not came or visit.place is None or visit.auxiliary != candidate.auxiliary:
            continue
        met = codes_of([r for r in (*candidate.actor, *candidate.recipient) if r.entity not in came]) - BODIES
        if candidate.category != "CONSULT" or met <= {report.places[visit.place].country_code}:
            return visit.place
    return None


def _by_dateline(candidate: Candidate, report: _Report) -> Iterator[Offer]:
    yield report.dateline, "dateline"
    if report.dateline is None:
        return
    doers = codes_of(candidate.actor)
    # Bodies have no country of their own: a court or council acts where the report comes from.
    if report.places[report.dateline].country_code in doers or (doers and doers <= BODIES):
        yield report.dateline, "dateline_home"


def from_dateline(places: Sequence[PlaceMention], dateline: Span | None) -> int | None:
    """The index of the dateline's finest place."""
    told = [n for n, p in enumerate(places) if dateline is not None and dateline.overlaps(p.span) and p.country_code]
    return max(told, key=lambda n: (places[n].resolution or 0, -n), default=None)

"""Where an event happened: what its sentence, its sides and the report offer, and which of it the ladder takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dragoman.coding.candidate import Candidate
from dragoman.coding.ground import antecedent, pointers, strikes_nobodys
from dragoman.coding.implied import BODIES, codes_of, implied_country, only, place_of_country
from dragoman.coding.known import KIND_OF
from dragoman.coding.ladder import choose
from dragoman.coding.linear import Linear
from dragoman.coding.occurred import happening_of, place_of_noun, placed_happenings
from dragoman.coding.source import SPEECH_ACTS
from dragoman.coding.where import Site, speech_sites
from dragoman.model.actor import Reference
from dragoman.model.layers import ActorLayer, Layers, PlaceMention
from dragoman.model.span import Span
from dragoman.model.tree import Tree

REACH = 2
"""Sentences over which a place goes on being where the report is."""
OPENING = 4
"""The first sentences: a meeting told in them is what the report is about."""

STATECRAFT = (SPEECH_ACTS | {"SANCTION"}) - {"CONCEDE"}
"""What a state does by words: "Chad condemned the raid" has no place; what it concedes, it concedes at home."""

OF_STATE = frozenset({"COP", "GOV", "JUD", "LEG", "MIL"})
"""Sectors of the bodies of a state, whose seats lie in it."""
TOLD_OF_IT = frozenset({"happening", "told_1_before"})
"""Rungs on which a place stands that another sentence put to the happening, and so the one named beside it as well."""

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
    named: Mapping[int, Sequence[tuple[int, PlaceMention]]] = field(default_factory=dict)
    happenings: Mapping[str, Site] = field(default_factory=dict)
    spread: frozenset[int] = frozenset()
    references: Mapping[tuple[int, int], Sequence[Reference]] = field(default_factory=dict)
    visits: list[Candidate] = field(default_factory=list)
    last: Candidate | None = None
    session: int | None = None


def locate(candidates: Sequence[Candidate], layers: Layers, model: Linear) -> list[Candidate]:
    """The candidates with their places and how probable each is; None where nothing tells or implies one."""
    report = _read(candidates, layers)
    out: list[Candidate] = []
    for candidate in candidates:
        placed = _place(candidate, _options(candidate, report), report, model)
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
    happenings = placed_happenings(trees.values(), named)
    spread = _spread([*happenings.values(), *(site for candidate in candidates for site in candidate.sites)])
    return _Report(places, dateline, actors.home, trees, told, spoken, named, happenings, spread, actors.references)


def _spread(sites: Iterable[Site]) -> frozenset[int]:
    return frozenset(site.place for site in sites if site.spread)


def _remember(meeting: Candidate, report: _Report) -> None:
    """Keeps a visit, during which the guest acts there, and the talks that the report is about."""
    if "visit" in meeting.mode:
        report.visits.append(meeting)
    elif report.session is None and not meeting.auxiliary and _is_opening(meeting):
        report.session = meeting.place


def _is_opening(meeting: Candidate) -> bool:
    """Whether a meeting is what the report is about: told at once, and of which it says where it is."""
    return meeting.sentence.index < OPENING and ("rung_dateline", 1.0) not in meeting.place_features


def _place(
    candidate: Candidate, options: Mapping[int, Mapping[str, float]], report: _Report, model: Linear
) -> Candidate:
    places = report.places
    chosen = choose(candidate, options)
    if chosen is None or chosen[0] in (report.spread if chosen[1] in TOLD_OF_IT else _spread(candidate.sites)):
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
    for source in (_by_happening, _by_sides, _by_pointers, _by_report, _by_dateline):
        for place, name in source(candidate, report):
            if place is not None:
                options.setdefault(place, {})[name] = 1.0
    return options


def _by_happening(candidate: Candidate, report: _Report) -> Iterator[Offer]:
    index = candidate.sentence.index
    tree = report.trees.get(index)
    if tree is None:
        return
    for noun in happening_of(tree, candidate.head):
        known = report.happenings.get(noun.lemma, report.happenings.get(f"any {KIND_OF[noun.lemma]}"))
        site = place_of_noun(tree, noun, report.named.get(index, ())) or known
        yield (site.place if site is not None else None), "happening"


def _by_sides(candidate: Candidate, report: _Report) -> Iterator[Offer]:
    near, places = candidate.trigger, report.places
    tree = report.trees.get(candidate.sentence.index)
    country = implied_country(candidate.category, candidate.mode, candidate.actor, candidate.recipient)
    nobodys = tree is not None and strikes_nobodys(tree, candidate.head)
    theirs = country in codes_of(candidate.actor) or candidate.category == "CONSULT"
    if not nobodys and "negation" not in candidate.auxiliary and (theirs or _is_at_home(country, report)):
        yield place_of_country(country, places, near), "implied"
    if country is not None and not candidate.actor and "historical" not in candidate.auxiliary:
        yield place_of_country(report.home, places, near), "abroad"
    if any(r.sector == "JUD" for r in candidate.actor):
        yield place_of_country(only(codes_of(candidate.actor)), places, near), "court"


def _is_at_home(victims: str | None, report: _Report) -> bool:
    """Whether the report is about the victims' country; those killed or held elsewhere are told by their nation too."""
    sited = {report.places[place].country_code for place in report.told.values()}
    return report.home is None or (victims == report.home and (not sited or victims in sited))


def _by_pointers(candidate: Candidate, report: _Report) -> Iterator[Offer]:
    tree = report.trees.get(candidate.sentence.index)
    home = place_of_country(report.home, report.places, candidate.trigger)
    for pointer in pointers(tree, candidate.head) if tree is not None else ():
        if pointer.kind == "here":
            yield report.dateline if report.dateline is not None else home, "here"
        elif pointer.kind == "institution":
            side = only(codes_of(candidate.actor)) or only(codes_of(candidate.recipient)) or report.home
            yield place_of_country(side, report.places, candidate.trigger), "institution"
        elif pointer.kind == "seat":
            owners = report.references.get((candidate.sentence.index, pointer.token.i), ())
            code = only(codes_of([r for r in owners if r.type == "organization" and r.sector in OF_STATE]))
            yield place_of_country(code, report.places, candidate.trigger), "institution"
        else:
            yield antecedent(pointer.kind, report.places, pointer.token.start), pointer.kind


def _by_report(candidate: Candidate, report: _Report) -> Iterator[Offer]:
    index = candidate.sentence.index
    doers = {r.entity for r in candidate.actor}
    yield _visited(candidate, report), "on_a_visit"
    if "historical" not in candidate.auxiliary and not candidate.status.present_perfect:
        yield report.session, "session"
    before = report.told.get(index - 1)
    is_real = not {"future", "hypothetical", "negation"} & {*candidate.auxiliary}
    if is_real and not _is_elsewhere(candidate, before, report):
        yield before, "told_1_before"
    for after in range(1, REACH + 1):
        for place, speakers in report.spoken.get(index + after, ()):
            if speakers & doers:
                yield place, "said_there"
    last = report.last
    if last is not None and last.auxiliary == candidate.auxiliary and not _is_elsewhere(candidate, last.place, report):
        yield last.place, "act_before_near" if index - last.sentence.index <= REACH else "act_before"


def _is_elsewhere(candidate: Candidate, place: int | None, report: _Report) -> bool:
    """Whether the event is between states, and the place in none of them: a war of two is not where a third acted."""
    states = {code for code in codes_of((*candidate.actor, *candidate.recipient)) if code not in BODIES}
    country = report.places[place].country_code if place is not None else None
    return len(states) > 1 and country is not None and country not in states


def _visited(candidate: Candidate, report: _Report) -> int | None:
    """The place of a visit on which the doer is; not for a meeting with those of another country."""
    guests = {r.entity for r in candidate.actor if r.type == "person"}
    for visit in report.visits:
        came = guests & {r.entity for r in visit.actor}
        if not came or visit.place is None or visit.auxiliary != candidate.auxiliary:
            continue
        if report.places[visit.place].country_code in {r.code for r in candidate.actor if r.entity in came}:
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
    body = bool(doers) and doers <= BODIES
    nobody = candidate.category in STATECRAFT and all(_is_state(r) for r in candidate.actor)
    if body or (report.places[report.dateline].country_code in doers and not nobody):
        yield report.dateline, "dateline_home"


def _is_state(reference: Reference) -> bool:
    """Whether a state or its government acts as a whole, and nobody of it who would have to be somewhere."""
    return reference.type == "state" or (reference.type == "organization" and reference.sector == "GOV")


def from_dateline(places: Sequence[PlaceMention], dateline: Span | None) -> int | None:
    """The index of the dateline's finest place."""
    told = [n for n, p in enumerate(places) if dateline is not None and dateline.overlaps(p.span) and p.country_code]
    return max(told, key=lambda n: (places[n].resolution or 0, -n), default=None)

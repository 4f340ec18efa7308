"""A report as the coder reads it: its layers by sentence, and how it tells of one trigger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.coding.known import dated_happenings
from dragoman.coding.match import Match
from dragoman.coding.narrative import Scene, scenes
from dragoman.coding.source import covering_quotes
from dragoman.coding.telling import Telling
from dragoman.coding.when import with_recent
from dragoman.model.document import Sentence
from dragoman.model.layers import ActorLayer, Layers, PlaceMention, Quote, TimeMention
from dragoman.model.tree import Tree


@dataclass(frozen=True, slots=True)
class Report:
    """The layers of one report by sentence."""

    layers: Layers
    actors: ActorLayer
    times: dict[int, list[TimeMention]]
    places: dict[int, list[tuple[int, PlaceMention]]]
    quotes: tuple[Quote, ...]
    scenes: list[Scene]
    known: Mapping[str, TimeMention]


def gather(layers: Layers, *, after_days: int) -> Report:
    """The layers of the report by sentence; `after_days` says what is old."""
    times: dict[int, list[TimeMention]] = defaultdict(list)
    for time in layers.times or ():
        times[time.sentence].append(time)
    places: dict[int, list[tuple[int, PlaceMention]]] = defaultdict(list)
    for index, place in enumerate(layers.places or ()):
        places[place.sentence].append((index, place))
    doc, trees, quotes = layers.document, layers.trees or (), layers.quotes or ()
    told = scenes(doc.sentences, trees, times, quotes, published=doc.published, after_days=after_days)
    reached = {s.index: scene.reached for s, scene in zip(doc.sentences, told, strict=True) if scene.reached}
    known = dated_happenings(trees, times, reached)
    return Report(layers, layers.actors or ActorLayer(), times, places, quotes, told, known)


def telling_of(report: Report, tree: Tree, sentence: Sentence, match: Match, *, others: frozenset[int]) -> Telling:
    """How the report tells of what the rule has matched."""
    published = report.layers.document.published
    return Telling(
        tree,
        match.head,
        sentence,
        times=with_recent(tree, report.times[tree.sentence], published=published),
        others=others,
        quotes=tuple(covering_quotes(match.span(tree), report.quotes)),
        scene=report.scenes[tree.sentence],
        happenings=report.known,
        sentences=len(report.scenes),
        published=published,
    )


def time_words(tree: Tree, times: Sequence[TimeMention]) -> frozenset[int]:
    """The tokens of times: "March" in "3 March" is no protest."""
    return frozenset(t.i for t in tree for time in times if time.span.start <= t.start and t.end <= time.span.end)


def speakers_of(layers: Layers) -> frozenset[str]:
    """The entities whose words the report gives."""
    references = layers.actors.references if layers.actors is not None else {}
    heads = [quote.head for quote in layers.quotes or () if quote.head is not None]
    return frozenset(r.entity for head in heads for r in references.get(head, ()))

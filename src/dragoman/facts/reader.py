"""The facts' room: what stands because the report says so."""

from __future__ import annotations

from dataclasses import replace

from dragoman.facts.offices import read_offices
from dragoman.facts.view import View
from dragoman.facts.whose import OfficeFacts
from dragoman.kb.load import Knowledge, load_knowledge
from dragoman.model.fact import FactMention
from dragoman.model.layers import Layers


class FactReader:
    """Fills `facts`, one per relation however often the report states it."""

    needs: tuple[str, ...] = ("trees", "mentions", "times", "places", "quotes", "actors")
    gives = "facts"

    def __init__(self, knowledge: Knowledge | None = None) -> None:
        self.knowledge = knowledge or load_knowledge()

    def run(self, layers: Layers) -> Layers:
        """The layers with `facts`, each at its first statement."""
        views = {t.sentence: View(layers, t, self.knowledge) for t in layers.trees or () if t.tokens}
        offices = [o for view in views.values() for o in read_offices(view)]
        facts: list[FactMention] = list(OfficeFacts(layers, self.knowledge).read(offices, views))
        unique: dict[tuple[str, str, str, bool], FactMention] = {}
        for fact in facts:
            unique.setdefault((fact.subject, fact.predicate, fact.object, fact.polarity), fact)
        return replace(layers, facts=tuple(sorted(unique.values(), key=lambda f: (f.evidence, f.subject, f.object))))

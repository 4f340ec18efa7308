"""The facts' room: what stands because the report says so. So far: offices."""

from __future__ import annotations

from dataclasses import replace

from dragoman.model.fact import FactMention
from dragoman.model.layers import Layers, OfficeMention

OFFICE_CONFIDENCE = 0.85
"""Share of right offices is measured by `make gate` (articles, facts_office precision)."""


class FactReader:
    """Fills `facts`, one per relation however often the report states it."""

    needs: tuple[str, ...] = ("actors",)
    gives = "facts"

    def run(self, layers: Layers) -> Layers:
        """The layers with `facts`, each at its first statement."""
        facts: dict[tuple[str, str, str, bool], FactMention] = {}
        for office in layers.actors.offices if layers.actors else ():
            fact = _office(office, layers)
            facts.setdefault((fact.subject, fact.predicate, fact.object, fact.polarity), fact)
        return replace(layers, facts=tuple(sorted(facts.values(), key=lambda f: f.evidence)))


def _office(office: OfficeMention, layers: Layers) -> FactMention:
    actors = layers.actors
    entity = next((e.id for e in actors.entities if e.name == office.person and e.type == "person"), None) if actors else None
    return FactMention(
        subject=office.person,
        predicate="formerly_held_office" if office.former else "holds_office",
        object=f"{office.title}, {office.body}" if office.body else office.title,
        evidence=office.evidence,
        subject_entity=entity,
        as_of=layers.document.published,
        confidence=OFFICE_CONFIDENCE,
    )

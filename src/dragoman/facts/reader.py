"""The facts' room: what stands because the report says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dragoman.facts.across import Told
from dragoman.facts.agreements import read_agreements
from dragoman.facts.conflicts import fact_conflicts
from dragoman.facts.counterparts import read_counterparts, read_predecessors
from dragoman.facts.diplomacy import in_code_order, read_acts, read_ambassadors, read_following, read_standing
from dragoman.facts.entities import ObjectReader
from dragoman.facts.exercises import read_exercises
from dragoman.facts.families import read_families
from dragoman.facts.leading import read_leading
from dragoman.facts.lying import read_lying
from dragoman.facts.membership import read_membership
from dragoman.facts.missions import read_missions
from dragoman.facts.objects import Objects
from dragoman.facts.offices import dated, known_holders, read_offices, read_unnamed
from dragoman.facts.owning import read_owning
from dragoman.facts.placing import read_places
from dragoman.facts.view import BODIES, View
from dragoman.facts.whose import OfficeFacts
from dragoman.kb.load import Knowledge, load_knowledge
from dragoman.model.actor import Entity
from dragoman.model.fact import FactMention
from dragoman.model.layers import FactLayer, Layers

RULES = (
    read_agreements,
    read_leading,
    read_missions,
    read_membership,
    read_owning,
    read_exercises,
    read_places,
    read_lying,
    read_families,
)


class FactReader:
    """Fills `facts`, one per relation however often the report states it, and warnings where two exclude each other."""

    needs: tuple[str, ...] = ("trees", "mentions", "times", "places", "quotes", "actors")
    gives = "facts"

    def __init__(self, knowledge: Knowledge | None = None) -> None:
        self.knowledge = knowledge or load_knowledge()

    def run(self, layers: Layers) -> Layers:
        """The layers with `facts`, each at its first statement."""
        views = {t.sentence: View(layers, t, self.knowledge) for t in layers.trees or () if t.tokens}
        objects, told = Objects(views.values()), Told(views)
        for view in views.values():
            view.objects, view.meant = objects.of(view), told.meant(view)
        report = OfficeFacts(layers, self.knowledge)
        holders = known_holders(layers, self.knowledge)
        read = [o for view in views.values() for o in (*read_offices(view), *read_unnamed(view, holders))]
        offices = report.complete(read, views)
        offices += read_counterparts(offices, views)
        offices += read_predecessors(offices, views)
        offices = dated(offices, views.values())
        facts: list[FactMention] = list(report.read(offices, views))
        relations: list[FactMention] = []
        for view in views.values():
            relations += [*read_acts(view), *read_following(view, relations)]
        relations += [f for view in views.values() for f in read_standing(view)]
        relations += [f for o in offices for f in read_ambassadors(o, views[o.sentence])]
        facts += (in_code_order(f, self.knowledge) for f in relations)
        facts += (f for view in views.values() for rule in RULES for f in rule(view))
        unique: dict[tuple[str, str, str, bool], FactMention] = {}
        for fact in facts:
            known = unique.setdefault((fact.subject, fact.predicate, fact.object, fact.polarity), fact)
            if fact.valid_from is not None and (known.valid_from is None or fact.valid_from < known.valid_from):
                # It stood from the earliest day that one of the statements gives it.
                unique[(fact.subject, fact.predicate, fact.object, fact.polarity)] = replace(
                    known, valid_from=fact.valid_from
                )
        named = list(_with_entities(_fullest(unique.values()), layers))
        entities = ObjectReader(views.values(), layers.actors.entities if layers.actors else (), self.knowledge)
        numbered, things = entities.read(named, objects.groups, report.posts(offices, views))
        found = tuple(sorted(numbered, key=lambda f: (f.evidence, f.subject, f.object)))
        warnings = tuple(fact_conflicts(found, self.knowledge, layers.document.published))
        return replace(layers, facts=FactLayer(found, things, warnings))


def _fullest(facts: Iterable[FactMention]) -> list[FactMention]:
    """The facts without those that another one says more fully: "Embassy of Chad" beside "Embassy of Chad in Lima"."""
    found = list(facts)
    hosted = [(f.subject, f.object) for f in found if f.predicate == "hosts"]
    return [
        f
        for f in found
        if f.predicate != "hosts" or not any(s == f.subject and o.startswith(f"{f.object} in ") for s, o in hosted)
    ]


def _with_entities(facts: Iterable[FactMention], layers: Layers) -> Iterator[FactMention]:
    """The facts, each side with the entity that goes by just that name where the rule gave none.

    A body that the report calls by its initials alone goes by these; its entity has the full name.
    """
    ids: dict[str, str] = {}
    initials: dict[str, str] = {}
    for entity in layers.actors.entities if layers.actors else ():
        ids.setdefault(" ".join(entity.name.split()), entity.id)
        if (only := _initials(entity, layers.document.text)) is not None:
            initials[" ".join(entity.name.split())] = only
    for fact in facts:
        yield replace(
            fact,
            subject=initials.get(fact.subject, fact.subject),
            object=initials.get(fact.object, fact.object),
            subject_entity=fact.subject_entity or ids.get(fact.subject),
            object_entity=fact.object_entity or ids.get(fact.object),
        )


def _initials(entity: Entity, text: str) -> str | None:
    """The initials by which alone the report calls a body; None where it has them spelled out, or has two letters."""
    if entity.type not in BODIES:
        return None
    names = [words for m in entity.mentions if (words := m.of(text))[:1].isupper()]
    longest = max(names, key=len, default="")
    alone = all(n.isupper() and n.isalpha() for n in names)
    return longest if len(longest) > 2 and alone else None

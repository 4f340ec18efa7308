"""From offices as read to facts: whose an office is where its words leave it out, and which predicate it takes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.facts.conflicts import KnownHolders, single_office
from dragoman.facts.offices import Office
from dragoman.facts.view import BODIES, Thing, View
from dragoman.facts.words import word_class
from dragoman.kb.load import Knowledge
from dragoman.model.fact import FactMention, Predicate
from dragoman.model.layers import Layers
from dragoman.model.span import Span

NATIONAL = word_class("national")
HEADS = frozenset(word.replace("_", " ") for word in word_class("heads"))
NATIONAL_SECRETARIES = frozenset(
    {"secretary of state", "foreign secretary", "defense secretary", "treasury secretary", "commerce secretary"}
    | {"home secretary", "energy secretary", "health secretary", "secretary of defense", "secretary of the treasury"}
    | {"national security adviser", "national security advisor", "deputy secretary of state"}
)
LAWMAKERS = word_class("lawmakers")
ROYAL = word_class("royal")
HOME_SHARE = 2
"""The home state stands for an unnamed one only if it is named at least this many times as often as the next."""
LEADERS = frozenset({"leader", "commander"})
"""Who heads something, which must be told: "rebel commander Sow" may be anybody's. A boss holds no office at all."""
VAGUE = frozenset({"leader", "ruler", "strongman", "head of state", "monarch"})
ARMIES = word_class("armies")
COMMANDING = frozenset({"commander", "supreme commander", "deputy commander", "military commander", "army commander"})
PARTY_LEADERS = frozenset(
    {
        "leader",
        "party leader",
        "rebel leader",
        "guerrilla leader",
        "separatist leader",
        "militia leader",
        "militant leader",
    }
)


class OfficeFacts:
    """Turns the offices of one report into facts, one per person and post."""

    def __init__(self, layers: Layers, knowledge: Knowledge) -> None:
        self.layers = layers
        self.knowledge = knowledge
        self.home = dominant_state(layers) or dateline_state(layers, knowledge)
        self.holders = KnownHolders(knowledge, layers.document.published)
        self.persons: Mapping[str, str] = {
            e.id: e.office for e in (layers.actors.entities if layers.actors else ()) if e.type == "person" and e.office
        }

    def complete(self, offices: Sequence[Office], views: Mapping[int, View]) -> list[Office]:
        """The offices with the state or body that the report, or its home, gives those that leave it out."""
        whole = [self._with_body(o, offices, views[o.sentence]) for o in offices]
        return [replace(o, former=True) if self._is_over(o) else o for o in whole]

    def read(self, offices: Sequence[Office], views: Mapping[int, View]) -> Iterator[FactMention]:
        """The facts, each at the place that says most."""
        for office in _merged(offices):
            body = office.title.body
            view = views[office.sentence]
            predicate, thing = _as_fact(office)
            if body is None and len(office.title.words.split()) < 2:
                continue  # "the governor, Silva" says too little to stand by itself
            if _leads_nothing(office):
                continue  # "the points leader, Silva"; "a local Chadian leader, Sow" does not lead Chad
            yield view.fact(
                office.person,
                predicate,
                thing,
                office.evidence,
                valid_from=office.begun,
                valid_to=office.ended,
            )

    def posts(self, offices: Iterable[Office], views: Mapping[int, View]) -> Iterator[tuple[str, Span]]:
        """Each office by the name that its fact has, with the words of its title, at every place that tells of it."""
        for office in offices:
            if office.title.tokens:
                view = views[office.sentence]
                span = view.tree.span(list(office.title.tokens))
                words = re.search(r"\s+".join(map(re.escape, office.title.words.split())), span.of(view.text))
                found = Span(span.start + words.start(), span.start + words.end()) if words else span
                yield _as_fact(office)[1].name, found

    def _with_body(self, office: Office, offices: Sequence[Office], view: View) -> Office:
        title = office.title
        if title.body is not None:
            return office
        if title.owner is not None:
            owner = self._owner(view, title.owner, national=_is_national(title.role.lemma))
            entity = next((e for e in view.actors.entities if owner is not None and e.id == owner.entity), None)
            return _give(office, owner, entity.type if entity is not None else "state")
        own = [o for o in offices if o.person.name == office.person.name and o.title.body]
        lemma = title.role.lemma
        same = [o for o in own if _same_post(o, office) or (_is_national(lemma) and _is_of_state(o))]
        if same:
            return _give(office, same[0].title.body)
        if not _is_national(lemma) and not (lemma in LAWMAKERS and len(title.words.split()) == 1):
            return office
        body = self._known_state(office) or self._own_state(office, view)
        return office if body is not None and self._is_taken(office, body) else _give(office, body)

    def _is_taken(self, office: Office, state: Thing) -> bool:
        """Whether somebody else is known to hold the office in that state, so that the guess must be wrong."""
        held = single_office(office.title.words, state.name) if not office.former else None
        return self.holders.other_than(office.person.name, held) is not None

    def _is_over(self, office: Office) -> bool:
        """Whether the term is known to have ended before the report: "the plane of the Peruvian president, Rojas".

        Only of heads of states and governments: a minister comes back, and our tables may not have the later term.
        """
        title = office.title
        head = title.body is not None and title.words.lower() in HEADS
        held = single_office(title.words, title.body.name) if title.body is not None and head else None
        return office.former or self.holders.is_over(office.person.name, held)

    def _own_state(self, office: Office, view: View) -> Thing | None:
        """The state that the actors' room gives the person, if one is needed at all; else the report's home.

        A title of several words ("Interim Prime Minister") stands by itself where the report has no home, and is then
        better left bare: in a report about two states it is the wrong one's every fourth time.
        """
        words = office.title.words.split()
        person = next((e for e in view.actors.entities if e.id == office.person.entity), None)
        state = self.knowledge.state(person.code) if person is not None and person.code else None
        if state is not None and (len(words) == 1 or self.home is not None):
            home = self.knowledge.lookup(self.home.name) if self.home is not None else None
            return self.home if home is not None and home.code == state.code else view.thing(state)
        return None if words[-1].lower() in ROYAL else self.home

    def _owner(self, view: View, token: int, *, national: bool) -> Thing | None:
        for reference in view.references(token):
            state = self.knowledge.state(reference.code) if reference.code else None
            if reference.type == "person" and not national:
                return Thing.of(reference)
            if reference.type == "state" or reference.type in BODIES:
                return Thing.of(reference)
            return view.thing(state) if state is not None else None
        return None

    def _known_state(self, office: Office) -> Thing | None:
        """The state of a person that the knowledge base knows by this name."""
        known = self.knowledge.person(office.person.name, on=self.layers.document.published)
        state = self.knowledge.state(known.code) if known is not None and known.code else None
        return Thing(state.name) if state is not None else None


def dominant_state(layers: Layers) -> Thing | None:
    """The state that the report is chiefly about, where no other comes near it; None otherwise."""
    ranked = _counts(layers).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < HOME_SHARE * ranked[1][1]):
        return None
    return Thing(ranked[0][0])


def _counts(layers: Layers) -> Counter[str]:
    """How often the report names each state."""
    known = (m.known for m in layers.mentions or () if m.known is not None)
    return Counter(k.entity for k in known if k.kind == "state")


def dateline_state(layers: Layers, knowledge: Knowledge) -> Thing | None:
    """The state of the dateline, if the report names no other state as often; None otherwise."""
    written = layers.document.dateline_place
    place = next((p for p in layers.places or () if written is not None and written.covers(p.span)), None)
    state = knowledge.state(place.country_code) if place is not None and place.country_code else None
    counts = _counts(layers)
    if state is None or any(n >= counts[state.name] for name, n in counts.items() if name != state.name):
        return None
    return Thing(state.name)


def _give(office: Office, body: Thing | None, type: str = "state") -> Office:
    return replace(office, title=replace(office.title, body=body, body_type=type)) if body is not None else office


def _is_national(lemma: str) -> bool:
    return lemma.split()[-1] in NATIONAL or lemma in NATIONAL_SECRETARIES


def _leads_nothing(office: Office) -> bool:
    """Whether the post is to lead something, and what it is, is not told, or only a part of the state beside it."""
    role = office.title.role
    unnamed = office.title.body is None and not role.acts_for_state and role.lemma.split()[-1] in LEADERS
    return (
        unnamed or role.lemma == "boss" or (role.lemma == "leader" and (office.title.body is None or _is_local(office)))
    )


def _is_local(office: Office) -> bool:
    return any(t.lemma.lower() == "local" for t in office.title.tokens)


def _same_post(one: Office, other: Office) -> bool:
    return one.title.role.lemma == other.title.role.lemma


def _is_of_state(office: Office) -> bool:
    """Whether the holder serves the state itself, as a minister or envoy of it."""
    return office.title.body_type == "state" and office.title.role.sector == "GOV"


def _as_fact(office: Office) -> tuple[Predicate, Thing]:
    """Commanders command their unit and leaders of a party lead it; every other post is an office."""
    title = office.title
    words, body = title.words, title.body
    lemma = title.role.lemma
    if body is not None and title.body_type in BODIES and not office.former:
        army = lemma in ("head", "chief") and words.lower() == lemma and body.name.split()[-1].lower() in ARMIES
        if army or (lemma in COMMANDING and " in " not in words):
            return "commands", body
        if lemma in PARTY_LEADERS and words.lower() == lemma:
            return "leads", body
    thing = Thing(f"{words}, {body.name}" if body is not None else words)
    return ("formerly_held_office" if office.former else "holds_office"), thing


def _merged(offices: Iterable[Office]) -> list[Office]:
    """One office per person and post: the one with a body, then the longest wording, then the first."""
    kept: list[Office] = []
    for office in offices:
        twin = next((k for k in kept if k.person.name == office.person.name and _twins(k, office)), None)
        if twin is None:
            kept.append(office)
        elif _fuller(office, twin):
            kept[kept.index(twin)] = office
    return [k for k in kept if not _is_vague_double(k, kept)]


def _twins(one: Office, other: Office) -> bool:
    a, b = one.title, other.title
    bodies = a.body is None or b.body is None or a.body.name == b.body.name
    words = a.role.lemma == b.role.lemma or set(a.words.lower().split()) <= set(b.words.lower().split())
    words = words or set(b.words.lower().split()) <= set(a.words.lower().split())
    return bodies and words and one.former == other.former


def _fuller(one: Office, other: Office) -> bool:
    a, b = one.title, other.title
    return (a.body is not None, len(a.words.split())) > (b.body is not None, len(b.words.split()))


def _is_vague_double(office: Office, kept: Sequence[Office]) -> bool:
    """ "the Peruvian leader, Rojas" beside "Peru's president, Rojas" says nothing more."""
    if office.title.role.lemma not in VAGUE:
        return False
    return any(
        k is not office
        and k.person.name == office.person.name
        and k.title.role.lemma not in VAGUE
        and (k.title.body is None or office.title.body is None or k.title.body.name == office.title.body.name)
        for k in kept
    )

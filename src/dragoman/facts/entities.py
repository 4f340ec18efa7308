"""The agreements, exercises, missions, offices and units of a report as entities, and their ids in its facts.

| entity | comes from |
|---|---|
| agreement, exercise | a name, or phrases that facts are about or whose scope is told |
| facility | an embassy or base that somebody hosts, and "the embassy" where the report has one only |
| office | an office that somebody holds or held |
| military unit | a unit that somebody commands and that the actors' room has no entity of |
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from dragoman.facts.clauses import clause_time
from dragoman.facts.objects import Group, Told
from dragoman.facts.phrases import BASES, POSTS, is_a, phrase_tokens
from dragoman.facts.scope import scope
from dragoman.facts.view import View
from dragoman.facts.words import word_class
from dragoman.kb.load import Knowledge
from dragoman.model.actor import Entity, EntityType
from dragoman.model.fact import FactMention, ObjectEntity, Predicate
from dragoman.model.span import Span
from dragoman.model.tree import Token

HOSTED = BASES | POSTS | word_class("hosted")
OFFICES: tuple[Predicate, ...] = ("holds_office", "formerly_held_office")
JOINING: tuple[Predicate, ...] = ("party_to", "participates_in", "hosts")
CLAUSES = ("relcl", "advcl", "appos", "conj", "cc", "punct")


class ObjectReader:
    """Makes the entities of one report; until they are numbered each has the key that its facts know it by."""

    def __init__(self, views: Iterable[View], actors: Sequence[Entity], knowledge: Knowledge) -> None:
        self.views = list(views)
        self.actors = actors
        self.knowledge = knowledge

    def read(
        self, facts: Sequence[FactMention], groups: Sequence[Group], posts: Iterable[tuple[str, Span]]
    ) -> tuple[list[FactMention], tuple[ObjectEntity, ...]]:
        """The facts with the ids of their objects, and these; `posts` are offices by name with their words."""
        keyed = [replace(f, object_entity=f.object_entity or _key(f)) for f in facts]
        found = [
            *(o for g in groups if (o := self._of_group(g, keyed)) is not None),
            *self._facilities(keyed),
            *self._offices(keyed, posts),
            *self._units(keyed),
        ]
        found.sort(key=lambda o: (o.entity.mentions[0], o.entity.name))
        ids = self._ids(found)
        objects = tuple(
            replace(o, entity=self._merged(replace(o.entity, id=ids[o.entity.id])), parties=_parties(o, keyed))
            for o in found
        )
        known = {e.id for e in self.actors} | set(ids.values())
        numbered = [replace(f, object_entity=ids.get(f.object_entity or "", f.object_entity)) for f in keyed]
        told = [f if f.object_entity in known else replace(f, object_entity=None) for f in numbered]
        return told, tuple(sorted(objects, key=lambda o: int(o.entity.id[1:])))

    def _ids(self, found: Sequence[ObjectEntity]) -> dict[str, str]:
        """Key to id: that of the actors' entity of the same name, which is the same thing, else the next free one."""
        same = {e.name.casefold(): e.id for e in self.actors if e.type not in ("state", "person", "population")}
        last = max((int(e.id[1:]) for e in self.actors), default=0)
        ids: dict[str, str] = {}
        for one in found:
            # Of two that bear the name of one entity, only the first is it.
            known = same.pop(one.entity.name.casefold(), None)
            last += known is None
            ids[one.entity.id] = known or f"E{last}"
        return ids

    def _merged(self, entity: Entity) -> Entity:
        """The entity with the mentions of the actors' one whose place it takes."""
        old = next((e for e in self.actors if e.id == entity.id), None)
        return replace(entity, mentions=tuple(sorted({*entity.mentions, *(old.mentions if old else ())})))

    def _of_group(self, group: Group, facts: Sequence[FactMention]) -> ObjectEntity | None:
        """The agreement or exercise, if it has a name, a fact, or a scope."""
        about = [f for f in facts if f.object_entity == group.key]
        topics = list(dict.fromkeys(s for t in group.told for s in scope(t.view, t.head)))
        if not (group.named or about or (topics and group.definite)):
            return None
        begun = min((f.valid_from for f in about if f.polarity and f.valid_from), default=None)
        start, end = _interval(group.told) if group.told[0].type == "exercise" else (begun, None)
        fullest = max(group.told, key=lambda t: len(_whole(t.view, t.head)))
        return ObjectEntity(
            _entity(group.key, group.thing.name, group.told[0].type, [_words(t.view, t.head) for t in group.told]),
            description=fullest.view.tree.span(_whole(fullest.view, fullest.head)),
            scope=tuple(topics),
            valid_from=start,
            valid_to=end,
        )

    def _facilities(self, facts: Sequence[FactMention]) -> Iterator[ObjectEntity]:
        """Embassies and bases; a bare one is the only one of the report that is called so."""
        hosted = {f.object_entity: f for f in facts if f.predicate == "hosts" and f.polarity}
        nouns = {k: n for k, f in hosted.items() if k == _key(f) and (n := self._noun(f)) is not None}
        for key, (view, noun) in nouns.items():
            words = [_words(view, noun.i)]
            if sum(n.lemma == noun.lemma for _, n in nouns.values()) == 1:
                words += [_words(v, t.i) for v in self.views for t in v.tree if _is_bare(v, t, noun)]
            found = self._plain(key or "", hosted[key].object, "facility", words, whose=hosted[key].object)
            yield replace(found, description=view.tree.span(_whole(view, noun.i)))

    def _offices(self, facts: Sequence[FactMention], posts: Iterable[tuple[str, Span]]) -> Iterator[ObjectEntity]:
        told = list(posts)
        for key, name in {f.object_entity: f.object for f in facts if f.predicate in OFFICES}.items():
            words = [span for office, span in told if office == name]
            if words and key is not None:
                yield self._plain(key, name, "office", words, whose=name.rpartition(", ")[2])

    def _units(self, facts: Sequence[FactMention]) -> Iterator[ObjectEntity]:
        for fact in facts:
            at = fact.object.split()[-1] if fact.predicate == "commands" and fact.object_entity == _key(fact) else None
            tokens = [(v, t) for v in self.views for t in v.tree if at == t.text and _inside(t, fact.evidence)]
            for view, noun in tokens[:1]:
                yield self._plain(_key(fact), fact.object, "military_unit", [_words(view, noun.i)], whose=fact.object)

    def _plain(self, key: str, name: str, type: EntityType, words: Sequence[Span], *, whose: str) -> ObjectEntity:
        """An entity whose words are its description, with the country that `whose` names first."""
        hits = self.knowledge.find(whose)
        entity = replace(_entity(key, name, type, words), code=hits[0].name.code if hits else None)
        return ObjectEntity(entity, description=max(words, key=len))

    def _noun(self, fact: FactMention) -> tuple[View, Token] | None:
        """The noun of the mission in the fact's evidence; it is also in its name."""
        words = frozenset(fact.object.lower().split()) | {fact.object.split()[-1].lower().rstrip("s")}
        inside = ((v, t) for v in self.views for t in v.tree if _inside(t, fact.evidence) and is_a(t, HOSTED))
        return next(((v, t) for v, t in inside if is_a(t, words)), None)


def _key(fact: FactMention) -> str:
    """What stands for the object's id until it has one; what is no entity of its own keeps none."""
    return f"{'office' if fact.predicate in OFFICES else fact.predicate}:{fact.object}"


def _inside(token: Token, span: Span) -> bool:
    return span.start <= token.start and token.end <= span.end


def _entity(key: str, name: str, type: EntityType, words: Iterable[Span]) -> Entity:
    return Entity(key, name, type, mentions=tuple(sorted(set(words))))


def _parties(one: ObjectEntity, facts: Iterable[FactMention]) -> tuple[str, ...]:
    """Who is party to it, takes part in it or hosts it."""
    about = [f for f in facts if f.object_entity == one.entity.id and f.predicate in JOINING and f.polarity]
    return tuple(dict.fromkeys(f.subject_entity for f in about if f.subject_entity is not None))


def _words(view: View, head: int) -> Span:
    """The mention's words: the name that ends with the noun, else the noun with what tells it from others."""
    mention, words = view.mention_ending(head), view.tree.span(phrase_tokens(view, head)[0])
    return mention.span if mention is not None and len(mention.span) > len(words) else words


def _whole(view: View, head: int) -> list[Token]:
    """The noun's phrase with its complements, without clauses and commas after it."""
    tree = view.tree
    inside = tree.subtree(head)
    cut = [tree.subtree(c.i)[0].i for c in tree.children(head, *CLAUSES) if c.i > head]
    return [t for t in inside if t.i < min(cut, default=len(tree))]


def _interval(told: Iterable[Told]) -> tuple[date | None, date | None]:
    """The days that a verb over one of the phrases gives an exercise."""
    for one in told:
        verb = next((a for a in one.view.tree.ancestors(one.head) if a.pos == "VERB"), None)
        time = clause_time(one.view, verb.i) if verb is not None else None
        if time is not None:
            return time.start, time.end
    return None, None


def _is_bare(view: View, token: Token, noun: Token) -> bool:
    """Whether the token is the same noun with "the" alone."""
    if token.lemma != noun.lemma or token.tag != "NN" or token is noun:
        return False
    beside = view.tree.children(token.i, "amod", "compound", "nmod", "poss", "det", "prep", "nummod")
    return [c.lemma.lower() for c in beside] == ["the"]

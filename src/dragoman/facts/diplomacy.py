"""Diplomatic relations: kept, made, cut, or denied; and those that an ambassador plainly presupposes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.facts.clauses import (
    after,
    appositive_heads,
    clause_time,
    is_negated,
    is_passive,
    is_real,
    since,
    subjects,
)
from dragoman.facts.offices import Office
from dragoman.facts.view import Thing, View
from dragoman.facts.words import word_class
from dragoman.kb.load import Knowledge
from dragoman.model.fact import FactMention
from dragoman.model.tree import Token

RELATIONS = word_class("relations")
MAKING = word_class("making")
CUTTING = word_class("cutting")
HAVING = word_class("having")
RESTORING = word_class("restoring")
PLAIN = word_class("plainly_diplomatic")


def read_acts(view: View) -> Iterator[FactMention]:
    """Relations that a verb makes or cuts between two sides."""
    return _relations(view, MAKING | CUTTING)


def read_standing(view: View) -> Iterator[FactMention]:
    """Relations that two sides have, or are said not to have."""
    return _relations(view, HAVING)


def _relations(view: View, verbs: frozenset[str]) -> Iterator[FactMention]:
    tree = view.tree
    for noun in tree:
        if noun.lemma.lower() not in RELATIONS:
            continue
        verb = _governing(view, noun)
        if verb is None or verb.lemma.lower() not in verbs or not is_real(tree, verb.i):
            continue
        lemma = verb.lemma.lower()
        bare = not tree.children(noun.i, "amod", "compound", "nmod") and lemma in CUTTING | PLAIN | RESTORING
        if not _diplomatic(view, noun) and lemma not in PLAIN and not bare:
            continue
        negated = is_negated(tree, verb.i, noun.i)
        if negated and lemma not in HAVING:
            continue
        polarity = lemma in MAKING or (lemma in HAVING and not negated)
        time = clause_time(view, verb.i)
        begun = time.start if time is not None and lemma not in HAVING else None
        for one, other in _pairs(view, verb.i, noun.i):
            span = tree.span([t for t in tree if min(verb.i, noun.i) <= t.i <= max(verb.i, noun.i)])
            stands = time.end if time is not None and lemma in HAVING else None
            yield view.fact(one, "diplomatic_relations", other, span, polarity=polarity, valid_from=begun, as_of=stands)


def read_ambassadors(office: Office, view: View) -> Iterator[FactMention]:
    """ "Peru's ambassador to Chad": the two states have relations."""
    title = office.title
    if title.role.lemma.split()[-1] != "ambassador" or title.body is None or office.former:
        return
    for token in title.tokens:
        if token.lemma.lower() != "to":
            continue
        for i in (t.i for t in title.tokens if t.i > token.i):
            for host in view.states([i]):
                if title.body_type == "state" and host.name != title.body.name and _is_state(view, host):
                    yield view.fact(title.body, "diplomatic_relations", host, office.evidence)
                    return


def in_code_order(fact: FactMention, knowledge: Knowledge) -> FactMention:
    """The relation with the state first whose country code comes first: it is the same from both sides."""
    codes = [known.code if (known := knowledge.lookup(n)) is not None else None for n in (fact.subject, fact.object)]
    if (codes[0] or "") <= (codes[1] or ""):
        return fact
    return replace(
        fact,
        subject=fact.object,
        object=fact.subject,
        subject_entity=fact.object_entity,
        object_entity=fact.subject_entity,
    )


def _is_state(view: View, thing: Thing) -> bool:
    known = view.knowledge.lookup(thing.name, on=view.published)
    return known is not None and known.kind == "state"


def _governing(view: View, noun: Token) -> Token | None:
    tree = view.tree
    head = tree[noun.head]
    if head.lemma.lower() in MAKING | CUTTING | HAVING and noun.dep in ("dobj", "nsubjpass"):
        return head
    return None


def _diplomatic(view: View, noun: Token) -> bool:
    return any(c.lemma.lower() in ("diplomatic", "consular") for c in view.tree.children(noun.i))


def _pairs(view: View, verb: int, noun: int) -> Iterator[tuple[Thing, Thing]]:
    """Subject with partner; or, where no partner stands, the members of a plural subject with each other."""
    tree = view.tree
    who = [] if is_passive(tree, verb) else subjects(tree, verb)
    partner_heads = [*after(tree, noun, "with", "to"), *after(tree, verb, "with")]
    partners = view.states(appositive_heads(tree, partner_heads))
    sides = view.states(who)
    between = view.states(after(tree, noun, "between"))
    if is_passive(tree, verb) and not sides:
        sides = between[:1]
        partners = partners or between[1:]
    if partners:
        yield from ((s, p) for s in sides for p in partners if s.name != p.name)
        return
    if any(_vague_group(view, h) for h in who):
        return
    members: Sequence[Thing] = between if len(between) > 1 else sides
    yield from ((a, b) for k, a in enumerate(members) for b in members[k + 1 :])


def _vague_group(view: View, head: int) -> bool:
    """Whether "the countries" says not how many, so that it need not mean the last two named: "the two" does."""
    words = [view.tree[head], *view.tree.children(head)]
    told = any(w.dep == "nummod" or w.lemma.lower() in ("two", "both", "neither") for w in words)
    return not told and any(r.via == "group" for r in view.references(head))


def read_following(view: View, before: Sequence[FactMention]) -> Iterator[FactMention]:
    """ "Chad and Mali followed suit": they did what the last of the acts `before` says of its subject."""
    tree = view.tree
    for verb in tree:
        suit = tree.child(verb.i, "dobj")
        if verb.lemma.lower() != "follow" or suit is None or suit.lemma.lower() != "suit" or not is_real(tree, verb.i):
            continue
        model = before[-1] if len({f.polarity for f in before}) == 1 else None
        if model is None:
            continue  # of relations cut and made, either may be what was done likewise
        for one in view.states(subjects(tree, verb.i)):
            other = Thing(model.object, model.object_entity)
            span, begun = tree.span([verb, suit]), since(view, verb.i)
            if one.name != other.name:
                yield view.fact(one, "diplomatic_relations", other, span, polarity=model.polarity, valid_from=begun)

"""Who leads a party, a group or a government and who commands a unit, told otherwise than by an office.

| rule | as in |
|---|---|
| verb | "Rojas leads the National Front", "the front, led by Rojas", "Silva commands the Fourth Fleet" |
| verb | "the junta, led by Rojas", "who heads the opposition coalition" |
| verb | "the council, chaired by Rojas": an office |
| government | "Rojas's government", "the Peruvian regime of Pablo Rojas" |
| party | "Pablo Rojas's Liberal Party", "Rojas's party" |
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.facts.clauses import after, agents, is_negated, is_real, objects, subjects
from dragoman.facts.holders import Holder, holders
from dragoman.facts.phrases import called_name, is_a, phrase
from dragoman.facts.view import BODIES, Thing, View
from dragoman.facts.words import word_class
from dragoman.kb.posts import rank_ending, role_ending
from dragoman.model.actor import Reference
from dragoman.model.fact import FactMention
from dragoman.model.span import Span
from dragoman.model.tree import Token

LEADING = word_class("leading")
DELEGATIONS = word_class("delegations")
LED = word_class("led")
ONE_OF_A_STATE = word_class("one_of_a_state")
GOVERNMENTS = word_class("governments")
UNITS = word_class("units")
GROUP_WORDS = frozenset({"group", "command", "division"})
"""Of the words for units, those that parties and companies go by too."""
PARTIES = word_class("parties")
HEADS = word_class("national")
IN_OFFICE = frozenset({"GOV", "MIL"})


def read_leading(view: View) -> Iterator[FactMention]:
    """Leaders of named bodies, of governments and of parties."""
    for token in view.tree:
        lemma = token.lemma.lower()
        if token.pos == "VERB" and lemma in LEADING | {"command", "chair"}:
            yield from _verb(view, token)
        elif lemma in GOVERNMENTS and token.pos in ("NOUN", "PROPN"):
            yield from _government(view, token)
        elif lemma in PARTIES and token.pos == "PROPN":
            yield from _party(view, token)
        elif lemma == "party" and token.tag == "NN":
            yield from _own_party(view, token)


def _verb(view: View, verb: Token) -> Iterator[FactMention]:
    tree = view.tree
    if (
        (verb.lemma.lower() == "head" and verb.tag in ("VB", "VBP"))
        or not is_real(tree, verb.i)
        or is_negated(tree, verb.i)
    ):
        return
    heads = objects(tree, verb.i)
    if verb.dep == "acl" and verb.i > 1 and tree[verb.i - 1].text == ",":
        # "lawmakers of the National Front, led by Rojas": the name before the comma, where there is one.
        heads = [verb.i - 2, *heads]
    bodies = [Thing.of(r) for r in view.all_of(heads, *BODIES) if _named(view, r)][:1]
    readers = (_delegation, _group) if verb.lemma.lower() in LEADING else (_unit,)
    bodies = bodies or [thing for h in heads for read in readers if (thing := read(view, h)) is not None][:1]
    around = tree.span([verb, *(tree[h] for h in heads)])
    for person, words in _persons(view, verb):
        for body in bodies:
            lemma = verb.lemma.lower()
            span = Span(min(words.start, around.start), max(words.end, around.end))
            if lemma == "chair":
                yield view.fact(person, "holds_office", Thing(f"chair, {body.name}"), span)
            else:
                commands = lemma == "command" or body.name.split()[-1].lower() in UNITS - GROUP_WORDS
                yield view.fact(person, "commands" if commands else "leads", body, span)


def _persons(view: View, verb: Token) -> Iterator[tuple[Thing, Span]]:
    """Who leads, by name; after "by" also a name that the tagger has missed."""
    tree = view.tree
    by = agents(tree, verb.i)
    for person in view.all_of(by or subjects(tree, verb.i), "person"):
        office = view.knowledge.role(person.name.lower().split()) is not None  # "led by the Secretary of State"
        if Thing.of(person).is_name and person.via != "group" and not office:
            yield Thing.of(person), person.span
    for holder in holders(view) if by else ():
        missed = not holder.sure and holder.last in by and view.mention_at(holder.last) is None
        if missed or any(_is_of_office(view, head, holder) for head in by):
            yield holder.thing, holder.span


def _is_of_office(view: View, head: int, holder: Holder) -> bool:
    """Whether the office at `head` is told with its holder after a comma: "led by the mayor of Tema, Ama Darko"."""
    between = view.tree.tokens[head + 1 : holder.first]
    comma = next((k for k, t in enumerate(between) if t.text == ","), None)
    plain = all(t.pos in ("ADP", "DET", "NOUN", "PROPN", "ADJ", "PART") for t in between[:comma])
    office = role_ending([view.tree[head]], view.knowledge)
    ranked = comma is not None and rank_ending(between[comma + 1 :], view.knowledge) == len(between) - comma - 1
    return office is not None and office[0].kind == "person" and plain and ranked


def _unit(view: View, head: int) -> Thing | None:
    """The unit that somebody commands, by its words where these tell it from others: "rifle battalion"."""
    words = phrase(view, head) if is_a(view.tree[head], UNITS) else ""
    return Thing(words) if " " in words else None


def _delegation(view: View, head: int) -> Thing | None:
    """The delegation by its words, if these say whose it is: "Peruvian delegation"."""
    if not is_a(view.tree[head], DELEGATIONS):
        return None
    whose = view.tree.children(head, "amod", "compound", "poss", "nmod")
    known = [c for c in whose if any(r.type == "state" or r.type in BODIES for r in view.references(c.i))]
    words = phrase(view, head)
    return Thing(words) if known and " " in words else None


def _group(view: View, head: int) -> Thing | None:
    """The group without a name by its words ("resistance coalition"), or by its state ("junta of Peru")."""
    token = view.tree[head]
    if not is_a(token, LED) or token.tag == "NNS":
        return None
    if (called := called_name(view, head)) is not None:
        return called
    words = phrase(view, head)
    if " " in words:
        return Thing(words)
    reference = next((r for r in view.references(head) if r.code), None)
    state = view.knowledge.state(reference.code) if reference is not None and reference.code else None
    one = state is not None and is_a(token, ONE_OF_A_STATE)
    return Thing(f"{words} of {state.in_text}") if state is not None and one else None


def _named(view: View, reference: Reference) -> bool:
    """Whether the body goes by a name, here or where "it" was told of: a delegation that somebody leads does not."""
    told = any(m.span == reference.span for m in view.mentions)
    return told or (reference.via == "coreference" and Thing.of(reference).is_name)


def _government(view: View, noun: Token) -> Iterator[FactMention]:
    tree = view.tree
    owners = [c.i for c in tree.children(noun.i, "poss")] + after(tree, noun.i, "of")
    for person in view.all_of(owners, "person")[:1]:
        state = view.knowledge.state(person.code) if person.code else None
        if state is None or person.sector not in IN_OFFICE or person.via != "explicit" or not state.adjectives:
            continue
        titled = any(t.lemma.lower() in HEADS for t in tree.tokens if noun.i < t.i and t.end <= person.span.start)
        if titled:
            continue  # "the government of President Rojas": the office says it
        span = Span(min(person.span.start, noun.start), max(person.span.end, noun.end))
        yield view.fact(Thing.of(person), "leads", Thing(f"{state.adjectives[0]} government"), span)


def _party(view: View, noun: Token) -> Iterator[FactMention]:
    for owner in view.all_of([c.i for c in view.tree.children(noun.i, "poss")], "person")[:1]:
        mention = view.mention_ending(noun.i)
        if mention is not None and mention.span.start > owner.span.end and mention.first < mention.last:
            reference = view.reference_of(mention)
            thing = (
                Thing.of(reference) if reference is not None else Thing(" ".join(mention.span.of(view.text).split()))
            )
            yield view.fact(Thing.of(owner), "leads", thing, Span(owner.span.start, noun.end))


def _own_party(view: View, noun: Token) -> Iterator[FactMention]:
    """ "Rojas's party", "the party of Mr Rojas", "Rojas, whose Green party": whose the party is leads it."""
    tree = view.tree
    for owner in view.all_of([c.i for c in tree.children(noun.i, "poss") if c.tag == "WP$"], "person")[:1]:
        name = phrase(view, noun.i)
        if " " in name and Thing.of(owner).is_name:
            yield view.fact(Thing.of(owner), "leads", Thing(name), tree.span([tree.subtree(noun.i)[0], noun]))
    owners = [c for c in tree.children(noun.i, "poss") if tree[c.i + 1].text in ("'s", "’s")]  # no "Workers' party"
    owners += [tree[h] for h in after(tree, noun.i, "of")]
    for owner in view.all_of([c.i for c in owners if c.pos == "PROPN"], "person")[:1]:
        span = Span(min(owner.span.start, noun.start), max(owner.span.end, noun.end))
        yield view.fact(Thing.of(owner), "leads", Thing(f"{owner.name}'s party"), span)

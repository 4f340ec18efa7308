"""Whom a noun names again: "the policemen", "the rebels" for a named front, "the major", "his country"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.actors.choice import Considered, choose_only
from dragoman.actors.nominal import HEADS, NominalReader, phrase_words
from dragoman.actors.phrase import has_determiner, is_bare, is_plural, naming_span
from dragoman.actors.pronouns import STATE_NOUNS
from dragoman.actors.reading import Reading
from dragoman.actors.register import Draft
from dragoman.actors.salience import Referred
from dragoman.actors.speech import state_of
from dragoman.kb.load import Knowledge, RoleNoun
from dragoman.model.tree import Token, Tree

SIDE = "side"
ONE_OF_A_KIND = frozenset("police army military navy government parliament opposition public people".split())
"""Nouns that take "the" at first mention: every state has one, and who is meant is the one at home."""
FIGHTERS = frozenset("rebel guerrilla guerilla insurgent militant islamist".split())
"""Nouns for the members of the one armed group that a report names."""
GROUP_SECTORS = frozenset({"REB", "SEP"})
KINDS = (
    FIGHTERS | frozenset("fighter gunman attacker assailant captor kidnapper hijacker raider".split()),
    frozenset("policeman officer police".split()),
    frozenset("soldier troop serviceman".split()),
    frozenset("man defendant suspect accused detainee prisoner hostage captive".split()),
    frozenset("protester demonstrator marcher rioter".split()),
    frozenset("migrant refugee".split()),
)
"""Nouns that tell of the same people: one told of last by any of them is named again by another."""
REACH = 4
"""So many sentences back people are still before the reader's eyes."""


def ranked(reading: Reading, nominals: NominalReader, tree: Tree, token: Token) -> Referred | None:
    """Whom "the major" means: the one person whom the report names with that rank."""
    bearers = [Considered(d, ("bears_rank",)) for d in reading.ranked.get(token.text.casefold(), [])]
    role = nominals.role(tree, token.i)
    if not bearers or is_plural(token) or not is_bare(tree, token.i) or (role is not None and role[0].office):
        return None
    span = naming_span(tree, token.i)
    who = reading.register.note(choose_only(span, "rank", bearers, several="two_of_one_rank")).only
    return Referred(who, span, who.code, who.sector, via="coreference") if who is not None else None


def its_country(reading: Reading, knowledge: Knowledge, tree: Tree, token: Token) -> Referred | None:
    """The state of "his country" and of "the Malian side": that of whom the phrase names."""
    draft = None
    if token.lemma in STATE_NOUNS and not is_plural(token):
        owner = next((c for c in tree.children(token.i, "poss") if c.tag == "PRP$"), None)
        whose = reading.read.get((tree.sentence, owner.i), ()) if owner is not None else ()
        if len(whose) == 1 and whose[0].draft.type == "person":
            draft = state_of(reading, knowledge, whose[0].code)
    elif token.lemma == SIDE and not is_plural(token):
        names = reading.names[tree.sentence]
        beside = (names[c.i].draft for c in tree.children(token.i, "amod", "compound") if c.i in names)
        draft = next((d for d in beside if d.type == "state"), None)
    if draft is None:
        return None
    return Referred(draft, naming_span(tree, token.i), draft.code, "GOV", via="coreference")


def said_to_be(reading: Reading, nominals: NominalReader, tree: Tree, token: Token) -> Referred | None:
    """The person whom "be" says to be the noun: "a porter" in "Darko was a porter"; not who is denied to be one."""
    verb = tree[token.head]
    subject = tree.child(verb.i, "nsubj")
    if token.dep != "attr" or verb.lemma != "be" or is_plural(token) or subject is None or subject.i > token.i:
        return None
    who = reading.read.get((tree.sentence, subject.i), ())
    role = nominals.role(tree, token.i)
    person = len(who) == 1 and who[0].draft.type == "person" and not who[0].plural
    if not person or role is None or role[0].kind != "person" or tree.child(verb.i, "neg") is not None:
        return None
    who[0].draft.learn(sector=role[0].sector)
    return Referred(who[0].draft, naming_span(tree, token.i), who[0].code, who[0].sector, via="coreference")


def told_before(reading: Reading, nominals: NominalReader, tree: Tree, token: Token) -> Referred | None:
    """Whom "the ministry", "the policemen" name again: the last one told of by that noun, else by one like it."""
    role = nominals.role(tree, token.i)
    if role is None or token.lemma in ONE_OF_A_KIND or _is_held(reading, role[0]):
        return None
    if (number := _counted_again(tree, token)) is not None:
        return _so_many(reading, tree, token, number)
    if not is_bare(tree, token.i):
        return _same_words(reading, tree, token)
    before = reading.by_head.get((token.lemma.lower(), is_plural(token)))
    if before is None or token.lemma in FIGHTERS:
        before = _otherwise(reading, tree, token) or before
    if before is None:
        return None
    return replace(before, span=naming_span(tree, token.i), via="coreference", chain=-1)


def _is_held(reading: Reading, role: RoleNoun) -> bool:
    """Whether the noun is an office that the report or its time gives a holder: who is meant is told by that."""
    return role.office and (role.lemma in HEADS or any(lemma == role.lemma for lemma, _ in reading.holders))


def _same_words(reading: Reading, tree: Tree, token: Token) -> Referred | None:
    """Who was told of last by the same words: "a grain dealer", then "the grain dealer"."""
    before = reading.by_head.get((token.lemma.lower(), is_plural(token)))
    definite = has_determiner(tree, token.i, "the", "this", "that", "these", "those")
    if before is None or not definite or before.draft.name.casefold() != phrase_words(tree, token.i).casefold():
        return None
    return replace(before, span=naming_span(tree, token.i), via="coreference", chain=-1)


def _counted_again(tree: Tree, token: Token) -> str | None:
    """The number in "the two envoys"; None where anything else tells them from others."""
    beside = tree.children(token.i, "amod", "compound", "nmod", "poss", "nummod", "prep", "relcl", "acl")
    definite = has_determiner(tree, token.i, "the", "these", "those")
    alone = is_plural(token) and definite and len(beside) == 1 and beside[0].dep == "nummod"
    return beside[0].lemma.lower() if alone else None


def _so_many(reading: Reading, tree: Tree, token: Token, number: str) -> Referred | None:
    """The people told of last by the same noun and number: "two French envoys" for "the two envoys"."""
    before = reading.by_head.get((token.lemma.lower(), True))
    if before is None or number not in before.draft.name.lower().split():
        return None
    return replace(before, span=naming_span(tree, token.i), via="coreference", chain=-1)


def _otherwise(reading: Reading, tree: Tree, token: Token) -> Referred | None:
    """The only armed group named so far, else the people told of last by a noun of the same kind."""
    if not is_plural(token):
        return None
    seen = reading.salience.seen
    if token.lemma in FIGHTERS:
        # Names are read ahead: the group of "the rebels" may be named further down.
        groups = [d for d in reading.register.drafts if d.type == "armed_group" or _is_armed_body(d)]
        named = [Considered(d, ("armed_group_named",)) for d in groups]
        span = naming_span(tree, token.i)
        only = reading.register.note(choose_only(span, "nominal", named, several="two_armed_groups")).only
        return Referred(only, span, only.code, only.sector, plural=True, lemma=token.lemma) if only else None
    kind: frozenset[str] = next((k for k in KINDS if token.lemma in k), frozenset())
    near = [s for s in sorted(seen, reverse=True) if tree.sentence - s <= REACH]
    latest = (r for s in near for _, r in reversed(seen[s]) if r.plural and r.lemma)
    return next((r for r in latest if r.lemma.split()[-1] in kind), None)


def _is_armed_body(draft: Draft) -> bool:
    return draft.type == "organization" and draft.name[:1].isupper() and draft.sector in GROUP_SECTORS

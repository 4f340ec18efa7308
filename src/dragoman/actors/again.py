"""Whom a bare definite noun names again under another word: "the rebels" for a named front, "the officers" for policemen."""

from __future__ import annotations

from dragoman.actors.choice import Considered, choose_only
from dragoman.actors.phrase import is_plural, naming_span
from dragoman.actors.reading import Reading
from dragoman.actors.salience import Referred
from dragoman.model.tree import Token, Tree

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


def told_otherwise(reading: Reading, tree: Tree, token: Token) -> Referred | None:
    """The only armed group named so far, else the people told of last by a noun of the same kind."""
    if not is_plural(token):
        return None
    told = [r for s in sorted(reading.salience.seen) for _, r in reading.salience.seen[s]]
    if token.lemma in FIGHTERS:
        groups = [r for r in told if r.draft.type == "armed_group" or _is_armed_body(r)]
        named = [Considered(r.draft, ("armed_group_named_before",)) for r in groups]
        choice = choose_only(naming_span(tree, token.i), "nominal", named, several="two_armed_groups")
        only = reading.register.note(choice).only if named else None
        return next((r for r in groups if r.draft is only), None)
    kind = next((k for k in KINDS if token.lemma in k), frozenset())
    near = (r for s in sorted(reading.salience.seen, reverse=True) if tree.sentence - s <= REACH for _, r in reversed(reading.salience.seen[s]))
    return next((r for r in near if r.plural and r.lemma.split()[-1:] and r.lemma.split()[-1] in kind), None)


def _is_armed_body(reference: Referred) -> bool:
    return reference.draft.type == "organization" and not reference.lemma and reference.sector in GROUP_SECTORS

"""What is only the content of another event: what is said, demanded, promised, or protested for."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.coding.match import Match
from dragoman.model.tree import Token, Tree

CONTENT_CATEGORIES = frozenset({"AGREE", "REQUEST", "THREATEN", "REJECT", "CONCEDE", "ACCUSE"})
"""Acts done by speaking: what stands in their complement is what is said, not a happening of its own."""
PROTESTED = frozenset({"PROTEST", "REQUEST", "ACCUSE"})
"""What a protest is told to be for."""

CONTENT_DEPS = ("ccomp", "xcomp", "pcomp", "acl", "prep", "dobj", "pobj")


def content_of(tree: Tree, match: Match, heads: Mapping[int, Match]) -> Match | None:
    """The trigger of which this one is a part ("signed" of "deal"), or the speech act whose content it is."""
    if part_of := next((m for m in heads.values() if m.head != match.head and match.head in m.words), None):
        return part_of
    current = tree[match.head]
    for above in tree.ancestors(match.head):
        outer = heads.get(above.i)
        if outer is not None and _is_aim_of_protest(tree, current, match, outer):
            return outer
        if outer is not None and _is_content(outer):
            return outer if current.dep in CONTENT_DEPS or _is_wish(tree, current) else None
        current = above
    return None


def _is_wish(tree: Tree, clause: Token) -> bool:
    """Whether a clause beside a verb is what is called for: "called for Togo to be expelled"."""
    mark = tree.child(clause.i, "mark")
    return clause.dep == "advcl" and mark is not None and mark.lemma == "for" and clause.tag != "VBG"


def _is_aim_of_protest(tree: Tree, clause: Token, match: Match, outer: Match) -> bool:
    """Whether the clause says what the protest is for: "marched to demand", "went on strike, calling for"."""
    return (
        is_protest(outer)
        and match.rule.category in PROTESTED
        and clause.dep in ("advcl", "xcomp")
        and tree.child(clause.i, "nsubj") is None
    )


def _is_content(match: Match) -> bool:
    return match.rule.content if match.rule.content is not None else match.rule.category in CONTENT_CATEGORIES


def is_protest(match: Match) -> bool:
    """Whether the event is a protest, whose content is its aim."""
    return match.rule.category == "PROTEST"

"""What the wording of a post is made of: its role, the ranks beside it, words that say it is over, where it ends.

The actors' room reads titles for a sector and a country, the facts' room for who holds which office. What a post looks
like they both ask here.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.kb.load import Knowledge
from dragoman.kb.tables import RoleNoun
from dragoman.model.tree import Token, Tree

PAST = frozenset({"former", "ex", "ousted", "deposed", "retired", "then", "late", "once", "onetime", "erstwhile"})
"""Words before a post that say it is over."""
SENT = frozenset({"ambassador", "envoy", "consul", "attache", "emissary", "representative", "delegate", "commissioner"})
"""Who is sent to a state and is of another: "Chad's ambassador to Mali"."""
LONGEST_RANK = 4
CLOSING = frozenset({",", ".", ";", ":", ")", "—", "–", "”", '"'})


def role_ending(words: Sequence[Token], knowledge: Knowledge) -> tuple[RoleNoun, int] | None:
    """The longest role noun that the tokens end with and how many of them it takes, hyphens counted; any kind of role.

    A group or an organization is one too ("government"): ask its `kind`.
    """
    return knowledge.role(["-" if word.tag == "HYPH" else word.lemma.lower() for word in words])


def rank_ending(words: Sequence[Token], knowledge: Knowledge) -> int:
    """How many of the tokens a rank or honorific at their end takes ("Vice Admiral": 2); 0 where there is none."""
    title = knowledge.title([word.text for word in words[-LONGEST_RANK:]])
    return title.words if title is not None else 0


def ends_rank(words: Sequence[Token], i: int, knowledge: Knowledge) -> bool:
    """Whether token `i` is the full stop of a rank before it, which the tokenizer splits off some: "Capt", "."."""
    dot = i > 0 and words[i].text == "." and words[i - 1].end == words[i].start
    return dot and rank_ending(words[:i], knowledge) > 0


def without_ranks(words: Sequence[Token], knowledge: Knowledge) -> list[Token]:
    """The tokens up to the ranks at their end ("minister General"), a rank that is part of a role kept."""
    kept = list(words)
    while kept and role_ending(kept, knowledge) is None and (rank := rank_ending(kept, knowledge)):
        kept = kept[:-rank]
    return kept


def is_past(token: Token) -> bool:
    """Whether the word says that the post after it is over; asked of the form too, as parsers see verbs in it."""
    return token.text.lower() in PAST or token.lemma.lower() in PAST


def is_sent(role: RoleNoun) -> bool:
    """Whether the "to" after the role names where its holder is sent, and not whose the post is."""
    return role.lemma.split()[-1] in SENT


def closes(tree: Tree, end: int) -> bool:
    """Whether an apposition can end before token `end`: "Darko, the premier, said", but not "Darko, police said"."""
    return end >= len(tree) or tree[end].text in CLOSING or tree[end].pos == "SCONJ" or tree[end].tag in ("WP", "VBN")

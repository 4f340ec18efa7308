"""The persons of a sentence who may hold an office: those the actors' room knows, and names that a post marks as one.

The tagger often takes a foreign name for a body or a place, or sees none. What a post or a rank stands right before
("Trade Minister Ama Darko"), or an office explains between commas ("Ama Darko, the trade minister,"), is a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.facts.view import Thing, View
from dragoman.kb.posts import rank_ending, role_ending
from dragoman.model.span import Span
from dragoman.model.tree import Token

PARTICLES = frozenset(
    {"al", "al-", "el", "el-", "bin", "ibn", "ben", "de", "da", "dos", "del", "van", "von", "der", "di"}
)
SHORTEST, LONGEST = 2, 4
"""How many words such a name has: one word may be anything."""
FOLLOWED_BY_MORE = frozenset({"POS", "HYPH"})


@dataclass(frozen=True, slots=True)
class Holder:
    """A name of a person: its tokens, its words, and who it is; `sure` where the name was read as a person's."""

    thing: Thing
    first: int
    last: int
    span: Span
    sure: bool = True


def holders(view: View) -> Iterator[Holder]:
    """The persons named in the sentence, then the names that only a post beside them can make a person's."""
    known: set[int] = set()
    for mention in view.mentions:
        reference = view.reference_of(mention)
        words = view.tree.tokens[mention.first : mention.last + 1]
        rank = rank_ending(words, view.knowledge) == len(words)  # "Brig" of "Brig. Gen."
        if reference is not None and reference.type == "person" and mention.label != "NORP" and not rank:
            known.update(range(mention.first, mention.last + 1))
            yield Holder(Thing.of(reference), mention.first, mention.last, mention.span)
    for run in _runs(view, known):
        name = _after_post(view, run)
        if SHORTEST <= len(name) <= LONGEST and all(_is_name_word(t) for t in name) and _is_nobody_else(view, name):
            span = view.tree.span(list(name))
            yield Holder(Thing(view.words(name)), name[0].i, name[-1].i, span, sure=False)


def _runs(view: View, known: set[int]) -> Iterator[Sequence[Token]]:
    """The names of unknown bodies and places, and the capitalised words that the tagger has no name for."""
    run: list[Token] = []
    for token in (*view.tree, None):
        mention = view.mention_at(token.i) if token is not None else None
        free = token is not None and token.i not in known and (mention is None or mention.known is None)
        of_name = token is not None and (token.pos == "PROPN" or token.text.lower() in PARTICLES)
        if token is not None and free and of_name:
            run.append(token)
        else:
            if run and (token is None or token.tag not in FOLLOWED_BY_MORE):
                yield run
            run = []


def _after_post(view: View, run: Sequence[Token]) -> Sequence[Token]:
    """The words after the last post or rank in the run: "Ama Darko" in "Trade Minister Ama Darko"."""
    for end in range(len(run) - 1, 0, -1):
        found = role_ending(run[:end], view.knowledge)
        if rank_ending(run[:end], view.knowledge) or (found is not None and found[0].kind == "person"):
            return run[end:]
    return run


def _is_name_word(token: Token) -> bool:
    plain = token.text.replace("-", "").replace("'", "").replace("’", "").replace(".", "")
    capital = token.text[:1].isupper() and not (token.text.isupper() and len(plain) > 1)
    return (capital and plain.isalpha()) or token.text.lower() in PARTICLES


def _is_nobody_else(view: View, name: Sequence[Token]) -> bool:
    """Whether no word of it is a role, a rank or a body ("University"), and it is no place that the gazetteer has."""
    titled = any(role_ending([t], view.knowledge) is not None or rank_ending([t], view.knowledge) for t in name)
    return not titled and name[0].text[:1].isupper() and view.place_at(name[-1]) is None

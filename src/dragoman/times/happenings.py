"""Times counted from a happening ("two days after the vote"), where the report says when that was.

The day may stand beside it ("two days after the May 3 vote") or earlier in the report ("The vote was held on May 3").
Only parsed sentences are read: which words a date belongs to is a matter of syntax.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model.tree import Token, Tree
from dragoman.times import calendar
from dragoman.times.narrative import FINENESS
from dragoman.times.reading import EVENT, Reading, dated, named
from dragoman.times.scan import Found
from dragoman.times.text import Chunk
from dragoman.times.words import listed, number_of, unit_of

ATTRIBUTIVE = frozenset(listed("poss compound nmod amod nummod"))
DATING = frozenset(listed("on in of at"))
AROUND = frozenset(listed("before after following"))
# The day of these is the day of the thing that is held or happens; the day of "condemned the attack" is not.
TAKING_PLACE = frozenset(listed("happen occur take begin start hold stage sign carry launch erupt break"))
SUBJECTS = ("nsubj", "nsubjpass")
PARTICIPANTS = (*SUBJECTS, "dobj")


@dataclass(frozen=True, slots=True)
class Happening:
    """Something the report dates: a noun that names it, or a verb and the nouns beside it."""

    noun: str
    verb: str
    participants: frozenset[str]
    reading: Reading


def happenings(chunk: Chunk, tree: Tree, pairs: Sequence[tuple[Found, Reading]]) -> list[Happening]:
    """What the dates of a sentence are the dates of."""
    out: list[Happening] = []
    for found, reading in pairs:
        if reading.type == "DATE" and reading.start is not None and (token := _top(chunk, tree, found)) is not None:
            out += _dated_by(tree, token, reading)
    return out


def counted(
    chunk: Chunk, tree: Tree, pairs: Sequence[tuple[Found, Reading]], known: Sequence[Happening]
) -> list[tuple[Found, Reading]]:
    """The pairs with those counted from a happening resolved where its date is known; the others stay as they are."""
    return [
        (found, _counted(chunk, tree, found, pairs, known) or reading) if reading.reason == EVENT else (found, reading)
        for found, reading in pairs
    ]


def _counted(
    chunk: Chunk, tree: Tree, found: Found, pairs: Sequence[tuple[Found, Reading]], known: Sequence[Happening]
) -> Reading | None:
    around = next((t for t in tree if t.start >= chunk.start + found.start and t.text.lower() in AROUND), None)
    if around is None or not around.dep or around.start > chunk.start + found.end + 1:
        return None
    # "after the vote": what hangs on the preposition; "after they had voted": what hangs on the clause's verb.
    top = tree[around.head] if around.dep == "mark" else around
    anchor = _beside(chunk, tree, top, found, pairs) or _told(tree, top, known)
    amount, unit = named(found.match, "number"), unit_of(found.match["unit"])
    number = number_of(amount) if amount else 1.0
    if unit == "decade" and number is not None:
        unit, number = "year", 10 * number
    if anchor is None or anchor.start is None or number is None or anchor.granularity not in FINENESS.get(unit, ()):
        return None
    there = calendar.shift(unit, anchor.start, -number if around.text.lower() == "before" else number)
    return dated(calendar.containing(unit, there)) if there is not None else None


def _beside(
    chunk: Chunk, tree: Tree, top: Token, found: Found, pairs: Sequence[tuple[Found, Reading]]
) -> Reading | None:
    """The first date behind the expression that belongs to the words it counts from."""
    for other, reading in pairs:
        if other.start < found.end or reading.type != "DATE" or reading.start is None:
            continue
        token = tree.token_at(chunk.start + other.start)
        if token is not None and top in tree.ancestors(token.i):
            return reading
    return None


def _told(tree: Tree, top: Token, known: Sequence[Happening]) -> Reading | None:
    """The date the report gave the happening before; None where it gave none, or more than one."""
    noun = tree.child(top.i, "pobj")
    if top.pos == "VERB":
        beside = _participants(tree, top)
        fitting = [h.reading for h in known if h.verb == top.lemma and h.participants & beside]
    elif noun is not None and noun.pos == "NOUN":
        fitting = [h.reading for h in known if h.noun == noun.lemma]
    else:
        return None
    return fitting[-1] if len({reading.value for reading in fitting}) == 1 else None


def _top(chunk: Chunk, tree: Tree, found: Found) -> Token | None:
    """The token of the expression that its other tokens hang on; None in an unparsed sentence."""
    token = tree.token_at(chunk.start + found.start)
    while token is not None and token.dep and token.head != token.i:
        head = tree[token.head]
        if not chunk.start + found.start <= head.start < chunk.start + found.end:
            break
        token = head
    return token if token is not None and token.dep else None


def _dated_by(tree: Tree, token: Token, reading: Reading) -> list[Happening]:
    """What a date hangs on: a noun ("Friday's vote", "the vote on Friday") or a verb."""
    head = tree[token.head]
    if token.dep == "pobj" and head.text.lower() in DATING:
        head = tree[head.head]
        # In "condemned the vote on Friday" the day may be the condemning's.
        if head.pos == "NOUN" and head.dep not in SUBJECTS:
            return []
    elif token.dep not in (*ATTRIBUTIVE, "npadvmod"):
        return []
    if head.pos == "NOUN":
        return [Happening(head.lemma, "", frozenset(), reading)]
    if head.pos != "VERB":
        return []
    beside = _participants(tree, head)
    out = [Happening("", head.lemma, beside, reading)]
    if head.lemma in TAKING_PLACE:
        out += [Happening(noun, "", frozenset(), reading) for noun in sorted(beside)]
    return out


def _participants(tree: Tree, verb: Token) -> frozenset[str]:
    return frozenset(t.lemma for t in tree.children(verb.i, *PARTICIPANTS) if t.pos == "NOUN")

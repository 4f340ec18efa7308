"""How many people an event touched: dead, injured, arrested, as the report counts them (PLOVER's field `size`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from dragoman.coding.arguments import Arguments
from dragoman.coding.candidate import Candidate
from dragoman.coding.numbers import Number, read_number
from dragoman.model.event import Category, Count, CountKind, CountScope
from dragoman.model.span import Span
from dragoman.model.tree import Token, Tree

VERBS: Mapping[str, CountKind] = {
    **dict.fromkeys(
        "kill slay massacre murder assassinate behead execute slaughter martyr die perish drown".split(), "dead"
    ),
    **dict.fromkeys("wound injure hurt maim hospitalize hospitalise".split(), "injured"),
    **dict.fromkeys("arrest detain imprison jail apprehend intern".split(), "arrested"),
}
ITS_SUBJECT = frozenset({"die", "perish", "drown"})
NOUNS: Mapping[str, CountKind] = {
    **dict.fromkeys(("death", "fatality", "corpse", "dead"), "dead"),
    **dict.fromkeys(("injury", "injured", "wounded"), "injured"),
    **dict.fromkeys(("arrest", "detention", "detainee"), "arrested"),
}
STATES: Mapping[str, CountKind] = {
    "dead": "dead", "wounded": "injured", "injured": "injured", "hurt": "injured", "detained": "arrested",
}  # fmt: skip
COUNTED: Mapping[Category, frozenset[CountKind]] = {
    "ASSAULT": frozenset({"dead", "injured", "arrested"}),
    "COERCE": frozenset({"arrested"}),
    "PROTEST": frozenset({"dead", "injured", "arrested"}),
}
"""What an event of each category can have counted; others have no size."""
UNHARMED = frozenset({"casualty"})
"""Nouns that count the dead and the injured together: only "no casualties" says how many of each."""
LIFE_TAKERS = frozenset({"claim", "cost", "lose", "take"})
GROUPS = frozenset(
    "group crowd number team family couple handful score lot gang band dozen convoy patrol unit village crew cell ring "
    "squad platoon delegation party majority pair array wave".split()
)
NOBODY = frozenset({"nobody", "none"})
_SUMMING = re.compile(r"\b(?:toll|total|so far|altogether|since|in all)\b|\b(?:over|in|during) the (?:past|last)\b")


def counts_of(
    tree: Tree, event: Candidate, arguments: Arguments, *, sentence: str, others: frozenset[int]
) -> tuple[tuple[CountKind, Count], ...]:
    """The nearest count of each kind that the event's sentence gives it, by kind; empty where it counts nobody.

    A count hangs on the trigger itself or on a verb or noun of killing, wounding or arresting beside it ("the raid
    left ten dead"), but not on one of `others`, the triggers of other events. A sum over several events is marked so.
    """
    head, category = event.head, event.category
    kinds = COUNTED.get(category, frozenset())
    found: dict[CountKind, Count] = {}
    if not kinds:
        return ()
    counted = [c for c in _counted(tree, arguments) if c[0] in kinds and c[2].i not in others - {head}]
    for kind, group, word in sorted(counted, key=lambda c: (abs(c[1][0].i - head), c[1][0].i)):
        number = _sum(tree, group, singles=group[0] is not word)
        if kind in found or number is None:
            continue
        scope: CountScope = "cumulative" if _SUMMING.search(sentence.lower()) else "event"
        if scope == "event" and tree[head].pos == "NOUN" and tree[head].tag == "NNS":
            scope = "several_events"
        found[kind] = Count(number.best, number.low, number.high, scope, number.span)
    return tuple(sorted(found.items()))


def _counted(tree: Tree, arguments: Arguments) -> Iterator[tuple[CountKind, list[Token], Token]]:
    """Every noun or number that somebody killed, wounded or arrested is counted by, with those coordinated with it,
    and the word that says what became of them."""
    for token in tree:
        if tree.child(token.i, "neg") is not None:
            continue
        if token.pos in ("VERB", "AUX") and (kind := VERBS.get(token.lemma)):
            yield from ((kind, tree.conjuncts(t.i), token) for t in _touched(tree, token, arguments))
        elif token.lemma == "toll":
            yield from (("dead", [t], token) for t in _tolled(tree, token))
        elif token.pos in ("NOUN", "PROPN", "ADJ"):
            yield from ((kind, [token], token) for kind in _kinds_named(tree, token))
        if kind := STATES.get(token.text.lower()):
            yield from ((kind, [t], token) for t in _in_state(tree, token))


def _kinds_named(tree: Tree, noun: Token) -> Iterator[CountKind]:
    """What a noun counts: "deaths", "claimed 12 lives", "no casualties"."""
    if kind := NOUNS.get(noun.lemma):
        yield kind
    elif noun.lemma == "life" and noun.dep == "dobj" and tree[noun.head].lemma in LIFE_TAKERS:
        yield "dead"
    elif noun.lemma in UNHARMED and _is_nobody(tree, noun):
        yield from ("dead", "injured")


def _tolled(tree: Tree, toll: Token) -> Iterator[Token]:
    """The number at which a death toll stands: "a toll of 40", "brought the toll to 40", "the toll is 40"."""
    preps = [(p, frozenset({"of"})) for p in tree.children(toll.i, "prep")]
    if toll.dep in ("nsubj", "nsubjpass", "dobj"):
        preps += [(p, frozenset({"to", "at"})) for p in tree.children(toll.head, "prep")]
        yield from tree.children(toll.head, "attr")
    for prep, wanted in preps:
        if prep.lemma in wanted:
            yield from tree.children(prep.i, "pobj")


def _touched(tree: Tree, verb: Token, arguments: Arguments) -> list[Token]:
    """Who was killed, wounded or arrested."""
    if verb.lemma in ITS_SUBJECT:
        return [tree[i] for i in arguments.subject(verb.i)]
    found = [tree[i] for i in arguments.object(verb.i)]
    if not found and verb.tag == "VBN" and verb.dep == "conj" and arguments.is_passive(verb.head):
        # "20 were hurt and six killed"
        found = tree.children(verb.i, "nsubj")
    return found


def _in_state(tree: Tree, state: Token) -> Iterator[Token]:
    """Who is in the state: "left ten dead", "with 30 people injured", "10 wounded", "shot dead three men"."""
    before = tree[state.i - 1] if state.i else state
    if before.pos == "NUM" or before.lemma == "dozen":
        yield tree[before.head] if before.dep in ("quantmod", "compound") else before
        return
    if state.dep in ("oprd", "acomp", "ccomp", "xcomp", "advcl"):
        yield from (t for t in tree.children(state.head, "dobj", "nsubj") if t.i < state.i or t.dep == "dobj")
    yield from tree.children(state.i, "nsubj", "nsubjpass")
    if state.dep in ("acl", "amod") and tree[state.head].pos in ("NOUN", "NUM"):
        yield tree[state.head]


def _sum(tree: Tree, group: Sequence[Token], *, singles: bool) -> Number | None:
    """All of a coordination together ("15 rebels and a soldier" are 16); its first alone where another is untold."""
    told = [n for t in group if (n := _told(tree, t, singles=singles)) is not None]
    if not told or _told(tree, group[0], singles=singles) is None:
        return None
    if len(told) < len(group):
        return told[0]
    span = Span(told[0].span.start, told[-1].span.end)
    return Number(sum(n.best for n in told), sum(n.low for n in told), sum(n.high for n in told), span)


def _told(tree: Tree, token: Token, *, singles: bool) -> Number | None:
    """The number told, 0 for nobody and, with `singles`, 1 for one person ("a guard", "him")."""
    span = Span(token.start, token.end)
    if _is_nobody(tree, token):
        return Number(0, 0, 0, span)
    one = singles and _is_one_person(tree, token)
    return read_number(tree, token) or (Number(1, 1, 1, span) if one else None)


def _is_nobody(tree: Tree, token: Token) -> bool:
    """Whether a noun phrase stands for nobody: "no arrests", "no one", "nobody"."""
    return token.text.lower() in NOBODY or any(c.lemma == "no" for c in tree.children(token.i, "det"))


def _is_one_person(tree: Tree, token: Token) -> bool:
    """Whether a noun phrase stands for one: "a soldier", "him", a person's name; "a group" may be any number."""
    if token.tag in ("NN", "JJ"):
        return token.lemma not in GROUPS and any(c.lemma in ("a", "an") for c in tree.children(token.i, "det"))
    return token.text.lower() in ("him", "her") or (token.tag == "NNP" and token.ner == "PERSON")

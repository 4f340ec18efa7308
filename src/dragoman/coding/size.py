"""How many people an event touched: dead, injured, arrested, as its sentence counts them (PLOVER's field `size`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from dragoman.coding.arguments import Arguments
from dragoman.model.event import Category, Count, CountKind, CountScope
from dragoman.model.span import Span
from dragoman.model.tree import Token, Tree

VERBS: Mapping[str, CountKind] = {
    **dict.fromkeys("kill slay massacre murder assassinate behead execute slaughter die perish drown".split(), "dead"),
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
PEOPLE_NOT = frozenset("day week month year hour minute percent per cent kilometre kilometer mile dollar time".split())
GROUPS = frozenset("group crowd number team family couple handful score lot gang band dozen".split())
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
WORDS: Mapping[str, float] = (
    {w: n for n, w in enumerate(_ONES)}
    | {w: 10 * n for n, w in enumerate(_TENS, 2)}
    | {"dozen": 12, "both": 2, "half": 0.5}
)
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_SUMMING = re.compile(r"\b(?:toll|total|so far|altogether|since|in all)\b|\b(?:over|in|during) the (?:past|last)\b")
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_RANGE = frozenset({"and", "or", "to", "-", "–"})
MOST = 10_000_000


def counts_of(
    tree: Tree, head: int, category: Category, arguments: Arguments, *, sentence: str
) -> dict[CountKind, Count]:
    """The first count of each kind that the sentence gives the event at `head`; empty where it counts nobody.

    A count hangs on the trigger itself, on a verb or noun of killing, wounding or arresting beside it ("the raid left
    ten dead"), never on another trigger's subject of another kind. A sum over several events is marked so.
    """
    kinds = COUNTED.get(category, frozenset())
    found: dict[CountKind, Count] = {}
    if not kinds:
        return found
    for kind, group in sorted(_counted(tree, arguments), key=lambda pair: (abs(pair[1][0].i - head), pair[1][0].i)):
        numbers = _sum(tree, group)
        if kind not in kinds or kind in found or numbers is None:
            continue
        low, high, span = numbers
        scope: CountScope = "cumulative" if _SUMMING.search(sentence.lower()) else "event"
        if scope == "event" and tree[head].pos == "NOUN" and tree[head].tag == "NNS":
            scope = "several_events"
        found[kind] = Count((low + high) // 2, low, high, scope, span)
    return found


def _counted(tree: Tree, arguments: Arguments) -> Iterator[tuple[CountKind, list[Token]]]:
    """Every noun or number that somebody killed, wounded or arrested is counted by, with those coordinated with it."""
    for token in tree:
        if token.pos in ("VERB", "AUX") and (kind := VERBS.get(token.lemma)):
            yield from ((kind, tree.conjuncts(t.i)) for t in _touched(tree, token, arguments))
        elif token.pos in ("NOUN", "PROPN", "ADJ") and (kind := NOUNS.get(token.lemma)):
            yield kind, [token]
        if kind := STATES.get(token.text.lower()):
            yield from ((kind, [t]) for t in _in_state(tree, token))


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


def _sum(tree: Tree, group: Sequence[Token]) -> tuple[int, int, Span] | None:
    """All of a coordination together ("15 rebels and a soldier" are 16); its first alone where another is untold."""
    told = [n for t in group if (n := read_number(tree, t) or _single(tree, t, of=group[0])) is not None]
    if not told or told[0] != read_number(tree, group[0]):
        return None
    if len(told) < len(group):
        return told[0]
    return sum(n[0] for n in told), sum(n[1] for n in told), Span(told[0][2].start, told[-1][2].end)


def _single(tree: Tree, token: Token, *, of: Token) -> tuple[int, int, Span] | None:
    """One for "a soldier" after counted people; "a group" is no number."""
    article = any(c.lemma in ("a", "an") for c in tree.children(token.i, "det"))
    alone = token.i != of.i and token.tag in ("NN", "NNP", "JJ") and token.lemma not in GROUPS
    return (1, 1, Span(token.start, token.end)) if article and alone else None


def read_number(tree: Tree, token: Token) -> tuple[int, int, Span] | None:
    """The lowest and highest number that counts the noun (or is the token), and its words; None where none is told.

    Vague quantities ("dozens", "several") give none.
    """
    if token.lemma in PEOPLE_NOT:
        return None
    numbers = [token] if token.pos == "NUM" or token.lemma == "dozen" else tree.children(token.i, "nummod")
    numbers = [n for n in numbers if not any(c.lemma in PEOPLE_NOT for c in tree.children(n.i, "npadvmod"))]
    if not numbers and any(c.lemma in ("one", "single") for c in tree.children(token.i, "det", "amod")):
        return 1, 1, Span(token.start, token.end)
    if not numbers or numbers[0].text.lower() == "dozens":
        return None
    groups = _spelt(tree, numbers)
    values = [v for group in groups for v in _values([t.text.lower() for t in group])]
    if not values or any(v > MOST for v in values):
        return None
    digits = [t for g in groups for t in g if t.pos == "NUM" or t.text.lower() in WORDS or t.text.lower() in SCALES]
    span = Span(digits[0].start, digits[-1].end) if digits else Span(numbers[0].start, numbers[0].end)
    return min(values), max(values), span


def _spelt(tree: Tree, numbers: Sequence[Token]) -> list[list[Token]]:
    """The words of one number, or of both ends of a range ("between 30 and 40", "40 to 50").

    What else is coordinated with a number counts somebody else ("ten dead and three dozen injured").
    """
    first = numbers[0]
    own = _words_of(tree, first)
    groups = [own]
    later = [c for c in tree.children(first.i, "conj") if c.pos == "NUM"]
    if later and later[0].i == first.i + 2 and first.text.lower() in SCALES:
        # "two hundred and fifty"
        own += _words_of(tree, later[0])
    elif later and own[0].i and tree[own[0].i - 1].lemma == "between":
        groups.append(_words_of(tree, later[0]))
    after = tree[first.i + 1] if first.i + 1 < len(tree) else first
    upto = tree.children(after.i, "pobj") if after.lemma == "to" else []
    ends = [t for t in (*upto, *numbers[1:]) if t.pos == "NUM" and tree[t.i - 1].text.lower() in _RANGE]
    return groups + [_words_of(tree, t) for t in ends]


def _words_of(tree: Tree, number: Token) -> list[Token]:
    parts = [number, *tree.children(number.i, "compound", "nummod", "quantmod", "number", "amod")]
    return sorted(parts, key=lambda t: t.i)


def _values(words: Sequence[str]) -> list[int]:
    """The numbers that a run of words spells: ["two", "dozen"] is [24], ["10", "to", "12"] is [10, 12]."""
    out: list[float] = []
    current: float | None = None
    for word in (part for w in words for part in w.split("-")):
        value = _value(word)
        if word in SCALES:
            current = (current or 1) * SCALES[word]
        elif word == "dozen":
            current = (current or 1) * 12
        elif value is None:
            if current is not None and word not in ("and", ""):
                out.append(current)
                current = None
        elif current is not None and _adds(current, value, word):
            current += value
        else:
            if current is not None:
                out.append(current)
            current = value
    # A fraction counts nobody: only "2.5 million" does.
    return [round(v) for v in (*out, *([current] if current is not None else [])) if round(v, 6) == round(v)]


def _adds(current: float, value: float, word: str) -> bool:
    """Whether the next word goes on with the number: "twenty" "three", "two hundred" "fifty"."""
    return (word in WORDS and value < 10 <= current and current % 10 == 0) or (current % 100 == 0 and value < 100)


def _value(word: str) -> float | None:
    if _DIGITS.fullmatch(word):
        return float(word.replace(",", ""))
    return WORDS.get(word)

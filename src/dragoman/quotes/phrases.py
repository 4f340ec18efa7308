"""Who a verb's subject is: noun phrases and subjects read off a sentence's tree, or its tags where there is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.model.span import Span
from dragoman.model.tree import Token, Tree

Blocked = Callable[[Token], bool]
"""Whether a token stands inside quotation marks, where no reporter's subject can be."""

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_LEFT = frozenset(
    {"det", "amod", "compound", "poss", "nummod", "nmod", "predet", "quantmod", "case", "advmod", "npadvmod", "punct"}
)
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_EMPTY = frozenset({"it", "there", "what", "this", "these", "those", "everything", "nothing", "something"})
_NAME_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC"})
_PRONOUNS = frozenset({"he", "she", "they", "who", "him", "her", "them"})
_READER = frozenset({"i", "we", "you", "me", "us"})  # outside quotation marks mostly litter or the writer's own voice
_PARTITIVE = frozenset({"one", "some", "many", "several", "most", "both", "two", "three", "four", "five", "all"})
_WHEN_OR_HOW_MUCH = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"})
_MODIFIERS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
_PART_OF_VERB = frozenset({"AUX", "ADV", "PART"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its naming words and its head's place in the report.

    `agent` says how able the head is to speak: 1.0 a name or personal pronoun, 0.6 another noun, 0.3 a time,
    a number or the like, 0.0 an expletive.
    """

    span: Span
    sentence: int
    head: int
    agent: float


def phrase(tree: Tree, head: int) -> Phrase:
    """The phrase of token `head`: what stands left of it, and of "chair of the board" also the right.

    An apposition that is a person's name takes over from a title ("the envoy, Jan Kubis" is "Jan Kubis"), and in
    "one of the envoys" the envoys are the head.
    """
    token = tree[head]
    if (name := _name_beside(tree, head)) is not None:
        return phrase(tree, name)
    if (whole := _partitive(tree, head)) is not None:
        return whole
    left = head
    for i in range(head - 1, -1, -1):
        above = tree[i]
        if above.dep not in _LEFT or not _within(tree, i, head) or above.text in {",", '"', "“", "”", ":", ";"}:
            break
        left = i
    right = head
    of = next((c for c in tree.children(head, "prep") if c.lemma in ("of", "for") and c.i == head + 1), None)
    objects = tree.children(of.i, "pobj") if of else []
    if objects and (token.pos == "NOUN" or (token.ner and objects[0].ner == token.ner)):
        right = objects[0].i
    while tree[left].pos == "PUNCT" and left < head:
        left += 1
    return Phrase(Span(tree[left].start, tree[right].end), tree.sentence, head, _agent(token))


def _name_beside(tree: Tree, head: int) -> int | None:
    """The head of a person's name in apposition to a common noun, by the tree or just after a comma."""
    if tree[head].pos != "NOUN":
        return None
    for name in tree.children(head, "appos"):
        if name.pos == "PROPN" and name.ner == "PERSON":
            return name.i
    last = head + 1
    if last + 1 < len(tree) and tree[last].text == "," and tree[last + 1].ner == "PERSON":
        last += 1
        while last + 1 < len(tree) and tree[last + 1].ner == "PERSON" and tree[last + 1].pos == "PROPN":
            last += 1
        return last
    return None


def _partitive(tree: Tree, head: int) -> Phrase | None:
    """The phrase "one of the envoys" with the envoys as head."""
    if tree[head].text.lower() not in _PARTITIVE:
        return None
    for of in tree.children(head, "prep"):
        for noun in tree.children(of.i, "pobj"):
            if of.lemma == "of" and noun.i > head:
                return Phrase(Span(tree[head].start, noun.end), tree.sentence, noun.i, _agent(noun))
    return None


def _within(tree: Tree, i: int, head: int) -> bool:
    return tree[i].head == head or any(a.i == head for a in tree.ancestors(i))


def _agent(token: Token) -> float:
    word = token.text.lower()
    if word in _PRONOUNS or (token.ner in _NAME_LABELS and token.pos in ("PROPN", "NOUN")):
        return 1.0
    if word in _READER:
        return 0.4
    if word in _EMPTY or not any(c.isalnum() for c in word):
        return 0.0
    if token.pos == "PROPN":
        return 0.9
    if token.pos == "NOUN":
        return 0.3 if token.ner in _WHEN_OR_HOW_MUCH else 0.6
    return 0.5 if token.pos in ("PRON", "NUM", "DET") else 0.3


def subject(tree: Tree, verb: int, blocked: Blocked) -> Phrase | None:
    """Who does `verb`: its own subject, the antecedent of a relative, or that of the verb it hangs from."""
    seen: set[int] = set()
    at = verb
    while at not in seen:
        seen.add(at)
        own = [t for t in tree.children(at, *SUBJECTS) if not blocked(t)]
        if own:
            return _antecedent(tree, at, own[-1] if len(own) > 1 and own[-1].i > at else own[0])
        token = tree[at]
        if token.dep in ("acl", "relcl") and not blocked(tree[token.head]):
            return phrase(tree, token.head) if tree[token.head].pos != "VERB" else None
        if token.dep in ("conj", "xcomp", "advcl", "aux", "auxpass", "pcomp", "prep", "dep", "parataxis"):
            if blocked(tree[token.head]):
                return None
            at = token.head
    return None


def _antecedent(tree: Tree, verb: int, found: Token) -> Phrase:
    if found.text.lower() in _RELATIVE and tree[verb].dep == "relcl":
        return phrase(tree, tree[verb].head)
    return phrase(tree, found.i)


def passive(tree: Tree, verb: int) -> bool:
    """Whether `verb` is a passive, with its auxiliary or reduced ("a man quoted by ...")."""
    return bool(tree.children(verb, "auxpass", "nsubjpass")) or (
        tree[verb].tag == "VBN" and tree[verb].dep == "acl" and not tree.children(verb, "aux")
    )


def agent(tree: Tree, verb: int) -> Phrase | None:
    """The "by ..." of a passive."""
    for by in tree.children(verb, "agent"):
        for noun in tree.children(by.i, "pobj"):
            return phrase(tree, noun.i)
    return None


def chunk_before(tree: Tree, verb: int, blocked: Blocked) -> Phrase | None:
    """The noun phrase that ends just before `verb`, by tags alone; auxiliaries and adverbs may stand between."""
    i = verb - 1
    while i >= 0 and tree[i].pos in _PART_OF_VERB:
        i -= 1
    if i >= 0 and tree[i].text == ",":
        near = _chunk_ending(tree, i - 1, blocked)
        if near is not None and tree[near.head].ner == "PERSON":
            return near
        return _chunk_ending(tree, _before_apposition(tree, i), blocked) or near
    return _chunk_ending(tree, i, blocked)


def _before_apposition(tree: Tree, comma: int) -> int:
    """In "Okafor, the union's leader, said" the token before the first comma; else the given comma's left neighbour."""
    for i in range(comma - 1, max(comma - 15, 0), -1):
        if tree[i].text == ",":
            return i - 1
        if tree[i].pos in ("VERB", "PUNCT"):
            break
    return comma - 1


def _chunk_ending(tree: Tree, last: int, blocked: Blocked) -> Phrase | None:
    if last < 0 or blocked(tree[last]) or tree[last].pos not in ("NOUN", "PROPN", "PRON"):
        return None
    if tree[last].ner in _WHEN_OR_HOW_MUCH or not any(c.isalnum() for c in tree[last].text):
        return None
    first = last
    while tree[last].pos != "PRON" and first > 0 and _joins(tree[first - 1]) and not blocked(tree[first - 1]):
        first -= 1
    return Phrase(Span(tree[first].start, tree[last].end), tree.sentence, last, _agent(tree[last]))


def chunk_after(tree: Tree, verb: int, blocked: Blocked) -> Phrase | None:
    """The noun phrase that begins just after `verb`, by tags alone: the inverted subject of "said the envoy"."""
    first = verb + 1
    if first >= len(tree) or blocked(tree[first]):
        return None
    if tree[first].pos == "PRON":
        return Phrase(Span(tree[first].start, tree[first].end), tree.sentence, first, _agent(tree[first]))
    last = first - 1
    while last + 1 < len(tree) and _joins(tree[last + 1]) and not blocked(tree[last + 1]):
        last += 1
    while last >= first and tree[last].pos not in ("NOUN", "PROPN"):
        last -= 1
    if last < first or tree[last].ner in _WHEN_OR_HOW_MUCH:
        return None
    return Phrase(Span(tree[first].start, tree[last].end), tree.sentence, last, _agent(tree[last]))


def _joins(token: Token) -> bool:
    return token.pos in _MODIFIERS or token.tag == "POS"

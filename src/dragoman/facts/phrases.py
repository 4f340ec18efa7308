"""What a noun phrase stands for as the object of a fact: its kind by its head noun, and a name for it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from dragoman.facts.view import Thing, View
from dragoman.facts.words import word_class
from dragoman.model.tree import Token

AGREEMENTS = word_class("agreements")
EXERCISES = word_class("exercises")
TALKS = word_class("talks")
MISSIONS = word_class("operations")
POSTS = word_class("embassies")
BASES = word_class("bases")
FORCES = word_class("forces")
GROUPS = word_class("groups")
CALLING = frozenset({"know", "call", "dub", "name", "title"})
NAMING_DEPS = frozenset({"amod", "compound", "nmod", "poss", "case", "punct", "quantmod"})
COMPLEMENTS = frozenset({"on", "for", "over", "against", "about"})
MEASURES = frozenset(
    {"several", "many", "new", "recent", "latest", "old", "such", "other", "same", "more", "first", "last"}
)


def is_a(token: Token, nouns: frozenset[str]) -> bool:
    """Whether the noun, in singular or plural, is one of `nouns`."""
    return token.lemma.lower() in nouns or token.text.lower() in nouns


def thing_at(view: View, head: int) -> Thing:
    """The phrase's name: the name it is called by, else what it refers to by name, else its own words."""
    if head in view.objects:
        return view.objects[head]
    if (called := called_name(view, head)) is not None:
        return called
    mention = view.mention_at(head)
    if mention is not None and mention.last == head and (mention.known is not None or mention.first < mention.last):
        reference = view.reference_of(mention)
        if reference is not None:
            return Thing.of(reference)
        if mention.known is not None:
            return Thing(mention.known.entity)
    return Thing(phrase(view, head))


def called_name(view: View, head: int) -> Thing | None:
    """The name in "a deal known as the Lima Accord", "a treaty called the Lima Accord", "the exercise Sea Lion"."""
    tree = view.tree
    for verb in tree.children(head, "acl", "relcl"):
        if verb.lemma.lower() not in CALLING:
            continue
        named = tree.child(verb.i, "oprd", "dobj", "attr")
        prep = next((p for p in tree.children(verb.i, "prep") if p.lemma.lower() == "as"), None)
        named = named or (tree.child(prep.i, "pobj") if prep is not None else None)
        if named is not None and named.pos in ("PROPN", "NOUN"):
            return Thing(phrase(view, named.i))
    before = view.mention_at(tree[head].head) if tree[head].dep == "appos" else None
    if before is not None and before.known is None and before.last + 1 < head:
        return Thing(" ".join(before.span.of(view.text).split()))  # "Silver Heron, an exercise of Peru and Chile"
    if tree[head].dep == "compound" and is_a(tree[head], EXERCISES) and not tree.children(head, "compound", "amod"):
        run = list(takewhile(lambda t: t.pos == "PROPN", tree.tokens[head + 1 :]))
        return Thing(view.words(run)) if run else None
    following = next((m for m in view.mentions if m.first == head + 1), None)
    if following is not None and following.known is None and tree[following.last].pos == "PROPN":
        beside = tree[head].pos == "NOUN" and is_a(tree[head], EXERCISES)
        return Thing(" ".join(following.span.of(view.text).split())) if beside else None
    return None


def phrase(view: View, head: int) -> str:
    """The words of the phrase without articles, counts and participles, with what it is on, for, over or against.

    "Understanding" stays with its memorandum, and a phrase without other words has its aim: "deal to share water".
    """
    before, after = phrase_tokens(view, head)
    return view.words([*before, *after])


def phrase_tokens(view: View, head: int) -> tuple[list[Token], list[Token]]:
    """The tokens of `phrase`: up to the head noun, and after it."""
    tree = view.tree
    first = head
    while first > 0 and _belongs(view, first - 1, head):
        first -= 1
    while first < head and (
        tree[first].pos in ("PUNCT", "DET") or tree[first].text in ("'s", "’s") or tree[first].tag == "HYPH"
    ):
        first += 1
    whole = view.mention_at(first)
    if whole is not None and whole.first < first and whole.last < head:
        first = whole.first  # "Gulf of Guinea rescue drill"
    words: list[Token] = []
    for prep in tree.children(head, "prep"):
        end = words[-1].i if words else head
        if prep.i == end + 1 and _tells_which(view, prep):
            words += _uncut(tree.subtree(prep.i))
    if first == head and not words and (verb := aim(view, head)) is not None:
        words += _uncut(tree.tokens[head + 1 : tree.subtree(verb.i)[-1].i + 1], verbs=1)
    return list(tree.tokens[first : head + 1]), words


def aim(view: View, head: int) -> Token | None:
    """The verb of what an agreement is to do, right after the noun: "a deal to share water", "a pact banning mines"."""
    following = view.tree.tokens[head + 1 : head + 3]
    if len(following) < 2 or not is_a(view.tree[head], AGREEMENTS):
        return None
    if following[0].tag == "TO" and following[1].tag == "VB":
        return following[1]
    return following[0] if following[0].tag == "VBG" and following[0].dep == "acl" else None


def _tells_which(view: View, prep: Token) -> bool:
    """Whether the preposition leads what the noun is on, and no day ("an agreement on Tuesday")."""
    dated = any(t.span.start <= c.start < t.span.end for t in view.times for c in view.tree.children(prep.i, "pobj"))
    return (prep.lemma.lower() in COMPLEMENTS and not dated) or _of_its_name(view, prep)


def _of_its_name(view: View, prep: Token) -> bool:
    """ "Memorandum of understanding", "treaty of 1920", "accord of 12 May 1998"."""
    inner = view.tree.children(prep.i, "pobj") if prep.lemma.lower() == "of" else []
    return any(t.lemma.lower() == "understanding" or _is_year(t) for c in inner for t in view.tree.subtree(c.i))


def _is_year(token: Token) -> bool:
    return len(token.text) == 4 and token.text.isdigit()


def _uncut(tokens: Sequence[Token], *, verbs: int = 0) -> list[Token]:
    """The tokens up to the first comma, "between", or verb but for the first `verbs` of them."""
    out: list[Token] = []
    for token in tokens:
        if token.pos in ("VERB", "AUX"):
            verbs -= 1
        if verbs < 0 or token.text in (",", ";") or token.lemma.lower() == "between":
            break
        out.append(token)
    return out


def hyphenated_states(view: View, noun: Token) -> tuple[Thing, Thing, int] | None:
    """The two states of "the Chad-Niger treaty", "the Chadian-Nigerien drill", and where their names begin."""
    tree = view.tree
    inside = [m for m in view.mentions if m.last < noun.i and any(a.i == noun.i for a in tree.ancestors(m.last))]
    states = [m for m in inside if m.known is not None and m.known.kind == "state" and m.known.form != "capital"]
    for left, right in pairwise(states):
        whole = left.last == right.last and "-" in tree[left.last].text
        hyphen = whole or view.text[left.span.end : right.span.start] == "-"
        named = (left.known.entity, right.known.entity) if left.known and right.known else ("", "")
        if hyphen and named[0] != named[1]:
            one, other = (Thing(n, next((e.id for e in view.actors.entities if e.name == n), None)) for n in named)
            return one, other, left.span.start
    return None


def _belongs(view: View, i: int, head: int) -> bool:
    token = view.tree[i]
    if _is_year(token) and is_a(view.tree[head], AGREEMENTS):
        return token.dep in ("nummod", "compound", "amod", "nmod")
    inside = any(a.i == head for a in view.tree.ancestors(i))
    if inside and token.tag == "VBG" and i and view.tree[i - 1].tag == "HYPH":
        return True  # "fact-finding mission"
    if inside and token.pos == "NOUN" and [t.tag for t in view.tree.tokens[i + 1 : i + 3]] == ["HYPH", "VBG"]:
        return True
    if token.pos in ("DET", "NUM", "CCONJ", "VERB", "ADP", "PRON") or token.lemma.lower() in MEASURES:
        return False
    if token.tag in ("HYPH", "POS") or token.dep == "case":
        return token.tag != "HYPH" or (view.tree[i - 1].pos not in ("NUM",) if i else False)
    return token.dep in NAMING_DEPS and inside

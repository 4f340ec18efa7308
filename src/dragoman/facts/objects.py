"""The agreements and exercises of a report: which noun phrases tell of the same one, and what each is called.

| phrase | is taken for |
|---|---|
| a name ("the Lima Accord", "a deal known as the Lima Accord") | the one of that name |
| described ("a fishing accord", "the 1994 treaty") | one of its own, or the earlier one whose words it repeats |
| bare, definite ("the accord", "this deal") | the earlier one of that noun, else the only one before, or named |

A bare phrase that fits several is left unread.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from dragoman.facts.phrases import AGREEMENTS, EXERCISES, aim, called_name, thing_at
from dragoman.facts.view import Thing, View
from dragoman.facts.words import word_class
from dragoman.model.actor import EntityType
from dragoman.model.tree import Token

TRUCES = word_class("truces")
GENERAL = word_class("general_agreements")
DEFINITE = frozenset({"the", "this", "that", "both", "such"})
PLURAL = ("NNS", "NNPS")
MODIFYING = ("amod", "compound", "nmod", "poss", "nummod")
COMPLEMENTS = frozenset({"on", "for", "over", "against", "about", "of", "with", "between"})
EMPTY = word_class("empty_modifiers")


@dataclass(frozen=True, slots=True)
class Told:
    """One noun phrase that tells of an agreement or exercise; `words` are those that tell it from others."""

    view: View
    head: int
    type: EntityType
    thing: Thing
    named: bool
    bare: bool
    definite: bool
    words: frozenset[str]

    @property
    def token(self) -> Token:
        """The head noun."""
        return self.view.tree[self.head]

    @property
    def noun(self) -> str:
        """The head noun's lemma, one for all truces."""
        lemma = _noun(self.token)
        return "truce" if lemma in TRUCES else lemma

    @property
    def at(self) -> tuple[int, int]:
        """Sentence and token."""
        return self.view.tree.sentence, self.head


@dataclass(slots=True)
class Group:
    """The phrases that tell of one agreement or exercise, in text order."""

    key: str
    told: list[Told] = field(default_factory=list)

    @property
    def named(self) -> bool:
        """Whether one of the phrases is a name."""
        return any(t.named for t in self.told)

    @property
    def definite(self) -> bool:
        """Whether the report takes it for known, or at least names it as one: "the accord on fishing"."""
        return any(t.definite for t in self.told)

    @property
    def thing(self) -> Thing:
        """Its name: a proper one, else the formal one ("treaty" before "deal"), else the one of most words."""
        return replace(max(self.told, key=_says_most).thing, entity=self.key)

    def fits(self, told: Told) -> bool:
        """Whether a later phrase can mean it by its noun: a truce is no treaty, but both are agreements."""
        nouns = {t.noun for t in self.told}
        if told.type != self.told[0].type:
            return False
        return told.type == "exercise" or told.noun in nouns or told.noun in GENERAL or not nouns.isdisjoint(GENERAL)


class Objects:
    """The agreements and exercises of one report; `of` says which one a noun tells of."""

    def __init__(self, views: Iterable[View]) -> None:
        found = [t for view in views for t in _told(view)]
        self.groups: list[Group] = []
        self._by_noun: dict[tuple[int, int], Group] = {}
        waiting = [t for t in found if not self._place(t)]
        named = [g for g in self.groups if g.named]
        for told in waiting:
            # "The treaty" before the sentence that names it.
            later = [g for g in named if g.fits(told)]
            if len(later) == 1:
                self._join(later[0], told)

    def of(self, view: View) -> dict[int, Thing]:
        """What the nouns of the sentence tell of; bare ones that fit several are left out."""
        return {head: g.thing for (sentence, head), g in self._by_noun.items() if sentence == view.tree.sentence}

    def _join(self, group: Group, told: Told) -> None:
        group.told.append(told)
        self._by_noun[told.at] = group

    def _place(self, told: Told) -> bool:
        """Whether the phrase could be given to a group, new or old."""
        group = self._earlier(told)
        if group is None and told.bare and told.definite:
            return False
        if group is None:
            group = Group(f"{told.type}:{len(self.groups)}")
            self.groups.append(group)
        self._join(group, told)
        return True

    def _earlier(self, told: Told) -> Group | None:
        """The group told of before that the phrase means."""
        same = [g for g in self.groups if any(_same_name(t.thing.name, told.thing.name) for t in g.told)]
        if told.named or (same and (not told.bare or told.noun == "truce")):
            return same[0] if same else None
        fitting = [g for g in self.groups if g.fits(told)]
        if told.bare:
            alike = [g for g in fitting if any(t.noun == told.noun for t in g.told)]
            for among in (alike, fitting) if told.definite else ():
                if len(among) == 1:
                    return among[0]
            return None
        repeated = [g for g in fitting if told.definite and any(told.words <= t.words for t in g.told)]
        return repeated[0] if len(repeated) == 1 else None


def _says_most(told: Told) -> tuple[bool, bool, bool, int]:
    words = told.thing.name.split()
    return told.named, len(words) > 1, told.noun not in GENERAL, len(words)


def _told(view: View) -> Iterable[Told]:
    """The phrases of a sentence that tell of one agreement or exercise each."""
    for token in view.tree:
        kind = object_type(token)
        if kind is None or token.pos not in ("NOUN", "PROPN") or token.dep == "compound":
            continue
        thing = thing_at(view, token.i)
        named = called_name(view, token.i) is not None or _is_name(thing)
        words = frozenset(_telling(view, token)) if not named else frozenset(thing.name.lower().split())
        if token.tag in PLURAL and not named and not words:
            yield from _plural(view, token, kind, thing)
            continue
        determiner = view.tree.child(token.i, "det", "poss")
        definite = determiner is not None and (determiner.lemma.lower() in DEFINITE or determiner.dep == "poss")
        yield Told(view, token.i, kind, thing, named, bare=not named and not words, definite=definite, words=words)


def _plural(view: View, token: Token, kind: EntityType, thing: Thing) -> Iterable[Told]:
    """ "The accords", which a name in the plural can be meant by; other bare plurals are several agreements."""
    if _noun(token) == "accord" and view.tree.child(token.i, "det") is not None:
        yield Told(view, token.i, kind, thing, named=False, bare=True, definite=True, words=frozenset())


def _noun(token: Token) -> str:
    """The lemma, in the singular also where the tagger has a name: "Accords"."""
    lemma = token.lemma.lower()
    return lemma[:-1] if lemma[:-1] in AGREEMENTS | EXERCISES else lemma


def object_type(token: Token) -> EntityType | None:
    """What the noun makes of its phrase: an agreement, an exercise, or neither."""
    if _noun(token) in AGREEMENTS:
        return "agreement"
    return "exercise" if _noun(token) in EXERCISES else None


def _telling(view: View, noun: Token) -> Iterable[str]:
    """The words beside the noun that tell it from others of its kind."""
    tree = view.tree
    for child in tree.children(noun.i, *MODIFYING):
        if child.lemma.lower() not in EMPTY and child.tag != "PRP$":
            yield child.lemma.lower()
    for prep in tree.children(noun.i, "prep"):
        for inner in tree.children(prep.i, "pobj") if prep.lemma.lower() in COMPLEMENTS else ():
            if inner.lemma.lower() != "understanding":
                yield from (t.lemma.lower() for t in tree.conjuncts(inner.i))
    to_do = aim(view, noun.i)
    for verb in [*([to_do] if to_do is not None else []), *tree.children(noun.i, "acl", "relcl")]:
        start = tree.subtree(verb.i)[0].i
        if start > 0 and tree[start - 1].text == ",":
            continue  # "the truce, which the UN brokered": said of it, not what tells it from others
        yield from (t.lemma.lower() for t in tree.subtree(verb.i) if t.pos in ("NOUN", "PROPN", "VERB"))


def _is_name(thing: Thing) -> bool:
    words = thing.name.split()
    return len(words) > 1 and sum(w[:1].isupper() for w in words) > 1 and words[-1][:1].isupper()


def _same_name(one: str, other: str) -> bool:
    return one.lower().removeprefix("the ") == other.lower().removeprefix("the ")

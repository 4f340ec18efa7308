"""Finds the lexicon's triggers in a tree and checks their conditions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dragoman.coding.arguments import Arguments
from dragoman.lexicon.load import Lexicon
from dragoman.lexicon.schema import Rule
from dragoman.model.reason import ReasonCode
from dragoman.model.span import Span
from dragoman.model.tree import Token, Tree

QUANTITIES = frozenset(
    "most some many all half part number hundred thousand dozen rest series wave string spate barrage".split()
)
STRENGTHS = {"strong": 0, "normal": 1, "weak": 2}
RULE_POS = {"verb": ("VERB", "AUX"), "noun": ("NOUN", "PROPN"), "adj": ("ADJ", "VERB")}


@dataclass(frozen=True, slots=True)
class Match:
    """A trigger in a tree: its rule, its head token, and the tokens that its conditions matched."""

    rule: Rule
    head: int
    words: tuple[int, ...]

    def span(self, tree: Tree) -> Span:
        """The trigger's words, from the head to what the conditions matched where that is near."""
        near = [w for w in self.words if abs(w - self.head) <= 5]
        return tree.span([tree[i] for i in (self.head, *near)])


@dataclass(frozen=True, slots=True)
class Miss:
    """A trigger word whose rules' conditions are not met; `rule` is one of them."""

    rule: str
    head: int
    reason: ReasonCode


class Matcher:
    """The lexicon compiled for look-up by lemma."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.light = lexicon.classes.get("light", frozenset())
        self.by_lemma: Mapping[str, list[Rule]] = self._index(lexicon.rules.values())
        self.phrases: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
        for discard in lexicon.discards:
            for words in (tuple(p.split()) for p in discard.phrase):
                self.phrases[words[0]].append((discard.id, words))

    def _index(self, rules: Iterable[Rule]) -> dict[str, list[Rule]]:
        out: dict[str, list[Rule]] = defaultdict(list)
        for rule in rules:
            for lemma in self.lexicon.words(rule.head):
                out[lemma].append(rule)
        return dict(out)

    def find(self, tree: Tree, *, skip: frozenset[int] = frozenset()) -> Iterator[list[Match] | Miss]:
        """Every trigger of the sentence: the rules that fit its head, best first, or why none does.

        Tokens in `skip` are no triggers, whatever they look like.
        """
        discarded = self._discarded(tree)
        arguments = Arguments(tree, self.light)
        for token in tree:
            pos = "NOUN" if _is_gerund(tree, token) else token.pos
            rules = [r for r in self._rules(tree, token) if pos in RULE_POS[r.pos]]
            if not rules or token.i in skip:
                continue
            if token.i in discarded:
                yield Miss(discarded[token.i], token.i, "discarded_by_rule")
                continue
            modifies = token.dep in ("compound", "amod", "poss") and not self._is_event_modifier(tree, token)
            modifies = modifies or (token.dep == "aux" and token.tag != "MD")
            if token.dep == "" or modifies or _is_adjective(tree, token):
                continue
            matches = [m for r in rules if (m := self._match(r, token, arguments)) is not None]
            matches.sort(key=_rank)
            if matches:
                yield matches
            elif general := [r for r in rules if not r.when]:
                # Words of all work ("make", "take") have only rules with conditions: no miss where none holds.
                yield Miss(general[0].id, token.i, "no_frame_fit")

    def _rules(self, tree: Tree, token: Token) -> list[Rule]:
        """The rules of the token's lemma; a hyphenated word is looked up as one ("cease-fire" as "ceasefire")."""
        if token.i >= 2 and tree[token.i - 1].text == "-":
            whole = tree[token.i - 2].lemma + token.lemma
            if whole in self.by_lemma:
                return self.by_lemma[whole]
        return self.by_lemma.get(token.lemma, [])

    def _is_event_modifier(self, tree: Tree, token: Token) -> bool:
        """A participle before its noun is an act only with a by-phrase or adverb; noun modifiers never are."""
        return token.pos == "VERB" and tree.child(token.i, "agent", "npadvmod") is not None

    def _match(self, rule: Rule, token: Token, arguments: Arguments) -> Match | None:
        words: list[int] = []
        if rule.particle:
            found = [
                p.i for p in arguments.particles(token.i) if p.lemma in rule.particle or p.text.lower() in rule.particle
            ]
            if not found:
                return None
            words += found[:1]
        for slot, terms in rule.when.items():
            hit = self._holds(slot, terms, token, arguments)
            if hit is None:
                return None
            words.append(hit)
        for slot, terms in rule.unless.items():
            if self._holds(slot, terms, token, arguments) is not None:
                return None
        return Match(rule, token.i, tuple(words))

    def _holds(self, slot: str, terms: tuple[str, ...], token: Token, arguments: Arguments) -> int | None:
        """The filler of `slot`, in any of its alternatives, that is (or is modified by) one of `terms`."""
        wanted = self.lexicon.words(terms)
        tree = arguments.tree
        for filler in (f for alternative in arguments.fill(token.i, slot) for f in alternative):
            if any(tree[part].lemma in wanted or tree[part].text.lower() in wanted for part in _parts(tree, filler)):
                return filler
        return None

    def _discarded(self, tree: Tree) -> dict[int, str]:
        lemmas = tuple(t.lemma for t in tree)
        out: dict[int, str] = {}
        for at, lemma in enumerate(lemmas):
            for rule, words in self.phrases.get(lemma, ()):
                if lemmas[at : at + len(words)] == words:
                    out.update(dict.fromkeys(range(at, at + len(words)), rule))
        return out


def _rank(match: Match) -> tuple[bool, int, int, str]:
    """What tells a second event comes last; the more conditions a rule states, the better it knows what it reads."""
    rule = match.rule
    return rule.beside, -len(rule.when) - bool(rule.particle), STRENGTHS[rule.strength], rule.id


def _is_adjective(tree: Tree, token: Token) -> bool:
    """Whether a participle only follows an adjective before their noun: "sick and wounded prisoners"."""
    if token.tag not in ("VBN", "VBD") or not 2 <= token.i < len(tree) - 1:
        return False
    coordinated = tree[token.i - 1].dep == "cc" and tree[token.i - 2].tag == "JJ"
    before_noun = tree[token.i + 1].pos in ("NOUN", "PROPN", "ADJ")
    return coordinated and before_noun and tree.child(token.i, "nsubj", "aux", "auxpass") is None


def _is_gerund(tree: Tree, token: Token) -> bool:
    """Whether a participle stands where a noun does: "Fighting between clans", "the shelling of a village"."""
    if token.tag != "VBG" or token.dep not in ("nsubj", "nsubjpass", "dobj", "pobj", "ROOT"):
        return False
    return tree.child(token.i, "nsubj", "dobj", "aux") is None and tree.child(token.i, "prep") is not None


def _parts(tree: Tree, filler: int) -> list[int]:
    """The filler with what modifies it and is coordinated with it; a quantity stands for what it counts."""
    out = [filler, *(c.i for c in tree.children(filler, "compound", "amod", "nmod", "conj"))]
    if tree[filler].lemma in QUANTITIES or tree[filler].pos == "NUM":
        for of in (c for c in tree.children(filler, "prep") if c.lemma == "of"):
            out += [c.i for c in tree.children(of.i, "pobj")]
    return out

"""Reads people told of by number or fate alone: "Eleven were freed", "the wounded", "the five"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from dragoman.actors.phrase import counted_ahead, has_determiner, is_plural, naming_span
from dragoman.actors.register import Register
from dragoman.actors.salience import Referred, Salience
from dragoman.model.span import Span
from dragoman.model.tree import Token, Tree

_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty"
)
NUMBERS: Mapping[str, int] = MappingProxyType(
    {word: n for n, word in enumerate(_WORDS.split(), 2)} | {"dozen": 12, "thirty": 30, "forty": 40, "fifty": 50}
)
LARGE = frozenset({"sixty", "seventy", "eighty", "ninety", "hundred"})
FATES = frozenset({"dead", "wounded", "injured", "detained", "arrested", "missing", "accused", "deceased", "displaced"})
"""What was done to people, and stands for them behind "the" or a number: "the wounded", "41 wounded"."""
OTHERS = frozenset({"others", "other"})
PLACES = frozenset({"nsubj", "nsubjpass", "dobj", "conj"})
NO_PEOPLE = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})
YEARS = range(1800, 2100)


class PeopleReader:
    """Reads one token; returns nothing for a number that counts things or for a year."""

    def counts_people(self, tree: Tree, token: Token) -> bool:
        """Whether the token stands for people whom no noun names."""
        word = token.text.lower()
        if word in OTHERS:
            return tree.child(token.i, "nummod") is not None
        if word in FATES and not is_plural(token):
            return has_determiner(tree, token.i, "the") or tree.child(token.i, "nummod") is not None
        return self._is_bare_number(tree, token)

    def _is_bare_number(self, tree: Tree, token: Token) -> bool:
        word = token.text.lower()
        spelled = word.split("-")[0] in {*NUMBERS, *LARGE}
        if not (token.tag == "CD" or spelled) or token.dep not in PLACES or token.ner in NO_PEOPLE:
            return False
        digits = word.replace(",", "")
        if not (spelled or digits.isdecimal()) or (digits == word and digits.isdecimal() and int(digits) in YEARS):
            return False
        head = tree[token.head]
        if token.dep == "conj" and head.tag != "CD":
            return False
        beside = tree[token.i + 1].text if token.i + 1 < len(tree) else ""
        before = tree[token.i - 1].text if token.i else ""
        if counted_ahead(tree, token.i) is not None:
            return False
        return beside not in ("%", "percent", "-") and before not in ("$", "#", "No.", "-", "€", "£")

    def read(
        self, tree: Tree, token: Token, salience: Salience, register: Register, *, country: str | None
    ) -> tuple[Referred, ...]:
        """Who they are: those of this number told of before, else as many more of the people last told of.

        `country` is where people belong here whom nothing before tells of.
        """
        span = naming_span(tree, token.i)
        number = _number(tree, token)
        before = salience.people(tree.sentence, before=token.start)
        known = has_determiner(tree, token.i, "the", "these", "those", "all")
        if number and known:
            if members := salience.chain_of(tree.sentence, number, before=token.start):
                return tuple(_again(r, span, group=True) for r in members)
            told = salience.people(tree.sentence, before=token.start, reach=tree.sentence)
            if same := [r for r in told if number in _numbers_in(r)]:
                return (_again(same[0], span, group=False),)
            # "the seven" are none of those whom the report has counted otherwise.
            before = [r for r in before if not _numbers_in(r)]
        alone = " ".join(t.text for t in tree if span.start <= t.start and t.end <= span.end)
        code, sector, words = country, "CVL", alone
        if token.text.lower() not in FATES | OTHERS:
            code, sector = (before[0].code, before[0].sector or "CVL") if before else (code, sector)
            words = f"{alone} {_noun(before[0]) if before else 'people'}"
        draft = register.add(words, "person", span, key=f"{code}:{words.casefold()}")
        draft.learn(code=code, sector=sector)
        return (Referred(draft, span, code, sector, plural=True, lemma="people", assumed=code is not None),)


def _again(found: Referred, span: Span, *, group: bool) -> Referred:
    return replace(found, span=span, via="group" if group else "coreference", name=found.name or found.draft.name)


def _number(tree: Tree, token: Token) -> int | None:
    return _as_number(token.text) or next((_as_number(c.text) for c in tree.children(token.i, "nummod")), None)


def _as_number(word: str) -> int | None:
    digits = word.replace(",", "")
    return int(digits) if digits.isdecimal() else NUMBERS.get(word.lower())


def _numbers_in(reference: Referred) -> set[int | None]:
    return {_as_number(word) for word in (reference.name or reference.draft.name).split()} - {None}


def _noun(reference: Referred) -> str:
    """The antecedent's words behind its own number: "protesters" of "more than 20 protesters"."""
    words = (reference.name or reference.draft.name).split()
    numbers = [n for n, word in enumerate(words) if _as_number(word) is not None]
    return " ".join(words[numbers[-1] + 1 :] if numbers else words)

"""Which country a bare noun ("the army") or an unplaced person belongs to, by what the report told of last.

Every country and international body of the report is a candidate with named features; the best weighted sum wins.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from dragoman.actors.register import Draft
from dragoman.actors.salience import Referred
from dragoman.kb.codes import BODY_CODES
from dragoman.model.document import Document
from dragoman.model.tree import Token, Tree

Kind = Literal["person", "local", "state", "body"]
"""What the noun stands for: a person's name, people who stay where they are, servants of a state, organs of a body."""
WEIGHTS = {
    "share": 1.0,  # how much of the report is about the country
    "towns": 2.3,  # how many of its towns and provinces lie there: at home a report names places, abroad countries
    "first_named": 0.6,
    "dateline": 1.5,
    "near": 0.4,  # the nearest place in the sentence
    "place": 0.3,  # any place in the sentence
    "nearest": 0.3,  # the last one placed before in the sentence
    "subject_before": 0.4,  # the subject of the sentence before
    "recent": 1.3,  # 1 in this sentence, 1/2 in the one before, 1/3 ...
    "same_word": 0.8,  # the last one told by the same word ("the Chadian army ... the army")
    "same_sector": 0.5,
    "body_of_person": 0.3,
    "body_of_local": 0.3,
    "body_of_state": 1.2,
    "body_of_body": 2.6,  # "the mission", "inspectors"
}
"""A conditional logit over 1,040 phrases of the corpus' train split, rounded; left-out groups of reports: 60 % right,
the report's chief country alone 51 %."""


@dataclass(frozen=True, slots=True)
class Told:
    """A reference that its own words place: where it stands and whose it is."""

    sentence: int
    token: int
    code: str
    subject: bool
    word: str
    sector: str | None


@dataclass(frozen=True, slots=True)
class Noun:
    """The phrase whose country is asked for; `places` are those of its sentence's places, `near` the nearest one's."""

    tree: Tree
    token: Token
    kind: Kind
    sector: str | None = None
    near: str | None = None
    places: Sequence[str] = ()


@dataclass(slots=True)
class Focus:
    """What the report has told of so far, and what it will name.

    `weights` and `towns` tell how much of the report is about each state, `ahead` its names by sentence with their
    head tokens.
    """

    doc: Document
    weights: Mapping[str, int]
    towns: Mapping[str, int]
    dateline: str | None
    ahead: Mapping[int, Sequence[tuple[int, Draft]]]
    told: list[Told] = field(default_factory=list)

    def note(self, tree: Tree, token: Token, reference: Referred, *, subject: bool) -> None:
        """Remember a reference, unless its country was only assumed."""
        if reference.code is not None and not reference.assumed:
            self.told.append(Told(tree.sentence, token.i, reference.code, subject, token.lemma, reference.sector))

    def choose(self, noun: Noun) -> str | None:
        """The best candidate's code; of equals the one with most weight in the report; None where there is none."""
        traits = self.traits(noun)
        return max(traits, key=lambda code: score(traits[code]), default=None)

    def traits(self, noun: Noun) -> dict[str, dict[str, float]]:
        """The features of every candidate."""
        sentence, word = noun.tree.sentence, noun.token.lemma
        here = [t for t in self.told if t.sentence == sentence and t.token < noun.token.i]
        last = [t for t in self.told if t.sentence == sentence - 1 and self._one_paragraph(sentence - 1, sentence)]
        after = [d.code for i, d in self.ahead.get(sentence, ()) if i > noun.token.i]
        seen = {t.code: t.sentence for t in self.told}
        same = next((t.code for t in reversed(self.told) if t.word == word), None)
        alike = next((t.code for t in reversed(self.told) if noun.sector and t.sector == noun.sector), None)
        codes = [*self.weights, *seen, *after, *noun.places, noun.near, self.dateline]
        return {
            code: {
                "share": _share(self.weights, code),
                "towns": _share(self.towns, code),
                "first_named": float(code == next(iter(self.weights), None)),
                "dateline": float(code == self.dateline),
                "near": float(code == noun.near),
                "place": float(code in noun.places),
                "nearest": float(bool(here) and here[-1].code == code),
                "subject_before": float(any(t.subject and t.code == code for t in last)),
                "recent": 1 / (1 + sentence - seen[code]) if code in seen else 0.0,
                "same_word": float(code == same),
                "same_sector": float(code == alike),
                f"body_of_{noun.kind}": float(code in BODY_CODES),
            }
            for code in dict.fromkeys(codes)
            if code is not None
        }

    def _one_paragraph(self, one: int, other: int) -> bool:
        return one >= 0 and self.doc.sentences[one].paragraph == self.doc.sentences[other].paragraph


def score(traits: Mapping[str, float]) -> float:
    """The weighted sum, rounded so that it orders the same everywhere."""
    return round(sum(WEIGHTS[name] * value for name, value in traits.items()), 6)


def _share(weights: Mapping[str, int], code: str) -> float:
    return weights.get(code, 0) / (sum(weights.values()) or 1)

"""What an event is about: PLOVER's contexts, from the event, its sides, its sentence and the report's topic.

The table is `contexts.yml`. The event's own sentence is asked first; then every event takes the topic, which is what
the head of the report names more than once. What meets no cue has no context.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import yaml

from dragoman.coding.candidate import Candidate
from dragoman.model.actor import Reference
from dragoman.model.tree import Token, Tree

Ground = Literal["rule", "act", "side", "states", "words", "topic"]
"""Why an event has a context: the rule that read it, what it is, who takes part, or which words are there."""
LEAD = 3
"""The sentences at the head of a report that say what it is about."""
TOPIC = 2
"""In how many of them a context must be named to be the topic."""
STATE_SECTORS = frozenset({"GOV", "MIL", "LEG"})
BODIES = frozenset({"UNO", "IGO", "EUR"})
Wording = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ContextTable:
    """The cues of `contexts.yml`: wordings by their first word; acts, sectors, and categories between states."""

    words: Mapping[str, tuple[tuple[Wording, tuple[str, ...]], ...]]
    acts: Mapping[str, tuple[str, ...]]
    sectors: Mapping[str, tuple[str, ...]]
    states: Mapping[str, tuple[str, ...]]

    def named(self, tree: Tree) -> frozenset[str]:
        """The contexts that the words of a sentence name."""
        return frozenset(context for contexts in self._wordings(tree.tokens) for context in contexts)

    def _wordings(self, tokens: Sequence[Token]) -> Iterator[tuple[str, ...]]:
        at = 0
        while at < len(tokens):
            known = (*self.words.get(tokens[at].lemma, ()), *self.words.get(tokens[at].text.lower(), ()))
            hits = [(wording, contexts) for wording, contexts in known if _stands(wording, tokens, at)]
            longest = max((len(wording) for wording, _ in hits), default=0)
            yield from (contexts for wording, contexts in hits if len(wording) == longest)
            at += longest or 1

    def of_event(self, event: Candidate, *, sentence: frozenset[str], topic: frozenset[str]) -> dict[str, Ground]:
        """The event's contexts by name, each with the first ground that holds; `sentence` is what its words name."""
        found: dict[str, Ground] = dict.fromkeys(event.context, "rule")
        acts = (event.category, *(f"{event.category} {mode}" for mode in event.mode))
        everyone = (*event.actor, *event.recipient)
        grounds: list[tuple[Ground, list[str]]] = [
            ("act", [c for act in acts for c in self.acts.get(act, ())]),
            ("side", [c for party in everyone for c in self.sectors.get(party.sector or "", ())]),
            ("states", list(self.states.get(event.category, ())) if _between_states(everyone) else []),
            ("words", sorted(sentence)),
            ("topic", sorted(topic)),
        ]
        for ground, contexts in grounds:
            for context in contexts:
                found.setdefault(context, ground)
        return dict(sorted(found.items()))


def contexts(events: Sequence[Candidate], trees: Sequence[Tree]) -> list[dict[str, Ground]]:
    """For each event its contexts with their grounds, in alphabetical order."""
    table = load_contexts()
    by_sentence = {tree.sentence: tree for tree in trees}
    named: dict[int, frozenset[str]] = {}

    def names(sentence: int) -> frozenset[str]:
        if sentence not in named:
            named[sentence] = table.named(by_sentence[sentence]) if sentence in by_sentence else frozenset()
        return named[sentence]

    topic = topic_of([names(tree.sentence) for tree in trees[:LEAD]]) if events else frozenset()
    return [table.of_event(event, sentence=names(event.sentence.index), topic=topic) for event in events]


def topic_of(lead: Sequence[frozenset[str]]) -> frozenset[str]:
    """What a report is about: the contexts that TOPIC of its first sentences name."""
    return frozenset(c for names in lead for c in names if sum(c in other for other in lead) >= TOPIC)


def _stands(wording: Wording, tokens: Sequence[Token], at: int) -> bool:
    """Whether the wording begins at this token, each word as lemma or as written."""
    there = tokens[at : at + len(wording)]
    return len(there) == len(wording) and all(
        word in (token.lemma, token.text.lower()) for word, token in zip(wording, there, strict=True)
    )


def _between_states(everyone: Sequence[Reference]) -> bool:
    """Whether governments of two states, or of a state and a body of states, take part."""
    codes = {r.code for r in everyone if r.code and (r.sector in STATE_SECTORS or r.code in BODIES)}
    return len(codes) > 1


def read_contexts() -> dict[str, dict[str, Any]]:
    """The rows of `contexts.yml` by name, the row `nothing` among them."""
    text = (files("dragoman.coding") / "contexts.yml").read_text(encoding="utf-8")
    # The base loader leaves `yes` and `no` the words that they are.
    rows: dict[str, dict[str, Any]] = yaml.load(text, Loader=yaml.BaseLoader)
    return rows


@cache
def load_contexts() -> ContextTable:
    """The table of `contexts.yml`."""
    rows = read_contexts()
    words: dict[Wording, set[str]] = {tuple(wording.split()): set() for wording in rows.pop("nothing")["words"]}
    for context, row in rows.items():
        for wording in row.get("words", ()):
            words.setdefault(tuple(wording.split()), set()).add(context)
    by_first: dict[str, list[tuple[Wording, tuple[str, ...]]]] = defaultdict(list)
    for wording, named in sorted(words.items()):
        by_first[wording[0]].append((wording, tuple(sorted(named))))
    return ContextTable(
        {first: tuple(found) for first, found in by_first.items()},
        *(_by_cue(rows, field) for field in ("acts", "sectors", "states")),
    )


def _by_cue(rows: Mapping[str, Mapping[str, Sequence[str]]], field: str) -> dict[str, tuple[str, ...]]:
    """One column of the table turned round: cue -> the contexts that it is enough for."""
    out: dict[str, list[str]] = defaultdict(list)
    for context, row in rows.items():
        for cue in row.get(field, ()):
            out[cue].append(context)
    return {cue: tuple(found) for cue, found in out.items()}

"""Who says "I", "we" and "you": speakers of quotations, and of the turns of a transcript ("MS. DARKO: We did.")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from dragoman.actors.names import name_key
from dragoman.actors.phrase import is_subject
from dragoman.actors.pronouns import GENDERS, refer_back
from dragoman.actors.reading import Reading
from dragoman.actors.register import Draft
from dragoman.actors.salience import Referred
from dragoman.kb.load import Knowledge
from dragoman.model.layers import Quote
from dragoman.model.span import Span
from dragoman.model.tree import Token, Tree

FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself"})
FIRST_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
SECOND_PERSON = frozenset({"you", "your", "yours", "yourself"})
LABEL = re.compile(r"^(?P<label>[^\W\da-z_][^a-z\d:()\n]{0,40}?)(?: \((?P<beside>[^)\n]{1,60})\))?:\s", re.MULTILINE)
NOBODY = frozenset({"q", "a", "question", "answer", "questions"})
"""Labels under which anybody may ask or answer."""
TURNS = 3
"""So many labels at the head of a line make a transcript."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch of a transcript under one label; the speaker is None where the label names nobody ("Q")."""

    label: Span
    span: Span
    speaker: Referred | None


def read_speech(reading: Reading, knowledge: Knowledge, trees: Sequence[Tree], quotes: Sequence[Quote]) -> None:
    """Adds what the first person, and in a transcript the second, refers to."""
    _read_turns(reading, knowledge, trees)
    bodies: dict[int, Referred] = {}
    for quote in quotes:
        speaker = next(iter(reading.read.get(quote.head, ())), None) if quote.head is not None else None
        if speaker is None:
            continue
        for tree, token in _inside(trees, quote.span):
            word = token.text.lower()
            said = reading.read.get((tree.sentence, token.i), ())
            if word in FIRST_PERSON:
                _tell(reading, tree, token, speaker)
            elif word in FIRST_PLURAL:
                # "We urge" is the named official's act, "they attacked us" one against the state.
                acts = word == "we" and speaker.draft.type == "person" and not speaker.lemma
                body = bodies.get(id(speaker.draft))
                _tell(reading, tree, token, body or (speaker if acts else spoken_for(reading, knowledge, speaker)))
            elif is_subject(token) and len(said) == 1 and _speaks_as(speaker, said[0]):
                # "The regional council has met," Darko said. "We have offered ..." goes on about the council.
                bodies[id(speaker.draft)] = said[0]


def _speaks_as(speaker: Referred, body: Referred) -> bool:
    alike = body.code == speaker.code and body.sector == speaker.sector
    return alike and body.draft.type == "organization" and speaker.draft.type == "person"


def spoken_for(reading: Reading, knowledge: Knowledge, speaker: Referred) -> Referred:
    """The state that an official or soldier says "we" for; anybody else speaks for himself."""
    draft = state_of(reading, knowledge, speaker.code) if speaker.sector in ("GOV", "MIL") else None
    return Referred(draft, speaker.span, speaker.code, "GOV") if draft is not None else speaker


def state_of(reading: Reading, knowledge: Knowledge, code: str | None) -> Draft | None:
    """The entity of the state with this code; None for bodies and where nothing is known."""
    state = knowledge.state(code) if code is not None else None
    if state is None:
        return None
    draft = reading.register.add(state.name, "state", None)
    draft.learn(code=code, sector="GOV")
    return draft


def _read_turns(reading: Reading, knowledge: Knowledge, trees: Sequence[Tree]) -> None:
    turns = list(_turns(reading, trees))
    for turn, after in zip_longest(turns, turns[1:]):
        for tree, token in _inside(trees, turn.span):
            word = token.text.lower()
            if turn.speaker is not None and word in FIRST_PERSON:
                _tell(reading, tree, token, turn.speaker)
            elif turn.speaker is not None and word in FIRST_PLURAL and turn.speaker.code is not None:
                _tell(reading, tree, token, spoken_for(reading, knowledge, turn.speaker))
            elif after is not None and after.speaker is not None and word in SECOND_PERSON:
                _tell(reading, tree, token, after.speaker)


def _turns(reading: Reading, trees: Sequence[Tree]) -> Iterator[Turn]:
    text = reading.layers.document.text
    labels = [m for m in LABEL.finditer(text) if m["label"].isupper()]
    if len(labels) < TURNS:
        return
    again = Counter(_surname(label["label"]) for label in labels)
    for label, after in zip_longest(labels, labels[1:]):
        beside = Span(*label.span("beside")) if label["beside"] else None
        named = again[_surname(label["label"])] > 1
        speaker = _labelled(reading, trees, Span(*label.span("label")), beside, named=named)
        yield Turn(
            Span(*label.span("label")), Span(label.end(), after.start() if after is not None else len(text)), speaker
        )


def _labelled(
    reading: Reading, trees: Sequence[Tree], label: Span, beside: Span | None, *, named: bool
) -> Referred | None:
    """The person of that surname, or who the label's words were read as; a label that comes again names somebody."""
    text = reading.layers.document.text
    persons = [d for d in reading.register.drafts if d.type == "person"]
    for span in (s for s in (label, beside) if s is not None):
        same = [d for d in persons if _surname(d.name) == _surname(span.of(text))]
        if len(same) == 1:
            return _speaker(same[0], label)
    if beside is not None and _is_full_name(words := beside.of(text)):
        return _speaker(reading.register.add(words, "person", beside), label)
    for tree, token in _inside(trees, label):
        if token.end == label.end and (found := reading.read.get((tree.sentence, token.i))):
            return found[0]
    if not named or label.of(text).casefold() in NOBODY:
        return None
    words = " ".join(w for w in label.of(text).split() if w.casefold().rstrip(".") not in GENDERS)
    return _speaker(reading.register.add(words.title(), "person", None), label)


def _is_full_name(words: str) -> bool:
    """Whether the words beside a label are a name: "(Ama Darko)", but not "(opposition)" or "(via telephone)"."""
    return len(words.split()) in (2, 3) and all(w[:1].isupper() and w[1:2].islower() for w in words.split())


def _speaker(draft: Draft, label: Span) -> Referred:
    draft.mention(label)
    return Referred(draft, label, draft.code, draft.sector)


def _surname(name: str) -> tuple[str, ...]:
    return name_key(name)[-1:]


def _inside(trees: Sequence[Tree], span: Span) -> Iterator[tuple[Tree, Token]]:
    for tree in trees:
        if tree.tokens and tree[len(tree) - 1].end > span.start and tree[0].start < span.end:
            yield from ((tree, token) for token in tree if span.start <= token.start < span.end)


def _tell(reading: Reading, tree: Tree, token: Token, who: Referred) -> None:
    reading.read[(tree.sentence, token.i)] = (refer_back(replace(who, chain=-1), Span(token.start, token.end)),)

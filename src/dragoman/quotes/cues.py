"""Reporting words: the table of cues, and where they stand in a sentence with who speaks and to whom."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, cast

from dragoman.model.span import Span
from dragoman.model.tree import Token, Tree
from dragoman.quotes.phrases import (
    SUBJECTS,
    Blocked,
    Phrase,
    agent,
    chunk_after,
    chunk_before,
    passive,
    phrase,
    subject,
)

Stance = Literal["asserts", "denies", "claims_responsibility", "unconfirmed"]
Strength = Literal["claim", "speech", "words"]


# Verbs whose object is the person spoken to.
_TO_SOMEBODY = frozenset({"tell", "ask", "inform", "notify", "advise", "brief", "urge", "warn", "remind", "assure"})
# How many sentences back "the statement" may have been issued.
ISSUED_WITHIN = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of tables/cues.csv."""

    lemma: str
    kind: Literal["verb", "noun"]
    stance: Stance
    strength: Strength


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word in the text. `clause` runs from its speaker to its last auxiliary, object or particle.

    `token` is the reporting word's index in its sentence. `speaker` is None where the text names nobody
    ("it was reported"). `issuer` is the head of whoever issued a text that speaks ("the statement said").
    """

    sentence: int
    token: int
    span: Span
    clause: Span
    strength: Strength
    stance: Stance
    speaker: Phrase | None = None
    addressee: Span | None = None
    kind: Literal["verb", "noun", "according"] = "verb"
    issuer: tuple[int, int] | None = None

    @property
    def head(self) -> tuple[int, int] | None:
        """The place of the noun that says who speaks: the issuer's, else the speaker's own."""
        if self.issuer is not None or self.speaker is None:
            return self.issuer
        return self.speaker.sentence, self.speaker.head


Table = Mapping[tuple[str, str], Entry]


@cache
def load_cues() -> Table:
    """The rows of tables/cues.csv by (lemma, kind)."""
    source = (files("dragoman.quotes") / "tables" / "cues.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in source.splitlines() if not line.startswith("#"))
    entries = (
        Entry(
            row["lemma"],
            cast(Literal["verb", "noun"], row["kind"]),
            cast(Stance, row["stance"]),
            cast(Strength, row["strength"]),
        )
        for row in rows
    )
    return MappingProxyType({(e.lemma, e.kind): e for e in entries})


def find_cues(tree: Tree, table: Table, blocked: Blocked) -> list[Cue]:
    """The cues of one sentence in text order, those inside quotation marks (`blocked`) left out."""
    out: list[Cue] = []
    for token in tree:
        if blocked(token):
            continue
        cue = _according(tree, token, blocked) or _verb(tree, token, table, blocked) or _noun(tree, token, table)
        if cue is not None:
            out.append(cue)
    return out


def _cue(tree: Tree, token: Token, entry: Entry, speaker: Phrase | None) -> Cue:
    word = Span(token.start, token.end)
    clause = word
    if speaker is not None and speaker.sentence == tree.sentence:
        clause = Span(min(word.start, speaker.span.start), max(word.end, speaker.span.end))
    return Cue(tree.sentence, token.i, word, clause, entry.strength, entry.stance, speaker)


def _verb(tree: Tree, token: Token, table: Table, blocked: Blocked) -> Cue | None:
    entry = table.get((token.lemma, "verb"))
    if entry is None or token.pos != "VERB":
        return None
    if token.dep in ("amod", "compound") and not _after_marks(tree, token, blocked):
        return None
    if token.lemma in ("quote", "cite"):
        return _quoting(tree, token, entry, blocked)
    if _repeats_quoting(tree, token):
        return None
    if passive(tree, token.i):
        cue = _cue(tree, token, entry, agent(tree, token.i))
        return cue if cue.speaker else replace(cue, stance="unconfirmed")
    speaker = _issuer(tree, _speaker(tree, token, blocked), table, blocked)
    cue = _cue(tree, token, entry, speaker)
    if _claims_responsibility(tree, token):
        cue = replace(cue, stance="claims_responsibility")
    elif token.lemma in ("confirm", "deny") and tree.child(token.i, "neg", "preconj") is not None:
        cue = replace(cue, stance="unconfirmed")  # "could not confirm", "did not deny"
    return replace(cue, addressee=_addressee(tree, token, speaker, blocked))


def _speaker(tree: Tree, token: Token, blocked: Blocked) -> Phrase | None:
    """The subject by the tree; by its neighbours where the tree has none or an impossible one."""
    if token.tag == "VBG" and token.i > 0 and tree[token.i - 1].ner == "PERSON":
        return chunk_before(tree, token.i, blocked)  # "footage of Okafor saying"
    found = subject(tree, token.i, blocked) if token.dep else None
    if token.dep == "conj" and not tree.child(token.i, *SUBJECTS):
        # The parser often takes a closing "..., the envoys said" for a second predicate of the sentence.
        found = _neighbour(tree, token, blocked) or found
    if found is not None and found.agent > 0.3 and found.head != token.i:
        return _who_named_it(tree, token, found, blocked)
    return _neighbour(tree, token, blocked) or found


def _who_named_it(tree: Tree, token: Token, found: Phrase, blocked: Blocked) -> Phrase:
    """The main clause's subject instead of a free relative's pronoun: Okafor in "Okafor left what she called ..."."""
    what = tree.child(token.i, "dobj", "pobj", "oprd", "attr", "nsubj")
    if tree[found.head].pos != "PRON" or what is None or what.text.lower() != "what":
        return found
    best = found
    for above in tree.ancestors(token.i):
        if above.pos in ("VERB", "AUX") and not blocked(above):
            outer = subject(tree, above.i, blocked)
            if outer is not None and outer.agent >= 0.9 and outer.head < found.head:
                best = outer
    return best


def _issuer(tree: Tree, found: Phrase | None, table: Table, blocked: Blocked) -> Phrase | None:
    """Behind a text, who issued it: "Okafor sent a letter saying", "Okafor's letter says"."""
    if found is None or (tree[found.head].lemma, "noun") not in table or tree[found.head].pos != "NOUN":
        return found
    owner = _owner(tree, found.head)
    if owner is not None:
        return owner
    return _sender(tree, found.head, blocked) or found


def _sender(tree: Tree, noun: int, blocked: Blocked) -> Phrase | None:
    """Who sends the text, by the verb above it: "Okafor released a statement", "said in a statement"."""
    if tree[noun].dep in SUBJECTS:
        return None
    for above in tree.ancestors(noun):
        if above.pos == "VERB":
            sender = subject(tree, above.i, blocked)
            return sender if sender is not None and sender.agent >= 0.6 and sender.head != noun else None
    return None


def issuer_before(trees: Sequence[Tree], cue: Cue, table: Table, blocked: Blocked) -> tuple[int, int] | None:
    """For "the statement said": the head (sentence, token) of whoever issued the statement told of before."""
    if cue.speaker is None or cue.speaker.sentence != cue.sentence:
        return None
    text = trees[cue.sentence][cue.speaker.head]
    if text.pos != "NOUN" or (text.lemma, "noun") not in table:
        return None
    for tree in reversed(trees[max(0, cue.sentence - ISSUED_WITHIN) : cue.sentence]):
        for token in tree:
            if token.lemma == text.lemma and token.pos == "NOUN" and not blocked(token):
                issuer = _owner(tree, token.i) or _sender(tree, token.i, blocked)
                if issuer is not None:
                    return issuer.sentence, issuer.head
    return None


def _owner(tree: Tree, noun: int) -> Phrase | None:
    """Whose statement it is: "X's statement", "a statement by X"."""
    owner = tree.child(noun, "poss")
    if owner is None:
        by = next((p for p in tree.children(noun, "prep") if p.lemma in ("by", "from")), None)
        owner = tree.child(by.i, "pobj") if by else None
    return phrase(tree, owner.i) if owner is not None else None


def _neighbour(tree: Tree, token: Token, blocked: Blocked) -> Phrase | None:
    if _after_marks(tree, token, blocked):
        return chunk_after(tree, token.i, blocked)
    return chunk_before(tree, token.i, blocked)


def _after_marks(tree: Tree, token: Token, blocked: Blocked) -> bool:
    """Whether the word stands right behind a quotation: `"...," said the envoy`."""
    before = token.i - 1
    while before >= 0 and not blocked(tree[before]) and tree[before].pos == "PUNCT":
        before -= 1
    return before >= 0 and blocked(tree[before])


def _quoting(tree: Tree, token: Token, entry: Entry, blocked: Blocked) -> Cue | None:
    """Whoever is quoted speaks in "quoted her as saying", "was quoted as saying", "quoting officials"."""
    said_by: Phrase | None = None
    if passive(tree, token.i):
        said_by = subject(tree, token.i, blocked)
    else:
        quoted = next((t for t in tree.children(token.i, "dobj", "nsubj") if t.i > token.i and not blocked(t)), None)
        said_by = phrase(tree, quoted.i) if quoted else None
    # One quotes anybody who talks, but cites things too ("cited a report").
    if said_by is None or said_by.agent < (0.6 if token.lemma == "quote" else 0.9):
        said_by = _speaker(tree, token, blocked) or said_by
    cue = _cue(tree, token, entry, said_by)
    saying = next((t for t in tree.tokens[token.i : token.i + 10] if t.lemma == "say" and t.tag == "VBG"), None)
    if saying is not None:
        end = saying.end
        cue = replace(cue, span=Span(token.start, end), clause=Span(cue.clause.start, max(end, cue.clause.end)))
    return cue


def _repeats_quoting(tree: Tree, token: Token) -> bool:
    """Whether this is the "saying" of "quoted her as saying", which its cue already covers."""
    if token.tag != "VBG" or token.i == 0 or tree[token.i - 1].lemma != "as":
        return False
    return any(t.lemma in ("quote", "cite") for t in tree.tokens[max(0, token.i - 10) : token.i])


def _claims_responsibility(tree: Tree, token: Token) -> bool:
    objects = tree.children(token.i, "dobj")
    return token.lemma in ("claim", "accept", "assume", "admit") and any(t.lemma == "responsibility" for t in objects)


def _addressee(tree: Tree, token: Token, speaker: Phrase | None, blocked: Blocked) -> Span | None:
    """Who is spoken to: "told reporters", "said to the crowd", "asked him"."""
    for child in tree.children(token.i, "dobj", "dative", "prep"):
        if child.i < token.i or blocked(child):
            continue
        noun: Token | None = child
        if child.dep == "prep" or child.pos == "ADP":
            noun = tree.child(child.i, "pobj") if child.lemma == "to" else None
        elif token.lemma not in _TO_SOMEBODY:
            noun = None
        if noun is not None and not blocked(noun) and (speaker is None or noun.i != speaker.head):
            return phrase(tree, noun.i).span
    return None


def _according(tree: Tree, token: Token, blocked: Blocked) -> Cue | None:
    """The cue "according to X"; spaCy tags its first word as a verb or as a preposition."""
    if token.text.lower() != "according" or token.i + 2 >= len(tree) or tree[token.i + 1].text.lower() != "to":
        return None
    to = tree[token.i + 1]
    noun = tree.child(to.i, "pobj") if to.dep else None
    speaker = phrase(tree, noun.i) if noun is not None else chunk_after(tree, to.i, blocked)
    cue = _cue(tree, token, Entry("according", "verb", "asserts", "claim"), speaker)
    return replace(cue, span=Span(token.start, to.end), kind="according")


def _noun(tree: Tree, token: Token, table: Table) -> Cue | None:
    """The owner of an utterance speaks in "X's statement that ..." and "in a statement by X"."""
    entry = table.get((token.lemma, "noun"))
    if entry is None or token.pos != "NOUN":
        return None
    owner = _owner(tree, token.i)
    return replace(_cue(tree, token, entry, owner), kind="noun") if owner is not None else None

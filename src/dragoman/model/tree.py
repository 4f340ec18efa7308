"""A sentence's tokens and dependency tree, free of any parser's classes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.model.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One token; `i` and `head` are indices into its sentence, `start` and `end` offsets into the report.

    `dep` uses spaCy's English labels (ClearNLP style: nsubj, nsubjpass, dobj, agent, pobj, relcl, acl ...),
    `tag` Penn Treebank tags, `pos` universal tags. `ner` is an OntoNotes label or "" and `ner_start` marks the
    first token of an entity. In a sentence that was not parsed, `dep` is "" and `head` is the token itself.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    ner: str = ""
    ner_start: bool = False


@dataclass(frozen=True, slots=True)
class Tree:
    """The tokens of one sentence with their tree; empty where the sentence was not analysed."""

    sentence: int
    tokens: tuple[Token, ...]
    _children: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                below[token.head].append(token.i)
        object.__setattr__(self, "_children", tuple(tuple(c) for c in below))

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, i: int) -> Token:
        return self.tokens[i]

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def children(self, i: int, *deps: str) -> list[Token]:
        """Direct dependents of token `i` in text order, only those with one of `deps` where any is given."""
        return [self.tokens[c] for c in self._children[i] if not deps or self.tokens[c].dep in deps]

    def child(self, i: int, *deps: str) -> Token | None:
        """The first dependent of `i` with one of `deps`."""
        return next(iter(self.children(i, *deps)), None)

    def ancestors(self, i: int) -> Iterator[Token]:
        """Heads of `i` up to the root, nearest first."""
        seen = {i}
        while self.tokens[i].head not in seen:
            i = self.tokens[i].head
            seen.add(i)
            yield self.tokens[i]

    def subtree(self, i: int) -> list[Token]:
        """`i` and everything below it, in text order."""
        out, stack = [], [i]
        while stack:
            j = stack.pop()
            out.append(j)
            stack.extend(self._children[j])
        return [self.tokens[j] for j in sorted(out)]

    def conjuncts(self, i: int) -> list[Token]:
        """`i` and the heads coordinated below it ("A, B and C" from A), in text order."""
        out, stack = [], [i]
        while stack:
            j = stack.pop()
            out.append(j)
            stack.extend(c.i for c in self.children(j, "conj"))
        return [self.tokens[j] for j in sorted(out)]

    def described(self, clause: int) -> int:
        """The noun that a relative clause describes: of "two aides of the mayor who were fined" the aides.

        Parsers hang the clause on the mayor; where its verb is singular he is meant.
        """
        noun = self[self[clause].head]
        whole = self[self[noun.head].head]
        inside = noun.dep == "pobj" and self[noun.head].lemma == "of" and noun.tag in ("NN", "NNP")
        verbs = [self[clause], *self.children(clause, "aux", "auxpass")]
        single = any(v.tag == "VBZ" or v.text == "was" for v in verbs)
        who = any(t.text.lower() == "who" for t in self.children(clause, "nsubj", "nsubjpass"))
        counted = whole.tag == "NNS" and self.child(whole.i, "nummod") is not None
        return whole.i if inside and counted and who and not single else noun.i

    def span(self, tokens: list[Token]) -> Span:
        """The characters from the first to the last of `tokens`."""
        return Span(min(t.start for t in tokens), max(t.end for t in tokens))

    def token_at(self, position: int) -> Token | None:
        """The token that covers the character at `position`, else the next one."""
        return next((t for t in self.tokens if t.end > position), None)

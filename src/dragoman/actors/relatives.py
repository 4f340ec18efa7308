"""What stands for a phrase that has been read: "who" and "which", and the pieces of a name that a parse broke."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.actors.named import ACTING_TYPES
from dragoman.actors.nominal import NominalReader
from dragoman.actors.pronouns import refer_back
from dragoman.actors.reading import Reading
from dragoman.actors.salience import Referred
from dragoman.model.layers import Quote
from dragoman.model.span import Span
from dragoman.model.tree import Tree


def read_relatives(reading: Reading, trees: Sequence[Tree]) -> None:
    """Adds what "who" and "which" stand for: the noun that their clause describes, where that is read as one."""
    for tree in trees:
        for token in tree:
            clause = next((a for a in tree.ancestors(token.i) if a.dep == "relcl"), None)
            if token.tag not in ("WP", "WDT", "WP$") or clause is None or clause.head > token.i:
                continue
            found = reading.read.get((tree.sentence, tree.described(clause.i)), ())
            if len(found) == 1 and found[0].draft.type in ACTING_TYPES:
                reading.read[(tree.sentence, token.i)] = (refer_back(found[0], Span(token.start, token.end)),)


def read_broken_names(reading: Reading, quotes: Sequence[Quote]) -> None:
    """Adds who speaks where the speaker's token is but a piece of a name: "al", "-", "Darko" as subjects of "said"."""
    for sentence, i in (q.head for q in quotes if q.head is not None):
        around = (n for n in reading.names[sentence].values() if n.mention.first <= i <= n.mention.last)
        name = next((n for n in around if n.draft.type == "person"), None)
        if name is not None and (found := reading.read.get((sentence, name.head))):
            reading.read.setdefault((sentence, i), found)


def mention_modifiers(reading: Reading, nominals: NominalReader, trees: Sequence[Tree]) -> None:
    """Gives the body told of last by a noun its mentions before other nouns: "police" in "a police statement"."""
    last: dict[str, Referred] = {}
    for tree in trees:
        for token in tree:
            lemma = token.lemma.lower()
            found = reading.read.get((tree.sentence, token.i), ())
            if len(found) == 1:
                last[lemma] = found[0]
            if found or lemma not in last or token.dep not in ("compound", "nmod", "amod"):
                continue
            role = nominals.role(tree, token.i)
            if role is not None and role[0].kind in ("organization", "group"):
                last[lemma].draft.mention(Span(token.start, token.end))

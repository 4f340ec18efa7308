"""A pronoun's party is shown by the words of the sentence that name it: "Oman said it would" has Oman, not "it"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.coding.candidate import Candidate
from dragoman.coding.participants import References
from dragoman.model.actor import Reference
from dragoman.model.span import Span
from dragoman.model.tree import Tree

PRONOUNS = frozenset({"PRP", "PRP$", "WP", "WP$", "WDT"})


def named(events: Sequence[Candidate], trees: Sequence[Tree], references: References) -> list[Candidate]:
    """The events, parties that are pronouns with the span of the nearest name before them in their sentence.

    Who is named only in another sentence keeps the pronoun: its words would stand apart from the event.
    """
    pronouns: set[Span] = set()
    names: Mapping[tuple[int, str], list[Span]] = defaultdict(list)
    sentences = {tree.sentence: tree for tree in trees}
    for (sentence, token), found in references.items():
        tree = sentences.get(sentence)
        for reference in found:
            if tree is not None and tree[token].tag in PRONOUNS and reference.span.start == tree[token].start:
                pronouns.add(reference.span)
            elif reference.via == "explicit":
                names[sentence, reference.entity].append(reference.span)

    def show(reference: Reference, sentence: int) -> Reference:
        if reference.span not in pronouns:
            return reference
        before = [s for s in names[sentence, reference.entity] if s.end <= reference.span.start]
        return replace(reference, span=max(before)) if before else reference

    return [
        replace(
            event,
            actor=tuple(show(r, event.sentence.index) for r in event.actor),
            recipient=tuple(show(r, event.sentence.index) for r in event.recipient),
        )
        for event in events
    ]

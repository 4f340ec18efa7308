""" "Morocco followed suit": the act of the sentence before, done by another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.arguments import Arguments
from dragoman.coding.candidate import Candidate
from dragoman.coding.participants import Participants, References
from dragoman.model.document import Sentence
from dragoman.model.tree import Tree

RULE = "engine.follow_suit"
REACH = 1
"""How many sentences back the act may stand."""


def follow_suit(
    tree: Tree, sentence: Sentence, earlier: Sequence[Candidate], arguments: Arguments, references: References
) -> list[Candidate]:
    """The act repeated by new actors, undated unless it was news; nothing where no act stands shortly before."""
    out: list[Candidate] = []
    for verb in tree:
        suit = tree.child(verb.i, "dobj")
        if verb.lemma != "follow" or suit is None or suit.lemma != "suit":
            continue
        model = next((c for c in reversed(earlier) if 0 <= sentence.index - c.sentence.index <= REACH), None)
        actors = Participants(arguments, references).side(verb.i, ["subj"]).references
        if model is None or not actors:
            continue
        historical = "historical" in model.auxiliary
        out.append(
            replace(
                model,
                head=verb.i,
                lemma=verb.lemma,
                sentence=sentence,
                trigger=tree.span([verb, suit]),
                actor=actors,
                recipient=tuple(r for r in model.recipient if all(r.entity != a.entity for a in actors)),
                when=replace(model.when, start=None, end=None, granularity="unknown", basis="inferred", span=None)
                if historical
                else model.when,
                place=None,
                also=(),
                rules=(RULE, *model.rules),
            )
        )
    return out

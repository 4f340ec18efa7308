"""Where a report looks back: the stretches of sentences that tell background instead of the news."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.coding.status import Status
from dragoman.model.document import Sentence
from dragoman.model.layers import Quote, TimeMention
from dragoman.model.tree import Tree

LEAD_SENTENCES = 2
"""The first sentences tell the news whatever their form: 9 of 10 lead events of the dev articles, counted once."""
LOOKING_BACK = frozenset(
    "previously earlier formerly historically repeatedly long twice originally already traditionally frequently often "
    "once since".split()
)


@dataclass(frozen=True, slots=True)
class Scene:
    """What a sentence's surroundings say of its time: whether it is in the lead, and whether background runs on."""

    lead: bool
    looks_back: bool


def scenes(
    sentences: Sequence[Sentence],
    trees: Sequence[Tree],
    times: dict[int, list[TimeMention]],
    quotes: Sequence[Quote],
    *,
    published: date | None,
    after_days: int,
) -> list[Scene]:
    """One scene per sentence.

    An old date opens background; sentences in the plain past that follow directly, with no date and nobody speaking,
    run on with it; a recent date, a speaker or another tense returns to the news.
    """
    out: list[Scene] = []
    running: TimeMention | None = None
    for sentence, tree in zip(sentences, trees, strict=True):
        dated = [t for t in times.get(sentence.index, ()) if t.end is not None]
        if published is None:
            out.append(Scene(sentence.index < LEAD_SENTENCES, False))
            continue
        old = [t for t in dated if t.end is not None and (published - t.end).days > after_days]
        if dated:
            running = old[0] if len(old) == len(dated) else None
        elif running is not None and not (_plain_past(tree) and not _spoken(sentence, quotes)):
            running = None
        carried = running is not None and not dated
        out.append(Scene(sentence.index < LEAD_SENTENCES, carried))
    return out


def is_background(status: Status, scene: Scene, tree: Tree, head: int, *, reported: bool, definite: bool) -> bool:
    """Whether an undated happening is told as background.

    The past perfect looks back, but in reported speech it is only the tense of the report ("police said they had
    arrested"). After the lead, the present perfect sums up ("has repeatedly attacked"), an event noun that no verb
    asserts refers back ("since the attack"), and a happening in a stretch of background belongs to it.
    """
    if status.future or status.hypothetical:
        return False
    if status.past_perfect and not reported:
        return True
    if _adverbs(tree, head) & LOOKING_BACK and not scene.lead:
        return True
    if scene.lead:
        return False
    if scene.looks_back:
        return True
    if status.present_perfect and not reported:
        return True
    return status.nominal and (status.subordinate or definite)


def _adverbs(tree: Tree, head: int) -> set[str]:
    return {c.lemma for c in tree.children(head, "advmod", "npadvmod")}


def _plain_past(tree: Tree) -> bool:
    root = next((t for t in tree if t.head == t.i and t.pos in ("VERB", "AUX")), None)
    return root is not None and root.tag in ("VBD", "VBN")


def _spoken(sentence: Sentence, quotes: Sequence[Quote]) -> bool:
    return any(q.span.overlaps(sentence.span) and q.speaker is not None for q in quotes)

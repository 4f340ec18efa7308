"""Where a report looks back: the stretches of sentences that tell background instead of the news."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.coding.status import Status
from dragoman.model.document import Sentence
from dragoman.model.layers import Quote, TimeMention
from dragoman.model.tree import Token, Tree

LEAD_SENTENCES = 2
"""The first sentences tell the news whatever their form: 9 of 10 lead events of the dev articles, counted once."""
LOOKING_BACK = frozenset(
    "previously earlier formerly historically repeatedly long twice originally already traditionally frequently often "
    "once since".split()
)


LAST_SENTENCES = 2
"""A time named so many sentences back still says where the report's narrative stands."""
STRETCH_DAYS = 31
"""A longer stretch of time ("in 1994") dates nothing that is told after it."""
TEMPORAL = ("npadvmod", "prep", "pobj", "pcomp", "advmod", "nummod", "compound", "amod", "det", "poss", "nmod")
MAIN = ("ROOT", "conj", "ccomp", "parataxis", "appos")


@dataclass(frozen=True, slots=True)
class Scene:
    """What a sentence's surroundings say of its time.

    `lead` and `looks_back`: whether it is in the lead, and whether background runs on in it. `last` is the last dated
    expression in the sentences just before it. `reached` is the time that the narrative of its paragraph has reached,
    for a sentence without a time of its own.
    """

    lead: bool
    looks_back: bool
    last: TimeMention | None = None
    reached: TimeMention | None = None
    opens_paragraph: bool = False


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
    reached: TimeMention | None = None
    before: list[TimeMention] = []
    paragraph = None
    for sentence, tree in zip(sentences, trees, strict=True):
        lead = sentence.index < LEAD_SENTENCES
        dated = [t for t in times.get(sentence.index, ()) if t.end is not None]
        if published is None:
            out.append(Scene(lead, False))
            continue
        opens = sentence.paragraph != paragraph
        if opens:
            paragraph, reached = sentence.paragraph, None
        told = [t for t in dated if _tells_main_clause(tree, t)]
        old = [t for t in told if t.end is not None and (published - t.end).days > after_days]
        if told:
            running = old[0] if len(old) == len(told) else None
        elif running is not None and not (_plain_past(tree) and not _spoken(sentence, quotes)):
            running = None
        before = [t for t in before if sentence.index - t.sentence <= LAST_SENTENCES]
        out.append(
            Scene(
                lead=lead,
                looks_back=running is not None and not dated,
                last=before[-1] if before else None,
                reached=reached if not dated else None,
                opens_paragraph=opens,
            )
        )
        before += dated
        reached = _reached(tree, told, published, reached)
    return out


def day_of_news(
    trees: Sequence[Tree], times: Mapping[int, Sequence[TimeMention]], *, published: date | None
) -> date | None:
    """The day that news without a time is of: publication, or the day before in a report printed the next morning.

    Such a report dates its lead by the day before and nothing at all by its own day, but for the hour of its printing
    in front. `times` are by sentence; those outside all sentences stand in the dateline.
    """
    if published is None:
        return None
    named = [t for told in times.values() for t in told if t.sentence >= 0 or t.type == "DATE"]
    if any(t.start == t.end == published for t in named):
        return published
    before = published - timedelta(1)
    lead = [(tree, t) for tree in trees if tree.sentence < LEAD_SENTENCES for t in times.get(tree.sentence, ())]
    return before if any(t.start == t.end == before and _tells_main_clause(tree, t) for tree, t in lead) else published


def _reached(
    tree: Tree, told: Sequence[TimeMention], published: date, before: TimeMention | None
) -> TimeMention | None:
    """The time that the narrative has reached after a sentence; after a long stretch ("in 1994") it is none."""
    past = [t for t in told if t.start is not None and t.start <= published and not _dates_speech(tree, t)]
    if not past:
        return before
    start, end = past[-1].start, past[-1].end
    return past[-1] if start is not None and end is not None and (end - start).days <= STRETCH_DAYS else None


def _tells_main_clause(tree: Tree, time: TimeMention) -> bool:
    """Whether the time dates what its sentence tells, not a thing or a clause inside it ("the raid of May 2010")."""
    token = _dated_verb(tree, time)
    return token is not None and all(t.dep in MAIN for t in (token, *tree.ancestors(token.i)))


def _dates_speech(tree: Tree, time: TimeMention) -> bool:
    """Whether the time says when something was said, not when it happened."""
    verb = _dated_verb(tree, time)
    return verb is not None and bool(tree.children(verb.i, "ccomp"))


def is_of_speech(tree: Tree, verb: Token, token: int) -> bool:
    """Whether a time stands between a verb of speech and the clause of what is said ("said on Monday it had left").

    Parsers like to give it to that clause. With "that" before it, it is that clause's.
    """
    if verb.dep != "ccomp" or not verb.head < token < verb.i:
        return False
    return not any(c.i < token for c in tree.children(verb.i, "mark", "nsubj", "nsubjpass", "expl", "advmod"))


def fronted(tree: Tree, token: Token) -> Token:
    """The preposition before a time where the parser has given its noun to a name: "In January Mali expelled", else the
    time itself."""
    before = tree[token.i - 1] if token.i else token
    return before if before.dep == "prep" and not tree.children(before.i) else token


def _dated_verb(tree: Tree, time: TimeMention) -> Token | None:
    """The verb that the time belongs to; None where it belongs to a thing."""
    first = tree.token_at(time.span.start)
    token = first = fronted(tree, first) if first is not None else None
    while token is not None and token.pos not in ("VERB", "AUX"):
        if token.dep not in TEMPORAL or token.head == token.i:
            return None
        token = tree[token.head]
    if token is not None and first is not None and is_of_speech(tree, token, first.i):
        return tree[token.head]
    return token


def is_background(
    status: Status, scene: Scene, tree: Tree, head: int, *, reported: bool, definite: bool, deed: bool
) -> bool:
    """Whether an undated happening (`deed`: not done by speaking) is told as background.

    The past perfect looks back, but in reported speech it is only the tense of the report ("police said they had
    arrested"). After the lead, the present perfect sums up ("has repeatedly attacked"), an event noun that no verb
    asserts refers back ("since the attack"), and a happening in a stretch of background belongs to it; but what is
    said in a paragraph of its own is said to the news.
    """
    if status.future or status.hypothetical:
        return False
    if status.past_perfect and not reported:
        return True
    if _adverbs(tree, head) & LOOKING_BACK and not scene.lead:
        return True
    if scene.lead:
        return False
    if scene.looks_back and (deed or not scene.opens_paragraph):
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

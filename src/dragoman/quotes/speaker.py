"""Who says a marked stretch: every possible speaker is a candidate with named features, and the best sum wins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.model.span import Span
from dragoman.quotes.cues import Cue
from dragoman.quotes.marks import Marked
from dragoman.quotes.phrases import Phrase, phrase, subject
from dragoman.quotes.scene import LOOK_BACK, Scene

# What each feature adds. Set by hand on the development half of the quotation data (docs/quotes.md).
WEIGHTS = {
    "touches": 5.0,  # "...," she said / she said: "..."
    "near": 3.0,  # the same sentence, words between
    "words_between": -0.12,  # each word between cue and quotation, up to fifteen
    "governs": 2.0,  # by the tree the quotation is inside the cue's complement
    "colon": 1.5,  # the cue's sentence ends in a colon before the quotation
    "new_sentence": -3.0,  # "...." She said that: the cue begins a sentence of its own after a finished quotation
    "sentence_before": 2.5,  # She said that. "..."
    "sentence_after": 0.2,  # "...." Later she said that.
    "sentences_between": -1.0,  # each
    "quotes_between": -0.8,  # each, in other sentences
    "cues_between": -0.7,  # each
    "claim": 0.6,  # say, add: verbs made for quoting
    "words": -0.6,  # call, praise
    "outermost": 1.2,  # of several cues over the quotation, the one whose speaker vouches for all of it
    "trails_fragment": -2.5,  # The envoy said it was "idle", her office reported.
    "noun": -1.5,  # "in a statement by ..."
    "no_speaker": -2.5,
    "agent": 1.0,  # times Phrase.agent
    "named": 0.3,
    "subject": 2.2,  # no cue: the subject of the clause that the words stand in
    "levels": -0.3,  # each clause between
    "continues": 6.0,  # the quotation before was not closed
    "same_paragraph": 3.6,  # the quotation before in this paragraph, for whole sentences
    "next_paragraph": 2.6,  # the quotation that closed the paragraph before
    "fragment": -2.0,  # quoted words inside a sentence rarely belong to a speaker of another sentence
    "signed": 6.0,  # "..." - Jane Roe
}
# Sentences on either side of a stretch in which its cue is looked for.
WITHIN = 6
Features = tuple[tuple[str, float], ...]

_WORD = re.compile(r"\w+")
_SIGNATURE = re.compile(r"[\s,.]*(?:[—–―]|--?|End Quote)\s*(?=[A-Z])")
_FINISHED = frozenset(".")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible speaker with the features that speak for and against it."""

    speaker: Phrase | None
    cue: Cue | None
    features: Features

    @property
    def head(self) -> tuple[int, int] | None:
        """The place of the noun that says who the speaker is."""
        if self.cue is not None and self.cue.speaker == self.speaker:
            return self.cue.head
        return (self.speaker.sentence, self.speaker.head) if self.speaker is not None else None

    @property
    def score(self) -> float:
        """The weighted sum, rounded so that it orders the same everywhere."""
        return round(sum(WEIGHTS[name] * value for name, value in self.features), 6)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A marked stretch with its best candidate, or none."""

    marked: Marked
    best: Candidate | None


def find_speakers(scene: Scene) -> list[Spoken]:
    """Every marked stretch with its speaker, in text order: later ones may lean on earlier ones."""
    out: list[Spoken] = []
    for number, marked in enumerate(scene.marked):
        options = [
            *_by_cue(scene, marked),
            *_by_clause(scene, marked),
            *_by_signature(scene, marked),
            *_by_colon_before(scene, marked),
            *_by_earlier(scene, number, out),
        ]
        options = [o for o in options if o.speaker is not None]
        out.append(Spoken(marked, max(options, key=lambda o: o.score) if options else None))
    return out


def stands_alone(scene: Scene, marked: Marked) -> bool:
    """Whether the stretch begins a sentence of its own, rather than being some words of the reporter's sentence."""
    before = scene.before(marked).rstrip("\"”’'»)")
    return not before or before[-1] in ".!?…:"


def _common(scene: Scene, speaker: Phrase | None) -> Features:
    if speaker is None:
        return (("no_speaker", 1.0),)
    named = float((speaker.sentence, speaker.head) in scene.named)
    return (("agent", speaker.agent), ("named", named))


def _by_cue(scene: Scene, marked: Marked) -> Iterator[Candidate]:
    paragraph = scene.paragraphs[marked.paragraph].sentences
    first, last = _sentences(scene, marked)
    low, high = max(paragraph[0], first - WITHIN), min(paragraph[-1], last + WITHIN)
    if marked.paragraph > 0 and not scene.before(marked):
        low = paragraph[0] - 1
    cues = scene.sentence_cues(low, high)
    for cue in cues:
        place = _place(scene, marked, cue)
        if place is None:
            continue
        between = sum(1 for c in cues if _between(c.span, cue.span, marked.outer))
        features = [*place, *_common(scene, cue.speaker), ("cues_between", float(between))]
        if cue.strength != "speech":
            features.append((cue.strength, 1.0))
        if cue.kind == "noun":
            features.append(("noun", 1.0))
        yield Candidate(cue.speaker, cue, tuple(features))


def _place(scene: Scene, marked: Marked, cue: Cue) -> list[tuple[str, float]] | None:
    """How cue and stretch stand to each other; None where they overlap."""
    first, last = _sentences(scene, marked)
    after = cue.span.start >= marked.outer.end
    if not after and cue.span.end > marked.outer.start:
        return None
    if after:
        gap = scene.text[marked.outer.end : max(marked.outer.end, cue.clause.start)]
    else:
        gap = scene.text[min(cue.clause.end, marked.outer.start) : marked.outer.start]
    words = len(_WORD.findall(gap))
    same = first <= cue.sentence <= last
    alone = stands_alone(scene, marked)
    finished = marked.span.of(scene.text)[-1] in _FINISHED
    out: list[tuple[str, float]] = []
    if words == 0 or same:
        # Verbs of speaking touch only what a comma or colon sets off: not "spoke “directly” to".
        touches = words == 0 and (cue.strength == "claim" or (cue.strength == "speech" and _set_off(gap, alone)))
        out += [("touches" if touches else "near", 1.0), ("words_between", float(min(words, 15)))]
        if same and (alone or not after) and _governs(scene, marked, cue):
            out.append(("governs", 1.0))
            out.append(("outermost", float(cue.strength == "claim" and not _above(scene, cue))))
        if after and not alone and not _parenthetical(scene, marked, cue):
            out.append(("trails_fragment", 1.0))
        if after and words:
            out.append(("quotes_between", float(_quotes_between(scene, marked, cue))))
        if after and finished and not same:
            out.append(("new_sentence", 1.0))
        if not after and (not same or alone) and not gap.rstrip().endswith(":") and words == 0:
            out.append(("new_sentence", 1.0))
    else:
        sentences = cue.sentence - last - 1 if after else first - cue.sentence - 1
        out += [("sentence_after" if after else "sentence_before", 1.0), ("sentences_between", float(sentences))]
        out.append(("quotes_between", float(_quotes_between(scene, marked, cue))))
        if not after and not alone:
            out.append(("fragment", 1.0))
    if not after and gap.rstrip().endswith(":"):
        out.append(("colon", 1.0))
    return out


def _parenthetical(scene: Scene, marked: Marked, cue: Cue) -> bool:
    """Whether a cue behind quoted words covers the whole sentence: no object of its own, no claim before."""
    tree = scene.trees[cue.sentence]
    speaker = cue.speaker.head if cue.speaker is not None else -1
    objects = tree.children(cue.token, "dobj", "ccomp", "xcomp", "intj")
    if any(t.i > cue.token and t.i != speaker for t in objects) and cue.addressee is None:
        return False
    rivals = (c for c in scene.sentence_cues(cue.sentence, cue.sentence) if c.strength != "words")
    return not any(c.span.end <= marked.outer.start for c in rivals)


def _set_off(gap: str, alone: bool) -> bool:
    return alone or gap.rstrip()[-1:] in (",", ":") or gap.lstrip()[:1] == ","


def _quotes_between(scene: Scene, marked: Marked, cue: Cue) -> int:
    if cue.span.start >= marked.outer.end:
        return scene.marked_between(marked.outer.end, cue.span.start)
    return scene.marked_between(cue.span.end, marked.outer.start)


def _above(scene: Scene, cue: Cue) -> bool:
    """Whether another claim in the sentence holds this cue in its complement."""
    above = {a.i for a in scene.trees[cue.sentence].ancestors(cue.token)}
    claims = (c for c in scene.sentence_cues(cue.sentence, cue.sentence) if c.strength == "claim")
    return any(c.token in above for c in claims)


def _sentences(scene: Scene, marked: Marked) -> tuple[int, int]:
    """The first and the last sentence of a stretch; between sentences the paragraph's nearest one counts."""
    known = scene.paragraphs[marked.paragraph].sentences
    first, last = scene.sentence_of(marked.span.start), scene.sentence_of(marked.span.end - 1)
    return (known[0] if first is None else first), (known[-1] if last is None else last)


def _between(inner: Span, one: Span, other: Span) -> bool:
    low, high = min(one.end, other.end), max(one.start, other.start)
    return low <= inner.start and inner.end <= high


def _governs(scene: Scene, marked: Marked, cue: Cue) -> bool:
    tree = scene.trees[cue.sentence]
    quoted = tree.token_at(marked.span.start)
    return quoted is not None and any(a.i == cue.token for a in tree.ancestors(quoted.i))


def _by_clause(scene: Scene, marked: Marked) -> Iterator[Candidate]:
    """Without a cue: whose clause do the quoted words stand in ("The mayor opened a “people's park”")?"""
    number = scene.sentence_of(marked.span.start)
    if number is None or number >= len(scene.trees) or stands_alone(scene, marked):
        return
    tree = scene.trees[number]
    quoted = tree.token_at(marked.span.start)
    if quoted is None:
        return
    level = 0
    for above in tree.ancestors(quoted.i):
        if scene.blocked(above):
            continue
        found: Phrase | None = None
        if above.pos in ("VERB", "AUX"):
            found = subject(tree, above.i, scene.blocked)
        elif (owner := tree.child(above.i, "poss")) is not None and not scene.blocked(owner):
            found = phrase(tree, owner.i)
        if found is not None and found.agent >= 0.5:
            able = 1.0 if found.agent >= 0.9 else 0.4
            features = (("subject", able), ("levels", float(level)), *_common(scene, found))
            yield Candidate(found, None, features)
            level += 1


def _by_signature(scene: Scene, marked: Marked) -> Iterator[Candidate]:
    """A name after a dash: “...” — Jane Roe."""
    match = _SIGNATURE.match(scene.text, marked.outer.end)
    if match is None:
        return
    number = scene.sentence_of(match.end())
    if number is None:
        return
    token = scene.trees[number].token_at(match.end())
    tree = scene.trees[number]
    if token is None or token.pos != "PROPN":
        return
    last = token.i
    while last + 1 < len(tree) and tree[last + 1].pos == "PROPN":
        last += 1
    speaker = Phrase(Span(token.start, tree[last].end), number, last, 1.0)
    yield Candidate(speaker, None, (("signed", 1.0), *_common(scene, speaker)))


def _by_colon_before(scene: Scene, marked: Marked) -> Iterator[Candidate]:
    """The subject of a sentence that ends in a colon before the quotation, where that has no cue."""
    start = max(0, marked.outer.start - LOOK_BACK)
    before = scene.text[start : marked.outer.start].rstrip()
    if not before.endswith(":"):
        return
    number = scene.sentence_of(start + len(before) - 1)
    if number is None:
        return
    tree = scene.trees[number]
    root = next((t for t in tree if t.dep == "ROOT"), None)
    found = subject(tree, root.i, lambda _: False) if root is not None else None
    if found is not None:
        yield Candidate(found, None, (("colon", 1.0), ("subject", 1.0), *_common(scene, found)))


def _by_earlier(scene: Scene, number: int, spoken: list[Spoken]) -> Iterator[Candidate]:
    """The speaker of the quotation before, where this one goes on without a cue of its own."""
    if not spoken or spoken[-1].best is None:
        return
    marked, earlier = scene.marked[number], spoken[-1]
    best = earlier.best
    if best is None or best.speaker is None:
        return
    apart = marked.paragraph - earlier.marked.paragraph
    begins = not scene.before(marked)
    features: list[tuple[str, float]] = []
    if not earlier.marked.closed and (apart == 0 or (apart == 1 and begins)):
        features.append(("continues", 1.0))
    elif apart == 0:
        features.append(("same_paragraph", 1.0))
    elif apart == 1 and begins:
        features.append(("next_paragraph", 1.0))
    else:
        return
    here, there = scene.sentence_of(marked.span.start), scene.sentence_of(earlier.marked.span.end - 1)
    if here is not None and there is not None:
        features.append(("sentences_between", float(max(0, here - there - 1))))
    if not stands_alone(scene, marked):
        features.append(("fragment", 1.0))
    yield Candidate(best.speaker, best.cue, (*features, *_common(scene, best.speaker)))

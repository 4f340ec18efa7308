"""How a happening is told: the named traits by which background is told from news (narrate.py weighs them)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from dragoman.coding.known import KIND_OF, mentioned
from dragoman.coding.narrative import LOOKING_BACK, Scene, is_background
from dragoman.coding.status import Status
from dragoman.coding.telling import Telling
from dragoman.model.event import Category
from dragoman.model.layers import TimeMention
from dragoman.model.tree import Token, Tree

DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "AID", "COOPERATE", "RETREAT", "SANCTION", "CONSULT"})
"""Categories of what is done; the others are done by speaking."""
ANCHORING = frozenset({"after", "since", "following", "before", "when", "until", "because", "despite"})
"""Words by which a clause or phrase refers to what is known already: "since the bombing", "after troops fired"."""
ADDING = frozenset({"also", "again", "further", "meanwhile", "separately", "now", "later"})
"""Words by which a report adds news to its news."""
OPINIONS = frozenset({"accuse", "allege", "believe", "consider", "deem", "oppose", "regard", "suspect", "view"})
"""Verbs whose present tells an opinion held for long."""
GERUNDS = ("csubj", "csubjpass", "pcomp")
"""Where an -ing form only names the happening: "arming villagers was a mistake", "a policy of arresting strikers"."""
LASTING = frozenset({"decades-long", "decades-old", "long-running", "long-standing", "longstanding", "years-long"})
LONG = re.compile(r"P[^T]*[MY]")
"""Durations in months or years; "PT4M" is minutes."""
FEW_DAYS, FORTNIGHT = 4, 14


def told_traits(telling: Telling, status: Status, *, category: Category, time: TimeMention | None) -> dict[str, float]:
    """The traits that hold, each 1; `time` is what dates the happening."""
    tree, head, scene, published = telling.tree, telling.head, telling.scene, telling.published
    quotes, definite, reported, low = telling.quotes, telling.definite, telling.reported, telling.low
    index = telling.sentence.index
    verb = _verb(tree, tree[head])
    deed = category in DEEDS
    undated = time is None
    tense, distance = _tense(status, verb), _distance(time, published)
    aside = _inside(tree, verb or tree[head], ("relcl", "acl"))
    back = is_background(status, scene, tree, head, reported=bool(quotes), definite=definite, deed=deed)
    names = {
        "deed": deed,
        "first": index == 0,
        "second": index == 1,
        "late": 3 * index >= 2 * telling.sentences,
        "looks_back": scene.looks_back,
        "reads_back": undated and back,
        "reads_back_dated": back and not undated,
        "looking_back_word": bool(_adverbs(tree, head, verb) & LOOKING_BACK),
        "noun": status.nominal,
        "noun_definite": status.nominal and definite,
        "noun_owned": status.nominal and bool(tree.children(head, "poss")),
        "noun_untold": status.nominal and verb is None,
        "anchoring": _anchors(tree, tree[head], verb),
        "relative": aside,
        "subordinate": status.subordinate,
        "past_perfect": status.past_perfect,
        "past_perfect_reported": status.past_perfect and reported,
        "present_perfect": status.present_perfect,
        "present_perfect_low": status.present_perfect and low,
        "plain_past": status.past and not status.past_perfect,
        "present": verb is not None and verb.tag in ("VBZ", "VBP") and not status.past,
        "progressive": verb is not None and verb.tag == "VBG",
        "reported": reported,
        "quoted": any(q.kind != "indirect" for q in quotes),
        "also": bool(_adverbs(tree, head, verb) & ADDING),
        **_crossed(tense, deed=deed, low=low, undated=undated, reported=reported),
        **_since_when(scene, time, published=published, low=low, deed=deed),
        "dated_weeks_own": distance == "weeks" and low and not reported,
        "dated_back_below": distance in ("days", "weeks")
        and low
        and status.subordinate
        and not _tells_when(tree, verb),
        "adnominal": undated and low and aside,
        "adnominal_dated": deed and distance in ("days", "weeks") and aside,
        "owned_word": undated and low and not deed and category != "AGREE" and _is_owned(tree, tree[head]),
        "week_before": low and time is not None and time.granularity == "week" and distance in ("days", "weeks"),
        "said_some_time": undated and low and _is_said_some_time(tree, verb or tree[head]),
        "standing": undated and low and not quotes and category == "ACCUSE" and _stands(tree[head]),
        "long_standing": undated and _is_long_standing(tree, head, telling.times),
        "gerund": undated and low and verb is not None and verb.tag == "VBG" and verb.dep in GERUNDS,
        "taken_up": undated and low and _distance(telling.known, published) in ("days", "weeks", "old"),
        "sums_up": undated and low and reported and status.present_perfect,
        **{f"mentions_{KIND_OF[noun.lemma]}": low and undated for noun in mentioned(tree, head)},
        f"dated_{distance}": True,
        f"is_{category.lower()}": True,
    }
    return {name: 1.0 for name, holds in names.items() if holds}


def _is_owned(tree: Tree, token: Token) -> bool:
    """Whether the noun is somebody's and no verb does it: "its call for a vote was a mistake"."""
    return token.pos == "NOUN" and token.dep not in ("dobj", "nsubjpass") and bool(tree.children(token.i, "poss"))


def _stands(token: Token) -> bool:
    """Whether a charge is told as an opinion held for long: "is critical of", "alleges"."""
    return token.tag == "JJ" or (token.tag in ("VBZ", "VBP") and token.lemma in OPINIONS)


def _is_said_some_time(tree: Tree, token: Token) -> bool:
    """Whether somebody "has said" it: at some time up to now, and not for this report."""
    for above in (token, *tree.ancestors(token.i)):
        speech = tree[above.head]
        if above.dep == "ccomp" and speech.i != above.i:
            return any(c.lemma == "have" and c.tag in ("VBZ", "VBP") for c in tree.children(speech.i, "aux"))
    return False


def _is_long_standing(tree: Tree, head: int, times: Sequence[TimeMention]) -> bool:
    """Whether an event noun is told to last for months or decades: "a four-year siege", "the long-running dispute"."""
    if tree[head].pos != "NOUN":
        return False
    words = tree.children(head, "amod", "compound", "nmod", "nummod")
    long = any(LONG.fullmatch(t.value) and t.type == "DURATION" and _holds(t, words) for t in times)
    return long or any(c.text.lower() in LASTING for c in words)


def _holds(time: TimeMention, words: Sequence[Token]) -> bool:
    return any(time.span.start <= word.start < time.span.end for word in words)


def _tense(status: Status, verb: Token | None) -> str:
    if status.past_perfect or status.present_perfect:
        return "perfect"
    if status.past:
        return "past"
    if verb is None:
        return "noun"
    return "present" if verb.tag in ("VBZ", "VBP") else "participle"


def _crossed(tense: str, *, deed: bool, low: bool, undated: bool, reported: bool) -> dict[str, bool]:
    """A tense crossed with what it may change its meaning with: deed or word, lead or below, own voice or reported."""
    kind = "deed" if deed else "word"
    return {
        f"{kind}_{tense}": True,
        f"low_{kind}_{tense}": low,
        f"undated_low_{kind}": undated and low,
        f"undated_low_{kind}_{tense}": undated and low and not reported,
    }


def _since_when(
    scene: Scene, time: TimeMention | None, *, published: date | None, low: bool, deed: bool
) -> dict[str, bool]:
    """Below the lead: when a dated happening began, and whether an undated deed follows on something old or on news."""
    last = _distance(scene.last, published) if time is None and deed and low else "not"
    start = time.start if time is not None and low else None
    return {
        "began_long_ago": start is not None and published is not None and (published - start).days > FORTNIGHT,
        "deed_after_old": last == "old",
        "deed_after_news": last in ("now", "days"),
    }


def _distance(time: TimeMention | None, published: date | None) -> str:
    """How far the told time lies from publication."""
    if time is None or time.end is None or published is None:
        return "not"
    days = (published - time.end).days
    if time.start is not None and time.end != time.start and days <= 0:
        return "running"
    return (
        "ahead"
        if days < 0
        else "now"
        if days <= 1
        else "days"
        if days <= FEW_DAYS
        else "weeks"
        if days <= FORTNIGHT
        else "old"
    )


def _verb(tree: Tree, token: Token) -> Token | None:
    """The finite or participial verb that tells the happening; None for a noun that no verb asserts."""
    if token.pos in ("VERB", "AUX"):
        return token
    head = tree[token.head]
    return head if token.dep in ("dobj", "nsubjpass", "nsubj", "attr") and head.pos in ("VERB", "AUX") else None


def _adverbs(tree: Tree, head: int, verb: Token | None) -> set[str]:
    both = [head] if verb is None else [head, verb.i]
    return {c.lemma for i in both for c in tree.children(i, "advmod", "npadvmod")}


def _anchors(tree: Tree, token: Token, verb: Token | None) -> bool:
    """Whether a preposition or conjunction of ANCHORING stands over the happening."""
    if token.dep in ("pobj", "pcomp") and tree[token.head].lemma in ANCHORING:
        return True
    return verb is not None and any(c.lemma in ANCHORING for c in tree.children(verb.i, "mark", "advmod", "prep"))


def _tells_when(tree: Tree, verb: Token | None) -> bool:
    """Whether a clause only tells how the news came about: "were killed when a bomb went off"."""
    return verb is not None and any(c.lemma == "when" for c in tree.children(verb.i, "mark", "advmod"))


def _inside(tree: Tree, token: Token, deps: tuple[str, ...]) -> bool:
    """Whether the token stands in a clause of `deps`; what is to come ("the right to march") describes nothing."""
    if token.tag == "VB" and token.dep == "acl":
        return False
    return token.dep in deps or any(a.dep in deps for a in tree.ancestors(token.i))

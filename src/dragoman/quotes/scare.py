"""Marked stretches that nobody says: titles, nicknames, coined terms and stray marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.quotes.marks import Marked
from dragoman.quotes.scene import Scene
from dragoman.quotes.speaker import Spoken, stands_alone

# A title or term is short; longer marked stretches are somebody's words.
_TITLE_WORDS = 9
_SCARE_WORDS = 3
# Verbs that put a name on something: what they mark is said ("called him “Little Ben”").
_NAMING = frozenset({"call", "label", "brand", "describe", "mock", "deride", "dub", "nickname", "denounce", "refer"})
_NAMED_BEFORE = re.compile(
    r"\b(?:so[- ]called|known as|(?:code-?)?named|nicknamed|dubbed|titled|entitled|headlined|"
    r"labell?ed|marked|aka|the (?:word|term|phrase|slogan|nickname)s?)\W*$",
    re.IGNORECASE,
)
_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "vs", "with"}
)
_SENTENCE_MARK = re.compile(r"[.!?;]\W|[.!?]$")
_FIRM = ("touches", "near", "colon", "signed")
_LEANING = ("continues", "same_paragraph", "next_paragraph")


def only_speech(scene: Scene, spoken: Sequence[Spoken]) -> list[Spoken]:
    """The stretches that are quotations; titles, nicknames and scare quotes without reporting context are not.

    A stretch whose closing mark is missing needs a cue of its own, or goes on from a quotation that was kept.
    """
    out: list[Spoken] = []
    for one in spoken:
        features = dict(one.best.features) if one.best is not None else {}
        firm = any(features.get(name) for name in _FIRM)
        whole = one.marked.closed and one.marked.opened
        leaning = any(features.get(name) for name in _LEANING)
        if whole and stands_alone(scene, one.marked) and not _opens_clause(scene, one.marked):
            keep = firm or not _is_heading(scene, one)
        elif whole:
            keep = _is_quoted_words(scene, one, features, firm=firm)
        else:
            goes_on = leaning and bool(out) and one.best is not None and out[-1].best is not None
            keep = firm or (goes_on and out[-1].marked.paragraph >= one.marked.paragraph - 1)
        if keep:
            out.append(one)
    return out


def _opens_clause(scene: Scene, marked: Marked) -> bool:
    """Whether the reporter's sentence goes on behind the marks without a comma: `"New Dawn" is the party's name`."""
    inside, after = marked.span.of(scene.text).rstrip(), scene.text[marked.outer.end : marked.outer.end + 2]
    return inside[-1:].isalnum() and bool(re.match(r" [a-z]", after))


def _is_heading(scene: Scene, spoken: Spoken) -> bool:
    """A marked stretch that is all of its paragraph and no sentence: a heading between paragraphs."""
    paragraph, outer = scene.paragraphs[spoken.marked.paragraph].span, spoken.marked.outer
    alone = not scene.before(spoken.marked) and paragraph.end - outer.end <= 1
    return alone and _is_title(scene, spoken, _words(scene, spoken))


def _is_quoted_words(scene: Scene, spoken: Spoken, features: dict[str, float], *, firm: bool) -> bool:
    """Whether marked words inside a sentence are somebody's, rather than a title, a nickname or a coined term."""
    words = _words(scene, spoken)
    if _is_nickname(scene, spoken):
        return False
    if _is_title(scene, spoken, words):
        return _is_named(scene, spoken, features)
    short = len(words) <= _SCARE_WORDS
    if short and _NAMED_BEFORE.search(scene.before(spoken.marked)):
        return False
    by_name = features.get("agent", 0.0) >= 0.9
    return not short or firm or bool(features.get("subject") and by_name)


def _words(scene: Scene, spoken: Spoken) -> list[str]:
    return re.findall(r"[\w’'-]+", spoken.marked.span.of(scene.text))


def _is_nickname(scene: Scene, spoken: Spoken) -> bool:
    """Abdul “Duke” Rahman."""
    outer = spoken.marked.outer
    before, after = (
        scene.text[max(0, outer.start - 30) : outer.start].rstrip(" "),
        scene.text[outer.end : outer.end + 2].lstrip(" "),
    )
    last = re.search(r"[\w.]+$", before)
    words = spoken.marked.span.of(scene.text).split()
    if last is None or not (last.group()[0].isupper() and after[:1].isupper()):
        return False
    return len(words) <= 2 and words[0][:1].isupper()


def _is_title(scene: Scene, spoken: Spoken, words: list[str]) -> bool:
    """Whether the marked words are capitalised like a name and hold no end of a sentence."""
    content = [w for w in words if w.lower() not in _SMALL]
    text = spoken.marked.span.of(scene.text).rstrip(",.")
    capitalised = all(w[0].isupper() or w[0].isdigit() for w in content)
    return bool(content) and len(words) <= _TITLE_WORDS and capitalised and not _SENTENCE_MARK.search(text)


def _is_named(scene: Scene, spoken: Spoken, features: dict[str, float]) -> bool:
    """Whether somebody in the sentence puts this name on something, or a colon or comma sets it off as speech."""
    if features.get("colon") or scene.before(spoken.marked).endswith((",", ":")) or features.get("signed"):
        return True
    best, outer = spoken.best, spoken.marked.outer
    if best is None or best.cue is None or _NAMED_BEFORE.search(scene.before(spoken.marked)):
        return False
    sentence = scene.sentence_of(spoken.marked.span.start)
    if sentence is None:
        return False
    before = [c for c in scene.sentence_cues(sentence, sentence) if c.span.end <= outer.start]
    naming = any(scene.trees[c.sentence][c.token].lemma in _NAMING for c in before)
    return naming or (bool(features.get("touches")) and best.cue in before and best.cue.kind == "verb")

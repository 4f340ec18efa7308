"""Places told with what they lie in: "Tema, in the Volta region", "Tema in eastern Ghana"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.facts.phrases import BASES, POSTS, is_a
from dragoman.facts.placing import region, settlement_of
from dragoman.facts.view import Thing, View
from dragoman.facts.words import word_class
from dragoman.model.fact import FactMention
from dragoman.model.layers import Mention
from dragoman.model.span import Span
from dragoman.model.tree import Token

THINGS = POSTS | BASES | word_class("buildings")
LONGEST = 5
"""How many words after "in" the wider place may end: "in the Volta region", "in the Soviet republic of Latvia"."""


def read_lying(view: View) -> Iterator[FactMention]:
    """What a place lies in where "in" follows its name at once, or after a comma that another one closes."""
    for mention in view.mentions:
        preposition = _in_after(view, mention) if _is_place(view, mention) else None
        heads = view.tree.children(preposition.i, "pobj") if preposition is not None else []
        if preposition is None or not heads or heads[0].i - preposition.i > LONGEST:
            continue
        found = region(view, heads[0])
        if found is None or not _closed(view, mention, preposition, heads[0]) or not _wider(view, mention, heads[0]):
            continue
        name = " ".join(mention.span.of(view.text).split())
        if not found[0].name.lower().endswith(name.lower()):
            span = Span(mention.span.start, max(found[1].end, heads[0].end))
            yield view.fact(Thing(name), "located_in", found[0], span)


def _is_place(view: View, mention: Mention) -> bool:
    """Whether the name is a town's or region's: by the tagger, or after "the village of"."""
    known = mention.known
    if known is not None and known.form != "capital" and known.kind != "place":
        return False
    if is_a(view.tree[mention.last], THINGS):
        return False
    return mention.label in ("GPE", "LOC") or settlement_of(view, mention) is not None


def _in_after(view: View, mention: Mention) -> Token | None:
    tokens = view.tree.tokens[mention.last + 1 : mention.last + 3]
    if tokens and tokens[0].text == ",":
        tokens = tokens[1:]
    return tokens[0] if tokens and tokens[0].lemma.lower() == "in" else None


def _closed(view: View, mention: Mention, preposition: Token, head: Token) -> bool:
    """Whether a comma before "in" is answered by punctuation after the phrase, so that it goes with the name."""
    if preposition.i == mention.last + 1:
        return True
    end = head.i + 1
    return end >= len(view.tree) or view.tree[end].text in (",", ".", ";", ":", ")", "—", "–", "--", "-")


def _wider(view: View, mention: Mention, head: Token) -> bool:
    """Whether the gazetteer has nothing against it: one country, and the second place the larger one."""
    inner, outer = view.place_at(view.tree[mention.last]), view.place_at(head)
    if inner is None or outer is None or inner.country_code is None or outer.country_code is None:
        return True
    return inner.country_code == outer.country_code and (inner.resolution or 9) > (outer.resolution or 0)

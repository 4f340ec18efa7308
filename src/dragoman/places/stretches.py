"""Which stretches of a sentence may be place names: the tagger's, the gazetteer's, and those a type noun makes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.model.layers import Mention
from dragoman.model.span import Span
from dragoman.model.tree import Token, Tree
from dragoman.places.words import COMPASS, FIRST_TYPES, INNER, NOT_PLACES, NUMBERED, TITLES, TYPES

LONGEST = 6
"""Tokens in the longest name that is looked up ("Democratic Republic of the Congo")."""

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
STATE_KINDS = frozenset({"state", "place"})
LEADING = frozenset({"The", "A", "In", "At", "From", "Downtown", "Nearby", "Greater"})
"""Words the tagger takes along at the start of a sentence or a name."""

PROPER_FIRST = NOT_PLACES - COMPASS - {"new", "old", "upper", "lower", "great", "park"}
"""Words that do not start a name with a type noun: "The River", "Supreme Bridge"."""

IsListed = Callable[[str], bool]
"""Told a surface, says whether the gazetteer or a table of ours has it."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens `first` to `last` of a sentence as a possible toponym, with the smallest mention that covers them.

    `whole` says that the stretch is all of that mention's name; `typed` that its type noun makes it a name.
    """

    first: int
    last: int
    span: Span
    surface: str
    mention: Mention | None
    whole: bool
    typed: bool

    @property
    def is_place_mention(self) -> bool:
        """Whether the tagger itself calls exactly these words a place."""
        return self.whole and self.mention is not None and self.mention.label in PLACE_LABELS


def stretches(text: str, tree: Tree, mentions: Sequence[Mention], is_listed: IsListed) -> list[Stretch]:
    """All candidate stretches of a sentence, each once; they may overlap."""
    seen = dict.fromkeys((*_tagged(tree, mentions), *_listed(text, tree, is_listed), *_typed(tree)))
    return [_stretch(text, tree, mentions, first, last, is_listed) for first, last in seen]


def is_capital(token: Token) -> bool:
    """Whether the token starts with a capital."""
    return token.text[:1].isupper()


def _stretch(text: str, tree: Tree, mentions: Sequence[Mention], first: int, last: int, is_listed: IsListed) -> Stretch:
    span = Span(tree[first].start, tree[last].end)
    covering = [m for m in mentions if m.first <= first and last <= m.last]
    mention = min(covering, key=lambda m: m.last - m.first, default=None)
    whole = mention is not None and _core(tree, mention) == (first, last)
    surface = " ".join(span.of(text).split())
    if _needs_article(tree, first, surface, is_listed):
        surface = f"the {surface}"
    return Stretch(first, last, span, surface, mention, whole, is_typed(tree, first, last))


def _core(tree: Tree, mention: Mention) -> tuple[int, int]:
    """A mention's tokens without leading articles and prepositions, and without what trails without a capital."""
    first, last = mention.first, mention.last
    while first < last and (not is_capital(tree[first]) or tree[first].text in LEADING):
        first += 1
    while first < last and not (is_capital(tree[last]) or tree[last].text[:1].isdigit()):
        last -= 1
    return first, last


def _tagged(tree: Tree, mentions: Iterable[Mention]) -> Iterator[tuple[int, int]]:
    for mention in mentions:
        if mention.label in PLACE_LABELS or (mention.known is not None and mention.known.kind in STATE_KINDS):
            yield _core(tree, mention)


def _listed(text: str, tree: Tree, is_listed: IsListed) -> Iterator[tuple[int, int]]:
    """The longest stretches that are listed, from left to right."""
    reached = 0
    for token in tree:
        if token.i < reached or not is_capital(token):
            continue
        last = next((j for j in _ends(tree, token.i) if _may_be_listed(text, tree, token.i, j, is_listed)), None)
        if last is not None:
            yield token.i, last
            reached = last + 1


def _ends(tree: Tree, first: int) -> list[int]:
    """Where a name that starts at `first`, with a capital, may end, farthest first."""
    ends: list[int] = []
    for j in range(first, min(first + LONGEST, len(tree))):
        if is_capital(tree[j]):
            ends.append(j)
        elif tree[j].text.casefold() not in INNER:
            break
    return ends[::-1]


def _may_be_listed(text: str, tree: Tree, first: int, last: int, is_listed: IsListed) -> bool:
    surface = text[tree[first].start : tree[last].end]
    if _needs_article(tree, first, surface, is_listed):
        return True
    if first == last and surface.casefold() in NOT_PLACES:
        return False
    return is_listed(surface)


def _needs_article(tree: Tree, first: int, surface: str, is_listed: IsListed) -> bool:
    """Whether the name is a place with its article only: "the Gulf", but not "Gulf" or "Gulf Air"."""
    following_the = first > 0 and tree[first - 1].text.casefold() == "the"
    return following_the and is_listed(f"the {surface}")


def _typed(tree: Tree) -> Iterator[tuple[int, int]]:
    """The longest typed stretch of each run of capitalised tokens."""
    i = 0
    while i < len(tree):
        if not is_capital(tree[i]) or tree[i].tag in ("PRP", "DT", "IN"):
            i += 1
            continue
        j = i
        while j + 1 < len(tree) and (is_capital(tree[j + 1]) or tree[j + 1].text.isdigit()) and j + 1 - i < LONGEST:
            j += 1
        end = next((end for end in range(j, i, -1) if is_typed(tree, i, end)), None)
        if end is not None:
            yield i, end
        i = j + 1


def is_typed(tree: Tree, first: int, last: int) -> bool:
    """Whether the tokens are a short name with its type noun: "Tana River", "Lake Tana", "Elm Street", "Highway 12"."""
    words = [tree[i].text.casefold().rstrip(".") for i in range(first, last + 1)]
    if not 2 <= len(words) <= 4:
        return False
    if words[0] in NUMBERED:
        return len(words) == 2 and words[1].isdigit()
    if words[-1] in TYPES:
        # "Ohio Highway 7" is a numbered road after the name of a state.
        numbered = words[-1] in NUMBERED and last + 1 < len(tree) and tree[last + 1].text[:1].isdigit()
        return not numbered and words[0] not in PROPER_FIRST and words[0] not in TITLES
    return words[0] in FIRST_TYPES and words[1] not in TYPES and len(words) <= 3 and not words[-1].isdigit()

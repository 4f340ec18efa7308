"""Links the names of a report: full and short forms of persons here, all others in `bodies`."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from dragoman.actors.bodies import LABEL_TYPES, BodyLinker, learn_known
from dragoman.actors.choice import Choice, Considered, choose_only
from dragoman.actors.register import Draft, Register
from dragoman.kb.load import Knowledge
from dragoman.model.layers import Mention
from dragoman.model.tree import Tree

PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "bint", "abu", "van", "von", "de", "der", "di", "da", "la", "le", "ben"}
)
SUFFIXES = frozenset({"jr", "sr", "junior", "senior"})
"""What tells a son from his father of the same name, and is no surname."""
FULL_NAME = "full_name"
LONGEST_NAME = 3
"""Words of the longest name that is taken for a person's against the tagger."""
_SPELLINGS = (("ou", "u"), ("oo", "u"), ("ee", "i"), ("dj", "j"), ("o", "u"), ("e", "i"), ("y", "i"))
"""What transliterations write one way or the other: Nuaimi and Noaimi; Hansen and Hanson stay two names."""


@dataclass(frozen=True, slots=True)
class Named:
    """A mention with the entity it names and its head token."""

    mention: Mention
    draft: Draft
    head: int


def name_key(text: str) -> tuple[str, ...]:
    """The name's words for comparison: lower case, no accents, no particles, no "Jr", "Al-Noaimi" as "noaimi"."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    words = plain.replace("’", "'").replace("-", " ").replace(".", " ").split()
    telling = tuple(w for w in words if w not in PARTICLES)
    return (telling[:-1] if len(telling) > 1 and telling[-1] in SUFFIXES else telling) or tuple(words)


def same_person(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether `short` can be a form of the fuller name: same last word, and no first name that contradicts."""
    if not short or not full or len(short) > len(full):
        return False
    if _spelling(short[-1]) != _spelling(full[-1]):
        # The given name alone, as news uses it for royals and for some countries: "Saddam", "Aung San".
        given = len(short) == 1 and len(full) > 1 and short[0] == full[0] and len(short[0]) > 3
        # Of two surnames the first counts: "Rojas" and "Ana Rojas" for "Ana Rojas Vidal".
        return given or (len(full) > 2 and short in (full[-2:-1], full[:-1]) and len(short[-1]) > 3)
    return all(any(a == b or (len(a) == 1 and b.startswith(a)) for b in full[:-1]) for a in short[:-1])


def _spelling(word: str) -> str:
    """The word with the letters that transliterations swap made one, and doubled letters single."""
    for written, meant in _SPELLINGS:
        word = word.replace(written, meant)
    return "".join(c for n, c in enumerate(word) if n == 0 or word[n - 1] != c)


class NameLinker:
    """Gives every named mention its entity."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def link(self, mentions: Sequence[Mention], trees: Sequence[Tree], register: Register, *, text: str) -> list[Named]:
        """One `Named` per mention that names an entity; unknown nationalities and titles of works are left out."""
        persons = self._persons(mentions, trees, register, text=text)
        bodies = BodyLinker(self.knowledge, [m for m in mentions if m not in persons], register, text=text)
        out: list[Named] = []
        for mention in mentions:
            draft = persons.get(mention) or bodies.read(mention)
            if draft is not None:
                out.append(Named(mention, draft, head_of(trees[mention.sentence], mention)))
        return out

    def _persons(
        self, mentions: Sequence[Mention], trees: Sequence[Tree], register: Register, *, text: str
    ) -> dict[Mention, Draft]:
        named = [m for m in mentions if m.is_person or self._is_addressed(trees[m.sentence], m)]
        keys = {m: name_key(self._bare(m.span.of(text))) for m in named}
        strays = self._mislabelled(mentions, keys, text=text)
        keys |= strays
        out: dict[Mention, Draft] = {}
        fullest: list[tuple[tuple[str, ...], Draft]] = []
        titles: set[tuple[int, str | None]] = set()
        # Longest names first, so that a short form finds its full one even if that stands later in the report.
        for mention in sorted(keys, key=lambda m: (-len(keys[m]), m.span.start)):
            key = keys[mention]
            title = self._title_before(trees[mention.sentence], mention)
            choice = _choose(mention, key, fullest, title=title, titles=titles)
            if any(FULL_NAME not in c.features for c in choice.candidates):
                register.note(choice)
            if choice.only is not None:
                draft = choice.only
                draft.mentions.append(mention.span)
            elif mention in strays and not any(same_person(k, key) for m, k in keys.items() if m not in strays):
                continue
            else:
                # None, or two of one surname: a form of its own rather than a guess between them.
                draft = register.add(self._bare(mention.span.of(text)), "person", mention.span)
                fullest.append((key, draft))
            titles.add((id(draft), title))
            learn_known(draft, mention.known)
            out[mention] = draft
        return out

    def _title_before(self, tree: Tree, mention: Mention) -> str | None:
        """The title or last word of an office right before the name: "minister" of "Foreign Minister Ama Darko"."""
        before = tree[mention.first - 1] if mention.first else None
        if before is None or not before.text[:1].isupper():
            return None
        titled = self.knowledge.title([before.text]) is not None or self.knowledge.role([before.lemma]) is not None
        return before.text.casefold().rstrip(".") if titled else None

    def _is_addressed(self, tree: Tree, mention: Mention) -> bool:
        """Whether a rank or honorific stands right before a name that no table knows: "Mrs. Darko"."""
        before = tree[mention.first - 1].text if mention.first else ""
        known = mention.known is not None or mention.label in ("NORP", "")
        return not known and before[:1].isupper() and self.knowledge.title([before]) is not None

    def _mislabelled(
        self, mentions: Sequence[Mention], persons: Mapping[Mention, tuple[str, ...]], *, text: str
    ) -> dict[Mention, tuple[str, ...]]:
        """Names that the tagger took for bodies or places, with a person's surname for their last word."""
        surnames = {key[-1] for key in persons.values() if key}
        unknown = [m for m in mentions if m not in persons and m.known is None and m.label in LABEL_TYPES]
        keys = {m: name_key(self._bare(m.span.of(text))) for m in unknown}
        return {m: key for m, key in keys.items() if len(key) <= LONGEST_NAME and key[-1] in surnames}

    def _bare(self, name: str) -> str:
        """The name without honorifics before it, and without what a broken reading put before it."""
        words = name.split()
        first = max((n + 1 for n, w in enumerate(words[:-1]) if w.islower() and w not in PARTICLES), default=0)
        while first < len(words) - 1 and self.knowledge.title([words[first]]) is not None:
            first += 1
        return " ".join(words[first:])


def _choose(
    mention: Mention,
    key: tuple[str, ...],
    persons: Sequence[tuple[tuple[str, ...], Draft]],
    *,
    title: str | None,
    titles: Set[tuple[int, str | None]],
) -> Choice:
    """The only person whose name this can be a form of; of several the only one told of with the same title."""
    fits = [(k, d) for k, d in persons if same_person(key, k)]
    fuller = [(k, d) for k, d in fits if len(k) > len(key)]
    known = mention.known
    candidates = []
    for k, d in fuller or fits:
        told = {
            FULL_NAME: k == key,
            "same_surname": k != key and _spelling(k[-1]) == _spelling(key[-1]),
            "given_name": k != key and k[0] == key[0],
            "title_agrees": title is not None and (id(d), title) in titles,
            "name_in_tables": known is not None and known.kind == "person" and known.entity == d.name,
            "holds_office_on_date": d.in_office,
        }
        candidates.append(Considered(d, tuple(name for name, holds in told.items() if holds)))
    return choose_only(mention.span, "name", candidates, several="two_of_one_surname", deciding="title_agrees")


def head_of(tree: Tree, mention: Mention) -> int:
    """The token of the mention whose head lies outside it: where the name hangs in the sentence."""
    inside = range(mention.first, mention.last + 1)
    tops = [i for i in inside if tree[i].head not in inside or tree[i].head == i]
    # A broken parse may give several; the last noun is the head of an English name.
    named = [i for i in tops if tree[i].pos in ("PROPN", "NOUN", "ADJ")] or tops
    return named[-1]

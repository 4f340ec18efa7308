"""Finds toponyms: every capitalised stretch is weighed by what the tagger, the gazetteer and the words around it say.

The tagger alone misses many: it reads a fifth of the towns in local news as parts of organisations. A gazetteer alone
finds too many. So each candidate stretch gets named features whose sum must reach `THRESHOLD`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.model.layers import Layers, Mention
from dragoman.model.span import Span
from dragoman.model.tree import Token, Tree
from dragoman.places import tables
from dragoman.places.context import Toponym
from dragoman.places.gazetteer import Gazetteer, name_key
from dragoman.places.words import (
    BUILDINGS,
    CIVIC,
    COMPASS,
    DIVISIONS,
    FIRST_TYPES,
    INNER,
    LOCATIVE,
    NOT_PLACES,
    SETTLEMENTS,
    STREETS,
    TITLES,
    TYPES,
)

THRESHOLD = 2.0
LONGEST = 6
"""Tokens in the longest name that is looked up ("Democratic Republic of the Congo")."""

BIG_TOWN = 50_000
"""Towns from here on count inside names of organisations too (notes/places.md compares 10, 50 and 200 thousand)."""
MIDDLE_TOWN = 5_000
BIG_DIVISION = 1_000_000
"""Smaller first-level divisions often bear everyday words as names ("Gulf", "Lakes")."""

WHOLE = {"GPE": 3.0, "LOC": 2.5, "FAC": 1.5, "NORP": 0.0, "ORG": 0.0, "PERSON": -0.5, "": -0.5}
"""What the tagger's label of the whole stretch adds; labels not named here (EVENT, LAW ...) add OTHER."""
PART = {"GPE": 1.5, "LOC": 1.5, "FAC": 0.5, "ORG": 0.0, "EVENT": 0.0, "PERSON": -3.0, "NORP": -0.5}
"""What it adds where the stretch is a part of a longer tagged name."""
OTHER = -1.0

KNOWN = {"state": 2.5, "division": 2.5, "region": 2.5, "district": 2.5, "big": 2.0, "middle": 0.5, "small": 0.0, "": -1.5}
"""What the best place of that name adds, by its kind (see `Recogniser._kind`)."""

DASHES = frozenset({"-", "--", "---", "–", "—", "("})
WEAK_LOCATIVE = frozenset({"to", "by", "via", "between", "through", "toward", "towards", "over", "along", "off"})
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
HIDING = frozenset({"LANGUAGE", "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Tokens `first` to `last` of a sentence as a possible toponym, with the mention that covers them, if any."""

    first: int
    last: int
    span: Span
    surface: str
    mention: Mention | None
    whole: bool
    typed: bool = False


class Recogniser:
    """Finds the toponyms of a report; made once per gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.adjectives = tables.adjectives()
        divisions = tables.divisions()
        self.abbreviations = {a: d.iso for d in divisions for a in d.abbreviations}
        self.names = {d.names[0]: d.iso for d in divisions if d.iso.startswith("US-")}
        self.known_divisions = {d.names[0] for d in divisions}
        self.written = {_letters(a): iso for a, iso in (*self.abbreviations.items(), *self.names.items())}
        self.abbreviation = _abbreviation_pattern(self.abbreviations, self.names)

    def find(self, layers: Layers) -> list[Toponym]:
        """Toponyms of all sentences in text order, none overlapping."""
        by_sentence: dict[int, list[Mention]] = {}
        for mention in layers.mentions or ():
            by_sentence.setdefault(mention.sentence, []).append(mention)
        trees = [t for t in layers.trees or () if t.tokens]
        text = layers.document.text
        weighed = [
            (
                tree,
                [
                    *self._abbreviated(text, tree),
                    *(self._weigh(tree, s) for s in self._stretches(text, tree, by_sentence.get(tree.sentence, []))),
                ],
            )
            for tree in trees
        ]
        people = _family_names(layers.mentions or (), text)
        sure = {name_key(t.surface) for _, found in weighed for t in found if t.score >= THRESHOLD + 1.5}
        out: list[Toponym] = []
        for _, found in weighed:
            again = [_with_document(t, people, sure) for t in found]
            out.extend(_without_overlaps(t for t in again if t.score >= THRESHOLD))
        return out

    def _stretches(self, text: str, tree: Tree, mentions: list[Mention]) -> Iterator[_Stretch]:
        seen: set[tuple[int, int]] = set()
        for first, last in (*_tagged(tree, mentions), *self._listed(text, tree), *_typed(tree)):
            if (first, last) in seen:
                continue
            seen.add((first, last))
            span = Span(tree[first].start, tree[last].end)
            mention = _covering(mentions, first, last)
            whole = mention is not None and _core(tree, mention) == (first, last)
            surface = " ".join(span.of(text).split())
            yield _Stretch(first, last, span, surface, mention, whole, _is_typed(tree, first, last))

    def _listed(self, text: str, tree: Tree) -> Iterator[tuple[int, int]]:
        """Longest stretches that the gazetteer or a table of ours lists, from left to right."""
        i = 0
        while i < len(tree):
            if not _capital(tree[i]):
                i += 1
                continue
            last = next((j for j in self._ends(tree, i) if self._is_listed(text, tree, i, j)), None)
            if last is not None:
                yield i, last
            i = i + 1 if last is None else last + 1

    @staticmethod
    def _ends(tree: Tree, first: int) -> list[int]:
        """Where a name that starts at `first` may end, farthest first."""
        ends = []
        for j in range(first, min(first + LONGEST, len(tree))):
            if _capital(tree[j]):
                ends.append(j)
            elif tree[j].text.casefold() not in INNER:
                break
        return ends[::-1]

    def _is_listed(self, text: str, tree: Tree, first: int, last: int) -> bool:
        surface = text[tree[first].start : tree[last].end]
        if first == last and (surface.casefold() in NOT_PLACES or len(surface) < 3):
            return False
        return surface in self.adjectives or bool(self.gazetteer.named(surface))

    def _weigh(self, tree: Tree, s: _Stretch) -> Toponym:
        """The stretch as a toponym with its features, those about the whole report excepted."""
        known = s.mention.known if s.mention and s.whole else None
        state = known if known and known.kind in ("state", "place") and known.code else None
        adjective = state is not None and state.form in ("adjective", "demonym")
        body = s.mention is not None and not s.whole and s.mention.known is not None
        if body and s.surface in self.adjectives:
            return Toponym(s.span, tree.sentence, s.surface, (("in_body", -1.0),), adjectival=True)
        if s.surface in self.adjectives and (adjective or not self.gazetteer.named(s.surface)):
            target = self.adjectives[s.surface]
            return Toponym(s.span, tree.sentence, s.surface, _people(tree, s), region=target, adjectival=True)
        if state is not None and adjective:
            return Toponym(s.span, tree.sentence, s.surface, _people(tree, s), country=state.code, adjectival=True)
        features = [*_label_features(tree, s), *self._kind_features(s), *_word_features(tree, s)]
        country = None
        if state is not None and state.form == "name":
            features.append(("state", 2.5))
            if state.kind == "state" or not self._is_division(s.surface):
                country = state.code
        street = s.typed and tree[s.last].text.casefold().rstrip(".") not in BUILDINGS | DIVISIONS
        listed = country is not None or bool(self.gazetteer.named(s.surface))
        return Toponym(
            s.span, tree.sentence, s.surface, tuple(features), country=country, listed=listed, street=street
        )

    def _is_division(self, surface: str) -> bool:
        """Whether a first-level division or territory has this name: "Scotland" is that, not the United Kingdom."""
        return any(c.usual and c.place.feature in ("ADM1", "PCLI") for c in self.gazetteer.named(surface))

    def _abbreviated(self, text: str, tree: Tree) -> Iterator[Toponym]:
        """Divisions as news abbreviates them: ", Tex." after a town, "D-Calif.", "N.Y." anywhere."""
        start, end = tree[0].start, tree.tokens[-1].end
        for found in self.abbreviation.finditer(text, start, end):
            name = next(g for g in found.groupdict().values() if g)
            at = found.end() - len(name)
            yield Toponym(
                Span(at, found.end()),
                tree.sentence,
                name,
                (("abbreviation", 9.0),),
                division=self.written[_letters(name)],
            )

    def _kind_features(self, s: _Stretch) -> Iterator[tuple[str, float]]:
        kind = self._kind(s.surface)
        if not kind and s.typed:
            return
        if kind == "region" and self._is_seat(s.surface):
            yield "gazetteer:seat", 1.0
            return
        if s.whole and s.mention and s.mention.label in PLACE_LABELS:
            yield f"gazetteer:{kind or 'unknown'}", max(KNOWN[kind], 0.0) if kind else KNOWN[""]
        else:
            yield f"gazetteer:{kind or 'unknown'}", KNOWN[kind]

    def _is_seat(self, surface: str) -> bool:
        """Seats of government and streets that mean what goes on there: a place only after "at", "near" ..."""
        return any(c.place.feature in ("GOVL", "BLDG", "ST") for c in self.gazetteer.named(surface))

    def _kind(self, surface: str) -> str:
        """The kind of the biggest place of that name: a key of KNOWN; names that are only alternate ones count less."""
        best = ""
        order = ("", "small", "middle", "big", "district", "region", "division", "state")
        for candidate in self.gazetteer.named(surface):
            place = candidate.place
            if not candidate.usual and not place.is_town:
                kind = "small"
            elif place.is_country:
                kind = "state"
            elif place.feature == "ADM1":
                known = place.population >= BIG_DIVISION or place.name in self.known_divisions
                kind = "division" if known else "middle"
            elif place.feature == "ADM2":
                kind = "district" if " " in surface else "small"
            elif not place.is_town:
                kind = "region"
            elif place.population >= BIG_TOWN and (candidate.usual or place.population >= 10 * BIG_TOWN):
                kind = "big"
            else:
                kind = "middle" if place.population >= MIDDLE_TOWN and candidate.usual else "small"
            best = max(best, kind, key=order.index)
        return best


def _capital(token: Token) -> bool:
    return token.text[:1].isupper()


def _letters(abbreviation: str) -> str:
    """ "W. Va." and "W.Va" are written alike."""
    return abbreviation.replace(".", "").replace(" ", "")


def _abbreviation_pattern(abbreviations: Iterable[str], names: Iterable[str]) -> re.Pattern[str]:
    def any_of(words: Iterable[str]) -> str:
        return "|".join(re.escape(w).replace(r"\ ", r"\s?") for w in sorted(words, key=lambda w: (-len(w), w)))

    dotted = [a for a in abbreviations if a.count(".") > 1]
    short = {*abbreviations, *(a.rstrip(".") for a in abbreviations if a.count(".") == 1 and len(a) > 3)}
    return re.compile(
        rf"(?<=[\w.)])\s?[,(]\s{{0,2}}(?P<after>{any_of(short)})(?![\w&])"
        rf"|\b[DR]-(?P<party>{any_of({*short, *names})})(?!\w)"
        rf"|(?<![\w.])(?P<dotted>{any_of(dotted)})(?!\w)"
    )


def _covering(mentions: Sequence[Mention], first: int, last: int) -> Mention | None:
    """The smallest mention that holds the tokens."""
    covering = [m for m in mentions if m.first <= first and last <= m.last]
    return min(covering, key=lambda m: m.last - m.first, default=None)


def _core(tree: Tree, mention: Mention) -> tuple[int, int]:
    """A mention's tokens without leading articles and prepositions, trailing possessives and full stops."""
    first, last = mention.first, mention.last
    while first < last and not _capital(tree[first]):
        first += 1
    while first < last and tree[first].text in ("The", "A", "In", "At", "From", "Downtown", "Nearby", "Greater"):
        first += 1
    while first < last and not (_capital(tree[last]) or tree[last].text[:1].isdigit()):
        last -= 1
    return first, last


def _tagged(tree: Tree, mentions: Iterable[Mention]) -> Iterator[tuple[int, int]]:
    for mention in mentions:
        if mention.label in PLACE_LABELS or (mention.known is not None and mention.known.kind in ("state", "place")):
            first, last = _core(tree, mention)
            # "north Georgia": the tagger takes the compass word along.
            if first < last and tree[first].text.casefold() in COMPASS and not _capital(tree[first]):
                first += 1
            yield first, last


def _typed(tree: Tree) -> Iterator[tuple[int, int]]:
    """Stretches that a type noun makes a name: "Elm Street", "Tana River", "Lake Tana", "Highway 12"."""
    i = 0
    while i < len(tree):
        if not _capital(tree[i]) or tree[i].tag in ("PRP", "DT", "IN"):
            i += 1
            continue
        j = i
        while j + 1 < len(tree) and _capital(tree[j + 1]) and j + 1 - i < LONGEST:
            j += 1
        for end in range(j, i, -1):
            if _is_typed(tree, i, end):
                yield i, end
                break
        if tree[i].text.casefold() in FIRST_TYPES and i + 1 < len(tree) and (j > i or tree[i + 1].text[:1].isdigit()):
            yield i, max(j, i + 1)
        i = j + 1


def _is_typed(tree: Tree, first: int, last: int) -> bool:
    """Whether the tokens are a name of one to three words and a type noun, as "Tana River" is."""
    words = [tree[i].text.casefold().rstrip(".") for i in range(first, last + 1)]
    if len(words) < 2 or len(words) > 4:
        return False
    follower = tree[last + 1].text if last + 1 < len(tree) else ""
    if words[-1] in ("highway", "route", "interstate") and follower[:1].isdigit():
        return False
    if words[-1] in TYPES and words[0] not in NOT_PLACES - COMPASS - {"new", "old", "upper", "lower", "great", "park"}:
        return words[0] not in TITLES
    if words[0] in ("highway", "interstate", "route"):
        return words[1].isdigit() and len(words) == 2
    return words[0] in FIRST_TYPES and words[1] not in TYPES and len(words) <= 3


def _label_features(tree: Tree, s: _Stretch) -> Iterator[tuple[str, float]]:
    if tree[s.first].ner in HIDING and tree[s.last].ner in HIDING and not s.whole:
        yield "hidden", -2.0
    elif s.mention is None:
        yield "untagged", WHOLE[""]
    elif s.whole:
        yield f"is:{s.mention.label}", WHOLE.get(s.mention.label, OTHER)
    else:
        yield f"in:{s.mention.label}", PART.get(s.mention.label, OTHER)


def _word_features(tree: Tree, s: _Stretch) -> Iterator[tuple[str, float]]:
    before = tree[s.first - 1] if s.first else None
    after = tree[s.last + 1] if s.last + 1 < len(tree) else None
    place_label = s.whole and s.mention is not None and s.mention.label in PLACE_LABELS
    if s.typed:
        last = tree[s.last].text.casefold().rstrip(".")
        yield "type", 2.5 if last in STREETS or last == "county" else 2.0
    yield from _place_words(tree, s, before, after)
    if before is not None and before.text.casefold().rstrip(".") in TITLES and s.first == s.last and not place_label:
        yield "title", -3.0
    alone = s.mention is None or s.mention.label == "PERSON"
    if after is not None and after.text.casefold() in CIVIC:
        alone = False
    if before is not None and alone and before.tag in ("NNP", "NNPS") and before.text.casefold() not in COMPASS:
        yield "name_before", -1.5
    if after is not None and alone and after.tag in ("NNP", "NNPS") and after.text.casefold() not in TYPES:
        yield "name_after", -1.0
    if s.first == s.last and tree[s.first].tag not in ("NNP", "NNPS") and not place_label:
        yield "no_proper_noun", -1.0
    if s.first == s.last and s.surface.casefold() in NOT_PLACES:
        yield "common_word", -3.0
    if after is not None and after.text == "," and s.last + 2 < len(tree) and _capital(tree[s.last + 2]):
        follower = tree[s.last + 2]
        if follower.ner == "GPE" or follower.text.rstrip(".").isupper():
            yield "within", 1.5
    if before is not None and before.text == "," and s.first >= 2 and tree[s.first - 2].ner == "GPE":
        yield "contains", 0.5


def _place_words(tree: Tree, s: _Stretch, before: Token | None, after: Token | None) -> Iterator[tuple[str, float]]:
    """What the next words say for a place."""
    if before is not None and before.text.casefold() in LOCATIVE:
        yield "locative", 1.0 if before.text.casefold() in WEAK_LOCATIVE else 1.5
    elif before is not None and before.text.casefold() == "of" and s.first > 1:
        two = tree[s.first - 2]
        if two.text.casefold() in SETTLEMENTS or two.text == ",":
            # "the town of Salem"; "Jane Roe, 41, of Salem".
            yield "home", 2.0
        else:
            yield "of", 0.5
    if after is not None and after.text.casefold() in CIVIC:
        yield "civic", 1.5
    if s.surface.isupper() and len(s.surface) > 3 and after is not None and after.text in DASHES:
        yield "dateline_form", 3.0


def _people(tree: Tree, s: _Stretch) -> tuple[tuple[str, float], ...]:
    """Adjectives and peoples are toponyms unless they are a language: "in Spanish", "speaks French"."""
    after = tree[s.last + 1] if s.last + 1 < len(tree) else None
    before = tree[s.first - 1].lemma if s.first else ""
    noun_follows = after is not None and after.pos in ("NOUN", "PROPN", "ADJ")
    if tree[s.first].ner in HIDING or (before in ("in", "into", "speak", "learn", "teach") and not noun_follows):
        return (("language", -1.0),)
    return (("people", 3.0),)


def _family_names(mentions: Iterable[Mention], text: str) -> frozenset[str]:
    """Last words of people's full names."""
    names = [m.span.of(text).split() for m in mentions if m.label == "PERSON"]
    return frozenset(name_key(words[-1]) for words in names if len(words) > 1)


def _with_document(toponym: Toponym, people: frozenset[str], sure: set[str]) -> Toponym:
    """Adds what the rest of the report says: the name is a place elsewhere, or somebody's family name."""
    if toponym.adjectival:
        return toponym
    key = name_key(toponym.surface)
    extra: list[tuple[str, float]] = []
    if key in sure:
        extra.append(("place_elsewhere", 1.5))
    elif key in people:
        extra.append(("person_elsewhere", -3.0))
    return replace(toponym, features=(*toponym.features, *extra)) if extra else toponym


def _without_overlaps(found: Iterable[Toponym]) -> list[Toponym]:
    """Listed names and streets before unknown longer ones, then longer ones, then higher scores; in text order.

    "Oslo District Court" is not listed and gives way to "Oslo"; "Oslo Street" does not.
    """
    kept: list[Toponym] = []
    for toponym in sorted(found, key=lambda t: (not (t.listed or t.street), -len(t.span), -t.score, t.span)):
        if not any(toponym.span.overlaps(k.span) for k in kept):
            kept.append(toponym)
    return sorted(kept, key=lambda t: t.span)

"""Names in the text: what the tagger found, corrected by what the knowledge base knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.kb.load import Knowledge
from dragoman.model.layers import KnownName, Layers, Mention
from dragoman.model.span import Span
from dragoman.model.tree import Token, Tree

NAME_LABELS = frozenset({"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART"})
STRAY_LABELS = frozenset({"PRODUCT", "WORK_OF_ART", "NORP"})
"""Labels that name nobody who acts; what else the report calls a person has been mislabelled."""
CLITICS = frozenset({"'s", "’s", "'", "’"})
AGREEMENTS = frozenset("Accord Accords Agreement Agreements Armistice Pact Protocol Treaties Treaty".split())
"""Last words by which a name of several words is an agreement's. Not "Convention", which parties hold too."""
AMBIGUOUS_TITLES = frozenset(
    "General Major Judge Chief Private Master Sir King Queen Mother Father Brother Sister Count President".split()
)
"""Titles that begin other names as well: the "General Staff", the "Major Crimes Unit"."""
AGES = range(5, 111)
PLACING = frozenset({"in", "at", "near", "from", "outside", "around"})
KNOWN_LABELS = {
    "state": "GPE",
    "place": "LOC",
    "organization": "ORG",
    "armed_group": "ORG",
    "military_unit": "ORG",
    "person": "PERSON",
    "agreement": "LAW",
    "exercise": "EVENT",
    "population": "NORP",
}


@dataclass(frozen=True, slots=True)
class _Found:
    first: int
    last: int
    label: str
    known: KnownName | None = None

    def inside(self, other: _Found) -> bool:
        return other.first <= self.first and self.last <= other.last

    def crosses(self, other: _Found) -> bool:
        meet = self.first <= other.last and other.first <= self.last
        return meet and not self.inside(other) and not other.inside(self)


class MentionFinder:
    """Fills `mentions`: names in text order, an outer name before the names inside it."""

    needs: tuple[str, ...] = ("trees",)
    gives = "mentions"

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def run(self, layers: Layers) -> Layers:
        """The layers with `mentions`. Nested names are kept: "Bank of Ghana" and, inside it, "Ghana"."""
        doc = layers.document
        out: list[Mention] = []
        trees = layers.trees or ()
        for tree in trees:
            if not tree.tokens:
                continue
            span = doc.sentences[tree.sentence].span
            hits = self.knowledge.find(span.of(doc.text), on=doc.published)
            known = [
                _Found(first, last, _label(hit.name), hit.name)
                for hit in hits
                if (at := _tokens(tree, span.start + hit.start, span.start + hit.end)) is not None
                for first, last in (at,)
            ]
            tagged = [self._mended(tree, f) for f in _tagged(tree)]
            for found in _merge([*tagged, *self._titled(tree)], known):
                words = Span(tree[found.first].start, tree[found.last].end)
                out.append(Mention(words, tree.sentence, found.first, found.last, found.label, found.known))
        return replace(layers, mentions=tuple(_with_names(_with_surnames(out, trees), trees)))

    def _titled(self, tree: Tree) -> Iterator[_Found]:
        """Names that the tagger overlooked right behind an honorific or rank: "Mr. Darko", "Colonel Ama Darko"."""
        for token in tree.tokens[1:]:
            before = tree[token.i - 1]
            if not _is_untagged_name(token) or before.text in AMBIGUOUS_TITLES or not before.text[:1].isupper():
                continue
            if self.knowledge.title([before.text]) is not None:
                last = token.i
                while last + 1 < len(tree) and _is_untagged_name(tree[last + 1]):
                    last += 1
                yield _Found(token.i, last, "PERSON")

    def _mended(self, tree: Tree, found: _Found) -> _Found:
        """The tagged name, mended by its own words and those around it.

        The "Lima Accords" are no person, honorifics are no part of a name ("Ms Darko"), and what the tagger calls a
        body right after a role noun ("envoy Ama Darko") is a person.
        """
        if found.first < found.last and tree[found.last].text in AGREEMENTS:
            return replace(found, label="LAW")
        if found.label == "PERSON":
            found = replace(found, last=_after_nickname(tree, found.last))
            while found.first < found.last and self.knowledge.title([tree[found.first].text]) is not None:
                found = replace(found, first=found.first + 1)
            return found
        if found.label == "NORP" or tree[found.first].pos != "PROPN":
            return found
        said = self._is_person_noun(tree, found.first - 1) or self._explained(tree, found)
        return replace(found, label="PERSON") if said else found

    def _explained(self, tree: Tree, found: _Found) -> bool:
        """Whether commas set a person's role or age beside the name: "its chair, Ama Darko,", "Ama Darko, 46,"."""
        words = [t.text for t in tree.tokens[found.first : found.last + 1]]
        if len(words) < 2 or any(w.isupper() or not w[:1].isupper() for w in words) or self._is_body(words):
            return False
        if tree[found.last].dep == "pobj" and found.first and tree[found.first - 1].lemma in PLACING:
            return False
        return self._role_ahead(tree, found) or self._told_behind(tree, found.last + 1)

    def _role_ahead(self, tree: Tree, found: _Found) -> bool:
        """Whether the name closes an apposition: "a spokesman for the union, Major Ama Darko, said"."""
        comma = found.first - 1
        while comma > 0 and self.knowledge.title([tree[comma].text]) is not None:
            comma -= 1
        if comma < 1 or tree[comma].text != "," or _text(tree, found.last + 1) not in (",", "."):
            return False
        return tree[comma - 1].tag in ("NN", "NNP") and self._is_person_noun(tree, comma - 1)

    def _told_behind(self, tree: Tree, comma: int) -> bool:
        """Whether an age or a role between commas follows the name: ", 46,", ", the roads minister,"."""
        behind = tree.tokens[comma + 1 : comma + 8]
        if _text(tree, comma) != "," or not behind:
            return False
        end = next((n for n, t in enumerate(behind) if t.text in (",", ".") or t.tag == "WP"), 0)
        if end == 1:
            return behind[0].text.isdecimal() and int(behind[0].text) in AGES
        article = behind[0].text.lower() in ("a", "an", "the")
        return end > 1 and article and behind[end - 1].tag == "NN" and self._is_person_noun(tree, behind[end - 1].i)

    def _is_person_noun(self, tree: Tree, last: int) -> bool:
        role = self.knowledge.role([t.lemma for t in tree.tokens[max(0, last - 2) : last + 1]]) if last >= 0 else None
        return role is not None and role[0].kind == "person"

    def _is_body(self, words: list[str]) -> bool:
        role = self.knowledge.role([w.lower() for w in words])
        return role is not None and role[0].kind != "person"


def _text(tree: Tree, i: int) -> str:
    return tree[i].text if i < len(tree) else ""


def _is_untagged_name(token: Token) -> bool:
    return token.tag == "NNP" and token.ner == "" and token.text[:1].isupper() and len(token.text) > 2


def _after_nickname(tree: Tree, last: int) -> int:
    """Where a name ends that goes on after a nickname in brackets: "Pedro (Pepe) Salinas"."""
    inside = tree.tokens[last + 1 : last + 5]
    if (
        len(inside) < 4
        or (inside[0].text, inside[2].text) != ("(", ")")
        or any(inside[k].pos != "PROPN" for k in (1, 3))
    ):
        return last
    end = last + 4
    while end + 1 < len(tree) and tree[end + 1].pos == "PROPN" and tree[end + 1].ner == "PERSON":
        end += 1
    return end


def _with_surnames(mentions: list[Mention], trees: tuple[Tree, ...]) -> list[Mention]:
    """The mentions with bare surnames that the tagger overlooked, where the report gives the full name elsewhere."""
    surnames: dict[str, KnownName | None] = {}
    for m in mentions:
        if m.label == "PERSON" and m.last > m.first:
            surname = trees[m.sentence][m.last].text
            surnames[surname] = surnames.get(surname) or m.known
    mentions = [
        replace(m, label="PERSON", known=surnames[word])
        if m.known is None and m.first == m.last and m.label in STRAY_LABELS and word in surnames
        else m
        for m, word in ((m, trees[m.sentence][m.last].text) for m in mentions)
    ]
    taken = {(m.sentence, i) for m in mentions for i in range(m.first, m.last + 1)}
    found = [
        Mention(Span(t.start, t.end), tree.sentence, t.i, t.i, "PERSON", surnames[t.text])
        for tree in trees
        for t in tree
        if t.text in surnames
        and t.text[:1].isupper()
        and t.pos in ("PROPN", "NOUN", "ADJ", "X")
        and (tree.sentence, t.i) not in taken
        and not _given_name_before(tree, t.i)
    ]
    return sorted([*mentions, *found], key=lambda m: (m.sentence, m.first, -m.last))


def _with_names(mentions: list[Mention], trees: tuple[Tree, ...]) -> list[Mention]:
    """The mentions with names of bodies that the tagger saw in one sentence and overlooked in another.

    Bodies are told of by their whole name or, where it has several words, by its first: "Volta" for "Volta Cement".
    """
    bodies: set[str] = set()
    for m in mentions:
        if m.label == "ORG" and m.known is None:
            word = trees[m.sentence][m.first]
            if word.tag == "NNP" and len(word.text) > 3 and not word.text.isupper():
                bodies.add(word.text)
    taken = {(m.sentence, i) for m in mentions for i in range(m.first, m.last + 1)}
    found = [
        Mention(Span(t.start, t.end), tree.sentence, t.i, t.i, "ORG")
        for tree in trees
        for t in tree
        if t.text in bodies and t.tag == "NNP" and (tree.sentence, t.i) not in taken and not _is_within(tree, t.i)
    ]
    return sorted([*mentions, *found], key=lambda m: (m.sentence, m.first, -m.last))


def _is_within(tree: Tree, i: int) -> bool:
    """Whether other capitalised words stand beside the word: then it may be a part of another name."""
    beside = [t for t in tree.tokens[max(0, i - 1) : i + 2] if t.i != i]
    return any(t.text[:1].isupper() and t.tag == "NNP" for t in beside)


def _given_name_before(tree: Tree, i: int) -> bool:
    """Whether another capitalised name stands before the surname: then it may be somebody else's."""
    return i > 0 and tree[i - 1].pos == "PROPN" and tree[i - 1].text[:1].isupper() and tree[i - 1].dep == "compound"


def _label(name: KnownName) -> str:
    if name.kind == "state" and name.form in ("adjective", "demonym"):
        return "NORP"
    return KNOWN_LABELS[name.kind]


def _tokens(tree: Tree, start: int, end: int) -> tuple[int, int] | None:
    """The tokens that hold the characters; a hit may be a part of one token ("U.S." in "U.S.-led")."""
    inside = [t.i for t in tree if t.start < end and start < t.end]
    return (inside[0], inside[-1]) if inside else None


def _tagged(tree: Tree) -> list[_Found]:
    """The tagger's names without a leading article and a trailing possessive."""
    out: list[_Found] = []
    i = 0
    while i < len(tree):
        label, first = tree[i].ner, i
        i += 1
        while i < len(tree) and tree[i].ner == label and not tree[i].ner_start:
            i += 1
        if label not in NAME_LABELS:
            continue
        last = i - 1
        while first < last and tree[first].pos in ("DET", "PUNCT", "CCONJ"):
            first += 1
        while last > first and (tree[last].text in CLITICS or tree[last].pos == "PUNCT"):
            last -= 1
        out.append(_Found(first, last, label))
    return out


def _merge(tagged: list[_Found], known: list[_Found]) -> list[_Found]:
    """Known names beat tagged ones of the same or a smaller extent; a longer tagged name keeps its own extent."""
    out: list[_Found] = list(known)
    for name in tagged:
        begun = [
            k for k in known if name.label == "PERSON" and _is_person(k) and k.crosses(name) and k.first < name.first
        ]
        if begun:
            # "King Hamad" is known, "Hamad bin Isa" tagged: the tagged extent, the table's person.
            out = [k for k in out if k not in begun]
            out.append(replace(name, known=begun[0].known))
            continue
        if any(name.inside(k) or name.crosses(k) for k in known):
            continue
        within = [k for k in known if k.inside(name)]
        if name.label == "PERSON":
            name = _person_without_nation(name, within)
            family = [k for k in within if k.known and k.known.kind == "person" and k.last == name.last]
            if family:
                # "Muammar Gaddafi" where the table knows "Gaddafi": one name, and the table's person.
                out = [k for k in out if k not in family]
                name = replace(name, known=family[0].known)
            else:
                # "Chad Michael Murray": a state's name inside a person's is not the state.
                out = [k for k in out if not (k in within and k.last >= name.first)]
        out.append(name)
    return sorted(out, key=lambda f: (f.first, -f.last))


def _is_person(found: _Found) -> bool:
    return found.known is not None and found.known.kind == "person"


def _person_without_nation(name: _Found, within: list[_Found]) -> _Found:
    """A nationality in front of a person ("Ghanaian Kofi Annan") is not part of the name."""
    for nation in within:
        adjective = nation.known is not None and nation.known.form in ("adjective", "demonym")
        if adjective and nation.first == name.first and nation.last < name.last:
            return replace(name, first=nation.last + 1)
    return name

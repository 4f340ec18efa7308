"""Where places, buildings, persons and troops are.

| rule | as in |
|---|---|
| settlement | "the Ghanaian port of Tema", "Tema, a port in Ghana", "Ghana's Volta region" |
| building | "Accra's Grand Mosque", "Tema High Court in Ghana" |
| forces | "U.S. troops in Niger", "French forces will stay in Chad" |
| living | "Ama Darko, who lives in Lagos" |

"Tema, Ghana" is an address and tells no fact: of 16 such pairs in hand-coded reports 2 were coded as facts.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.facts.clauses import after, is_negated, is_real, subjects
from dragoman.facts.phrases import FORCES, is_a
from dragoman.facts.view import BODIES, Thing, View
from dragoman.facts.words import word_class
from dragoman.model.fact import FactMention
from dragoman.model.layers import Mention
from dragoman.model.span import Span
from dragoman.model.tree import Token

SETTLEMENTS = word_class("settlements")
DIVISIONS = word_class("divisions")
BUILDINGS = word_class("buildings")
UNITS = word_class("units")
STANDING = word_class("standing")
LIVING = word_class("living")
SEAS = frozenset({"Pacific", "Atlantic", "Caribbean", "Mediterranean", "Baltic", "Adriatic", "Aegean", "Arctic"})


def read_places(view: View) -> Iterator[FactMention]:
    """What the sentence says of where something or somebody is."""
    for token in view.tree:
        if token.lemma.lower() in LIVING and token.pos == "VERB":
            yield from _living(view, token)
        if token.pos not in ("NOUN", "PROPN"):
            continue
        if is_a(token, SETTLEMENTS):
            yield from _settlement(view, token)
        elif is_a(token, BUILDINGS) and token.pos == "PROPN":
            yield from _building(view, token)
        elif is_a(token, FORCES) and token.tag in ("NNS", "NNPS"):
            yield from _forces(view, token)
        elif is_a(token, UNITS) and token.pos == "PROPN":
            yield from _unit(view, token)


def _settlement(view: View, noun: Token) -> Iterator[FactMention]:
    inner = _inner(view, noun)
    if inner is None:
        return
    place = view.place_at(view.tree[inner[2]])
    for thing, span in _wider(view, noun, inner):
        around = view.place_at(view.tree.token_at(span.start) or noun)
        turned = place is not None and around is not None and (place.resolution or 9) < (around.resolution or 0)
        within = thing.name.lower().removesuffix(f" {noun.lemma.lower()}").endswith(inner[0].lower())
        if not within and not turned:
            first, last = view.tree[inner[1]], view.tree[inner[2]]
            whole = Span(min(span.start, noun.start, first.start), max(span.end, noun.end, last.end))
            yield view.fact(Thing(inner[0]), "located_in", thing, whole)


def _inner(view: View, noun: Token) -> tuple[str, int, int] | None:
    """The place that the noun classes, with its first and last token: "Tema" in "the port of Tema", "Tema, a port"."""
    tree = view.tree
    whole = view.mention_at(noun.i)
    if whole is not None and whole.first < noun.i and not is_a(noun, DIVISIONS):
        return None  # "Kansas City" is a name
    heads = [c.i for p in tree.children(noun.i, "prep") if p.lemma.lower() == "of" for c in tree.children(p.i, "pobj")]
    heads += [c.i for c in tree.children(noun.i, "appos")]
    if noun.dep == "appos" or (noun.dep in ("compound", "nmod") and view.place_at(tree[noun.head]) is not None):
        heads.append(noun.head)
    before = view.mention_ending(noun.i - 1) if noun.i else None
    unread = before is None and noun.i > 0 and tree[noun.i - 1].pos == "PROPN" and noun.pos == "NOUN"
    if (unread or (before is not None and before.known is None)) and is_a(noun, DIVISIONS):
        # "Volta region" may itself be "of" something; the name before the noun comes first.
        heads.insert(0, noun.i - 1)
    for i in heads:
        mention = view.mention_at(i)
        known = mention.known if mention is not None else None
        capital = known is not None and known.form == "capital"
        if not capital and (tree[i].pos != "PROPN" or (known is not None and known.kind == "state")):
            continue
        first, last = (mention.first, mention.last) if mention is not None else (_name_start(view, i), i)
        while first > noun.i + 2 and tree[first - 1].dep == "compound" and first <= tree[first - 1].head <= last:
            first -= 1  # "Vado Hondo", of which the tagger has the second word
        if first <= noun.i <= last and first == noun.i:
            continue
        return view.words(tree.tokens[first : last + 1]), first, last
    return None


def _name_start(view: View, i: int) -> int:
    """Where the name that the tagger has missed and that ends with token `i` begins."""
    while i > 0 and view.tree[i - 1].pos == "PROPN" and view.mention_at(i - 1) is None:
        i -= 1
    return i


def settlement_of(view: View, mention: Mention) -> Token | None:
    """The noun that classes the place: "village" for "Tema" in "the village of Tema"."""
    at = mention.first - 2
    named = at >= 0 and view.tree[at + 1].lemma.lower() == "of" and is_a(view.tree[at], SETTLEMENTS)
    return view.tree[at] if named else None


def _wider(view: View, noun: Token, inner: tuple[str, int, int]) -> Iterator[tuple[Thing, Span]]:
    """The state or region that the phrase around `noun` names beside the inner place."""
    tree = view.tree
    own = range(inner[1], inner[2] + 1)
    heads = [c.i for h in (noun.i, inner[2]) for c in tree.children(h, "poss", "amod", "compound", "nmod")]
    heads += [i for i in after(tree, noun.i, "in", "of") if i > noun.i]
    for i in heads:
        if i in own or i == noun.i:
            continue
        if (found := region(view, tree[i])) is not None:
            yield found
            return


def region(view: View, token: Token) -> tuple[Thing, Span] | None:
    """The state, or the region with its noun ("Volta region"), that a token names."""
    tree = view.tree
    mention = view.mention_at(token.i)
    known = mention.known if mention is not None else None
    if mention is not None and known is not None and known.kind == "state" and known.form != "capital":
        return Thing(known.entity), mention.span
    if is_a(token, SETTLEMENTS) and token.i and (before := view.mention_ending(token.i - 1)) is not None:
        tokens = list(tree.tokens[before.first : token.i + 1])
        return Thing(view.words(tokens)), tree.span(tokens)
    place = view.place_at(token)
    if token.text in SEAS and token.dep in ("compound", "amod", "nmod"):
        return None  # "the Pacific town of Tema" lies on it
    if place is not None and not place.adjectival and token.pos == "PROPN":
        return Thing(" ".join(place.span.of(view.text).split())), place.span
    return None


def _building(view: View, noun: Token) -> Iterator[FactMention]:
    """A named building with its town or state before or after it."""
    tree = view.tree
    owners = tree.children(noun.i, "poss")
    around = [*owners, *(tree[i] for i in after(tree, noun.i, "in") if i > noun.i)]
    own = [t for t in tree.subtree(noun.i) if t.i <= noun.i and t.pos in ("PROPN", "ADJ", "NOUN")]
    own = [t for t in own if all(t.i > o.i for o in owners)]
    if len(own) < 2:
        return
    for token in around[:1]:
        if (found := region(view, token)) is not None:
            mention = view.mention_at(noun.i)
            longer = mention is not None and mention.first == own[0].i and mention.last > noun.i
            name = " ".join(mention.span.of(view.text).split()) if mention is not None and longer else view.words(own)
            yield view.fact(Thing(name), "located_in", found[0], tree.span([token, noun]))


def _forces(view: View, noun: Token) -> Iterator[FactMention]:
    """A state's forces where they stand abroad; at home they are no news."""
    tree = view.tree
    owner = next((c for c in tree.children(noun.i, "amod", "compound", "poss", "nmod") if _state(view, c)), None)
    if owner is None:
        return
    home = _state(view, owner)
    verb = tree[noun.head]
    standing = noun.dep in ("nsubj", "nsubjpass") and verb.lemma.lower() in STANDING and not is_negated(tree, verb.i)
    near = [p.i for p in tree.children(noun.i, "prep") if p.lemma.lower() == "in" and p.i == noun.i + 1]
    clauses = [c.i for c in tree.children(noun.i, "acl") if c.lemma.lower() in STANDING] + (
        [verb.i] if standing else []
    )
    heads = [c.i for p in near for c in tree.children(p, "pobj")] + [h for c in clauses for h in after(tree, c, "in")]
    for token in (t for h in heads for t in tree.conjuncts(h)):
        host = view.states([token.i])
        found = region(view, token)
        if found is not None and host and host[0].name != home:
            subject = view.words(tree.tokens[owner.i : noun.i + 1])
            yield view.fact(Thing(subject), "located_in", found[0], Span(owner.start, found[1].end))


def _unit(view: View, noun: Token) -> Iterator[FactMention]:
    """A named fleet or task force with the sea or land right after it: "the Eagle Task Force in the Gulf of Aden"."""
    tree = view.tree
    reference = next((r for r in view.references(noun.i) if r.type in BODIES), None)
    placed = noun.i + 1 < len(tree) and tree[noun.i + 1].lemma.lower() == "in"
    heads = [p.i for p in tree.children(noun.i + 1, "pobj")] if placed else []
    if reference is None or not heads:
        return
    sea = view.mention_ending(heads[0])
    water = sea is not None and sea.label == "LOC"
    found = (Thing(" ".join(sea.span.of(view.text).split())), sea.span) if sea is not None and water else None
    found = found or region(view, tree[heads[0]])
    if found is not None and Thing.of(reference).is_name:
        yield view.fact(Thing.of(reference), "located_in", found[0], Span(reference.span.start, found[1].end))


def _living(view: View, verb: Token) -> Iterator[FactMention]:
    """A named person who lives somewhere now."""
    tree = view.tree
    if verb.tag in ("VBD", "VBN") or not is_real(tree, verb.i) or is_negated(tree, verb.i):
        return
    for person in view.all_of(subjects(tree, verb.i), "person"):
        for head in after(tree, verb.i, "in"):
            if (
                person.via == "explicit"
                and Thing.of(person).is_name
                and (found := region(view, tree[head])) is not None
            ):
                span = Span(min(person.span.start, verb.start), max(person.span.end, found[1].end))
                yield view.fact(Thing.of(person), "located_in", found[0], span)


def _state(view: View, token: Token) -> str | None:
    mention: Mention | None = view.mention_at(token.i)
    known = mention.known if mention is not None else None
    return known.entity if known is not None and known.kind == "state" else None

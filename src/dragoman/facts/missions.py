"""Embassies, bases and seats: what a state hosts, and where a body has its seat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from dragoman.facts.clauses import after, antecedent, clause_time, is_negated, is_real, objects, subjects
from dragoman.facts.phrases import BASES, POSTS, is_a, phrase, thing_at
from dragoman.facts.view import BODIES, Thing, View
from dragoman.facts.words import word_class
from dragoman.model.fact import FactMention, Predicate
from dragoman.model.layers import Mention
from dragoman.model.span import Span
from dragoman.model.tree import Token

SEATED = frozenset({"based", "headquartered"})
ENDED = word_class("ended")
CLOSING = word_class("closing")
HOSTED = BASES | POSTS | word_class("hosted")
KEEPING = word_class("keeping")
OPENED = word_class("opened")
PEERS = word_class("peers")
SITTING = word_class("seated")
STATE, REGION = 1, 2
"""Resolutions of places that are no seats; a district holds its town."""


def read_missions(view: View) -> Iterator[FactMention]:
    """Everything that the sentence says a state hosts, and the seats of bodies."""
    for token in view.tree:
        if is_a(token, POSTS) and token.pos in ("NOUN", "PROPN"):
            yield from _embassy(view, token)
        elif is_a(token, BASES) and token.pos in ("NOUN", "PROPN"):
            yield from _base(view, token)
        elif token.lemma.lower() == "host" and (token.pos == "VERB" or view.tree.child(token.i, "nsubj") is not None):
            yield from _hosting(view, token)
        elif token.text.lower() in SEATED:
            yield from _seat(view, token)
        elif token.lemma.lower() in ("headquarters", "headquarter") and token.pos == "NOUN":
            yield from _having_seat(view, token)
        elif is_a(token, SITTING) and token.pos in ("NOUN", "PROPN"):
            yield from _sitting(view, token)


def _embassy(view: View, noun: Token) -> Iterator[FactMention]:
    """ "Peru's embassy in Niamey": Niger hosts it. It keeps its town, since a state may have several consulates."""
    tree = view.tree
    sender, closed = _sender(view, noun), _closed(view, noun)
    if sender is None or (closed is None and not _open(view, noun)):
        return
    kind = noun.lemma.lower().capitalize()
    for host, town, last in _where(view, noun):
        if host.name == sender.name:
            continue
        name = f"{kind} of {_in_text(view, sender)}"
        if town is not None:
            name = f"{name} in {town}"
        first = tree.subtree(noun.i)[0].start
        span = Span(min(first, last.start), max(last.end, noun.end))
        yield view.fact(host, "hosts", Thing(name), span, valid_to=closed)


def _sender(view: View, noun: Token) -> Thing | None:
    """Whose the embassy is, by the state before it or after "of", else by who keeps it ("Ghana has an embassy")."""
    tree = view.tree
    mention = next((m for m in view.mentions if m.first <= noun.i <= m.last and m.first < m.last), None)
    first = mention.first if mention is not None else noun.i
    near = [t.i for t in tree.children(noun.i, "poss", "amod", "compound", "nmod")] + list(range(first, noun.i))
    near += [noun.i - 1] if noun.i else []
    near += after(tree, noun.i, "of")
    for i in near:
        named = [m for m in view.mentions if m.first <= i <= m.last and m.known and m.known.kind == "state"]
        known = named[0].known if named else None
        if known is not None and (known.form != "capital" or _owns(view, named[0], noun)):
            return Thing(known.entity, next((r.entity for r in view.references(i)), None))
        if is_a(tree[i], PEERS) and (own := view.states_at(tree[i])):
            return own[0]  # "her country's embassy"
        if tree[i].tag == "PRP$":
            return next((Thing.of(r) for r in view.references(i) if r.type == "state"), None)
    verb = tree[noun.head]
    if noun.dep == "dobj" and verb.lemma.lower() in KEEPING:
        return next(iter(view.states(subjects(tree, verb.i))), None)
    return None


def _owns(view: View, capital: Mention, noun: Token) -> bool:
    """Whether a capital stands for its state as the embassy's owner: "Lima's embassy"."""
    return (
        capital.last + 1 < noun.i and view.tree[capital.last].dep == "poss" and view.tree[capital.last].head == noun.i
    )


def _in_text(view: View, sender: Thing) -> str:
    known = view.knowledge.lookup(sender.name, on=view.published)
    state = view.knowledge.state(known.code) if known is not None and known.code else None
    return state.in_text if state is not None and state.name == sender.name else sender.name


def _open(view: View, noun: Token) -> bool:
    """Whether the mission is there, as far as the verb over it tells."""
    verb = next((a for a in view.tree.ancestors(noun.i) if a.pos == "VERB"), None)
    if verb is None:
        return True
    if noun.dep == "dobj" and verb.lemma.lower() in KEEPING and is_negated(view.tree, verb.i, noun.i):
        return False  # "has no embassy in Lima"
    governs = noun.dep in ("dobj", "nsubj", "nsubjpass") and noun.head == verb.i
    if governs and verb.lemma.lower() in ENDED:
        return False
    return not (governs and verb.lemma.lower() in OPENED and not is_real(view.tree, verb.i))


def _closed(view: View, noun: Token) -> date | None:
    """The last day of a mission that the clause tells to have been closed; None where it gives no day, or denies it."""
    tree = view.tree
    verb = tree[noun.head]
    closed = noun.dep in ("dobj", "nsubjpass") and verb.lemma.lower() in CLOSING
    if not closed or not is_real(tree, verb.i) or is_negated(tree, verb.i):
        return None
    time = clause_time(view, verb.i)
    return time.end if time is not None else None


def _where(view: View, noun: Token) -> Iterator[tuple[Thing, str | None, Token]]:
    """The host states after "in" with the town named; "in Niamey, Niger, and Dakar, Senegal" gives two."""
    tree = view.tree
    seen: set[str] = set()
    for prep in [*tree.children(noun.i, "prep"), *(t for t in tree.tokens[noun.i + 1 : noun.i + 2] if t.dep == "prep")]:
        if prep.lemma.lower() not in ("in", "at") or prep.i < noun.i:
            continue
        for token in tree.subtree(prep.i):
            place = view.place_at(token)
            end = place is not None and place.span.end == token.end
            if token.pos == "VERB":
                break
            if not end:
                continue
            for state in view.states([token.i])[:1]:
                if state.name not in seen:
                    seen.add(state.name)
                    town = place.name if place is not None and (place.resolution or 0) > 1 else None
                    yield state, town, token


def _base(view: View, noun: Token) -> Iterator[FactMention]:
    """ "the U.S. base in Djibouti": a base of one state in another."""
    if noun.lemma.lower() == "headquarters":
        return
    tree = view.tree
    sender, closed = _sender(view, noun), _closed(view, noun)
    if sender is None or (closed is None and not _open(view, noun)):
        return
    for host, _, last in _where(view, noun):
        if host.name != sender.name:
            span = Span(tree.subtree(noun.i)[0].start, last.end)
            name = _owned(view, sender, phrase(view, noun.i))
            yield view.fact(host, "hosts", Thing(name), span, valid_to=closed)


def _owned(view: View, sender: Thing, words: str) -> str:
    """The base's words with whose it is, where only a verb tells: "Russian airbase" in "Russia has an airbase"."""
    known = view.knowledge.lookup(sender.name, on=view.published)
    state = view.knowledge.state(known.code) if known is not None and known.code else None
    told = any(hit.name.code == known.code for hit in view.knowledge.find(words)) if known is not None else True
    return words if told or state is None or not state.adjectives else f"{state.adjectives[0]} {words}"


def _hosting(view: View, verb: Token) -> Iterator[FactMention]:
    """ "Djibouti hosts a French base": what stays, not a guest or a meeting."""
    tree = view.tree
    if not is_real(tree, verb.i) or is_negated(tree, verb.i):
        return
    for host in view.states(subjects(tree, verb.i)):
        for head in objects(tree, verb.i):
            for token in tree.conjuncts(head):
                if not is_a(token, HOSTED) and not _is_unit(view, token.i):
                    continue
                thing = _with_purpose(view, token)
                yield view.fact(host, "hosts", thing, tree.span([verb, token]))


def _is_unit(view: View, i: int) -> bool:
    return any(r.type == "military_unit" for r in view.references(i))


def _with_purpose(view: View, noun: Token) -> Thing:
    """ "operations" alone says nothing; "operations for the fleet" are the fleet's."""
    owners = view.all_of(after(view.tree, noun.i, "for", "of"), *BODIES, "state")
    if owners and noun.lemma.lower() in ("operation", "headquarters", "base"):
        return Thing(f"{' '.join(owners[0].span.of(view.text).split())} {noun.text.lower()}")
    return thing_at(view, noun.i)


def _seat(view: View, token: Token) -> Iterator[FactMention]:
    """ "the Geneva-based agency", "the agency, based in Geneva", "the agency is based in Geneva"."""
    tree = view.tree
    if token.i > 1 and tree[token.i - 1].tag == "HYPH":
        place, owners = _place(view, [token.i - 2]), _owner_after(view, token)
        first = tree[token.i - 2]
    else:
        place = _place(view, after(tree, token.i, "in", "at"))
        owners = objects(tree, token.i) or [token.head]
        owners += [tree[o].head for o in owners if tree[o].dep == "appos"]
        first = token
        if not is_real(tree, token.i) or is_negated(tree, token.i):
            return
    if place is None:
        return
    for reference in view.all_of(owners, *BODIES, "person"):
        person = reference.type == "person"
        named = reference.name[:1].isupper() or Thing.of(reference).is_numbered
        if not named or " former " in f" {reference.name} ":
            continue
        if not person and "-based " in reference.name:
            continue  # "the Rome-based agency" says not which
        span = Span(min(first.start, reference.span.start), max(token.end, reference.span.end))
        yield view.fact(Thing.of(reference), "located_in" if person else "headquartered_in", place, span)


def _sitting(view: View, noun: Token) -> Iterator[FactMention]:
    """ "the trade ministry in Accra", "the African Union, in Addis Ababa,": a body with the town right after it."""
    tree = view.tree
    at = noun.i + 1
    comma = at < len(tree) and tree[at].text == "," and view.mention_ending(noun.i) is not None
    at += comma
    town = at + 1
    if (
        noun.tag in ("NNS", "NNPS")
        or tree[max(noun.i - 1, 0)].lemma.lower() == "high"
        or town >= len(tree)
        or tree[at].lemma.lower() != "in"
    ):
        return
    place = view.place_at(tree[town])
    if place is None or place.span.start != tree[town].start or place.resolution == REGION:
        return
    end = next((t.i for t in tree.tokens[town:] if t.start >= place.span.end), len(tree))
    if comma and (end >= len(tree) or tree[end].text != ","):
        return
    name = _whole_name(view, noun)
    persons = [r for c in tree.children(noun.i, "poss") for r in view.references(c.i) if r.type == "person"]
    if noun.lemma.lower() == "mission" and persons:
        return  # "the envoy's mission in Lima" is a task
    posted = noun.lemma.lower() == "mission" and place.resolution == STATE  # one state's in another, as often as not
    if " " in name.name and not posted:
        # A state is no seat, but says where the body is: "the Tema criminal court in Ghana".
        predicate: Predicate = "located_in" if place.resolution == STATE else "headquartered_in"
        words = (place.name if place.resolution == STATE else None) or " ".join(place.span.of(view.text).split())
        yield view.fact(name, predicate, Thing(words), Span(noun.start, place.span.end))


def _having_seat(view: View, noun: Token) -> Iterator[FactMention]:
    """ "the agency has its headquarters in Accra", "the agency, whose headquarters are in Accra"."""
    tree = view.tree
    verb = tree[noun.head]
    owners = [antecedent(tree, c) for c in tree.children(noun.i, "poss")]
    heads = after(tree, noun.i, "in")
    if verb.pos in ("VERB", "AUX"):
        if not is_real(tree, verb.i) or is_negated(tree, verb.i):
            return
        heads += after(tree, verb.i, "in", "to")
    place = _place(view, [h for h in heads if h > noun.i])
    for owner in view.all_of(owners, *BODIES)[:1]:
        if place is not None and owner.name[:1].isupper():
            yield view.fact(Thing.of(owner), "headquartered_in", place, tree.span([noun, tree[max(heads)]]))


def _whole_name(view: View, noun: Token) -> Thing:
    """The body by what it refers to if that has a name, else by its words."""
    reference = next((r for r in view.references(noun.i) if r.type in BODIES), None)
    return Thing.of(reference) if reference is not None else Thing(phrase(view, noun.i))


def _owner_after(view: View, token: Token) -> list[int]:
    """The noun that "Geneva-based" modifies, or the name in apposition to it."""
    heads = [a.i for a in view.tree.ancestors(token.i) if a.pos in ("NOUN", "PROPN")][:1]
    named = [c.i for h in heads for c in view.tree.children(h, "appos") if c.pos == "PROPN"]
    mention = view.mention_at(token.i + 1)
    if mention is not None and mention.first == token.i + 1 and view.reference_of(mention) is not None:
        named = [
            i for i in range(mention.first, mention.last + 1) if any(r.span == mention.span for r in view.references(i))
        ]
    inside = [h for h in heads if any(r.name[:1].isupper() for r in view.references(h))]
    return named or inside


def _place(view: View, heads: Sequence[int]) -> Thing | None:
    """The place as the text has it, a state by its own name."""
    for i in heads:
        for reference in view.references(i):
            mention = view.mention_at(i)
            capital = mention is not None and mention.known is not None and mention.known.form == "capital"
            if reference.type == "state" and not capital:
                return Thing.of(reference)
        place = view.place_at(view.tree[i])
        if place is not None:
            return Thing(place.name or " ".join(place.span.of(view.text).split()))
    return None

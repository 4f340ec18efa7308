"""Membership and parts: alliances and their members, units and what they are part of, exercises and who joins them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.facts.across import ORGANIZING, is_bloc
from dragoman.facts.clauses import (
    BEING,
    after,
    antecedent,
    appositive_heads,
    first_conjunct,
    is_negated,
    is_real,
    objects,
    since,
    subjects,
)
from dragoman.facts.phrases import EXERCISES, FORCES, GROUPS, MISSIONS, TALKS, is_a, phrase, thing_at
from dragoman.facts.view import BODIES, Thing, View
from dragoman.facts.words import word_class
from dragoman.kb.posts import is_past
from dragoman.model.fact import FactMention
from dragoman.model.layers import Mention
from dragoman.model.span import Span
from dragoman.model.tree import Token

COUNCIL = "security council"
ORGANS = word_class("organs")
QUITTING = word_class("quitting")
ENLARGING = word_class("enlarging")
VOTING = word_class("voting")
JOINING = frozenset({"join", "participate", "take"})
LEAVING_YET = word_class("leaving_yet")
WINGS = word_class("wings")
WING_KINDS = word_class("wing_kinds")
UNIT_WORDS = word_class("units")
MEMBERS = ("state", "organization", "armed_group")
JOINED = EXERCISES | TALKS | MISSIONS


def read_membership(view: View) -> Iterator[FactMention]:
    """Members, parts and participants that the sentence states; "the bloc" is none that our table is against."""
    for fact in _read(view):
        if not (view.meant and fact.predicate == "member_of" and _is_misread(view, fact)):
            yield fact


def _is_misread(view: View, fact: FactMention) -> bool:
    """Whether the body stands in the sentence only as "the bloc" and the table of members says the opposite."""
    guessed = any(r.name == fact.object for found in view.meant.values() for r in found)
    state = view.knowledge.lookup(fact.subject, on=view.published)
    if not guessed or state is None or state.code is None or view.published is None:
        return False
    return view.knowledge.is_member(state.code, fact.object, view.published) is (not fact.polarity)


def _read(view: View) -> Iterator[FactMention]:
    for token in view.tree:
        lemma = token.lemma.lower()
        if token.pos == "VERB" and lemma in JOINING:
            yield from _joining(view, token)
        elif token.pos == "VERB" and lemma in QUITTING:
            yield from _quitting(view, token)
        elif lemma in ("belong", "be") and token.pos in ("VERB", "AUX"):
            yield from _belonging(view, token)
        elif token.pos == "VERB" and lemma == "include":
            yield from _including(view, token)
            yield from _listing(view, token)
            yield from _enlarging(view, token)
        elif token.pos == "VERB" and lemma in VOTING:
            yield from _voting(view, token)
        elif lemma in ("member", "ally") and token.pos in ("NOUN", "PROPN"):
            yield from _member(view, token)
        elif lemma == "part" and token.pos == "NOUN":
            yield from _part(view, token)
        elif lemma in WINGS and token.pos in ("NOUN", "PROPN"):
            yield from _wing(view, token)
        if is_a(token, ORGANS) and token.pos in ("NOUN", "PROPN"):
            yield from _organ(view, token)
    yield from _units(view)


def _organ(view: View, noun: Token) -> Iterator[FactMention]:
    """ "the mediation council of the African Union", by its words: the tagger often sees half of such a name.

    A capitalised organ may be any named body's: "the Lands Committee of the Farmers' League".
    """
    for owner in view.tree.children(noun.i, "poss"):
        body, told = _international(view, owner.i), view.tree.children(noun.i, "amod", "compound")
        if body is not None and noun.tag == "NN" and told:
            name = f"{body.name} {view.words(view.tree.tokens[told[0].i : noun.i + 1])}"
            yield view.fact(Thing(name), "part_of", body, view.tree.span([owner, noun]))
    for head in after(view.tree, noun.i, "of"):
        whole = _international(view, head) or (named_body(view, head) if noun.pos == "PROPN" else None)
        if whole is not None and head > noun.i and noun.tag not in ("NNS", "NNPS"):
            mention = view.mention_ending(noun.i)
            name = " ".join(mention.span.of(view.text).split()) if mention is not None else phrase(view, noun.i)
            span = Span(view.tree.subtree(noun.i)[0].start, view.tree[head].end)
            if " " in name and whole.is_name:
                yield view.fact(Thing(f"{name} of {whole.name}"), "part_of", whole, span)


def _joining(view: View, verb: Token) -> Iterator[FactMention]:
    """ "Peru joined the alliance", "Peru is taking part in the exercise alongside Chile"."""
    tree = view.tree
    if not is_real(tree, verb.i):
        return
    if verb.lemma.lower() == "join":
        heads = appositive_heads(tree, [_group_of(view, h) for h in objects(tree, verb.i)])
    else:
        part = tree.child(verb.i, "dobj")
        if verb.lemma.lower() == "take" and (part is None or part.lemma.lower() != "part"):
            return
        heads = after(tree, verb.i, "in") + (after(tree, part.i, "in") if part is not None else [])
    polarity = not is_negated(tree, verb.i)
    beside = [t.i for p in tree if p.lemma.lower() == "alongside" for t in tree.children(p.i, "pobj")]
    along = [p for a in tree if a.lemma.lower() == "along" for p in tree.children(a.i, "prep")]
    beside += [t.i for p in along if p.lemma.lower() == "with" for t in tree.children(p.i, "pobj")]
    who = [b for b in _bodies(view, subjects(tree, verb.i)) if b.is_name]
    for head in (_noun_after_name(view, h) for h in heads):
        if is_a(tree[head], JOINED):
            what = thing_at(view, head)
            for one in [*who, *_bodies(view, beside)]:
                if " " in what.name:  # "takes part in talks" says nothing
                    yield view.fact(one, "participates_in", what, tree.span([verb, tree[head]]), polarity=polarity)
        elif body := _union(view, head):
            for one in who:
                begun = since(view, verb.i)
                yield view.fact(
                    one, "member_of", body, tree.span([verb, tree[head]]), polarity=polarity, valid_from=begun
                )


def _group_of(view: View, head: int) -> int:
    """The group in "a group of coast guards that Ghana joined": it, and not the guards, is what somebody joins."""
    prep = view.tree[view.tree[head].head]
    inside = view.tree[head].dep == "pobj" and prep.lemma.lower() == "of"
    return prep.head if inside and is_a(view.tree[prep.head], GROUPS) else head


def _noun_after_name(view: View, head: int) -> int:
    """The exercise that a place before it names: the parser takes "Gulf" for the head of "the Gulf of Guinea drill"."""
    before = next((c.i for c in view.tree.children(head, "compound") if is_a(c, EXERCISES)), head)
    if before < head and view.tree[before + 1].pos == "PROPN":
        return before  # "the exercise Natural Fire"
    name = next((m for m in view.mentions if m.first == head and m.last > head), None)
    at = name.last + 1 if name is not None else len(view.tree)
    while at < len(view.tree) and view.tree[at].dep == "compound" and view.tree[at].pos in ("NOUN", "PROPN"):
        at += 1
    return at if at < len(view.tree) and is_a(view.tree[at], JOINED) else head


def _quitting(view: View, verb: Token) -> Iterator[FactMention]:
    """ "Peru left the alliance", "Peru withdrew from the union"; who may leave, or does not, is a member."""
    tree = view.tree
    direct = [] if verb.lemma.lower() == "withdraw" else objects(tree, verb.i)
    left = is_real(tree, verb.i) and not is_negated(tree, verb.i, *direct)
    if not left and (tree[verb.head].lemma.lower() not in LEAVING_YET and verb.dep == "xcomp"):
        return  # "asked Chad to leave": the parser gives the wrong subject
    for head in [*direct, *after(tree, verb.i, "from")]:
        body = _international(view, head)
        if body is None:
            continue
        for one in view.all_of(subjects(tree, verb.i), "state"):
            span, since_then = tree.span([verb, tree[head]]), since(view, verb.i) if left else None
            yield view.fact(Thing.of(one), "member_of", body, span, polarity=not left, valid_from=since_then)


def _belonging(view: View, verb: Token) -> Iterator[FactMention]:
    """ "Peru belongs to the alliance", "Peru is not in the union"."""
    tree = view.tree
    prep = "to" if verb.lemma.lower() == "belong" else "in"
    past = verb.tag in ("VBD", "VBN")
    if past or not is_real(tree, verb.i) or (prep == "in" and tree.children(verb.i, "attr", "acomp")):
        return
    who = subjects(tree, verb.i)
    for head in after(tree, verb.i, prep):
        body = _international(view, head)
        for one in view.all_of(who, "state") if body is not None else ():
            span, polarity = tree.span([verb, tree[head]]), not is_negated(tree, verb.i, head, *who)
            yield view.fact(Thing.of(one), "member_of", body or thing_at(view, head), span, polarity=polarity)


def _union(view: View, head: int) -> Thing | None:
    """A body that states join: an international one, a command, or a group told by such a noun with a name."""
    for reference in view.references(head):
        if reference.type == "military_unit" or (reference.type in BODIES and reference.code in ORGANIZING):
            return Thing.of(reference)
        if reference.type in BODIES and is_a(view.tree[head], GROUPS) and view.mention_ending(head) is not None:
            return Thing.of(reference)
    return None


def _bodies(view: View, heads: Sequence[int]) -> list[Thing]:
    """States and bodies; a minister who joins does so for the state, so holders of a state's office count as it."""
    named = [Thing.of(r) for r in view.all_of(heads, *MEMBERS)]
    forces = [r for h in heads if is_a(view.tree[h], FORCES) for r in view.references(h) if r.code is not None]
    states = [s for r in forces if (s := view.knowledge.state(r.code or "")) is not None]
    return named or (view.states(heads) if heads else []) or [view.thing(s) for s in states]


def _including(view: View, verb: Token) -> Iterator[FactMention]:
    """ "the coalition, which includes the Liberals"."""
    tree = view.tree
    if not is_real(tree, verb.i) or is_negated(tree, verb.i):
        return
    for head in subjects(tree, verb.i):
        whole = tree[head].head if tree[head].dep == "appos" else head
        if not is_a(tree[head], GROUPS):
            continue
        for member in view.all_of(objects(tree, verb.i)):
            if (member.type not in MEMBERS and member.sector != "PTY") or not Thing.of(member).is_name:
                continue
            yield view.fact(Thing.of(member), "member_of", thing_at(view, whole), tree.span([tree[head], verb]))


def _listing(view: View, verb: Token) -> Iterator[FactMention]:
    """ "Members of the council include Peru and Chile"."""
    tree = view.tree
    for head in subjects(tree, verb.i) if is_real(tree, verb.i) and not is_negated(tree, verb.i) else ():
        bodies = [b for h in after(tree, head, "of") if (b := _union(view, h)) is not None]
        for body in bodies if tree[head].lemma.lower() == "member" else ():
            for member in view.all_of(objects(tree, verb.i), *MEMBERS):
                yield view.fact(Thing.of(member), "member_of", body, tree.span([tree[head], verb]))


def _enlarging(view: View, verb: Token) -> Iterator[FactMention]:
    """ "The alliance was expanded to include Peru in 2001, Chile in 2004 and Bolivia"."""
    tree, grown = view.tree, view.tree[verb.head]
    if grown.lemma.lower() not in ENLARGING or not is_real(tree, grown.i) or is_negated(tree, grown.i):
        return
    body = next((b for h in objects(tree, grown.i) if (b := _international(view, h)) is not None), None)
    taken = [t.i for t in tree.tokens[verb.i + 1 :] if tree[t.head].i == verb.i or t.dep in ("conj", "npadvmod")]
    for member in view.all_of(taken, "state") if body is not None else ():
        if body is not None and member.name != body.name and member.span.start > verb.start:
            span = Span(verb.start, member.span.end)
            yield view.fact(Thing.of(member), "member_of", body, span)


def _voting(view: View, verb: Token) -> Iterator[FactMention]:
    """Who votes in the Security Council is a member of it: "Peru abstained from a Security Council resolution"."""
    council = next(
        (m for m in view.mentions if COUNCIL in (m.known.entity if m.known else m.span.of(view.text)).lower()), None
    )
    if council is None or not is_real(view.tree, verb.i):
        return
    body = view.reference_of(council)
    name = Thing.of(body) if body is not None else Thing("United Nations Security Council")
    for member in view.all_of(subjects(view.tree, verb.i), "state"):
        yield view.fact(Thing.of(member), "member_of", name, view.tree.span([verb, view.tree[council.last]]))


def _member(view: View, noun: Token) -> Iterator[FactMention]:
    """ "NATO member Turkey", "Turkey, a member of NATO", "the two NATO allies"."""
    tree = view.tree
    owner = view.mention_ending(noun.i - 1) if noun.i else None
    if owner is None and noun.i > 1 and tree[noun.i - 1].tag == "HYPH":
        owner = view.mention_ending(noun.i - 2)
    body = _international(view, owner.last) if owner is not None else None
    of_states: Thing | None = None
    if body is None and noun.lemma.lower() == "member":
        of_which = after(tree, noun.head, "of") if noun.dep == "attr" else []  # "the union, of which Chad is a member"
        wholes = [*after(tree, noun.i, "of"), *of_which]
        bare = [noun.i] if noun.i in view.meant else []  # "is not a member", of what the sentence before says
        body = next((b for h in [*wholes, *bare] if (b := _international(view, h)) is not None), None)
        of_states = next((b for h in wholes if (b := named_body(view, h)) is not None), None)
    kinds = MEMBERS if body is not None else ("state",)  # whose members are states is a body of states
    body = body or of_states
    if body is None:
        return
    heads, polarity = bearers(view, noun)
    polarity = polarity and not _denied(view, owner) and not any(is_past(c) for c in tree.children(noun.i, "amod"))
    for member in view.all_of(heads, *kinds):
        beside = member.span.end <= noun.start or member.span.start >= noun.end or member.via == "group"
        if member.name != body.name and beside and Thing.of(member).is_name:
            yield view.fact(Thing.of(member), "member_of", body, _around(view, noun, member.span), polarity=polarity)


def _denied(view: View, owner: Mention | None) -> bool:
    """Whether "non-" stands before the body: "non-OPEC member Norway"."""
    before = view.tree.tokens[max(0, owner.first - 2) : owner.first] if owner is not None else ()
    return any(t.text.lower() in ("non", "non-") for t in before)


def _international(view: View, i: int) -> Thing | None:
    return next((Thing.of(r) for r in view.references(i) if is_bloc(view, r)), None)


def named_body(view: View, i: int) -> Thing | None:
    """The body with a name that the token means; None for one that is described."""
    return next((t for r in view.references(i) if r.type in BODIES and (t := Thing.of(r)).is_name), None)


def bearers(view: View, noun: Token) -> tuple[list[int], bool]:
    """Whom a noun such as "member" is said of: apposition, the name after it, the subject of "is", or a group."""
    tree = view.tree
    if noun.dep in ("compound", "nmod", "appos"):
        return [noun.head], True
    named = [c.i for c in tree.children(noun.i, "appos")]
    if named:
        return named, True
    if noun.dep == "attr":
        verb = tree[noun.head]
        real = verb.lemma in BEING and is_real(tree, verb.i)
        who = subjects(tree, verb.i)
        return (who if real else []), not is_negated(tree, verb.i, noun.i, *who)
    start = tree.subtree(noun.i)[0].i
    if start > 1 and tree[start].lemma.lower() == "both" and tree[start - 1].text == ",":
        return [first_conjunct(tree, start - 2)], True  # "Peru and Chile, both members of the union, left"
    return ([noun.i] if noun.tag == "NNS" else []), True


def _part(view: View, noun: Token) -> Iterator[FactMention]:
    """ "the brigade, part of the Sixth Army", "the brigade is part of the Sixth Army"."""
    tree = view.tree
    wholes = after(tree, noun.i, "of")
    if noun.dep not in ("attr", "appos") or not wholes:
        return
    heads, polarity = bearers(view, noun)
    wholes = [
        w
        for w in wholes
        if view.all_of([w], *BODIES, "state", "place") or is_a(tree[w], GROUPS | {"flotilla", "fleet"})
    ]
    for part in view.all_of([antecedent(tree, tree[h]) for h in heads], *BODIES, "place", "facility"):
        for whole in wholes:
            thing = thing_at(view, whole)
            if part.type == "place":
                continue
            yield view.fact(Thing.of(part), "part_of", thing, _around(view, noun, part.span), polarity=polarity)


def _wing(view: View, noun: Token) -> Iterator[FactMention]:
    """ "the party's armed wing, the Brigades", "the Brigades, the armed wing of the party"."""
    tree = view.tree
    if not any(c.lemma.lower() in WING_KINDS for c in tree.children(noun.i, "amod", "compound")):
        return
    owners = [c.i for c in tree.children(noun.i, "poss")] + after(tree, noun.i, "of")
    names = [c.i for c in tree.children(noun.i, "appos")]
    if not names and noun.dep in ("appos", "attr"):
        names, _ = bearers(view, noun)
    for part in view.all_of(names, *BODIES):
        for whole in view.all_of(owners, *BODIES):
            if part.name != whole.name:
                yield view.fact(Thing.of(part), "part_of", Thing.of(whole), _around(view, noun, part.span))


def _units(view: View) -> Iterator[FactMention]:
    """ "the Chilean Navy's Second Squadron": a unit named with the force it belongs to."""
    tree = view.tree
    for mention in view.mentions:
        reference = view.reference_of(mention)
        unit = tree[mention.last].lemma.lower() in UNIT_WORDS and mention.first < mention.last
        if reference is None or (reference.type != "military_unit" and not unit):
            continue
        for owner in tree.children(mention.last, "poss", "compound", "nmod"):
            for whole in view.references(owner.i):
                inside = mention.first <= owner.i <= mention.last
                if whole.type in BODIES and whole.name != reference.name and not inside and whole.sector == "MIL":
                    span = Span(min(whole.span.start, mention.span.start), mention.span.end)
                    yield view.fact(Thing.of(reference), "part_of", Thing.of(whole), span)


def _around(view: View, noun: Token, span: Span) -> Span:
    return Span(min(noun.start, span.start), max(noun.end, span.end))

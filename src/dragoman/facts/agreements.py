"""Who is party to an agreement and who brokered it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from dragoman.facts.clauses import after, agents, is_negated, is_real, objects, since, subjects
from dragoman.facts.phrases import AGREEMENTS, hyphenated_states, is_a, thing_at
from dragoman.facts.view import BODIES, Thing, View
from dragoman.facts.words import word_class
from dragoman.kb.load import State
from dragoman.model.fact import FactMention
from dragoman.model.span import Span
from dragoman.model.tree import Token

SIGNING = word_class("signing")
BROKERING = word_class("brokering")
BROKERED = ("brokered", "mediated", "sponsored")
DEALING = word_class("dealing")
QUITTING = word_class("quitting")
ALONE = frozenset({"ratify", "accede"})
"""Verbs that make one side a party without the others being named."""
STARTING = word_class("starting")
WISHING = word_class("wishing")
TRUCES = word_class("truces")
GOVERNING = word_class("governing")
SIDES = ("state", *sorted(BODIES))


def read_agreements(view: View) -> Iterator[FactMention]:
    """Parties and brokers of the agreements that the sentence tells of."""
    for token in view.tree:
        if _is_agreement(token):
            for rule in (_brokers, _signers, _between, _hyphenated, _leaving):
                yield from rule(view, token)
    yield from _being_party(view)


def _brokers(view: View, noun: Token) -> Iterator[FactMention]:
    """ "a truce brokered by Oman", "Oman brokered the truce", "an Omani-brokered truce"."""
    tree = view.tree
    who: list[Thing] = []
    evidence = [noun]
    for verb in tree:
        if (
            verb.pos == "VERB"
            and verb.lemma.lower() in BROKERING
            and noun.i in [*_objects(view, verb), *_object_above(view, verb)]
            and is_real(tree, verb.i)
        ):
            heads = agents(tree, verb.i) or subjects(tree, verb.i)
            who += _sides(view, heads)
            evidence += [verb, *(tree[h] for h in heads)]
    for token in tree.children(noun.i, "amod", "compound", "nmod"):
        if token.text.lower().endswith(BROKERED) and (named := _hyphen_owner(view, token)) is not None:
            who.append(named)
            evidence.append(tree[max(token.i - 2, 0)] if "-" not in token.text else token)
    what = thing_at(view, noun.i)
    for one in who:
        if _says_which(what):
            yield view.fact(one, "brokered", what, tree.span(evidence))


def _signers(view: View, noun: Token) -> Iterator[FactMention]:
    """ "Chad and Niger signed the pact", "Chad signed a pact with Niger", "made peace in a deal known as ..."."""
    tree = view.tree
    for verb in tree:
        lemma = verb.lemma.lower()
        if verb.pos != "VERB" or not is_real(tree, verb.i) or is_negated(tree, verb.i, noun.i):
            continue
        signed = lemma in SIGNING and noun.i in _objects(view, verb)
        joined = lemma == "accede" and noun.i in after(tree, verb.i, "to")
        governed = [verb.i, *objects(tree, verb.i)]  # the parser often hangs "in a deal" on the object
        under = lemma in DEALING and any(noun.i in after(tree, g, "in", "under", "through") for g in governed)
        if not signed and not under and not joined:
            continue
        partners = [*after(tree, verb.i, "with"), *after(tree, noun.i, "with", "between")]
        partners += [p for o in objects(tree, verb.i) for p in after(tree, o, "with")]
        if verb.dep in ("advcl", "conj") and not tree.children(verb.i, "nsubj"):
            # "Silva met with Rojas, signing a pact", "held talks with Rojas and signed a pact": the guest signs too.
            partners += [p for g in (verb.head, *objects(tree, verb.head)) for p in after(tree, g, "with")]
        heads = subjects(tree, verb.i) or agents(tree, verb.i)
        ratifying = [t for h in heads for t in view.tree.conjuncts(h)] if lemma == "ratify" else []
        voted = [view.thing(s) for t in ratifying if (s := _parliaments_state(view, t)) is not None]
        houses = {r.name for t in ratifying for r in view.references(t.i) if r.sector == "LEG"}
        signers = [s for s in _sides(view, heads) if s.name not in houses]  # the state is party, not its parliament
        parties = _unique([*signers, *voted, *_sides(view, partners)])
        if len(parties) > 1 or (lemma in ALONE and parties):
            span = tree.span([verb, noun])
            yield from _parties(view, parties, thing_at(view, noun.i), span, begun=since(view, verb.i))


def _between(view: View, noun: Token) -> Iterator[FactMention]:
    """ "the treaty between Chad and Niger"; not one that is sought, proposed or hoped for."""
    tree = view.tree
    verb = next((a for a in tree.ancestors(noun.i) if a.pos in ("VERB", "AUX")), None)
    heads, begun = after(tree, noun.i, "between"), None
    if not heads:
        starts = [t for t in tree.tokens[noun.i + 1 : noun.i + 5] if t.lemma.lower() in STARTING and t.pos == "VERB"]
        heads = [h for t in starts for h in after(tree, t.i, "between")]
        begun = view.published if heads and starts[0].lemma.lower() in ("begin", "start") else None
        verb = starts[0] if heads else verb
    wished = verb is not None and (verb.lemma.lower() in WISHING or not is_real(tree, verb.i))
    if wished or is_negated(tree, noun.i):
        return
    parties = _sides(view, heads)
    if len(parties) > 1:
        span = tree.span([noun, *(tree[h] for h in heads)])
        yield from _parties(view, parties, thing_at(view, noun.i), span, begun=begun)


def _hyphenated(view: View, noun: Token) -> Iterator[FactMention]:
    """ "the Chad-Niger treaty", "the Chadian-Nigerien treaty"."""
    if (pair := hyphenated_states(view, noun)) is not None:
        left, right, start = pair
        yield from _parties(view, [left, right], thing_at(view, noun.i), Span(start, noun.end))


def _leaving(view: View, noun: Token) -> Iterator[FactMention]:
    """ "Chad withdrew from the treaty with Niger", to which Niger is left a party."""
    tree = view.tree
    for verb in tree:
        direct = verb.lemma.lower() in ("quit", "exit") and noun.i in objects(tree, verb.i)
        left = verb.pos == "VERB" and verb.lemma.lower() in QUITTING
        if not left or not (direct or noun.i in after(tree, verb.i, "from")):
            continue
        if not is_real(tree, verb.i) or is_negated(tree, verb.i):
            continue
        what, span = thing_at(view, noun.i), tree.span([verb, noun])
        gone, begun = _sides(view, subjects(tree, verb.i)), since(view, verb.i)
        yield from _parties(view, gone, what, span, polarity=False, begun=begun)
        rest = [s for s in _sides(view, after(tree, noun.i, "with")) if s.name not in {g.name for g in gone}]
        yield from _parties(view, rest, what, span)


def _being_party(view: View) -> Iterator[FactMention]:
    """ "Chad is not party to the treaty"."""
    tree = view.tree
    for token in tree:
        if token.lemma.lower() not in ("party", "signatory") or token.dep not in ("attr", "acomp", "appos"):
            continue
        heads = [token.head] if token.dep == "appos" else subjects(tree, token.head)
        if token.dep != "appos" and (tree[token.head].lemma != "be" or not is_real(tree, token.head)):
            continue
        polarity = token.dep == "appos" or not is_negated(tree, token.head, token.i)
        for head in [*after(tree, token.i, "to"), *after(tree, token.head, "to")]:
            if is_a(tree[head], AGREEMENTS):
                span = tree.span([token, tree[head]])
                yield from _parties(view, _sides(view, heads), thing_at(view, head), span, polarity=polarity)


def _is_agreement(token: Token) -> bool:
    return token.pos in ("NOUN", "PROPN") and is_a(token, AGREEMENTS) and token.dep != "compound"


def _says_which(agreement: Thing) -> bool:
    """Whether the words tell one agreement from others: "deal" alone does not, "ceasefire" is the one of this war.

    A headline in capitals names nothing: the report says below which accord it means.
    """
    return (" " in agreement.name and not agreement.name.isupper()) or agreement.name.lower() in TRUCES


def _objects(view: View, verb: Token) -> list[int]:
    return [t.i for head in objects(view.tree, verb.i) for t in view.tree.conjuncts(head)]


def _object_above(view: View, verb: Token) -> list[int]:
    """The accord in "signed an accord on Tuesday that Oman had brokered", where the parser sees no relative clause."""
    tree = view.tree
    that = tree.child(verb.i, "mark")
    cut_off = verb.dep == "ccomp" and that is not None and that.lemma.lower() == "that"
    return _objects(view, tree[verb.head]) if cut_off and not tree.children(verb.i, "dobj") else []


def _hyphen_owner(view: View, token: Token) -> Thing | None:
    """Who stands before "-brokered", in the same token or before a hyphen of its own."""
    at = token.i if "-" in token.text else token.i - 2
    mention = view.mention_at(at) if at >= 0 else None
    if mention is None:
        return None
    if mention.known is not None:
        return Thing(mention.known.entity, next((r.entity for r in view.references(mention.last)), None))
    reference = view.reference_of(mention)
    return Thing.of(reference) if reference is not None else None


def _sides(view: View, heads: Sequence[int]) -> list[Thing]:
    """States and bodies that `heads` name; a government, and who holds a state's office, stands for the state."""
    out: list[Thing] = []
    for token in (t for h in heads for t in view.group(h)):
        own = view.tree.child(token.i, "poss")
        if own is not None and own.tag == "PRP$":
            out += view.states_at(token)[:1]  # "with the premier and his cabinet"
            continue
        named = [r for r in view.references(token.i) if r.type in SIDES]
        states = view.states_at(token)
        if states and (not named or token.lemma.lower() in GOVERNING):
            out += states
        elif named:
            out += [Thing.of(r) for r in named]
        else:
            # "EU leaders": the body before the noun.
            near = view.tree.children(token.i, "compound", "poss", "nmod")
            out += [Thing.of(r) for c in near for r in view.references(c.i) if r.type in BODIES]
    return _unique(out)


def _parliaments_state(view: View, token: Token) -> State | None:
    """The state whose parliament or lawmakers the noun tells of: they ratify for it."""
    code = next((r.code for r in view.references(token.i) if r.sector == "LEG"), None)
    return view.knowledge.state(code) if code is not None else None


def _unique(things: Sequence[Thing]) -> list[Thing]:
    return list({t.name: t for t in things}.values())


def _parties(
    view: View,
    parties: Sequence[Thing],
    agreement: Thing,
    span: Span,
    *,
    polarity: bool = True,
    begun: date | None = None,
) -> Iterator[FactMention]:
    for party in parties if _says_which(agreement) else ():
        yield view.fact(party, "party_to", agreement, span, polarity=polarity, valid_from=begun)

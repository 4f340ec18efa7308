"""Who is party to an agreement and who brokered it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.facts.clauses import after, agents, clause_time, is_negated, is_real, objects, since, subjects
from dragoman.facts.phrases import AGREEMENTS, is_a, thing_at
from dragoman.facts.view import BODIES, Thing, View
from dragoman.model.fact import FactMention, Predicate
from dragoman.model.span import Span
from dragoman.model.tree import Token

SIGNING = frozenset({"sign", "ratify", "conclude", "initial", "finalize", "finalise"})
BROKERING = frozenset({"broker", "mediate", "organise", "organize", "facilitate", "sponsor"})
BROKERED = frozenset({"brokered", "mediated", "sponsored"})
TAKING_SIDES = frozenset({"normalize", "normalise", "establish", "sign", "agree"})
SIDES = ("state", *sorted(BODIES), "population")


def read_agreements(view: View) -> Iterator[FactMention]:
    """Parties and brokers of every agreement that the sentence names as one."""
    for token in view.tree:
        if token.pos not in ("NOUN", "PROPN") or not is_a(token, AGREEMENTS) or token.dep == "compound":
            continue
        yield from _brokers(view, token)
        yield from _signers(view, token)
        yield from _between(view, token)
        yield from _hyphenated(view, token)
    yield from _being_party(view)


def _brokers(view: View, noun: Token) -> Iterator[FactMention]:
    """ "a truce brokered by Oman", "Oman brokered the truce", "an Omani-brokered truce"."""
    tree = view.tree
    who: list[Thing] = []
    evidence = [noun]
    for verb in tree:
        if verb.lemma.lower() in BROKERING and verb.pos == "VERB" and noun.i in _object(view, verb) and is_real(tree, verb.i):
            heads = agents(tree, verb.i) or subjects(tree, verb.i)
            who += _sides(view, heads)
            evidence += [verb, *(tree[h] for h in heads)]
    for token in tree.children(noun.i, "amod", "compound", "nmod"):
        if token.text.lower() in BROKERED and token.i > 1 and tree[token.i - 1].tag == "HYPH":
            mention = view.mention_ending(token.i - 2)
            named = view.reference_of(mention) if mention is not None else None
            if named is not None and mention is not None:
                who.append(Thing.of(named))
                evidence += [tree[mention.first]]
    for one in who:
        yield view.fact(one, "brokered", thing_at(view, noun.i), tree.span(evidence))


def _object(view: View, verb: Token) -> list[int]:
    return [t.i for head in objects(view.tree, verb.i) for t in view.tree.conjuncts(head)]


def _signers(view: View, noun: Token) -> Iterator[FactMention]:
    """ "Chad and Niger signed the pact", "Chad signed a pact with Niger", "made peace in a deal known as ..."."""
    tree = view.tree
    for verb in tree:
        lemma = verb.lemma.lower()
        if verb.pos != "VERB" or not is_real(tree, verb.i) or is_negated(tree, verb.i, noun.i):
            continue
        signed = lemma in SIGNING and noun.i in _object(view, verb)
        under = lemma in TAKING_SIDES and noun.i in after(tree, verb.i, "in", "under", "through")
        if not signed and not under:
            continue
        heads = subjects(tree, verb.i) or agents(tree, verb.i)
        partners = [*after(tree, verb.i, "with"), *after(tree, noun.i, "with", "between")]
        partners += [p for o in objects(tree, verb.i) for p in after(tree, o, "with")]
        parties = _unique([*_sides(view, heads), *_sides(view, partners)])
        if len(parties) < 2 and lemma != "ratify":
            continue
        begun = since(view, verb.i)
        span = tree.span([verb, noun])
        yield from _all(view, parties, "party_to", thing_at(view, noun.i), span, valid_from=begun)


def _between(view: View, noun: Token) -> Iterator[FactMention]:
    """ "the treaty between Chad and Niger"; not one that is sought, proposed or hoped for."""
    tree = view.tree
    heads = after(tree, noun.i, "between")
    if not heads and (verb := tree[noun.head]).pos == "VERB" and noun.dep in ("nsubj", "nsubjpass") and is_real(tree, verb.i):
        heads = after(tree, verb.i, "between")
    if not heads or not _stands(view, noun):
        return
    parties = _sides(view, heads)
    if len(parties) > 1:
        span = tree.span([noun, *(tree[h] for h in heads)])
        verb = tree[noun.head]
        time = clause_time(view, verb.i) if verb.lemma.lower() in ("begin", "start", "take") else None
        yield from _all(view, parties, "party_to", thing_at(view, noun.i), span, valid_from=time.start if time else None)


def _stands(view: View, noun: Token) -> bool:
    """Whether the agreement is there: not negated, not a wish, and its verb tells what is or was."""
    tree = view.tree
    above = next((a for a in tree.ancestors(noun.i) if a.pos in ("VERB", "AUX")), None)
    determiners = {c.lemma.lower() for c in tree.children(noun.i, "det")}
    wished = above is not None and above.lemma.lower() in ("want", "seek", "urge", "demand", "propose", "discuss", "hope", "reject")
    return not wished and "no" not in determiners and (above is None or is_real(tree, above.i))


def _hyphenated(view: View, noun: Token) -> Iterator[FactMention]:
    """ "the Chad-Niger treaty", "the Chadian-Nigerien treaty"."""
    tree = view.tree
    for hyphen in tree.tokens[max(0, noun.i - 6) : noun.i]:
        if hyphen.tag != "HYPH" or hyphen.i < 1 or not any(a.i == noun.i for a in tree.ancestors(hyphen.i)):
            continue
        left, right = view.mention_ending(hyphen.i - 1), view.mention_at(hyphen.i + 1)
        if left is None or right is None or left == right:
            continue
        known = [m.known for m in (left, right) if m.known is not None and m.known.kind == "state"]
        if len(known) == 2:
            parties = [Thing.of(r) for m in (left, right) if (r := view.reference_of(m)) is not None]
            yield from _all(view, parties, "party_to", thing_at(view, noun.i), Span(left.span.start, noun.end))


def _being_party(view: View) -> Iterator[FactMention]:
    """ "Chad is not party to the treaty"."""
    tree = view.tree
    for token in tree:
        if token.lemma.lower() not in ("party", "signatory") or token.dep not in ("attr", "acomp", "appos"):
            continue
        what = after(tree, token.i, "to")
        verb = tree[token.head]
        heads = [token.head] if token.dep == "appos" else subjects(tree, verb.i)
        if token.dep != "appos" and (verb.lemma != "be" or not is_real(tree, verb.i)):
            continue
        polarity = token.dep == "appos" or not is_negated(tree, verb.i, token.i)
        for head in what:
            if is_a(tree[head], AGREEMENTS):
                span = tree.span([token, tree[head]])
                yield from _all(view, _sides(view, heads), "party_to", thing_at(view, head), span, polarity=polarity)


def _sides(view: View, heads: Sequence[int]) -> list[Thing]:
    """States and bodies that `heads` name; who holds a state's office stands for the state."""
    named = [Thing.of(r) for r in view.all_of(heads, *SIDES)]
    return _unique([*named, *view.states([h for h in heads if not view.all_of([h], *SIDES)])])


def _unique(things: Sequence[Thing]) -> list[Thing]:
    return list({t.name: t for t in things}.values())


def _all(
    view: View,
    subjects: Sequence[Thing],
    predicate: Predicate,
    object: Thing,
    evidence: Span,
    **more: object,
) -> Iterator[FactMention]:
    for subject in subjects:
        yield view.fact(subject, predicate, object, evidence, **more)  # type: ignore[arg-type]

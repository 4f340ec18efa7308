"""The auxiliary modes of an event (PLOVER manual, chapter on auxiliary modes): future, hypothetical, negation.

`historical` needs the event's date and is decided in `when`.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.tree import Token, Tree

FUTURE_MODALS = frozenset({"will", "shall", "'ll", "’ll", "wo"})
MAYBE_MODALS = frozenset({"may", "might", "could", "can"})
PLANNING = frozenset(
    # The model takes "hopes" and "hoping" for forms of "hop".
    "plan intend expect schedule prepare hope hop want aim set due slate seek propose decide wish bid consider poise "
    "ready promise pledge vow agree offer mean "
    # Nouns: "the decision to withdraw".
    "decision intention agreement deal commitment readiness willingness proposal".split()
)
FAILING = frozenset(
    "fail refuse decline avoid stop prevent forget abstain refrain neglect failure refusal inability".split()
)
MEANING = frozenset({"mean", "imply", "signify", "entail"})
"""Verbs whose denial denies what follows: "this does not mean that Chad is sending troops"."""
LIKELY = frozenset({"likely", "unlikely"})
RISKING = frozenset({"risk", "danger", "possibility", "prospect", "fear", "chance", "likelihood"})
"""What is only a risk has not happened: "the risk of a clash", "an attack risks a wider war"."""
CONDITIONS = frozenset({"if", "unless", "whether", "should"})
AWAITED = frozenset({"until", "till", "before"})
"""Words behind which stands what something ahead waits for: "will not talk until Chad pulls back"."""
PLANNED_ADJECTIVES = frozenset(
    "planned upcoming forthcoming proposed next future scheduled coming expected imminent slated impending prospective "
    "intended projected".split()
)
POSSIBLE_ADJECTIVES = frozenset({"possible", "potential", "any", "hypothetical", "would-be"})
RANKS = frozenset({"first", "second", "third", "last", "latest", "next", "only"})
NOBODY = frozenset({"none", "nobody", "neither"})
NEGATORS = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})


@dataclass(frozen=True, slots=True)
class Status:
    """How real the clause tells the happening; `nominal` marks an event noun, `subordinate` a scene-setting clause."""

    future: bool = False
    hypothetical: bool = False
    negation: bool = False
    past_perfect: bool = False
    present_perfect: bool = False
    past: bool = False
    subordinate: bool = False
    nominal: bool = False


def read_status(tree: Tree, head: int) -> Status:
    """The status of the trigger at `head`, with what its governors pass down to it."""
    token = tree[head]
    nominal = token.pos in ("NOUN", "PROPN")
    verb = _governing_verb(tree, token) if nominal else token
    own = _verb_status(tree, verb) if verb is not None else Status()
    modifiers = tree.children(head, "amod", "det", "nmod", "compound")
    # The lemma of a participle ("the planned visit") is its verb's.
    adjectives = {c.lemma for c in modifiers} | {c.text.lower() for c in modifiers}
    negated = own.negation or any(c.dep == "det" and c.lemma in ("no", "neither") for c in tree.children(head))
    inherited = _inherited(tree, verb if verb is not None else token)
    return Status(
        future=own.future or inherited.future or bool(nominal and adjectives & PLANNED_ADJECTIVES),
        hypothetical=own.hypothetical
        or inherited.hypothetical
        or bool(nominal and (adjectives & POSSIBLE_ADJECTIVES or _is_risk(tree, token))),
        negation=negated or inherited.negation,
        past_perfect=own.past_perfect,
        present_perfect=own.present_perfect,
        past=own.past,
        subordinate=_is_subordinate(tree, verb if verb is not None else token),
        nominal=nominal,
    )


def _is_risk(tree: Tree, token: Token) -> bool:
    """Whether an event noun tells what may come: "the risk of a clash", "a clash risks a war"."""
    above = tree[token.head]
    if token.dep == "pobj":
        return tree[above.head].lemma in RISKING and tree[above.head].pos == "NOUN"
    indefinite = not any(c.dep == "poss" or c.lemma in ("the", "this", "that") for c in tree.children(token.i))
    return token.dep in ("nsubj", "dobj") and above.lemma in ("risk", "fear") and indefinite


def _governing_verb(tree: Tree, token: Token) -> Token | None:
    """The verb whose act the noun is ("will hold talks"), not one that only mentions it ("after the talks")."""
    head = tree[token.head]
    if _is_anothers(tree, token):
        return None
    if token.dep in ("dobj", "nsubjpass", "nsubj", "attr") and head.pos in ("VERB", "AUX"):
        return head
    return None


def _verb_status(tree: Tree, verb: Token) -> Status:
    helpers = tree.children(verb.i, "aux", "auxpass")
    words = {h.text.lower() for h in helpers} | {h.lemma for h in helpers}
    conditional = any(c.lemma in CONDITIONS for c in tree.children(verb.i, "mark"))
    perfect = any(h.lemma == "have" for h in helpers)
    had = any(h.lemma == "have" and h.tag == "VBD" for h in helpers)
    going = verb.dep == "xcomp" and tree[verb.head].lemma == "go" and tree[verb.head].tag == "VBG"
    # "would" in reported speech is the future seen from then ("said it would meet"); elsewhere a condition.
    would = "would" in words
    reported = _is_content(tree, _first_of(tree, verb))
    be_to = verb.dep == "xcomp" and tree[verb.head].lemma == "be"
    return Status(
        future=bool(words & FUTURE_MODALS)
        or going
        or be_to
        or _is_headline_infinitive(tree, verb)
        or (would and reported and not perfect),
        hypothetical=bool(words & MAYBE_MODALS) or conditional or (would and (not reported or perfect)),
        negation=any(c.dep == "neg" or c.lemma in NEGATORS for c in tree.children(verb.i))
        or any(_is_nobody(tree, s) for s in tree.children(verb.i, "nsubj", "nsubjpass"))
        or _is_yet_to_come(tree, verb),
        past_perfect=had,
        present_perfect=perfect and not had,
        past=verb.tag == "VBD" or any(h.tag == "VBD" for h in helpers),
    )


def _is_content(tree: Tree, verb: Token) -> bool:
    """Whether the clause is what somebody says or promises; parsers hang "said last May that ..." on the month."""
    that = any(c.lemma == "that" for c in tree.children(verb.i, "mark"))
    return verb.dep == "ccomp" or (verb.dep in ("relcl", "acl") and that)


def _first_of(tree: Tree, verb: Token) -> Token:
    """The first of the coordinated verbs that the verb is one of: it shows where they all stand."""
    while verb.dep == "conj" and tree[verb.head].pos in ("VERB", "AUX"):
        verb = tree[verb.head]
    return verb


def _is_headline_infinitive(tree: Tree, verb: Token) -> bool:
    """Whether an infinitive stands for a finite verb: "Slovak premier to visit Moldova".

    "The first state to sign" tells what is done.
    """
    if verb.tag != "VB" or not any(c.lemma == "to" for c in tree.children(verb.i, "aux")):
        return False
    above = tree[verb.head]
    if verb.dep == "acl" and above.dep == "ROOT" and above.pos in ("NOUN", "PROPN"):
        return not any(c.lemma in RANKS for c in tree.children(above.i, "amod"))
    return verb.dep == "ROOT" and tree.child(verb.i, "nsubj", "nsubjpass") is not None


def _is_yet_to_come(tree: Tree, verb: Token) -> bool:
    """Whether what is told has not come about so far: "has yet to sign", "is still to be signed" not included."""
    if verb.tag not in ("VB", "VBN"):
        return False
    holders = [verb, tree[verb.head]] if verb.dep == "xcomp" else [verb]
    yet = any(c.lemma == "yet" for h in holders for c in tree.children(h.i, "advmod"))
    to = any(c.lemma == "to" for c in tree.children(verb.i, "aux"))
    return yet and to and any(h.lemma in ("have", "be", "remain") for h in (*holders, *tree.children(verb.i, "aux")))


def _is_nobody(tree: Tree, subject: Token) -> bool:
    """Whether the subject denies that anybody does it: "no country", "none of the members", "neither Chad nor Mali"."""
    words = tree.children(subject.i, "det", "preconj", "cc")
    return subject.text.lower() in NOBODY or any(c.text.lower() in ("no", "neither") for c in words)


def _inherited(tree: Tree, token: Token) -> Status:
    """What the governors of an embedded clause say about it."""
    future = hypothetical = negation = False
    current = token
    for _ in range(4):
        above = tree[current.head]
        if (
            above.i == current.i
            or _is_anothers(tree, current)
            or current.dep
            not in (
                "xcomp",
                "ccomp",
                "pcomp",
                "conj",
                "acl",
                "prep",
                "advcl",
                "acomp",
                "dobj",
            )
        ):
            break
        if current.dep == "conj" and above.pos == "VERB":
            status = _verb_status(tree, above)
            has_own = bool(tree.children(current.i, "aux", "nsubj", "nsubjpass"))
            if not has_own:
                future, hypothetical = future or status.future, hypothetical or status.hypothetical
        elif current.dep == "xcomp" or current.dep == "pcomp" or (current.dep == "acl" and current.tag == "VB"):
            status = _verb_status(tree, above)
            # An infinitive of purpose or plan lies ahead of its governor, a participle does not.
            future = (
                future or (above.lemma in PLANNING and current.tag == "VB") or (status.future and current.tag == "VB")
            )
            negation = negation or above.lemma in FAILING or (status.negation and current.dep == "xcomp")
            # "has no plans to leave", "has no intention of leaving"
            meant = tree[above.head] if current.dep == "pcomp" else above
            future = future or (current.dep == "pcomp" and above.lemma == "of" and meant.lemma == "intention")
            negation = negation or any(c.dep == "det" and c.lemma == "no" for c in tree.children(meant.i))
            hypothetical = hypothetical or status.hypothetical or above.lemma in LIKELY
        elif current.dep == "advcl" and token.tag != "VBG" and _is_infinitive(tree, current):
            future = future or _verb_status(tree, above).future
        elif current.dep == "advcl" and any(c.lemma in AWAITED for c in tree.children(current.i, "mark")):
            status = _verb_status(tree, above)
            hypothetical = hypothetical or status.future or status.hypothetical
        elif current.dep == "ccomp":
            negation = negation or (above.lemma in MEANING and _verb_status(tree, above).negation)
            break
        current = above
    return Status(future=future, hypothetical=hypothetical, negation=negation)


def _is_anothers(tree: Tree, noun: Token) -> bool:
    """Whether the noun is somebody else's deed, there already: "wants to end Mali's strike"."""
    return noun.dep == "dobj" and any(c.pos in ("PROPN", "NOUN") for c in tree.children(noun.i, "poss"))


def _is_infinitive(tree: Tree, verb: Token) -> bool:
    return any(c.lemma == "to" for c in tree.children(verb.i, "aux"))


def _is_subordinate(tree: Tree, token: Token) -> bool:
    """Whether the clause only sets the scene: relative, participial or after "since", "after", "when"."""
    if token.dep in ("relcl", "acl", "pobj", "pcomp"):
        return True
    return token.dep == "advcl" and any(
        c.lemma in ("since", "after", "when", "because", "as", "before", "while")
        for c in tree.children(token.i, "mark", "advmod")
    )

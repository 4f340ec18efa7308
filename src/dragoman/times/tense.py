"""Which way the verb over an expression points: the tense decides between last Friday and the coming one."""

from __future__ import annotations

from dragoman.model.tree import Token, Tree
from dragoman.times.reading import Direction
from dragoman.times.words import WEEKDAYS, listed

MODALS_AHEAD = frozenset(("will", "wo", "'ll", "shall", "would", "'d", "should", "must", "may", "might"))
# The day beside these lies ahead in every form of theirs ("scheduled a vote Thursday", "postponed until Tuesday").
SCHEDULING = frozenset(["schedule", "reschedule", "slate", "postpone", "adjourn", "plan", "extend"])
# What is closed, barred or allowed "until Tuesday" is so still, even where it is told in the past tense.
LASTING = frozenset(listed("close shut suspend halt ban bar give allow delay keep remain"))
# What these verbs govern lies ahead of them, whatever their own tense ("was scheduled for", "planned to").
PLANNING = frozenset(
    listed(
        "schedule plan expect slate intend aim hope due set postpone delay invite urge ask order demand vow "
        "pledge promise agree want prepare propose threaten offer allow await delay reschedule book predict "
        "forecast poise"
    )
)
# What these say has been said by the time told beside them ("was invited on Tuesday to visit").
SAYING = frozenset(listed("invite urge ask order demand vow pledge promise agree propose threaten offer"))
# After these, "to VERB" happened when the verb over it happened.
IMPLICATIVE = frozenset(
    listed("begin start continue fail manage try refuse use decline force help get seem appear happen")
)
# In a report, "says" is told of what was said.
REPORTING = frozenset(listed("say tell report write show state add note claim argue quote describe recall"))
TOLD = frozenset(["was", "were", "had", "did", "has", "have", "been"])
STARTING = frozenset(["start", "begin", "commence"])
NEAREST_TOKENS = 8


def direction(tree: Tree, position: int, *, headline: bool = False) -> Direction | None:
    """The tense of the verb that governs the words at character `position`; None where no verb decides.

    Headlines tell the past in the present tense. In a sentence that was not parsed the nearest verb before the words
    (else behind them) stands in for the governing one.
    """
    token = tree.token_at(position)
    if token is None:
        return None
    if _set_for(tree, token):
        return "future"
    verb = _governing(tree, token) if token.dep else _nearest(tree, token)
    if verb is not None and _until(tree, token) and _lasts(tree, verb):
        return "future"
    if verb is None or (_modifies_noun(tree, token) and any(h.tag == "TO" for h in _helpers(tree, verb))):
        return None
    found = _of_verb(tree, verb)
    return "past" if found == "present" and headline else found


def _word_before(tree: Tree, token: Token) -> str:
    return tree[token.i - 1].text.lower() if token.i else ""


def _until(tree: Tree, token: Token) -> bool:
    return _word_before(tree, token) in ("until", "till")


def _lasts(tree: Tree, verb: Token) -> bool:
    """Whether "until" ends what goes on now: "has been shut", "remains closed", "suspended flights"."""
    tenses = {h.lemma for h in _helpers(tree, verb) if h.text.lower() in ("has", "have")}
    return verb.lemma in LASTING or verb.tag in ("VBZ", "VBP") or bool(tenses)


def _set_for(tree: Tree, token: Token) -> bool:
    """Whether a weekday is what something is set for: "a strike called for Friday", not "blamed for Friday's raid"."""
    if token.lemma.lower() not in WEEKDAYS or _word_before(tree, token) != "for":
        return False
    behind = tree[token.i + 1] if token.i + 1 < len(tree) else None
    return behind is None or not (behind.tag == "POS" or behind.pos in ("NOUN", "PROPN"))


def _is_verb(token: Token) -> bool:
    return (token.tag.startswith("VB") and token.pos in ("VERB", "AUX")) or token.tag == "MD"


def _modifies_noun(tree: Tree, token: Token) -> bool:
    """Whether the words tell which thing is meant ("get around Friday's ruling"), not when the verb happens."""
    while token.dep in ("nummod", "compound") and token.head != token.i and tree[token.head].ner in ("DATE", "TIME"):
        token = tree[token.head]
    return token.dep in ("poss", "compound", "nmod", "amod", "nummod") and tree[token.head].pos in ("NOUN", "PROPN")


def _governing(tree: Tree, token: Token) -> Token | None:
    verb = next((t for t in tree.ancestors(token.i) if _is_verb(t)), None)
    return tree[verb.head] if verb is not None and _stands_before_clause(tree, token, verb) else verb


def _stands_before_clause(tree: Tree, token: Token, verb: Token) -> bool:
    """Whether words parsed into a reported clause belong to the saying: "said on Monday it would send"."""
    subject = tree.child(verb.i, "nsubj", "nsubjpass")
    opened = any(c.i < token.i for c in tree.children(verb.i, "mark", "punct"))
    above = tree[verb.head]
    return verb.dep == "ccomp" and subject is not None and above.i < token.i < subject.i and not opened


def _nearest(tree: Tree, token: Token) -> Token | None:
    before = [t for t in tree.tokens[max(0, token.i - NEAREST_TOKENS) : token.i] if _is_verb(t)]
    behind = [t for t in tree.tokens[token.i : token.i + NEAREST_TOKENS] if _is_verb(t)]
    return before[-1] if before else behind[0] if behind else None


def _helpers(tree: Tree, verb: Token) -> list[Token]:
    """The verb's auxiliaries and its "to"; in an unparsed sentence those in the words right before it."""
    if verb.dep:
        return tree.children(verb.i, "aux", "auxpass")
    found: list[Token] = []
    for token in reversed(tree.tokens[: verb.i]):
        if token.tag not in ("MD", "TO", "RB") and token.pos != "AUX":
            break
        found.append(token)
    return found


def _of_verb(tree: Tree, verb: Token) -> Direction | None:
    helpers = _helpers(tree, verb)
    lemmas = {h.lemma for h in helpers}
    words = {h.text.lower() for h in helpers}
    if words & MODALS_AHEAD or verb.tag == "MD":
        return "past" if "have" in lemmas else "future"
    if any(h.tag == "TO" for h in helpers):
        return _of_infinitive(tree, verb, perfect="have" in lemmas)
    if verb.lemma in SCHEDULING:
        return "future"
    if verb.lemma in PLANNING and (verb.tag == "VBN" or "be" in lemmas):
        return "past" if verb.lemma in SAYING and words & TOLD else "future"
    if verb.tag == "VBG" and not helpers:
        return _of_participle(tree, verb)
    if verb.tag in ("VBD", "VBN") or words & TOLD:
        return "past"
    return "past" if verb.lemma in REPORTING else "present"


def _of_infinitive(tree: Tree, verb: Token, *, perfect: bool) -> Direction | None:
    if perfect:
        return "past"
    above = _governing(tree, verb) if verb.dep else None
    if above is not None and above.lemma in IMPLICATIVE:
        return _of_verb(tree, above)
    return "future"


def _of_participle(tree: Tree, verb: Token) -> Direction | None:
    if verb.lemma in STARTING:
        return "future"
    above = _governing(tree, verb) if verb.dep else None
    return _of_verb(tree, above) if above is not None else None

"""What is only thought of: acts told as an aim, a need, an ability, a risk, or as the content of a denial.

"Peru is unable to arm the villagers", "the risk of an attack": nothing happened and nobody announces it.
Plans and promises are no ideas: they are `future`, or AGREE.
"""

from __future__ import annotations

from dragoman.model.tree import Token, Tree

IDEAS = frozenset(
    "able unable capable incapable ability capacity enable necessary need require requirement aim goal purpose "
    "likelihood possibility probability prospect risk fear danger chance way means mechanism tool excuse pretext "
    "reluctant unwilling eager keen allow permit".split()
)
"""Words whose complement is an idea."""
DENIALS = frozenset({"deny", "refute", "denial"})
"""Words whose clause is told neither as done nor as not done: a denial is a comment (docs/codebook/reject.md)."""
TALKS = frozenset({"talk", "negotiation", "discussion", "consultation", "meeting"})
TOPICS = frozenset({"on", "about", "over"})
"""Words between talks and their subject: "talks on mending ties" have mended none."""
EMBEDDED = frozenset({"xcomp", "ccomp", "pcomp", "acl", "prep", "pobj", "dobj", "acomp", "advcl", "relcl", "conj"})
REACH = 4
"""How many words up the governor of an idea may stand; what lies between is prepositions and light verbs."""


def is_idea(tree: Tree, head: int) -> bool:
    """Whether the trigger's clause or phrase is only an idea; a finite clause of its own says what is the case."""
    current = tree[head]
    for _ in range(REACH):
        above = tree[current.head]
        if above.i == current.i or current.dep not in EMBEDDED:
            return False
        if above.lemma in DENIALS and above.i < head and current.dep in ("ccomp", "xcomp", "dobj"):
            return True
        if _is_finite(tree, current) and current.dep != "conj":
            # "the need that Chad met", "a plan which Mali rejected": told as done.
            return False
        if above.lemma in IDEAS and current.dep != "conj":
            return True
        if current.lemma in TOPICS and above.lemma in TALKS and tree[head].pos == "VERB":
            return True
        current = above
    return False


def _is_finite(tree: Tree, token: Token) -> bool:
    helpers = [token, *tree.children(token.i, "aux", "auxpass")]
    return any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in helpers)

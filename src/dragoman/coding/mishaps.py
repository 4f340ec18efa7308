"""Dead and hurt of accidents and of nature: "killed when a bridge collapsed" tells no attack."""

from __future__ import annotations

from dragoman.model.tree import Token, Tree

TOLLS = frozenset({"kill", "injure", "wound", "hurt"})
MISHAPS = frozenset(
    "accident avalanche cyclone disaster earthquake flood flooding hurricane landslide lightning mudslide quake "
    "stampede storm tornado tsunami typhoon".split()
)
GIVES_WAY = frozenset({"capsize", "collapse", "derail", "overturn"})
"""Verbs of what breaks by itself."""
BUILT_BY_WORDS = frozenset({"truce", "ceasefire", "cease-fire", "talk", "talks", "agreement", "government", "regime"})
"""What collapses without burying anybody."""
VIOLENCE = frozenset(
    "attack ambush blast blow bomb bomber bombing clash explode explosion fighting fire gunfire gunman grenade missile "
    "mine raid rocket shell shoot shooting strike war".split()
)
"""What makes a toll one of violence even where something collapsed."""


def is_mishap(tree: Tree, head: int) -> bool:
    """Whether the trigger counts the dead or hurt of a mishap that its sentence names, and names no violence."""
    if tree[head].lemma not in TOLLS or any(token.lemma.lower() in VIOLENCE for token in tree):
        return False
    return any(_is_cause(tree, token) for token in tree)


def _is_cause(tree: Tree, token: Token) -> bool:
    if token.lemma in GIVES_WAY:
        subjects = tree.children(token.i, "nsubj", "nsubjpass")
        return token.pos == "VERB" and not any(s.lemma.lower() in BUILT_BY_WORDS for s in subjects)
    return token.pos == "NOUN" and token.lemma in MISHAPS

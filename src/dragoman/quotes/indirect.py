"""Indirect speech: the clause that somebody is reported to say, without quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model.layers import Quote
from dragoman.model.span import Span
from dragoman.model.tree import Token, Tree
from dragoman.quotes.cues import Cue
from dragoman.quotes.scene import Scene

_CLAUSES = ("ccomp", "acl", "xcomp")
# Parts of a clause that belong to the reporter's sentence, not to the speech.
_MARK = frozenset({"that", "whether", "if"})


def find_indirect(scene: Scene) -> list[Quote]:
    """One quote of kind `indirect` per reported clause, in text order; clauses wholly inside marks are left out."""
    out: list[Quote] = []
    for cue in scene.cues:
        if cue.strength != "claim":
            continue
        tree = scene.trees[cue.sentence]
        tokens = _content(tree, cue)
        span = _trimmed(scene.text, tree, tokens)
        if span is None or _mostly_marked(scene, tokens):
            continue
        out.append(_quote(span, cue))
    return out


def _mostly_marked(scene: Scene, tokens: list[Token]) -> bool:
    """Whether a clause is a marked stretch and at most a word more: then the marked one says it all."""
    outside = [t for t in tokens if _is_word(t) and not scene.blocked(t)]
    return len(outside) < 2


def _quote(span: Span, cue: Cue) -> Quote:
    speaker = cue.speaker
    return Quote(
        span=span,
        kind="indirect",
        speaker=speaker.span if speaker else None,
        head=cue.head,
        cue=cue.span,
        addressee=cue.addressee,
        stance=cue.stance,
    )


def _content(tree: Tree, cue: Cue) -> list[Token]:
    """The tokens of what is said: the cue's clause, or the rest of the sentence around "according to X"."""
    if cue.kind == "according":
        return _around(tree, cue)
    if cue.stance == "claims_responsibility":
        return [t for noun in tree.children(cue.token, "dobj") for t in tree.subtree(noun.i)]
    clause = next(iter(_clauses(tree, cue)), None)
    if clause is not None and clause.i > cue.token:
        return tree.subtree(clause.i)
    if _is_tag(tree, cue):
        return list(tree.tokens[: _first_token(tree, cue) - 1])
    return tree.subtree(clause.i) if clause is not None else _host(tree, cue)


def _clauses(tree: Tree, cue: Cue) -> Iterator[Token]:
    """Complement clauses of the reporting word: finite ones for a verb, "that" clauses for a noun."""
    for child in tree.children(cue.token, *_CLAUSES):
        if (child.dep == "ccomp" and _finite(tree, child)) or (
            cue.kind == "noun" and child.dep == "acl" and _has_that(tree, child)
        ):
            yield child
    if cue.kind == "verb":
        # The parser may hang the clause lower: "said on a visit that ...", "was quoted as saying that ...".
        for below in tree.subtree(cue.token):
            said = below.dep == "ccomp" and tree[below.head].lemma == "say" and tree[below.head].tag == "VBG"
            if below.i > cue.token and below.pos in ("VERB", "AUX") and (said or _has_that(tree, below)):
                yield below


def _finite(tree: Tree, clause: Token) -> bool:
    """Whether a complement is a clause with its own subject and tense, not "found itself isolated"."""
    tensed = clause.tag in ("VBD", "VBZ", "VBP", "MD") or bool(tree.children(clause.i, "aux", "auxpass"))
    return tensed and bool(tree.children(clause.i, "nsubj", "nsubjpass", "expl", "csubj", "csubjpass"))


def _has_that(tree: Tree, clause: Token) -> bool:
    return any(t.lemma == "that" and t.dep == "mark" for t in tree.children(clause.i))


def _is_tag(tree: Tree, cue: Cue) -> bool:
    """Whether the cue ends its sentence behind a comma and so covers all before: "The bridge is mined, they said"."""
    after = tree.tokens[cue.token + 1 :]
    verbs = any(t.pos in ("VERB", "AUX") and not cue.span.start <= t.start < cue.span.end for t in after)
    return _set_off(tree, cue) and not verbs


def _host(tree: Tree, cue: Cue) -> list[Token]:
    """The clause that a parenthetical cue interrupts: "The bridge, officials said, had been mined"."""
    token = tree[cue.token]
    host = tree[token.head]
    if token.dep not in ("parataxis", "advcl", "dep") or host.pos not in ("VERB", "AUX") or not _set_off(tree, cue):
        return []
    own = {t.i for t in tree.subtree(cue.token)} | set(range(_first_token(tree, cue), cue.token + 1))
    return [t for t in tree.subtree(host.i) if t.i not in own]


def _set_off(tree: Tree, cue: Cue) -> bool:
    """Whether a comma stands before the cue's own words, and the cue has no object but its speaker and addressee."""
    first = _first_token(tree, cue)
    objects = tree.children(cue.token, "dobj", "xcomp")
    takes_object = any(t.i > cue.token and not _speaks(t, cue) for t in objects) and cue.addressee is None
    return first > 0 and tree[first - 1].text == "," and not takes_object


def _speaks(token: Token, cue: Cue) -> bool:
    """Whether `token` is the head of the cue's speaker ("said the envoy", "quoted the envoy")."""
    return cue.speaker is not None and cue.speaker.head == token.i


def _first_token(tree: Tree, cue: Cue) -> int:
    """Where the cue's own words begin: at the verb, its speaker or its subject, with all that hangs on them."""
    first = min(t.i for t in tree if t.end > cue.clause.start)
    if first > 1 and tree[first - 1].pos == "CCONJ" and tree[first - 2].pos in ("NOUN", "PROPN"):
        # In "..., the UN and monitors said" the speaker found by its neighbours is only the last of several.
        first = next((i for i in range(first - 2, 0, -1) if tree[i - 1].text == ","), first)
    for subject in tree.children(cue.token, "nsubj", "nsubjpass"):
        if subject.i < cue.token:
            first = min(first, tree.subtree(subject.i)[0].i)
    return first


def _around(tree: Tree, cue: Cue) -> list[Token]:
    """The sentence without "according to X" and what hangs on it."""
    own = {cue.token} | {t.i for t in tree.subtree(cue.token)}
    if cue.speaker is not None:
        own |= {t.i for t in tree if cue.span.start <= t.start and t.end <= cue.speaker.span.end}
        own |= {t.i for t in tree.subtree(cue.speaker.head) if t.i >= cue.token}
    return [t for t in tree if t.i not in own]


def _is_word(token: Token) -> bool:
    return any(c.isalnum() for c in token.text)


def _trimmed(text: str, tree: Tree, tokens: list[Token]) -> Span | None:
    """From the first to the last word, without "that" in front; None for nothing or a single word."""
    words = [t for t in tokens if _is_word(t)]
    if words and words[0].lemma in _MARK and words[0].dep in ("mark", "det", ""):
        words = words[1:]
    if len(words) < 2:
        return None
    return tree.span(words)

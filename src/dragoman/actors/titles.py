"""Reads the office beside a person's name: "Ghana's Trade Minister Ama Darko", "Darko, the trade minister,"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from dragoman.actors.phrase import left_words
from dragoman.kb.load import Knowledge, RoleNoun
from dragoman.model.layers import Mention
from dragoman.model.span import Span
from dragoman.model.tree import Token, Tree

PAST = frozenset({"former", "ex", "ousted", "deposed", "retired"})

DIPLOMATS = frozenset({"ambassador", "envoy", "consul", "attache", "emissary", "negotiator", "representative"})
"""Who is sent to a state and is of another: "Chad's ambassador to Mali"."""


@dataclass(frozen=True, slots=True)
class Title:
    """An office or role read beside a name, with the name of the state or body it belongs to."""

    role: RoleNoun
    words: Span
    body: Mention | None
    former: bool


class TitleReader:
    """Finds the role beside a person's mention, before it or in apposition after it."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def read(self, tree: Tree, mention: Mention, inside: Sequence[Mention]) -> Title | None:
        """The title of the person `mention`; `inside` are all mentions of that sentence."""
        return (
            self._before(tree, mention, inside)
            or self._after(tree, mention, inside)
            or self._explained(tree, mention, inside)
        )

    def rank_sector(self, tree: Tree, mention: Mention) -> str | None:
        """The sector that a rank or honorific before the name tells: "Gen. Musa" is MIL."""
        title = self.knowledge.title([t.text for t in left_words(tree, mention.first, most=4)])
        return title.sector if title is not None else None

    def _before(self, tree: Tree, mention: Mention, inside: Sequence[Mention]) -> Title | None:
        words = left_words(tree, _bracket_skipped(tree, mention.first))
        while words and self.knowledge.title([words[-1].text]) is not None and self._role_at(words) is None:
            words = words[:-1]
        # "a spokesman, Major Ama Darko, said": the rank between comma and name is skipped.
        first = mention.first
        while first > 1 and self.knowledge.title([tree[first - 1].text]) is not None:
            first -= 1
        if (head := _comma_skipped(tree, first, mention.last)) is not None:
            return self._reading(tree, left_words(tree, first - 1), mention, inside, head=head)
        return self._reading(tree, words, mention, inside)

    def _after(self, tree: Tree, mention: Mention, inside: Sequence[Mention]) -> Title | None:
        at = mention.last + 1
        if at >= len(tree) or tree[at].text != ",":
            return None
        words: list[Token] = []
        for token in tree.tokens[at + 1 : at + 14]:
            if token.text in (",", ";", ")", "(") or token.pos in ("VERB", "AUX", "SCONJ"):
                break
            words.append(token)
        # Only an apposition closed by a comma or the sentence's end: "X, police said" is none.
        end = words[-1].i + 1 if words else len(tree)
        closed = end >= len(tree) or tree[end].text in (",", ".", ";") or tree[end].pos == "SCONJ"
        return self._reading(tree, words, mention, inside) if closed else None

    def _explained(self, tree: Tree, mention: Mention, inside: Sequence[Mention]) -> Title | None:
        """The title whose phrase the name closes: "the deputy minister for roads, Ama Darko, said"."""
        at = mention.first - 1
        closes = mention.last + 1 >= len(tree) or tree[mention.last + 1].text in (",", ".")
        if at < 2 or tree[at].text != "," or not closes:
            return None
        heads = {token.head for token in tree.tokens[mention.first : mention.last + 1] if token.dep == "appos"}
        for noun in (tree[i] for i in sorted(heads) if i < at):
            chain = [noun, *(a for a in tree.ancestors(noun.i) if a.pos == "NOUN")]
            for top in chain:
                words = [*left_words(tree, top.i), *tree.tokens[top.i : at]]
                if top.tag in ("NN", "NNP") and (title := self._reading(tree, words, mention, inside)) is not None:
                    return title
        return None

    def _reading(
        self, tree: Tree, words: list[Token], mention: Mention, inside: Sequence[Mention], *, head: int | None = None
    ) -> Title | None:
        """The last office or role in `words`, with the body named after "of" or before it.

        No role behind the token `head` counts: in "a spokesman for the king, Ama Darko," she is no king.
        """
        for end in range(len(words), 0, -1):
            found = self._role_at(words[:end])
            if found is None or found[0].kind != "person" or (head is not None and words[end - 1].i > head):
                continue
            role, length = found
            # A role noun followed by more nouns is a modifier ("government official" reads at the end first).
            gap = words[end:]
            if gap and gap[0].pos not in ("ADP",) and not self._is_rank(gap):
                continue
            first, last = words[end - length], words[end - 1]
            before = _body_before(words[: end - length], inside)
            sent = role.lemma.split()[-1] in DIPLOMATS and bool(gap) and gap[0].lemma == "to"
            body = before if sent else _body_after(gap, inside) or before or _state_behind(tree, mention, inside)
            if gap and body is None and gap[0].pos == "ADP" and len(gap) < 3:
                continue  # "a spokesman for Darko": the name is not the spokesman's
            former = role.lemma.startswith(("former ", "ex-")) or any(
                w.lemma in PAST or w.text.lower() in PAST for w in words[: end - length]
            )
            role = self._of_organ(role, words[: end - length], gap)
            return Title(role, Span(first.start, last.end), body, former)
        return None

    def _of_organ(self, role: RoleNoun, before: Sequence[Token], behind: Sequence[Token]) -> RoleNoun:
        """The role with the sector of whose it is, where it tells none: "central bank head", "head of the police"."""
        if role.sector is not None:
            return role
        organ = self._role_at(before)
        if organ is not None and organ[0].kind != "person":
            return replace(role, sector=organ[0].sector)
        ends = range(len(behind), 1, -1) if behind and behind[0].lemma in ("of", "for") else ()
        whole = next((found for n in ends if (found := self._role_at(behind[:n])) is not None), None)
        return replace(role, sector=whole[0].sector) if whole is not None else role

    def _role_at(self, words: Sequence[Token]) -> tuple[RoleNoun, int] | None:
        return self.knowledge.role([w.lemma if w.tag != "HYPH" else "-" for w in words])

    def _is_rank(self, words: Sequence[Token]) -> bool:
        return self.knowledge.title([w.text for w in words]) is not None


def _bracket_skipped(tree: Tree, first: int) -> int:
    """Where the words before "(NVF) Ama Darko" end."""
    opens = next((t.i for t in tree.tokens[max(0, first - 5) : first] if t.text == "("), None)
    return opens if opens is not None and tree[first - 1].text == ")" else first


def _comma_skipped(tree: Tree, first: int, last: int) -> int | None:
    """The head noun of the phrase whose comma "the head of the union, Ama Darko, said" sets before the name."""
    at = first - 1
    if at < 1 or tree[at].text != ",":
        return None
    after = tree[last + 1] if last + 1 < len(tree) else None
    closes = after is None or after.text in (",", ".", ":") or after.pos in ("VERB", "AUX")
    if not closes or tree[at - 1].pos not in ("NOUN", "PROPN"):
        return None
    head = _head_noun(tree, at - 1)
    # "Besides the king, Darko met": a phrase behind a preposition is nobody's title, unless the parser sets both equal.
    equal = any(t.dep == "appos" and t.head in (head, at - 1) for t in tree.tokens[first : last + 1])
    return head if equal or tree[head].dep != "pobj" else None


def _head_noun(tree: Tree, last: int) -> int:
    """The noun that a phrase which ends at `last` is about: "head" of "the head of the union in Accra"."""
    head = last
    while tree[head].dep == "pobj" and tree[tree[head].head].lemma in ("of", "for", "in", "at", "to"):
        above = tree[tree[tree[head].head].head]
        if above.pos not in ("NOUN", "PROPN") or above.i > head:
            break
        head = above.i
    return head


def _body_after(gap: Sequence[Token], inside: Sequence[Mention]) -> Mention | None:
    """The name right after "of", "for", "to" in the words after the role."""
    if not gap or gap[0].pos != "ADP":
        return None
    # "envoy to the coalition against X" is not X's.
    covered = {t.i for t in takewhile(lambda t: t.lemma != "against", gap)}
    return next((m for m in inside if m.first in covered and not m.is_person), None)


def _state_behind(tree: Tree, mention: Mention, inside: Sequence[Mention]) -> Mention | None:
    """The state right behind a titled name: "President Ama Darko of Ghana"."""
    at = mention.last + 1
    if at + 1 >= len(tree) or tree[at].lemma != "of":
        return None
    return next((m for m in inside if m.first == at + 1 and m.known is not None and m.known.kind == "state"), None)


def _body_before(words: Sequence[Token], inside: Sequence[Mention]) -> Mention | None:
    """The nearest state or body before the role: "Ghana's", "Ghanaian", "Interior Ministry"."""
    covered = {t.i for t in words}
    # One unknown word before "Minister" is the portfolio that the tagger took for a body ("Economics").
    near = [
        m
        for m in inside
        if m.last in covered
        and not m.is_person
        and (m.known is not None or m.label in ("GPE", "NORP") or m.last > m.first)
    ]
    return max(near, key=lambda m: (m.last, -m.first), default=None)

"""Reads the wording of a post: title, whose it is, and whether it is over ("former chief negotiator of Chile")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.facts.bodies import Body, BodyReader
from dragoman.facts.clauses import antecedent
from dragoman.facts.view import Thing, View
from dragoman.facts.words import word_class
from dragoman.kb.load import RoleNoun
from dragoman.kb.posts import ends_rank, is_past, is_sent, rank_ending, role_ending, without_ranks
from dragoman.model.layers import Mention
from dragoman.model.tree import Token

POSTS = word_class("posts")
RELATIONAL = word_class("relational")
GRADES = word_class("grades")
TITLE_PREPOSITIONS = word_class("title_prepositions")
OF_BODY = word_class("body_prepositions")
SPEAKING = word_class("speaking")
OWN_STATE = word_class("own_state")
WINDOW = 18
FIELD = 5
"""How many words after a comma in a list of fields its "and" may stand."""
NATIONAL = word_class("national")
PORTFOLIOS = word_class("portfolios")
BREAKS = frozenset({",", ";", ":", ".", "(", '"', "“", "”", "—", "–"})
LONGEST_ROLE = 4
"""How many words longer a role can be than its first word."""


@dataclass(frozen=True, slots=True)
class Title:
    """A post as worded. `body` is None where the text leaves it out; `owner` is a possessive pronoun's token then.

    `tokens` are the words it was read from, without the holder's name.
    """

    role: RoleNoun
    words: str
    body: Thing | None
    body_type: str | None
    code: str | None
    former: bool
    owner: int | None
    tokens: tuple[Token, ...]


class TitleReader:
    """Reads a run of tokens as a post; it finds no holder."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.tree = view.tree
        self.knowledge = view.knowledge
        self.bodies = BodyReader(view)

    def before(self, end: int) -> Title | None:
        """The post whose words end right before token `end`, ranks between them left out: "minister General X"."""
        words = self._run_left(end)
        for at in range(len(words), 0, -1):
            found = self._role(words[:at])
            if found is not None and (title := self._title(words, at, *found)) is not None:
                return title
        return None

    def after(self, start: int, *, stop: int | None = None) -> Title | None:
        """The post whose words begin at token `start`, up to token `stop` or the end of the phrase."""
        words = list(self._run_right(start, stop))
        for at in range(1, len(words) + 1):
            found = self._role(words[:at])
            if found is None or self._goes_on(words, at):
                continue
            at, found = self._longest(words, at, found)
            second = at < len(words) and words[at].lemma == "and"  # "prime minister and minister of mines"
            return self._title(words[:at] if second else words, at, *found)
        return None

    def plural(self, i: int) -> Title | None:
        """The national post that a plural right before names tells of each: "Presidents", "Prime Ministers"."""
        token = self.tree[i]
        if token.tag not in ("NNS", "NNPS") or not token.text.endswith("s") or not token.text[:1].isupper():
            return None
        words = [*(t for t in self.tree.tokens[max(0, i - 1) : i] if t.text[:1].isupper()), token]
        lemmas = [t.text.lower() for t in words[:-1]] + [token.text[:-1].lower()]
        found = self.knowledge.role(lemmas)
        if found is None or found[0].lemma.split()[-1] not in NATIONAL:
            return None
        words = words[-found[1] :]
        name = self.bodies.join(words)[:-1]
        return Title(found[0], name, None, None, None, former=False, owner=None, tokens=tuple(words))

    def _longest(
        self, words: Sequence[Token], at: int, found: tuple[RoleNoun, int]
    ) -> tuple[int, tuple[RoleNoun, int]]:
        """The role that begins where `found` does and goes on longest: "secretary of state" over "secretary"."""
        for end in range(min(len(words), at + LONGEST_ROLE), at, -1):
            longer = self._role(words[:end])
            if longer is not None and end - longer[1] <= at - found[1]:
                return end, longer
        return at, found

    def before_ranks(self, end: int) -> int:
        """Where the ranks and honorifics that end before token `end` begin; `end` itself where there are none."""
        tokens, known = self.tree.tokens, self.knowledge
        while end > 0 and (rank := rank_ending(tokens[:end], known) or ends_rank(tokens, end - 1, known)):
            end -= rank
        return end

    def is_office(self, words: Sequence[Token]) -> bool:
        """Whether all of the words are an office: "Crown Prince"."""
        found = self._role(words)
        return found is not None and found[0].office and found[1] == len(words)

    def _run_left(self, end: int) -> list[Token]:
        """The tokens before `end` that can be one noun phrase with its complements, ranks at its end dropped."""
        out: list[Token] = []
        tokens = self.tree.tokens
        i = end - 1
        while i >= max(0, end - WINDOW):
            token = tokens[i]
            joins = token.lemma == "and" and out and out[-1].pos in ("NOUN", "PROPN") and self._in_common_list(i)
            stops = token.pos in ("VERB", "AUX", "SCONJ", "SYM", "PRON", "CCONJ", "INTJ") and not joins
            stops = stops and not is_past(token)
            if token.tag == "PRP$":
                out.append(token)
                break
            if ends_rank(tokens, i, self.knowledge):
                i -= 1
                continue
            joined = token.tag == "HYPH" and i + 1 < len(tokens) and token.end == tokens[i + 1].start
            listed = token.text == "," and bool(out) and self._in_field(i)
            if (token.pos == "PUNCT" and not joined and not listed and token.text not in "()") or (
                stops and not joined
            ):
                break
            if token.pos == "ADP" and token.lemma.lower() not in OF_BODY and not self._is_under(token):
                break
            out.append(token)
            i -= 1
        return without_ranks(out[::-1], self.knowledge)

    def _in_common_list(self, i: int) -> bool:
        """Whether the "and" at `i` joins two common nouns after a preposition: "minister of energy and mines"."""
        left = self.tree[i - 1] if i else None
        two = self.tree[i - 2] if i > 1 else None
        common = left is not None and left.pos in ("NOUN", "PROPN") and two is not None and two.pos == "ADP"
        return common or self._in_field(i)

    def _in_field(self, i: int) -> bool:
        """Whether the comma or "and" at `i` stands in a minister's field: "of Industry, Energy and Fuel"."""
        at = i - 1
        while at > 0 and (self.tree[at].pos in ("NOUN", "PROPN", "ADJ") or self.tree[at].text == ","):
            at -= 1
        if (
            at < 1
            or self.tree[at].lemma.lower() not in ("of", "for")
            or self.tree[at - 1].lemma.lower() not in PORTFOLIOS
        ):
            return False
        after = self.tree.tokens[i : i + FIELD]
        return any(t.lemma == "and" for t in after) or self.tree[i].lemma == "and"

    def _run_right(self, start: int, stop: int | None) -> Iterator[Token]:
        last = min(stop if stop is not None else len(self.tree), start + WINDOW)
        for token in self.tree.tokens[start:last]:
            joined = token.i > start and self.tree[token.i - 1].tag == "HYPH"  # "of the Accra-based bank"
            stops = token.pos in ("VERB", "AUX", "SCONJ") and not is_past(token) and not joined
            if stops or token.text in BREAKS or token.lemma == "by" or self.begins_another(token.i):
                return
            yield token

    def begins_another(self, i: int) -> bool:
        """Whether the "and" at `i` leads to something else that the same person is: "and a member of the union"."""
        return self.tree[i].lemma == "and" and i + 1 < len(self.tree) and self.tree[i + 1].lemma in ("a", "an")

    def _role(self, words: Sequence[Token]) -> tuple[RoleNoun, int] | None:
        found = role_ending(words, self.knowledge)
        if found is None or found[0].kind != "person" or words[-1].tag in ("NNS", "NNPS"):
            return None
        if is_past(words[len(words) - found[1]]):
            # "former president" is a role of its own in the tables; here it is a president, and over.
            found = role_ending(words[len(words) - found[1] + 1 :], self.knowledge)
        return self._checked(words, *found) if found is not None else None

    def _checked(self, words: Sequence[Token], role: RoleNoun, length: int) -> tuple[RoleNoun, int] | None:
        if role.lemma.split()[-1] in RELATIONAL or self._inside_body(words[-1]):
            return None
        post = role.office or role.lemma.split()[-1] in POSTS
        return (role, length) if post else None

    def _inside_body(self, token: Token) -> bool:
        """Whether the word is part of a longer name: "Staff" of the "Joint Chiefs of Staff"."""
        mention = self.view.mention_at(token.i)
        return (
            mention is not None
            and mention.first < token.i
            and mention.label in ("ORG", "FAC")
            and mention.known is not None
        )

    def _goes_on(self, words: Sequence[Token], at: int) -> bool:
        """Whether the role is only the first part of a compound: "minister" in "minister general"."""
        more = at < len(words) and words[at].pos in ("NOUN", "PROPN")
        return more and not rank_ending(words[at : at + 1], self.knowledge)

    def _title(self, words: Sequence[Token], at: int, role: RoleNoun, length: int) -> Title | None:
        pre, core, post = words[: at - length], words[at - length : at], _without_brackets(words[at:])
        ranks = rank_ending(post, self.knowledge)
        if ranks and ranks == len(post) and role.lemma in GRADES:
            return None  # "Chief Inspector" is one rank
        while post and (rank := rank_ending(post, self.knowledge)):
            post = post[:-rank]
        if post and (post[0].pos != "ADP" or not any(t.pos in ("NOUN", "PROPN") for t in post)):
            return None
        if any(m.label == "PERSON" and not self._after_preposition(m) for m in self.bodies.mentions(post)):
            return None
        former = any(is_past(t) for t in [*pre, *core])
        body, modifiers, owner = self._left(pre, core[0])
        core_words, own = self._split_role(core, pre)
        behind, extra = self._right(post, role, owned=body is not None)
        if own is not None:
            body = own
        if behind is not None and (body is None or not is_sent(role)):
            body = behind
        title = " ".join(
            w for w in (self.bodies.join(modifiers), self.bodies.join(core_words), self.bodies.join(extra)) if w
        )
        presidential = role.lemma.split()[0] == "presidential"  # "presidential adviser": of the president of the state
        if role.lemma.split()[-1] in POSTS and not role.office and body is None and not presidential:
            return None
        return Title(
            role,
            title,
            body.thing if body else None,
            body.type if body else None,
            body.code if body else None,
            former,
            owner if body is None else None,
            tuple(words[self._phrase_start(pre) :]),
        )

    def _is_under(self, token: Token) -> bool:
        """Whether the preposition belongs to a title: "Deputy Under Secretary of Labour"."""
        following = [t.lemma.lower() for t in self.tree.tokens[token.i + 1 : token.i + 3] if t.tag != "HYPH"]
        return token.lemma.lower() == "under" and following[:1] == ["secretary"]

    def _phrase_start(self, pre: Sequence[Token]) -> int:
        """Where the title's own phrase begins: "Malian" in "talks with Malian President".

        An "of" in a name is in it, and so is whom somebody speaks for.
        """
        speaking = {k + 1 for k, t in enumerate(pre) if t.lemma.lower() in POSTS}
        prepositions = [k for k, t in enumerate(pre) if t.pos == "ADP" and not self._is_under(t)]
        cuts = [k for k in prepositions if self.view.mention_at(pre[k].i) is None]
        return max((k + 1 for k in cuts if k not in speaking), default=0)

    def _after_preposition(self, mention: Mention) -> bool:
        return mention.first > 0 and self.tree[mention.first - 1].pos == "ADP"

    def _left(self, pre: Sequence[Token], core: Token) -> tuple[Body | None, list[Token], int | None]:
        """Whose the post is by the words before it, the modifiers that belong to the title, a possessive pronoun."""
        modifiers: list[Token] = []
        after = core
        possessive = False
        for k in range(len(pre) - 1, -1, -1):
            token = pre[k]
            if token.tag in ("PRP$", "WP$"):
                return None, modifiers[::-1], antecedent(self.tree, token)
            if token.text in ("'s", "’s"):
                possessive = True
                continue
            mention = self.view.mention_ending(token.i)
            portfolio = self._portfolio(token, mention, after)
            named = self.bodies.named(mention) if mention is not None and not portfolio else None
            if named is not None and (possessive or named.type != "person"):
                return named, modifiers[::-1], None
            if not portfolio and (body := self.bodies.common(pre[: k + 1])) is not None:
                return body, modifiers[::-1], None
            if possessive and (body := self.bodies.owner(pre[: k + 1])) is not None:
                return body, modifiers[::-1], None
            if (token.pos in ("ADP", "DET", "CCONJ") and not self._is_under(token)) or possessive:
                break
            if not self._belongs(token, after):
                if token.pos in ("NOUN", "PROPN"):
                    break
                continue
            modifiers.append(token)
            after = token
        return None, modifiers[::-1], None

    def _portfolio(self, token: Token, mention: Mention | None, after: Token) -> bool:
        """Whether the word is what the minister is minister of, even if the tagger took it for a body: "Economics"."""
        named = mention is not None and (mention.known is not None or mention.label in ("PERSON", "GPE", "NORP"))
        single = mention is None or mention.first == mention.last
        return single and not named and token.i == after.i - 1 and after.lemma.lower() in PORTFOLIOS

    def _belongs(self, token: Token, after: Token) -> bool:
        """Whether a word before the title is part of it; a lower-case noun is none of a capitalised title's."""
        if is_past(token):
            return False
        if token.lemma.lower() in GRADES or self._is_under(token):
            return True
        capital = token.text[:1].isupper() and token.i > 0
        if after.text[:1].isupper() and not token.text[:1].isupper():
            return False
        inner = token.dep == "amod" and token.head == after.i and after.dep in ("compound", "nmod")  # "human rights"
        return token.pos in ("NOUN", "PROPN") or (token.pos == "ADJ" and (capital or inner))

    def _split_role(self, core: Sequence[Token], pre: Sequence[Token]) -> tuple[Sequence[Token], Body | None]:
        """ "army spokesman" as "spokesman" of "army", with the state before it."""
        if len(core) > 1 and core[-1].lemma.lower() in SPEAKING:
            body = self.bodies.common([*pre, *core[:-1]])
            if body is not None:
                return core[-1:], body
        return core, None

    def _right(self, post: Sequence[Token], role: RoleNoun, *, owned: bool) -> tuple[Body | None, list[Token]]:
        """Whose the post is by the words after it, and those that belong to the title: "to Chad", "of mines".

        Where an owner stands before the post (`owned`), "in Chad" is where the holder serves.
        """
        extra: list[Token] = []
        field = not PORTFOLIOS.isdisjoint(role.lemma.split())
        for part in self._prepositional(post, field=field):
            if part[-1].lemma.lower() in OWN_STATE and part[-1].text[:1].isupper() and len(part) == 3:
                continue  # "President of the Republic": whose it is the report says elsewhere
            sent = is_sent(role) and part[0].lemma.lower() in ("to", "for", "in")
            body = None if sent else self.bodies.complement(part, field=field)
            placed = body is not None and body.type in ("state", "place") and part[0].lemma.lower() == "in"
            if body is not None and placed and owned and not extra:
                extra += part
                continue
            if body is not None and not (placed and extra):
                return body, extra
            at_large = part[-1].lemma.lower() == "large"
            if placed or (part[0].lemma.lower() not in TITLE_PREPOSITIONS and not at_large):
                break
            extra += part
        return None, extra

    def _prepositional(self, post: Sequence[Token], *, field: bool) -> Iterator[list[Token]]:
        """The words cut at prepositions that lead a complement of their own: ["of mission", "at the embassy"].

        With `field` a state is one too: "of public works", "of Chad".
        """
        part: list[Token] = []
        for at, token in enumerate(post):
            following = post[at + 1] if at + 1 < len(post) else None
            cut = token.pos == "ADP" and part and part[-1].pos in ("NOUN", "PROPN")
            state = field and following is not None and self.view.state_name(following.i) is not None
            within = token.lemma.lower() in ("of", "for") and _one_name(part[-1], following) if part else False
            if cut and (state or not within):
                yield part
                part = []
            part.append(token)
        if part:
            yield part


def _without_brackets(words: Sequence[Token]) -> list[Token]:
    out: list[Token] = []
    depth = 0
    for token in words:
        depth += token.text == "("
        if depth == 0:
            out.append(token)
        depth -= token.text == ")"
    return out


def _one_name(before: Token, following: Token | None) -> bool:
    """Whether a preposition stands inside one name: "Bank of Ghana", "Institute for Peace"."""
    return before.pos == "PROPN" and following is not None and following.text[:1].isupper()

"""Reads noun phrases without a name: "Iraqi troops", "the police", "six Somalis", "the foreign minister"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.actors.choice import Choice, Considered, choose_only, distinct
from dragoman.actors.names import Named
from dragoman.actors.phrase import has_determiner, is_plural, phrase_span
from dragoman.actors.register import Draft, Register
from dragoman.actors.salience import Referred
from dragoman.actors.titles import PAST
from dragoman.kb.load import Knowledge, RoleNoun
from dragoman.model.actor import EntityType
from dragoman.model.span import Span
from dragoman.model.tree import Token, Tree

QUANTITIES = frozenset(
    {"hundred", "thousand", "dozen", "score", "number", "majority", "some", "many", "most", "several", "ten", "all"}
    | {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "half", "few", "member", "part", "none"}
    | {"million", "rest", "lot", "handful", "couple", "pair", "crowd", "wave", "body", "family", "tens"}
)
GENERAL_SECTORS = frozenset({None, "GOV", "UNK", "CVL", "PTY"})
"""Sectors of role nouns that a named body overrides: a Hezbollah official is of Hezbollah's sector."""
STATE_OF = frozenset({"emergency", "war", "siege", "alert", "disaster", "affair", "calamity", "exception"})
"""What a "state of ..." is a condition of, and no country."""
FOREIGN = frozenset(
    "state country nation government refugee migrant foreigner mercenary tourist jihadist smuggler seeker immigrant "
    "ally neighbour neighbor power donor creditor visitor expatriate".split()
)
"""Nouns that, in the plural, belong to no one country unless the phrase names it."""
STATES = frozenset({"country", "nation", "state", "republic", "kingdom", "government", "island"})
REGIONAL = frozenset(
    "African European Asian Arab Western Latin Gulf Baltic Balkan Nordic Scandinavian Caribbean".split()
)
"""Adjectives of regions whose people are of no one state."""
RULERS = frozenset({"government", "regime"})
"""What governs, whoever forms it: "the Junta government"."""
MADE_OF = frozenset(
    "delegation group team member representative official committee crowd convoy patrol column leader".split()
)
"""Nouns whose people are what they are of: "a delegation of farmers", "members of parliament"."""
TALKS = frozenset({"talk", "negotiation", "meeting", "meet", "negotiate", "dialogue", "discussion", "contact"})
LEADER = "leader"
NO_HOLDER = "no_holder_known"
HEADS = frozenset({"president", "prime minister", "premier", "chancellor", "king", "queen", "emir", "sultan"})
LOCATIVE = frozenset({"in", "at", "near", "of", "from", "around", "outside"})


@dataclass(frozen=True, slots=True)
class Belonging:
    """Whose a phrase is: country code, and the body with its sector where one is named.

    `part` says that it is of a part of the country, whose own government is not the state's; `at` is the token that
    tells it, where the phrase tells of several.
    """

    code: str | None = None
    sector: str | None = None
    body: Draft | None = None
    part: bool = False
    at: int | None = None


class NominalReader:
    """Reads the phrase around a common noun with the help of the knowledge base's role nouns."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def role(self, tree: Tree, head: int) -> tuple[RoleNoun, int] | None:
        """The role noun whose last word is the token `head`, with the number of its words."""
        of = next((c for c in tree.children(head, "prep") if c.lemma == "of"), None)
        if tree[head].lemma in QUANTITIES and is_plural(tree[head]) and of is None:
            return self.knowledge.role(["people"])  # "Thousands marched in Lima"
        if tree[head].lemma == "opposition" and any(p.lemma == "to" for p in tree.children(head, "prep")):
            return None  # "the ministry's opposition to the dam" is an act
        if (
            tree[head].lemma == "state"
            and of is not None
            and any(p.lemma in STATE_OF for p in tree.children(of.i, "pobj"))
        ):
            return None
        first = head
        while first > 0 and (tree[first - 1].dep in ("compound", "amod", "nmod") or tree[first - 1].tag == "HYPH"):
            first -= 1
        words = [t.lemma for t in tree.tokens[first : head + 1]]
        return self.knowledge.role(words) or self.knowledge.role(
            [t.text.lower() for t in tree.tokens[first : head + 1]]
        )

    def quantified(self, tree: Tree, head: int) -> int | None:
        """The noun that a quantity counts: "farmers" in "hundreds of farmers"."""
        token = tree[head]
        if token.lemma not in QUANTITIES and token.pos != "NUM":
            return None
        of = next((c for c in tree.children(head, "prep") if c.lemma == "of"), None)
        counted = tree.child(of.i, "pobj") if of else None
        return counted.i if counted else None

    def belonging(
        self, tree: Tree, head: int, names: Mapping[int, Named], read: Mapping[int, Sequence[Referred]]
    ) -> Belonging:
        """The state or body that modifies the phrase, nearest first: possessor, adjective, compound, of-phrase."""
        for token in self._modifiers(tree, head):
            if token.i in names:
                draft = names[token.i].draft
                known = names[token.i].mention.known
                if draft.type in ("state", "place") or (known is not None and known.kind in ("state", "population")):
                    return Belonging(known.code if known else draft.code, part=draft.type != "state")
                return Belonging(draft.code, draft.sector, draft)
            if refs := read.get(token.i):
                return Belonging(refs[0].code, refs[0].sector if refs[0].draft.type != "state" else None, refs[0].draft)
        inner = self._made_of(tree, head)
        return self.belonging(tree, inner, names, read) if inner is not None else Belonging()

    def _made_of(self, tree: Tree, head: int) -> int | None:
        """The people whom the phrase's body is of: "peacekeepers" in "a convoy of peacekeepers"."""
        of = next((p for p in tree.children(head, "prep") if p.lemma == "of"), None)
        inner = tree.child(of.i, "pobj") if of is not None and tree[head].lemma in MADE_OF else None
        return inner.i if inner is not None and inner.i > head else None

    def nationalities(self, tree: Tree, head: int, names: Mapping[int, Named]) -> list[Belonging]:
        """The states of "Indian and Chinese guards", "the presidents of Ghana and Togo"; empty unless two or more."""
        if not is_plural(tree[head]):
            return []
        owners = tree.children(head, "amod", "compound", "nmod", "poss")
        for prep in tree.children(head, "prep"):
            owners += tree.children(prep.i, "pobj") if prep.lemma in ("of", "from") else []
        found = [
            t for o in owners if _is_nation(names.get(o.i)) for t in tree.conjuncts(o.i) if _is_nation(names.get(t.i))
        ]
        codes: dict[str, int] = {}
        for t in found:
            if (known := names[t.i].mention.known) is not None and known.code:
                codes.setdefault(known.code, t.i)
        return [Belonging(code, at=at) for code, at in codes.items()] if len(codes) > 1 else []

    def _modifiers(self, tree: Tree, head: int) -> list[Token]:
        left = tree.children(head, "poss", "amod", "compound", "nmod", "nummod", "appos")
        deeper = [t for m in left for t in tree.children(m.i, "compound", "amod", "nmod", "poss", "conj")]
        after = [
            p
            for prep in tree.children(head, "prep")
            if prep.lemma in LOCATIVE and not is_talk_place(tree, prep)
            for p in tree.children(prep.i, "pobj")
        ]
        near = [m for m in left if m.dep != "appos"]
        # "his Turkish counterpart", "Chad's French allies": the adjective says what they are, the possessor whose.
        return [m for m in near if m.dep != "poss"] + [m for m in near if m.dep == "poss"] + deeper + after

    def _holder(
        self,
        span: Span,
        role: RoleNoun,
        code: str | None,
        fallback: str | None,
        holders: Mapping[tuple[str, str | None], Draft],
    ) -> Choice:
        """Who holds the office by this report; a bare "the foreign minister" is the only one it has named."""
        if role.lemma == LEADER:
            # "the Turkish leader": whoever of that country the report has given an office.
            officials = [
                Considered(d, ("office_of_country", *(["head_of_state"] if lemma in HEADS else [])))
                for (lemma, c), d in holders.items()
                if c is not None and c == code
            ]
            return choose_only(
                span, "office", officials, several="two_of_one_office", none=NO_HOLDER, deciding="head_of_state"
            )
        here = code or fallback
        same = [
            Considered(
                d, ("same_office", _agreement(d.code if c is None else c, here, told=code is not None), *_term(d))
            )
            for (lemma, c), d in holders.items()
            if lemma == role.lemma
        ]
        if code is None:
            return choose_only(
                span, "office", same, several="two_of_one_office", none=NO_HOLDER, deciding="country_in_focus"
            )
        # The minister of another state is nobody whom "the Malian minister" could mean.
        fitting = [c for c in same if "country_differs" not in c.features]
        none = "holder_of_another_country" if same else NO_HOLDER
        choice = choose_only(span, "office", fitting, several="two_of_one_office", none=none, deciding="country_agrees")
        rest = tuple(c for c in distinct(same) if all(c.draft is not f.draft for f in fitting))
        return replace(choice, candidates=choice.candidates + rest)

    def read(
        self,
        tree: Tree,
        head: int,
        *,
        belonging: Belonging,
        fallback: str | None,
        holders: Mapping[tuple[str, str | None], Draft],
        register: Register,
    ) -> Referred | None:
        """The phrase as a participant, or None where its head is no role noun.

        `fallback` is the country that bare nouns belong to here; `holders` says who holds an office by this report.
        """
        found = self.role(tree, head)
        if found is None:
            return None
        role, _ = found
        span = phrase_span(tree, head)
        foreign = role.lemma.split()[-1] in FOREIGN and is_plural(tree[head])
        code = belonging.code or (None if foreign or self._of_many_states(tree, head) else fallback)
        sector = self._sector(tree, head, role, belonging)
        if role.kind in ("facility", "vehicle") and belonging.code is None and role.sector != "MIL":
            return None  # "a tanker", "the school": a thing of nobody the text names
        plural = is_plural(tree[head]) or role.kind == "group"
        own_body = self._of_a_body(tree, head) and " " not in role.lemma
        definite = has_determiner(tree, head, "the", "his", "her", "its", "their") or belonging.code is not None
        asks = (role.office or role.lemma == LEADER) and definite and not plural and not own_body
        choice = self._holder(span, role, belonging.code, fallback, holders) if asks else None
        if choice is not None and (holder := register.note(choice).only) is not None:
            return Referred(
                holder, span, holder.code or code, holder.sector or sector, via="coreference", lemma=role.lemma
            )
        words = phrase_words(tree, head)
        draft = register.add(words, _type(role), span, key=f"{code}:{words.casefold()}")
        draft.learn(code=code, sector=sector)
        draft.other_sectors = draft.other_sectors or role.other_sectors
        assumed = belonging.code is None and code is not None
        collective = role.kind == "group" and not is_plural(tree[head])
        return Referred(
            draft, span, code, sector, plural=plural, lemma=role.lemma, assumed=assumed, collective=collective
        )

    def _of_a_body(self, tree: Tree, head: int) -> bool:
        """Whether the office is one of a bank, a firm or a court: "the president of the central bank"."""
        of = next((p for p in tree.children(head, "prep") if p.lemma == "of"), None)
        whole = tree.child(of.i, "pobj") if of is not None else None
        found = self.role(tree, whole.i) if whole is not None and whole.pos == "NOUN" else None
        return found is not None and found[0].kind == "organization" and found[0].lemma not in STATES

    def _of_many_states(self, tree: Tree, head: int) -> bool:
        """Whether the phrase tells of a region or of states it does not name: "envoys of 30 states"."""
        beside = tree.children(head, "amod", "compound", "nmod")
        if any(c.text in REGIONAL for c in beside):
            return True
        shared = [t for t in tree.conjuncts(head) if t.i - head <= 4]
        wholes = [
            p
            for t in shared
            for of in tree.children(t.i, "prep")
            if of.lemma in ("of", "from")
            for p in tree.children(of.i, "pobj")
        ]
        return any(p.lemma in STATES and is_plural(p) for p in wholes)

    def _sector(self, tree: Tree, head: int, role: RoleNoun, belonging: Belonging) -> str | None:
        """The role's sector, or where it tells little that of whose it is, or of what it is made of."""
        if role.lemma in RULERS:
            return role.sector
        inner = self._made_of(tree, head)
        made = self.role(tree, inner) if inner is not None else None
        if made is not None and made[0].sector not in GENERAL_SECTORS:
            return made[0].sector
        if belonging.sector is not None and role.sector in GENERAL_SECTORS:
            return belonging.sector
        if made is not None:
            return made[0].sector or role.sector
        if any(c.lemma in PAST for c in tree.children(head, "amod")):
            return "ELI" if role.sector in ("GOV", "LEG", "JUD") else "CVL" if role.sector == "MIL" else role.sector
        return role.sector


def _term(official: Draft) -> list[str]:
    return ["holds_office_on_date"] if official.in_office else []


def _agreement(code: str | None, wanted: str | None, *, told: bool) -> str:
    """How an official's country stands to that of the phrase; `told` says that the phrase names its country itself."""
    if code is None or wanted is None:
        return "country_unknown"
    if code != wanted:
        return "country_differs"
    return "country_agrees" if told else "country_in_focus"


def is_talk_place(tree: Tree, prep: Token) -> bool:
    """Whether "in" or "at" behind a noun tells where talks are, not whose the noun is: "talks with rebels in Lima"."""
    above = tree[tree[prep.head].head]
    talks = {tree[above.head].lemma, *(o.lemma for o in tree.children(above.head, "dobj"))}
    return prep.lemma in ("in", "at") and above.lemma == "with" and not TALKS.isdisjoint(talks)


def _is_nation(name: Named | None) -> bool:
    return name is not None and name.mention.known is not None and name.mention.known.kind == "state"


def phrase_words(tree: Tree, head: int) -> str:
    """The phrase's naming words with single blanks."""
    span = phrase_span(tree, head)
    inside = [t for t in tree if span.start <= t.start and t.end <= span.end]
    out = ""
    for previous, token in zip([None, *inside], inside, strict=False):
        out += (" " if previous is not None and previous.end < token.start else "") + token.text
    return out


def _type(role: RoleNoun) -> EntityType:
    if role.kind == "group":
        return "military_unit" if role.sector == "MIL" else "population"
    if role.kind == "organization":
        return "organization"
    if role.kind in ("facility", "vehicle"):
        return "facility"
    return "person"

"""Links names that are no person's: forms of states, acronyms and short forms of bodies, organs by their state."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dragoman.actors.register import Draft, Register
from dragoman.kb.load import Knowledge
from dragoman.model.actor import EntityType
from dragoman.model.layers import KnownName, Mention

KIND_TYPES: dict[str, EntityType] = {
    "state": "state",
    "organization": "organization",
    "armed_group": "armed_group",
    "military_unit": "military_unit",
    "person": "person",
    "place": "place",
    "agreement": "agreement",
    "exercise": "exercise",
    "population": "population",
}
LABEL_TYPES: dict[str, EntityType] = {
    "PERSON": "person",
    "ORG": "organization",
    "FAC": "facility",
    "GPE": "place",
    "LOC": "place",
    "LAW": "agreement",
    "EVENT": "exercise",
}
BODIES = frozenset({"organization", "armed_group", "military_unit"})
POLITIES = frozenset({"republic", "state", "kingdom", "government", "sultanate", "emirate", "principality"})
DIRECTIONS = frozenset({"North", "South", "East", "West"})
"""What a state whose name begins with it is called for short."""
ORGAN_SECTORS = frozenset({"GOV", "JUD", "LEG", "COP", "MIL", "SPY"})
"""Sectors of bodies that every state has under the same name: a foreign ministry, a supreme court, an army.

A report names them without their state where it is at home.
"""


class BodyLinker:
    """Gives the names of one report that are no person's their entities, in text order."""

    def __init__(self, knowledge: Knowledge, mentions: Sequence[Mention], register: Register, *, text: str) -> None:
        self.knowledge = knowledge
        self.register = register
        self.text = text
        self.same = second_names(mentions, text)
        self.owners = _owners(mentions, text)
        self.organs: dict[str, Draft] = {}

    def read(self, mention: Mention) -> Draft | None:
        """The entity that the mention names; None for nationalities nobody knows and titles of works."""
        first = self.same.get(_words(mention, self.text), mention)
        known = first.known
        if known is not None:
            draft = self.register.add(known.entity, KIND_TYPES[known.kind], mention.span)
            learn_known(draft, known)
            return draft
        kind = LABEL_TYPES.get(first.label)
        if kind is None:
            return None
        words = _words(first, self.text)
        followed = self.text[first.span.end :].lstrip().startswith("of ")
        if words in DIRECTIONS and not followed and (half := self._half(words)) is not None:
            half.mention(mention.span)
            return half
        if (state := self._long_form(words)) is not None:
            draft = self.register.add(state.entity, "state", mention.span)
            learn_known(draft, state)
            return draft
        if kind == "organization" and (again := self._bare_noun(words)) is not None:
            again.mention(mention.span)
            return again
        if kind == "organization" and (organ := self._organ(mention, words)) is not None:
            return organ
        short = self._fuller(words) if kind == "organization" else None
        draft = self.register.add(_spelled_out(words, self.register) or short or words, kind, mention.span)
        if kind in ("organization", "facility"):
            self._learn_from_words(draft, words)
        return draft

    def _half(self, word: str) -> Draft | None:
        """The one state told of before whose name begins so: "the South" for South Sudan."""
        fits = [d for d in self.register.drafts if d.type == "state" and d.name.startswith(f"{word} ")]
        return fits[0] if len(fits) == 1 else None

    def _bare_noun(self, word: str) -> Draft | None:
        """The only body told of before whose name begins "`word` of": "the Ministry" for a Ministry of Roads."""
        fits = [d for d in self.register.drafts if d.type == "organization" and d.name.startswith(f"{word} of ")]
        return fits[0] if len(fits) == 1 else None

    def _organ(self, mention: Mention, words: str) -> Draft | None:
        """The ministry, court or army that every state has, one for each: "Chad's Foreign Ministry", then "Mali's".

        Where no state stands beside the name, it is the organ of that name told of last.
        """
        inside = next((h for h in self.knowledge.find(words) if h.start == 0 and h.name.form == "adjective"), None)
        bare = words[inside.end :].strip() if inside is not None else words
        role = self.knowledge.role(bare.lower().split())
        if role is None or role[1] < len(bare.split()) or role[0].sector not in ORGAN_SECTORS:
            return None
        owner = inside.name.code if inside is not None else self.owners.get(mention)
        draft = self.organs.get(bare.casefold()) if owner is None else None
        if draft is None:
            draft = self.register.add(words, "organization", None, key=f"{owner}:{bare.casefold()}")
            draft.learn(code=owner, sector=role[0].sector)
        draft.mention(mention.span)
        self.organs[bare.casefold()] = draft
        return draft

    def _long_form(self, words: str) -> KnownName | None:
        """The state in "Republic of Chad", "the Government of Mali"; other bodies of a state are not the state."""
        head, of, rest = words.removeprefix("the ").partition(" of ")
        is_polity = bool(of) and head.split()[-1].lower() in POLITIES
        known = self.knowledge.lookup(rest.removeprefix("the ")) if is_polity else None
        return known if known is not None and known.kind == "state" and known.form == "name" else None

    def _learn_from_words(self, draft: Draft, words: str) -> None:
        """Country and sector that a body's own name tells: "Kenyan Ministry of Health", "Kilis Criminal Court"."""
        inner = next((h.name for h in self.knowledge.find(words)), None)
        role = None
        lemmas = [w.lower() for w in words.split()]
        for end in range(len(lemmas), 0, -1):
            role = self.knowledge.role(lemmas[:end])
            if role is not None:
                break
        draft.learn(code=inner.code if inner else None, sector=role[0].sector if role else None)

    def _fuller(self, words: str) -> str | None:
        """The one longer name told of before that these words shorten: "Volta" for "Volta Cement", "Front" at its end.

        A word for what every state has ("Council") shortens no name by its end.
        """
        names = {d.name for d in self.register.drafts if d.type in BODIES and not words.isupper()}
        proper = [n for n in names if n.startswith(f"{words} ") and n.removeprefix(f"{words} ")[:1].isupper()]
        role = self.knowledge.role([words.lower()])
        if not proper and (role is None or role[0].sector not in ORGAN_SECTORS):
            proper = [n for n in names if n.endswith(f" {words}")]
        return proper[0] if len(proper) == 1 else None


def learn_known(draft: Draft, known: KnownName | None) -> None:
    """Give the entity what the tables tell of it; what it has learnt from the report stays."""
    if known is None:
        return
    # "Malian" and "Malians" are words for Mali, whose own sector no people of it tells.
    sector = known.sector if known.kind != "state" or known.form != "demonym" else None
    draft.learn(code=known.code, sector=sector, office=known.office)
    draft.other_sectors = draft.other_sectors or known.other_sectors
    draft.former = draft.former or known.former
    draft.wikidata_id = draft.wikidata_id or known.wikidata_id
    draft.in_office = draft.in_office or (known.kind == "person" and known.office is not None)
    if known.kind == "person" and len(known.entity) > len(draft.name):
        draft.name = known.entity


def second_names(mentions: Sequence[Mention], text: str) -> dict[str, Mention]:
    """What else the report calls a body, with the mention whose name is to count: "Salt Workers' Front (SWF)".

    Brackets count where the acronym shares letters with the name, "the Front, or SWF," as it stands. Where the tables
    know one of the two, that is the name; where they know two different bodies, these are two.
    """
    out: dict[str, Mention] = {}
    for name, other in pairwise(m for m in mentions if LABEL_TYPES.get(m.label) in BODIES):
        between, acronym = text[name.span.end : other.span.start].strip(), other.span.of(text)
        if not (acronym.isalpha() and acronym.isupper() and len(acronym) > 1):
            continue
        initials = {w[0] for w in name.span.of(text).split() if w[:1].isupper()}
        bracketed = between == "(" and text[other.span.end :].startswith(")")
        if not (between == ", or" or (bracketed and len(initials & set(acronym)) > 1)):
            continue
        if name.known is None or other.known is None:
            first = other if name.known is None and other.known is not None else name
            out |= {_words(name, text): first, acronym: first}
    return out


def _owners(mentions: Sequence[Mention], text: str) -> dict[Mention, str | None]:
    """The state beside a name: Mali of "Mali's Foreign Ministry" and of "the Foreign Ministry in Bamako"."""
    out: dict[Mention, str | None] = {}
    for one, other in pairwise(mentions):
        between = text[one.span.end : other.span.start].strip()
        if one.known is not None and one.known.kind == "state" and between in ("", "'s", "’s", "'", "’"):
            out[other] = one.known.code
        elif other.known is not None and other.known.kind == "state" and between in ("in", "of"):
            out.setdefault(one, other.known.code)
    return out


def _words(mention: Mention, text: str) -> str:
    return " ".join(mention.span.of(text).split())


def _spelled_out(words: str, register: Register) -> str | None:
    """The name that the acronym `words` abbreviates, where the report has spelled it out before."""
    if not words.isupper() or not 2 <= len(words) <= 8 or " " in words:
        return None
    for draft in register.drafts:
        initials = "".join(w[0] for w in draft.name.split() if w[:1].isupper())
        if draft.type in ("organization", "armed_group") and initials == words.replace(".", ""):
            return draft.name
    return None

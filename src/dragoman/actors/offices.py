"""Gives persons the offices, countries and sectors that the words beside their names tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dragoman.actors.names import Named
from dragoman.actors.pronouns import GENDERS
from dragoman.actors.reading import Reading
from dragoman.actors.register import Draft
from dragoman.actors.titles import TitleReader
from dragoman.kb.load import Knowledge
from dragoman.model.layers import Mention
from dragoman.model.tree import Tree

FORMER_SECTOR = "ELI"
CHIEFS = frozenset("chief head director leader chairman chairwoman chairperson boss commander president chair".split())
"""Words for who leads a body, one as good as another: "the bank's director" is its "head"."""
ACROSS_BORDERS = "IMG"


class OfficeReader:
    """Reads the titles of all persons of a report before anything else refers to them."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.titles = TitleReader(knowledge)

    def read(
        self, reading: Reading, named: Sequence[Named], trees: Sequence[Tree], mentions: Sequence[Mention]
    ) -> None:
        """Offices beside names; a person learns country and sector from the first that tells them."""
        in_sentence: dict[int, list[Mention]] = defaultdict(list)
        for mention in mentions:
            in_sentence[mention.sentence].append(mention)
        text = reading.layers.document.text
        for name in named:
            if name.draft.type != "person":
                continue
            tree = trees[name.mention.sentence]
            before = tree[name.mention.first - 1].text.lower().rstrip(".") if name.mention.first else ""
            name.draft.gender = name.draft.gender or GENDERS.get(before)
            bearers = reading.ranked.setdefault(before, [])
            if all(d is not name.draft for d in bearers):
                bearers.append(name.draft)
            if (rank := self.titles.rank_sector(tree, name.mention)) is not None:
                reading.ranks.setdefault(id(name.draft), rank)
            title = self.titles.read(tree, name.mention, in_sentence[name.mention.sentence])
            if title is None:
                continue
            body = self._body(reading, title.body, text)
            sector = title.role.sector
            if body is not None and body.type != "state" and body.sector and sector in (None, "GOV", "UNK"):
                sector = body.sector
            last = next((t.i for t in tree if t.end == title.words.end), None)
            if last is not None:
                reading.titled[(tree.sentence, last)] = name
            words = " ".join(title.words.of(text).split())
            # Who is in a group that fights across borders may be of any state.
            code = body.code if body is not None and body.code != ACROSS_BORDERS else None
            name.draft.learn(code=code, sector=FORMER_SECTOR if title.former else sector)
            if (
                body is not None
                and body.type != "state"
                and title.role.lemma.split()[-1] in CHIEFS
                and not title.former
            ):
                reading.chiefs.setdefault(id(body), name.draft)
            if title.role.office:
                name.draft.learn(office=f"{words}, {body.name}" if body is not None else words)
                if not title.former:
                    reading.holders.setdefault((title.role.lemma, code), name.draft)
        for draft in reading.register.drafts:
            if draft.type == "person":
                draft.learn(sector=reading.ranks.get(id(draft)))
        for (lemma, code), draft in list(reading.holders.items()):
            if code is None and draft.code is not None:
                # "President Darko" without his country, which the tables or another title tell.
                reading.holders.setdefault((lemma, draft.code), draft)
        for name in named:
            known = name.mention.known
            if known is not None and known.kind == "person" and known.office:
                # "Foreign Minister of Ghana": whoever holds it by the tables may be told of as "the foreign minister".
                reading.holders.setdefault((known.office.partition(" of ")[0].lower(), known.code), name.draft)

    def _body(self, reading: Reading, mention: Mention | None, text: str) -> Draft | None:
        if mention is None:
            return None
        named = reading.names[mention.sentence]
        found = next((n.draft for n in named.values() if n.mention == mention), None)
        if found is None and mention.known is not None:
            found = reading.register.add(
                mention.known.entity, "state" if mention.known.kind == "state" else "organization", None
            )
        return found

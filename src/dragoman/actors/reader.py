"""The actors' room: who every noun phrase of a report refers to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dragoman.actors.home import home_country, local_country
from dragoman.actors.names import Named, NameLinker
from dragoman.actors.nominal import Belonging, NominalReader
from dragoman.actors.phrase import is_subject
from dragoman.actors.pronouns import FIRST_PERSON, FIRST_PLURAL, STATE_NOUNS, PronounReader, fronted_subject, refer_back
from dragoman.actors.register import Draft, Register
from dragoman.actors.salience import Referred, Salience
from dragoman.actors.titles import TitleReader
from dragoman.kb.load import Knowledge
from dragoman.model.actor import Reference
from dragoman.model.layers import ActorLayer, Layers, Mention, PlaceMention, Quote
from dragoman.model.span import Span
from dragoman.model.tree import Token, Tree

ACTING_TYPES = frozenset({"person", "state", "organization", "armed_group", "military_unit", "population"})
LOCAL_SECTORS = frozenset({"COP", "CVL", "LAB", "EDU", "MED", "AGR", "REL", "JRN", "JUD", "SOC", "BUS"})
NOWHERE_SECTORS = frozenset({"UAF", "CRM"})
FORMER_SECTOR = "ELI"


@dataclass(slots=True)
class _Reading:
    """The report while its references are being read."""

    layers: Layers
    register: Register
    salience: Salience
    home: str | None
    names: dict[int, dict[int, Named]]
    places: dict[int, dict[int, PlaceMention]]
    holders: dict[tuple[str, str | None], Draft]
    ranks: dict[int, str]
    last_of_role: dict[str, str | None] = field(default_factory=dict)
    read: dict[tuple[int, int], tuple[Referred, ...]] = field(default_factory=dict)
    here: dict[int, dict[int, tuple[Referred, ...]]] = field(default_factory=dict)


class ActorReader:
    """Fills `actors`: entities with ids, and for noun heads what they refer to."""

    needs: tuple[str, ...] = ("trees", "mentions", "places", "quotes")
    gives = "actors"

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.names = NameLinker(knowledge)
        self.titles = TitleReader(knowledge)
        self.nominals = NominalReader(knowledge)
        self.pronouns = PronounReader()

    def run(self, layers: Layers) -> Layers:
        """The layers with `actors`; a head that nothing is known about has no entry."""
        reading = self._begin(layers)
        for tree in layers.trees or ():
            for token in tree:
                self._read_token(reading, tree, token)
        self._first_person(reading, layers.trees or (), layers.quotes or ())
        reading.register.number()
        references: dict[tuple[int, int], tuple[Reference, ...]] = {
            at: tuple(r.record() for r in refs) for at, refs in sorted(reading.read.items())
        }
        return replace(layers, actors=ActorLayer(reading.register.freeze(), references, reading.home))

    def _begin(self, layers: Layers) -> _Reading:
        doc, trees, mentions = layers.document, layers.trees or (), layers.mentions or ()
        register = Register()
        by_sentence: dict[int, dict[int, Named]] = defaultdict(dict)
        named = self.names.link(mentions, trees, register, text=doc.text)
        for name in named:
            # Mentions come outermost first: the outer name owns a head that an inner one shares.
            by_sentence[name.mention.sentence].setdefault(name.head, name)
        places: dict[int, dict[int, PlaceMention]] = defaultdict(dict)
        for place in layers.places or ():
            if place.sentence >= 0:
                for token in trees[place.sentence]:
                    if place.span.start <= token.start and token.end <= place.span.end:
                        places[place.sentence][token.i] = place
        reading = _Reading(
            layers=layers,
            register=register,
            salience=Salience(),
            home=home_country(doc, mentions, layers.places or ()),
            names=by_sentence,
            places=places,
            holders={},
            ranks={},
        )
        self._read_titles(reading, named, trees, mentions)
        return reading

    def _read_titles(
        self, reading: _Reading, named: Sequence[Named], trees: Sequence[Tree], mentions: Sequence[Mention]
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
            title = self.titles.read(tree, name.mention, in_sentence[name.mention.sentence])
            if title is None:
                rank = self.titles.rank_sector(tree, name.mention)
                if rank is not None:
                    reading.ranks.setdefault(id(name.draft), rank)
                continue
            body = self._body(reading, title.body, text)
            sector = title.role.sector
            if body is not None and body.type != "state" and body.sector and sector in (None, "GOV", "UNK"):
                sector = body.sector
            words = " ".join(title.words.of(text).split())
            code = body.code if body is not None else None
            name.draft.learn(code=code, sector=FORMER_SECTOR if title.former else sector)
            if title.role.office:
                name.draft.learn(office=f"{words}, {body.name}" if body is not None else words)
                if not title.former:
                    reading.holders.setdefault((title.role.lemma, code), name.draft)
        for draft in reading.register.drafts:
            if draft.type == "person":
                draft.learn(sector=reading.ranks.get(id(draft)))
                if draft.office and draft.code is None:
                    draft.learn(code=reading.home)

    def _body(self, reading: _Reading, mention: Mention | None, text: str) -> Draft | None:
        if mention is None:
            return None
        named = reading.names[mention.sentence]
        found = next((n.draft for n in named.values() if n.mention == mention), None)
        if found is None and mention.known is not None:
            found = reading.register.add(
                mention.known.entity, "state" if mention.known.kind == "state" else "organization", None
            )
        return found

    def _read_token(self, reading: _Reading, tree: Tree, token: Token) -> None:
        found = self._references(reading, tree, token)
        if not found:
            return
        first = token
        while first.dep == "conj" and first.head < first.i:
            first = tree[first.head]
        if first.i != token.i or tree.child(token.i, "conj") is not None:
            found = tuple(replace(r, chain=first.i) for r in found)
        reading.read[(tree.sentence, token.i)] = found
        reading.here.setdefault(tree.sentence, {})[token.i] = found
        for reference in found:
            reading.salience.note(tree.sentence, reference, subject=is_subject(token))

    def _references(self, reading: _Reading, tree: Tree, token: Token) -> tuple[Referred, ...]:
        names = reading.names[tree.sentence]
        if token.i in names:
            named = self._named(reading, names[token.i])
            if named.code is None and named.draft.type == "population":
                named = replace(named, code=self._population_country(reading, tree, token.i))
            return (named,)
        ahead = fronted_subject(tree, token)
        if ahead is not None and ahead in names and names[ahead].draft.type == "person":
            return (refer_back(self._named(reading, names[ahead]), Span(token.start, token.end)),)
        if back := self.pronouns.read(tree, token, reading.salience, not_these=self._subjects_of(reading, tree, token)):
            if token.lemma in STATE_NOUNS:
                # "the two countries" after two ministers are their states.
                return tuple(replace(self._spoken_for(reading, r), span=r.span, via=r.via) for r in back)
            return back
        if token.pos not in ("NOUN", "PROPN", "NUM", "ADJ") or token.dep in ("compound", "amod", "nmod"):
            return ()
        counted = self.nominals.quantified(tree, token.i)
        if counted is not None and counted > token.i:
            inner = self._counted(reading, tree, counted)
            return tuple(replace(r, span=Span(token.start, r.span.end)) for r in inner if r.span.end > token.start)
        person = next((c for c in tree.children(token.i, "appos") if c.i in names), None)
        if person is not None and names[person.i].draft.type == "person" and self.nominals.role(tree, token.i):
            return (self._named(reading, names[person.i]),)
        members = self.nominals.nationalities(tree, token.i, names)
        if members:
            each = [self._nominal(reading, tree, token.i, member) for member in members]
            return tuple(replace(r, via="group") for r in each if r is not None)
        nominal = self._nominal(reading, tree, token.i)
        return (nominal,) if nominal is not None else ()

    def _population_country(self, reading: _Reading, tree: Tree, i: int) -> str | None:
        """The country of a people without a state: as named beside it, else where the sentence plays, else at home."""
        there = reading.here.get(tree.sentence, {})
        named = self.nominals.belonging(tree, i, reading.names[tree.sentence], there).code
        return named or local_country(tree, i, reading.places[tree.sentence]) or reading.home

    def _subjects_of(self, reading: _Reading, tree: Tree, token: Token) -> frozenset[int]:
        """Identities of the subjects of the verb whose object the pronoun is ("allowed them to march")."""
        head = tree[token.head]
        if token.dep == "pobj" and head.lemma in ("between", "with"):
            # "is mediating between the two sides": the mediator is none of them.
            verb = next((a for a in tree.ancestors(head.i) if a.pos == "VERB"), None)
            subjects = tree.children(verb.i, "nsubj") if verb is not None else []
            return frozenset(id(r.draft) for s in subjects for r in reading.read.get((tree.sentence, s.i), ()))
        verb = head if token.dep in ("dobj", "dative") else tree[head.head] if head.dep in ("ccomp", "xcomp") else None
        if verb is None or token.dep not in ("dobj", "dative", "nsubj") or verb.pos != "VERB":
            return frozenset()
        if token.dep == "nsubj" and token.text.lower() not in ("him", "them", "her"):
            return frozenset()
        subjects = tree.children(verb.i, "nsubj") or tree.children(verb.head, "nsubj")
        return frozenset(id(r.draft) for s in subjects for r in reading.read.get((tree.sentence, s.i), ()))

    def _counted(self, reading: _Reading, tree: Tree, counted: int) -> tuple[Referred, ...]:
        names = reading.names[tree.sentence]
        if counted in names:
            return (self._named(reading, names[counted]),)
        nominal = self._nominal(reading, tree, counted)
        return (nominal,) if nominal is not None else ()

    def _named(self, reading: _Reading, name: Named) -> Referred:
        draft, known = name.draft, name.mention.known
        form = known.form if known is not None else "name"
        code, sector, label, kind = draft.code, draft.sector, None, draft.type
        if kind == "state":
            sector = "CVL" if form == "demonym" else sector or "GOV"
            if form == "demonym":
                label = " ".join(name.mention.span.of(reading.layers.document.text).split())
        if kind in ("place", "facility") and code is None:
            place = reading.places[name.mention.sentence].get(name.mention.first)
            code = place.country_code if place is not None else None
        plural = form == "demonym" or draft.type == "population"
        territory = kind == "place" and known is not None and known.code is not None
        can_act = kind in ACTING_TYPES or territory or (kind == "facility" and sector is not None)
        lemma = form if kind == "state" else ""
        return Referred(draft, name.mention.span, code, sector, name=label, plural=plural, can_act=can_act, lemma=lemma)

    def _nominal(self, reading: _Reading, tree: Tree, head: int, belonging: Belonging | None = None) -> Referred | None:
        read = reading.here.get(tree.sentence, {})
        belonging = belonging or self.nominals.belonging(tree, head, reading.names[tree.sentence], read)
        if belonging.code is None and belonging.body is None:
            place = self._place_modifier(reading, tree, head)
            belonging = Belonging(place) if place is not None else belonging
        lemma = tree[head].lemma
        local = local_country(tree, head, reading.places[tree.sentence])
        known = reading.last_of_role.get(lemma)
        role = self.nominals.role(tree, head)
        # Police, crowds and victims belong where they are; rebels, officials and troops may be told of abroad.
        stays = role is not None and role[0].sector in LOCAL_SECTORS
        unknown = role is not None and role[0].sector in NOWHERE_SECTORS
        nearest = (local, known, reading.home) if stays else (known, reading.home, local)
        if unknown:
            # Pirates, gunmen and gangs may come from anywhere.
            nearest = (local, known, None)
        fallback = self._companion_country(reading, tree, head) or next((c for c in nearest if c), None)
        found = self.nominals.read(
            tree,
            head,
            belonging=belonging,
            fallback=fallback,
            holders=reading.holders,
            register=reading.register,
        )
        if found is not None and found.code is not None:
            reading.last_of_role[lemma] = found.code
        return found

    def _companion_country(self, reading: _Reading, tree: Tree, head: int) -> str | None:
        """The country of who is named before "and other officials": the others are of the same."""
        token = tree[head]
        if token.dep != "conj" or not any(c.lemma in ("other", "senior", "top") for c in tree.children(head, "amod")):
            return None
        before = reading.read.get((tree.sentence, token.head), ())
        return before[0].code if before else None

    def _place_modifier(self, reading: _Reading, tree: Tree, head: int) -> str | None:
        """The country of a town that modifies the noun: "Lagos police", "the court in Kumasi"."""
        places = reading.places[tree.sentence]
        for token in tree.subtree(head):
            if token.i in places and places[token.i].country_code and token.i != head:
                return places[token.i].country_code
        return None

    def _first_person(self, reading: _Reading, trees: Sequence[Tree], quotes: Sequence[Quote]) -> None:
        """ "I" in a quotation is its speaker, "we" and "our" the state or body that the speaker speaks for."""
        for quote in quotes:
            speaker = reading.read.get(quote.head, ())[:1] if quote.head is not None else ()
            if not speaker:
                continue
            for tree in trees:
                if not tree.tokens or tree[len(tree) - 1].end <= quote.span.start or tree[0].start >= quote.span.end:
                    continue
                for token in tree:
                    word = token.text.lower()
                    inside = quote.span.start <= token.start < quote.span.end
                    if inside and word in FIRST_PERSON | FIRST_PLURAL:
                        plural = word in FIRST_PLURAL
                        read = self._spoken_for(reading, speaker[0]) if plural else speaker[0]
                        reading.read[(tree.sentence, token.i)] = (refer_back(read, Span(token.start, token.end)),)

    def _spoken_for(self, reading: _Reading, speaker: Referred) -> Referred:
        state = self.knowledge.state(speaker.code) if speaker.code and speaker.sector in ("GOV", "MIL") else None
        if state is None:
            return speaker
        draft = reading.register.add(state.name, "state", None)
        draft.learn(code=speaker.code, sector="GOV")
        return Referred(draft, speaker.span, speaker.code, "GOV")

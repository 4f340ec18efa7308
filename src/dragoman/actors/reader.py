"""The actors' room: who every noun phrase of a report refers to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dragoman.actors.focus import Focus, Kind, Noun
from dragoman.actors.home import country_weights, dateline_country, home_country, local_country, town_weights
from dragoman.actors.names import Named, NameLinker
from dragoman.actors.nominal import HEADS as STATE_HEADS
from dragoman.actors.nominal import Belonging, NominalReader, phrase_words
from dragoman.actors.offices import CHIEFS, OfficeReader
from dragoman.actors.people import PeopleReader
from dragoman.actors.phrase import called_at, has_determiner, is_bare, is_plural, is_stranger, is_subject, naming_span
from dragoman.actors.pronouns import (
    BODY_NOUNS,
    GENDERS,
    HEADS,
    SIDES,
    STATE_NOUNS,
    PronounReader,
    fronted_subject,
    refer_back,
)
from dragoman.actors.reading import Reading
from dragoman.actors.register import Register
from dragoman.actors.salience import OBJECT, OTHER, SUBJECT, Referred, Salience
from dragoman.actors.speech import read_speech, spoken_for
from dragoman.kb.load import Knowledge
from dragoman.model.actor import Reference
from dragoman.model.layers import ActorLayer, Layers, PlaceMention
from dragoman.model.span import Span
from dragoman.model.tree import Token, Tree

BODY_ROLES = frozenset(
    "commissioner secretary-general mission council commission committee team peacekeeper observer monitor inspector "
    "group".split()
) | {"high commissioner"}
"""Nouns that an international body has as readily as a state."""
ACTING_TYPES = frozenset({"person", "state", "organization", "armed_group", "military_unit", "population"})
SERVING_SECTORS = frozenset({"GOV", "MIL", None})
"""Sectors whose people may serve an international body as well as a state."""
HOME_SECTORS = frozenset({"GOV", "JUD", "LEG", "COP", "MIL", "SPY"})
"""Sectors of bodies that a report names without their state where it is at home: "the Supreme Court"."""
ONE_OF_A_KIND = frozenset("police army military navy government parliament opposition public people".split())
"""Nouns that take "the" at first mention: every state has one, and who is meant is the one at home."""
NOWHERE_SECTORS = frozenset({"UAF", "CRM"})
GOVERNMENT = "government"
GOVERNMENTS = frozenset({GOVERNMENT, "regime"})
"""Who acts for a state under its adjective: "the Malian authorities"; "the port authority" is a body of its own."""


class ActorReader:
    """Fills `actors`: entities with ids, and for noun heads what they refer to."""

    needs: tuple[str, ...] = ("trees", "mentions", "places", "quotes")
    gives = "actors"

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.names = NameLinker(knowledge)
        self.offices = OfficeReader(knowledge)
        self.nominals = NominalReader(knowledge)
        self.people = PeopleReader()
        self.pronouns = PronounReader()

    def run(self, layers: Layers) -> Layers:
        """The layers with `actors`; a head that nothing is known about has no entry."""
        reading = self._begin(layers)
        for tree in layers.trees or ():
            for token in tree:
                self._read_token(reading, tree, token)
        read_speech(reading, self.knowledge, layers.trees or (), layers.quotes or ())
        self._read_relatives(reading, layers.trees or ())
        reading.register.number()
        for refs in reading.read.values():
            for reference in refs:
                # Numbered before: a pronoun ahead of its name does not change the order of the entities.
                reference.draft.mention(reference.span)
        references: dict[tuple[int, int], tuple[Reference, ...]] = {
            at: tuple(r.record() for r in refs) for at, refs in sorted(reading.read.items())
        }
        return replace(layers, actors=ActorLayer(reading.register.freeze(), references, reading.home))

    def _begin(self, layers: Layers) -> Reading:
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
        focus = Focus(
            doc,
            weights=country_weights(doc, mentions, layers.places or ()),
            towns=town_weights(doc, layers.places or ()),
            dateline=dateline_country(doc, layers.places or ()),
            ahead={s: [(i, n.draft) for i, n in sorted(there.items())] for s, there in by_sentence.items()},
        )
        reading = Reading(
            layers=layers,
            register=register,
            salience=Salience(),
            home=home_country(doc, mentions, layers.places or ()),
            names=by_sentence,
            places=places,
            holders={},
            ranks={},
            chiefs={},
            focus=focus,
        )
        self.offices.read(reading, named, trees, mentions)
        return reading

    def _nations(
        self, reading: Reading, tree: Tree, token: Token, members: Sequence[Belonging]
    ) -> tuple[Referred, ...]:
        """The people of each nation of "Indian and Chinese guards", each on its own words."""
        out: list[Referred] = []
        for n, member in enumerate(members):
            found = self._nominal(reading, tree, token.i, member)
            if found is None:
                continue
            at = member.at
            if at is None or at > token.i:
                out.append(replace(found, via="group"))
                continue
            own = Span(tree[at].start, tree[at].end if n < len(members) - 1 else token.end)
            label = f"{tree[at].text} {token.text}"
            out.append(replace(found, span=own, name=label))
        return tuple(out)

    def _people_of(self, reading: Reading, tree: Tree, token: Token, named: Referred) -> Referred:
        """Who is named by his nation: "a Malian" is a person, "the Malians" the state, "ethnic Malians" live abroad."""
        if named.draft.type == "population":
            named = replace(named, code=named.code or self._population_country(reading, tree, token.i))
        if named.draft.type != "state" or named.lemma not in ("adjective", "demonym"):
            return named
        if token.dep in ("amod", "compound", "nmod", "poss"):
            return named
        if any(c.lemma == "ethnic" for c in tree.children(token.i, "amod")):
            return replace(named, code=self._in_focus(reading, tree, token, "local", "CVL"), assumed=True)
        if named.lemma == "adjective" and has_determiner(tree, token.i, "a", "an", "one", "another"):
            words = phrase_words(tree, token.i)
            draft = reading.register.add(words, "person", named.span, key=f"{named.code}:{words.casefold()}")
            draft.learn(code=named.code, sector="CVL")
            return Referred(draft, named.span, named.code, "CVL")
        if named.lemma == "demonym" and is_plural(token) and is_bare(tree, token.i):
            return replace(named, sector="GOV", name=None, plural=True)
        return named

    def _read_relatives(self, reading: Reading, trees: Sequence[Tree]) -> None:
        """ "who" and "which" stand for the noun that their clause hangs on, where that is read as one."""
        for tree in trees:
            for token in tree:
                clause = next((a for a in tree.ancestors(token.i) if a.dep == "relcl"), None)
                if token.tag not in ("WP", "WDT", "WP$") or clause is None or clause.head > token.i:
                    continue
                found = reading.read.get((tree.sentence, clause.head), ())
                if len(found) == 1 and found[0].draft.type in ACTING_TYPES:
                    reading.read[(tree.sentence, token.i)] = (refer_back(found[0], Span(token.start, token.end)),)

    def _read_token(self, reading: Reading, tree: Tree, token: Token) -> None:
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
        if len(found) == 1 and found[0].via == "explicit":
            reading.by_head[(token.lemma.lower(), is_plural(token))] = found[0]
        for reference in found:
            reading.salience.note(tree.sentence, reference, rank=_rank(token))
            reading.focus.note(tree, token, reference, subject=is_subject(token))

    def _references(self, reading: Reading, tree: Tree, token: Token) -> tuple[Referred, ...]:
        names = reading.names[tree.sentence]
        if token.i in names:
            return (self._people_of(reading, tree, token, self._whose(reading, tree, token, names[token.i])),)
        ahead = fronted_subject(tree, token)
        if ahead is not None and ahead in names and names[ahead].draft.type == "person":
            return (refer_back(self._named(reading, names[ahead]), Span(token.start, token.end)),)
        if back := self.pronouns.read(tree, token, reading.salience, not_these=self._subjects_of(reading, tree, token)):
            if token.lemma in HEADS:
                return tuple(self._head_of(reading, r) for r in back)
            if token.lemma in STATE_NOUNS | SIDES:
                # "the two countries" after two ministers are their states.
                return tuple(replace(spoken_for(reading, self.knowledge, r), span=r.span, via=r.via) for r in back)
            return back
        if self.people.counts_people(tree, token) and self.nominals.quantified(tree, token.i) is None:
            country = self._in_focus(reading, tree, token, "local")
            return self.people.read(tree, token, reading.salience, reading.register, country=country)
        if token.pos not in ("NOUN", "PROPN", "NUM", "ADJ") or token.dep in ("compound", "amod", "nmod"):
            return ()
        called = called_at(tree, token.i) if token.pos == "NOUN" and not is_plural(token) else None
        own = next((n for n in names.values() if n.mention.first == called and n.draft.type == "person"), None)
        if own is not None:
            return (replace(self._whose(reading, tree, token, own), span=naming_span(tree, token.i)),)
        if (apposed := self._apposed(reading, tree, token)) is not None:
            return (apposed,)
        titled = reading.titled.get((tree.sentence, token.i))
        if titled is not None and not is_plural(token):
            return (replace(self._whose(reading, tree, token, titled), span=naming_span(tree, token.i)),)
        if (its := self._own_name(reading, tree, token)) is not None:
            return (its,)
        counted = self.nominals.quantified(tree, token.i)
        if counted is not None and counted > token.i:
            inner = self._counted(reading, tree, counted)
            return tuple(replace(r, span=Span(token.start, r.span.end)) for r in inner if r.span.end > token.start)
        members = self.nominals.nationalities(tree, token.i, names)
        if members:
            return self._nations(reading, tree, token, members)
        nominal = self._told_before(reading, tree, token) or self._nominal(reading, tree, token.i)
        if nominal is None:
            return ()
        again = reading.by_head.get((token.lemma.lower(), is_plural(token)))
        if again is not None and nominal.assumed and again.code == nominal.code and is_bare(tree, token.i):
            # "the army" after "the Malian army", where Mali's is meant.
            return (refer_back(replace(again, chain=-1), nominal.span),)
        nominal.draft.gender = nominal.draft.gender or GENDERS.get(token.lemma)
        return (nominal,)

    def _head_of(self, reading: Reading, member: Referred) -> Referred:
        """The one whom the report names at the head of a state told of as one of "the two leaders"."""
        named = [reading.holders.get((lemma, member.code)) for lemma in sorted(STATE_HEADS)]
        holder = next((d for d in named if d is not None), None)
        if member.draft.type != "state" or holder is None:
            return member
        return replace(member, draft=holder, sector=holder.sector or member.sector, name=holder.name)

    def _own_name(self, reading: Reading, tree: Tree, token: Token) -> Referred | None:
        """The name behind or inside the phrase that is its own: "the minister Darko", "the NVF militia"."""
        names = reading.names[tree.sentence]
        role = self.nominals.role(tree, token.i)
        one_of = token.text.lower() == "one"
        if (role is None and not one_of) or is_plural(token):
            return None
        kinds = ("person",) if role is None or role[0].kind == "person" else ("organization", "armed_group")
        behind = next((c for c in tree.children(token.i, "appos") if c.i in names), None)
        if behind is not None and names[behind.i].draft.type in kinds:
            return self._named(reading, names[behind.i])
        inside = names.get(token.i - 1) if token.lemma in BODY_NOUNS else None
        if inside is not None and inside.draft.type in ("organization", "armed_group"):
            return replace(self._named(reading, inside), span=naming_span(tree, token.i))
        return None

    def _apposed(self, reading: Reading, tree: Tree, token: Token) -> Referred | None:
        """The name that a noun in apposition explains: "Darko, a timber merchant", "Volta Cement, the local firm"."""
        name = reading.names[tree.sentence].get(token.head)
        role = self.nominals.role(tree, token.i) if token.dep == "appos" and token.i > token.head else None
        if name is None or role is None or is_plural(token):
            return None
        between = tree.tokens[name.mention.last + 1 : min(t.i for t in tree.subtree(token.i))]
        if [t.text for t in between if t.tag[:2] != "NN" and t.text not in ("(", ")")] != [","]:
            return None  # the parser's apposition to something further off
        person = name.draft.type == "person"
        if person != (role[0].kind == "person") or name.draft.type not in ("person", "organization", "armed_group"):
            return None
        return replace(self._whose(reading, tree, token, name), span=naming_span(tree, token.i))

    def _told_before(self, reading: Reading, tree: Tree, token: Token) -> Referred | None:
        """Whom "the ministry", "the policemen" name again: the last one told of by the same noun and number."""
        if not is_bare(tree, token.i):
            return None
        role = self.nominals.role(tree, token.i)
        before = reading.by_head.get((token.lemma.lower(), is_plural(token)))
        if role is None or role[0].office or before is None or before.code is None or token.lemma in ONE_OF_A_KIND:
            return None
        return replace(before, span=naming_span(tree, token.i), via="coreference", chain=-1)

    def _whose(self, reading: Reading, tree: Tree, token: Token, name: Named) -> Referred:
        """A person or organ that no word places, with the country told of where the report names it first."""
        named = self._named(reading, name)
        draft = named.draft
        if draft.type != "person" and draft.sector not in HOME_SECTORS:
            return named
        if draft.code is None and id(draft) not in reading.placed:
            stranger = named.sector in NOWHERE_SECTORS or is_stranger(tree, token)
            kind: Kind = "state" if draft.office else "person" if draft.type == "person" else "local"
            reading.placed[id(draft)] = None if stranger else self._in_focus(reading, tree, token, kind, named.sector)
            draft.learn(code=reading.placed[id(draft)])
        return replace(named, code=draft.code, assumed=True) if id(draft) in reading.placed else named

    def _population_country(self, reading: Reading, tree: Tree, i: int) -> str | None:
        """The country of a people without a state: as named beside it, else where the sentence plays, else at home."""
        there = reading.here.get(tree.sentence, {})
        named = self.nominals.belonging(tree, i, reading.names[tree.sentence], there).code
        return (
            named
            or local_country(tree, i, reading.places[tree.sentence])
            or self._in_focus(reading, tree, tree[i], "local", "CVL")
        )

    def _subjects_of(self, reading: Reading, tree: Tree, token: Token) -> frozenset[int]:
        """Identities of the subjects of the verb whose object the pronoun is ("allowed them to march")."""
        head = tree[token.head]
        if token.dep == "pobj" and (head.lemma in ("between", "with") or (head.lemma == "to" and token.lemma in HEADS)):
            # "is mediating between the two sides", "spoke to both leaders": who does so is none of them.
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

    def _counted(self, reading: Reading, tree: Tree, counted: int) -> tuple[Referred, ...]:
        names = reading.names[tree.sentence]
        if counted in names:
            return (self._named(reading, names[counted]),)
        if tree[counted].pos == "PRON":
            return self.pronouns.read(tree, tree[counted], reading.salience)
        nominal = self._nominal(reading, tree, counted)
        return (nominal,) if nominal is not None else ()

    def _named(self, reading: Reading, name: Named) -> Referred:
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

    def _nominal(self, reading: Reading, tree: Tree, head: int, belonging: Belonging | None = None) -> Referred | None:
        read = reading.here.get(tree.sentence, {})
        belonging = belonging or self.nominals.belonging(tree, head, reading.names[tree.sentence], read)
        if belonging.code is None and belonging.body is None:
            place = self._place_modifier(reading, tree, head)
            belonging = Belonging(place) if place is not None else belonging
        lemma = tree[head].lemma
        local = local_country(tree, head, reading.places[tree.sentence])
        known = reading.last_of_role.get(lemma)
        role = self.nominals.role(tree, head)
        unknown = role is not None and role[0].sector in NOWHERE_SECTORS
        fallback = self._companion_country(reading, tree, head)
        if fallback is None and unknown:
            # Pirates, gunmen and gangs may come from anywhere.
            fallback = local or known
        elif fallback is None and role is not None and belonging.code is None:
            servant = role[0].sector in SERVING_SECTORS
            kind: Kind = "body" if role[0].lemma in BODY_ROLES else "state" if servant else "local"
            fallback = self._in_focus(reading, tree, tree[head], kind, role[0].sector)
        chief = reading.chiefs.get(id(belonging.body)) if role is not None else None
        if chief is not None and role is not None and role[0].lemma.split()[-1] in CHIEFS and not is_plural(tree[head]):
            span = naming_span(tree, head)
            return Referred(chief, span, chief.code or belonging.code, chief.sector, via="coreference", lemma=lemma)
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
            whole = belonging.body is None or belonging.body.type in ("person", "state")
            if lemma in GOVERNMENTS and found.lemma == lemma and whole and not belonging.part:
                return self._state_of(reading, found)
        return found

    def _state_of(self, reading: Reading, government: Referred) -> Referred:
        """The state that its government acts for, under the words of the phrase."""
        state = self.knowledge.state(government.code) if government.code else None
        if state is None:
            return government
        draft = reading.register.add(state.name, "state", None)
        draft.learn(code=government.code, sector="GOV")
        # A bare "the government" is told as "Ghanaian government".
        name = f"{state.adjectives[0]} government" if government.assumed and state.adjectives else None
        if government.lemma != GOVERNMENT:
            name = government.draft.name
        return replace(government, draft=draft, name=name, via="coreference")

    def _in_focus(
        self, reading: Reading, tree: Tree, token: Token, kind: Kind, sector: str | None = None
    ) -> str | None:
        """The country that the noun belongs to by what the report told of last."""
        there = reading.places[tree.sentence]
        places = [p.country_code for _, p in sorted(there.items()) if p.country_code and not (p.adjectival or p.acting)]
        near = local_country(tree, token.i, there)
        return reading.focus.choose(Noun(tree, token, kind, sector=sector, near=near, places=places))

    def _companion_country(self, reading: Reading, tree: Tree, head: int) -> str | None:
        """The country of who is named before "and other officials": the others are of the same."""
        token = tree[head]
        if token.dep != "conj" or not any(c.lemma in ("other", "senior", "top") for c in tree.children(head, "amod")):
            return None
        before = reading.read.get((tree.sentence, token.head), ())
        return before[0].code if before else None

    def _place_modifier(self, reading: Reading, tree: Tree, head: int) -> str | None:
        """The country of a town that modifies the noun: "Lagos police", "the court in Kumasi"."""
        places = reading.places[tree.sentence]
        for token in tree.subtree(head):
            if token.i in places and places[token.i].country_code and token.i != head:
                return places[token.i].country_code
        return None


def _rank(token: Token) -> int:
    if is_subject(token):
        return SUBJECT
    return OBJECT if token.dep in ("dobj", "dative") else OTHER

"""The actors' room: who every noun phrase of a report refers to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dragoman.actors.again import its_country, ranked, said_to_be, told_before
from dragoman.actors.focus import Focus, Kind
from dragoman.actors.home import country_weights, dateline_country, home_country, local_country, town_weights
from dragoman.actors.named import NOWHERE_SECTORS, NamedReader, in_focus
from dragoman.actors.names import Named, NameLinker
from dragoman.actors.nominal import HEADS as STATE_HEADS
from dragoman.actors.nominal import Belonging, NominalReader, is_talk_place
from dragoman.actors.offices import CHIEFS, OfficeReader
from dragoman.actors.people import PLACES, PeopleReader
from dragoman.actors.phrase import called_at, counted_ahead, is_bare, is_plural, is_subject, naming_span, phrase_span
from dragoman.actors.pronouns import (
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
from dragoman.actors.relatives import mention_modifiers, read_broken_names, read_relatives
from dragoman.actors.salience import OBJECT, OTHER, SUBJECT, Referred, Salience
from dragoman.actors.speech import read_speech, spoken_for, state_of
from dragoman.kb.codes import BODY_CODES
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
SERVING_SECTORS = frozenset({"GOV", "MIL", None})
"""Sectors whose people may serve an international body as well as a state."""
PARTNERS = frozenset({"partner", "friend"})
"""What a speaker calls states with which his own works."""
KILLING = frozenset({"kill", "wound", "injure", "maim"})
PARTLY = frozenset({"include", "including", "among"})
"""What puts some of a number beside it."""
GOVERNMENT = "government"
GOVERNMENTS = frozenset({GOVERNMENT, "regime"})
"""What acts for a state under its adjective; "the Malian authorities" may be any of its bodies."""


class ActorReader:
    """Fills `actors`: entities with ids, and for noun heads what they refer to."""

    needs: tuple[str, ...] = ("trees", "mentions", "places", "quotes")
    gives = "actors"

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.names = NameLinker(knowledge)
        self.offices = OfficeReader(knowledge)
        self.nominals = NominalReader(knowledge)
        self.by_name = NamedReader(self.nominals)
        self.people = PeopleReader()
        self.pronouns = PronounReader()

    def run(self, layers: Layers) -> Layers:
        """The layers with `actors`; a head that nothing is known about has no entry."""
        reading = self._begin(layers)
        for tree in layers.trees or ():
            for token in tree:
                self._read_token(reading, tree, token)
        read_broken_names(reading, layers.quotes or ())
        read_speech(reading, self.knowledge, layers.trees or (), layers.quotes or ())
        read_relatives(reading, layers.trees or ())
        mention_modifiers(reading, self.nominals, layers.trees or ())
        reading.register.number()
        for refs in reading.read.values():
            for reference in refs:
                # Numbered before: a pronoun ahead of its name does not change the order of the entities.
                reference.draft.mention(reference.span)
        references: dict[tuple[int, int], tuple[Reference, ...]] = {
            at: tuple(r.record() for r in refs) for at, refs in sorted(reading.read.items())
        }
        choices = sorted(reading.register.choices.values(), key=lambda c: (c.span, c.asked))
        resolutions = tuple(c.record() for c in choices)
        entities = reading.register.freeze()
        return replace(layers, actors=ActorLayer(entities, references, reading.home, resolutions))

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
            salience=Salience(paragraphs=tuple(s.paragraph for s in doc.sentences)),
            home=home_country(doc, mentions, layers.places or ()),
            names=by_sentence,
            places=places,
            holders={},
            ranks={},
            chiefs={},
            focus=focus,
        )
        for place in layers.places or ():
            dated = doc.dateline_place is not None and doc.dateline_place.overlaps(place.span)
            if dated and place.resolution == 1 and (state := state_of(reading, self.knowledge, place.country_code)):
                state.mention(place.span)
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

    def _of_a_pair(self, reading: Reading, tree: Tree, token: Token) -> list[Belonging]:
        """The states of "the ministers of the two countries", one for each."""
        of = next((p for p in tree.children(token.i, "prep") if p.lemma in ("of", "from")), None)
        whole = tree.child(of.i, "pobj") if of is not None and is_plural(token) else None
        if whole is None or whole.lemma not in STATE_NOUNS | SIDES or not is_plural(whole):
            return []
        return [
            Belonging(r.code) for r in self.pronouns.read(tree, whole, reading.salience, reading.register) if r.code
        ]

    def _partners(
        self, reading: Reading, tree: Tree, token: Token, members: Sequence[Belonging]
    ) -> tuple[Referred, ...]:
        """The states of "our Chadian and Malian partners"."""
        out: list[Referred] = []
        for state in (self.knowledge.state(m.code) for m in members if m.code):
            if state is not None:
                draft = reading.register.add(state.name, "state", None)
                draft.learn(code=state.code, sector="GOV")
                out.append(Referred(draft, naming_span(tree, token.i), state.code, "GOV", via="group", name=state.name))
        return tuple(out)

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
            return (
                self.by_name.people_of(reading, tree, token, self.by_name.whose(reading, tree, token, names[token.i])),
            )
        ahead = fronted_subject(tree, token)
        if ahead is not None and ahead in names and names[ahead].draft.type == "person":
            return (refer_back(self.by_name.named(reading, names[ahead]), Span(token.start, token.end)),)
        if back := self.pronouns.read(
            tree, token, reading.salience, reading.register, not_these=self._subjects_of(reading, tree, token)
        ):
            if token.lemma in HEADS:
                return tuple(self._head_of(reading, r) for r in back)
            if token.lemma in STATE_NOUNS | SIDES:
                # "the two countries" after two ministers are their states.
                return tuple(replace(spoken_for(reading, self.knowledge, r), span=r.span, via=r.via) for r in back)
            return back
        if self.people.counts_people(tree, token) and self.nominals.quantified(tree, token.i) is None:
            country = in_focus(reading, tree, token, "local")
            return self.people.read(tree, token, reading.salience, reading.register, country=country)
        if token.pos not in ("NOUN", "PROPN", "NUM", "ADJ") or token.dep in ("compound", "amod", "nmod"):
            return ()
        called = called_at(tree, token.i) if token.pos == "NOUN" and not is_plural(token) else None
        own = next((n for n in names.values() if n.mention.first == called and n.draft.type == "person"), None)
        if own is not None:
            return (replace(self.by_name.whose(reading, tree, token, own), span=naming_span(tree, token.i)),)
        if (apposed := self.by_name.apposed(reading, tree, token)) is not None:
            return (apposed,)
        titled = reading.titled.get((tree.sentence, token.i))
        if titled is not None and not is_plural(token):
            return (replace(self.by_name.whose(reading, tree, token, titled), span=phrase_span(tree, token.i)),)
        if (its := self.by_name.own_name(reading, tree, token)) is not None:
            return (its,)
        if (state := its_country(reading, self.knowledge, tree, token)) is not None:
            return (state,)
        counted = self.nominals.quantified(tree, token.i) or self._counted_far(tree, token)
        if counted is not None and counted > token.i:
            inner = self._counted(reading, tree, counted)
            return tuple(replace(r, span=Span(token.start, r.span.end)) for r in inner if r.span.end > token.start)
        members = self.nominals.nationalities(tree, token.i, names)
        if members and token.lemma in PARTNERS and self.nominals.role(tree, token.i) is None:
            return self._partners(reading, tree, token, members)
        if members := members or self._of_a_pair(reading, tree, token):
            return self._nations(reading, tree, token, members)
        nominal = (
            ranked(reading, self.nominals, tree, token)
            or said_to_be(reading, self.nominals, tree, token)
            or told_before(reading, self.nominals, tree, token)
            or self._nominal(reading, tree, token.i)
        )
        if nominal is None:
            return ()
        again = reading.by_head.get((token.lemma.lower(), is_plural(token)))
        alike = again is not None and (again.code, again.sector) == (nominal.code, nominal.sector)
        if again is not None and alike and nominal.assumed and is_bare(tree, token.i):
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

    def _subjects_of(self, reading: Reading, tree: Tree, token: Token) -> frozenset[int]:
        """Identities of the subjects of the verb whose object the pronoun is ("allowed them to march")."""
        head = tree[token.head]
        if token.dep == "pobj" and (head.lemma in ("between", "with") or (head.lemma == "to" and token.lemma in HEADS)):
            # "is mediating between the two sides", "spoke to both leaders": who does so is none of them.
            verb = next((a for a in tree.ancestors(head.i) if a.pos == "VERB"), None)
            subjects = tree.children(verb.i, "nsubj") if verb is not None else []
            return frozenset(id(r.draft) for s in subjects for r in reading.read.get((tree.sentence, s.i), ()))
        if token.dep == "pobj" and head.lemma == "of" and tree[head.head].dep == "dobj":
            # "freed most of them": what it did to some of them, its subject did to others than itself.
            head = tree[tree[head.head].head]
            return frozenset(
                id(r.draft)
                for s in tree.children(head.i, "nsubj") or tree.children(head.head, "nsubj")
                for r in reading.read.get((tree.sentence, s.i), ())
            )
        verb = head if token.dep in ("dobj", "dative") else tree[head.head] if head.dep in ("ccomp", "xcomp") else None
        if verb is None or token.dep not in ("dobj", "dative", "nsubj") or verb.pos != "VERB":
            return frozenset()
        if token.dep == "nsubj" and token.text.lower() not in ("him", "them", "her"):
            return frozenset()
        subjects = tree.children(verb.i, "nsubj") or tree.children(verb.head, "nsubj")
        return frozenset(id(r.draft) for s in subjects for r in reading.read.get((tree.sentence, s.i), ()))

    def _counted_far(self, tree: Tree, token: Token) -> int | None:
        """The noun that the number of a broken phrase counts; a well-read number hangs on its noun."""
        ahead = counted_ahead(tree, token.i) if token.tag == "CD" and token.dep in PLACES else None
        return ahead if ahead is not None and self.nominals.role(tree, ahead) is not None else None

    def _counted(self, reading: Reading, tree: Tree, counted: int) -> tuple[Referred, ...]:
        names = reading.names[tree.sentence]
        if counted in names:
            return (self.by_name.named(reading, names[counted]),)
        if tree[counted].pos == "PRON":
            return self.pronouns.read(tree, tree[counted], reading.salience, reading.register)
        nominal = self._nominal(reading, tree, counted)
        return (nominal,) if nominal is not None else ()

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
        if belonging == Belonging() and (hit := self._country_hit(reading, tree, head)) is not None:
            belonging = Belonging(hit)
        fallback = self._companion_country(reading, tree, head)
        if fallback is None and unknown:
            # Pirates, gunmen and gangs may come from anywhere.
            fallback = local or known
        elif fallback is None and role is not None and belonging.code is None:
            servant = role[0].sector in SERVING_SECTORS
            kind: Kind = "body" if role[0].lemma in BODY_ROLES else "state" if servant else "local"
            fallback = in_focus(reading, tree, tree[head], kind, role[0].sector)
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
            national = role is not None and role[0].acts_for_state and found.lemma.split()[-1] == lemma
            if lemma in GOVERNMENTS and national and whole and not belonging.part:
                return self._state_of(reading, found)
        return found

    def _state_of(self, reading: Reading, government: Referred) -> Referred:
        """The state that its government acts for, under the words of the phrase."""
        draft = state_of(reading, self.knowledge, government.code)
        state = self.knowledge.state(government.code) if government.code else None
        if draft is None or state is None:
            return government
        # A bare "the government" is told as "Ghanaian government".
        name = f"{state.adjectives[0]} government" if government.assumed and state.adjectives else None
        if government.lemma != GOVERNMENT:
            name = government.draft.name
        return replace(government, draft=draft, name=name, via="coreference")

    def _companion_country(self, reading: Reading, tree: Tree, head: int) -> str | None:
        """The country of who is named before "and other officials": the others are of the same."""
        token = tree[head]
        if token.dep != "conj" or not any(c.lemma in ("other", "senior", "top") for c in tree.children(head, "amod")):
            return None
        before = reading.read.get((tree.sentence, token.head), ())
        return before[0].code if before else None

    def _country_hit(self, reading: Reading, tree: Tree, head: int) -> str | None:
        """The country of what was hit where its victims are told beside: "shelled a Chadian village, killing two"."""
        killing = next((a for a in tree.ancestors(head) if a.pos == "VERB"), None)
        if killing is None or (killing.dep, killing.tag) != ("advcl", "VBG") or killing.lemma not in KILLING:
            return None
        target = tree.child(killing.head, "dobj")
        if target is None or target.i > killing.i or tree[head].dep not in ("dobj", "conj"):
            return None
        names, inside = reading.names[tree.sentence], tree.subtree(target.i)
        codes = [names[t.i].draft.code for t in inside if t.i in names and names[t.i].draft.type in ("state", "place")]
        found = next((c for c in codes if c is not None and c not in BODY_CODES), None)
        return found or self._place_modifier(reading, tree, target.i)

    def _place_modifier(self, reading: Reading, tree: Tree, head: int) -> str | None:
        """The country of a town that modifies the noun: "Lagos police", "the court in Kumasi"."""
        places = reading.places[tree.sentence]
        # "41 people, including 12 Malians" are not all from Mali.
        apart = [p for p in tree.children(head, "prep") if p.lemma in PARTLY or is_talk_place(tree, p)]
        beside = [*tree.children(head, "conj"), *apart]
        others = {t.i for c in beside for t in tree.subtree(c.i)}
        for token in tree.subtree(head):
            # "soldiers and Malian militiamen": what tells of the second says nothing of the first.
            if token.i in places and places[token.i].country_code and token.i != head and token.i not in others:
                return places[token.i].country_code
        return None


def _rank(token: Token) -> int:
    if is_subject(token):
        return SUBJECT
    return OBJECT if token.dep in ("dobj", "dative") else OTHER

"""Reads names, and the nouns beside them that say no more than who they are."""

from __future__ import annotations

from dataclasses import replace

from dragoman.actors.bodies import ORGAN_SECTORS
from dragoman.actors.focus import Kind, Noun
from dragoman.actors.home import local_country
from dragoman.actors.names import Named
from dragoman.actors.nominal import NominalReader, phrase_words
from dragoman.actors.phrase import has_determiner, is_bare, is_plural, is_stranger, is_subject, naming_span
from dragoman.actors.pronouns import BODY_NOUNS
from dragoman.actors.reading import Reading
from dragoman.actors.salience import SUBJECT, Referred
from dragoman.model.tree import Token, Tree

ACTING_TYPES = frozenset({"person", "state", "organization", "armed_group", "military_unit", "population"})
NOWHERE_SECTORS = frozenset({"UAF", "CRM"})
EXPLAINED = ("person", "organization", "armed_group")
"""Types of names that a noun in apposition explains."""


class NamedReader:
    """Gives a name its country, sector and kind as its place in the sentence tells them."""

    def __init__(self, nominals: NominalReader) -> None:
        self.nominals = nominals

    def named(self, reading: Reading, name: Named) -> Referred:
        """The name by itself: a state and its people, a place that acts, a body; nothing is guessed from around it."""
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

    def whose(self, reading: Reading, tree: Tree, token: Token, name: Named) -> Referred:
        """A person or organ that no word places, with the country told of where the report names it first."""
        named = self.named(reading, name)
        draft = named.draft
        if draft.type != "person" and draft.sector not in ORGAN_SECTORS:
            return named
        if draft.code is None and id(draft) not in reading.placed:
            stranger = named.sector in NOWHERE_SECTORS or is_stranger(tree, token)
            kind: Kind = "state" if draft.office else "person" if draft.type == "person" else "local"
            acting = _acting_before(reading, tree.sentence) if draft.type != "person" and is_subject(token) else None
            code = acting or in_focus(reading, tree, token, kind, named.sector)
            choice = reading.register.choices.get((name.mention.span, "name"))
            if choice is not None and choice.reason is not None:
                # One of two of a surname is of their country where they share it, and of nobody's else.
                codes = {c.draft.code for c in choice.candidates}
                code = codes.pop() if len(codes) == 1 else None
            reading.placed[id(draft)] = None if stranger else code
            draft.learn(code=reading.placed[id(draft)])
        return replace(named, code=draft.code, assumed=True) if id(draft) in reading.placed else named

    def people_of(self, reading: Reading, tree: Tree, token: Token, named: Referred) -> Referred:
        """Who is named by his nation: "a Malian" is a person, "the Malians" the state, "ethnic Malians" live abroad."""
        if named.draft.type == "population":
            named = replace(named, code=named.code or self._population_country(reading, tree, token.i))
        if named.draft.type != "state" or named.lemma not in ("adjective", "demonym"):
            return named
        if token.dep in ("amod", "compound", "nmod", "poss"):
            return named
        if any(c.lemma == "ethnic" for c in tree.children(token.i, "amod")):
            named = replace(named, code=in_focus(reading, tree, token, "local", "CVL"), assumed=True)
            return self._some_of(reading, tree, token, named)
        if named.lemma == "demonym" and tree.child(token.i, "nummod", "amod") is not None:
            return self._some_of(reading, tree, token, named)
        if named.lemma == "adjective" and has_determiner(tree, token.i, "a", "an", "one", "another"):
            words = phrase_words(tree, token.i)
            draft = reading.register.add(words, "person", named.span, key=f"{named.code}:{words.casefold()}")
            draft.learn(code=named.code, sector="CVL")
            return Referred(draft, named.span, named.code, "CVL")
        if named.lemma == "demonym" and is_plural(token) and is_bare(tree, token.i):
            return replace(named, sector="GOV", name=None, plural=True)
        return named

    def _some_of(self, reading: Reading, tree: Tree, token: Token, named: Referred) -> Referred:
        """So many or such people of a nation, who are not their state: "16 Malians", "ethnic Malians"."""
        words = phrase_words(tree, token.i)
        span = naming_span(tree, token.i)
        draft = reading.register.add(words, "population", span, key=f"{named.code}:{words.casefold()}")
        draft.learn(code=named.code, sector="CVL")
        return replace(named, draft=draft, span=span, name=None)

    def _population_country(self, reading: Reading, tree: Tree, i: int) -> str | None:
        """The country of a people without a state: as named beside it, else where the sentence plays, else at home."""
        there = reading.here.get(tree.sentence, {})
        named = self.nominals.belonging(tree, i, reading.names[tree.sentence], there).code
        return (
            named
            or local_country(tree, i, reading.places[tree.sentence])
            or in_focus(reading, tree, tree[i], "local", "CVL")
        )

    def own_name(self, reading: Reading, tree: Tree, token: Token) -> Referred | None:
        """The name behind or inside the phrase that is its own: "the minister Darko", "the NVF militia"."""
        names = reading.names[tree.sentence]
        role = self.nominals.role(tree, token.i)
        one_of = token.text.lower() == "one"
        if (role is None and not one_of) or is_plural(token):
            return None
        kinds = ("person",) if role is None or role[0].kind == "person" else ("organization", "armed_group")
        behind = next((c for c in tree.children(token.i, "appos") if c.i in names), None)
        titled = (i for (s, i), n in reading.titled.items() if behind is not None and n is names[behind.i])
        if behind is not None and names[behind.i].draft.type in kinds and next(titled, token.i) == token.i:
            self._learn(reading, tree, token, names[behind.i])
            return self.named(reading, names[behind.i])
        inside = names.get(token.i - 1) if token.lemma in BODY_NOUNS else None
        if inside is not None and inside.draft.type in ("organization", "armed_group"):
            return replace(self.named(reading, inside), span=naming_span(tree, token.i))
        return None

    def _learn(self, reading: Reading, tree: Tree, noun: Token, name: Named) -> None:
        """Country and sector that a noun beside the name of a body tells: "the Volta Front, a Malian rebel group"."""
        role = self.nominals.role(tree, noun.i)
        if role is None or name.draft.type == "person":
            return
        there = reading.here.get(tree.sentence, {})
        belonging = self.nominals.belonging(tree, noun.i, reading.names[tree.sentence], there)
        code = belonging.code if belonging.body is not name.draft else None
        name.draft.learn(code=code or in_focus(reading, tree, noun, "local", role[0].sector), sector=role[0].sector)

    def apposed(self, reading: Reading, tree: Tree, token: Token) -> Referred | None:
        """The name that a noun in apposition explains: "Darko, a timber merchant", "Volta Cement, the local firm"."""
        name = reading.names[tree.sentence].get(token.head)
        role = self.nominals.role(tree, token.i) if token.dep == "appos" and token.i > token.head else None
        if name is None or role is None or is_plural(token):
            return None
        between = tree.tokens[name.mention.last + 1 : min(t.i for t in tree.subtree(token.i))]
        if [t.text for t in between if t.tag[:2] != "NN" and t.text not in ("(", ")")] != [","]:
            return None  # the parser's apposition to something further off
        person = name.draft.type == "person"
        if person != (role[0].kind == "person") or name.draft.type not in EXPLAINED:
            return None
        self._learn(reading, tree, token, name)
        return replace(self.whose(reading, tree, token, name), span=naming_span(tree, token.i))


def _acting_before(reading: Reading, sentence: int) -> str | None:
    """The state that is the first subject before: "Accra freed two men. But the Treasury fined a third"."""
    salience = reading.salience
    if sentence == 0 or salience.paragraph(sentence - 1) != salience.paragraph(sentence):
        return None
    subject = next((r for rank, r in salience.seen.get(sentence - 1, ()) if rank == SUBJECT), None)
    acts = subject is not None and subject.draft.type == "state" and subject.sector == "GOV"
    return subject.code if subject is not None and acts else None


def in_focus(reading: Reading, tree: Tree, token: Token, kind: Kind, sector: str | None = None) -> str | None:
    """The country that the noun belongs to by what the report told of last."""
    there = reading.places[tree.sentence]
    places = [p.country_code for _, p in sorted(there.items()) if p.country_code and not (p.adjectival or p.acting)]
    near = local_country(tree, token.i, there)
    return reading.focus.choose(Noun(tree, token, kind, sector=sector, near=near, places=places))

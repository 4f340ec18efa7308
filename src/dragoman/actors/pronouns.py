"""Reads pronouns and phrases that stand for what was named before: "he", "its", "the country", "the two sides"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from dragoman.actors.bodies import BODIES
from dragoman.actors.choice import Choice, Considered
from dragoman.actors.pairs import two_in_sentence, two_states
from dragoman.actors.phrase import has_determiner, is_plural, is_subject, naming_span
from dragoman.actors.register import Gender, Register
from dragoman.actors.salience import Referred, Salience, is_official
from dragoman.model.span import Span
from dragoman.model.tree import Token, Tree

_HE = "he him his himself mr sir man boy king prince father brother son husband uncle spokesman policeman"
_SHE = (
    "she her hers herself mrs ms miss madame woman girl queen princess mother sister daughter wife aunt spokeswoman "
    "chairwoman policewoman"
)
_MEN: dict[str, Gender] = dict.fromkeys(_HE.split(), "he")
_WOMEN: dict[str, Gender] = dict.fromkeys(_SHE.split(), "she")
GENDERS: Mapping[str, Gender] = MappingProxyType(_MEN | _WOMEN)
"""Words that tell the gender of whom they name; "chairman" and the like do not."""
PERSON_PRONOUNS = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
THING_PRONOUNS = frozenset({"it", "its", "itself"})
PLURAL_PRONOUNS = frozenset({"they", "them", "their", "theirs", "themselves"})
STATE_NOUNS = frozenset({"country", "nation", "state", "republic", "kingdom", "monarchy", "emirate", "island"})
BODY_NOUNS = frozenset(
    {"group", "organisation", "organization", "movement", "body", "alliance", "bloc", "union", "militia", "faction"}
)
UNION = "union"
ARMED_KINDS = frozenset({"rebel", "militant", "armed", "terrorist", "guerrilla", "insurgent", "extremist", "jihadist"})
"""Words that say what sort of body it is, and leave open which."""
SIDES = frozenset({"side", "government", "neighbour", "neighbor", "party"})
STATE_LIKE = frozenset({"neighbour", "neighbor", "ally", "rival", "foe", "government"})
HEADS = frozenset({"leader", "president", "minister"})
PAIR_NOUNS = STATE_NOUNS | frozenset(
    {"side", "neighbour", "neighbor", "leader", "government", "ally", "rival", "president", "minister", "party", "foe"}
)
COUNTED = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}


class PronounReader:
    """Resolves one token against what has been spoken of; returns nothing where no antecedent fits."""

    def read(
        self,
        tree: Tree,
        token: Token,
        salience: Salience,
        register: Register,
        *,
        not_these: frozenset[int] = frozenset(),
    ) -> tuple[Referred, ...]:
        """The references of a pronoun or of a phrase that stands for names before it.

        `not_these` are the identities of entities that the pronoun cannot mean: an object is not its verb's subject.
        """
        if token.pos in ("PRON", "DET") or token.tag == "PRP$":
            if token.text.lower() in PLURAL_PRONOUNS and (
                group := _group_above(tree, token, salience) or salience.recent_group(tree.sentence, before=token.start)
            ):
                return tuple(replace(refer_back(r, Span(token.start, token.end)), via="group") for r in group)
            found = self._pronoun(tree, token, salience, not_these)
            return (found,) if found else ()
        return self._pair(tree, token, salience, register, not_these) or self._short_phrase(tree, token, salience)

    def _pronoun(self, tree: Tree, token: Token, salience: Salience, not_these: frozenset[int]) -> Referred | None:
        word = token.text.lower()
        if word in PERSON_PRONOUNS:
            gender = GENDERS[word]

            def can_be(r: Referred) -> bool:
                person = r.draft.type == "person" and not r.plural
                return person and r.draft.gender in (gender, None) and id(r.draft) not in not_these

            def is_named(r: Referred) -> bool:
                # Or told of by an office that somebody named holds.
                return can_be(r) and (not r.lemma or r.via == "coreference")

            here, before = tree.sentence, token.start
            found = (
                _above(tree, token, salience, can_be)
                or salience.recent(here, can_be, reach=0, before=before)
                or salience.recent(here, is_named, reach=1, before=before)
                or salience.recent(here, can_be, reach=6, before=before)
            )
            if found is not None:
                found.draft.gender = gender
        elif word in THING_PRONOUNS:
            found = self._thing(tree, token, salience, not_these)
        elif word in PLURAL_PRONOUNS:
            found = self._several(tree, token, salience, not_these)
        else:
            return None
        return refer_back(found, Span(token.start, token.end)) if found else None

    def _thing(self, tree: Tree, token: Token, salience: Salience, not_these: frozenset[int]) -> Referred | None:
        """The state or body that "it" is; one told of by its adjective only where there is no other."""

        def can_be(r: Referred) -> bool:
            body = r.draft.type in ("state", "facility", *BODIES) and not r.plural
            return (body or r.collective) and id(r.draft) not in not_these

        def is_named(r: Referred) -> bool:
            return can_be(r) and r.lemma != "adjective"

        here, before = tree.sentence, token.start
        return (
            _above(tree, token, salience, is_named)
            or salience.recent(here, is_named, reach=1, before=before)
            or salience.recent(here, can_be, reach=1, before=before)
        )

    def _several(self, tree: Tree, token: Token, salience: Salience, not_these: frozenset[int]) -> Referred | None:
        """The people, or else the body, that "they" are."""

        def are_people(r: Referred) -> bool:
            return r.plural and id(r.draft) not in not_these

        def is_body(r: Referred) -> bool:
            return r.draft.type in BODIES and id(r.draft) not in not_these

        def is_state(r: Referred) -> bool:
            return r.draft.type == "state" and r.lemma != "adjective" and id(r.draft) not in not_these

        here, before = tree.sentence, token.start
        return (
            _above(tree, token, salience, are_people)
            or salience.recent(here, are_people, reach=2, before=before)
            or salience.recent(here, is_body, reach=2, before=before)
            or salience.recent(here, is_state, reach=1, before=before)
        )

    def _short_phrase(self, tree: Tree, token: Token, salience: Salience) -> tuple[Referred, ...]:
        """ "the country", "this group": the last state or body named."""
        if is_plural(token):
            return ()
        definite = has_determiner(tree, token.i, "the", "this", "that")
        # "their country" is the one told of, "their union" another body than they are.
        if token.lemma in STATE_NOUNS and (definite or has_determiner(tree, token.i, "its", "their")):
            found = salience.recent(
                tree.sentence, lambda r: r.draft.type == "state" and r.lemma != "adjective", reach=3, before=token.start
            )
        elif token.lemma in BODY_NOUNS and definite and _says_no_more(tree, token):
            found = salience.recent(tree.sentence, lambda r: _is_such(token.lemma, r), reach=4, before=token.start)
        else:
            return ()
        return (refer_back(found, naming_span(tree, token.i)),) if found else ()

    def _pair(
        self, tree: Tree, token: Token, salience: Salience, register: Register, not_these: frozenset[int]
    ) -> tuple[Referred, ...]:
        """ "the two countries", "each side": one reference per member, each on the phrase's own words."""
        wanted = self._how_many(tree, token)
        if wanted is None:
            return ()
        told = self._told_of(token, wanted, salience, tree.sentence, not_these)
        ground, members = next(((ground, found) for ground, found in told if found), ("", []))
        span = naming_span(tree, token.i)
        candidates = tuple(Considered(m.draft, (ground,)) for m in reversed(members))
        if len(members) < wanted:
            register.note(Choice(span, "group", candidates, reason="plural_without_members"))
            return ()
        register.note(Choice(span, "group", candidates, tuple(c.draft for c in candidates)))
        return tuple(replace(refer_back(m, span), via="group") for m in reversed(members))

    def _told_of(
        self, token: Token, wanted: int, salience: Salience, here: int, not_these: frozenset[int]
    ) -> Iterator[tuple[str, list[Referred]]]:
        """On which ground which members are meant, latest first; the first ground with any is the one that counts."""
        before = token.start
        if wanted == 2 and token.lemma in STATE_NOUNS:
            yield "only_two_in_sentence", two_in_sentence(salience, here, before=before, not_these=not_these)
        chain = salience.chain_of(here, wanted, before=before)
        if all(_can_be_one(token.lemma, r) and id(r.draft) not in not_these for r in chain):
            yield "named_side_by_side", list(reversed(chain))
        if token.lemma in HEADS:
            yield (
                "officials_named_last",
                salience.last_codes(here, wanted, before=before, not_these=not_these, persons=True),
            )
        if wanted == 2:
            yield "states_told_of_together", two_states(salience, here, before=before, not_these=not_these)
        yield "states_told_of_last", salience.last_codes(here, wanted, before=before, not_these=not_these)

    def _how_many(self, tree: Tree, token: Token) -> int | None:
        """How many the phrase speaks of; None where it is no phrase of this sort or names its members itself."""
        each = tree.child(token.i, "det")
        single = each is not None and each.lemma in ("each", "either") and token.lemma in SIDES
        if token.lemma not in PAIR_NOUNS or not (single or is_plural(token)):
            return None
        nation = any(c.tag in ("NNP", "JJ") and c.ner in ("NORP", "GPE") for c in tree.children(token.i))
        if nation or tree.child(token.i, "poss") is not None:
            return None
        counts = [COUNTED[c.lemma] for c in tree.children(token.i) if c.lemma in COUNTED]
        plain = has_determiner(tree, token.i, "the") and token.lemma in STATE_NOUNS | {"side"}
        return counts[0] if counts else 2 if single or plain else None


def _can_be_one(noun: str, reference: Referred) -> bool:
    """Whether a member of a coordination can be told of by the noun: a person no country, a state no minister."""
    if noun in STATE_NOUNS | STATE_LIKE:
        return reference.draft.type == "state"
    if noun in HEADS:
        return is_official(reference)
    return reference.draft.type in ("person", "state", *BODIES)


def _is_such(noun: str, reference: Referred) -> bool:
    """Whether the body can be told of by the noun: by name any group, a union only where a word says so."""
    if reference.draft.type not in BODIES:
        return False
    words = (reference.name or reference.draft.name).lower().split()
    if noun == UNION:
        return UNION in words or reference.sector == "LAB" or (len(words) == 1 and words[0].isupper())
    # "public hospitals" are no group; "the rebel group" and whatever has a name may be.
    return not reference.lemma or reference.lemma.split()[-1] in BODY_NOUNS or not reference.plural


def _says_no_more(tree: Tree, noun: Token) -> bool:
    """Whether no word beside the noun tells it from others: "the rebel group", but not "the largest rebel group"."""
    return all(c.lemma in ARMED_KINDS for c in tree.children(noun.i, "amod", "compound", "nmod", "appos", "nummod"))


def _above(tree: Tree, token: Token, salience: Salience, fits: Callable[[Referred], bool]) -> Referred | None:
    """The fitting subject of the nearest clause around the pronoun: "Haas" for "he" in "Haas told Brun he would go"."""
    verbs = [a for a in tree.ancestors(token.i) if a.pos in ("VERB", "AUX")]
    for verb in verbs[1 if is_subject(token) else 0 :]:
        for subject in tree.children(verb.i, "nsubj", "nsubjpass"):
            found = [r for r in salience.ending_at(tree.sentence, subject.end) if fits(r)]
            if subject.i < token.i and len(found) == 1:
                return found[0]
    return None


def _group_above(tree: Tree, token: Token, salience: Salience) -> list[Referred]:
    """The members of the subject of the nearest clause around "their", where it is a group."""
    verbs = [a for a in tree.ancestors(token.i) if a.pos in ("VERB", "AUX")]
    for verb in verbs[1 if is_subject(token) else 0 :]:
        subject = tree.child(verb.i, "nsubj", "nsubjpass")
        if subject is not None and subject.i < token.i:
            found = salience.ending_at(tree.sentence, subject.end)
            return found if len(found) > 1 else []
    return []


def refer_back(found: Referred, span: Span) -> Referred:
    """The same referent, told by other words."""
    return replace(found, span=span, via="coreference", name=found.name or found.draft.name)


def fronted_subject(tree: Tree, token: Token) -> int | None:
    """The subject that a possessive before it points ahead to: "Rojas" for "his" in "On his return, Rojas said"."""
    if token.text.lower() not in PERSON_PRONOUNS or token.dep != "poss":
        return None
    above = list(tree.ancestors(token.i))
    verb = next((a for a in above if a.pos in ("VERB", "AUX")), None)
    if verb is None or verb.i < token.i or not any(a.dep == "prep" for a in above):
        return None
    subject = tree.child(verb.i, "nsubj", "nsubjpass")
    return subject.i if subject is not None and subject.i > token.i else None

"""What depends on a trigger, by deep role: who acts, who is acted on, and what each preposition brings.

Passives, relative and reduced clauses, participles, control ("urged Kenya to withdraw"), coordination and light verbs
("held talks with") are undone here, so that a rule of the lexicon states one frame for all of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding import governors
from dragoman.coding.ellipsis import counts_on, is_main_clause
from dragoman.lexicon.schema import slot_steps
from dragoman.model.tree import Token, Tree

RELATIVE = frozenset({"WDT", "WP", "WP$"})
NOUNS = ("NOUN", "PROPN")


class Arguments:
    """The slots of the tokens of one sentence. `light` are the verbs that lend their arguments to a noun."""

    def __init__(self, tree: Tree, light: frozenset[str]) -> None:
        self.tree = tree
        self.light = light

    def fill(self, i: int, slot: str) -> list[list[int]]:
        """The tokens in `slot` of token `i`, one list per alternative in the slot's order, empty ones included."""
        return [self._follow(i, path) for path in slot_steps(slot)]

    def _follow(self, i: int, path: list[str]) -> list[int]:
        places = [i]
        for step in path:
            places = [found for place in places for found in self._step(place, step)]
        return list(dict.fromkeys(places))

    def is_passive(self, i: int) -> bool:
        """Whether the verb is passive, reduced passives ("troops sent by") included."""
        token = self.tree[i]
        if self.tree.child(i, "auxpass", "nsubjpass") is not None or counts_on(self.tree, token):
            return True
        if is_main_clause(self.tree, token):
            return False
        if token.tag != "VBN" or self.tree.child(i, "aux", "nsubj") is not None:
            return False
        if token.dep in ("acl", "amod", "advcl", "oprd", "xcomp"):
            return self.tree.child(i, "dobj") is None or self.tree.child(i, "agent") is not None
        head = self.tree[token.head]
        return token.dep == "conj" and head.tag == "VBN" and head.i != i and self.is_passive(head.i)

    def particles(self, i: int) -> list[Token]:
        """Particles, adverbs and prepositions of the verb ("out", "back", "for"), save those of a time or a place."""
        near = self.tree.children(i, "prt", "advmod", "prep", "neg", "intj")
        found = [t for t in near if not self._tells_when_or_where(t)]
        return found + [m for c in self._wished(i) for m in self.tree.children(c.i, "mark")]

    def _tells_when_or_where(self, token: Token) -> bool:
        names = governors.IN_OR_WHEN.get(token.lemma, ()) if token.dep == "prep" else ()
        return any(o.ner in names for o in self.tree.children(token.i, "pobj"))

    def _wished(self, i: int) -> list[Token]:
        """Clauses with "for": "called for Togo to be expelled"; they are the verb's content, no circumstance."""
        clauses = self.tree.children(i, "advcl", "ccomp", "xcomp")
        return [c for c in clauses if self._has(c, "for", "mark") and self._has(c, "to", "aux")]

    def _has(self, token: Token, lemma: str, dep: str) -> bool:
        return any(c.lemma == lemma for c in self.tree.children(token.i, dep))

    def clauses(self, i: int) -> list[Token]:
        """Heads of what the token says of somebody: clauses, clauses behind a preposition, predicative adjectives."""
        own = ("ccomp", "xcomp", "pcomp", "acl", "oprd", "acomp", "attr")
        out = self.tree.children(i, *own, *(("advcl",) if self.tree[i].pos == "ADJ" else ()))
        holders = [i, *(t.i for t in self.tree.children(i, "dobj", "nsubjpass"))]
        out += [t for t in self.tree.children(i, "advcl") if t.tag == "VB" and not self._sets_scene(t)]
        out += [t for t in self._wished(i) if t not in out]
        for prep in (p for h in holders for p in self.tree.children(h, "prep") if p.lemma not in governors.SCENE):
            out += self.tree.children(prep.i, "pcomp", "amod", "acomp")
        return out

    def _sets_scene(self, clause: Token) -> bool:
        return any(c.lemma in governors.SCENE for c in self.tree.children(clause.i, "mark", "advmod"))

    def subject(self, i: int, depth: int = 0) -> list[int]:
        """The deep subject: who does what the verb says, found through control and coordination."""
        token = self.tree[i]
        if self.is_passive(i):
            found = [p.i for a in self.tree.children(i, "agent") for p in self.tree.children(a.i, "pobj")]
            return (
                found
                or self._strayed_agent(i)
                or (self.subject(token.head, depth + 1) if self._shares_agent(i, depth) else [])
            )
        if token.tag == "MD" and token.dep == "aux":
            # "Chad must withdraw": of whom a demand speaks.
            return [self._antecedent(t) for t in self.tree.children(token.head, "nsubj", "nsubjpass")]
        own = self.tree.children(i, "nsubj", "expl")
        if own:
            return [self._antecedent(t) for t in own if t.dep != "expl"]
        if depth > 4 or token.head == i:
            return []
        return self._controller(token, depth)

    def _strayed_agent(self, i: int) -> list[int]:
        """The agent that the parser hung on the noun before it: "handed to Greece by Albania"."""
        places, found = [i], list[int]()
        for _ in range(3):
            if found:
                break
            preps = [p for place in places for p in self.tree.children(place, "prep") if p.lemma in governors.PLACING]
            places = [t.i for p in preps for t in self.tree.children(p.i, "pobj", "pcomp")]
            places += [t.i for place in places for t in self.tree.children(place, "dobj")]
            found = [a for place in places for a in self._objects_of(place, "by")]
        return found

    def _shares_agent(self, i: int, depth: int) -> bool:
        token = self.tree[i]
        return token.dep == "conj" and depth < 3 and self.is_passive(token.head)

    def _controller(self, token: Token, depth: int) -> list[int]:
        """Who is understood as subject of a verb that has none."""
        head = self.tree[token.head]
        if token.dep == "acl" and head.lemma in governors.MEANT and token.tag == "VB":
            return self._step(head.i, "poss") or self._host(head.i)
        if token.dep == "acl" and head.lemma in governors.DOCUMENTS and token.tag == "VBG":
            return self._author(head.i, depth) or [head.i]
        if token.dep in ("acl", "relcl") and head.pos in (*NOUNS, "PRON", "NUM"):
            return [head.i]
        if token.dep == "conj":
            return self.subject(head.i, depth + 1) if not self.is_passive(head.i) else self.object(head.i, depth + 1)
        if token.dep in ("xcomp", "ccomp"):
            objects = [t.i for t in self.tree.children(head.i, "dobj", "dative")]
            if objects and head.lemma in governors.OBJECT_CONTROL:
                return objects
            if self.is_passive(head.i):
                return self.object(head.i, depth + 1)
            return self.subject(head.i, depth + 1)
        if token.dep == "advcl" and token.tag in ("VBG", "VB"):
            return self.object(head.i, depth + 1) if self.is_passive(head.i) else self.subject(head.i, depth + 1)
        if token.dep == "pcomp":
            above = self.tree[head.head]
            if above.pos in ("VERB", "AUX"):
                objects = self.object(above.i, depth + 1)
                return (
                    objects
                    if objects and head.lemma in ("of", "for", "from", "with")
                    else self.subject(above.i, depth + 1)
                )
            if above.lemma in governors.MEANT and head.lemma == "of":
                return self._step(above.i, "poss") or self._host(above.i)
            return [above.i] if above.pos in NOUNS else []
        if head.pos == "AUX" or token.dep == "acomp":
            return self.subject(head.i, depth + 1)
        return []

    def _author(self, document: int, depth: int) -> list[int]:
        """Who speaks in it: "Togo" in "Togo issued a statement condemning" and in "a letter from Togo accusing"."""
        owners = [t.i for t in self.tree.children(document, "poss")]
        owners = owners or [o for word in ("by", "from", "of") for o in self._objects_of(document, word)]
        if owners:
            return owners
        token = self.tree[document]
        return self.subject(token.head, depth + 1) if token.dep == "dobj" else []

    def object(self, i: int, depth: int = 0) -> list[int]:
        """The deep object: direct object, passive subject, or the noun that a reduced passive stands by."""
        token = self.tree[i]
        if self.is_passive(i):
            own = self.tree.children(i, "dobj") or self.tree.children(i, "nsubjpass")
            own = own or (self.tree.children(i, "nsubj") if counts_on(self.tree, token) else [])
            if own:
                return [self._antecedent(t) for t in own]
            head = self.tree[token.head]
            if token.dep in ("acl", "amod", "relcl") and head.pos in (*NOUNS, "PRON", "NUM"):
                return [head.i]
            if token.dep in ("conj", "xcomp", "advcl", "oprd") and depth < 3 and head.i != i:
                return self.object(head.i, depth + 1) if self.is_passive(head.i) else self.subject(head.i, depth + 1)
            return []
        own = self.tree.children(i, "dobj") or self._counted_object(i) or self._object_of_particle(i)
        if own:
            return [self._antecedent(t) for t in own]
        subject = self.tree.child(i, "nsubj")
        if token.dep == "relcl" and subject is not None and subject.tag not in RELATIVE:
            return [] if self._takes_antecedent_elsewhere(token) else [self._whole_group(token.head, token)]
        later = [c for c in self.tree.children(i, "conj") if c.i > i and c.pos == "VERB"]
        if (
            later
            and depth < 2
            and not self.tree.children(i, "prep", "ccomp", "xcomp")
            and not self._intervening(i, later[0])
        ):
            return [t.i for t in self.tree.children(later[0].i, "dobj")]
        return []

    def _counted_object(self, i: int) -> list[Token]:
        """What is counted where the parser sees a preposition: "arrested between 30 and 40 protesters"."""
        near = [p for p in self.tree.children(i, "prep") if p.lemma in ("between", "around") and p.i == i + 1]
        counted = [t for p in near for t in self.tree.children(p.i, "pobj")]
        return [t for t in counted if any(n.i == i + 2 for n in self.tree.children(t.i, "nummod"))]

    def _object_of_particle(self, i: int) -> list[Token]:
        """The object that the parser hung on the particle or took for a measure: "broke up a march"."""
        particles = self.tree.children(i, "prt")
        hung = [t for p in particles for t in self.tree.children(p.i, "pobj")]
        measures = self.tree.children(i, "npadvmod") if particles else []
        return hung or [t for t in measures if t.i > particles[-1].i and t.ner not in ("DATE", "TIME")][:1]

    def _takes_antecedent_elsewhere(self, clause: Token) -> bool:
        """Whether the noun before the relative clause is not its object, as it is in "the treaty (that) Chad signed".

        It is none where a preposition is left hanging, nor after "whose envoys", "in which", "where" or "when".
        """
        if any(not self.tree.children(p.i) for p in self.tree.children(clause.i, "prep")):
            return True
        before = [t for t in self.tree.subtree(clause.i) if t.i < clause.i]
        return any(t.tag in ("WP$", "WRB") or (t.tag in RELATIVE and t.dep == "pobj") for t in before)

    def _intervening(self, i: int, later: Token) -> bool:
        """Whether the later verb has a subject of its own, or stands too far away to share its object."""
        return self.tree.child(later.i, "nsubj") is not None or later.i - i > 4

    def _antecedent(self, token: Token) -> int:
        """The noun that a relative pronoun stands for."""
        if token.tag not in RELATIVE:
            return token.i
        for above in self.tree.ancestors(token.i):
            if above.dep in ("relcl", "acl"):
                return self._whole_group(above.head, above)
        return token.i

    def _whole_group(self, noun: int, clause: Token) -> int:
        """The first of coordinated nouns where a plural clause, which the parser hangs on the last, speaks of all."""
        plural = any(t.tag == "VBP" or t.text.lower() in ("were", "are", "have") for t in self._finite(clause))
        current = self.tree[self.tree.described(clause.i) if noun == clause.head else noun]
        while plural and current.dep == "conj" and self._is_one_of_several(current):
            current = self.tree[current.head]
        return current.i

    def _is_one_of_several(self, noun: Token) -> bool:
        """Whether the coordinated noun cannot be plural alone ("a Libyan"), or is a people after a people."""
        return noun.tag in ("NN", "NNP", "JJ") or noun.tag == self.tree[noun.head].tag == "NNPS"

    def _finite(self, clause: Token) -> list[Token]:
        return [clause, *self.tree.children(clause.i, "aux", "auxpass")]

    def _step(self, i: int, step: str) -> list[int]:
        token = self.tree[i]
        if step == "subj":
            return self._with_partners(i) if token.pos in ("VERB", "AUX", "ADJ") else self._host(i)
        if step == "obj":
            return self.object(i)
        if step == "iobj":
            datives = self.tree.children(i, "dative")
            objects = self.tree.children(i, "dobj")
            if not datives and len(objects) > 1:
                # "handed the envoy a note": the parser makes both objects.
                datives = objects[:1]
            if self.is_passive(i) and self.tree.child(i, "dobj") is not None:
                # "Somalia was given aid": who gets it is the subject.
                datives += self.tree.children(i, "nsubjpass")
            return [p.i for d in datives for p in (self.tree.children(d.i, "pobj") or [d])]
        if step == "comp":
            clauses = [*self.tree.children(i, "ccomp", "xcomp"), *self._wished(i)]
            if token.pos in NOUNS:  # "its demand that Chad withdraw"
                clauses += [c for c in self.tree.children(i, "acl") if self._has(c, "that", "mark")]
            return [s for c in clauses for s in self._doers(c.i)]
        if step == "poss":
            return [t.i for t in self.tree.children(i, "poss")]
        if step in ("adj", "compound"):
            return self._modifiers(i)
        if step == "host":
            return self._host(i)
        if step == "head":
            return [token.head] if token.dep in ("compound", "amod", "nmod") else []
        if step == "particle":
            return [t.i for t in self.particles(i)]
        if step == "clause":
            return [t.i for t in self.clauses(i)]
        return self._preposition(i, step)

    def _doers(self, clause: int) -> list[int]:
        """Of whom the clause speaks: the by-phrase of a passive, else the grammatical subject."""
        agents = [p for a in self.tree.children(clause, "agent") for p in self._through(a, "by")]
        return agents or [s.i for s in self.tree.children(clause, "nsubj", "nsubjpass")]

    def _modifiers(self, i: int) -> list[int]:
        near = self.tree.children(i, "amod", "compound", "nmod", "nummod")
        deeper = [
            t for m in near for t in self.tree.children(m.i, "amod", "compound", "nmod", "npadvmod", "conj", "appos")
        ]
        return [t.i for t in sorted([*near, *deeper], key=lambda t: t.i)]

    def _preposition(self, i: int, word: str) -> list[int]:
        """Objects of the preposition `word`, also where the parser hung it on the object or the light verb."""
        found = self._objects_of(i, word)
        token = self.tree[i]
        if not found and token.pos == "VERB" and self.tree.child(i, "dobj") is not None:
            # "handed the hill back to Chad"
            found = [p for t in self.tree.children(i, "advmod", "prt") for p in self._objects_of(t.i, word)]
        if not found and token.pos in ("VERB", "AUX"):
            found = [p for o in self.object(i) if word != "of" for p in self._objects_of(o, word)]
        if not found and token.pos in NOUNS:
            # "solidarity with and support for the king": what the later noun brings is shared.
            later = [c for c in self.tree.children(i, "conj") if c.pos in NOUNS and c.i - i <= 4]
            bare = not self._objects_of(i) and not any(self.tree.children(c.i, "det", "poss") for c in later)
            found = [p for c in later if bare for p in self._objects_of(c.i, word)]
        if not found and token.pos in NOUNS and word == "by":
            # "the arrest of a monk by soldiers": the parser hangs the by-phrase on the monk.
            found = [p for o in self._objects_of(i, "of") for p in self._objects_of(o, "by")]
        if not found and token.pos in NOUNS:
            for verb in self.tree.children(i, "acl", "relcl"):
                found += self._objects_of(verb.i, word) if word != "by" or verb.lemma not in governors.BETWEEN else []
            verb_head = self._light_verb(i)
            if not found and verb_head is not None and word != "of":
                found = self._objects_of(verb_head, word)
        return found

    def _objects_of(self, i: int, word: str | None = None) -> list[int]:
        """Objects of the preposition `word` that hangs on the token, of any where none is given."""
        out: list[int] = []
        for prep in self.tree.children(i, "prep", "agent", "dative"):
            out += self._through(prep, word or prep.lemma)
        return out

    def _through(self, prep: Token, word: str) -> Iterator[int] | list[int]:
        """Objects of `prep` if it is `word`; else those of a preposition inside it ("on behalf of", "out of")."""
        if prep.lemma == word or prep.text.lower() == word:
            return [t.i for t in self.tree.children(prep.i, "pobj", "pcomp")]
        inner = self.tree.children(prep.i, "prep")
        return [t.i for p in inner if p.lemma == word for t in self.tree.children(p.i, "pobj")]

    def _light_verb(self, i: int) -> int | None:
        """The verb that the noun makes one act with: "held" over "talks", also passive and behind a preposition."""
        token = self.tree[i]
        while token.dep == "conj" and self.tree[token.head].pos in NOUNS:
            token = self.tree[token.head]
        head = self.tree[token.head]
        if token.dep == "pobj" and head.lemma in ("during", "in", "at") and self._objects_of(token.i, "with"):
            # "said in a call with the king": who says it makes the call.
            return head.head if self.tree[head.head].pos in ("VERB", "AUX") else None
        if token.dep == "pobj" and head.lemma == "on" and self.tree.child(i, "det", "amod") is not None:
            # "met the king on a visit": who meets visits; "spoke on the attack" lends it nothing.
            indefinite = any(c.lemma in ("a", "an") for c in self.tree.children(i, "det"))
            return head.head if indefinite and self.tree[head.head].pos == "VERB" else None
        if token.dep == "pobj":
            # "agreed during talks" borrows nothing; "engaged in talks", "joined in the attack" do.
            if head.lemma not in ("in", "into", "with", "out") or self.tree[head.head].lemma not in self.light:
                return None
            return head.head
        if token.dep == "attr" and head.lemma in ("be", "become", "remain"):
            # "Chad is the largest donor to Niger": the subject of the copula is who does it.
            return head.i
        if token.dep in ("dobj", "nsubjpass") and head.lemma in self.light:
            return head.i
        if token.dep == "nsubj" and head.lemma in self.light and not self.tree.children(head.i, "dobj"):
            return head.i
        return None

    def _with_partners(self, i: int) -> list[int]:
        """The subject and on whose behalf or together with whom it acts; nobody where there is no subject."""
        found = self.subject(i)
        preps = self.tree.children(i, "prep")
        partners = [p for prep in preps for p in self._objects_of_behalf(prep)]
        partners += [p for prep in preps if self._joins(prep, i) for p in self._through(prep, "with")]
        return list(dict.fromkeys([*found, *partners])) if found else []

    def companions(self, noun: int) -> list[int]:
        """Who is named beside the noun as taking part: "Oman, along with Qatar", "the envoy, on behalf of Mali"."""
        preps = self.tree.children(noun, "prep")
        found = [p for prep in preps for p in self._objects_of_behalf(prep)]
        return found + [p for prep in preps if self._joins(prep, noun) for p in self._through(prep, "with")]

    def _objects_of_behalf(self, prep: Token) -> list[int]:
        behalf = [t for t in self.tree.children(prep.i, "pobj") if t.lemma == "behalf"]
        return [p for t in behalf for p in (self._objects_of(t.i, "of") or self._step(t.i, "poss"))]

    def _joins(self, prep: Token, head: int) -> bool:
        """Whether the preposition adds a partner: "together with", and "along with" unless it follows an object."""
        if prep.lemma == "along":
            return prep.i < head or self.tree[head].pos in NOUNS
        return prep.lemma == "with" and any(c.lemma in governors.TOGETHER for c in self.tree.children(prep.i, "advmod"))

    def _host(self, i: int) -> list[int]:
        """Who lends the noun its subject: "Chad" in "Chad held talks"."""
        verb = self._light_verb(i)
        if verb is None:
            return self._host_of_cause(i)
        hosts = self._with_partners(verb)
        return [h for h in hosts if h != i and not any(h == c.i for c in self.tree.conjuncts(i))]

    def _host_of_cause(self, i: int) -> list[int]:
        """Whose act a talk with somebody caused: "Egypt" in "a call with the king prompted Egypt's decision"."""
        token = self.tree[i]
        above = self.tree[token.head]
        verb = self.tree[above.head] if above.dep == "agent" else above
        if verb.lemma not in governors.CAUSES or token.dep not in ("nsubj", "pobj") or not self._objects_of(i, "with"):
            return []
        return [p for caused in self.object(verb.i) for p in self._step(caused, "poss")]

"""What depends on a trigger, by deep role: who acts, who is acted on, and what each preposition brings.

Passives, relative and reduced clauses, participles, control ("urged Kenya to withdraw"), coordination and light verbs
("held talks with") are undone here, so that a rule of the lexicon states one frame for all of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.lexicon.schema import slot_steps
from dragoman.model.tree import Token, Tree

RELATIVE = frozenset({"WDT", "WP", "WP$"})
OBJECT_CONTROL = frozenset(
    "urge ask order tell force allow persuade invite encourage warn press call require permit enable authorize "
    "authorise appeal beg instruct command compel push lobby advise help let make cause expect want".split()
)
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
        if self.tree.child(i, "auxpass", "nsubjpass") is not None:
            return True
        if token.tag != "VBN" or self.tree.child(i, "aux", "nsubj") is not None:
            return False
        if token.dep in ("acl", "amod"):
            return self.tree.child(i, "dobj") is None or self.tree.child(i, "agent") is not None
        head = self.tree[token.head]
        return token.dep == "conj" and head.tag == "VBN" and head.i != i and self.is_passive(head.i)

    def particles(self, i: int) -> list[Token]:
        """Particles, adverbs and bare prepositions of the verb: "out", "back", "down"."""
        return self.tree.children(i, "prt", "advmod", "prep", "neg")

    def clauses(self, i: int) -> list[Token]:
        """Heads of what the token says of somebody: clauses, clauses behind a preposition, predicative adjectives."""
        own = ("ccomp", "xcomp", "pcomp", "acl", "oprd", "acomp", "attr")
        out = self.tree.children(i, *own, *(("advcl",) if self.tree[i].pos == "ADJ" else ()))
        holders = [i, *(t.i for t in self.tree.children(i, "dobj", "nsubjpass"))]
        out += [t for t in self.tree.children(i, "advcl") if t.tag == "VB"]
        for prep in (p for h in holders for p in self.tree.children(h, "prep")):
            out += self.tree.children(prep.i, "pcomp", "amod", "acomp")
        return out

    def subject(self, i: int, depth: int = 0) -> list[int]:
        """The deep subject: who does what the verb says, found through control and coordination."""
        token = self.tree[i]
        if self.is_passive(i):
            found = [p.i for a in self.tree.children(i, "agent") for p in self.tree.children(a.i, "pobj")]
            return found or (self.subject(token.head, depth + 1) if self._shares_agent(i, depth) else [])
        own = self.tree.children(i, "nsubj", "expl")
        if own:
            return [self._antecedent(t) for t in own if t.dep != "expl"]
        if depth > 4 or token.head == i:
            return []
        return self._controller(token, depth)

    def _shares_agent(self, i: int, depth: int) -> bool:
        token = self.tree[i]
        return token.dep == "conj" and depth < 3 and self.is_passive(token.head)

    def _controller(self, token: Token, depth: int) -> list[int]:
        """Who is understood as subject of a verb that has none."""
        head = self.tree[token.head]
        if token.dep in ("acl", "relcl") and head.pos in (*NOUNS, "PRON", "NUM"):
            return [head.i]
        if token.dep == "conj":
            return self.subject(head.i, depth + 1) if not self.is_passive(head.i) else self.object(head.i, depth + 1)
        if token.dep in ("xcomp", "ccomp"):
            objects = [t.i for t in self.tree.children(head.i, "dobj", "dative")]
            if objects and head.lemma in OBJECT_CONTROL:
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
            return [above.i] if above.pos in NOUNS else []
        if head.pos == "AUX" or token.dep == "acomp":
            return self.subject(head.i, depth + 1)
        return []

    def object(self, i: int, depth: int = 0) -> list[int]:
        """The deep object: direct object, passive subject, or the noun that a reduced passive stands by."""
        token = self.tree[i]
        if self.is_passive(i):
            own = self.tree.children(i, "dobj") or self.tree.children(i, "nsubjpass")
            if own:
                return [self._antecedent(t) for t in own]
            head = self.tree[token.head]
            if token.dep in ("acl", "amod", "relcl") and head.pos in (*NOUNS, "PRON", "NUM"):
                return [head.i]
            if token.dep in ("conj", "xcomp", "advcl") and depth < 3 and head.i != i:
                return self.object(head.i, depth + 1) if self.is_passive(head.i) else self.subject(head.i, depth + 1)
            return []
        own = self.tree.children(i, "dobj")
        if own:
            return [self._antecedent(t) for t in own]
        subject = self.tree.child(i, "nsubj")
        if token.dep == "relcl" and subject is not None and subject.tag not in RELATIVE:
            # "the treaty (that) Chad signed": the noun before is the object, unless a preposition is left hanging.
            hanging = any(not self.tree.children(p.i) for p in self.tree.children(i, "prep"))
            return [] if hanging else [self._whole_group(token.head, token)]
        later = [c for c in self.tree.children(i, "conj") if c.i > i and c.pos == "VERB"]
        if (
            later
            and depth < 2
            and not self.tree.children(i, "prep", "ccomp", "xcomp")
            and not self._intervening(i, later[0])
        ):
            return [t.i for t in self.tree.children(later[0].i, "dobj")]
        return []

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
        current = self.tree[noun]
        while plural and current.dep == "conj" and current.tag in ("NN", "NNP"):
            current = self.tree[current.head]
        return current.i

    def _finite(self, clause: Token) -> list[Token]:
        return [clause, *self.tree.children(clause.i, "aux", "auxpass")]

    def _step(self, i: int, step: str) -> list[int]:
        token = self.tree[i]
        if step == "subj":
            return self.subject(i) if token.pos in ("VERB", "AUX", "ADJ") else self._host(i)
        if step == "obj":
            return self.object(i)
        if step == "iobj":
            datives = self.tree.children(i, "dative")
            if self.is_passive(i) and self.tree.child(i, "dobj") is not None:
                # "Somalia was given aid": who gets it is the subject.
                datives += self.tree.children(i, "nsubjpass")
            return [p.i for d in datives for p in (self.tree.children(d.i, "pobj") or [d])]
        if step == "comp":
            return [
                s.i
                for c in self.tree.children(i, "ccomp", "xcomp")
                for s in self.tree.children(c.i, "nsubj", "nsubjpass")
            ]
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
        if not found and token.pos in ("VERB", "AUX"):
            found = [p for o in self.object(i) if word != "of" for p in self._objects_of(o, word)]
        if not found and token.pos in NOUNS and word == "by":
            # "the arrest of a monk by soldiers": the parser hangs the by-phrase on the monk.
            found = [p for o in self._objects_of(i, "of") for p in self._objects_of(o, "by")]
        if not found and token.pos in NOUNS:
            for verb in self.tree.children(i, "acl", "relcl"):
                found += self._objects_of(verb.i, word)
            verb_head = self._light_verb(i)
            if not found and verb_head is not None and word != "of":
                found = self._objects_of(verb_head, word)
        return found

    def _objects_of(self, i: int, word: str) -> list[int]:
        out: list[int] = []
        for prep in self.tree.children(i, "prep", "agent", "dative"):
            out += self._through(prep, word)
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

    def _host(self, i: int) -> list[int]:
        """Who lends the noun its subject: "Chad" in "Chad held talks"."""
        verb = self._light_verb(i)
        if verb is None:
            return []
        hosts = self.subject(verb)
        return [h for h in hosts if h != i and not any(h == c.i for c in self.tree.conjuncts(i))]

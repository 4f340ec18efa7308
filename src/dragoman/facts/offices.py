"""Who holds or held which office, who commands a unit, who leads a party.

| where the office stands | as in |
|---|---|
| before the name | "Ghana's Trade Minister Ama Darko", "commander of the Fourth Fleet Admiral Silva" |
| before the name, between commas | "the trade minister, Ama Darko, said" |
| after the name | "Ama Darko, spokeswoman for the Lagos police, said" |
| with several names | "Presidents Ama Darko and Pablo Rojas"; a counterpart's: counterparts.py |
| after a verb | "Darko is the trade minister", "Darko, who was mayor of Tema", "was named trade minister" |
| without the name | "the Ghanaian president said", where the report names the known holder elsewhere |
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dragoman.facts.clauses import antecedent, clause_time, is_negated, is_real, subjects
from dragoman.facts.titles import Title, TitleReader
from dragoman.facts.view import Thing, View
from dragoman.facts.words import word_class
from dragoman.kb.load import Knowledge
from dragoman.kb.posts import closes
from dragoman.model.actor import Reference
from dragoman.model.layers import Layers, Mention
from dragoman.model.span import Span
from dragoman.model.tree import Token

NAMING = word_class("naming")
BEING = frozenset({"be", "become", "remain"})
POSTS = word_class("posts")
SERVING = word_class("serving")
LEAVING = word_class("leaving")
DISMISSING = word_class("dismissing")
STYLES = frozenset({"Ambassador", "Minister", "Judge"})
"""Offices that also stand before a name as a form of address."""
LOSSES = word_class("losses")
ENTERING = word_class("entering")
ENTERED = word_class("entered")
NATIONAL = word_class("national")


@dataclass(frozen=True, slots=True)
class Office:
    """A person's post as one place of the text states it."""

    person: Thing
    title: Title
    evidence: Span
    sentence: int
    former: bool
    begun: date | None = None
    ended: date | None = None


def read_offices(view: View) -> Iterator[Office]:
    """Every office stated beside a name in the sentence, in the order of names."""
    reader = TitleReader(view)
    for mention, reference in view.persons():
        person, first = _bare_name(view, reader, mention, reference)
        for title in _beside(view, reader, mention, first):
            former = title.former or _dismissed(view, title, mention)
            yield Office(person, title, _evidence(view, title, mention), view.tree.sentence, former)
    yield from _plural(view, reader)
    yield from _predicated(view, reader)


def _plural(view: View, reader: TitleReader) -> Iterator[Office]:
    """Two persons of one title: "Presidents Ama Darko and Pablo Rojas"; the state of each is worked out later."""
    tree = view.tree
    for noun in tree:
        title = reader.plural(noun.i)
        end = noun.i
        for mention, reference in view.persons() if title is not None else ():
            between = tree.tokens[end + 1 : mention.first]
            listed = all(t.lemma in ("of", "and", ",") or (end > noun.i and t.pos == "PROPN") for t in between)
            if title is None or mention.first <= end or not listed or (end == noun.i and between):
                continue
            end = mention.last
            whole = _with_body_after(view, reader, title, mention)
            span = Span(noun.start, mention.span.end)
            yield Office(Thing.of(reference), whole, span, tree.sentence, former=False)


def _dismissed(view: View, title: Title, mention: Mention) -> bool:
    """Whether the words around the post tell that its holder has lost it: "sacked", "the dismissal of"."""
    tree = view.tree
    core = next((t for t in title.tokens if t.lemma.lower() == title.role.lemma.split()[-1]), tree[mention.last])
    for head in (core, tree[mention.last]):
        noun = tree[tree[head.head].head] if head.dep == "pobj" and tree[head.head].lemma == "of" else head
        if noun.lemma.lower() in LOSSES and noun.pos == "NOUN":
            return True
        verb = tree[head.head]
        lost = head.dep in ("dobj", "nsubjpass") and verb.lemma.lower() in DISMISSING
        if lost and is_real(tree, verb.i) and not is_negated(tree, verb.i):
            return True
    return False


def _bare_name(view: View, reader: TitleReader, mention: Mention, reference: Reference) -> tuple[Thing, int]:
    """The person without an office that the tagger took for part of the name ("King Haakon"), and the name's token."""
    tree, person, first = view.tree, Thing.of(reference), mention.first
    for at in range(mention.first + 1, mention.last + 1):
        if reader.is_office(tree.tokens[mention.first : at]):
            first = at
    lead = " ".join(t.text for t in tree.tokens[mention.first : first])
    name = person.name.removeprefix(lead).strip() if lead else person.name
    while (
        first > 0 and tree[first - 1].text.isupper() and tree[first - 1].head in range(mention.first, mention.last + 1)
    ):
        # Initials that the tagger left out of the name: "HR", "J.R.".
        first -= 1
    return Thing(name or person.name, person.entity), first


def _beside(view: View, reader: TitleReader, mention: Mention, first: int) -> Iterator[Title]:
    """The titles before and after a name whose own first token is `first`."""
    title = reader.before(first)
    if title is None or (title.body is None and title.words in STYLES):
        # "the vice minister of trade, Ambassador Ama Darko": what stands next to the name is a form of address.
        title = _before_comma(view, reader, mention, title.tokens[0].i if title else first) or title
    if title is not None:
        yield _with_body_after(view, reader, title, mention)
    yield from _appositions(view, reader, mention)


def _before_comma(view: View, reader: TitleReader, mention: Mention, first: int) -> Title | None:
    """The office in "the prime minister, Ama Darko, said", but not in "besides the king, Darko met"."""
    tree = view.tree
    comma = reader.before_ranks(first) - 1
    if comma < 1 or tree[comma].text != ",":
        return None
    title = reader.before(comma)
    if title is None or not title.tokens:
        return None
    title = _spokesman_for(view, title) or title
    end = mention.last + 1
    closed = end >= len(tree) or tree[end].pos in ("PUNCT", "CCONJ")
    start = title.tokens[0].i
    governed = tree[start].pos in ("ADP", "SCONJ") or (start > 0 and tree[start - 1].pos in ("ADP", "SCONJ"))
    if not closed and governed:
        return None
    return title


def _spokesman_for(view: View, title: Title) -> Title | None:
    """ "spokesman for the president" as one post, where `title` is the president's alone."""
    tokens = list(title.tokens)
    spoken = (k for k, t in enumerate(tokens[:-1]) if t.lemma.lower() in POSTS and tokens[k + 1].lemma in ("for", "to"))
    k = next(spoken, None)
    found = view.knowledge.role([tokens[k].lemma.lower()]) if k is not None else None
    if k is None or found is None or tokens[-1].lemma.lower() != title.role.lemma.split()[-1]:
        return None
    tokens = tokens[k:]
    words = view.words(tokens)
    return replace(title, role=found[0], words=words, body=None, body_type=None, owner=None, tokens=tuple(tokens))


def _with_body_after(view: View, reader: TitleReader, title: Title, mention: Mention) -> Title:
    """The title with whose it is, where that follows the name: "Judge Ama Darko of the Tema court"."""
    at = mention.last + 1
    if title.body is not None or at >= len(view.tree) or view.tree[at].lemma.lower() not in ("of", "for"):
        return title
    heads = [p.i for p in view.tree.children(at, "pobj")]
    part = [t for t in view.tree.tokens[at : heads[0] + 1] if t.pos != "PUNCT"] if heads else []
    body = reader.bodies.complement(part, field=False) if part else None
    if body is None or body.type == "person":
        return title
    return replace(title, body=body.thing, body_type=body.type, code=body.code, owner=None)


def _appositions(view: View, reader: TitleReader, mention: Mention) -> list[Title]:
    """The offices in "Ama Darko, premier and trade minister of Ghana, said"; a name after them makes them its own.

    The second office's body is the first one's too.
    """
    tree = view.tree
    at = mention.last + 1
    if at + 1 >= len(tree) or tree[at].text not in (",", "("):
        return []
    if tree[at + 1].pos == "NUM" and at + 2 < len(tree) and tree[at + 2].text == ",":
        at += 2
    title = reader.after(at + 1)
    if title is None:
        return []
    titles, end = [title], title.tokens[-1].i + 1
    more = reader.after(end + 1) if end < len(tree) and tree[end].lemma == "and" else None
    if more is not None:
        shared = title if title.body is not None else more
        titles = [
            replace(t, body=t.body or shared.body, body_type=t.body_type or shared.body_type) for t in (title, more)
        ]
        end = more.tokens[-1].i + 1
    return titles if closes(tree, end) and not _named_next(view, end) else []


def _named_next(view: View, end: int) -> bool:
    tree = view.tree
    start = end + 1 if end < len(tree) and tree[end].text == "," else end
    return any(m.label == "PERSON" and m.first == start for m in view.mentions)


def _predicated(view: View, reader: TitleReader) -> Iterator[Office]:
    """Offices told by a verb: "is", "became", "was elected", "served as"."""
    tree = view.tree
    for verb in tree:
        if verb.pos not in ("VERB", "AUX") or not is_real(tree, verb.i) or is_negated(tree, verb.i):
            continue
        subject, head = _complements(view, verb)
        if subject is None or head is None:
            continue
        phrase = tree.subtree(head.i)
        person = next((r for r in view.references(antecedent(tree, subject)) if r.type == "person"), None)
        title = reader.after(phrase[0].i, stop=phrase[-1].i + 1)
        if person is None or title is None or title.tokens[0].i > head.i or not Thing.of(person).is_name:
            continue
        lemma, time = verb.lemma.lower(), clause_time(view, verb.i)
        past = verb.tag == "VBD" and lemma in SERVING | {"be"}
        span = Span(min(person.span.start, title.tokens[0].start), max(person.span.end, title.tokens[-1].end))
        yield Office(
            Thing.of(person),
            title,
            span,
            tree.sentence,
            former=title.former or past or lemma in LEAVING,
            begun=time.start if time is not None and lemma in NAMING | {"become"} else None,
            ended=time.end if time is not None and lemma in LEAVING else None,
        )


def _complements(view: View, verb: Token) -> tuple[Token | None, Token | None]:
    """Whom the verb speaks of and the head of the office that it gives them."""
    tree, lemma = view.tree, verb.lemma.lower()
    if lemma in BEING:
        return tree.child(verb.i, "nsubj"), tree.child(verb.i, "attr")
    if lemma in NAMING:
        whom = tree.child(verb.i, "nsubjpass") or tree.child(verb.i, "dobj")
        return whom, tree.child(verb.i, "oprd", "attr") or _as(view, verb.i)
    if lemma in SERVING | LEAVING:
        return tree.child(verb.i, "nsubjpass", "nsubj"), _as(view, verb.i)
    return None, None


def _as(view: View, verb: int) -> Token | None:
    """The complement of "as" with the verb."""
    tree = view.tree
    for prep in tree.children(verb, "prep"):
        if prep.lemma.lower() == "as":
            return tree.child(prep.i, "pobj")
    return None


def known_holders(layers: Layers, knowledge: Knowledge) -> dict[tuple[str, str], Thing]:
    """Whom the report names that the knowledge base knows in office on that day, by role and state code."""
    out: dict[tuple[str, str], Thing] = {}
    for entity in layers.actors.entities if layers.actors else ():
        known = knowledge.person(entity.name, on=layers.document.published) if entity.type == "person" else None
        if known is None or known.office is None or known.code is None:
            continue
        role = knowledge.role(known.office.rpartition(" of ")[0].lower().split())
        if role is not None:
            out.setdefault((role[0].lemma, known.code), Thing(" ".join(entity.name.split()), entity.id))
    return out


def read_unnamed(view: View, holders: Mapping[tuple[str, str], Thing]) -> Iterator[Office]:
    """ "the Peruvian president said" as the office of the president whom the report names elsewhere."""
    reader = TitleReader(view)
    for token in view.tree:
        if token.pos not in ("NOUN", "PROPN") or token.tag in ("NNS", "NNPS"):
            continue
        title = reader.before(token.i + 1)
        if title is None or title.former or title.code is None or title.tokens[-1].i != token.i:
            continue
        person = holders.get((title.role.lemma, title.code))
        if person is not None and title.body_type == "state":
            tokens = [t for t in title.tokens if t.pos != "DET"]
            yield Office(person, title, view.tree.span(tokens), view.tree.sentence, former=False)


def dated(offices: Sequence[Office], views: Iterable[View]) -> list[Office]:
    """The offices at the head of a state with the day their term began by "who took office in 2022", said elsewhere."""
    begun: dict[str, date] = {}
    for view in views:
        for verb in view.tree:
            taken = view.tree.child(verb.i, "dobj")
            told = verb.lemma.lower() in ENTERING and taken is not None and taken.lemma.lower() in ENTERED
            time = clause_time(view, verb.i) if told else None
            if time is None or time.start is None or not is_real(view.tree, verb.i) or is_negated(view.tree, verb.i):
                continue
            for person in view.all_of(subjects(view.tree, verb.i), "person"):
                begun.setdefault(person.name, time.start)
    return [
        replace(o, begun=begun[o.person.name])
        if o.person.name in begun and o.begun is None and not o.former and o.title.role.lemma.split()[-1] in NATIONAL
        else o
        for o in offices
    ]


def _evidence(view: View, title: Title, mention: Mention) -> Span:
    tokens = [t for t in title.tokens if t.pos != "DET"] or list(title.tokens)
    span = view.tree.span(tokens)
    return Span(min(span.start, mention.span.start), max(span.end, mention.span.end))

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

from dragoman.facts.clauses import BEING, after, agents, antecedent, clause_time, is_negated, is_real, subjects
from dragoman.facts.holders import Holder, holders
from dragoman.facts.titles import Title, TitleReader
from dragoman.facts.view import Thing, View
from dragoman.facts.words import word_class
from dragoman.kb.load import Knowledge
from dragoman.kb.posts import closes
from dragoman.model.layers import Layers
from dragoman.model.span import Span
from dragoman.model.tree import Token

NAMING = word_class("naming")
POSTS = word_class("posts")
SERVING = word_class("serving")
LEAVING = word_class("leaving")
REMOVING = word_class("removing")
REPLACING = word_class("replacing")
BEGINNING = NAMING | REPLACING | {"become"}
DISMISSING = word_class("dismissing")
STYLES = frozenset({"Ambassador", "Minister", "Judge"})
"""Offices that also stand before a name as a form of address."""
RELIEVING = word_class("relieving")
RELIEVED_OF = word_class("relieved_of")
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
    for holder in holders(view):
        person, first = _bare_name(view, reader, holder)
        for title in _beside(view, reader, holder, first):
            if holder.sure or title.role.office:
                former = title.former or _dismissed(view, title, holder)
                yield Office(person, title, _evidence(view, title, holder), view.tree.sentence, former)
    yield from _plural(view, reader)
    yield from _predicated(view, reader)


def _plural(view: View, reader: TitleReader) -> Iterator[Office]:
    """Two persons of one title: "Presidents Ama Darko and Pablo Rojas"; the state of each is worked out later."""
    tree = view.tree
    for noun in tree:
        title = reader.plural(noun.i)
        end = noun.i
        for holder in holders(view) if title is not None else ():
            between = tree.tokens[end + 1 : holder.first]
            listed = all(t.lemma in ("of", "and", ",") or (end > noun.i and t.pos == "PROPN") for t in between)
            if title is None or holder.first <= end or not listed or (end == noun.i and between):
                continue
            end = holder.last
            whole = _with_body_after(view, reader, title, holder)
            span = Span(noun.start, holder.span.end)
            yield Office(holder.thing, whole, span, tree.sentence, former=False)


def _dismissed(view: View, title: Title, holder: Holder) -> bool:
    """Whether the words around the post tell that its holder has lost it: "sacked", "the dismissal of"."""
    tree = view.tree
    core = next((t for t in title.tokens if t.lemma.lower() == title.role.lemma.split()[-1]), tree[holder.last])
    for head in (core, tree[holder.last]):
        noun = tree[tree[head.head].head] if head.dep == "pobj" and tree[head.head].lemma == "of" else head
        if noun.lemma.lower() in LOSSES and noun.pos == "NOUN":
            return True
        verb = tree[head.head]
        lost = head.dep in ("dobj", "nsubjpass") and _is_dismissal(view, verb)
        if lost and is_real(tree, verb.i) and not is_negated(tree, verb.i):
            return True
    return False


def _is_dismissal(view: View, verb: Token) -> bool:
    """Whether the verb takes an office from its object; to be "relieved" is that only with "of his post"."""
    own = (t for t in view.tree.tokens[verb.i :] if t.lemma.lower() in RELIEVED_OF and view.tree.child(t.i, "poss"))
    posts = [t for t in own if view.tree[t.head].lemma.lower() in ("of", "from")]
    return verb.lemma.lower() in DISMISSING or (verb.lemma.lower() in RELIEVING and bool(posts))


def _bare_name(view: View, reader: TitleReader, holder: Holder) -> tuple[Thing, int]:
    """The person without an office that the tagger took for part of the name ("King Haakon"), and the name's token."""
    tree, person, first = view.tree, holder.thing, holder.first
    for at in range(holder.first + 1, holder.last + 1):
        if reader.is_office(tree.tokens[holder.first : at]):
            first = at
    lead = " ".join(t.text for t in tree.tokens[holder.first : first])
    name = person.name.removeprefix(lead).strip() if lead else person.name
    inside = range(holder.first, holder.last + 1)
    while first > 0 and tree[first - 1].text.isupper() and tree[first - 1].head in inside:
        if reader.is_office(tree.tokens[first - 1 : first]):
            break  # "MP"
        first -= 1  # initials that the tagger left out of the name: "HR", "J.R."
    return Thing(name or person.name, person.entity), first


def _beside(view: View, reader: TitleReader, holder: Holder, first: int) -> Iterator[Title]:
    """The titles before and after a name whose own first token is `first`."""
    title = reader.before(first)
    if title is None or (title.body is None and title.words in STYLES):
        # "the vice minister of trade, Ambassador Ama Darko": what stands next to the name is a form of address.
        title = _before_comma(view, reader, holder, title.tokens[0].i if title else first) or title
    if title is not None:
        yield _with_body_after(view, reader, title, holder)
    yield from _appositions(view, reader, holder)


def _before_comma(view: View, reader: TitleReader, holder: Holder, first: int) -> Title | None:
    """The office in "the prime minister, Ama Darko, said", but not in "besides the king, Darko met"."""
    tree = view.tree
    comma = reader.before_ranks(first) - 1
    if comma < 1 or tree[comma].text != ",":
        return None
    title = reader.before(comma)
    if title is None or not title.tokens:
        return None
    title = _spokesman_for(view, title) or title
    end = holder.last + 1
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


def _with_body_after(view: View, reader: TitleReader, title: Title, holder: Holder) -> Title:
    """The title with whose it is, where that follows the name: "Judge Ama Darko of the Tema court"."""
    at = holder.last + 1
    if title.body is not None or at >= len(view.tree) or view.tree[at].lemma.lower() not in ("of", "for"):
        return title
    heads = [p.i for p in view.tree.children(at, "pobj")]
    part = [t for t in view.tree.tokens[at : heads[0] + 1] if t.pos != "PUNCT"] if heads else []
    body = reader.bodies.complement(part, field=False) if part else None
    if body is None or body.type == "person":
        return title
    return replace(title, body=body.thing, body_type=body.type, code=body.code, owner=None)


def _appositions(view: View, reader: TitleReader, holder: Holder) -> list[Title]:
    """The offices in "Ama Darko, premier and trade minister of Ghana, said"; a name after them makes them its own.

    The second office's body is the first one's too, but not in "premier of Ghana and a former judge".
    """
    tree = view.tree
    at = holder.last + 1
    if at + 1 >= len(tree) or tree[at].text not in (",", "("):
        return []
    if tree[at + 1].pos == "NUM" and at + 2 < len(tree) and tree[at + 2].text == ",":
        at += 2
    title = reader.after(at + 1) if tree[at + 1].pos != "CCONJ" else None
    if title is None:
        return []  # "Darko, and the premier of Ghana" are two
    titles, end = [title], title.tokens[-1].i + 1
    more = reader.after(end + 1) if end < len(tree) and tree[end].lemma == "and" else None
    if more is not None:
        titles = [title, more]
        if not reader.begins_another(end):
            shared = title if title.body is not None else more
            titles = [replace(t, body=t.body or shared.body, body_type=t.body_type or shared.body_type) for t in titles]
        end = more.tokens[-1].i + 1
    closed = closes(tree, end) or reader.begins_another(end)
    return titles if closed and not _named_next(view, end) else []


def _named_next(view: View, end: int) -> bool:
    tree = view.tree
    start = end + 1 if end < len(tree) and tree[end].text == "," else end
    return any(m.label == "PERSON" and m.first == start for m in view.mentions)


def _predicated(view: View, reader: TitleReader) -> Iterator[Office]:
    """Offices told by a verb: "is", "became", "was elected", "served as", "replaced Rojas as"."""
    tree = view.tree
    for verb in tree:
        if verb.pos not in ("VERB", "AUX") or not is_real(tree, verb.i) or is_negated(tree, verb.i):
            continue
        for whom, head, left in _complements(view, verb):
            phrase = tree.subtree(head.i)
            person = _person(view, antecedent(tree, whom))
            title = reader.after(phrase[0].i, stop=phrase[-1].i + 1)
            if person is None or title is None or title.tokens[0].i > head.i:
                continue
            if not person.thing.is_name or not (person.sure or title.role.office):
                continue
            lemma, time = verb.lemma.lower(), clause_time(view, verb.i)
            past = verb.tag == "VBD" and lemma in SERVING | {"be"}
            span = Span(min(person.span.start, title.tokens[0].start), max(person.span.end, title.tokens[-1].end))
            yield Office(
                person.thing,
                title,
                span,
                tree.sentence,
                former=title.former or past or left,
                begun=time.start if time is not None and lemma in BEGINNING and not left else None,
                ended=time.end if time is not None and left else None,
            )


def _person(view: View, i: int) -> Holder | None:
    """Whom the token means: a pronoun's person too, and a name that only an office can make a person's."""
    found = next((r for r in view.references(i) if r.type == "person"), None)
    if found is not None:
        return Holder(Thing.of(found), i, i, found.span)
    return next((h for h in holders(view) if h.last == i), None)


def _complements(view: View, verb: Token) -> Iterator[tuple[Token, Token, bool]]:
    """Whom the verb speaks of, the head of the office that it tells of, and whether it takes that office from them."""
    tree, lemma = view.tree, verb.lemma.lower()
    subject, passive, direct = (tree.child(verb.i, dep) for dep in ("nsubj", "nsubjpass", "dobj"))
    if lemma in BEING:
        told = [(subject, tree.child(verb.i, "attr"), False)]
    elif lemma in NAMING:
        told = [(passive or direct, tree.child(verb.i, "oprd", "attr") or _as(view, verb.i), False)]
    elif lemma in SERVING | LEAVING:
        told = [(passive or subject, _as(view, verb.i), lemma in LEAVING)]
    elif lemma in REMOVING | REPLACING:
        head = _as(view, verb.i)
        by = [*agents(tree, verb.i), *(after(tree, head.i, "by") if head is not None else [])]
        told = [(passive or direct, head, True)]
        told += [(subject or (tree[by[0]] if by else None), head, False)] if lemma in REPLACING else []
    else:
        return
    yield from ((whom, head, left) for whom, head, left in told if whom is not None and head is not None)


def _as(view: View, verb: int) -> Token | None:
    """The complement of "as" with the verb, or right after its object, wherever the parser hangs it."""
    tree = view.tree
    named = tree.child(verb, "dobj")
    behind = tree.tokens[named.i + 1 : named.i + 2] if named is not None and named.i > verb else ()
    for prep in (*tree.children(verb, "prep"), *behind):
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


def _evidence(view: View, title: Title, holder: Holder) -> Span:
    tokens = [t for t in title.tokens if t.pos != "DET"] or list(title.tokens)
    span = view.tree.span(tokens)
    return Span(min(span.start, holder.span.start), max(span.end, holder.span.end))

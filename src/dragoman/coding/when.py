"""The time of an event: what clause, sentence and narrative say, never more than that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from dragoman.coding.known import noun_dated
from dragoman.coding.narrative import fronted, is_of_speech
from dragoman.coding.source import SPEECH_ACTS
from dragoman.coding.status import Status
from dragoman.model.event import About, Category, EventDate
from dragoman.model.layers import TimeMention
from dragoman.model.tree import Token, Tree

MODIFIERS = ("nummod", "compound", "amod", "nmod", "poss")
CLAUSE_VERBS = ("VERB", "AUX")
PROMISING = frozenset({"AGREE", "CONCEDE", "THREATEN", "REQUEST"})
"""Acts whose promised or demanded act has a time of its own in the record (`about`)."""

OCCASIONS = frozenset({"during", "at", "amid"})
"""Prepositions behind which an event noun has the time of what they hang on."""

AGREEING = frozenset({"agree", "commit", "pledge", "promise", "undertake"})
EARLIER = frozenset({"after", "following", "since"})
"""Words behind which stands what came before."""
SOON_AFTER = 30
"""Days within which what is told to come after something has come."""
RECENT = {"PXD": 7, "PXW": 28, "PXM": 183}
"""How many days "recent days", "recent weeks", "recent months" reach back: a week, four weeks, half a year."""

REACH = {"PXD": 7, "PXW": 28}
"""How many days "days after", "weeks after" count at most."""

COUNT = re.compile(r"P(?P<number>\d{1,3})(?P<unit>[DW])")
"""Amounts of time that lead to a day; from months and years none can be told."""


def choose_time(
    tree: Tree,
    head: int,
    times: Sequence[TimeMention],
    others: frozenset[int],
    *,
    own: bool = False,
    ahead: date | None = None,
) -> TimeMention | None:
    """The dated expression that goes with the trigger: in its own clause, else the nearest clause above it.

    `times` are those of the sentence, `others` the heads of its other triggers. Expressions without an interval never
    date an event, nor does a time that stands inside another clause or by another trigger. With `own`, a clause above
    gives none: what may happen does not happen when it is said. What lies `ahead` of a
    day has no time before that day in its own clause ("will look into the riots of 1962").
    """
    path = _way_up(tree, head)
    ranked = []
    for time in times:
        token = _outermost(tree, time)
        blow = noun_dated(tree, time)
        if time.start is None or token is None or (blow is None and _belongs_to_thing(tree, token, head)):
            continue
        up = _clauses_up(tree, token.i, path, others) if blow is None else 0 if _is_of_blow(tree, blow, head) else None
        past = ahead is not None and time.end is not None and time.end < ahead
        if up is not None and not (up and (own or _is_since(tree, token))) and not (past and not up):
            ranked.append((up, abs(token.i - head), time.span.start, time))
    return min(ranked, key=lambda r: r[:3])[3] if ranked else None


def with_recent(tree: Tree, times: Sequence[TimeMention], *, published: date | None) -> list[TimeMention]:
    """The times of a sentence, with "in recent weeks" as the stretch up to publication that it stands for."""
    if published is None:
        return list(times)
    return [_earlier(tree, _recent(tree, t, published) if t.value in RECENT else t, published) for t in times]


def _earlier(tree: Tree, time: TimeMention, published: date) -> TimeMention:
    """ "Earlier this week" as the days of it before today."""
    if time.start is None or time.end is None or not time.start < published <= time.end:
        return time
    word = tree.token_at(time.span.start)
    return replace(time, end=published - timedelta(1)) if word is not None and word.text.lower() == "earlier" else time


def _recent(tree: Tree, time: TimeMention, published: date) -> TimeMention:
    if time.start is not None or not any(t.lemma == "recent" for t in _inside(tree, time)):
        return time
    return replace(time, start=published - timedelta(RECENT[time.value]), end=published, basis="inferred")


def since_clause(tree: Tree, head: int, times: Sequence[TimeMention], *, published: date | None) -> TimeMention | None:
    """The stretch from what a clause with "since" tells up to publication: "killed since the war began in March"."""
    demanded = [c.i for c in tree.children(head, "xcomp", "advcl") if c.tag == "VB"]
    for clause in (c for verb in (head, *demanded) for c in tree.children(verb, "advcl")):
        if published is not None and any(c.lemma == "since" for c in tree.children(clause.i, "mark")):
            time = choose_time(tree, clause.i, times, frozenset({head}))
            if time is not None and time.start is not None and time.start <= published:
                return replace(time, end=published, basis="inferred")
    return None


def after_clause(tree: Tree, head: int, times: Sequence[TimeMention], *, published: date | None) -> EventDate | None:
    """When background happened that is told to have come after something dated: within a month of it.

    "Chad banned the paper after it printed a letter in May". News that comes after something is of its own day.
    """
    for clause in tree.children(head, "advcl"):
        if published is not None and any(c.lemma == "after" for c in tree.children(clause.i, "mark")):
            time = choose_time(tree, clause.i, times, frozenset({head}), own=True)
            if time is not None and time.start is not None and time.end is not None and time.end < published:
                last = min(published, time.end + timedelta(SOON_AFTER))
                return EventDate(time.start, last, "unknown", "inferred", time.span)
    return None


def followed_by(tree: Tree, head: int, times: Sequence[TimeMention]) -> TimeMention | None:
    """The time of what is told to have come after it: May for the talks of "eased the ban in May after talks resumed".

    "Days after" and "weeks after" give a stretch from so long before it, marked `inferred`; else it is only known to
    have come earlier.
    """
    for step in (head, *(a.i for a in tree.ancestors(head))):
        if tree[step].dep not in ("advcl", "xcomp", "dobj", "conj"):
            return None
        if any(c.lemma == "after" for c in tree.children(step, "mark")):
            above = choose_time(tree, tree[step].head, times, frozenset({step}), own=True)
            reach = next((REACH[t.value] for t in times if t.value in REACH and _counting_word(tree, t)), None)
            if above is None or above.start is None or reach is None:
                return above
            return replace(above, start=above.start - timedelta(reach), basis="inferred")
    return None


def _way_up(tree: Tree, head: int) -> list[int]:
    """The trigger and what stands above it, up to the thing that a relative clause of it describes.

    The men who were held were not held when they are charged; an attack in May that killed them killed them in May.
    """
    path, described = [head], False
    for above in tree.ancestors(head):
        described = described or tree[path[-1]].dep == "relcl" or _is_behind_after(tree, tree[path[-1]])
        if described and above.pos in CLAUSE_VERBS:
            break
        path.append(above.i)
    return path


def _is_behind_after(tree: Tree, step: Token) -> bool:
    """Whether a phrase or clause tells what came before: "met on Friday after a wave of protests"."""
    if step.dep == "prep" and step.lemma in EARLIER:
        return True
    return step.dep == "advcl" and any(c.lemma in EARLIER for c in tree.children(step.i, "mark"))


def _outermost(tree: Tree, time: TimeMention) -> Token | None:
    """The token of the expression that hangs outside it: "night" of "Friday night"."""
    inside = _inside(tree, time)
    first = tree.token_at(time.span.start)
    if first is not None and (preposition := fronted(tree, first)) != first:
        return preposition
    return next((t for t in inside if not time.span.start <= tree[t.head].start < time.span.end), first)


def _is_since(tree: Tree, token: Token) -> bool:
    """Whether the time only begins a stretch, which is that of its own clause: "has been shut since 1993"."""
    return "since" in (token.lemma, tree[token.head].lemma)


def _inside(tree: Tree, time: TimeMention) -> list[Token]:
    """The tokens of the expression."""
    return [t for t in tree if time.span.start <= t.start and t.end <= time.span.end]


def _belongs_to_thing(tree: Tree, token: Token, head: int) -> bool:
    """Whether the time only says which thing is meant ("lifted the 1962 law", "after Friday prayers")."""
    thing = tree[token.head]
    return token.dep in MODIFIERS and thing.i != head and thing.pos in ("NOUN", "PROPN")


def _is_of_blow(tree: Tree, blow: Token, head: int) -> bool:
    """Whether the trigger is the dated event noun or tells what it did: "the May 3 raid that killed two"."""
    does = blow.dep == "nsubj" and blow.head == head
    described = tree[head].dep == "relcl" and any(a.i == blow.i for a in tree.ancestors(head))
    return head == blow.i or does or described


def counted_time(tree: Tree, head: int, times: Sequence[TimeMention], *, published: date | None) -> TimeMention | None:
    """The day a happening has by its distance from what is told: "the launch came three days after Chad attacked".

    The count starts from the day of the clause above; where that has none, from publication.
    """
    path = (head, *(a.i for a in tree.ancestors(head)))
    for time in times:
        count, word = COUNT.fullmatch(time.value), _counting_word(tree, time)
        if count is None or word is None:
            continue
        counted = tree[word.head] if word.dep == "mark" else tree.child(word.i, "pobj")
        if counted is None or counted.i not in path or not _in_clause(tree, path[: path.index(counted.i)]):
            continue
        above = counted.head if word.dep == "mark" else word.head
        base = choose_time(tree, above, times, frozenset())
        day = published if base is None else base.start if base.start == base.end else None
        if day is not None:
            days = int(count["number"]) * (7 if count["unit"] == "W" else 1)
            then = day - timedelta(days if word.lemma == "after" else -days)
            return replace(time, type="DATE", start=then, end=then, granularity="day", basis="relative")
    return None


def _counting_word(tree: Tree, time: TimeMention) -> Token | None:
    """The "after" or "before" that follows an amount of time."""
    last = tree.token_at(time.span.end - 1)
    word = tree[last.i + 1] if last is not None and last.i + 1 < len(tree.tokens) else None
    return word if word is not None and word.lemma in ("after", "before") and word.dep in ("mark", "prep") else None


def _in_clause(tree: Tree, steps: Sequence[int]) -> bool:
    """Whether a way up the tree leaves no clause but by coordination."""
    return all(tree[i].pos not in CLAUSE_VERBS or tree[i].dep == "conj" for i in steps)


def asked_time(tree: Tree, head: int, times: Sequence[TimeMention], *, published: date | None) -> TimeMention | None:
    """The past time that stands with what is asked for ("invited Chad to join in 1997"): it dates the asking."""
    past = [t for t in times if published is not None and t.end is not None and t.end < published]
    for time in past:
        token = _outermost(tree, time)
        over = tree[token.head] if token is not None and token.dep == "pobj" else token
        if over is None or over.lemma == "of":
            continue
        holder = tree[over.head]
        verb = tree[holder.head] if holder.dep == "dobj" else holder
        if _is_asked(tree, verb, head):
            return time
    return None


def promised_time(tree: Tree, head: int, times: Sequence[TimeMention]) -> TimeMention | None:
    """The first of the times that stands below the trigger, in a clause of what is promised too."""
    for time in times:
        token = tree.token_at(time.span.start)
        if token is not None and any(a.i == head for a in tree.ancestors(token.i)):
            return time
    return None


def _clauses_up(tree: Tree, token: int, path: Sequence[int], others: frozenset[int]) -> int | None:
    """How many clauses above the trigger the time hangs; None where it belongs to another clause or trigger."""
    for step in (tree[token], *tree.ancestors(token)):
        if is_of_speech(tree, step, token):
            continue
        if step.i in path:
            return sum(tree[i].pos in CLAUSE_VERBS for i in path[1 : path.index(step.i) + 1])
        if (step.pos in CLAUSE_VERBS and _tells_occasion(tree, step)) or _is_occasion(tree, step):
            continue
        if step.pos in CLAUSE_VERBS and _is_of_pact(tree, step, path[0]):
            continue
        if step.pos in CLAUSE_VERBS and _is_next_deed(tree, step, path) and token > step.i:
            continue
        if step.pos in CLAUSE_VERBS or step.i in others:
            return None
    return None


def _is_asked(tree: Tree, verb: Token, head: int) -> bool:
    """Whether a verb tells what is asked or offered: "invited Chad to join"; only its asking can lie in the past."""
    return verb.tag == "VB" and verb.dep in ("xcomp", "ccomp", "advcl") and verb.head == head and _is_to(tree, verb)


def _is_to(tree: Tree, verb: Token) -> bool:
    return any(c.lemma == "to" for c in tree.children(verb.i, "aux"))


def _is_next_deed(tree: Tree, verb: Token, path: Sequence[int]) -> bool:
    """Whether a verb tells the next deed of the same subject ("was freed and flew home"), with one time behind it.

    So does one that leaves out its auxiliary: "two were killed and nine wounded on Friday".
    """
    gapped = verb.tag == "VBN" and not tree.children(verb.i, "aux", "auxpass")
    subjects = tree.children(verb.i, "nsubj", "nsubjpass", "expl")
    return verb.dep == "conj" and verb.head == path[0] and (gapped or not subjects)


def _is_of_pact(tree: Tree, verb: Token, head: int) -> bool:
    """Whether a participle says when the pact was made under which somebody agrees: "under a deal reached in May"."""
    pact = tree[verb.head]
    under = tree[pact.head]
    return verb.dep == "acl" and under.lemma == "under" and under.head == head and tree[head].lemma in AGREEING


def _is_occasion(tree: Tree, noun: Token) -> bool:
    """Whether a noun only says on what occasion ("met ministers during a visit on Friday")."""
    return noun.dep == "pobj" and tree[noun.head].lemma in OCCASIONS


def _tells_occasion(tree: Tree, verb: Token) -> bool:
    """Whether a clause only says on what occasion ("were killed when a bomb went off on Friday")."""
    return verb.dep == "advcl" and any(c.lemma == "when" for c in tree.children(verb.i, "mark", "advmod"))


def is_old(time: TimeMention, published: date, *, after_days: int) -> bool:
    """Whether the whole interval lies more than `after_days` before publication."""
    return time.end is not None and (published - time.end).days > after_days


def from_time(time: TimeMention) -> EventDate:
    """The event date that an expression gives."""
    return EventDate(time.start, time.end, time.granularity, time.basis, time.span)


def from_publication(published: date) -> EventDate:
    """The day of publication, for news without a time of its own."""
    return EventDate(published, published, "day", "publication", None)


def goes_on(status: Status, tree: Tree, head: int) -> bool:
    """Whether the clause tells what happened next: by a verb in the plain past, or an -ing form with one."""
    if status.past_perfect or status.present_perfect or status.nominal:
        return False
    verbs = (t for t in tree.ancestors(head) if t.pos in CLAUSE_VERBS and t.tag != "VBG")
    main = next(verbs, None) if tree[head].tag == "VBG" and tree.child(head, "aux") is None else None
    return status.past or (main is not None and main.tag == "VBD")


def decide_date(
    category: Category,
    status: Status,
    time: TimeMention | None,
    *,
    published: date | None,
    after_days: int,
    event: Category,
    elsewhere: TimeMention | None = None,
    promised: TimeMention | None = None,
) -> tuple[EventDate, About | None, bool]:
    """The event's date, the promised act's date where the event is a promise, and whether its date is an old one.

    `elsewhere` is the time that the report gives it in another sentence, `promised` the day ahead that it speaks of.
    An undated report dates only what it dates explicitly. Whether it is background is decided later (narrate.py).
    """
    if published is None:
        return (from_time(time) if time is not None else EventDate()), None, False
    about = None
    if promised is not None and category in PROMISING:
        about = About(event if event != category else None, from_time(promised), promised.span)
    if time is not None and time.start is not None and time.start > published:
        # "was granted bail until 1 March": what is told as done was not done in days to come.
        done = (status.past or status.present_perfect) and not (status.future or status.hypothetical)
        return (from_publication(published) if done else from_time(time)), None, False
    if time is not None:
        when = from_time(time)
        if not (status.future or status.hypothetical) and when.end is not None and when.end > published:
            # "arrived this week" cannot mean the days still to come.
            when = replace(when, end=published)
        return when, about, is_old(time, published, after_days=after_days)
    if status.hypothetical or (status.future and category not in SPEECH_ACTS):
        return EventDate(), None, False
    if elsewhere is not None:
        inferred = replace(from_time(elsewhere), basis="inferred", span=None)
        return inferred, about, is_old(elsewhere, published, after_days=after_days)
    return from_publication(published), about, False

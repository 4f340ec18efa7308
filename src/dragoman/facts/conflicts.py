"""Facts that exclude each other, or that our tables are against: the record says so, keeps all and corrects none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from dragoman.facts.view import Thing
from dragoman.facts.words import word_class
from dragoman.kb.fold import fold
from dragoman.kb.load import Knowledge
from dragoman.kb.relations import covers
from dragoman.kb.tables import NameRow
from dragoman.model.fact import FactMention
from dragoman.model.layers import Warning

KIND = "fact_conflict"
NEAR = timedelta(days=31)
"""How far from the day of the fact our tables must say the same: joining is told before and after the day it counts."""
FEWEST_PARTIES = 2
"""An agreement with fewer parties in our table is one with groups inside a state, and not all of them are listed."""
SINGLE = frozenset(entry.replace("_", " ") for entry in word_class("single"))


def fact_conflicts(facts: Sequence[FactMention], knowledge: Knowledge, published: date | None) -> Iterator[Warning]:
    """A warning for every two facts that cannot both hold, and for every fact that our tables are against that day."""
    for one, other in combinations(facts, 2):
        if _denies(one, other):
            message = f"{one.subject} {one.predicate} {one.object}: told as so and as not so"
            yield Warning(KIND, message, (one.evidence, other.evidence))
        elif _two_holders(one, other):
            message = f"{_office(one)}: told to be {one.subject} and {other.subject}"
            yield Warning(KIND, message, (one.evidence, other.evidence))
    holders = KnownHolders(knowledge, published)
    for fact in facts:
        known = holders.other_than(fact.subject, _office(fact))
        if known is not None:
            message = f"{_office(fact)}: told to be {fact.subject}; {known.name} by {known.table}"
            yield Warning(KIND, message, (fact.evidence,))
        against = _table_against(fact, knowledge, published)
        if against is not None:
            told, listed = ("so", "not so") if fact.polarity else ("not so", "so")
            message = f"{fact.subject} {fact.predicate} {fact.object}: told as {told}; {listed} by {against}"
            yield Warning(KIND, message, (fact.evidence,))


def _table_against(fact: FactMention, knowledge: Knowledge, published: date | None) -> str | None:
    """The table that says the opposite of a state's membership, or of its being party to a named agreement."""
    on = (fact.as_of or published) if published is not None else None
    subject = knowledge.lookup(fact.subject, on=on) if on is not None else None
    if on is None or subject is None or subject.kind != "state" or subject.code is None:
        return None
    days = (on - NEAR, on, on + NEAR)
    if fact.predicate == "member_of":
        known = {knowledge.is_member(subject.code, fact.object, day) for day in days}
        return "memberships.csv" if known == {not fact.polarity} else None
    if fact.predicate == "party_to" and Thing(fact.object).is_name:
        known = {_is_party(subject.code, fact.object, knowledge, day) for day in days}
        return "agreement_parties.csv" if known == {not fact.polarity} else None
    return None


def _is_party(code: str, wording: str, knowledge: Knowledge, on: date) -> bool | None:
    """Whether the state is a party on that day; None where we have no such agreement then, or not its parties."""
    agreement = knowledge.agreement(wording, on=on)
    if agreement is None or len(agreement.parties) < FEWEST_PARTIES:
        return None
    if agreement.signed is None or not covers(agreement.signed, agreement.valid_to, on):
        return None
    return any(knowledge.record_code(party) == code for party in agreement.parties_on(on))


def _denies(one: FactMention, other: FactMention) -> bool:
    """Whether the facts are one relation told as so and as not so, at times that may be the same."""
    same = (one.subject, one.predicate, one.object) == (other.subject, other.predicate, other.object)
    return same and one.polarity != other.polarity and _together(one, other)


def _two_holders(one: FactMention, other: FactMention) -> bool:
    office = _office(one)
    return (
        office is not None
        and office == _office(other)
        and not _same_person(one.subject, other.subject)
        and _together(one, other)
    )


def _together(one: FactMention, other: FactMention) -> bool:
    """Whether nothing dates the facts apart: two beginnings follow each other, and an end goes before what stands."""
    if one.valid_from is not None and other.valid_from is not None and one.valid_from != other.valid_from:
        return False
    for first, second in ((one, other), (other, one)):
        stands = second.valid_from or second.as_of
        if first.valid_to is not None and stands is not None and first.valid_to <= stands:
            return False
    return True


def _office(fact: FactMention) -> str | None:
    """The office in small letters, "president, ghana", if it is held and one person alone can hold it."""
    title, _, whose = fact.object.partition(", ")
    return single_office(title, whose) if fact.predicate == "holds_office" and fact.polarity and whose else None


def single_office(title: str, whose: str) -> str | None:
    """The office under which holders are compared; None for a title that several persons can have at a time."""
    words = title.lower()
    return f"{words.replace('defence', 'defense')}, {whose.lower()}" if words in SINGLE else None


def _same_person(one: str, other: str) -> bool:
    """Whether the names can be one person's: all words of one are in the other, or the last ones are alike."""
    a, b = fold(one).lower().split(), fold(other).lower().split()
    return a[-1] == b[-1] or set(a) <= set(b) or set(b) <= set(a)


def _serves(row: NameRow, on: date | None) -> bool:
    """Whether the day lies inside the term, of which both ends are known."""
    if on is None or row.valid_from is None or row.valid_to is None:
        return False
    return row.valid_from < on < row.valid_to


class KnownHolders:
    """Who held which office alone on a day, not counting first and last days and terms without a known end."""

    def __init__(self, knowledge: Knowledge, on: date | None) -> None:
        self.on = on
        self.rows: dict[str, NameRow] = {}
        self.terms: dict[str, list[NameRow]] = {}
        for row in knowledge.rows if on is not None else ():
            state = knowledge.state(row.code) if row.table == "offices.csv" and row.code else None
            office = single_office(row.office, state.name) if state is not None and row.office else None
            if office is not None and not row.office_of:
                self.terms.setdefault(office, []).append(row)
                if _serves(row, on):
                    self.rows[office] = row

    def is_over(self, person: str, office: str | None) -> bool:
        """Whether the person is known by just this name to have held the office, and in no term after that day."""
        known = {fold(person)}
        own = [t for t in self.terms.get(office or "", ()) if not known.isdisjoint(map(fold, (t.name, *t.aliases)))]
        ends = [t.valid_to for t in own if t.valid_to is not None]
        return bool(own) and len(ends) == len(own) and self.on is not None and max(ends) + NEAR < self.on

    def other_than(self, person: str, office: str | None) -> NameRow | None:
        """The known holder of the office, where this is somebody other than `person`."""
        known = self.rows.get(office or "")
        names = (known.name, *known.aliases) if known is not None else ()
        return None if any(_same_person(person, name) for name in names) else known

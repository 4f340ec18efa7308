"""Checks the source files: everything that can be checked without knowing the world."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import pycountry

from dragoman.corpus.build import Built, build
from dragoman.corpus.events import event_problems
from dragoman.corpus.gold import CorpusReport
from dragoman.corpus.marks import uncoded_quotations
from dragoman.corpus.problem import Problem
from dragoman.corpus.read import Corpus, item_field
from dragoman.corpus.repeats import shared_sequences
from dragoman.corpus.source import Coding, Report, SecondCoding
from dragoman.kb.codes import BODY_CODES, EXTRA_STATES, state_code

_SHORT_STYLES = frozenset({"brief", "caption"})
_SHORT, _LONG = (40, 120), (120, 450)
"""Words of a report of a short style, and of any other."""
_ACTING = frozenset({"person", "state", "armed_group", "military_unit", "population"})
"""Types that have a sector, unless they belong to a body."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A corpus with its gold: `gold` and `second` hold what could be built, `problems` everything there is to say."""

    corpus: Corpus
    gold: tuple[CorpusReport, ...]
    second: tuple[CorpusReport, ...]
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that are not notes: the corpus may not be used before they are put right."""
        return tuple(problem for problem in self.problems if not problem.is_note)


def check(corpus: Corpus) -> Checked:
    """The corpus checked and built, in the order of its files; uncoded reports are one note at the end."""
    problems = list(corpus.problems)
    gold: list[CorpusReport] = []
    for report in corpus.reports:
        problems += head_problems(report)
        if report.coding is not None:
            built = _built(report.file, report, report.coding)
            gold += [built.report] if built.report else []
            problems += [*built.problems, *uncoded_quotations(report.file, report.head.text, built.report)]
    problems += [*_key_problems(corpus), *shared_sequences(corpus.reports)]
    second, second_problems = _second(corpus)
    if corpus.uncoded:
        message = f"{len(corpus.uncoded)} of {len(corpus.reports)} reports are not coded yet and left out"
        second_problems.append(Problem("reports", "coding", message, is_note=True))
    return Checked(corpus, tuple(gold), second, (*problems, *second_problems))


def head_problems(report: Report) -> Iterator[Problem]:
    """What is wrong with a report before it is coded."""
    head = report.head
    stem = report.file.rsplit("/", 1)[-1].removesuffix(".yml")
    if head.id != stem:
        yield Problem(report.file, "id", f"is {head.id!r}, but the file is {stem}.yml; make them the same")
    number = head.id.removeprefix(f"{head.happening}-")
    if head.happening and not (number != head.id and number.isdigit()):
        yield Problem(report.file, "happening", f"the id must be {head.happening}-1, {head.happening}-2 ...")
    low, high = _SHORT if head.style in _SHORT_STYLES else _LONG
    words = len(head.text.split())
    if not low <= words <= high:
        yield Problem(report.file, "text", f"has {words} words; a report of style {head.style} has {low} to {high}")
    for code in head.countries:
        if (wrong := wrong_code(code)) or code in BODY_CODES:
            yield Problem(report.file, "countries", wrong or f"{code} is a body, not a state; leave it out")
    if bool(head.countries) != (head.theme != "nonevent"):
        yield Problem(report.file, "countries", "is [] for the theme nonevent, and names states for every other")


def wrong_code(code: str) -> str | None:
    """What to do about a code that a record may not have, or None for one that it may."""
    if code in BODY_CODES or (code in _codes() and state_code(code) == code):
        return None
    if code in _codes():
        return f"{code} is coded {state_code(code)}, the state it belongs to"
    return f"{code} is no ISO alpha-3 code or PLOVER body; former states take their successor's code"


@cache
def _codes() -> frozenset[str]:
    return frozenset(country.alpha_3 for country in pycountry.countries) | EXTRA_STATES


def _built(file: str, report: Report, coding: Coding) -> Built:
    """The gold of one coding, with the problems of anchors and names first and then those of the rules."""
    built = build(file, report.head, coding)
    return Built(built.report, (*built.problems, *_coding_problems(file, report, coding)))


def _coding_problems(file: str, report: Report, coding: Coding) -> Iterator[Problem]:
    if coding.coder == report.head.writer:
        yield Problem(file, "coder", f"{coding.coder} wrote this report; somebody else must code it")
    if coding.events and report.head.theme == "nonevent":
        yield Problem(file, "events", "is [] for the theme nonevent; change the theme or take the events out")
    yield from _who_problems(file, coding)
    for index, event in enumerate(coding.events):
        where = item_field("events", index, event.trigger)
        for field, message in event_problems(event, report.head, coding):
            yield Problem(file, f"{where}: {field}", message)
        if event.place_country and (wrong := wrong_code(event.place_country)):
            yield Problem(file, f"{where}: place_country", wrong)
    for index, fact in enumerate(coding.facts):
        if fact.valid_from and fact.valid_to and fact.valid_from > fact.valid_to:
            where = item_field("facts", index, fact.evidence)
            yield Problem(file, f"{where}: valid_from", f"{fact.valid_from} is after valid_to {fact.valid_to}")


def _who_problems(file: str, coding: Coding) -> Iterator[Problem]:
    names = Counter(entity.name for entity in coding.who)
    for index, entity in enumerate(coding.who):
        where = item_field("who", index, entity.name)
        if names[entity.name] > 1:
            yield Problem(file, f"{where}: name", f"stands {names[entity.name]} times; one entry holds all mentions")
        if entity.code and (wrong := wrong_code(entity.code)):
            yield Problem(file, f"{where}: code", wrong)
        if entity.sector is None and entity.type in _ACTING and entity.code not in BODY_CODES:
            yield Problem(file, f"{where}: sector", "is missing; UNK where the report does not tell")


def _key_problems(corpus: Corpus) -> Iterator[Problem]:
    """Keys that join nothing; a happening with uncoded tellings is not judged yet."""
    tellings: dict[str, list[Report]] = defaultdict(list)
    for report in corpus.reports:
        tellings[report.head.happening or ""].append(report)
    for report in corpus.reports:
        keys = Counter(event.key for event in report.coding.events if event.key) if report.coding else Counter()
        for key, times in sorted(keys.items()):
            if times > 1:
                yield Problem(report.file, "events: key", f"{key!r} stands {times} times; one event, one key")
            others = [other for other in tellings[report.head.happening or ""] if other is not report]
            if not report.head.happening:
                yield Problem(report.file, "events: key", f"{key!r}: a report told once has no keys; leave it out")
            elif all(other.coding for other in others) and not any(_has_key(other, key) for other in others):
                message = f"{key!r} is in no other report of {report.head.happening}; correct it or leave it out"
                yield Problem(report.file, "events: key", message)
    for happening, reports in sorted(tellings.items()):
        if happening and len(reports) == 1:
            yield Problem(reports[0].file, "happening", "no other report tells it yet", is_note=True)


def _has_key(report: Report, key: str) -> bool:
    return report.coding is not None and any(event.key == key for event in report.coding.events)


def _second(corpus: Corpus) -> tuple[tuple[CorpusReport, ...], list[Problem]]:
    """The second codings built over the texts of the first."""
    by_id = {report.head.id: report for report in corpus.reports}
    built: list[CorpusReport] = []
    problems: list[Problem] = []
    for second in corpus.second:
        report = by_id.get(second.id)
        if report is None:
            problems.append(Problem(second.file, "id", f"there is no report {second.id!r} to code a second time"))
            continue
        result = _built(second.file, report, second.coding)
        built += [result.report] if result.report else []
        problems += [*result.problems, *_coder_problems(second, report, corpus.second)]
    return tuple(built), problems


def _coder_problems(second: SecondCoding, report: Report, every: Sequence[SecondCoding]) -> Iterator[Problem]:
    if report.coding is not None and report.coding.coder == second.coding.coder:
        yield Problem(
            second.file, "coder", f"{second.coding.coder} made the first coding; somebody else must make this"
        )
    if sum(other.id == second.id for other in every) > 1:
        yield Problem(second.file, "id", f"{second.id!r} has two second codings; keep one")

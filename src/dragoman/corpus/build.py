"""Builds gold from source files: every anchor becomes a span, every name a participant."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

from dragoman.corpus.anchors import AnchorError, find_nearest, find_one, find_quote, gap, mention_spans
from dragoman.corpus.gold import (
    CorpusEntity,
    CorpusEvent,
    CorpusFact,
    CorpusLocation,
    CorpusParty,
    CorpusQuote,
    CorpusReport,
    CorpusSpan,
)
from dragoman.corpus.problem import Problem
from dragoman.corpus.read import item_field
from dragoman.corpus.source import CodedEvent, CodedFact, CodedQuote, Coding, Days, Head, HowMany
from dragoman.corpus.split import split_of
from dragoman.evaluate.gold import GoldCount, GoldDays, GoldSize
from dragoman.evaluate.sentences import sentence_of, sentence_starts
from dragoman.model.span import Span

_NOWHERE = Span(0, 0)
"""Stands for an anchor that failed; a report with such a problem is never given out."""


@dataclass(frozen=True, slots=True)
class Built:
    """A built report, or None with the problems that kept it from being built."""

    report: CorpusReport | None
    problems: tuple[Problem, ...]


def build(file: str, head: Head, coding: Coding) -> Built:
    """The gold of one coding of one text; `file` is named in its problems."""
    builder = _Builder(file, head.text, coding)
    report = CorpusReport(
        doc_id=head.id,
        published=head.published,
        title=head.title,
        text=head.text,
        events=tuple(builder.event(index, event) for index, event in enumerate(coding.events)),
        facts=tuple(builder.fact(index, fact) for index, fact in enumerate(coding.facts)),
        quotes=tuple(builder.quote(index, quote) for index, quote in enumerate(coding.quotes)),
        entities=tuple(builder.entities.values()),
        split=split_of(head),
        happening=head.happening,
        style=head.style,
        theme=head.theme,
        countries=head.countries,
        real=head.real,
        writer=head.writer,
        coder=coding.coder,
    )
    problems = tuple(builder.problems)
    return Built(None if problems else report, problems)


@dataclass(slots=True)
class _Builder:
    """Resolves the anchors and names of one coding and collects what fails."""

    file: str
    text: str
    coding: Coding
    problems: list[Problem] = field(default_factory=list)
    entities: Mapping[str, CorpusEntity] = field(init=False)
    starts: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.starts = sentence_starts(self.text)
        spans, failed = mention_spans(self.text, self.coding.who)
        for index, message in failed:
            self._problem(f"{item_field('who', index, self.coding.who[index].name)}: mentions", message)
        self.entities = {
            entity.name: CorpusEntity(
                id=f"E{index + 1}",
                name=entity.name,
                type=entity.type,
                code=entity.code,
                sector=entity.sector,
                mentions=tuple(CorpusSpan.of(span, self.text) for span in spans[index]),
            )
            for index, entity in enumerate(self.coding.who)
        }

    def event(self, index: int, event: CodedEvent) -> CorpusEvent:
        where = item_field("events", index, event.trigger)
        trigger = self._anchor(f"{where}: trigger", partial(find_one, self.text, event.trigger))
        return CorpusEvent(
            id=f"e{index + 1}",
            event=event.event,
            mode=event.mode,
            auxiliary=event.auxiliary,
            trigger=CorpusSpan.of(trigger, self.text),
            also=tuple(
                CorpusSpan.of(self._anchor(f"{where}: also", partial(find_one, self.text, also)), self.text)
                for also in event.also
            ),
            actor=self._parties(f"{where}: actor", event.actor, trigger),
            recipient=self._parties(f"{where}: recipient", event.recipient, trigger),
            date=_days(event.date),
            location=self._location(f"{where}: place", event, trigger),
            attribution=event.source,
            about=_days(event.about),
            size=GoldSize(dead=_count(event.dead), injured=_count(event.injured), arrested=_count(event.arrested)),
            key=event.key,
        )

    def fact(self, index: int, fact: CodedFact) -> CorpusFact:
        where = f"{item_field('facts', index, fact.evidence)}: evidence"
        evidence = self._anchor(where, partial(find_one, self.text, fact.evidence))
        return CorpusFact(
            id=f"f{index + 1}",
            subject=fact.subject,
            predicate=fact.predicate,
            object=fact.object,
            polarity=fact.polarity,
            evidence=CorpusSpan.of(evidence, self.text),
            valid_from=fact.valid_from,
            valid_to=fact.valid_to,
        )

    def quote(self, index: int, quote: CodedQuote) -> CorpusQuote:
        where = item_field("quotes", index, quote.text)
        span = self._anchor(f"{where}: text", partial(find_quote, self.text, quote.text))
        if quote.speaker is not None and quote.speaker not in self.entities:
            self._problem(f"{where}: speaker", self._unknown(quote.speaker))
        cue = quote.cue
        said = None if cue is None else self._anchor(f"{where}: cue", partial(find_nearest, self.text, cue, span))
        return CorpusQuote(
            start=span.start,
            end=span.end,
            text=span.of(self.text),
            speaker=quote.speaker,
            cue=None if said is None else CorpusSpan.of(said, self.text),
        )

    def _parties(self, where: str, names: tuple[str, ...], trigger: Span) -> tuple[CorpusParty, ...]:
        return tuple(party for name in names if (party := self._party(where, name, trigger)) is not None)

    def _party(self, where: str, name: str, trigger: Span) -> CorpusParty | None:
        entity = self.entities.get(name)
        if entity is None:
            self._problem(where, self._unknown(name))
            return None
        if not entity.mentions:
            self._problem(
                where, f"{name!r} has no mention of its own in the text; list its words, bracketed if need be"
            )
            return None
        home = sentence_of(self.starts, trigger.start)

        def distance(mention: CorpusSpan) -> tuple[bool, int, int]:
            elsewhere = sentence_of(self.starts, mention.start) != home
            return elsewhere, gap(Span(mention.start, mention.end), trigger), mention.start

        near = min(entity.mentions, key=distance)
        return CorpusParty(
            text=near.text,
            name=name,
            country=entity.code,
            sector=entity.sector,
            start=near.start,
            end=near.end,
            entity=entity.id,
        )

    def _location(self, where: str, event: CodedEvent, trigger: Span) -> CorpusLocation | None:
        place = event.place
        if place is None:
            return None
        span = self._anchor(where, partial(find_nearest, self.text, place, trigger))
        words = " ".join(span.of(self.text).split())
        return CorpusLocation(
            country=event.place_country,
            start=span.start,
            end=span.end,
            text=span.of(self.text),
            name=event.place_name or words,
        )

    def _anchor(self, where: str, find: Callable[[], Span]) -> Span:
        try:
            return find()
        except AnchorError as error:
            self._problem(where, str(error))
            return _NOWHERE

    def _unknown(self, name: str) -> str:
        return f"{name!r} is not in who; add it there or write the name as it is there"

    def _problem(self, where: str, message: str) -> None:
        self.problems.append(Problem(self.file, where, message))


def _days(days: Days | None) -> GoldDays | None:
    return None if days is None else GoldDays(start=days.start, end=days.end)


def _count(number: HowMany | None) -> GoldCount | None:
    return None if number is None else GoldCount(low=number.low, high=number.high)

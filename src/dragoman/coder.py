"""The program's front door: text in, report record out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from itertools import islice
from multiprocessing import get_context

from dragoman.actors import ActorReader
from dragoman.annotate.entities import MentionFinder
from dragoman.annotate.tokens import Analyser, load_model
from dragoman.assemble import assemble
from dragoman.coding import EventCoder
from dragoman.facts import FactReader
from dragoman.ingest import from_text
from dragoman.kb.load import load_knowledge
from dragoman.lexicon.load import load_lexicon
from dragoman.manifest import coder_record
from dragoman.model.actor import Resolution
from dragoman.model.document import Document, RawDocument
from dragoman.model.ids import sha256_text
from dragoman.model.layers import Layers, Warning
from dragoman.model.reason import Skipped
from dragoman.model.record import CoderRecord, ReportRecord
from dragoman.pipeline import Pipeline
from dragoman.places import PlaceReader, open_gazetteer
from dragoman.prepare import looks_english, prepare
from dragoman.quotes import QuoteReader
from dragoman.settings import Settings
from dragoman.times import TimeReader


@dataclass(frozen=True, slots=True)
class Coded:
    """A report record, why its other sentences gave no event, and whom its short names and phrases could have meant."""

    record: ReportRecord
    skipped: tuple[Skipped, ...] = ()
    resolutions: tuple[Resolution, ...] = ()


class Coder:
    """Codes reports. Making one loads the language model and the tables (about two seconds); use it for many."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self.lexicon = load_lexicon(self.settings.lexicon)
        self.knowledge = load_knowledge(self.settings.actors)
        nlp = load_model(self.settings.model)
        gazetteer = open_gazetteer(self.settings.cache)
        self.pipeline = Pipeline(
            [
                Analyser(nlp, batch_size=self.settings.batch_size),
                MentionFinder(self.knowledge),
                TimeReader(),
                PlaceReader(self.knowledge, gazetteer),
                QuoteReader(),
                ActorReader(self.knowledge),
                EventCoder(self.lexicon, self.settings),
                FactReader(self.knowledge),
            ]
        )
        self._coder = coder_record(
            nlp,
            lexicon=self.lexicon.digest,
            knowledge=self.knowledge.digest,
            gazetteer=gazetteer.identity,
            settings=self.settings,
        )

    def versions(self) -> CoderRecord:
        """What every record says of its coder."""
        return self._coder

    def code(
        self,
        text: str,
        *,
        date: date | str | None = None,
        title: str | None = None,
        id: str | None = None,
        publisher: str | None = None,
        url: str | None = None,
    ) -> ReportRecord:
        """The record of one report; without a `date` nothing relative is dated, and a warning says so."""
        raw = from_text(text, date=date, title=title, id=id, publisher=publisher, url=url)
        return self.code_document(raw).record

    def code_document(self, raw: RawDocument) -> Coded:
        """The record of one document; what cannot be coded gives a record with a warning and no events."""
        warnings = list(_warnings(raw, self.settings))
        if any(w.kind in UNCODABLE for w in warnings):
            return Coded(assemble(Layers(unread(raw)), self._coder, warnings))
        doc = prepare(raw)
        layers = self.pipeline.run(doc)
        skipped = layers.coding.skipped if layers.coding else ()
        resolutions = layers.actors.resolutions if layers.actors else ()
        return Coded(assemble(layers, self._coder, warnings), skipped, resolutions)

    def code_many(self, documents: Iterable[RawDocument], *, workers: int = 1) -> Iterator[Coded]:
        """Records in input order; with more than one worker the documents are spread over processes.

        A report on which the program itself fails gives a record with the warning `failed`: it is never lost, and
        never stops the run.
        """
        if workers <= 1:
            yield from (self._safely(d) for d in documents)
            return
        # Windows of a few hundred keep memory flat while every process stays busy.
        source = iter(documents)
        with ProcessPoolExecutor(workers, get_context("spawn"), initializer=_start, initargs=(self.settings,)) as pool:
            while window := list(islice(source, WINDOW * workers)):
                yield from pool.map(_work, window, chunksize=CHUNK)

    def _safely(self, raw: RawDocument) -> Coded:
        try:
            return self.code_document(raw)
        except Exception as error:  # one bad report never stops a run; the reason goes into its record
            message = (
                f"dragoman failed on this report ({type(error).__name__}: {error}); please report it with its text"
            )
            return Coded(assemble(Layers(unread(raw)), self._coder, [Warning("failed", message)]))


def unread(raw: RawDocument) -> Document:
    """The document of a report that is not read: its text, and no segments or sentences."""
    return Document(raw, sha256_text(raw.text), (), ())


UNCODABLE = frozenset({"empty", "too_long", "language", "unreadable"})
WINDOW, CHUNK = 128, 8
_worker: Coder | None = None


def _start(settings: Settings) -> None:
    global _worker
    _worker = Coder(settings)


def _work(raw: RawDocument) -> Coded:
    assert _worker is not None
    return _worker._safely(raw)


def _warnings(raw: RawDocument, settings: Settings) -> Iterator[Warning]:
    """What a reader of the record must know before reading it."""
    if not raw.text.strip() and (raw.problem is None or raw.problem[0] == "empty_text"):
        yield Warning("empty", "the report has no text")
        return
    if raw.problem is not None:
        yield Warning("unreadable", f"{raw.problem[0]}: {raw.problem[1]}")
        return
    if len(raw.text) > settings.max_characters:
        yield Warning(
            "too_long",
            f"the report has {len(raw.text)} characters; the limit is {settings.max_characters} "
            "(DRAGOMAN_MAX_CHARACTERS), split it or raise the limit",
        )
        return
    if not looks_english(raw.text, language=raw.language):
        yield Warning("language", "the report does not read as English, the only language supported so far")
        return
    if raw.published is None:
        yield Warning("undated", "the report has no publication date: relative times stay unresolved")

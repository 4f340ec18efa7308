"""A tiny gazetteer and hand-made documents for the tests of the places room."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from dragoman.model.document import Document, RawDocument, Segment, Sentence
from dragoman.model.ids import sha256_text
from dragoman.model.layers import KnownName, Layers, Mention
from dragoman.model.span import Span
from dragoman.model.tree import Token, Tree
from dragoman.places.build import write_gazetteer
from dragoman.places.gazetteer import Gazetteer, Place
from dragoman.places.sources import Row, region_rows

Name = tuple[str, str] | tuple[str, str, KnownName]
"""Words of the text with the tagger's label, and what the knowledge base says."""

FRANCE, TEXAS, OHIO, USA, NINEVEH, IRAQ, TURKEY = 10, 11, 12, 13, 14, 15, 16
GEORGIA_STATE, GEORGIA = 17, 18


def row(
    id: int,
    name: str,
    lat: float,
    lon: float,
    feature: str,
    country: str,
    *,
    admin1: int | None = None,
    admin2: int | None = None,
    population: int = 0,
    alternate: tuple[str, ...] = (),
) -> Row:
    """One gazetteer row."""
    return Row(Place(id, name, lat, lon, feature, country, admin1, admin2, population), (name,), alternate)


def small_world() -> list[Row]:
    """A few states, divisions and towns, some of the same name."""
    return [
        row(FRANCE, "France", 46, 2, "PCLI", "FRA", population=60_000_000),
        row(USA, "United States", 39.8, -98.5, "PCLI", "USA", population=300_000_000),
        row(IRAQ, "Iraq", 33, 44, "PCLI", "IRQ", population=30_000_000),
        row(TURKEY, "Turkey", 39, 35, "PCLI", "TUR", population=80_000_000),
        row(GEORGIA, "Georgia", 42, 43.5, "PCLI", "GEO", population=4_000_000),
        row(TEXAS, "Texas", 31.3, -99.3, "ADM1", "USA", population=25_000_000),
        row(OHIO, "Ohio", 40.3, -83, "ADM1", "USA", population=11_000_000),
        row(GEORGIA_STATE, "Georgia", 32.8, -83.5, "ADM1", "USA", population=10_000_000),
        row(NINEVEH, "Nineveh", 36, 42.5, "ADM1", "IRQ", population=3_000_000),
        row(21, "Paris", 48.9, 2.3, "PPLC", "FRA", population=2_000_000),
        row(22, "Paris", 33.7, -95.6, "PPL", "USA", admin1=TEXAS, population=25_000),
        row(23, "Mosul", 36.3, 43.1, "PPL", "IRQ", admin1=NINEVEH, population=1_700_000),
        row(24, "Ankara", 39.9, 32.9, "PPLC", "TUR", admin1=30, population=3_500_000),
        row(30, "Ankara", 39.8, 32.6, "ADM1", "TUR", population=5_000_000),
        row(25, "Dallas", 32.8, -96.8, "PPL", "USA", admin1=TEXAS, population=1_300_000),
        row(26, "Springfield", 39.9, -83.8, "PPL", "USA", admin1=OHIO, population=60_000),
        row(27, "Springfield", 32.5, -97.0, "PPL", "USA", admin1=TEXAS, population=40_000),
        row(28, "Atlanta", 33.7, -84.4, "PPL", "USA", admin1=GEORGIA_STATE, population=500_000),
        row(29, "Sinjār", 36.3, 41.9, "PPL", "IRQ", admin1=NINEVEH, population=38_000, alternate=("Shingal",)),
        row(31, "Jackson", 32.0, -97.0, "PPL", "USA", admin1=TEXAS, population=150_000),
        row(32, "Fannin County", 33.6, -96.1, "ADM2", "USA", admin1=TEXAS, population=30_000, alternate=("Fannin",)),
        row(33, "Salem", 40.9, -80.9, "PPL", "USA", admin1=OHIO, population=12_000),
        *region_rows(),
    ]


def small_gazetteer(folder: Path) -> Gazetteer:
    """The small world, compiled."""
    return Gazetteer(write_gazetteer(folder / "small.sqlite", small_world(), "test"))


def tree_of(
    text: str, *, sentence: int = 0, offset: int = 0, deps: Mapping[str, tuple[str, str]] | None = None
) -> Tree:
    """Tokens by white space and punctuation; `deps` maps a word to the word above it and the label."""
    words = list(re.finditer(r"[A-Z]\.(?:[A-Z]\.)+|Tex\.|[’']s|[\w’'-]+?(?=[’']s\b)|[\w-]+|[^\w\s]", text))
    at = {w.group(): i for i, w in reversed(list(enumerate(words)))}
    tokens = []
    for i, word in enumerate(words):
        above, dep = (deps or {}).get(word.group(), (word.group(), ""))
        capital, sign = word.group()[0].isupper(), not word.group()[0].isalnum()
        tokens.append(
            Token(
                i=i,
                start=offset + word.start(),
                end=offset + word.end(),
                text=word.group(),
                lemma=word.group().lower(),
                pos="PROPN" if capital else "PUNCT" if sign else "NOUN",
                tag="NNP" if capital else "." if sign else "NN",
                dep=dep,
                head=at[above] if dep else i,
            )
        )
    return Tree(sentence, tuple(tokens))


def layers_of(
    text: str,
    names: Sequence[Name] = (),
    *,
    dateline: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
) -> Layers:
    """A document whose lines are its sentences; `names` are mentions (words, label), every occurrence of the words."""
    body = text if dateline is None else text[len(dateline) :]
    start = len(text) - len(body)
    lines = list(re.finditer(r"[^\n]+", text[start:]))
    sentences = tuple(Sentence(i, Span(start + m.start(), start + m.end()), "body", i) for i, m in enumerate(lines))
    trees = tuple(tree_of(s.span.of(text), sentence=s.index, offset=s.span.start) for s in sentences)
    mentions = [_mention(tree, text, name) for tree in trees for name in names]
    document = Document(
        RawDocument("1", text, title=title, publisher=publisher),
        sha256_text(text),
        (Segment("body", Span(0, len(text))),),
        sentences,
        Span(0, len(dateline)) if dateline is not None else None,
    )
    return Layers(document, trees, tuple(m for found in mentions for m in found))


def _mention(tree: Tree, text: str, name: Name) -> list[Mention]:
    known = name[2] if len(name) == 3 else None
    out = []
    for found in re.finditer(re.escape(name[0]), text):
        inside = [t.i for t in tree if found.start() <= t.start and t.end <= found.end()]
        if inside:
            out.append(Mention(Span(*found.span()), tree.sentence, inside[0], inside[-1], name[1], known))
    return out


def state(surface: str, code: str, *, entity: str | None = None, adjective: bool = False) -> KnownName:
    """What the knowledge base says about a state's name or adjective."""
    return KnownName(surface, entity or surface, "state", "adjective" if adjective else "name", code, "GOV")

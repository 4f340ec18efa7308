"""Versions of everything that can change the output: what a record says of its coder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import dragoman
from dragoman.model.ids import content_id
from dragoman.model.record import CoderRecord
from dragoman.settings import Settings

CODEBOOK = "plover-2.0-draft+dragoman-1"
"""PLOVER's manual, draft 2.0, with the departures that docs/codebook/index.md lists."""
OUTPUT_SETTINGS = ("threshold", "historical_after_days", "max_characters")
"""Settings that change what is written; paths and batch sizes do not, their contents are hashed elsewhere."""
ENGINES = ("spacy", "thinc", "numpy", "rapidfuzz", "ahocorasick-rs")


def coder_record(nlp: Any, *, lexicon: str, knowledge: str, gazetteer: str, settings: Settings) -> CoderRecord:
    """The `coder` block: digests of the lexicon (knowledge tables included) and of settings, engines and gazetteer."""
    chosen = [f"{name}={getattr(settings, name)!r}" for name in OUTPUT_SETTINGS]
    engines = [f"{name}={_version(name)}" for name in ENGINES]
    return CoderRecord(
        name="dragoman",
        version=dragoman.__version__,
        model=f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}",
        codebook=CODEBOOK,
        lexicon=content_id(lexicon, knowledge),
        config=content_id(*chosen, *engines, gazetteer, data_digest()),
    )


def data_digest() -> str:
    """A hash over every table and word list in the package: two checkouts of one version may differ in them."""
    digest = hashlib.sha256()
    for name, content in sorted(_data_files(files("dragoman"), "")):
        digest.update(name.encode() + content)
    return digest.hexdigest()[:16]


def _data_files(folder: Traversable, above: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        name = f"{above}/{entry.name}"
        if entry.is_dir():
            yield from _data_files(entry, name)
        elif name.endswith((".yml", ".csv")):
            yield name, entry.read_bytes()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "unknown"

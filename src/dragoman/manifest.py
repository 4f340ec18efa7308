"""Versions of everything that can change the output: what a record says of its coder."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import Any

import dragoman
from dragoman.model.ids import content_id
from dragoman.model.record import CoderRecord
from dragoman.settings import Settings

CODEBOOK = "plover-2.0-draft+dragoman-1"
"""PLOVER's manual, draft 2.0, with the departures that docs/codebook.md lists."""
OUTPUT_SETTINGS = ("threshold", "historical_after_days", "max_characters")
"""Settings that change what is written; paths and batch sizes do not, their contents are hashed elsewhere."""
ENGINES = ("spacy", "rapidfuzz", "ahocorasick-rs")


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
        config=content_id(*chosen, *engines, gazetteer),
    )


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "unknown"

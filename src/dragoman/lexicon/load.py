"""Reads the lexicon's YAML files, and lays the user's own over ours."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from dragoman.errors import LexiconError
from dragoman.lexicon.schema import Discard, Rule

# The base loaders leave every scalar a string, so that the slots `on` and `no` are not read as booleans.
try:
    from yaml import CBaseLoader as YamlLoader
except ImportError:  # a PyYAML without libyaml reads the same, ten times slower
    from yaml import BaseLoader as YamlLoader  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Rules by id, word classes by name, discards; `digest` is a hash over every byte that was read."""

    rules: Mapping[str, Rule]
    classes: Mapping[str, frozenset[str]]
    discards: tuple[Discard, ...]
    digest: str

    def words(self, terms: tuple[str, ...]) -> frozenset[str]:
        """The lemmas that `terms` name: each a lemma or "@class"."""
        return frozenset(w for t in terms for w in (self.classes[t[1:]] if t.startswith("@") else (t,)))


def load_lexicon(overlay: Path | None = None) -> Lexicon:
    """Our lexicon with the folder `overlay` laid over it: a rule, class or discard of the same name replaces ours.

    Raises LexiconError, naming file and rule, when anything does not fit the schema.
    """
    sources = list(_ours())
    if overlay is not None:
        if not overlay.is_dir():
            raise LexiconError(f"{overlay} is not a folder; --lexicon takes a folder of .yml files (docs/lexicon.md)")
        found = sorted(p for p in overlay.rglob("*") if p.suffix in (".yml", ".yaml"))
        if not found:
            raise LexiconError(f"{overlay} holds no .yml file; --lexicon takes a folder of rules (docs/lexicon.md)")
        sources += [(str(p), p.read_bytes()) for p in found]
    rules: dict[str, Rule] = {}
    classes: dict[str, frozenset[str]] = {}
    discards: dict[str, Discard] = {}
    digest = hashlib.sha256()
    for name, content in sources:
        digest.update(len(content).to_bytes(8, "big") + content)
        seen: set[str] = set()
        for item in _items(name, content):
            if isinstance(item, tuple):
                classes[item[0]] = item[1]
                continue
            if item.id in seen:
                raise LexiconError(f"{name}: {item.id} stands twice in this file; give one of them another id")
            seen.add(item.id)
            if isinstance(item, Rule):
                rules[item.id] = item
            else:
                discards[item.id] = item
    lexicon = Lexicon(rules, classes, tuple(discards.values()), digest.hexdigest()[:16])
    _check_classes(lexicon)
    return lexicon


def _ours() -> Iterator[tuple[str, bytes]]:
    root = files("dragoman.lexicon") / "data"
    yield "classes.yml", (root / "classes.yml").read_bytes()
    yield "discards.yml", (root / "discards.yml").read_bytes()
    for entry in sorted((root / "triggers").iterdir(), key=lambda e: e.name):
        if entry.name.endswith(".yml"):
            yield entry.name, entry.read_bytes()


def _items(name: str, content: bytes) -> Iterator[Rule | Discard | tuple[str, frozenset[str]]]:
    try:
        data: Any = yaml.load(content, Loader=YamlLoader)  # builds strings, lists and maps only
    except yaml.YAMLError as error:
        raise LexiconError(f"{name}: not readable as YAML: {error}") from error
    if data is None:
        return
    if not isinstance(data, dict):
        raise LexiconError(f"{name}: expected a mapping with `rules:`, `discards:` or word classes at the top")
    row: dict[str, Any] = {}
    try:
        if "rules" in data or "discards" in data:
            for row in _rows(name, data.get("rules", data.get("discards"))):
                rule = "rules" in data
                yield (
                    Rule.model_validate({"category": data.get("category"), **row})
                    if rule
                    else Discard.model_validate(row)
                )
        else:
            for key, words in data.items():
                if not isinstance(words, list) or not words:
                    raise LexiconError(f"{name}: {key}: expected a list of words, as in {key}: [one, two]")
                yield str(key), frozenset(map(str, words))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise LexiconError(f"{name}: {row.get('id', '?')}: {where}: {first['msg']}") from error


def _rows(name: str, rows: Any) -> list[dict[str, Any]]:
    """The rows of `rules:` or `discards:`, each a mapping."""
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise LexiconError(f"{name}: expected a list of rules, each a mapping with id, head, pos, yes and no")
    return rows


def _check_classes(lexicon: Lexicon) -> None:
    for rule in lexicon.rules.values():
        for terms in (*rule.when.values(), *rule.unless.values(), rule.head):
            for term in terms:
                if term.startswith("@") and term[1:] not in lexicon.classes:
                    raise LexiconError(f"{rule.id}: no word class {term}; known are {sorted(lexicon.classes)}")

"""The word classes in words.yml."""

from __future__ import annotations

import ast
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from dragoman.errors import LexiconError
from dragoman.facts.words import word_class

CONTENT = yaml.safe_load(files("dragoman.facts").joinpath("words.yml").read_text(encoding="utf-8"))


def asked_for() -> set[str]:
    """The classes that some module of the facts room asks for."""
    modules = sorted(Path(str(files("dragoman.facts"))).glob("*.py"))
    calls = [n for m in modules for n in ast.walk(ast.parse(m.read_text(encoding="utf-8"))) if isinstance(n, ast.Call)]
    named = [c for c in calls if isinstance(c.func, ast.Name) and c.func.id == "word_class"]
    return {str(c.args[0].value) for c in named if isinstance(c.args[0], ast.Constant)}


def test_every_class_is_used_and_every_one_used_is_there() -> None:
    assert asked_for() == set(CONTENT)


@pytest.mark.parametrize("name", CONTENT)
def test_a_class_is_explained_and_lists_each_word_once_in_lower_case(name: str) -> None:
    words = CONTENT[name]["words"].split()
    assert CONTENT[name]["about"]
    assert len(words) == len(set(words))
    assert all(w == w.lower() for w in words)


@pytest.mark.parametrize(
    ("part", "whole"), [("truces", "agreements"), ("divisions", "settlements"), ("royal", "national")]
)
def test_a_class_of_these_words_holds_no_others(part: str, whole: str) -> None:
    assert word_class(part) <= word_class(whole)


def test_an_unknown_class_is_an_error_that_names_it() -> None:
    with pytest.raises(LexiconError, match="nonsense"):
        word_class("nonsense")

"""A corpus of one brief report and its coding, to be written to a folder with changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from dragoman.corpus.build import build
from dragoman.corpus.check import Checked, check
from dragoman.corpus.gold import CorpusReport
from dragoman.corpus.problem import Problem
from dragoman.corpus.read import read_corpus
from dragoman.corpus.source import Coding, Head

TEXT = """\
QUITO, March 1 -- Peru's foreign minister, Ana Rojas, visited
    Quito on Friday. "We are neighbours," she said.

Rojas met her host for an hour. Gunmen killed two fishermen in the estuary
last May, the minister recalled; the men had come from Peru.
Ecuador and Peru will meet again in April, officials in Lima said.
"""


def head(**changes: Any) -> dict[str, Any]:
    """What a writer gives, with `changes`; a change to None stays as null."""
    return {
        "id": "estuary",
        "published": "2020-03-02",
        "title": None,
        "style": "brief",
        "countries": ["PER", "ECU"],
        "theme": "diplomacy",
        "real": False,
        "writer": "w1",
        "text": TEXT,
        **changes,
    }


def event(**changes: Any) -> dict[str, Any]:
    """The visit."""
    visit = {
        "event": "CONSULT",
        "mode": ["visit"],
        "trigger": "visited",
        "actor": ["Ana Rojas"],
        "recipient": ["Ecuador"],
        "date": "2020-02-28",
        "place": "Quito",
        "place_country": "ECU",
    }
    return {**visit, **changes}


def coding(**changes: Any) -> dict[str, Any]:
    """What a coder gives, with `changes`."""
    return {
        "coder": "c1",
        "who": [
            {
                "name": "Ana Rojas",
                "type": "person",
                "code": "PER",
                "sector": "GOV",
                "mentions": ["Ana Rojas", "Rojas", "[she] said", "met [her] host", "the minister"],
            },
            {"name": "Peru", "type": "state", "code": "PER", "sector": "GOV", "mentions": ["Peru", "Lima"]},
            {"name": "Ecuador", "type": "state", "code": "ECU", "sector": "GOV", "mentions": ["Ecuador", "Quito"]},
            {
                "name": "two fishermen",
                "type": "population",
                "code": "PER",
                "sector": "CVL",
                "mentions": ["two fishermen", "the men"],
            },
        ],
        "events": [event()],
        "facts": [
            {
                "subject": "Ana Rojas",
                "predicate": "holds_office",
                "object": "foreign minister, Peru",
                "evidence": "Peru's foreign minister, Ana Rojas",
            }
        ],
        "quotes": [{"text": "We are neighbours,", "speaker": "Ana Rojas", "cue": "she said"}],
        **changes,
    }


def built(**changes: Any) -> CorpusReport:
    """The gold of the report, its coding changed."""
    report = build("reports/estuary.yml", Head.model_validate(head()), Coding.model_validate(coding(**changes))).report
    assert report is not None
    return report


def write(folder: Path, *sources: dict[str, Any], below: str = "reports") -> Path:
    """The folder, with each source in a file named by its id."""
    (folder / below).mkdir(exist_ok=True)
    for source in sources:
        file = folder / below / f"{source['id']}.yml"
        file.write_text(yaml.safe_dump(source, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return folder


def checked(folder: Path, *sources: dict[str, Any], second: tuple[dict[str, Any], ...] = ()) -> Checked:
    """The corpus of these sources, checked."""
    write(folder, *sources)
    write(folder, *second, below="second")
    return check(read_corpus(folder))


def errors(folder: Path, source: dict[str, Any]) -> list[str]:
    """The errors of a corpus of this one report."""
    return [str(problem) for problem in checked(folder, source).errors]


def notes(found: Checked) -> list[Problem]:
    """What is worth a look only."""
    return [problem for problem in found.problems if problem.is_note]

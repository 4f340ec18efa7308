"""Reads a corpus folder: `reports/*.yml` and `second/*.yml`. What does not fit becomes a problem, not an exception."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from dragoman.corpus.problem import Problem
from dragoman.corpus.source import Coding, Head, Report, SecondCoding
from dragoman.errors import UsageError
from dragoman.lexicon.check import repeated

_Model = TypeVar("_Model", bound=BaseModel)
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times faster where it is built
_QUOTE_IT = "YAML reads this as a number, a date, yes or no, a list or nothing; put the words in quotes"
_REMEDIES = {
    "missing": "is missing; write it (docs/corpus.md)",
    "string_type": _QUOTE_IT,
    "tuple_type": "must be a list: [one, two], or [] for none",
    "string_too_short": "is empty; write null or leave it out",
}


class _SecondHead(BaseModel):
    """All that a second coding says of the report."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """A folder as it was read, in order of file names; files that could not be read are in `problems` only."""

    folder: Path
    reports: tuple[Report, ...]
    second: tuple[SecondCoding, ...]
    problems: tuple[Problem, ...]

    @property
    def uncoded(self) -> tuple[Report, ...]:
        """The reports that nobody has coded yet."""
        return tuple(report for report in self.reports if report.coding is None)


def read_corpus(folder: Path) -> Corpus:
    """The corpus in `folder`; raises UsageError where there is no folder `reports` with files in it."""
    files = sorted((folder / "reports").glob("*.yml"))
    if not files:
        raise UsageError(f"{folder} holds no reports/*.yml; name the folder `corpus` of a checkout of dragoman")
    problems: list[Problem] = []
    reports = [report for file in files if (report := _read_report(file, problems)) is not None]
    others = sorted((folder / "second").glob("*.yml"))
    second = [coding for file in others if (coding := _read_second(file, problems)) is not None]
    return Corpus(folder, tuple(reports), tuple(second), tuple(problems))


def _read_report(file: Path, problems: list[Problem]) -> Report | None:
    halves = _load(file, problems)
    if halves is None:
        return None
    name = f"reports/{file.name}"
    head = _validated(Head, halves[0], name, problems)
    coding = _validated(Coding, halves[1], name, problems) if halves[1] else None
    if head is None or (halves[1] and coding is None):
        return None
    return Report(name, head, coding)


def _read_second(file: Path, problems: list[Problem]) -> SecondCoding | None:
    halves = _load(file, problems)
    if halves is None:
        return None
    name = f"second/{file.name}"
    head = _validated(_SecondHead, halves[0], name, problems)
    coding = _validated(Coding, halves[1], name, problems)
    return SecondCoding(name, head.id, coding) if head and coding else None


def _load(file: Path, problems: list[Problem]) -> tuple[dict[str, object], dict[str, object]] | None:
    """What stands in the file, parted into what is not and what is coding; None with a problem if it is no mapping."""
    name = f"{file.parent.name}/{file.name}"
    try:
        text = file.read_text(encoding="utf-8")
        loaded = yaml.load(text, Loader=_LOADER)
        twice = list(repeated(yaml.compose(text, Loader=_LOADER)))
    except (yaml.YAMLError, ValueError) as error:  # ValueError: a date such as 2020-02-30, or bytes that are not UTF-8
        problems.append(Problem(name, "file", f"cannot be read as YAML: {' '.join(str(error).split())}"))
        return None
    if not isinstance(loaded, dict):
        problems.append(Problem(name, "file", "is no mapping; it starts with `id: ...` (docs/corpus.md)"))
        return None
    problems += [
        Problem(name, f"line {line}", f"{key!r} stands twice; YAML keeps only the last") for key, line in twice
    ]
    head = {str(key): value for key, value in loaded.items() if key not in Coding.model_fields}
    return head, {key: value for key, value in loaded.items() if key in Coding.model_fields}


def _validated(model: type[_Model], loaded: Mapping[str, object], file: str, problems: list[Problem]) -> _Model | None:
    try:
        return model.model_validate(loaded)
    except ValidationError as error:
        problems += [Problem(file, _field(detail, loaded), _message(detail)) for detail in error.errors()]
        return None


def _field(detail: ErrorDetails, loaded: Mapping[str, object]) -> str:
    """The place of an error: `events 3 "met": mode`, counted from 1, with the words by which to find it."""
    loc = detail["loc"]
    if len(loc) < 2 or not isinstance(loc[1], int):
        return ".".join(map(str, loc)) or "file"
    items = loaded[str(loc[0])]
    item = items[loc[1]] if isinstance(items, list) else None
    hint = (
        next((item[k] for k in ("trigger", "name", "evidence", "text") if k in item), None)
        if isinstance(item, dict)
        else None
    )
    rest = ".".join(map(str, loc[2:]))
    return item_field(str(loc[0]), loc[1], hint) + (f": {rest}" if rest else "")


def item_field(list_name: str, index: int, hint: object) -> str:
    """How a problem names the item at `index` of a list: counted from 1, with words by which to find it."""
    return f"{list_name} {index + 1}" + (f" {str(hint)[:40]!r}" if hint is not None else "")


def _message(detail: ErrorDetails) -> str:
    if detail["type"] == "extra_forbidden":
        return "is no key of the format; correct or remove it (docs/corpus.md lists the keys)"
    if detail["type"] == "value_error":
        return detail["msg"].removeprefix("Value error, ")
    message = _REMEDIES.get(detail["type"], detail["msg"])
    return message if detail["type"] == "missing" else f"{detail['input']!r}: {message}"

"""What INPUT means: files, folders, globs and `-`."""

from __future__ import annotations

import glob
import os
from collections.abc import Sequence
from pathlib import Path

from dragoman.errors import UsageError
from dragoman.ingest.base import Input


def find_inputs(inputs: Sequence[str]) -> list[Input]:
    """The files to read, in order: a folder's by relative path, a glob's by name.

    Whatever does not exist, an empty folder and a glob without a match are wrong usage and raise at once.
    """
    if not inputs:
        raise UsageError("no input; name files, folders, globs or - for standard input")
    if sum(given == "-" for given in inputs) > 1:
        raise UsageError("standard input (-) can be read only once")
    return [found for given in inputs for found in _find(given)]


def _find(given: str) -> list[Input]:
    if given == "-":
        return [Input(None, "stdin", "standard input")]
    path = Path(given)
    try:
        is_folder, exists = path.is_dir(), path.exists()
    except OSError as error:  # a name longer than the system allows
        raise UsageError(f"cannot open {_name(given)[:80]!r}: {error.strerror}; give the path of a file") from error
    if is_folder:
        return _in_folder(path)
    if exists:
        return [_file(given)]
    matches = sorted(glob.glob(given, recursive=True)) if glob.has_magic(given) else []  # noqa: PTH207 (absolute ones)
    if not matches:
        raise UsageError(f"no such file or folder: {_name(given)}")
    return _matched(matches)


def _matched(matches: list[str]) -> list[Input]:
    """What a glob gave, folders opened; "**" gives a folder and its files, which count once."""
    found: dict[str | None, Input] = {}
    for match in matches:
        path = Path(match)
        if not path.is_dir():
            found.setdefault(str(path), _file(match))
            continue
        for item in _files_below(path):
            found.setdefault(str(item), _file(str(item)))
    if not found:
        raise UsageError(f"no reports in {_name(matches[0])}")
    return list(found.values())


def _file(path: str) -> Input:
    return Input(path, _name(path), _name(path))


def _in_folder(folder: Path) -> list[Input]:
    """The files below a folder; their names are the paths below it, so that moving the folder changes no id."""
    found = _files_below(folder)
    if not found:
        raise UsageError(f"no reports in folder {_name(str(folder))}")
    return [Input(str(path), _name(path.relative_to(folder).as_posix()), _name(str(path))) for path in found]


def _files_below(folder: Path) -> list[Path]:
    """All files below a folder in order of relative path, hidden files and folders left out."""
    found: list[Path] = []
    for root, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found.extend(Path(root, name) for name in files if not name.startswith("."))
    return sorted(found, key=lambda path: os.fsencode(path.relative_to(folder).as_posix()))


def _name(path: str) -> str:
    """The path as printable text with forward slashes; bytes that are no UTF-8 are written out."""
    plain = os.fsencode(path).decode("utf-8", "backslashreplace").replace(os.sep, "/")
    return plain.removeprefix("./") or plain

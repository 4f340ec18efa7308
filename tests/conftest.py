"""What tests of several folders share; its place also puts `support` on the import path."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

from dragoman.cli import main
from dragoman.kb.load import Knowledge, load_knowledge
from dragoman.places.gazetteer import Gazetteer
from fake_coder import FakeCoder, Outcome, Run


@pytest.fixture
def shared() -> Path:
    """The folder of gold data beside the checkout; the test is skipped without it."""
    folder = Path(__file__).parents[2] / "shared"
    if not (folder / "bench" / "bench.py").exists():
        pytest.skip("no ../shared")
    return folder


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `dragoman` with the given arguments in this process."""
    fake = ModuleType("dragoman.coder")
    fake.Coder = FakeCoder  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "dragoman.coder", fake)

    def call(*arguments: object) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["dragoman", *map(str, arguments)])
        with pytest.raises(SystemExit) as stopped:
            main()
        captured = capsys.readouterr()
        return Outcome(int(stopped.value.code or 0), captured.out, captured.err)

    return call


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """Our tables, read once for all tests."""
    return load_knowledge()


@pytest.fixture(scope="session")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    """A gazetteer of a few rows; the compiled one is never needed by a test."""
    from places_support import small_gazetteer  # beside the tests that ask for it

    return small_gazetteer(tmp_path_factory.mktemp("gazetteer"))

"""What tests of several folders share; its place also puts `support` on the import path."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def shared() -> Path:
    """The folder of gold data beside the checkout; the test is skipped without it."""
    folder = Path(__file__).parents[2] / "shared"
    if not (folder / "bench" / "bench.py").exists():
        pytest.skip("no ../shared")
    return folder

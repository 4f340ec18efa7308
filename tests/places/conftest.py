from __future__ import annotations

from pathlib import Path

import pytest
from places_support import small_gazetteer

from dragoman.places.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    folder: Path = tmp_path_factory.mktemp("gazetteer")
    return small_gazetteer(folder)

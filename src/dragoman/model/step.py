"""What every step of the pipeline looks like."""

from __future__ import annotations

from typing import Protocol

from dragoman.model.layers import Layers


class Step(Protocol):
    """Reads layers, adds one.

    `needs` and `gives` are field names of `Layers`; the pipeline checks them before running.
    """

    @property
    def needs(self) -> tuple[str, ...]:
        """The layers that must be there."""

    @property
    def gives(self) -> str:
        """The layer that `run` fills."""

    def run(self, layers: Layers) -> Layers:
        """The same layers with one more filled."""

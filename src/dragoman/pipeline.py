"""The order of the steps. The runner is a dumb loop; what every step needs is checked before anything runs."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.model.document import Document
from dragoman.model.layers import Layers
from dragoman.model.step import Step


class Pipeline:
    """Runs steps in order over prepared documents."""

    def __init__(self, steps: Sequence[Step]) -> None:
        check_wiring(steps)
        self.steps = tuple(steps)

    def run(self, doc: Document) -> Layers:
        """All layers of the document."""
        layers = Layers(doc)
        for step in self.steps:
            layers = step.run(layers)
        return layers


def check_wiring(steps: Sequence[Step]) -> None:
    """Nothing; raises ValueError when a step needs a layer that no earlier step gives."""
    there: set[str] = set()
    for step in steps:
        name = type(step).__name__
        if missing := [n for n in step.needs if n not in there]:
            raise ValueError(f"{name} needs {missing}, which no step before it gives; they give {sorted(there)}")
        if step.gives in there:
            raise ValueError(f"{name} gives {step.gives!r}, which is there already")
        there.add(step.gives)

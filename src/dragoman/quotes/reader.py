"""The quotes room's step: marked and indirect speech with speaker, cue and addressee."""

from __future__ import annotations

from dataclasses import replace

from dragoman.model.layers import Layers, Quote
from dragoman.quotes.cues import load_cues
from dragoman.quotes.scene import Scene, build_scene, inside
from dragoman.quotes.speaker import Spoken, find_speakers


class QuoteReader:
    """Fills `quotes`, in text order: direct and mixed quotations, and indirect speech."""

    needs: tuple[str, ...] = ("trees", "mentions")
    gives = "quotes"

    def __init__(self) -> None:
        self.cues = load_cues()

    def run(self, layers: Layers) -> Layers:
        """The layers with `quotes`; a speaker is a place in the text, the actors' room says who it is."""
        scene = build_scene(layers, self.cues)
        spoken = find_speakers(scene, inside(scene.marked))
        quotes = [_quote(scene, s) for s in spoken]
        return replace(layers, quotes=tuple(sorted(quotes, key=lambda q: q.span)))


def _quote(scene: Scene, spoken: Spoken) -> Quote:
    best = spoken.best
    if best is None or best.speaker is None:
        return Quote(spoken.marked.span, "mixed")
    cue = best.cue
    return Quote(
        span=spoken.marked.span,
        kind="direct",
        speaker=best.speaker.span,
        head=(best.speaker.sentence, best.speaker.head),
        cue=cue.span if cue else None,
        addressee=cue.addressee if cue else None,
        stance=cue.stance if cue else "asserts",
    )

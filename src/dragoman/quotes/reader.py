"""The quotes room's step: marked and indirect speech with speaker, cue and addressee."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from dragoman.model.layers import Layers, Quote
from dragoman.quotes.cues import load_cues
from dragoman.quotes.indirect import find_indirect
from dragoman.quotes.scare import only_speech
from dragoman.quotes.scene import Scene, build_scene
from dragoman.quotes.speaker import Spoken, find_speakers, stands_alone


class QuoteReader:
    """Fills `quotes`, in text order: direct and mixed quotations, and indirect speech."""

    needs: tuple[str, ...] = ("trees", "mentions")
    gives = "quotes"

    def __init__(self) -> None:
        self.cues = load_cues()

    def run(self, layers: Layers) -> Layers:
        """The layers with `quotes`; a speaker is a place in the text, the actors' room says who it is."""
        scene = build_scene(layers, self.cues)
        spoken = find_speakers(scene)
        quotes = [_quote(scene, s) for s in only_speech(scene, spoken)] + find_indirect(scene)
        return replace(layers, quotes=tuple(sorted(quotes, key=lambda q: (q.span, q.kind))))


def _quote(scene: Scene, spoken: Spoken) -> Quote:
    best = spoken.best
    speaker, cue = (best.speaker, best.cue) if best is not None else (None, None)
    return Quote(
        span=spoken.marked.span,
        kind=_kind(scene, spoken),
        speaker=speaker.span if speaker is not None else None,
        head=best.head if best is not None else None,
        cue=cue.span if cue is not None else None,
        addressee=cue.addressee if cue is not None else None,
        stance=cue.stance if cue is not None else "asserts",
    )


def _kind(scene: Scene, spoken: Spoken) -> Literal["direct", "mixed"]:
    """Direct: whole sentences of the speaker. Mixed: some words of theirs inside the reporter's sentence."""
    if stands_alone(scene, spoken.marked):
        return "direct"
    before = scene.before(spoken.marked)
    starts_sentence = spoken.marked.span.of(scene.text)[:1].isupper()
    return "direct" if before.endswith((",", ":")) and (starts_sentence or _set_off(spoken)) else "mixed"


def _set_off(spoken: Spoken) -> bool:
    """Whether the stretch follows its cue at once: `"The road," she said, "is closed."`."""
    return spoken.best is not None and dict(spoken.best.features).get("touches") == 1.0

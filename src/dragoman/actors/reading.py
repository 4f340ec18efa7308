"""What is known of one report while its references are being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.actors.focus import Focus
from dragoman.actors.names import Named
from dragoman.actors.register import Draft, Register
from dragoman.actors.salience import Referred, Salience
from dragoman.model.layers import Layers, PlaceMention


@dataclass(slots=True)
class Reading:
    """The report while its references are being read; positions are (sentence, token), drafts go by identity.

    `holders` says who holds an office (lemma, code), `chiefs` who leads a body, `titled` whom a title's last word
    stands for, `ranked` before whom a word such as a rank stands, `placed` the country given to names that no word
    places, `by_head` the last reference told by a noun in this number.
    """

    layers: Layers
    register: Register
    salience: Salience
    home: str | None
    names: dict[int, dict[int, Named]]
    places: dict[int, dict[int, PlaceMention]]
    holders: dict[tuple[str, str | None], Draft]
    ranks: dict[int, str]
    chiefs: dict[int, Draft]
    focus: Focus
    titled: dict[tuple[int, int], Named] = field(default_factory=dict)
    ranked: dict[str, list[Draft]] = field(default_factory=dict)
    by_head: dict[tuple[str, bool], Referred] = field(default_factory=dict)
    placed: dict[int, str | None] = field(default_factory=dict)
    last_of_role: dict[str, str | None] = field(default_factory=dict)
    read: dict[tuple[int, int], tuple[Referred, ...]] = field(default_factory=dict)
    here: dict[int, dict[int, tuple[Referred, ...]]] = field(default_factory=dict)

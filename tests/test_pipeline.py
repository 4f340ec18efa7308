"""The runner: steps in order, wired before anything runs."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from dragoman.annotate.entities import MentionFinder
from dragoman.kb.load import Knowledge
from dragoman.model.document import Document, RawDocument
from dragoman.model.layers import EventLayer, Layers
from dragoman.model.reason import Skipped
from dragoman.model.span import Span
from dragoman.pipeline import Pipeline, check_wiring


@dataclass
class Mark:
    """A step that leaves its name behind."""

    gives: str
    needs: tuple[str, ...] = ()
    ran: list[str] = field(default_factory=list)

    def run(self, layers: Layers) -> Layers:
        self.ran.append(self.gives)
        before = layers.coding.skipped if layers.coding else ()
        return replace(
            layers,
            coding=EventLayer(skipped=(*before, Skipped(len(before), Span(0, 0), "no_trigger", rule=self.gives))),
        )


DOC = Document(RawDocument("d", "x"), "0" * 64, (), ())


def test_steps_run_in_order_and_each_sees_what_came_before() -> None:
    found = Pipeline([Mark("trees"), Mark("mentions", ("trees",)), Mark("times")]).run(DOC)
    assert found.coding is not None
    assert [(s.sentence, s.rule) for s in found.coding.skipped] == [(0, "trees"), (1, "mentions"), (2, "times")]
    assert found.document is DOC


def test_without_steps_a_document_has_no_layers() -> None:
    assert Pipeline([]).run(DOC) == Layers(DOC)


def test_a_step_before_what_it_needs_is_refused_when_the_pipeline_is_made() -> None:
    late = Mark("trees")
    with pytest.raises(ValueError, match=r"Mark needs \['trees'\].*give \[\]"):
        Pipeline([Mark("mentions", ("trees",)), late])
    assert late.ran == []


def test_the_message_names_only_what_is_missing() -> None:
    with pytest.raises(ValueError, match=r"needs \['times', 'quotes'\].*give \['trees'\]"):
        check_wiring([Mark("trees"), Mark("actors", ("times", "trees", "quotes"))])


def test_two_steps_for_one_layer_are_refused() -> None:
    with pytest.raises(ValueError, match="there already"):
        check_wiring([Mark("trees"), Mark("trees")])


def test_a_step_does_not_feed_itself() -> None:
    with pytest.raises(ValueError, match="trees"):
        check_wiring([Mark("trees", ("trees",))])


def test_every_real_step_names_layers_that_exist(knowledge: Knowledge) -> None:
    names = set(Layers.__dataclass_fields__)
    step = MentionFinder(knowledge)
    assert {*step.needs, step.gives} <= names


def test_a_pipeline_can_run_again_without_remembering() -> None:
    pipeline = Pipeline([Mark("trees")])
    assert pipeline.run(DOC) == pipeline.run(DOC)

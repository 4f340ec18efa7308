from __future__ import annotations

import datetime as dt

import pytest

from dragoman.errors import UsageError
from dragoman.evaluate.gold import GoldReport, GoldSize
from dragoman.evaluate.metrics import score_report
from dragoman.evaluate.tally import Count
from dragoman.model.record import CountRecord, EventRecord, ReportRecord, SizeRecord
from support import TEXT, event, fact, party, quote, record

DAY = dt.date(2020, 3, 2)


def gold(**changes: object) -> GoldReport:
    """The meeting of TEXT as a careful coder has it, with `changes` to the event."""
    meeting: dict[str, object] = {
        "event": "CONSULT",
        "mode": ["visit"],
        "auxiliary": [],
        "trigger": {"start": TEXT.index("met"), "end": TEXT.index("met") + 3},
        "actor": [{"text": "Ana Rojas", "name": "Ana Rojas", "country": "CHL", "sector": "GOV"}],
        "recipient": [{"text": "Uruguay's president", "name": "Luis Paz", "country": "URY", "sector": "GOV"}],
        "date": {"start": "2020-03-02", "end": "2020-03-02"},
        "location": {"country": "URY"},
        "attribution": "officials",
    }
    return GoldReport.model_validate(
        {
            "doc_id": "r1",
            "published": "2020-03-02",
            "text": TEXT,
            "events": [meeting | changes],
            "facts": [{"subject": "Ana Rojas", "predicate": "holds_office", "object": "Foreign Minister, Chile"}],
            "quotes": [
                {"start": TEXT.index("We"), "end": TEXT.index("friends,") + len("friends,"), "speaker": "Ana Rojas"}
            ],
        }
    )


def meeting(**changes: object) -> EventRecord:
    """The same event as a perfect program gives it, with `changes`."""
    perfect = event(
        actor=[party("Ana Rojas", "CHL")],
        recipient=[party("Uruguay's president", "URY", name="Luis Paz")],
        mode=["visit"],
        day=DAY,
        country="URY",
        source="officials",
    )
    return perfect.model_copy(update=changes)


def counts(want: GoldReport, got: ReportRecord) -> dict[str, Count]:
    return score_report(want, got).tally.counts


def test_a_perfect_record_scores_one_everywhere() -> None:
    perfect = record(
        events=[meeting()],
        facts=[fact("Rojas", "holds_office", "Minister of Foreign Affairs, Chile")],
        quotes=[quote("We are old friends,", "Rojas")],
    )
    scored = score_report(gold(), perfect)
    assert {m for m, c in scored.tally.counts.items() if c.f1 < 1} == set()
    assert scored.misses == ()


@pytest.mark.parametrize(
    ("changes", "lost"),
    [
        ({"event": "SUPPORT"}, {"typed", "whole", "complete"}),
        ({"mode": ()}, {"mode"}),
        ({"auxiliary": ("historical",)}, {"auxiliary", "whole", "complete"}),
        ({"date": None, "enddate": None}, {"date", "whole", "complete"}),
        ({"event_loc": None}, {"place"}),
        ({"attribution": ()}, {"attribution"}),
        ({"recipient": ()}, {"recipient_country", "recipient_name", "whole", "complete"}),
        ({"actor": (party("Ana Rojas", "CHL", sector="MIL"),)}, {"sector", "complete"}),
    ],
)
def test_one_wrong_field_costs_only_the_measures_that_ask_for_it(changes: dict[str, object], lost: set[str]) -> None:
    perfect, changed = counts(gold(), record(events=[meeting()])), counts(gold(), record(events=[meeting(**changes)]))
    assert {m for m, c in perfect.items() if c.f1 > changed.get(m, Count(0, 0, 0)).f1} >= lost
    assert lost >= {m for m, c in changed.items() if c.f1 < perfect[m].f1}


@pytest.mark.parametrize(
    ("asked", "given", "counted"),
    [
        ({"dead": {"low": 2, "high": 4}}, {"dead": 3}, Count(1, 1, 1)),
        ({"dead": {"low": 2, "high": 4}}, {"dead": 5}, Count(0, 1, 1)),
        ({"dead": {"low": 2, "high": 4}}, {"injured": 3}, Count(0, 1, 1)),
        ({}, {"injured": 3}, Count(0, 1, 0)),
    ],
)
def test_a_count_is_right_within_what_the_gold_allows(
    asked: dict[str, object], given: dict[str, int], counted: Count
) -> None:
    meant = gold().events[0].model_copy(update={"size": GoldSize.model_validate(asked)})
    words = meeting().trigger
    told = {k: CountRecord(best=n, low=n, high=n, scope="event", span=words) for k, n in given.items()}
    size = SizeRecord.model_validate({"dead": None, "injured": None, "arrested": None} | told)
    got = meeting().model_copy(update={"size": size})
    assert counts(gold().model_copy(update={"events": (meant,)}), record(events=[got]))["size"] == counted


def test_counts_that_the_gold_does_not_speak_of_are_not_judged() -> None:
    assert "size" not in counts(gold(), record(events=[meeting()]))


def test_an_event_is_right_by_category_and_countries_for_its_confidence() -> None:
    wrong = meeting(actor=(party("Ana Rojas", "PER"),))
    scored = score_report(gold(), record(events=[wrong]))
    assert [right for _, right in scored.sure] == [False]
    assert [right for _, right in scored.sure_typed] == [True]


def test_a_trigger_in_another_sentence_is_not_found() -> None:
    elsewhere = event("said.", actor=[party("Ana Rojas", "CHL")])
    far = elsewhere.trigger.model_copy(
        update={"start": TEXT.rindex("said"), "end": TEXT.rindex("said") + 4, "text": "said"}
    )
    moved = elsewhere.model_copy(update={"trigger": far})
    assert counts(gold(), record(events=[moved]))["detect"] == Count(0, 1, 1)


def test_a_further_mention_counts_as_the_place_of_the_event() -> None:
    also = [{"start": TEXT.rindex("Rojas"), "end": TEXT.rindex("Rojas") + 5}]
    far = meeting().trigger.model_copy(
        update={"start": TEXT.rindex("said"), "end": TEXT.rindex("said") + 4, "text": "said"}
    )
    assert counts(gold(also=also), record(events=[meeting(trigger=far)]))["typed"] == Count(1, 1, 1)


def test_the_better_of_two_events_in_a_sentence_is_taken() -> None:
    rival = event("officials said", category="ACCUSE")
    assert counts(gold(), record(events=[rival, meeting()]))["whole"] == Count(1, 2, 1)


def test_a_date_where_the_gold_has_none_is_invented() -> None:
    assert counts(gold(date=None), record(events=[meeting()]))["invented_date"] == Count(1, 1, 1)


@pytest.mark.parametrize(("last", "right"), [(2, 1), (3, 1), (4, 0)])
def test_dates_agree_if_half_of_all_their_days_are_shared(last: int, right: int) -> None:
    longer = meeting(enddate=dt.date(2020, 3, last))
    assert counts(gold(), record(events=[longer]))["date"] == Count(right, 1, 1)


def test_diplomatic_relations_hold_both_ways_and_offices_do_not() -> None:
    want = gold().model_copy(
        update={
            "facts": tuple(
                gold().facts[0].model_copy(update={"predicate": p, "subject": "Chile", "object": "Uruguay"})
                for p in ("diplomatic_relations", "hosts")
            )
        }
    )
    turned = [fact("Uruguay", p, "Chile") for p in ("diplomatic_relations", "hosts")]
    assert counts(want, record(facts=turned))["facts"] == Count(1, 2, 2)


def test_a_quotation_counts_if_four_fifths_are_shared() -> None:
    assert counts(gold(), record(quotes=[quote("are old friends")]))["quotes"] == Count(0, 1, 1)
    assert counts(gold(), record(quotes=[quote("We are old friends")]))["quotes"] == Count(1, 1, 1)


def test_a_record_of_leading_white_space_less_is_still_compared() -> None:
    padded = gold().model_copy(update={"text": "\n\n" + TEXT})
    moved = padded.events[0].trigger.model_copy(update={"start": TEXT.index("met") + 2, "end": TEXT.index("met") + 5})
    padded = padded.model_copy(update={"events": (padded.events[0].model_copy(update={"trigger": moved}),)})
    assert counts(padded, record(events=[meeting()]))["whole"] == Count(1, 1, 1)


def test_a_record_of_another_text_is_refused() -> None:
    with pytest.raises(UsageError, match="r1: the record's text is not the gold's"):
        score_report(gold(), record(text="Something else."))


def test_differences_are_listed_with_their_words() -> None:
    misses = score_report(gold(), record(events=[meeting(event="ACCUSE")])).misses
    assert [(m.kind, m.category) for m in misses] == [("missed", "CONSULT"), ("spurious", "ACCUSE")]
    assert "met Uruguay's president" in misses[0].words

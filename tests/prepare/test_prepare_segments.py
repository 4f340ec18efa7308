from __future__ import annotations

import pytest

from dragoman.prepare.blocks import blocks
from dragoman.prepare.segment import Parts, split_parts

LEAD = "The foreign minister of Tarsis flew home on Monday after two days of talks."
MORE = "He called the talks useful. Nothing was signed."


def parts(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(piece.kind, piece.span.of(text)) for piece in split_parts(text, title).pieces]


def kinds(text: str, title: str | None = None) -> list[str]:
    return [kind for kind, _ in parts(text, title)]


# paragraphs


def test_every_line_of_running_text_is_a_paragraph() -> None:
    assert len(blocks(f"{LEAD}\n{MORE}\r\n\r\n{LEAD}")) == 3


def test_indents_open_paragraphs_in_hard_wrapped_newswire() -> None:
    text = (
        "The foreign minister of Tarsis flew\nhome on Monday after two days of talks with\n"
        "his hosts in Port Hallow, an\n"
        "official said.\n    He called the talks useful and long, but\n"
        "added that nothing had been signed on\neither side.\n"
        "    No date was set for another\nround.\n REUTER\n"
    )
    found = [span.of(text) for span in blocks(text)]
    assert [words.split()[0] for words in found] == ["The", "He", "No", "REUTER"]


def test_wrapped_text_with_one_margin_is_joined() -> None:
    margin = " " * 12
    lines = [
        "Rebels from the hills above Port Hallow have shelled the harbour for a third day, killing four dock",
        "workers and setting a grain ship on fire, the mayor said.",
        "Soldiers answered with rockets from a base south of the town, and the road to the capital was shut to",
        "all traffic.",
    ]
    text = f"\n{margin}".join(lines)
    assert [span.of(text).split()[0] for span in blocks(text)] == ["Rebels", "Soldiers"]


def test_a_date_line_under_a_title_is_its_own_paragraph() -> None:
    text = f"Tarsis and Orlan end talks in Port Hallow\nMay 04, 2009\n{LEAD}\n{MORE}\n{LEAD}"
    assert kinds(text) == ["headline", "dateline", "body", "body", "body"]


# headline, byline, dateline


def test_a_short_first_line_without_a_stop_is_the_headline() -> None:
    assert parts(f"Tarsis ends talks\n\n{LEAD}\n\n{MORE}")[0] == ("headline", "Tarsis ends talks")
    assert kinds(f"TARSIS ENDS TALKS.\n\n{LEAD}")[0] == "headline"


@pytest.mark.parametrize("text", [LEAD, "Tarsis ends talks", f"{LEAD}\n\n{MORE}", "Talks end\n\nand go on"])
def test_a_lead_or_a_lone_line_is_no_headline(text: str) -> None:
    assert "headline" not in kinds(text)


def test_a_title_field_marks_the_headline_in_the_text() -> None:
    assert kinds(f"Tarsis ends talks. {LEAD}", "Tarsis ends talks") == ["headline", "body"]
    assert kinds(f"Net profit 4 vs 5\n\n{LEAD}", "Tarsis ends talks") == ["body", "body"]


@pytest.mark.parametrize(
    ("dateline", "place", "date"),
    [
        ("PORT HALLOW, Tarsis (AP) _", "PORT HALLOW, Tarsis", None),
        ("PORT HALLOW, Tarsis, March 12 (Xinhua) --", "PORT HALLOW, Tarsis", "March 12"),
        ("PORT HALLOW (Reuters) -", "PORT HALLOW", None),
        ("PORT HALLOW, April 3 -", "PORT HALLOW", "April 3"),
        ("PORT HALLOW —", "PORT HALLOW", None),
        ("PORT HALLOW:", "PORT HALLOW", None),
        ("ST. ALBANS, N.C. (AP) –", "ST. ALBANS, N.C.", None),
        ("SÃO BENTO/ORLAN, 12 May 2008 (IRIN) -", "SÃO BENTO/ORLAN", "12 May 2008"),
        ("Port Hallow, Tarsis (CNN) --", "Port Hallow, Tarsis", None),
        ("Port Hallow, 12 May 2008 -", "Port Hallow", "12 May 2008"),
        ("Port Hallow, Tarsis, May 3 –", "Port Hallow, Tarsis", "May 3"),
        ("(Reuters) -", None, None),
        ("PORT HALLOW | Tue Mar 3, 2009 9:15 am EST PORT HALLOW (Reuters) -", "PORT HALLOW", "Mar 3, 2009"),
        ("Port Hallow (CNN)", "Port Hallow", None),
    ],
)
@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_datelines_are_set_apart(dateline: str, place: str | None, date: str | None, gap: str) -> None:
    text = f"{dateline}{gap}{LEAD}\n\n{MORE}"
    found: Parts = split_parts(text)
    assert parts(text) == [("dateline", dateline), ("body", LEAD), ("body", MORE)]
    assert (found.place.of(text) if found.place else None) == place
    assert (found.date.of(text) if found.date else None) == date


@pytest.mark.parametrize(
    "text",
    [
        "Tarsis - a small state - ended the talks.",
        "UPDATE: The talks have ended.",
        "The Associated Press (AP) reported the talks.",
        "EU - Orlan ties are cold.",
        "Clashes on May 3 - the worst in years - ended the talks.",
        "Tarsis ended the talks, May 3 - a Monday - being too early.",
        "He said: the talks are over.",
    ],
)
def test_other_dashes_and_colons_make_no_dateline(text: str) -> None:
    assert kinds(text) == ["body"]


def test_a_dateline_may_follow_a_title_on_the_same_line() -> None:
    text = f"Mayor of Orlan opens a bridge. ORLAN, Tarsis (AP) — {LEAD}"
    assert kinds(text) == ["headline", "dateline", "body"]
    assert kinds(f"By Ada Voss (Reuters) - {LEAD}") == ["byline", "dateline", "body"]


def test_a_dateline_with_its_agency_counts_below_the_top_too() -> None:
    assert kinds(f"{LEAD}\n\nORLAN (AP) — {MORE}") == ["body", "dateline", "body"]
    assert kinds(f"{LEAD}\n\nORLAN — {MORE}") == ["body", "body"]


@pytest.mark.parametrize(
    "byline", ["By JOHN DOE", "By Ada Voss and Pavel Dunn, Port Hallow Post", "BY ADA VOSS", "AP Staff Writer"]
)
def test_bylines_are_set_apart(byline: str) -> None:
    assert kinds(f"Tarsis ends talks\n\n{byline}\n\n{LEAD}") == ["headline", "byline", "body"]


def test_prose_that_begins_with_by_is_no_byline() -> None:
    assert kinds(f"By Monday the talks were over.\n\n{LEAD}") == ["body", "body"]


# captions, credits, boilerplate


def test_captions_are_split_from_the_words_around_them() -> None:
    text = (
        f"{LEAD}\n\nOpen gallery view Minister Tal in Port Hallow, May 2009. Credit: Ada Voss / Hallow Photo\n\n{MORE}"
    )
    assert parts(text)[1:4] == [
        ("boilerplate", "Open gallery view"),
        ("caption", "Minister Tal in Port Hallow, May 2009."),
        ("credit", "Credit: Ada Voss / Hallow Photo"),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("FILE PHOTO: Minister Tal arrives. REUTERS/Ada Voss", ["boilerplate", "caption", "credit"]),
        ("Image caption Minister Tal arrives", ["boilerplate", "caption"]),
        ("Photo: Minister Tal arrives", ["boilerplate", "caption"]),
        ("Photo by Ada Voss", ["credit"]),
        ("Read more: Tarsis and Orlan break off talks", ["boilerplate", "caption"]),
        ("Read more about the talks", ["boilerplate"]),
        ("(Reporting by Ada Voss; editing by Pavel Dunn)", ["boilerplate"]),
        ("Reuters contributed to this report.", ["boilerplate"]),
        ("John F. Kessler and Ada Voss contributed to this report.", ["boilerplate"]),
        ("Copyright 2009 Port Hallow Post", ["boilerplate"]),
        (" REUTER", ["boilerplate"]),
        ("REUTER END", ["boilerplate"]),
        ("(END)", ["boilerplate"]),
        ("- - - -", ["boilerplate"]),
        ("This article was originally published in May.", ["boilerplate"]),
    ],
)
def test_lines_around_the_report_are_told_from_it(line: str, expected: list[str]) -> None:
    assert kinds(f"{LEAD}\n\n{MORE}\n\n{line}") == ["body", "body", *expected]


def test_a_sign_off_on_the_last_line_is_cut_from_it() -> None:
    assert parts(f"{LEAD} {MORE} (av-pd)")[1] == ("boilerplate", "(av-pd)")
    assert kinds(f"{LEAD} (Reporting by Ada Voss; Editing by Pavel Dunn)") == ["body", "boilerplate"]
    assert kinds(f"{LEAD} {MORE} REUTER") == ["body", "boilerplate"]


def test_prose_about_photographs_stays_prose() -> None:
    assert kinds("The image of the minister suffered. His photo was everywhere.") == ["body"]


def test_a_sentence_of_a_short_text_may_run_over_a_line_break() -> None:
    text = "Rebels shelled the airport of Addis on\nThursday, officials said, and the army\nanswered.\nNobody was hurt."
    assert [span.of(text) for span in blocks(text)] == [text[: text.index("Nobody") - 1], "Nobody was hurt."]


def test_a_headline_above_a_short_text_stays_a_paragraph_of_its_own() -> None:
    text = "Parliament rejects bill\nLawmakers voted it down on Monday."
    assert len(blocks(text)) == 2

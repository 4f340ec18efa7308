"""Every class of temporal expression on sentences of our own: words, value, interval, basis."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.model.document import Document, RawDocument, Segment, Sentence
from dragoman.model.ids import sha256_text
from dragoman.model.layers import Layers, TimeMention
from dragoman.model.span import Span
from dragoman.model.tree import Token, Tree
from dragoman.times import TimeReader
from dragoman.times.reader import RULES
from dragoman.times.text import normalised
from dragoman.times.words import words_in

WEDNESDAY = date(2011, 3, 16)


def words_of(tagged: str) -> tuple[str, Tree]:
    """A sentence and its unparsed tree from "They/PRP will/MD meet/VB"; words without tag get NN."""
    text, tokens = "", []
    for i, item in enumerate(tagged.split(" ")):
        word, _, tag = item.rpartition("/") if "/" in item else (item, "", "NN")
        text += (" " if text else "") + word
        pos = "AUX" if tag == "MD" else "VERB" if tag.startswith("VB") else "NOUN"
        tokens.append(Token(i, len(text) - len(word), len(text), word, word.lower(), pos, tag, "", i))
    return text, Tree(0, tuple(tokens))


def read(text: str, published: date | None = WEDNESDAY, *, tree: Tree | None = None) -> tuple[TimeMention, ...]:
    """The times of a one-sentence report."""
    span = Span(0, len(text))
    raw = RawDocument(id="t", text=text, published=published)
    doc = Document(raw, sha256_text(text), (Segment("body", span),), (Sentence(0, span, "body", 0),))
    times = TimeReader().run(Layers(doc, trees=(tree or Tree(0, ()),))).times
    assert times is not None
    return times


def interval(mention: TimeMention) -> str:
    if mention.start is None or mention.end is None:
        return ""
    return str(mention.start) if mention.start == mention.end else f"{mention.start}..{mention.end}"


# text | the expression | value | interval ("" none, one day, or first..last) | basis; a pilcrow is a line end
CASES = """
1 weekday
The envoy left Quito on Monday. | Monday | 2011-03-14 | 2011-03-14 | relative
Ministers met here Wednesday. | Wednesday | 2011-03-16 | 2011-03-16 | relative
The strike began Thursday. | Thursday | 2011-03-10 | 2011-03-10 | relative
He resigned last Wednesday. | last Wednesday | 2011-03-09 | 2011-03-09 | relative
A vote is set for next Friday. | next Friday | 2011-03-18 | 2011-03-18 | relative
It fell this past Sunday. | this past Sunday | 2011-03-13 | 2011-03-13 | relative
Polls open this Saturday. | this Saturday | 2011-03-19 | 2011-03-19 | relative
The tariff ended on Tuesday last week. | Tuesday last week | 2011-03-08 | 2011-03-08 | relative
They convene Monday of next week. | Monday of next week | 2011-03-21 | 2011-03-21 | relative
GENERAL QUITS SATURDAY | SATURDAY | 2011-03-12 | 2011-03-12 | relative
Friday’s raid was denied. | Friday | 2011-03-11 | 2011-03-11 | relative
2 unit
Exports fell last year. | last year | 2010 | 2010-01-01..2010-12-31 | relative
Talks stalled last month. | last month | 2011-02 | 2011-02-01..2011-02-28 | relative
Rebels advanced last week. | last week | 2011-W10 | 2011-03-07..2011-03-13 | relative
The court sits this week. | this week | 2011-W11 | 2011-03-14..2011-03-20 | relative
Growth slowed this year. | this year | 2011 | 2011-01-01..2011-12-31 | relative
The port reopens next month. | next month | 2011-04 | 2011-04-01..2011-04-30 | relative
Elections come next year. | next year | 2012 | 2012-01-01..2012-12-31 | relative
The treaty dates from last century. | last century | 19 | 1901-01-01..2000-12-31 | relative
He fled the week before last. | the week before last | 2011-W09 | 2011-02-28..2011-03-06 | relative
Guards were doubled over the weekend. | the weekend | 2011-W10-WE | 2011-03-12..2011-03-13 | relative
A curfew starts next weekend. | next weekend | 2011-W11-WE | 2011-03-19..2011-03-20 | relative
The hearing is in the week of April 4. | the week of April 4 | 2011-W14 | 2011-04-04..2011-04-10 | relative
3 duration
The siege lasted two days. | two days | P2D |  | explicit
A five-year plan was drawn up. | five-year | P5Y |  | explicit
They talked for three hours. | three hours | PT3H |  | explicit
The truce held for nine months. | nine months | P9M |  | explicit
It took two and a half years. | two and a half years | P2.5Y |  | explicit
The ban stood for a decade. | a decade | P10Y |  | explicit
The march took half an hour. | half an hour | PT0.5H |  | explicit
A blackout of 40 days followed. | 40 days | P40D |  | explicit
The bridge closed for six consecutive weeks. | six consecutive weeks | P6W |  | explicit
She served twenty-one months. | twenty-one months | P21M |  | explicit
4 full date
The pact was signed on September 30, 1999. | September 30, 1999 | 1999-09-30 | 1999-09-30 | explicit
The pact was signed on 30 September 1999. | 30 September 1999 | 1999-09-30 | 1999-09-30 | explicit
The pact was signed on Sept. 30, 1999. | Sept. 30, 1999 | 1999-09-30 | 1999-09-30 | explicit
It was signed on the 30th of September 1999. | the 30th of September 1999 | 1999-09-30 | 1999-09-30 | explicit
The file is dated 1999-09-30. | 1999-09-30 | 1999-09-30 | 1999-09-30 | explicit
The file is dated 30/9/1999. | 30/9/1999 | 1999-09-30 | 1999-09-30 | explicit
The file is dated 4/5/1999. | 4/5/1999 | 1999-XX-XX |  | relative
Protests began on Feb. 17. | Feb. 17 | 2011-02-17 | 2011-02-17 | relative
He was held on 20 December. | 20 December | 2010-12-20 | 2010-12-20 | relative
He was held on Dec. 4 last year. | Dec. 4 last year | 2010-12-04 | 2010-12-04 | relative
The summit is on March 29. | March 29 | 2011-03-29 | 2011-03-29 | relative
It opened Tuesday, March 15. | Tuesday, March 15 | 2011-03-15 | 2011-03-15 | relative
Flights resume on Friday, 18 March 2011. | Friday, 18 March 2011 | 2011-03-18 | 2011-03-18 | explicit
AIRPORT SHUT ON MARCH 3 | MARCH 3 | 2011-03-03 | 2011-03-03 | relative
The drill ran from 5 to 10 March. | 5 to 10 March | 2011-03-05/2011-03-10 | 2011-03-05..2011-03-10 | relative
Nobody forgot 9/11 there. | 9/11 | 2001-09-11 | 2001-09-11 | explicit
The border was drawn on May¶4, 1926. | May¶4, 1926 | 1926-05-04 | 1926-05-04 | explicit
5 year
The fort fell in 1874. | 1874 | 1874 | 1874-01-01..1874-12-31 | explicit
Voters remember ’98 and since '98 little changed. | '98 | 1998 | 1998-01-01..2011-03-16 | explicit
The 1992 riots spread. | 1992 | 1992 | 1992-01-01..1992-12-31 | explicit
The post-1990 order is gone. | 1990 | 1990 | 1990-01-01..1990-12-31 | explicit
6 quarter
Output fell in the third quarter. | the third quarter | 2010-Q3 | 2010-07-01..2010-09-30 | relative
Output fell in the first quarter of 2009. | the first quarter of 2009 | 2009-Q1 | 2009-01-01..2009-03-31 | explicit
Second-quarter output fell. | Second-quarter | 2010-Q2 | 2010-04-01..2010-06-30 | relative
Output rose in Q4 2008. | Q4 2008 | 2008-Q4 | 2008-10-01..2008-12-31 | explicit
It fell the fourth quarter of last year. | the fourth quarter of last year | 2010-Q4 | 2010-10-01..2010-12-31 | relative
Output fell in the first half of 1987. | the first half of 1987 | 1987-H1 | 1987-01-01..1987-06-30 | explicit
The budget for fiscal 2012 was cut. | fiscal 2012 | 2012 |  | relative
7 references
The ministry now denies it. | now | PRESENT_REF |  | relative
He is currently abroad. | currently | PRESENT_REF |  | relative
The two sides met recently. | recently | PAST_REF |  | relative
A deal will come soon. | soon | FUTURE_REF |  | relative
No talks are planned in the near future. | in the near future | FUTURE_REF |  | relative
8 bare month
The envoy was shot in September. | September | 2010-09 | 2010-09-01..2010-09-30 | relative
The envoy was shot last March. | last March | 2010-03 | 2010-03-01..2010-03-31 | relative
The envoy was shot in march. | march | 2011-03 | 2011-03-01..2011-03-31 | relative
A visit in April was discussed. | April | 2011-04 | 2011-04-01..2011-04-30 | relative
The May elections were rigged. | May | 2011-05 | 2011-05-01..2011-05-31 | relative
The fleet sails next May. | next May | 2011-05 | 2011-05-01..2011-05-31 | relative
9 today
Parliament votes today. | today | 2011-03-16 | 2011-03-16 | relative
Parliament voted yesterday. | yesterday | 2011-03-15 | 2011-03-15 | relative
Parliament votes tomorrow. | tomorrow | 2011-03-17 | 2011-03-17 | relative
They left the day before yesterday. | the day before yesterday | 2011-03-14 | 2011-03-14 | relative
10 ago
They broke off talks two days ago. | two days ago | 2011-03-14 | 2011-03-14 | relative
They broke off talks three weeks ago. | three weeks ago | 2011-W08 | 2011-02-21..2011-02-27 | relative
They broke off talks a month ago. | a month ago | 2011-02 | 2011-02-01..2011-02-28 | relative
They broke off talks three years ago. | three years ago | 2008 | 2008-01-01..2008-12-31 | relative
They broke off talks nearly two decades ago. | nearly two decades ago | 1991 | 1991-01-01..1991-12-31 | relative
They broke off talks more than 30 years ago. | more than 30 years ago | 1981 |  | relative
They broke off talks several weeks ago. | several weeks ago | PAST_REF |  | relative
They broke off talks 9,000 years ago. | 9,000 years ago | XXXX |  | relative
11 vague plural
Fighting went on for weeks. | weeks | PXW |  | explicit
Fighting went on for several days. | several days | PXD |  | explicit
Fighting has grown in recent weeks. | recent weeks | PXW |  | explicit
A decades-long feud ended. | decades-long | PXDE |  | explicit
12 past N units
Forty people died in the past three weeks. | the past three weeks | P3W | 2011-02-23..2011-03-16 | relative
Forty people died in the last two months. | the last two months | P2M | 2011-01-16..2011-03-16 | relative
More aid comes in the next three days. | the next three days | P3D | 2011-03-16..2011-03-19 | relative
Prices doubled over the past year. | the past year | P1Y | 2010-03-16..2011-03-16 | relative
Snow is due in the coming days. | the coming days | PXD |  | relative
13 part of day
A bomb went off Friday night. | Friday night | 2011-03-11TNI | 2011-03-11 | relative
A bomb went off this morning. | this morning | 2011-03-16TMO | 2011-03-16 | relative
A bomb went off last night. | last night | 2011-03-15TNI | 2011-03-15 | relative
The king speaks tonight. | tonight | 2011-03-16TNI | 2011-03-16 | relative
Two villages were shelled overnight. | overnight | 2011-03-15TNI | 2011-03-15..2011-03-16 | relative
He died on the night of Oct. 23, 1998. | the night of Oct. 23, 1998 | 1998-10-23TNI | 1998-10-23 | explicit
14 set
The two meet every Sunday. | every Sunday | XXXX-WXX-7 |  | explicit
The two meet every two weeks. | every two weeks | P2W |  | explicit
The board reports annually. | annually | P1Y |  | explicit
The market opens each July. | each July | XXXX-07 |  | explicit
Shops close on Fridays there. | Fridays | XXXX-WXX-5 |  | explicit
The paper appears weekly. | weekly | P1W |  | explicit
The patrol passes twice a day. | twice a day | P1D |  | explicit
15 decade, century
The road was built in the 1980s. | the 1980s | 198 | 1980-01-01..1989-12-31 | explicit
The road was built in the mid-1990s. | the mid-1990s | 199 | 1993-01-01..1996-12-31 | explicit
The road will be built in the early 2020s. | the early 2020s | 202 | 2020-01-01..2023-12-31 | explicit
The road was built in the '60s. | '60s | 196 | 1960-01-01..1969-12-31 | explicit
The road was built in the 19th century. | the 19th century | 18 | 1801-01-01..1900-12-31 | explicit
16 month and year
The pact dates from May 2010. | May 2010 | 2010-05 | 2010-05-01..2010-05-31 | explicit
The pact dates from January this year. | January this year | 2011-01 | 2011-01-01..2011-01-31 | relative
The pact dates from November of last year. | November of last year | 2010-11 | 2010-11-01..2010-11-30 | relative
17 clock time
The blast came at 10 p.m. Monday. | 10 p.m. Monday | 2011-03-14T22:00 | 2011-03-14 | relative
The blast came at 0900 GMT. | 0900 GMT | 2011-03-16T09:00Z | 2011-03-16 | relative
The blast came at 15:30 local time on Tuesday. | 15:30 local time on Tuesday | 2011-03-15T15:30 | 2011-03-15 | relative
The blast came at noon on Sunday. | noon on Sunday | 2011-03-13T12:00 | 2011-03-13 | relative
The blast came before 1330 gmt on March 2. | 1330 gmt on March 2 | 2011-03-02T13:30Z | 2011-03-02 | relative
It came at five o'clock in the afternoon. | five o'clock in the afternoon | 2011-03-16T17:00 | 2011-03-16 | relative
The blast came at 12:30 a.m. | 12:30 a.m. | 2011-03-16T00:30 | 2011-03-16 | relative
18 early, late
They met earlier this month. | earlier this month | 2011-03 | 2011-03-01..2011-03-16 | relative
They meet later this year. | later this year | 2011 | 2011-03-16..2011-12-31 | relative
They met early last week. | early last week | 2011-W10 | 2011-03-07..2011-03-09 | relative
They met in late November. | late November | 2010-11 | 2010-11-21..2010-11-30 | relative
They met at the end of 2009. | the end of 2009 | 2009 | 2009-09-01..2009-12-31 | explicit
They met in late 2009. | late 2009 | 2009 | 2009-09-01..2009-12-31 | explicit
19 anchored
It came two days after Christmas. | two days after Christmas | 2010-12-27 | 2010-12-27 | relative
It came the day before Friday's vote. | the day before Friday | 2011-03-10 | 2011-03-10 | relative
It came a year after the accords were signed. | a year | P1Y |  | relative
It came the day after the general resigned. | the day after | XXXX-XX-XX |  | relative
Nothing moved the next day. | the next day | XXXX-XX-XX |  | relative
20 seasons, holidays
The crop failed last summer. | last summer | 2010-SU | 2010-06-01..2010-08-31 | relative
The crop failed in the winter of 1998. | the winter of 1998 | 1998-WI | 1998-12-01..1999-02-28 | explicit
The crop is sown this spring. | this spring | 2011-SP | 2011-03-01..2011-05-31 | relative
The crop failed in the autumn. | autumn | 2010-FA | 2010-09-01..2010-11-30 | relative
Troops came home at Christmas. | Christmas | 2010-12-25 | 2010-12-25 | relative
Troops came home on Easter Sunday 1998. | Easter Sunday 1998 | 1998-04-12 | 1998-04-12 | explicit
Troops came home on Thanksgiving Day. | Thanksgiving Day | 2010-11-25 | 2010-11-25 | relative
Troops came home on New Year's Eve. | New Year's Eve | 2010-12-31 | 2010-12-31 | relative
Troops came home during Ramadan. | Ramadan | XXXX-XX-XX |  | relative
the year, the day
They left by the end of the year. | the end of the year | 2011 | 2011-09-01..2011-12-31 | relative
They met later in the month. | later in the month | 2011-03 | 2011-03-16..2011-03-31 | relative
since and ranges
Nine were hurt since Monday. | Monday | 2011-03-14 | 2011-03-14..2011-03-16 | relative
He has ruled since 1996. | 1996 | 1996 | 1996-01-01..2011-03-16 | explicit
He ruled until 1996. | 1996 | 1996 | 1996-01-01..1996-12-31 | explicit
more weekdays and weeks
The bridge fell a week ago Monday. | a week ago Monday | 2011-03-07 | 2011-03-07 | relative
The deal was struck this past weekend. | this past weekend | 2011-W10-WE | 2011-03-12..2011-03-13 | relative
They met over the long weekend. | the long weekend | 2011-W10-WE | 2011-03-12..2011-03-13 | relative
The port fell in the last week of February. | the last week of February | 2011-W08 | 2011-02-21..2011-02-27 | relative
The port fell in the first week of May 1998. | the first week of May 1998 | 1998-W19 | 1998-05-04..1998-05-10 | explicit
more durations
The siege went on for 2 1/2 years. | 2 1/2 years | P2.5Y |  | explicit
It took a year and a half. | a year and a half | P1.5Y |  | explicit
A day-long sit-in ended. | day-long | P1D |  | explicit
A monthlong strike ended. | monthlong | P1M |  | explicit
A quarter of a century went by. | A quarter of a century | P25Y |  | explicit
Exports fell in the first nine months of 2009. | the first nine months | P9M | 2009-01-01..2009-09-30 | explicit
Forty died in the last two weeks of the war. | two weeks | P2W |  | explicit
more dates
It was signed on the 4th of this month. | the 4th of this month | 2011-03-04 | 2011-03-04 | relative
It was signed on 2011/03/04. | 2011/03/04 | 2011-03-04 | 2011-03-04 | explicit
It was signed on 15/6/87. | 15/6/87 | 1987-06-15 | 1987-06-15 | explicit
It was signed on 4/5/99. | 4/5/99 | 1999-XX-XX |  | relative
The September 11 attacks were condemned. | September 11 | 2001-09-11 | 2001-09-11 | explicit
The September 11 concert was called off. | September 11 | 2010-09-11 | 2010-09-11 | relative
The picture, taken on May 3, shows a dam. | May 3 | 2010-05-03 | 2010-05-03 | relative
(Photo: 3 May) | 3 May | 2010-05-03 | 2010-05-03 | relative
The league meets on May 3. | May 3 | 2011-05-03 | 2011-05-03 | relative
more years
The fort was sold in August three years ago. | August three years ago | 2008-08 | 2008-08-01..2008-08-31 | relative
It was sold in the final quarter of 2009. | the final quarter of 2009 | 2009-Q4 | 2009-10-01..2009-12-31 | explicit
The last quarter was poor. | last quarter | 2010-Q4 | 2010-10-01..2010-12-31 | relative
The budget for fiscal 2010/11 was cut. | fiscal 2010/11 | 2010/2011 |  | relative
It burned down two thousand years ago. | two thousand years ago | 0011 | 0011-01-01..0011-12-31 | relative
It burned down a year and a half ago. | a year and a half ago | 2009-09 | 2009-09-01..2009-09-30 | relative
It burned down a year ago today. | a year ago today | 2010-03-16 | 2010-03-16 | relative
It burned down 25 years ago this week. | 25 years ago this week | 1986-W11 | 1986-03-10..1986-03-16 | relative
It dates from the early 20th century. | the early 20th century | 19 | 1901-01-01..1934-12-31 | explicit
It fell in the final days of January. | the final days of January | 2011-01 | 2011-01-21..2011-01-31 | relative
more parts of day
Two villages were shelled overnight Sunday. | overnight Sunday | 2011-03-13TNI | 2011-03-13..2011-03-14 | relative
more sets
They sing every Monday morning. | every Monday morning | XXXX-WXX-1TMO |  | explicit
They sing every May 9. | every May 9 | XXXX-05-09 |  | explicit
They sing each spring. | each spring | XXXX-SP |  | explicit
They sing at weekends. | weekends | XXXX-WXX-WE |  | explicit
The semi-annual fair opened. | semi-annual | P6M |  | explicit
more seasons, holidays
This winter the lake froze. | This winter | 2010-WI | 2010-12-01..2011-02-28 | relative
They danced on Orthodox Easter 2008. | Orthodox Easter 2008 | 2008-04-27 | 2008-04-27 | explicit
They danced at Orthodox Christmas. | Orthodox Christmas | 2011-01-07 | 2011-01-07 | relative
They danced on Halloween. | Halloween | 2010-10-31 | 2010-10-31 | relative
They danced on Hallowe'en 2003. | Hallowe'en 2003 | 2003-10-31 | 2003-10-31 | explicit
They danced on International Women's Day. | International Women's Day | 2011-03-08 | 2011-03-08 | relative
They danced on Hallowe'en. | Hallowe'en | 2010-10-31 | 2010-10-31 | relative
more references
They last met in recent times. | in recent times | PAST_REF |  | relative
"""


def rows() -> list[tuple[str, ...]]:
    """The rows of the table; a pilcrow stands for a line end."""
    lines = [line.replace("¶", "\n") for line in CASES.splitlines() if "|" in line]
    return [tuple(cell.strip(" ") for cell in line.split("|")) for line in lines]


@pytest.mark.parametrize(("text", "expression", "value", "days", "basis"), rows())
def test_expression_is_found_and_resolved(text: str, expression: str, value: str, days: str, basis: str) -> None:
    (mention,) = [m for m in read(text) if m.value == value or m.span.of(text) == expression]
    assert (mention.span.of(text), mention.value, interval(mention), mention.basis) == (expression, value, days, basis)


TENSED = [
    ("They/PRP will/MD meet/VB Friday/NNP", "2011-03-18"),
    ("They/PRP met/VBD Friday/NNP", "2011-03-11"),
    ("They/PRP would/MD have/VB met/VBN Friday/NNP", "2011-03-11"),
    ("They/PRP plan/VBP to/TO meet/VB Friday/NNP", "2011-03-18"),
    ("A/DT vote/NN was/VBD postponed/VBN until/IN Friday/NNP", "2011-03-18"),
    ("The/DT envoy/NN will/MD come/VB in/IN June/NNP", "2011-06"),
    ("The/DT envoy/NN came/VBD in/IN June/NNP", "2010-06"),
    ("It/PRP will/MD rain/VB in/IN the/DT summer/NN", "2011-SU"),
    ("The/DT envoy/NN will/MD come/VB on/IN Oct./NNP 1/CD", "2011-10-01"),
    ("The/DT envoy/NN came/VBD on/IN Oct./NNP 1/CD", "2010-10-01"),
    ("Profit/NN will/MD rise/VB in/IN the/DT third/JJ quarter/NN", "2011-Q3"),
]


@pytest.mark.parametrize(("tagged", "value"), TENSED)
def test_tense_chooses_the_side(tagged: str, value: str) -> None:
    text, tree = words_of(tagged.replace("postponed/VBN", "postpone/VBN"))
    assert [m.value for m in read(text, tree=tree)] == [value]


NOT_TIMES = [
    "He may leave and she may stay.",
    "They march on the palace and march again.",
    "Its second envoy, the second in line, seconded him.",
    "The Sunday Times and the Daily Telegraph said so.",
    "Waters spring from rocks and walls fall.",
    "About 1,999 troops and 1500 soldiers came.",
    "Flight 1987 landed at gate 2010.",
    "It cost $1990 or $1,990 in all.",
    "Security Council Resolution 1973 was read out.",
    "The 34-year-old, a 60-year-old and a boy aged 12 months fled.",
    "A spokesman, 45 years old, denied it.",
    "The score was 3:10 and the price 12.30 dollars.",
    "The sun sat low.",
    "Silver closed at 12.30 and opened at 6.13.",
    "The April 6 Movement met the 1922 Committee.",
    "Tankers paid 1500 at the gate.",
    "Police keep working hours and rush hours.",
    "He was as calm in the annual Harvest Fair.",
    "The price rose 3.5 percent to 1998.5 points.",
    "A 2000-seat hall was full.",
    "Read page 1984 of case no. 1999.",
    "They were wed as soon as they could.",
    "Black Friday and Bloody Sunday are names.",
    "The Thirty Years' War and USA Today are names.",
    "A longboat and a headlong rush.",
]


@pytest.mark.parametrize("text", NOT_TIMES)
def test_what_only_looks_like_a_time_is_left_alone(text: str) -> None:
    assert [m.span.of(text) for m in read(text)] == []


def test_no_rule_asks_for_words_that_its_matches_can_do_without() -> None:
    texts = [normalised(text) for text, *_ in rows()] + [text.split("/")[0] for text, _ in UNDATED] + NOT_TIMES
    for text in texts:
        for candidate in RULES:
            if candidate.pattern.search(text):
                assert not any(need.isdisjoint(words_in(text)) for need in candidate.needs), (candidate.name, text)


UNDATED = [
    ("They met on Thursday.", "XXXX-WXX-4"),
    ("They met yesterday.", "XXXX-XX-XX"),
    ("They met last year.", "XXXX"),
    ("They met last week.", "XXXX-WXX"),
    ("They met in September.", "XXXX-09"),
    ("They met on Sept. 4.", "XXXX-09-04"),
    ("They met three months ago.", "XXXX-XX"),
    ("They met in the third quarter.", "XXXX-Q3"),
    ("They met last summer.", "XXXX-SU"),
    ("They met on Friday night.", "XXXX-WXX-5TNI"),
    ("They met at 10 p.m.", "XXXX-XX-XXT22:00"),
    ("They met in the past three weeks.", "P3W"),
    ("They met a year ago today.", "XXXX-XX-XX"),
    ("They met in August of last year.", "XXXX-08"),
    ("They met in the first week of March.", "XXXX-WXX"),
    ("They met on the 4th of this month.", "XXXX-XX-04"),
    ("They met overnight.", "XXXX-XX-XXTNI"),
    ("They met at Christmas.", "XXXX-XX-XX"),
    ("They met the next day.", "XXXX-XX-XX"),
]


@pytest.mark.parametrize(("text", "value"), UNDATED)
def test_undated_reports_resolve_nothing_relative(text: str, value: str) -> None:
    (mention,) = read(text, None)
    assert (mention.value, mention.start, mention.end, mention.reason) == (value, None, None, "undated")


def test_every_rule_needs_a_word() -> None:
    assert [candidate.name for candidate in RULES if not candidate.needs] == []


def test_undated_reports_keep_what_the_text_says_in_full() -> None:
    values = [(m.value, m.basis, interval(m)) for m in read("Signed on 3 May 1987, in force since 1990.", None)]
    assert values == [
        ("1987-05-03", "explicit", "1987-05-03"),
        ("1990", "explicit", "1990-01-01..1990-12-31"),
    ]

"""Rules for days: full dates, dates without a year, weekdays, today and yesterday, and days counted from those."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dragoman.model.layers import DateBasis
from dragoman.times import calendar
from dragoman.times.holidays import HOLIDAY_RULES
from dragoman.times.reading import (
    AMBIGUOUS,
    OUT_OF_RANGE,
    UNDATED,
    VAGUE,
    Context,
    Direction,
    Reading,
    Rule,
    dated,
    named,
    read,
    rule,
    unknown,
    unresolved,
)
from dragoman.times.which_year import OF_YEAR, names_year, two_digit_year, why_no_year, year_beside
from dragoman.times.words import (
    DAY,
    MONTH,
    NUMBER,
    WEEKDAY,
    WEEKDAY_SHORT,
    YEAR,
    compiled,
    month_number,
    number_of,
    unit_of,
    weekday_number,
)

# A date without a year is the nearest one; tense overrules that only beyond this many days, since "the summit set
# for March 12" stands in the past tense, too.
NEAR = 60

# So far away lies the nearest February 29 at most.
LEAP_YEARS_AROUND = range(-8, 9)
# "A picture taken on May 3", "since May 3": never a day to come, however near.
_BEHIND = compiled(
    r"(?:(?<!\bbe\s)\b(?:taken|photographed|pictured|filmed|recorded|dated|since)(?: [a-z]+)?(?: on)? "
    r"|\b(?:photo|photograph|picture|image|footage|file): )$"
)
ONE_DAY = timedelta(days=1)


def nearest_year(month_number: int, day_number: int, context: Context) -> date | None:
    """The date without a year that lies nearest to today, on the side the tense points to if both are far."""
    today = context.today
    if today is None:
        return None
    behind = _BEHIND.search(context.left) is not None
    candidates: list[tuple[int, date]] = []
    for steps in ((-1, 0, 1), LEAP_YEARS_AROUND):
        found = [calendar.valid_day(today.year + step, month_number, day_number) for step in steps]
        candidates = sorted((abs((d - today).days), d) for d in found if d is not None and not (behind and d > today))
        if candidates:
            break
    fitting = [d for distance, d in candidates if distance <= NEAR or _fits(d, today, context.direction)]
    return fitting[0] if fitting else candidates[0][1] if candidates else None


def _fits(d: date, today: date, direction: Direction | None) -> bool:
    """Whether a far day lies on the side the tense points to; without tense that is the past."""
    return direction == "present" or (d >= today if direction == "future" else d <= today)


def _month_day(match: re.Match[str], context: Context) -> Reading | None:
    month_no, day_no = month_number(match["month"]), int(re.sub(r"\D", "", match["day"]))
    if calendar.valid_day(2000, month_no, day_no) is None:
        return None
    if not names_year(match):
        found = nearest_year(month_no, day_no, context)
        return dated(calendar.day(found)) if found else unresolved(f"XXXX-{month_no:02}-{day_no:02}", UNDATED)
    year = year_beside(match, context)
    if year is None:
        return unresolved(f"XXXX-{month_no:02}-{day_no:02}", why_no_year(context))
    found = calendar.valid_day(year, month_no, day_no)
    basis: DateBasis = "relative" if named(match, "year_words") else "explicit"
    return dated(calendar.day(found), basis) if found else None


def _next_in_list(match: re.Match[str], context: Context) -> Reading | None:
    """For "25" behind "April 24 and": a later day of the same month and year, or of the year behind it."""
    head = context.head
    if head is None or (head.granularity != "day" and head.reason != UNDATED):
        return None
    number, year = int(match["day"]), named(match, "year")
    if number <= int(head.value[-2:]):
        return None
    if year is None and head.start is None:
        return unresolved(f"{head.value[:-2]}{number:02}", UNDATED)
    found = calendar.valid_day(int(year or head.value[:4]), int(head.value[5:7]), number)
    return dated(calendar.day(found), "explicit" if year else head.basis) if found is not None else None


def _day_range(match: re.Match[str], context: Context) -> Reading | None:
    """For "5 to 10 March": one interval, since its first half alone is only a number."""
    last = _month_day(match, context)
    first_number = int(match["first"])
    if last is None or last.start is None or last.start.day <= first_number:
        return last
    first = last.start.replace(day=first_number)
    return Reading("DATE", f"{first}/{last.start}", first, last.start, "day", last.basis)


def _day_of_month(match: re.Match[str], context: Context) -> Reading | None:
    """For "the 15th of this month"."""
    if context.today is None:
        return unresolved(f"XXXX-XX-{int(match['day']):02}", UNDATED)
    month = calendar.shift("month", context.today, {"last": -1, "this": 0, "next": 1}[match["which"].lower()])
    found = calendar.valid_day(month.year, month.month, int(match["day"])) if month is not None else None
    return dated(calendar.day(found)) if found is not None else None


def _numeric(match: re.Match[str], context: Context) -> Reading | None:
    """An ISO date, or day and month in a slashed date where only one order is possible."""
    year, first, second = match["year"], int(match["first"]), int(match["second"])
    year_no = int(year) if len(year) == 4 else two_digit_year(year, context.today)
    orders = [(first, second)] if "iso" in match.re.groupindex else [(first, second), (second, first)]
    found = sorted({d for d in (calendar.valid_day(year_no, m, n) for m, n in orders) if d is not None})
    if not found:
        return None
    if len(found) > 1:
        return unresolved(f"{year_no:04}-XX-XX", AMBIGUOUS)
    return dated(calendar.day(found[0]), "explicit")


def _september_eleventh(_match: re.Match[str], context: Context) -> Reading | None:
    attacks = date(2001, 9, 11)
    return dated(calendar.day(attacks), "explicit") if context.today is None or context.today >= attacks else None


def weekday_near(number: int, today: date, *, which: str = "", direction: Direction | None) -> date | None:
    """The weekday the words mean: today or one of the six days before, unless "next" or the tense says otherwise.

    None where that day leaves the calendar.
    """
    back, ahead = (today.weekday() - number) % 7, (number - today.weekday()) % 7
    if which in ("last", "this past"):
        return calendar.shift("day", today, -(back or 7))
    if which in ("next", "coming", "this coming"):
        return calendar.shift("day", today, ahead or 7)
    forward = direction == "future" or direction == "present" or (which == "this" and direction != "past")
    return calendar.shift("day", today, ahead if forward else -back)


def _weekday(match: re.Match[str], context: Context) -> Reading | None:
    number = weekday_number(match["weekday"])
    which = (named(match, "which") or "").removeprefix("the ")
    if context.today is None:
        return unresolved(f"XXXX-WXX-{number + 1}", UNDATED)
    found = weekday_near(number, context.today, which=which, direction=context.direction)
    return dated(calendar.day(found)) if found else unresolved(f"XXXX-WXX-{number + 1}", OUT_OF_RANGE)


def _weekday_of_week(match: re.Match[str], context: Context) -> Reading | None:
    """For "Monday of last week", "Friday next week": a day of an ISO week."""
    number, which = weekday_number(match["weekday"]), match["which"].lower()
    if context.today is None:
        return unresolved(f"XXXX-WXX-{number + 1}", UNDATED)
    shifted = calendar.shift("week", context.today, {"last": -1, "this": 0, "next": 1}[which])
    return dated(calendar.day(calendar.week(shifted).start + timedelta(days=number))) if shifted else None


def _near_day(match: re.Match[str], context: Context) -> Reading | None:
    if context.today is None:
        return unresolved("XXXX-XX-XX", UNDATED)
    word = " ".join(match[0].lower().split())
    steps = {"yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}
    found = calendar.shift("day", context.today, steps.get(word, 0))
    return dated(calendar.day(found)) if found else unresolved("XXXX-XX-XX", OUT_OF_RANGE)


# "on April 24 and 25 soldiers were ..." counts soldiers, not days.
_NOT_COUNTING = (
    r"(?! (?:percent|people|men|women|children|police|other|more|of|"
    r"(?!as\b|is\b|was\b|its\b|his\b|this\b|has\b|does\b|towards\b|across\b)[a-z]+s)\b)"
)
_LIST_TAIL = rule(
    "full_date.list",
    r"(?:, (?=\d+(?:,| and ))| and | or | to | through |-|, and )(?:the )?"
    r"(?P<span>(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)?\b"
    rf"(?:,? (?P<year>{YEAR})|(?!,\d|\.\d|:\d|%|-|[/\w]){_NOT_COUNTING}))",
    _next_in_list,
    span="span",
)
_SET_OFF = rf"(?:(?:{WEEKDAY}|{WEEKDAY_SHORT}),? )?"
_ANY_YEAR = rf"{OF_YEAR}?"

MONTH_DAY_RULES = (
    rule(
        "full_date.attacks",
        r"\b(?:September|Sept\.?) 11(?:th)?(?=(?: \w+)? (?:attacks|terror\w*|hijack\w*|atrocities)\b)",
        _september_eleventh,
        needs="september|sept #",
    ),
    rule(
        "full_date",
        rf"\b{_SET_OFF}(?P<month>{MONTH}) (?:the )?(?P<day>{DAY}){_ANY_YEAR}",
        _month_day,
        needs="MONTH #",
        tail=_LIST_TAIL,
    ),
    rule(
        "full_date",
        rf"(?<![\d.,$:/-])\b{_SET_OFF}(?:the )?(?P<day>{DAY})(?: of)? (?P<month>{MONTH}){_ANY_YEAR}",
        _month_day,
        needs="MONTH #",
    ),
    rule(
        "full_date.range",
        rf"(?<![\d.,$:/-])\b(?P<first>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)?(?:-| to | and | or )"
        rf"(?P<day>{DAY}) (?P<month>{MONTH}){_ANY_YEAR}",
        _day_range,
        needs="MONTH #",
    ),
    rule(
        "full_date.of_month",
        r"\bthe (?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th) of (?P<which>this|last|next) month\b",
        _day_of_month,
        needs="# month",
    ),
    rule(
        "full_date.iso",
        r"(?<![\w/-])(?P<iso>(?P<year>\d{4})(?P<mark>[-/])(?P<first>\d\d)(?P=mark)(?P<second>\d\d))(?![\d/-])",
        _numeric,
        needs="####",
    ),
    rule(
        "full_date.slashed",
        r"(?<![\w/.-])(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>(?:19|20)\d\d)(?![\w/-])",
        _numeric,
        needs="####",
    ),
    rule(
        "full_date.slashed",
        r"(?<![\w/.-])(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d\d)(?![\w/-]|\.\d)",
        _numeric,
        needs="#",
    ),
    rule("full_date.attacks", r"(?<![\w/])9/11(?![\w/])", _september_eleventh, needs="#"),
)

WEEKDAY_RULES = (
    rule(
        "weekday",
        rf"\b(?:(?P<which>last|next|this past|this coming|this|(?:the )?coming) )?"
        rf"(?P<weekday>{WEEKDAY})\b",
        _weekday,
        needs="WEEKDAY",
    ),
    rule(
        "weekday.of_week",
        rf"\b(?P<weekday>{WEEKDAY}) (?:of |in )?(?P<which>last|this|next) week\b",
        _weekday_of_week,
        needs="WEEKDAY week",
    ),
    rule(
        "weekday.short",
        rf"\b(?P<weekday>{WEEKDAY_SHORT})(?=,? (?:morning|afternoon|evening|night|\d{{1,2}}[:.]\d\d))",
        _weekday,
        needs="WEEKDAY",
    ),
)

NEAR_DAY_RULES = (
    rule("today", r"\b(?:today|yesterday|tomorrow)\b", _near_day, needs="today|yesterday|tomorrow"),
    rule(
        "today.two_away",
        r"\bthe day (?:before yesterday|after tomorrow)\b",
        _near_day,
        needs="yesterday|tomorrow day",
    ),
)

SINGLE_DAY_RULES: tuple[Rule, ...] = (*MONTH_DAY_RULES, *WEEKDAY_RULES, *NEAR_DAY_RULES, *HOLIDAY_RULES)

# What may stand as the day inside a longer expression ("10 p.m. on DAY", "two days before DAY").
DAY_WORDS = (
    rf"(?:(?:(?:last|next|this past|this) )?{WEEKDAY}(?:,? {MONTH} {DAY}(?:,? {YEAR})?)?(?: (?:last|this|next) week)?"
    rf"|{WEEKDAY_SHORT},? {MONTH} {DAY}(?:,? {YEAR})?"
    rf"|{MONTH} {DAY}(?:,? {YEAR})?|{DAY} {MONTH}(?:,? {YEAR})?|today|yesterday|tomorrow"
    r"|Christmas(?: Day| Eve)?|New Year's (?:Day|Eve)|Thanksgiving(?: Day)?|Easter(?: Sunday| Monday)?|Good Friday)"
)


def _counted(match: re.Match[str], context: Context) -> Reading | None:
    """For "two days before Christmas", "the day after Thanksgiving": counted from a day named in the same breath."""
    inner = read(SINGLE_DAY_RULES, match["day_words"], context)
    unit = unit_of(match["unit"])
    if inner is None:
        return None
    if inner.start is None:
        return unknown(unit, inner.reason or UNDATED)
    number = number_of(match["number"]) if match["number"].lower() != "the" else 1.0
    if number is None:
        return unresolved("XXXX-XX-XX", VAGUE)
    sign = -1 if match["way"].lower() == "before" else 1
    found = calendar.shift(unit, inner.start, sign * number)
    if found is None:
        return unknown(unit, OUT_OF_RANGE)
    # "a week from Friday" is a Friday, while "three years before" is only a year.
    exact = unit in ("day", "week")
    return dated(calendar.day(found) if exact else calendar.containing(unit, found), inner.basis)


DAY_RULES: tuple[Rule, ...] = (
    *SINGLE_DAY_RULES,
    rule(
        "anchored.day",
        rf"\b(?P<number>the|{NUMBER}) (?P<unit>days?|weeks?|months?|years?) (?P<way>before|after|from|following) "
        rf"(?P<day_words>{DAY_WORDS})\b",
        _counted,
        needs="UNIT DAY",
    ),
)

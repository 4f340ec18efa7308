"""Holidays that the western calendar fixes or computes; feasts of other calendars are recognised and left open."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from dragoman.times import calendar
from dragoman.times.reading import NOT_COMPUTED, UNDATED, Context, Reading, Rule, dated, named, rule, unresolved
from dragoman.times.words import YEAR


def fixed(month: int, day: int) -> Callable[[int], date]:
    """A holiday on the same day of every year."""
    return lambda year: date(year, month, day)


def after_easter(days: int) -> Callable[[int], date]:
    """A feast so many days after (negative: before) western Easter."""
    return lambda year: calendar.easter(year) + timedelta(days=days)


def nth(month: int, weekday: int, n: int) -> Callable[[int], date]:
    """A holiday on the n-th (-1: last) Monday (0) ... Sunday (6) of a month."""
    return lambda year: calendar.nth_weekday(year, month, weekday, n)


# Names as patterns. Holidays whose day differs between countries (Independence Day, Labour Day) are left out.
HOLIDAYS: tuple[tuple[str, Callable[[int], date]], ...] = (
    (r"New Year's Eve", fixed(12, 31)),
    (r"New Year's(?: Day)?", fixed(1, 1)),
    (r"Martin Luther King(?:,? Jr\.?)? Day", nth(1, 0, 3)),
    (r"(?:St\.? |Saint )?Valentine's Day", fixed(2, 14)),
    (r"Presidents'? Day", nth(2, 0, 3)),
    (r"International Women's Day", fixed(3, 8)),
    (r"(?:St\.? |Saint )Patrick's Day", fixed(3, 17)),
    (r"April Fools'? Day", fixed(4, 1)),
    (r"Ash Wednesday", after_easter(-46)),
    (r"Palm Sunday", after_easter(-7)),
    (r"Maundy Thursday", after_easter(-3)),
    (r"Good Friday", after_easter(-2)),
    (r"Holy Saturday", after_easter(-1)),
    (r"Easter Monday", after_easter(1)),
    (r"Orthodox Easter(?: Sunday)?", calendar.orthodox_easter),
    (r"Easter(?: Day| Sunday)?", after_easter(0)),
    (r"Ascension Day", after_easter(39)),
    (r"Whit Sunday|Pentecost", after_easter(49)),
    (r"Anzac Day", fixed(4, 25)),
    (r"May Day", fixed(5, 1)),
    (r"Memorial Day", nth(5, 0, -1)),
    (r"(?:the )?Fourth of July|July Fourth", fixed(7, 4)),
    (r"Bastille Day", fixed(7, 14)),
    (r"Labor Day", nth(9, 0, 1)),
    (r"Columbus Day", nth(10, 0, 2)),
    (r"Halloween|Hallowe'en", fixed(10, 31)),
    (r"All Saints'? Day", fixed(11, 1)),
    (r"Veterans'? Day|Armistice Day", fixed(11, 11)),
    (r"Thanksgiving(?: Day)?", nth(11, 3, 4)),
    (r"World AIDS Day", fixed(12, 1)),
    (r"Human Rights Day", fixed(12, 10)),
    (r"Christmas Eve", fixed(12, 24)),
    (r"Boxing Day", fixed(12, 26)),
    (r"(?:Orthodox|Coptic) Christmas(?: Day)?", fixed(1, 7)),
    (r"Christmas(?: Day)?", fixed(12, 25)),
)
NOT_COMPUTABLE = (
    r"Ramadan|Eid(?: al-(?:Fitr|Adha))?|Ashura|Muharram|Nowruz|Norouz|Passover|Yom Kippur|Rosh Hashanah?|Hanukkah"
    r"|Diwali|(?:the )?(?:lunar|Chinese) New Year|Tet"
)


def holiday_near(day_of: Callable[[int], date], context: Context, *, which: str | None) -> date | None:
    """The holiday nearest to today; "last" and "next" and a far date's tense choose the side."""
    today = context.today
    if today is None or not 1 < today.year < 9998:
        return None
    days = sorted((day_of(today.year + step) for step in (-1, 0, 1)), key=lambda d: abs((d - today).days))
    if which == "last" or (which is None and context.direction == "past"):
        return next((d for d in days if d < today or (which is None and d == today)), days[0])
    if which == "next" or (which is None and context.direction == "future"):
        return next((d for d in days if d > today or (which is None and d == today)), days[0])
    return days[0]


def _holiday(day_of: Callable[[int], date]) -> Callable[[re.Match[str], Context], Reading | None]:
    def resolve(match: re.Match[str], context: Context) -> Reading | None:
        if match["year"]:
            return dated(calendar.day(day_of(int(match["year"]))), "explicit")
        if match["year_words"] and context.today is not None:
            step = {"last": -1, "this": 0, "next": 1}[match["year_words"].lower()]
            return dated(calendar.day(day_of(context.today.year + step)))
        found = holiday_near(day_of, context, which=named(match, "which"))
        return dated(calendar.day(found)) if found else unresolved("XXXX-XX-XX", UNDATED)

    return resolve


def _week_of(day_of: Callable[[int], date]) -> Callable[[re.Match[str], Context], Reading | None]:
    """The week of a holiday; on one of its days "Easter week" is this one, whatever the tense."""

    def resolve(match: re.Match[str], context: Context) -> Reading | None:
        which, today = named(match, "which"), context.today
        this = calendar.week(today) if today is not None else None
        found = holiday_near(day_of, context, which=which)
        if this is not None and which is None and this.start <= day_of(this.end.year) <= this.end:
            return dated(this)
        return dated(calendar.week(found)) if found else unresolved("XXXX-WXX", UNDATED)

    return resolve


def _cue(name: str) -> str:
    """The first word of each way to write a holiday, for the rule's needs."""
    return "|".join(re.findall(r"[a-z]+", way.lower())[0] for way in re.sub(r"\(\?:[^)]*\)\??", "", name).split("|"))


HOLIDAY_RULES: tuple[Rule, ...] = (
    *(
        rule(
            "holiday",
            rf"\b(?:(?P<which>last|next|this) )?(?:{name})(?! (?:Islands?|Rising|Group|gifts?|shopping|trees?))\b"
            rf"(?:(?: of|,)? (?P<year>{YEAR})| (?P<year_words>last|this|next) year)?",
            _holiday(day_of),
            needs=_cue(name),
        )
        for name, day_of in HOLIDAYS
    ),
    rule(
        "holiday.week",
        r"\b(?:(?P<which>last|next|this) )?(?:Holy|Easter) week\b",
        _week_of(after_easter(-1)),
        needs="week",
    ),
    rule(
        "holiday.open",
        rf"\b(?-i:{NOT_COMPUTABLE})\b(?! War)",
        lambda _match, _context: unresolved("XXXX-XX-XX", NOT_COMPUTED),
        needs="ramadan|eid|ashura|muharram|nowruz|norouz|passover|yom|rosh|hanukkah|diwali|lunar|chinese|tet",
    ),
)

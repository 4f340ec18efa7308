"""Rules for years, fiscal years, decades and centuries."""

from __future__ import annotations

import re

from dragoman.times import calendar
from dragoman.times.reading import OUT_OF_RANGE, VAGUE, Context, Reading, Rule, dated, named, rule, unresolved
from dragoman.times.which_year import two_digit_year
from dragoman.times.words import CENTURIES, DECADES, YEAR


def _year(match: re.Match[str], _context: Context) -> Reading:
    return dated(calendar.year(int(match["year"])), "explicit")


def _short_year(match: re.Match[str], context: Context) -> Reading:
    return dated(calendar.year(two_digit_year(match["short"], context.today)), "explicit")


def _second_year(match: re.Match[str], context: Context) -> Reading | None:
    """For "99" behind "1998-": a later year of the same century."""
    head = context.head
    if head is None or head.start is None:
        return None
    number = head.start.year // 100 * 100 + int(match["short"])
    return dated(calendar.year(number), "explicit") if number > head.start.year else None


def _fiscal(match: re.Match[str], _context: Context) -> Reading:
    """A fiscal year has no interval: it begins when a government or firm says; "fiscal 2010/11" has two."""
    year, short = match["year"], match["short"]
    return unresolved(f"{year}/{year[:2]}{short}" if short else year, VAGUE)


def _decade(match: re.Match[str], context: Context) -> Reading:
    year, word = named(match, "year"), named(match, "word")
    if year is not None:
        return dated(calendar.decade(int(year)), "explicit")
    short = DECADES[word] if word else int(match["short"])
    return dated(calendar.decade(two_digit_year(f"{short:02}", context.today)), "explicit")


def _century(match: re.Match[str], _context: Context) -> Reading | None:
    word, digits = named(match, "word"), named(match, "digits")
    number = CENTURIES[word] if word else int(digits or 0)
    if not 1 <= number <= 30:
        return None
    if match["bc"]:
        return unresolved(f"BC{number - 1:02}", OUT_OF_RANGE)
    return dated(calendar.century(number), "explicit")


_SECOND_YEAR = rule("year.range", r"(?:-|/)(?P<short>\d\d)\b(?![\d-])", _second_year, span="short")
_CENTURY_WORDS = "|".join(sorted(CENTURIES, key=len, reverse=True))

YEAR_RULES: tuple[Rule, ...] = (
    rule("year", rf"(?<![\w$#€£¥.,:/&+-])(?P<year>{YEAR})(?!\w|-\w)", _year, needs="####"),
    rule("year.range", rf"(?<![\w$#€£¥.,:/&+-])(?P<year>{YEAR})(?=(?:-|/)\d)", _year, needs="####", tail=_SECOND_YEAR),
    rule("year.range", rf"(?<=\d\d\d\d-)(?P<year>{YEAR})(?!\w|-\w)", _year, needs="####"),
    rule("year.compound", rf"\b(?:post|pre|mid|late|early)-(?P<year>{YEAR})(?!-)", _year, needs="####", span="year"),
    rule("year.compound", rf"(?<![\w$-])(?P<year>{YEAR})-(?:era|vintage|style)\b", _year, needs="####", span="year"),
    rule(
        "year.short",
        r"\b(?:in|since|by|of|until|summer|spring|fall|autumn|winter) (?P<span>'(?P<short>\d\d)\b)(?!s)",
        _short_year,
        needs="#",
        span="span",
    ),
    rule(
        "fiscal",
        r"\b(?:fiscal(?: year)?|FY)(?: |-)?(?P<year>(?:19|20)\d\d)(?:(?:-|/)(?P<short>\d\d))?\b",
        _fiscal,
        needs="fiscal|fy",
    ),
    rule("decade", r"\b(?:the )?(?P<year>1\d\d0|20\d0)'?s\b", _decade, needs="####"),
    rule(
        "decade",
        r"\b(?:the (?:(?:early|late|mid)(?: |-))?|and )(?P<span>'?(?P<short>[2-9]0)'?s)\b",
        _decade,
        needs="#",
        span="span",
    ),
    rule(
        "decade",
        rf"\bthe (?:(?:early|late|mid)(?: |-))?(?P<word>{'|'.join(DECADES)})\b",
        _decade,
        needs="|".join(DECADES),
        span="word",
    ),
    rule(
        "century",
        rf"\b(?:the )?(?:(?P<digits>\d\d?)(?:st|nd|rd|th)|(?P<word>{_CENTURY_WORDS}))(?: |-)century\b"
        r"(?P<bc> BCE?\b| B\.C\.)?",
        _century,
        needs="century",
    ),
)

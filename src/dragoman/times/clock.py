"""Rules for clock times and parts of the day, with the day beside them or taken from the sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.times import calendar
from dragoman.times.days import DAY_WORDS, SINGLE_DAY_RULES
from dragoman.times.reading import (
    NO_ANCHOR,
    UNDATED,
    Context,
    Reading,
    Rule,
    dated,
    named,
    read,
    retimed,
    rule,
    unresolved,
)
from dragoman.times.words import NUMBERS, PART, PART_VALUES

UTC_ZONES = ("gmt", "utc", "z")

ZONE = (
    r"(?:(?:GMT|UTC|BST|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|IST|MSK|JST|(?-i:ET|CT|PT|Z))\b|local time"
    r"|Eastern(?: time)?|Pacific(?: time)?|Moscow time|Greenwich Mean Time)"
)
_TWELVE = r"(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap])\.?m\b\.?".replace(" ?", r"\s*")
_TWENTY_FOUR = r"(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?"
# Without a zone only a colon makes a time: "at 12.30" is as often a price.
_COLON = r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?"
_MILITARY = r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)"
_ZONED = rf"(?:(?:,? )(?P<open>\()?(?P<zone>{ZONE})(?(open)\)))"
_ON_DAY = rf"(?:,? (?:on )?(?:\(?{ZONE}\)? )?(?P<day_words>{DAY_WORDS}))"
_DAY_AT = rf"(?:(?P<day_before>{DAY_WORDS})(?:,? (?:at|around|about|by) |,? ))"


def day_of(context: Context) -> Reading:
    """The day a time without one belongs to: the one named in the sentence, the last one named, or today."""
    if context.day is not None:
        return dated(calendar.day(context.day))
    if context.anchor is not None and context.anchor.granularity == "day" and context.anchor.start is not None:
        return dated(calendar.day(context.anchor.start))
    if context.today is not None:
        return dated(calendar.day(context.today))
    return unresolved("XXXX-XX-XX", UNDATED)


def _day_words(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    return groups.get("day_words") or groups.get("day_before")


def names_day(match: re.Match[str]) -> bool:
    """Whether a time of day says which day it is of: "10 p.m. Monday"."""
    return _day_words(match) is not None


def _named_day(match: re.Match[str], context: Context) -> Reading | None:
    """The day in the expression itself, read by the rules for days."""
    words = _day_words(match)
    return read(SINGLE_DAY_RULES, words, context) if words else None


def _clock(match: re.Match[str], context: Context) -> Reading:
    hour, half = int(match["hour"]), named(match, "half")
    if half is not None:
        hour = hour % 12 + (12 if half == "p" else 0)
    minute = int(named(match, "minute") or 0)
    zone = "Z" if named(match, "zone") in UTC_ZONES else ""
    return retimed(_named_day(match, context) or day_of(context), f"T{hour:02}:{minute:02}{zone}")


def _o_clock(match: re.Match[str], context: Context) -> Reading | None:
    word, half = match["hour"].lower(), named(match, "half")
    hour = int(word) if word.isdigit() else NUMBERS[word]
    if not 1 <= hour <= 12:
        return None
    if half is not None:
        hour = hour % 12 + (0 if half == "morning" else 12)
    return retimed(_named_day(match, context) or day_of(context), f"T{hour:02}:00")


def _part(match: re.Match[str], context: Context) -> Reading:
    day = _named_day(match, context) or day_of(context)
    return retimed(day, PART_VALUES[match["part"].lower()])


def _near_part(match: re.Match[str], context: Context) -> Reading:
    """For "this morning", "tonight", "last night": parts of today and of the day before."""
    part = PART_VALUES[named(match, "part") or "night"]
    if context.today is None:
        return retimed(unresolved("XXXX-XX-XX", UNDATED), part)
    before = named(match, "which") == "last"
    found = calendar.shift("day", context.today, -1 if before else 0)
    return retimed(dated(calendar.day(found or context.today)), part)


def _overnight(match: re.Match[str], context: Context) -> Reading:
    """The night before today, or the one that begins on the day named: its interval has both days."""
    evening = _named_day(match, context)
    if evening is None and context.today is not None:
        evening = dated(calendar.day(calendar.shift("day", context.today, -1) or context.today))
    if evening is None or evening.start is None:
        return retimed(evening or unresolved("XXXX-XX-XX", UNDATED), "TNI")
    return replace(retimed(evening, "TNI"), end=calendar.shift("day", evening.start, 1) or evening.start)


def _bare_part(match: re.Match[str], context: Context) -> Reading:
    """For "in the morning": of a day the sentence names; alone it may be any morning."""
    part = PART_VALUES[match["part"].lower()]
    if context.day is not None:
        return retimed(dated(calendar.day(context.day)), part)
    return retimed(unresolved("XXXX-XX-XX", UNDATED if context.today is None else NO_ANCHOR), part)


_ZONES = "gmt|utc|bst|cet|cest|est|edt|cst|cdt|mst|mdt|pst|pdt|ist|msk|jst|et|ct|pt|z|time|eastern|pacific"

CLOCK_RULES: tuple[Rule, ...] = (
    # A clock time alone and with its day before or behind it.
    rule("clock", rf"(?<![\w.,:$/-]){_TWELVE}{_ZONED}?{_ON_DAY}?", _clock, needs="# a|p|am|pm"),
    rule("clock", rf"\b{_DAY_AT}{_TWELVE}{_ZONED}?", _clock, needs="# a|p|am|pm DAY"),
    rule("clock", rf"(?<![\w.,:$/-]){_TWENTY_FOUR}{_ZONED}{_ON_DAY}?", _clock, needs=f"# {_ZONES}"),
    rule("clock", rf"(?<![\w.,:$/-]){_TWENTY_FOUR} (?P<hours>hours|hrs)\b{_ON_DAY}?", _clock, needs="# hours|hrs"),
    rule(
        "clock",
        rf"\b(?:at|by|around|until|from|before|after|of) (?P<span>{_COLON}\b{_ON_DAY}?)(?!\.?\d|%)",
        _clock,
        needs="# at|by|around|until|from|before|after|of",
        span="span",
    ),
    rule("clock", rf"(?<![\w.,:$/-]){_MILITARY}{_ZONED}{_ON_DAY}?", _clock, needs=f"#### {_ZONES}"),
    rule("clock", rf"(?<![\w.,:$/-]){_MILITARY} (?P<hours>hours|hrs)\b{_ON_DAY}?", _clock, needs="#### hours|hrs"),
    rule(
        "clock.words",
        rf"\b(?P<hour>\d\d?|{'|'.join(list(NUMBERS)[1:13])}) o'clock(?: in the (?P<half>morning|afternoon|evening))?"
        rf"(?:,? (?:on )?(?P<day_words>{DAY_WORDS}))?",
        _o_clock,
        needs="clock",
    ),
    rule("clock.words", r"\b(?P<hour>\d\d?) in the (?P<half>morning|afternoon|evening)\b", _o_clock, needs="# PART"),
    rule(
        "clock.words",
        rf"\b(?<!high\s)(?P<part>noon|midday|midnight)\b{_ON_DAY}?",
        _part,
        needs="noon|midday|midnight",
    ),
)

PART_RULES: tuple[Rule, ...] = (
    rule("part_of_day", rf"\b(?P<day_words>{DAY_WORDS})(?:'s)?,?(?: at)? (?P<part>{PART})\b", _part, needs="PART DAY"),
    rule(
        "part_of_day",
        rf"\b(?:the )?(?P<part>{PART})(?: of|,| on)? (?P<day_words>{DAY_WORDS})\b",
        _part,
        needs="PART DAY",
    ),
    rule(
        "part_of_day.near",
        r"\b(?P<which>this|last) (?P<part>morning|afternoon|evening|night|lunchtime)\b",
        _near_part,
        needs="PART",
    ),
    rule("part_of_day.near", r"\btonight\b", _near_part, needs="tonight"),
    rule(
        "part_of_day.overnight",
        rf"\bovernight\b(?:,? (?:on |from )?(?P<day_words>{DAY_WORDS}))?(?! (?:stay|bag|rate|lending|success))",
        _overnight,
        needs="overnight",
    ),
    rule(
        "part_of_day.bare",
        r"\b(?:in the |at |by |before |after |during the |until |late in the |early in the |(?:early|late|mid)(?: |-))"
        r"(?P<span>(?P<part>morning|afternoon|evening|night|dawn|dusk))\b",
        _bare_part,
        needs="PART",
        span="span",
    ),
)

"""Rules for durations, sets of times and vague references, none of which fixes a day."""

from __future__ import annotations

import re

from dragoman.times.reading import EVENT, VAGUE, Context, Reading, Resolve, Rule, named, rule, unresolved
from dragoman.times.words import (
    ANY_UNIT,
    EXACT,
    MONTH_NAME,
    NUMBER,
    PART,
    PART_VALUES,
    SEASON,
    SEASONS,
    UNIT,
    UNITS_PLURAL,
    WEEKDAY,
    YEAR,
    duration_value,
    listed,
    month_number,
    number_of,
    unit_of,
    weekday_number,
)

ADVERB_SETS = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "semi-annual": "P6M",
    "annually": "P1Y",
    "annual": "P1Y",
    "yearly": "P1Y",
    "biweekly": "P2W",
    "biannual": "P6M",
    "biennial": "P2Y",
}


def _duration(match: re.Match[str], _context: Context) -> Reading:
    amount = named(match, "number")
    number = number_of(amount) if amount else None
    if number is not None and named(match, "half"):
        number += 0.5
    value = duration_value(number, unit_of(match["unit"]))
    if "anchored" in match.re.groupindex:
        return unresolved(value, EVENT, "DURATION")
    return Reading("DURATION", value, reason=VAGUE if number is None else None)


def _long(match: re.Match[str], _context: Context) -> Reading:
    """For "day-long" and "weeklong": one of the unit."""
    return Reading("DURATION", duration_value(1.0, unit_of(match["unit"])))


def _part_of_century(match: re.Match[str], _context: Context) -> Reading:
    return Reading("DURATION", "P25Y" if match["part"].lower() == "quarter" else "P50Y")


def _rate(match: re.Match[str], _context: Context) -> Reading:
    return Reading("SET", duration_value(1.0, unit_of(match["unit"])))


def _every(match: re.Match[str], _context: Context) -> Reading:
    amount, day, part = named(match, "number"), match["day"], named(match, "part")
    if match["weekday"]:
        return Reading("SET", f"XXXX-WXX-{weekday_number(match['weekday']) + 1}{PART_VALUES[part] if part else ''}")
    if match["month"]:
        return Reading("SET", f"XXXX-{month_number(match['month']):02}" + (f"-{int(day):02}" if day else ""))
    if match["season"]:
        return Reading("SET", f"XXXX-{SEASONS[match['season'].lower()]}")
    number = {"other": 2.0, "second": 2.0}.get(amount or "", number_of(amount) if amount else 1.0)
    return Reading("SET", duration_value(number, unit_of(match["unit"])))


def _adverb(match: re.Match[str], _context: Context) -> Reading:
    return Reading("SET", ADVERB_SETS[match[0].lower()])


def _weekdays(match: re.Match[str], _context: Context) -> Reading:
    return Reading("SET", f"XXXX-WXX-{weekday_number(match['weekday']) + 1}")


def _weekends(_match: re.Match[str], _context: Context) -> Reading:
    return Reading("SET", "XXXX-WXX-WE")


def _reference(value: str) -> Resolve:
    return lambda _match, _context: unresolved(value, VAGUE)


def _soon(_match: re.Match[str], context: Context) -> Reading | None:
    """The future, unless the verb is past: "was soon released" is no reference to the future."""
    return None if context.direction == "past" else unresolved("FUTURE_REF", VAGUE)


def _recent(match: re.Match[str], _context: Context) -> Reading:
    return unresolved(duration_value(None, unit_of(match["unit"])), VAGUE, "DURATION")


_ADJECTIVES = (
    r"(?: (?:consecutive|straight|full|more|additional|whole|solid|long|entire|trading|working|business|calendar"
    r"|successive|further|extra|other|short|turbulent|difficult))?"
)
_AND_A_HALF = r"(?P<half> and a half\b)?"
_AGE = r"(?!(?: |-)olds?\b)"
_NOT_INSIDE = r"(?<![\w.,$-])"
# "the early hours", "working hours" and "opening hours" are no durations.
_NO_HOURS = "".join(rf"(?<!\b{word}\s)" for word in listed("early late small wee working opening office rush visiting"))
_PARTS = r"(?:mornings|evenings|nights|afternoons)"

DURATION_RULES: tuple[Rule, ...] = (
    # "two days after the vote": how long is said; since when, only the event would tell.
    rule(
        "anchored.event",
        rf"{_NOT_INSIDE}(?P<number>{NUMBER}){_ADJECTIVES} (?P<unit>{ANY_UNIT})"
        r"(?=(?P<anchored> (?:before|after|following) (?!that\b|then\b|[.,;])))",
        _duration,
        needs="UNIT before|after|following",
    ),
    rule(
        "duration",
        rf"{_NOT_INSIDE}(?:about |nearly |almost |over |some )?(?P<number>{NUMBER}){_ADJECTIVES} "
        rf"(?P<unit>(?!seconds?\b|quarters?\b){ANY_UNIT}){_AND_A_HALF}{_AGE}(?!-|\w)",
        _duration,
        needs="UNIT",
    ),
    rule(
        "duration",
        rf"{_NOT_INSIDE}(?P<number>{EXACT}) consecutive (?P<unit>quarters)\b",
        _duration,
        needs="quarters consecutive",
    ),
    rule("duration", r"\b(?P<number>half an) (?P<unit>hour)\b", _duration, needs="half hour"),
    rule(
        "duration.century",
        r"\b(?:a )?(?P<part>quarter|half)(?:(?: |-)(?:of a )?)century\b",
        _part_of_century,
        needs="century quarter|half",
    ),
    rule(
        "duration.hyphen",
        rf"{_NOT_INSIDE}(?P<number>{EXACT}|several|many|multi|a few)-(?P<unit>(?!second|quarter){ANY_UNIT})(?:-long)?"
        rf"{_AGE}(?!\w)",
        _duration,
        needs="UNIT",
    ),
    rule("duration.long", rf"(?<![\w-])(?P<unit>{UNIT})-?long\b", _long, needs="UNIT|LONG"),
    rule("duration.long", rf"(?<![\w-])(?P<unit>{UNITS_PLURAL})-long\b", _duration, needs="UNIT"),
    rule(
        "vague_plural",
        rf"(?<![\w-]){_NO_HOURS}(?P<unit>minutes|hours|days|weeks|months|years|decades|centuries)\b"
        rf"(?!-)(?! (?:old|of age)\b)(?! (?:of )?(?:the )?(?:{YEAR}|{MONTH_NAME}|(?:last|this|next) (?:month|year)))",
        _duration,
        needs="UNIT",
    ),
    rule("vague_plural.recent", r"\brecent (?P<unit>days|weeks|months|years|decades)\b", _recent, needs="recent"),
)

SET_RULES: tuple[Rule, ...] = (
    rule(
        "set.every",
        rf"\b(?:almost )?(?:every|each)(?: (?P<number>other|second|few|{EXACT}))? "
        rf"(?:(?P<weekday>{WEEKDAY})(?: (?P<part>{PART}))?"
        rf"|(?P<month>{MONTH_NAME})(?: (?P<day>[12]\d|3[01]|[1-9])\b(?!,\d))?"
        rf"|(?P<season>{SEASON})|(?P<unit>{PART}|{ANY_UNIT}))\b(?! of the\b)",
        _every,
        needs="every|each",
    ),
    rule(
        "set.rate",
        rf"(?:\bper |\b(?:once|twice|times) (?:a|an|each|every) )(?P<unit>{UNIT})\b",
        _rate,
        needs="per|once|twice|times UNIT",
    ),
    rule(
        "set.rate",
        r"(?:\d|\b(?:million|billion|thousand|hundred|dollars|percent|people|two|three|four|five)) "
        r"(?P<span>an? (?P<unit>minute|hour|day|night|week|month|quarter|year))\b"
        r"(?! (?:ago|earlier|later|before|after|old)\b)",
        _rate,
        needs="UNIT a|an",
        span="span",
    ),
    # Before a capital the adjective is part of a title: "the annual Harvest Fair".
    rule(
        "set.adverb",
        rf"(?<![\w-])(?:{'|'.join(ADVERB_SETS)})\b(?!-)(?! (?-i:[A-Z][a-z]))",
        _adverb,
        needs="|".join(word.split("-")[0] for word in ADVERB_SETS),
    ),
    rule("set.weekdays", rf"\b(?P<weekday>{WEEKDAY})s\b(?: {_PARTS}\b)?", _weekdays, needs="WEEKDAY"),
    rule("set.weekdays", rf"\b(?P<weekday>{WEEKDAY}) {_PARTS}\b", _weekdays, needs="WEEKDAY PARTS"),
    rule("set.weekends", r"\b(?:at|on) (?P<span>weekends)\b", _weekends, needs="weekends", span="span"),
)

REFERENCE_RULES: tuple[Rule, ...] = (
    rule(
        "reference.present",
        r"\b(?:right now|now(?!-| that\b)|currently|current(?=\s+[a-z])|at present|presently|nowadays"
        r"|(?:at|for) the moment|for the time being|at this (?:point|time|stage|moment)|these days)\b",
        _reference("PRESENT_REF"),
        needs="now|currently|current|present|presently|nowadays|moment|time|point|stage|these",
    ),
    rule(
        "reference.past",
        r"\b(?:(?:more |most |very |only )?recently|lately|previously|long ago"
        r"|(?:in|of|from) the (?:recent |distant )?past|in recent times)"
        r"\b(?! \d| as\b| (?:few|two|three|four|five|six|several|day|week|month|year|decade|century)s?\b)",
        _reference("PAST_REF"),
        needs="recently|lately|previously|ago|past|recent",
    ),
    rule(
        "reference.future",
        r"\b(?:(?:in )?the (?:near |foreseeable |immediate |not too distant )?future"
        r"|(?:in )?the (?:short|long|near|medium) term|sooner or later)\b",
        _reference("FUTURE_REF"),
        needs="future|term|sooner",
    ),
    rule("reference.future", r"(?<!\bas\s)\b(?:very )?soon\b(?! after\b|-)", _soon, needs="soon"),
)

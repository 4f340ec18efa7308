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
    UNIT,
    WEEKDAY,
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
    value = duration_value(number, unit_of(match["unit"]))
    if "anchored" in match.re.groupindex:
        return unresolved(value, EVENT, "DURATION")
    return Reading("DURATION", value, reason=VAGUE if number is None else None)


def _rate(match: re.Match[str], _context: Context) -> Reading:
    return Reading("SET", duration_value(1.0, unit_of(match["unit"])))


def _every(match: re.Match[str], _context: Context) -> Reading:
    amount, word = named(match, "number"), match["what"].lower()
    if re.fullmatch(WEEKDAY, word):
        return Reading("SET", f"XXXX-WXX-{weekday_number(word) + 1}")
    if re.fullmatch(MONTH_NAME, word):
        return Reading("SET", f"XXXX-{month_number(word):02}")
    if re.fullmatch(PART, word):
        return Reading("SET", "P1D")
    number = {"other": 2.0, "second": 2.0}.get(amount or "", number_of(amount) if amount else 1.0)
    return Reading("SET", duration_value(number, unit_of(word)))


def _adverb(match: re.Match[str], _context: Context) -> Reading:
    return Reading("SET", ADVERB_SETS[match[0].lower()])


def _weekdays(match: re.Match[str], _context: Context) -> Reading:
    return Reading("SET", f"XXXX-WXX-{weekday_number(match['weekday']) + 1}")


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
    ),
    rule(
        "duration",
        rf"{_NOT_INSIDE}(?:about |nearly |almost |over |some )?(?P<number>{NUMBER}){_ADJECTIVES} "
        rf"(?P<unit>(?!seconds?\b|quarters?\b){ANY_UNIT}){_AGE}(?!-|\w)",
        _duration,
    ),
    rule("duration", rf"{_NOT_INSIDE}(?P<number>{EXACT}) consecutive (?P<unit>quarters)\b", _duration),
    rule("duration", r"\b(?P<number>half an) (?P<unit>hour)\b", _duration),
    rule(
        "duration.hyphen",
        rf"{_NOT_INSIDE}(?P<number>{EXACT}|several|many|multi|a few)-(?P<unit>(?!second|quarter){ANY_UNIT})(?:-long)?"
        rf"{_AGE}(?!\w)",
        _duration,
    ),
    rule("duration.long", rf"(?<![\w-])(?P<unit>{ANY_UNIT})-long\b", _duration),
    rule(
        "vague_plural",
        rf"(?<![\w-]){_NO_HOURS}(?P<unit>minutes|hours|days|weeks|months|years|decades|centuries)\b"
        r"(?!-)(?! (?:old|of age)\b)",
        _duration,
    ),
    rule("vague_plural.recent", r"\brecent (?P<unit>days|weeks|months|years|decades)\b", _recent),
)

SET_RULES: tuple[Rule, ...] = (
    rule(
        "set.every",
        rf"\b(?:almost )?(?:every|each)(?: (?P<number>other|second|few|{EXACT}))? "
        rf"(?P<what>{WEEKDAY}|{MONTH_NAME}|{PART}|{ANY_UNIT})\b(?! of the\b)",
        _every,
    ),
    rule("set.rate", rf"(?:\bper |\b(?:once|twice|times) (?:a|an|each|every) )(?P<unit>{UNIT})\b", _rate),
    rule(
        "set.rate",
        r"(?:\d|\b(?:million|billion|thousand|hundred|dollars|percent|people|two|three|four|five)) "
        r"(?P<span>an? (?P<unit>minute|hour|day|night|week|month|quarter|year))\b"
        r"(?! (?:ago|earlier|later|before|after|old)\b)",
        _rate,
        span="span",
    ),
    # Before a capital the adjective is part of a title: "the annual Harvest Fair".
    rule("set.adverb", rf"(?<![\w-])(?:{'|'.join(ADVERB_SETS)})\b(?!-)(?! (?-i:[A-Z][a-z]))", _adverb),
    rule("set.weekdays", rf"\b(?P<weekday>{WEEKDAY})s\b(?: {_PARTS}\b)?", _weekdays),
    rule("set.weekdays", rf"\b(?P<weekday>{WEEKDAY}) {_PARTS}\b", _weekdays),
)

REFERENCE_RULES: tuple[Rule, ...] = (
    rule(
        "reference.present",
        r"\b(?:right now|now(?!-| that\b)|currently|current(?=\s+[a-z])|at present|presently|nowadays"
        r"|(?:at|for) the moment|for the time being|at this (?:point|time|stage|moment)|these days)\b",
        _reference("PRESENT_REF"),
    ),
    rule(
        "reference.past",
        r"\b(?:(?:more |most |very |only )?recently|lately|previously|long ago"
        r"|(?:in|of|from) the (?:recent |distant )?past)"
        r"\b(?! \d| (?:few|two|three|four|five|six|several|day|week|month|year|decade|century)s?\b)",
        _reference("PAST_REF"),
    ),
    rule(
        "reference.future",
        r"\b(?:(?:in )?the (?:near |foreseeable |immediate |not too distant )?future"
        r"|(?:in )?the (?:short|long|near|medium) term|sooner or later)\b",
        _reference("FUTURE_REF"),
    ),
    rule("reference.future", r"(?<!\bas\s)\b(?:very )?soon\b(?! after\b|-)", _soon),
)

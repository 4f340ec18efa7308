"""The vocabulary of time: names and their numbers, and the regular-expression fragments built from them.

In every pattern of this package a blank stands for any run of white space (see `compiled`), letters match in either
case unless a `(?-i:...)` group says otherwise, and dashes and apostrophes are plain ones: the reader normalises the
text, character for character, before matching.
"""

from __future__ import annotations

import re

from dragoman.times.calendar import Season, Unit


def listed(words: str) -> tuple[str, ...]:
    """The words between the blanks."""
    return tuple(words.split())


WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
SEASONS: dict[str, Season] = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
UNITS: dict[str, Unit] = {
    "second": "second",
    "minute": "minute",
    "hour": "hour",
    "day": "day",
    "night": "day",
    "weekend": "weekend",
    "week": "week",
    "fortnight": "fortnight",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
    "century": "century",
}
_ONES = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
NUMBERS = {w: n for n, w in enumerate(_ONES)} | {w: 10 * n for n, w in enumerate(_TENS, 2)}
CENTURIES = {
    word: n
    for n, word in enumerate(
        listed(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
            "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
        ),
        1,
    )
}
DECADES = {f"{ten[:-1]}ies": 10 * n for n, ten in enumerate(_TENS, 2)}

WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
# "sun", "sat" and "wed" are words: a short weekday needs its capital, and the rules ask for a date beside it.
WEEKDAY_SHORT = r"(?-i:(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun|MON|TUE|WED|THU|FRI|SAT|SUN)\b\.?)"
MONTH_NAME = rf"(?:{'|'.join(MONTHS)})\b"
_SHORT = listed("Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec")
MONTH_SHORT = rf"(?-i:(?:{'|'.join([*_SHORT, *(s.upper() for s in _SHORT)])})\b\.?)"
MONTH = rf"(?:{MONTH_NAME}|{MONTH_SHORT})"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b(?!,\d\d\d|\.\d|:\d|/|%|'?s\b)"
YEAR = r"(?:1\d\d\d|20\d\d)\b(?!,\d|\.\d|:\d|/|%|-(?:seat|strong|man|mile|foot|km|meter|metre|acre|ton|page|pound)\b)"
SEASON = rf"(?:{'|'.join(SEASONS)})"
UNIT = r"(?:second|minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade|century)"
UNITS_PLURAL = (
    r"(?:seconds|minutes|hours|days|nights|weekends|weeks|fortnights|months|quarters|years|decades|centuries)"
)
ANY_UNIT = rf"(?:{UNITS_PLURAL}|{UNIT})"
PART = r"(?:morning|afternoon|evening|night|midday|noon|midnight|lunchtime|dawn|dusk)"

_SMALL = rf"(?:{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
_WORDED = (
    rf"(?:{_SMALL}(?:-{_SMALL})?(?: hundred(?: and {_SMALL}(?:-{_SMALL})?)?)?(?: thousand)?|a (?:hundred|thousand))"
    r"(?:(?: |-)and(?: |-)a(?: |-)half)?"
)
_DIGITS = r"\d{1,3}(?:,\d\d\d)+|\d+(?:\.\d+)?(?:(?: |-)1/2)?"
EXACT = rf"(?:{_WORDED}|{_DIGITS})"
VAGUE = (
    r"(?:(?:a )?few|several|many|some|a number of|a couple of|a couple|a handful of|(?:a )?dozens? of|a dozen"
    r"|hundreds of|thousands of|scores of|tens of|countless|numerous|more|two or three|three or four|recent)"
)
RANGE = rf"{EXACT}(?:-| to | or ){EXACT}"
NUMBER = rf"(?:{VAGUE}|{RANGE}|{EXACT}|an?\b|half an?)"

PART_VALUES = {
    "morning": "TMO",
    "dawn": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "dusk": "TEV",
    "night": "TNI",
    "lunchtime": "T12:00",
    "midday": "T12:00",
    "noon": "T12:00",
    "midnight": "T24:00",
}

# What a rule may ask for with one word in `needs`: any of these must stand in the sentence.
CUES: dict[str, frozenset[str]] = {
    "WEEKDAY": frozenset(
        [*WEEKDAYS, *(f"{w}s" for w in WEEKDAYS), *listed("mon tue tues wed thu thur thurs fri sat sun")]
    ),
    "MONTH": frozenset([*MONTHS, *(s.lower() for s in _SHORT)]),
    "SEASON": frozenset(SEASONS),
    "UNIT": frozenset([*UNITS, *(f"{u}s" for u in UNITS), "centuries"]),
    "PART": frozenset(PART_VALUES),
    "PARTS": frozenset(listed("mornings afternoons evenings nights")),
    "LONG": frozenset(f"{unit}long" for unit in UNITS),
    "NUMBER": frozenset([*NUMBERS, "#"]),
}
CUES["DAY"] = (
    CUES["WEEKDAY"] | CUES["MONTH"] | set(listed("today yesterday tomorrow christmas new thanksgiving easter good"))
)
_LETTERS, _DIGIT, _FOUR_DIGITS = re.compile("[a-z]+"), re.compile(r"\d"), re.compile(r"(?<!\d)\d{4}(?!\d)")


def words_in(text: str) -> set[str]:
    """The words of a text in lower case; a number stands there as "#", one of four digits as "####" as well."""
    found = set(_LETTERS.findall(text.lower()))
    if _DIGIT.search(text):
        found.add("#")
        if _FOUR_DIGITS.search(text):
            found.add("####")
    return found


def needed(words: str) -> tuple[frozenset[str], ...]:
    """What "MONTH #" or "UNIT ago|hence" asks for: of every set one word must be there."""
    return tuple(
        frozenset[str]().union(*(CUES.get(word, frozenset((word,))) for word in group.split("|")))
        for group in words.split()
    )


PERIOD_LETTERS: dict[Unit, str] = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "weekend": "WE",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
}


def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern with each blank standing for any run of white space, matching in either case."""
    return re.compile(pattern.replace(" ", r"\s+"), re.IGNORECASE)


def unit_of(word: str) -> Unit:
    """The unit a singular or plural noun names."""
    low = word.lower()
    return "century" if low == "centuries" else UNITS.get(low.removesuffix("s"), "day")


def month_number(word: str) -> int:
    """1 to 12 for a month's name or abbreviation."""
    low = word.lower().rstrip(".")[:3]
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(low))


def weekday_number(word: str) -> int:
    """0 (Monday) to 6 for a weekday's name or abbreviation."""
    low = word.lower().rstrip(".")[:3]
    return next(n for n, name in enumerate(WEEKDAYS) if name.startswith(low))


def number_of(text: str) -> float | None:
    """The number that words or digits give; None for a vague amount ("several", "two to three").

    Only for text that `NUMBER` matched: other words are not refused.
    """
    low = " ".join(text.lower().split())
    if re.fullmatch(VAGUE, low) or (re.fullmatch(RANGE, low) and not re.fullmatch(EXACT, low)):
        return None
    if low.startswith("half a"):
        return 0.5
    half = 0.5 if _AND_A_HALF.search(low) else 0.0
    low = _AND_A_HALF.sub("", low).replace(",", "")
    if re.fullmatch(r"\d+(\.\d+)?", low):
        return float(low) + half if len(low) < 12 else None
    total = 0
    for word in re.split(r"[ -]+", low):
        if word in SCALES:
            total = max(total, 1) * SCALES[word]
        else:
            total += NUMBERS.get(word, 1 if word in ("a", "an") else 0)
    return total + half


SCALES = {"hundred": 100, "thousand": 1000}
_AND_A_HALF = re.compile(r"[ -]and[ -]a[ -]half$|[ -]1/2$")


def amount_of(number: float | None) -> str:
    """The number as TIMEX3 writes it in a duration: "3", "2.5", "X" where it is vague."""
    if number is None:
        return "X"
    return str(int(number)) if number == int(number) else str(number)


def duration_value(number: float | None, unit: Unit) -> str:
    """The TIMEX3 duration: P3D, PT2H, P2W; decades and centuries count in years where their number is known."""
    if unit in ("decade", "century"):
        if number is None:
            return "PXDE" if unit == "decade" else "PXC"
        return f"P{amount_of(number * (10 if unit == 'decade' else 100))}Y"
    if unit == "fortnight":
        return f"P{amount_of(None if number is None else 2 * number)}W"
    prefix = "PT" if unit in ("second", "minute", "hour") else "P"
    return f"{prefix}{amount_of(number)}{PERIOD_LETTERS[unit]}"

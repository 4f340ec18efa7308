"""Datelines, date lines and bylines: what stands before a report's first words."""

from __future__ import annotations

import re
from typing import NamedTuple

from dragoman.model.span import Span
from dragoman.prepare.abbreviations import words

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_MONTH_NAME = re.compile(_MONTH + "$", re.IGNORECASE)
_DAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
_DATE = rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?|\d{{1,2}}\s+{_MONTH}(?:,?\s+\d{{4}})?)"
_CLOCK = r"\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?"
_DASH = r"(?:_+|-{1,3}|[–—])"

DATE_LINE = re.compile(rf"(?:{_DAY},?\s+)?(?P<date>{_DATE})(?:[,\s]+{_CLOCK})?\s*$", re.IGNORECASE)

# "Nairobi, Kenya, March 3 (Agency) --"; whether the place may count is decided in `_is_place`.
_LEAD = re.compile(
    rf"(?P<place>[^\W\d_][^\n\r\d(|:;!?\"“”_]{{1,60}}?)?"
    rf"(?:(?:^|,?\s+){_DAY})?(?:(?:^|,?\s+)(?P<date>{_DATE}))?"
    rf"\s*(?P<agency>\(\s*[^()\n\r]{{2,40}}\))?"
    rf"\s*(?:{_DASH}(?=\s|$)|(?P<tight>[–—])(?=\w)|(?P<colon>:)(?=\s|$))",
    re.IGNORECASE,
)
# The stamp that web pages put under a headline: "NAIROBI | Tue Mar 3, 2009 9:15 am EST".
_STAMP = re.compile(
    rf"(?:(?P<place>[A-Z][^|\n\r\d()]{{1,40}}?)(?:,\s*{_DATE})?)?\s*\|\s*{_DAY},?\s+(?P<date>{_DATE})(?:\s+{_CLOCK})?"
)
_AGENCIES = (
    r"(?:Thomson )?Reuters|A\.?P\.?|Associated Press|AFP|UPI|Xinhua|CNN(?: Business)?|BBC(?: News)?"
    r"|Bloomberg|dpa|DPA|ANSA|EFE|Kyodo|Yonhap|TASS|ITAR-TASS|Interfax|RIA(?: Novosti)?|IRNA|SANA|MENA"
    r"|KUNA|WAM|SPA|PTI|IANS|ANI|APP|Anadolu|AA|IRIN|RFE/RL|VOA(?: News)?|PA|PAP|CP|AAP|JTA|NYT"
)
_AGENCY = re.compile(rf"\(\s*(?:{_AGENCIES})\s*\)\s*{_DASH}(?=\s|$)")
# A title run together with the report: "Mayor opens bridge. SPRINGFIELD, Ill. (AP) — ..."
_AFTER_TITLE = re.compile(
    rf"(?<=[.!?])\s+(?=[A-Z][A-Z.’'/ -]{{2,30}}(?:,\s[A-Z][\w. ]{{1,30}}?)?(?:,?\s{_DATE})?"
    rf"(?:\s*\([^()]{{2,30}}\))?\s*{_DASH}\s)"
)
# Without a dash, as some broadcasters have it: "Nairobi (Agency) The" or "Nairobi (Agency)The".
_BARE = re.compile(
    rf"(?P<place>(?:[A-Z][\w.’'-]+,?\s+){{1,4}}?)?(?P<agency>\(\s*(?:{_AGENCIES})\s*\))(?=\s*[A-Z\"“‘]|\s*$)"
)
_PLACE_BEFORE = re.compile(rf"[A-Z][A-Z.’'/ -]+(?:,\s*[A-Z][\w. ]{{1,30}}?)?(?:,\s*{_DATE})?\s*$")
# All-capital words with a colon or dash that name no place.
_LABELS = words(
    "UPDATE BREAKING CORRECTED CORRECTION WATCH ANALYSIS EXCLUSIVE OPINION NOTE FACTBOX VIDEO PHOTO PHOTOS LIVE Q A"
)
# "EU -" and "UN:" are no datelines, "ROME -" is one.
_LETTERS, _LETTERS_BEFORE_COLON, _PLACE_WORDS = 3, 4, 5
_NAME = r"[^\W\d_][\w.’'-]*"
_BYLINE = re.compile(
    rf"by\s+(?:the\s+)?{_NAME}(?:[\s,/]+(?:{_NAME}|&)){{0,11}}$",
    re.IGNORECASE,
)
_SMALL = words("by and in for of the at with to a near on off aboard de la el al es")
_JOB = re.compile(
    r"(?:the\s+)?(?:associated press|ap|reuters|afp|bbc(?: news)?|cnn|staff|special|senior|foreign"
    r"|political|diplomatic)"
    r"(?:\s+[\w’']+){0,4}\s+(?:writers?|reporters?|correspondents?|editors?|staff)(?:,\s*[\w ]{1,30})?$",
    re.IGNORECASE,
)
# A dateline is looked for in this many characters at the start of a block.
_REACH = 300


class Dateline(NamedTuple):
    """A dateline's extent; `before` is a headline or byline that stands before it in the same block."""

    span: Span
    place: Span | None
    date: Span | None
    before: Span | None


def find_dateline(text: str, block: Span, *, signed: bool = False) -> Dateline | None:
    """The dateline at the start of the block, repeated ones and page stamps included, or None.

    With `signed`, as wanted below the top of a page, only one that names its agency or is a stamp counts.
    """
    head = text[block.start : min(block.end, block.start + _REACH)]
    end, place, date, sure = 0, None, None, False
    while (match := _next_lead(head, end)) is not None:
        sure = sure or match.re is _STAMP or match.groupdict().get("agency") is not None
        place = place or _part(match, "place", block.start)
        date = date or _part(match, "date", block.start)
        end = match.end()
        while end < len(head) and head[end].isspace():
            end += 1
    if end and (sure or not signed):
        return Dateline(Span(block.start, block.start + len(head[:end].rstrip())), place, date, None)
    return None if signed else _inner_dateline(head, block.start)


def _next_lead(head: str, position: int) -> re.Match[str] | None:
    lead = _LEAD.match(head, position)
    if lead is not None and lead.end() > position and _is_place(lead):
        return lead
    return _STAMP.match(head, position) or _BARE.match(head, position)


def _is_place(lead: re.Match[str]) -> bool:
    """Whether the words before the dash are a place: written in capitals, or followed by a date or an agency's name."""
    place: str | None = lead["place"]
    agency: str | None = lead["agency"]
    if place is not None and not _is_name(place):
        return False
    if agency is not None and _AGENCY.match(lead.string, lead.start("agency")):
        return True
    if place is None:
        return False
    first = place.split(",")[0].strip()
    if lead["date"] is not None and lead["colon"] is None and lead.string[lead.end("place")] == ",":
        return first[0].isupper() and len(place.split()) <= _PLACE_WORDS
    letters = sum(character.isalpha() for character in first)
    if not first.isupper() or not _LABELS.isdisjoint(first.split()) or len(first.split()) > _PLACE_WORDS:
        return False
    return letters >= (_LETTERS_BEFORE_COLON if lead["colon"] else _LETTERS)


def _is_name(place: str) -> bool:
    """Whether the words could name a place: none but small connecting words in small letters, and no "By" before."""
    names = place.split()
    return names[0].lower() != "by" and not any(word[0].islower() and word not in _SMALL for word in names)


def _inner_dateline(head: str, offset: int) -> Dateline | None:
    """A dateline with an agency's name that follows a headline or byline in the same line."""
    title = _AFTER_TITLE.search(head)
    if title is not None:
        lead = _next_lead(head, title.end())
        if lead is not None:
            place, date = _part(lead, "place", offset), _part(lead, "date", offset)
            return Dateline(
                Span(offset + title.end(), offset + lead.end()), place, date, Span(offset, offset + title.start())
            )
    agency = _AGENCY.search(head)
    if agency is None or re.search(r"[.!?]\s+[A-Z][a-z]+ [a-z]", head[: agency.start()]):
        return None
    named = _PLACE_BEFORE.search(head[: agency.start()])
    start = named.start() if named is not None else agency.start()
    before = head[:start].rstrip()
    end = offset + agency.end()
    where = Span(offset + named.start(), offset + len(head[: named.end()].rstrip())) if named is not None else None
    ahead = Span(offset, offset + len(before)) if before else None
    return Dateline(Span(offset + start, end), where, None, ahead)


def _part(match: re.Match[str], group: str, offset: int) -> Span | None:
    """A named group's place in the text, without the comma after it; None where the form lacks it."""
    words = match.groupdict().get(group)
    if words is None or (group == "place" and _MONTH_NAME.match(words)):
        return None
    start = offset + match.start(group)
    return Span(start, start + len(words.rstrip(" ,")))


def find_date_line(text: str, block: Span) -> Span | None:
    """The date in a block that holds a date and nothing else, or None."""
    if len(block) > 60:
        return None
    match = DATE_LINE.match(block.of(text))
    return _part(match, "date", block.start) if match is not None else None


def is_byline(line: str) -> bool:
    """Whether a short line only names its writers: "By Jane Doe and John Roe, City News", "Staff Writer"."""
    if len(line) > 120:
        return False
    if _JOB.match(line):
        return True
    if not _BYLINE.match(line) or re.search(r"[a-z]{3}\.$", line):
        return False
    return all(w[0].isupper() or w.lower() in _SMALL for w in re.findall(r"[^\W\d_][\w’'-]*", line))

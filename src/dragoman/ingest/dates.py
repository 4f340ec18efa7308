"""Publication dates as they stand in metadata; a form that can be read two ways is not read at all."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?")
_SLASHED = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?![\d/.])(.*)", re.DOTALL)
_ZONE_NAME = re.compile(r"\s*(?:UTC|GMT|Z)$", re.IGNORECASE)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ].+)?")
_MAIL = re.compile(r"(?:[A-Za-z]{3},\s*)?\d{1,2}\s+[A-Za-z]{3}\s+\d{4}\s+\d{1,2}:\d{2}")
_WRITTEN = re.compile(
    r"(?:[A-Z][a-z]+day,?\s+)?(?:(?P<day>\d{1,2})\s+(?P<month>[A-Za-z]{3,9})\.?|(?P<month2>[A-Za-z]{3,9})\.?\s+(?P<day2>\d{1,2}))"
    r",?\s+(?P<year>\d{4})"
)
_LONG_MONTHS = (
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


class Published(NamedTuple):
    """The day of publication, and the moment where a time with its zone is given (ISO 8601)."""

    day: date
    at: str | None = None


def parse_date(value: str, date_format: str | None = None) -> Published | None:
    """The publication date in `value`, or None where it names no day for certain ("03/04/2020", "31.02.2020").

    The day is the one in the value's own zone. A time without a zone is dropped.
    """
    text = value.strip()
    if date_format is not None:
        try:
            return _published(datetime.strptime(text, date_format))
        except ValueError:
            pass  # the known forms are tried below
    try:
        return _known_form(text)
    except (ValueError, OverflowError):
        return None


def _known_form(text: str) -> Published | None:
    compact = _COMPACT.fullmatch(text)
    if compact:
        year, month, day, *_ = (int(part) for part in compact.groups() if part is not None)
        return Published(date(year, month, day))
    slashed = _SLASHED.fullmatch(text)
    if slashed:
        year, month, day = (int(part) for part in slashed.groups()[:3])
        text = f"{date(year, month, day).isoformat()}{slashed[4]}"
    if _ISO.fullmatch(text):
        timed = len(text) > len("2020-01-31")
        return _published(datetime.fromisoformat(_ZONE_NAME.sub("+00:00", text) if timed else text))
    if _MAIL.match(text):
        return _published(parsedate_to_datetime(text))
    written = _WRITTEN.fullmatch(text)
    name = (written["month"] or written["month2"]).lower() if written else ""
    number = next((n for n, long in enumerate(_LONG_MONTHS, 1) if name in (long, long[:3], long[:4])), None)
    if written is None or number is None:
        return None
    return Published(date(int(written["year"]), number, int(written["day"] or written["day2"])))


def _published(moment: datetime) -> Published:
    return Published(moment.date(), moment.isoformat() if moment.tzinfo is not None else None)

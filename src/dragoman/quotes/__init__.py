"""Speech in a report: who says what to whom, word for word or in the reporter's words."""

from dragoman.quotes.gate import wants_parse
from dragoman.quotes.reader import QuoteReader

__all__ = ["QuoteReader", "wants_parse"]

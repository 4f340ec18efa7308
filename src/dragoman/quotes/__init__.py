from dragoman.quotes.reader import QuoteReader

__all__ = ["QuoteReader"]

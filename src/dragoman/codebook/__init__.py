"""The codebook: pages in Markdown whose examples run as tests (docs/codebook/index.md says how they are written)."""

from dragoman.codebook.claims import Claim
from dragoman.codebook.examples import Example, read_examples
from dragoman.codebook.pages import page_names, read_page
from dragoman.codebook.verify import Verdict, verify

__all__ = ["Claim", "Example", "Verdict", "page_names", "read_examples", "read_page", "verify"]

"""Whether a text is English, judged by its commonest words: cheap, and the same everywhere."""

from __future__ import annotations

import re

from dragoman.prepare.abbreviations import words

_ENGLISH = words(
    """
    the of and to in is that for it on was with as his he be at by this had not are but from or have an they which
    one you were her all she there would their we him been has when who will more no if out so said what up its about
    into than them can only other new some could time these two may then do first any my now such like our over after
    also most before must through back years where much your way down should because between those being did under us
    while against during since until says told
    """
)
# The commonest words of other languages in Latin letters; words that English has too ("die", "on", "in")
# and particles of names ("de", "van", "el") are left out.
_OTHER = (
    words(
        """
    les et est une dans pour que qui sur au aux avec ne pas se ce il elle sont par plus ont été
    los las en un una es por con para su como más pero sus ha fue este entre cuando ser
    und zu mit sich auf für ist im dem nicht ein eine als auch werden aus er hat dass sie nach wird bei
    einer um noch wie über
    che è della delle gli nel alla sono anche più ed si dal nella questo
    não uma em mais foi ao pelo pela são também
    het een dat te niet zijn er maar ook nog uit naar bij heeft
    och att det som är på av för inte till har jag ett
    ve bir bu için ile olarak daha çok olan gibi ancak
    nie się jest że jak po ale są
    dan yang untuk dengan ini dari pada
    """
    )
    - _ENGLISH
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NUMBER = re.compile(r"\d+")
_LATIN = re.compile(r"[A-Za-z]")
_ENOUGH = 5
_SAMPLE = 5000
# Running text of a listed language has over 30% of its commonest words; a table in English may have a stray one.
_SHOWN = 0.08
# English prose has 35-50% of these words. Where almost none stands in this many words without many figures among
# them, the text is in a language that is not listed.
_PROSE = 30
_HARDLY = 0.02
_FIGURES = 0.15


def looks_english(text: str, language: str | None = None) -> bool:
    """Whether the report can be read as English; a stated `language` decides, and fewer than five words always pass.

    Another language must show itself, by its script or its commonest words: tables and lists of names pass. Only the
    first 5,000 characters are judged.
    """
    if language is not None and language.strip():
        return language.strip().lower().startswith("en")
    sample = text[:_SAMPLE]
    tokens = [word.lower() for word in _WORD.findall(sample)]
    if len(tokens) < _ENOUGH:
        return True
    if 2 * sum(bool(_LATIN.match(token)) for token in tokens) < len(tokens):
        return False
    english = sum(token in _ENGLISH for token in tokens)
    other = sum(token in _OTHER for token in tokens)
    if other > english and other >= _SHOWN * len(tokens):
        return False
    figures = len(_NUMBER.findall(sample))
    return len(tokens) < _PROSE or english >= _HARDLY * len(tokens) or figures >= _FIGURES * len(tokens)

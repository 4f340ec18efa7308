"""What pages and wires write around a report: captions, credits, sign-offs, links; general forms only."""

from __future__ import annotations

import re

# The words before a caption's own text.
CAPTION_LEAD = re.compile(
    r"(?:open gallery view|open image in gallery|view gallery|enlarge(?: this)? image"
    r"|(?:image|media|photo) caption|caption"
    r"|file(?: photo| picture| image)?\s*[:–—-]+"
    r"|(?:photo|photograph|picture|image|video)\s*:"
    r"|\[?(?:photo|image)\])\s*[:–—-]*\s*",
    re.IGNORECASE,
)
# A credit, as a block of its own or at the end of a caption.
CREDIT = re.compile(
    r"\(?(?:(?:[Pp]hoto(?:graph)?|[Pp]icture|[Ii]mage|[Vv]ideo)?\s*[Cc]redits?\s*:"
    r"|(?:[Pp]hoto(?:graph)?s?|[Pp]icture|[Ii]mage)\s+(?:by|courtesy)\b"
    r"|\[?(?:AP|AFP|EPA|Reuters)\s+(?:Photo|file)\b"
    r"|(?:REUTERS|AP Photo|AFP|EPA|EFE|TASS|Xinhua|(?:AFP/)?Getty Images)\s?/\s?\S)"
)
# A wire's mark under a report is `blocks.END_MARK`; these are its other whole lines.
SIGN_OFF = re.compile(r"\(?\s*(?:more|continued)\s*\)?$|\([a-z]{2,4}(?:[-/][a-z]{2,4})+\)$", re.IGNORECASE)
BOILERPLATE_LEAD = re.compile(
    r"""\(?\s*(?:
      (?:additional\s+|further\s+)?(?:reporting|writing|editing|compiled|translated|edited|written)\s+by\b
    | (?:additional|further)\s+reporting\b
    | related\s*(?:stories|articles|topics|coverage|content)?\s*:?\s*$
    | (?:click|tap)\s+here\b | (?:follow|like)\s+us\s+on\b | sign\s+up\s+(?:for|to)\b | subscribe\s+(?:to|now)\b
    | share\s+this\b | advertisement\b | (?:story|article)\s+continues\b | skip\s+(?:past|to)\b | our\s+standards\s*:
    | © | \(c\)\s*(?:\d{4}|copyright) | copyright\b | all\s+rights\s+reserved
    | this\s+(?:story|article|report|post|version)\s+(?:was|has|has\s+been|is)\s+
      (?:originally|first|been|corrected|updated|published|part|edited)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
CONTRIBUTED = re.compile(
    r"(?:[^.]|(?<=\b[A-Z])\.){2,200}\bcontributed\s+(?:reporting\s+)?to\s+this\s+(?:report|story|article)\.?\)?$",
    re.IGNORECASE,
)
# A link to another report: the words after it are that report's headline.
LINK_LEAD = re.compile(r"(?:(?:read|see)\s+(?:more|also|next)|related)\s*:\s*(?=\S+\s+\S+\s+\S+\s+\S)", re.IGNORECASE)
READ_MORE = re.compile(r"(?:read|see)\s+(?:more|also|next|the\s+full)\b", re.IGNORECASE)
# What a wire puts behind the last words, on the same line.
TAIL = re.compile(
    r"(?<=[.!?\"”'’)])\s+(?:REUTERS?(?:\s+END)?|Reuter|\([a-z]{2,4}(?:[-/][a-z]{2,4})+\)|-?\s?(?:END|ENDS)\s?-?"
    r"|\((?:Additional\s+)?(?:Reporting|Writing|Editing|Compiled)\b[^()]*\))$"
)

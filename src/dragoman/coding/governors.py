"""Words that decide whose an act is which hangs on them."""

from __future__ import annotations

OBJECT_CONTROL = frozenset(
    "urge ask order tell force allow persuade invite encourage warn press call require permit enable authorize "
    "authorise appeal beg instruct command compel push lobby advise help let make cause expect want".split()
)
SCENE = frozenset({"after", "before", "while", "since", "without", "upon", "following", "despite", "when"})
"""What puts a clause beside an act, not into it: "flew home after meeting the king" does not say what for."""
IN_OR_WHEN = {"in": ("DATE", "TIME", "GPE", "LOC"), "on": ("DATE", "TIME", "GPE", "LOC"), "by": ("DATE", "TIME")}
"""Prepositions that are also particles, and the names before which they are none ("gave blood in March")."""
PLACING = frozenset({"to", "at", "in", "from", "into", "near", "onto"})
TOGETHER = frozenset({"together", "jointly", "along"})
CAUSES = frozenset({"prompt", "trigger", "spur", "precede"})
BETWEEN = frozenset("broker mediate sponsor facilitate oversee supervise monitor propose".split())
"""What a third party does: who brokers a ceasefire ceases no fire."""
MEANT = frozenset("plan intention wish desire right power mandate duty decision determination".split())
"""Nouns whose infinitive is done by whoever has them: "Chad has no plans to leave"."""
DOCUMENTS = frozenset(
    "report statement letter lawsuit suit complaint resolution note petition motion declaration message article "
    "communique paper appeal document memorandum editorial bill".split()
)
"""What speaks for whoever wrote it."""

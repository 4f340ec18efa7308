"""What a candidate is made of, as named features; `weights.yml` says what each is worth to which question."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.participants import Side
from dragoman.coding.status import Status
from dragoman.lexicon.schema import Rule
from dragoman.model.document import Sentence
from dragoman.model.layers import Quote

POLITICAL = frozenset({"GOV", "MIL", "COP", "REB", "SPY", "PRM", "UAF", "LEG", "JUD", "OPP", "PTY", "ELI", "PRE"})
PRIVATE = frozenset({"BUS", "UNK", None})
BODIES = frozenset({"UNO", "IGO", "EUR", "IMG", "ISM", "NGO"})
FIRST_PERSON = frozenset({"i", "we", "us", "me", "our", "my"})


def candidate_features(
    rule: Rule,
    status: Status,
    actor: Side,
    recipient: Side,
    quotes: Sequence[Quote],
    sentence: Sentence,
    *,
    words: int,
) -> dict[str, float]:
    """The features that hold, by name; a missing name counts as 0."""
    everyone = (*actor.references, *recipient.references)
    codes = {r.code for r in everyone if r.code}
    political = any(r.sector in POLITICAL or r.code in BODIES for r in everyone)
    # A victim is enough to tell of violence; who did it is often unknown.
    harmful = rule.category in ("ASSAULT", "COERCE", "SANCTION")
    values = {
        "strong_trigger": rule.strength == "strong",
        "weak_trigger": rule.strength == "weak",
        "conditions": min(2, words),
        "actor": bool(actor.references),
        "recipient": bool(recipient.references),
        "actor_country": any(r.code for r in actor.references),
        "recipient_country": any(r.code for r in recipient.references),
        "alone": rule.category == "CONSULT" and len(everyone) < 2,
        "two_countries": len(codes) > 1,
        "state_or_armed": political,
        "everyday_only": all(r.sector in PRIVATE and r.code not in BODIES for r in everyone),
        "bare_noun": status.nominal and not actor.references and not (harmful and recipient.references),
        "descended": actor.descended or recipient.descended,
        "first_person": any(r.via == "coreference" and len(r.span) <= 3 for r in actor.references) and bool(quotes),
        "in_direct_speech": any(q.kind != "indirect" for q in quotes),
        "hypothetical": status.hypothetical,
        "negation": status.negation,
        "caption": sentence.kind == "caption",
    }
    return {name: float(value) for name, value in values.items() if value}

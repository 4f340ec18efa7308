"""What looks like a time and is none: names of people and papers, labels with numbers, amounts, ages."""

from __future__ import annotations

from dragoman.model.tree import Token, Tree
from dragoman.times.words import compiled

# A number behind one of these names a thing: "Resolution 1973", "Flight 1987".
LABELLED = compiled(
    r"\b(?:resolutions?|flight|route|highway|interstate|article|section|no\.?|number|nos\.|room|page|pp\.|channel"
    r"|unit|model|boeing|airbus|protocol|decree|law|bill|proposition|paragraph|chapter|verse|gate|bus|train|hurricane"
    r"|building|box|psalm|studio|windows|office|apartment|apt\.?|suite|pier|directive|ordinance|order|case|docket) "
    r"(?:\(|no\.? )?$"
)
MONEY = compiled(r"(?:[$€£¥]|\b(?:us|rs\.?|usd|eur|gbp|dm))(?: )?$")
COUNTED = compiled(
    r"^ (?:\w+ )?(?:troops|soldiers|people|men|women|civilians|police|officers|workers|children|refugees|miles"
    r"|kilometers|kilometres|km|meters|metres|feet|tons|tonnes|dollars|euros|pounds|rupees|barrels|prisoners|families"
    r"|houses|homes|votes|jobs|points|percent|pct|guests|members|delegates|students|passengers|others|hectares|acres"
    r"|years|months|days|hours|calories|megawatts|mln|million|billion|dlrs)\b"
)
ONLY_A_DATE = compiled(r"\b(?:in|since|during) $")
NAMED_DAY = compiled(r"\b(?:black|bloody|super|cyber|holy|palm|ash|fat|shrove|whit|red|casual) $")
_PAPERS = "times|telegraph|mirror|express|mail|post|mercury|herald|star|independent|tribune|world|news|standard"
PAPER = compiled(rf"^ (?:(?:night |morning )?(?:{_PAPERS}|business post|sport|night football|night live|mosque))\b")
ADVERB_NAME = compiled(rf"^ (?:{_PAPERS}|nation|record|show|planet|beast)\b")
# "the April 6 Movement", "the 1922 Committee": a date that begins a name.
NAME_GOES_ON = compiled(
    r"^(?: (?-i:[A-Z]\w+))? (?-i:Movement|Alliance|Coalition|Committee|Brigades?|Battalion|Organi[sz]ation|Foundation"
    r"|Front|Group|Army|Party|Forces|Club|Society|Martyrs)\b"
)
# Before 1800 a bare number is more often an amount, so those years need such a word.
YEAR_BEFORE = compiled(
    r"\b(?:in|since|during|of|from|until|till|by|before|after|year|around|circa|between|and|to|dated|the) $"
)
# "The Thirty Years' War", "USA Today" and the like are names.
WAR = compiled(r"^'?s? (?-i:War)\b")
TODAY_PAPER = compiled(r"\b(?-i:USA|India|Russia|Africa|Business) $")
AGE_BEFORE = compiled(r"\b(?:aged?|ages)(?: of)? $")
NAME_LABELS = frozenset(("ORG", "PERSON", "PRODUCT", "WORK_OF_ART", "FAC", "LAW", "GPE", "NORP", "LOC"))


def is_time(name: str, words: str, left: str, right: str, entity: tuple[str, int] | None) -> bool:
    """Whether a match of the rule `name` may be a time, by the normalised words around it.

    `entity` is the tagger's label for the words and how many characters of the entity lie behind them.
    """
    kind = name.partition(".")[0]
    if AGE_BEFORE.search(left):
        return False
    if kind in ("weekday", "part_of_day", "set") and PAPER.search(right):
        return False
    if kind == "weekday" and NAMED_DAY.search(left):
        return False
    if kind in ("duration", "vague_plural") and WAR.search(right):
        return False
    if words == "Today" and TODAY_PAPER.search(left):
        return False
    if kind == "set" and words[:1].isupper() and not words.isupper() and ADVERB_NAME.search(right):
        return False
    if kind in ("full_date", "year") and NAME_GOES_ON.search(right):
        return False
    if kind == "year" and not _is_year(words, left, right):
        return False
    return entity is None or not _is_name(kind, *entity)


def _is_year(words: str, left: str, right: str) -> bool:
    """A bare number of four digits is a year unless a label, a currency or counted things stand beside it."""
    if LABELLED.search(left) or MONEY.search(left):
        return False
    if words < "1800" and not YEAR_BEFORE.search(left):
        return False
    return not COUNTED.search(right) or bool(ONLY_A_DATE.search(left))


def _is_name(kind: str, label: str, behind: int) -> bool:
    """Whether the words belong to a name: a person's month-name, or the head of a longer name ("April 6 Movement").

    The tagger often swallows a date that follows a name ("U.N. Friday"), so a name must go on behind the words.
    """
    if label == "PERSON":
        return kind == "month" or behind > 1
    return (
        label in NAME_LABELS
        and behind > 2
        and kind in ("weekday", "month", "full_date", "year", "month_year", "season")
    )


def entity_around(tree: Tree, start: int, end: int) -> tuple[str, int] | None:
    """The label of the name the words stand in, with the characters of it behind them; None for dates and times."""
    inside = [t for t in tree if t.start < end and start < t.end]
    if not inside or not inside[0].ner or inside[0].ner in ("DATE", "TIME"):
        return None
    last = inside[-1].i
    while _continues(tree, last):
        last += 1
    return inside[0].ner, tree[last].end - end


def _continues(tree: Tree, i: int) -> bool:
    following: Token | None = tree[i + 1] if i + 1 < len(tree) else None
    return following is not None and following.ner == tree[i].ner and following.ner != "" and not following.ner_start

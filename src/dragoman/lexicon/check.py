"""Finds what the schema cannot see: rules that never fire, examples that show nothing, classes that nobody uses.

To run the rules' examples is another thing: it needs the coder and lives in `evaluate.examples`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path

import yaml

from dragoman.lexicon.load import Lexicon
from dragoman.lexicon.schema import Discard, Example, Rule

ENGINE_CLASSES = frozenset({"light"})
"""Word classes that the coder itself reads, so that no rule has to name them."""
ONLY_IZE = frozenset({"capsize", "maize", "prize", "seize", "size"})
"""Words in -ize that have no British spelling in -ise."""
_WORDS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_IRREGULAR: dict[str, tuple[str, ...]] = {
    "be": ("is", "are", "was", "were"),
    "begin": ("began", "begun"),
    "blow": ("blew",),
    "break": ("broke",),
    "bring": ("brought",),
    "buy": ("bought",),
    "catch": ("caught",),
    "come": ("came",),
    "do": ("did", "done"),
    "draw": ("drew",),
    "drive": ("drove",),
    "fall": ("fell",),
    "fight": ("fought",),
    "forego": ("forewent",),
    "find": ("found",),
    "freeze": ("froze",),
    "get": ("got",),
    "give": ("gave",),
    "go": ("went",),
    "have": ("has", "had"),
    "hold": ("held",),
    "keep": ("kept",),
    "lay": ("laid",),
    "lead": ("led",),
    "leave": ("left",),
    "make": ("made",),
    "meet": ("met",),
    "pay": ("paid",),
    "rise": ("rose",),
    "run": ("ran",),
    "see": ("saw",),
    "seek": ("sought",),
    "sell": ("sold",),
    "shoot": ("shot",),
    "sink": ("sank", "sunk"),
    "sit": ("sat",),
    "speak": ("spoke",),
    "stand": ("stood",),
    "strike": ("struck",),
    "swear": ("swore",),
    "take": ("took",),
    "tear": ("tore",),
    "tell": ("told",),
    "throw": ("threw",),
    "win": ("won",),
    "withdraw": ("withdrew",),
    "write": ("wrote",),
}
"""Past forms that do not begin like the verb; the others are found by their first letters."""
STEM = 3
"""A form of a lemma is told by its first letters ("send", "sent"; "try", "tried"): a check for slips, no parser."""


def lint(lexicon: Lexicon, *, base: Lexicon | None = None) -> list[str]:
    """One line per problem, naming the rule, discard or class; empty where there is none.

    With `base`, the lexicon over which `lexicon` is laid, only what the layer brings. What only the files show (a key
    written twice) is found by `repeated_keys`.
    """
    rules = list(lexicon.rules.values())
    known = frozenset(lint(base)) if base is not None else frozenset()
    problems = [
        *(line for rule in rules for line in _head_problems(rule, lexicon)),
        *(line for rule in rules for line in _slot_problems(rule, lexicon)),
        *_same_frames(rules, lexicon),
        *_unused_classes(lexicon, base),
        *_spellings(lexicon),
        *_repeated_examples(lexicon),
        *(line for rule in rules for line in _examples_without_head(rule, lexicon)),
        *_idle_discards(lexicon),
    ]
    return [problem for problem in problems if problem not in known]


def repeated_keys(folder: Path) -> list[str]:
    """One line per key that stands twice in a mapping: YAML keeps the last one and loses the other silently."""
    out: list[str] = []
    for file in sorted(folder.rglob("*.yml")):
        root = yaml.compose(file.read_bytes(), Loader=yaml.SafeLoader)
        out += [f"{file.name}:{line}: {key!r} stands twice in one mapping" for key, line in repeated(root)]
    return out


def repeated(node: yaml.Node | None) -> Iterator[tuple[str, int]]:
    """Every key that stands twice in one mapping of a YAML document, with its line."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from repeated(item)
    elif isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                yield key.value, key.start_mark.line + 1
            seen.add(key.value)
            yield from repeated(value)


def _head_problems(rule: Rule, lexicon: Lexicon) -> Iterator[str]:
    for lemma in sorted(lexicon.words(rule.head)):
        if not lemma or lemma != lemma.lower() or any(c.isspace() for c in lemma):
            yield f"{rule.id}: the head {lemma!r} can never be found; a head is one word in lower case"
        elif "-" in lemma:
            yield f"{rule.id}: the head {lemma!r} can never be found; write {lemma.replace('-', '')!r}"


def _slot_problems(rule: Rule, lexicon: Lexicon) -> Iterator[str]:
    for slot in (*rule.when, *rule.unless, *rule.actor, *rule.recipient):
        repeated = [name for name, times in Counter(slot.split("|")).items() if times > 1]
        if repeated:
            yield f"{rule.id}: the slot {slot!r} names {repeated[0]!r} twice"
    for slot in rule.when.keys() & rule.unless.keys():
        if lexicon.words(rule.when[slot]) <= lexicon.words(rule.unless[slot]):
            yield f"{rule.id}: everything that `when` asks of {slot!r} is what `unless` excludes"


def _same_frames(rules: Iterable[Rule], lexicon: Lexicon) -> Iterator[str]:
    frames: dict[object, list[Rule]] = defaultdict(list)
    for rule in rules:
        when = frozenset((slot, lexicon.words(terms)) for slot, terms in rule.when.items())
        unless = frozenset((slot, lexicon.words(terms)) for slot, terms in rule.unless.items())
        frames[rule.category, rule.pos, frozenset(rule.particle), when, unless].append(rule)
    for group in frames.values():
        for one, other in combinations(group, 2):
            if both := lexicon.words(one.head) & lexicon.words(other.head):
                yield f"{other.id}: same head {sorted(both)} and conditions as {one.id}; one of the two never fires"


def _unused_classes(lexicon: Lexicon, base: Lexicon | None) -> Iterator[str]:
    inherited = {name for name, words in lexicon.classes.items() if base and base.classes.get(name) == words}
    used = {term[1:] for rule in lexicon.rules.values() for term in _terms(rule) if term.startswith("@")}
    for name in sorted(lexicon.classes.keys() - used - inherited - ENGINE_CLASSES):
        yield f"@{name}: no rule uses this word class"


def _terms(rule: Rule) -> Iterator[str]:
    yield from rule.head
    for terms in (*rule.when.values(), *rule.unless.values()):
        yield from terms


def _spellings(lexicon: Lexicon) -> Iterator[str]:
    lists = [(rule.id, frozenset(t for t in rule.head if not t.startswith("@"))) for rule in lexicon.rules.values()]
    for name, words in (*((f"@{name}", words) for name, words in lexicon.classes.items()), *lists):
        for word in sorted(words):
            if word.endswith("ize") and word not in ONLY_IZE and (british := f"{word[:-3]}ise") not in words:
                yield f"{name}: has {word!r} without {british!r}"


def _repeated_examples(lexicon: Lexicon) -> Iterator[str]:
    seen: dict[str, str] = {}
    entries: list[Rule | Discard] = [*lexicon.rules.values(), *lexicon.discards]
    for entry in entries:
        for example in (*entry.yes, *entry.no):
            if (first := seen.setdefault(example.text, entry.id)) != entry.id:
                yield f"{entry.id}: example already stands under {first}: {example.text}"
        for sentence, times in Counter(e.text for e in (*entry.yes, *entry.no)).items():
            if times > 1:
                yield f"{entry.id}: example stands twice: {sentence}"


def _examples_without_head(rule: Rule, lexicon: Lexicon) -> Iterator[str]:
    heads = lexicon.words(rule.head)
    for example in rule.yes:
        if not any(_is_form(word, lemma) for word in _words(example) for lemma in heads):
            yield f"{rule.id}: no form of a head stands in the example: {example.text}"


def _words(example: Example) -> list[str]:
    found = [word.lower() for word in _WORDS.findall(example.text)]
    return [*found, *(part for word in found if "-" in word for part in (word.replace("-", ""), *word.split("-")))]


def _is_form(word: str, lemma: str) -> bool:
    return word.startswith(lemma[:STEM].rstrip("y")) or word in _IRREGULAR.get(lemma, ())


def _idle_discards(lexicon: Lexicon) -> Iterator[str]:
    heads = {lemma for rule in lexicon.rules.values() for lemma in lexicon.words(rule.head)}
    for discard in lexicon.discards:
        for phrase in discard.phrase:
            if heads.isdisjoint(phrase.split()):
                yield f"{discard.id}: {phrase!r} contains no head of a rule, so that it discards nothing"

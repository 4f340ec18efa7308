"""The coder: for every trigger in its frame, the event with roles, status, time, place and source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.coding.addressees import addressees
from dragoman.coding.answers import answer
from dragoman.coding.arguments import Arguments
from dragoman.coding.candidate import Candidate
from dragoman.coding.compatriots import compatriots, locals_of
from dragoman.coding.conflicts import date_conflicts, telling_conflicts
from dragoman.coding.content import content_of, is_protest
from dragoman.coding.contexts import Ground, contexts
from dragoman.coding.convert import convert
from dragoman.coding.crowds import confront
from dragoman.coding.dating import date_happening
from dragoman.coding.extent import is_series
from dragoman.coding.facing import face
from dragoman.coding.features import candidate_features
from dragoman.coding.hosts import seat_guests
from dragoman.coding.ideas import is_idea
from dragoman.coding.judge import judged, judged_features
from dragoman.coding.linear import load_models
from dragoman.coding.locate import locate
from dragoman.coding.match import Match, Matcher, Miss
from dragoman.coding.merge import merge
from dragoman.coding.mishaps import is_mishap
from dragoman.coding.naming import named
from dragoman.coding.narrate import move_to, narrate
from dragoman.coding.narrative import day_of_news
from dragoman.coding.participants import Participants, Side
from dragoman.coding.reading import Report, gather, speakers_of, telling_of, time_words
from dragoman.coding.size import counts_of
from dragoman.coding.source import SPEECH_ACTS, attribute, implied_speaker
from dragoman.coding.standing import with_standing
from dragoman.coding.status import Status, read_status
from dragoman.coding.suit import follow_suit
from dragoman.coding.telling import Telling
from dragoman.coding.traits import told_traits
from dragoman.coding.when import choose_time
from dragoman.coding.where import sites_of_sentence
from dragoman.lexicon.load import Lexicon
from dragoman.lexicon.schema import Rule
from dragoman.model.actor import Reference
from dragoman.model.document import Sentence
from dragoman.model.event import Attribution, Auxiliary, Category, EventMention, EventPlace
from dragoman.model.layers import EventLayer, Layers
from dragoman.model.reason import ReasonCode, Skipped
from dragoman.model.span import Span
from dragoman.model.tree import Tree
from dragoman.settings import Settings

DIARY_DAYS = 90
"""How far ahead the present tense plans: "meets in March" of next year is rather a caption's or a historian's."""
FELT = frozenset({"ASSAULT", "COERCE", "THREATEN"})
"""Deeds that befall whoever lives where they are done."""
RECIPIENT_NEEDED = frozenset({"COOPERATE", "AID", "SANCTION"})


class EventCoder:
    """Fills `coding`: events and, for sentences without one, the reasons."""

    needs: tuple[str, ...] = ("trees", "mentions", "times", "places", "quotes", "actors")
    gives = "coding"

    def __init__(self, lexicon: Lexicon, settings: Settings) -> None:
        self.settings = settings
        self.matcher = Matcher(lexicon)
        self.models = load_models()

    def run(self, layers: Layers) -> Layers:
        """The layers with `coding`: events in text order, and why other triggers gave none."""
        candidates, skipped = self.candidates(layers)
        sure: list[Candidate] = []
        for candidate in self.settle(candidates, layers):
            weighed = judged(candidate, self.models)
            if weighed.likelihood >= self.settings.threshold:
                sure.append(weighed)
            else:
                rule, detail = candidate.rules[0], f"{weighed.likelihood:.2f}"
                skipped.append(_skip(candidate.sentence, candidate.trigger, "low_score", rule, detail))
        merged = [judged(event, self.models) for event in self.combine(sure, layers)]
        about = contexts(merged, layers.trees or ())
        events = tuple(_event(c, context) for c, context in zip(merged, about, strict=True))
        told = tuple(sorted(skipped, key=lambda s: (s.span.start, s.reason)))
        warnings = (*date_conflicts(merged), *telling_conflicts(sure, merged, layers.places or ()))
        return replace(layers, coding=EventLayer(events, told, warnings))

    def combine(self, sure: Sequence[Candidate], layers: Layers) -> list[Candidate]:
        """The events that the candidates tell, one for each happening, with what only the events beside it tell."""
        report, trees = gather(layers, after_days=self.settings.historical_after_days), layers.trees or ()
        day = day_of_news(trees, report.times, published=layers.document.published)
        merged = locals_of(move_to(merge(sure), day), layers.places or ())
        return named(confront(face(merged, trees)), trees, report.actors.references)

    def candidates(self, layers: Layers) -> tuple[list[Candidate], list[Skipped]]:
        """Everything that a rule reads, sure or not, in text order; and the triggers that no rule could read."""
        report = gather(layers, after_days=self.settings.historical_after_days)
        candidates: list[Candidate] = []
        skipped: list[Skipped] = []
        for tree in layers.trees or ():
            found, missed = self._sentence(report, tree)
            candidates += answer(tree, found, candidates)
            arguments = Arguments(tree, self.matcher.light)
            sentence = layers.document.sentences[tree.sentence]
            candidates += follow_suit(tree, sentence, candidates, arguments, report.actors.references)
            skipped += missed
        return candidates, skipped

    def settle(self, candidates: Sequence[Candidate], layers: Layers) -> list[Candidate]:
        """The candidates with what only the whole report decides: background or news, guests and hosts, places."""
        model, published = self.models["historical"], layers.document.published
        told = narrate(candidates, model, published=published, speakers=speakers_of(layers))
        return locate(with_standing(seat_guests(told), layers), layers, self.models["place"])

    def _sentence(self, report: Report, tree: Tree) -> tuple[list[Candidate], list[Skipped]]:
        sentence = report.layers.document.sentences[tree.sentence]
        groups: list[list[Match]] = []
        skipped: list[Skipped] = []
        for found in self.matcher.find(tree, skip=time_words(tree, report.times[tree.sentence])):
            if isinstance(found, Miss):
                span = Span(tree[found.head].start, tree[found.head].end)
                skipped.append(_skip(sentence, span, found.reason, found.rule))
            else:
                groups.append(found)
        heads = frozenset(g[0].head for g in groups)
        candidates: list[Candidate] = []
        told: dict[int, Match] = {}
        open_heads = {g[0].head: g[0] for g in groups}
        # Outermost first: what a refused verb would have told as its content may be told by itself.
        for group in sorted(groups, key=lambda g: sum(1 for _ in tree.ancestors(g[0].head))):
            outer = content_of(tree, group[0], {**open_heads, **told})
            if outer is not None:
                if is_protest(outer):
                    aim, _ = self._events_of(report, tree, sentence, group, others=heads)
                    candidates = [_aimed(c, aim) if c.head == outer.head else c for c in candidates]
                skipped.append(_skip(sentence, group[0].span(tree), "within_other", group[0].rule.id, outer.rule.id))
                continue
            made, refused = self._events_of(report, tree, sentence, group, others=heads)
            candidates += made
            skipped += refused
            if made:
                told[group[0].head] = next(m for m in group if m.rule.id == made[0].rules[0])
            else:
                # What tells no event of its own hides none in its content ("told reporters that Mali would withdraw").
                open_heads.pop(group[0].head, None)
        if not groups and not skipped and any(s == tree.sentence for s, _ in report.actors.references):
            skipped.append(_skip(sentence, sentence.span, "no_trigger", None))
        told_in = sentence.span.of(report.layers.document.text)
        return self._counted(tree, sorted(candidates, key=lambda c: c.trigger), told_in), skipped

    def _counted(self, tree: Tree, candidates: Sequence[Candidate], sentence: str) -> list[Candidate]:
        """The candidates of a sentence with whom it counts; whom one of them counts by itself, no other does."""
        arguments = Arguments(tree, self.matcher.light)
        heads = frozenset(c.head for c in candidates)
        return [replace(c, size=counts_of(tree, c, arguments, sentence=sentence, others=heads)) for c in candidates]

    def _events_of(
        self, report: Report, tree: Tree, sentence: Sentence, group: Sequence[Match], *, others: frozenset[int]
    ) -> tuple[list[Candidate], list[Skipped]]:
        """What a head tells: by the first rule whose sides are filled, and by each that stands beside another."""
        made: list[Candidate] = []
        refused: list[Skipped] = []
        for match in group:
            if made and not match.rule.beside:
                continue
            one = self._candidate(report, tree, sentence, match, others=others - {match.head, *match.words})
            if isinstance(one, Candidate):
                made.append(one)
            else:
                refused.append(one)
        return made, [] if made else refused[:1]

    def _candidate(
        self, report: Report, tree: Tree, sentence: Sentence, match: Match, *, others: frozenset[int]
    ) -> Candidate | Skipped:
        rule, trigger = match.rule, match.span(tree)
        people = Participants(Arguments(tree, self.matcher.light), report.actors.references)
        telling = telling_of(report, tree, sentence, match, others=others)
        speaker = implied_speaker(telling.quotes, report.actors.references)
        actor, recipient = _sides(people, match, speaker)
        if problem := _unfit(rule.needs, rule.category, actor, recipient):
            return _skip(sentence, trigger, problem, rule.id)
        if is_idea(tree, match.head):
            return _skip(sentence, trigger, "discarded_by_rule", rule.id, "an idea")
        if is_mishap(tree, match.head):
            return _skip(sentence, trigger, "discarded_by_rule", rule.id, "a mishap")
        category, mode, status = convert(rule, _status(telling, match), announced=_announces(speaker, actor))
        if category == "REJECT" != rule.category and not recipient.references:
            actor, recipient = _refused(people, match, actor)
        if not recipient.references:
            recipient = replace(recipient, references=addressees(people, match.head, category, actor.references))
        if status.negation and category == "CONCEDE":
            # "did not pardon": nothing was conceded.
            return _skip(sentence, trigger, "discarded_by_rule", rule.id, "negated concession")
        after_days = self.settings.historical_after_days
        dated = date_happening(telling, status, category=category, event=rule.category, after_days=after_days)
        actors, recipients = compatriots(category, *_apart(actor.references, recipient.references))
        features = candidate_features(rule, status, actor, recipient, telling.quotes, sentence, words=len(match.words))
        return Candidate(
            category=category,
            mode=mode,
            context=rule.context,
            campaign=rule.campaign or is_series(tree, match.head, match.words, status),
            lemma=tree[match.head].lemma,
            head=match.head,
            sentence=sentence,
            trigger=trigger,
            definite=telling.definite,
            status=status,
            auxiliary=_auxiliary(status),
            actor=actors,
            recipient=recipients,
            when=dated.when,
            place=None,
            sites=sites_of_sentence(tree, match.head, report.places[tree.sentence]),
            attribution=_attributed(report, telling, category, actors),
            rules=(rule.id,),
            features=tuple(sorted(features.items())),
            about=dated.about,
            quoted=bool(telling.quotes),
            traits=tuple(told_traits(telling, status, category=category, time=dated.time).items()),
            old=dated.old,
            before_news=dated.before_news,
        )


def _attributed(
    report: Report, telling: Telling, category: Category, actors: tuple[Reference, ...]
) -> tuple[Attribution, ...]:
    return attribute(category, actors, telling.quotes, report.actors.references, report.layers.document.text)


def _status(telling: Telling, match: Match) -> Status:
    """How real the happening is told; a negation for which the rule itself asks ("will not tolerate") is its act."""
    tree = telling.tree
    status = read_status(tree, match.head)
    asked = any(tree[w].dep == "neg" for w in match.words)
    return replace(status, future=status.future or _is_scheduled(telling), negation=status.negation and not asked)


def _sides(people: Participants, match: Match, speaker: tuple[Reference, ...]) -> tuple[Side, Side]:
    """Who acts and who is acted on; of a speech act without a subject, whoever speaks acts.

    A treaty is between its parties: who speaks of one has not made it.
    """
    actor = people.side(match.head, match.rule.actor)
    if not actor.references and match.rule.category in SPEECH_ACTS and not _is_between(match.rule):
        actor = Side(speaker)
    # A place alone makes no event: "announced in Brussels" says of nobody that he did anything to it.
    places = match.rule.category in FELT and bool(actor.references)
    recipient = people.side(match.head, match.rule.recipient, taken=frozenset(actor.heads), places=places)
    return actor, replace(recipient, references=_apart(actor.references, recipient.references)[1])


def _is_between(rule: Rule) -> bool:
    """Whether the rule's word names what stands between two sides: "the pact between Mali and Togo"."""
    return any(step == "between" for slot in rule.actor for step in slot.split("|"))


def _refused(people: Participants, match: Match, everybody: Side) -> tuple[Side, Side]:
    """The sides of a refused meeting: "would not talk to the rebels" refuses them."""
    if len(match.rule.actor) == 1:
        return everybody, Side()
    actor = people.side(match.head, match.rule.actor[:1])
    return actor, replace(everybody, references=_apart(actor.references, everybody.references)[1])


def _announces(speaker: Sequence[Reference], actor: Side) -> bool:
    """Whether who says it will do it: "the rebels said they would kill two hostages"."""
    codes = {r.code for r in speaker if r.code}
    return any(r.code in codes for r in actor.references)


def _is_scheduled(telling: Telling) -> bool:
    """Whether the present tense tells what is to come: "flies to Lima next week"."""
    time = choose_time(telling.tree, telling.head, telling.times, telling.others)
    if telling.tree[telling.head].tag not in ("VBZ", "VBP") or time is None or time.start is None:
        return False
    return telling.published is not None and 0 < (time.start - telling.published).days <= DIARY_DAYS


def _aimed(protest: Candidate, aim: Sequence[Candidate]) -> Candidate:
    """The protest with whom its demand is made of: "marched to demand the resignation of the Malian premier"."""
    return replace(protest, recipient=aim[0].recipient) if aim and not protest.recipient else protest


def _unfit(needs: Sequence[str], category: str, actor: Side, recipient: Side) -> ReasonCode | None:
    if not actor.references and not recipient.references:
        return "no_actor"
    if ("actor" in needs and not actor.references) or ("recipient" in needs and not recipient.references):
        return "no_frame_fit"
    if category in RECIPIENT_NEEDED and not recipient.references and len(actor.references) < 2:
        return "recipient_needed"
    return None


def _apart(
    actors: Sequence[Reference], recipients: Sequence[Reference]
) -> tuple[tuple[Reference, ...], tuple[Reference, ...]]:
    """The two sides, nobody on both."""
    ids = {a.entity for a in actors}
    return tuple(actors), tuple(r for r in recipients if r.entity not in ids)


def _auxiliary(status: Status) -> tuple[Auxiliary, ...]:
    """What the clause says; `historical` is decided by the report (narrate.py)."""
    flags: list[tuple[Auxiliary, bool]] = [
        ("future", status.future),
        ("hypothetical", status.hypothetical),
        ("negation", status.negation),
    ]
    return tuple(name for name, holds in flags if holds)


def _skip(sentence: Sentence, trigger: Span, reason: ReasonCode, rule: str | None, detail: str = "") -> Skipped:
    return Skipped(sentence.index, sentence.span, reason, None if reason == "no_trigger" else trigger, rule, detail)


def _event(candidate: Candidate, context: Mapping[str, Ground]) -> EventMention:
    """The event in the report's words; why it has its contexts stands among its features."""
    grounds = {f"context.{name}.{ground}": 1.0 for name, ground in context.items()}
    return EventMention(
        event=candidate.category,
        mode=candidate.mode,
        context=tuple(context),
        auxiliary=candidate.auxiliary,
        extent="campaign" if candidate.campaign else "event",
        actor=candidate.actor,
        recipient=candidate.recipient,
        trigger=candidate.trigger,
        sentence=candidate.sentence.span,
        also=candidate.also,
        when=candidate.when,
        where=EventPlace(candidate.place) if candidate.place is not None else None,
        attribution=candidate.attribution,
        rules=candidate.rules,
        features=tuple(sorted((judged_features(candidate) | grounds).items())),
        confidence=candidate.confidence,
        about=candidate.about,
        field_confidence=candidate.field_confidence,
        size=candidate.size,
    )

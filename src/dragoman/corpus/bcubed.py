"""B-cubed precision and recall of entities: how well the mentions of a report are put together.

After Bagga and Baldwin, "Entity-Based Cross-Document Coreferencing Using the Vector Space Model" (COLING-ACL 1998),
with mentions that were found rather than given. A response mention equals a key mention if the characters they share
are at least half of all characters of both, or both end at the same character; each is used once, the likest pairs
first. Recall is taken over all key mentions, of which one that was not found counts 0; precision over the response
mentions that equal a key mention, because the key lists only who matters. Words that stand for several key entities
at once ("the two countries") belong to no single one and are left out, with the response mentions that equal them.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.evaluate.tally import DRAWS, SEED
from dragoman.model.span import Span

Entities = Sequence[Sequence[Span]]
"""The mentions of every entity of one report."""
_SHARED = 0.5


@dataclass(frozen=True, slots=True)
class BCubed:
    """Sums over mentions; they add up over reports."""

    recall_sum: float = 0.0
    key: int = 0
    precision_sum: float = 0.0
    response: int = 0

    def __add__(self, other: BCubed) -> BCubed:
        return BCubed(
            self.recall_sum + other.recall_sum,
            self.key + other.key,
            self.precision_sum + other.precision_sum,
            self.response + other.response,
        )

    @property
    def recall(self) -> float:
        """Over key mentions; 0 where there are none."""
        return self.recall_sum / self.key if self.key else 0.0

    @property
    def precision(self) -> float:
        """Over response mentions that equal a key mention; 0 where there are none."""
        return self.precision_sum / self.response if self.response else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def bcubed(key: Entities, response: Entities) -> BCubed:
    """The sums of one report."""
    owners = Counter(span for mentions in key for span in set(mentions))
    key_of = {span: index for index, mentions in enumerate(key) for span in mentions}
    response_items = sorted({(span, index) for index, mentions in enumerate(response) for span in mentions})
    pairs = [
        (key_of[wanted], response_items[at][1])
        for wanted, at in _equal(sorted(key_of), [span for span, _ in response_items])
        if owners[wanted] == 1
    ]
    shared = Counter(pairs)
    found = Counter(given for _, given in pairs)
    sizes = Counter(key_of[span] for span in key_of if owners[span] == 1)
    return BCubed(
        recall_sum=sum(shared[pair] / sizes[pair[0]] for pair in pairs),
        key=sizes.total(),
        precision_sum=sum(shared[pair] / found[pair[1]] for pair in pairs),
        response=len(pairs),
    )


def f1_interval(parts: Sequence[BCubed], *, seed: int = SEED, draws: int = DRAWS) -> tuple[float, float]:
    """The range that holds 95 % of the F1 values when as many reports are drawn with replacement."""
    generator = random.Random(seed)
    values = sorted(sum(generator.choices(parts, k=len(parts)), BCubed()).f1 for _ in range(draws))
    return values[round(0.025 * (draws - 1))], values[round(0.975 * (draws - 1))]


def _equal(key: Sequence[Span], response: Sequence[Span]) -> Iterator[tuple[Span, int]]:
    """Pairs of a key mention and the index of the response mention that equals it, each used once."""
    candidates = sorted(
        (-share, i, j)
        for i, wanted in enumerate(key)
        for j, given in enumerate(response)
        if (share := _share(wanted, given)) >= _SHARED or (share and wanted.end == given.end)
    )
    taken_key: set[int] = set()
    taken_response: set[int] = set()
    for _, i, j in candidates:
        if i not in taken_key and j not in taken_response:
            taken_key.add(i)
            taken_response.add(j)
            yield key[i], j


def _share(one: Span, other: Span) -> float:
    """Shared characters over all characters of both."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / max(1, len(one) + len(other) - max(0, shared))

"""Counting right, gold and predicted; precision, recall and F1; accuracy among matched items."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

Pair = tuple[int, int]
ENOUGH = 200
"""With fewer facts than this a layer's confidence counts as uncalibrated."""
_AROUND = 120
"""So many characters are shown on either side of a wrong answer."""


@dataclass(slots=True)
class Count:
    """Right, gold and predicted items of one measure, micro over all documents."""

    right: int = 0
    gold: int = 0
    predicted: int = 0

    @property
    def precision(self) -> float:
        """Right of predicted; 1 where nothing was predicted and nothing was to be found."""
        return self.right / self.predicted if self.predicted else float(not self.gold)

    @property
    def recall(self) -> float:
        """Right of gold; 1 where nothing was predicted and nothing was to be found."""
        return self.right / self.gold if self.gold else float(not self.predicted)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.gold + self.predicted) if self.gold + self.predicted else 1.0


@dataclass(slots=True)
class Share:
    """Right among the matched items that a question applies to."""

    right: int = 0
    of: int = 0

    @property
    def accuracy(self) -> float:
        """Right of matched; 0 where none matched."""
        return self.right / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class Wrong:
    """A wrong answer: what is wrong with it, in which document, and the words around."""

    cause: str
    document: str
    words: str


@dataclass(slots=True)
class Scores:
    """All measures of one run, in the order in which they were first met."""

    documents: int = 0
    counts: dict[str, Count] = field(default_factory=dict)
    shares: dict[str, Share] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    sums: dict[str, int] = field(default_factory=dict)
    errors: list[Wrong] = field(default_factory=list)
    reliability: dict[str, dict[float, Share]] = field(default_factory=dict)
    """For each layer and each confidence that was given in it: how many facts, and how many of them were right."""

    def sure(self, layer: str, confidence: float, right: object) -> None:
        """Add one fact with its confidence, and whether it was right."""
        one = self.reliability.setdefault(layer, {}).setdefault(round(confidence, 2), Share())
        one.right, one.of = one.right + bool(right), one.of + 1

    def calibrated(self, layer: str) -> bool:
        """Whether there are facts enough to tell what a confidence of this layer is worth."""
        return sum(share.of for share in self.reliability.get(layer, {}).values()) >= ENOUGH

    def tenths(self, layer: str) -> list[tuple[float, Share]]:
        """The reliability table of a layer: for each tenth of confidence that was given its mean, and what was right of the facts."""
        sums: dict[int, tuple[float, Share]] = {}
        for confidence, share in sorted(self.reliability.get(layer, {}).items()):
            tenth = min(9, int(10 * confidence + 1e-9))
            given, one = sums.get(tenth, (0.0, Share()))
            sums[tenth] = given + confidence * share.of, Share(one.right + share.right, one.of + share.of)
        return [(given / one.of, one) for given, one in sums.values()]

    def calibration_error(self, layer: str) -> float:
        """The expected calibration error: how far the tenths' mean confidence is from the share right, weighted by their facts."""
        tenths = self.tenths(layer)
        return sum(abs(mean - one.accuracy) * one.of for mean, one in tenths) / max(1, sum(one.of for _, one in tenths))

    def add(self, name: str, n: int) -> None:
        """Add to a plain sum."""
        self.sums[name] = self.sums.get(name, 0) + n

    def wrong(self, cause: str, document: str, text: str, span: Sequence[int] | None = None) -> None:
        """Keep a wrong answer for reading; with a span, it is marked and the words around it are kept."""
        if span is not None:
            start, end = span
            text = f"{text[max(0, start - _AROUND) : start]}[{text[start:end]}]{text[end : end + _AROUND]}"
        self.errors.append(Wrong(cause, str(document), " ".join(text.split())))

    def count(self, name: str, right: int, gold: int, predicted: int) -> None:
        """Add one document's right, gold and predicted items to a measure."""
        one = self.counts.setdefault(name, Count())
        one.right, one.gold, one.predicted = one.right + right, one.gold + gold, one.predicted + predicted

    def share_of(self, name: str, right: int, of: int) -> None:
        """Add several matched items to an accuracy at once."""
        one = self.shares.setdefault(name, Share())
        one.right, one.of = one.right + right, one.of + of

    def share(self, name: str, right: object) -> None:
        """Add one matched item to an accuracy."""
        one = self.shares.setdefault(name, Share())
        one.right, one.of = one.right + bool(right), one.of + 1


def overlap(a: Sequence[int], b: Sequence[int]) -> int:
    """How many characters two spans share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def half_overlap(a: Sequence[int], b: Sequence[int]) -> bool:
    """Whether two spans share at least half of the shorter one."""
    return overlap(a, b) >= 0.5 * min(a[1] - a[0], b[1] - b[0]) > 0


def greedy_pairs(scored: list[tuple[float, int, int]]) -> list[Pair]:
    """One-to-one pairs (gold, predicted), best score first; ties by the lower gold index, then the lower predicted."""
    gold_used: set[int] = set()
    predicted_used: set[int] = set()
    pairs: list[Pair] = []
    for _, i, j in sorted(scored, key=lambda x: (-x[0], x[1], x[2])):
        if i not in gold_used and j not in predicted_used:
            gold_used.add(i)
            predicted_used.add(j)
            pairs.append((i, j))
    return pairs


def candidates(n_gold: int, n_predicted: int, score: Callable[[int, int], float | None]) -> list[tuple[float, int, int]]:
    """(score, gold, predicted) of every pair that `score` does not rule out with None."""
    found = []
    for i in range(n_gold):
        for j in range(n_predicted):
            value = score(i, j)
            if value is not None:
                found.append((value, i, j))
    return found

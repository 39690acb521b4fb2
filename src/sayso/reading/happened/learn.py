"""Learning the judge's weights from marked sentences: a softmax over traits, fitted in full batches, so that each run gives the same bytes."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sayso.model import Report
from sayso.reading.happened import Happened, trigger_of
from sayso.reading.happened.act import Act
from sayso.reading.happened.judge import CLASSES, EVENT, NOTHING, RETOLD, Judge
from sayso.reading.happened.lessons import AGAIN, Lesson, Mark
from sayso.reading.happened.telling import one_deed

if TYPE_CHECKING:
    from sayso.reading.pipeline import Reader

_LEAST = 2
"""A trait is learnt from when at least this many acts have it."""
_DECAY = 3.0
"""The weight of the squared weights (L2) against the likelihood of all acts together."""
_ROUNDS = 400

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Example:
    """An act as the judge sees it, and what the writer of the sentence says it is."""

    traits: tuple[str, ...]
    label: str
    lesson: int


def examples_of(lessons: Sequence[Lesson], reader: "Reader") -> Iterator[Example]:
    """The acts of the lessons, each lesson read as a report of its own."""
    happened = Happened(reader.lexicon)
    docs = reader.parser.parse(lesson.text for lesson in lessons)
    for number, (lesson, doc) in enumerate(zip(lessons, docs, strict=True)):
        report = Report(id=f"{number:064x}", published_basis="unknown", text=lesson.text)
        page = reader.prepared(report, doc, Happened)
        seen = happened.seen(page)
        marks = [lesson.at(trigger_of(act)) for act, _ in seen]
        marked = [act for (act, _), mark in zip(seen, marks, strict=True) if mark is not None]
        for (act, traits), mark in zip(seen, marks, strict=True):
            yield Example(tuple(sorted(traits)), _label(act, mark, marked), number)


def _label(act: Act, mark: Mark | None, marked: Sequence[Act]) -> str:
    """What the writer says an act is. "A bomb" of which only "exploded" is marked tells the same deed."""
    if mark is not None:
        return RETOLD if mark.type == AGAIN else EVENT
    return RETOLD if any(act.type == other.type and one_deed(other, act) for other in marked) else NOTHING


def learn(examples: Sequence[Example]) -> Judge:
    """The judge that these examples make."""
    counted = Counter(trait for example in examples for trait in example.traits)
    traits = sorted(trait for trait, n in counted.items() if n >= _LEAST)
    index = {trait: i for i, trait in enumerate(traits)}
    rows = [[index[t] for t in example.traits if t in index] for example in examples]
    wanted = np.zeros((len(rows), len(CLASSES)))
    wanted[np.arange(len(rows)), [CLASSES.index(example.label) for example in examples]] = 1.0
    return Judge.of(traits, _fitted(rows, wanted, len(traits)))


def _fitted(rows: list[list[int]], wanted: Floats, n_traits: int) -> Floats:
    """Weights (traits x classes) of the least loss: accelerated gradient steps, each trait's step by a bound on its curvature."""
    of_row = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    trait = np.fromiter((i for row in rows for i in row), dtype=np.int64, count=len(of_row))
    bound = 0.5 * np.bincount(trait, weights=np.array([len(row) for row in rows], dtype=np.float64)[of_row], minlength=n_traits) + _DECAY
    weights = ahead = np.zeros((n_traits, wanted.shape[1]))
    pace = 1.0
    for _ in range(_ROUNDS):
        chances = _softmax(_summed(ahead[trait], of_row, len(rows)))
        slope = _summed((chances - wanted)[of_row], trait, n_traits) + _DECAY * ahead
        stepped = ahead - slope / bound[:, None]
        faster = (1 + (1 + 4 * pace * pace) ** 0.5) / 2
        ahead = stepped + (pace - 1) / faster * (stepped - weights)
        weights, pace = stepped, faster
    return weights


def _summed(values: Floats, where: Ints, n: int) -> Floats:
    return np.stack([np.bincount(where, weights=column, minlength=n) for column in values.T], axis=1)


def _softmax(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))

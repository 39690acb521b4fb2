"""A softmax over traits, fitted in full batches, so that each run gives the same bytes."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Fit:
    """How a softmax is fitted: the weight of the squared weights (L2) against the likelihood of all examples together, and the rounds."""

    decay: float
    rounds: int


def fitted(rows: Sequence[Sequence[int]], wanted: Floats, n_traits: int, fit: Fit) -> Floats:
    """Weights (traits x classes) of the least loss: accelerated gradient steps, each trait's step by a bound on its curvature."""
    of_row = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    trait = np.fromiter((i for row in rows for i in row), dtype=np.int64, count=len(of_row))
    bound = 0.5 * np.bincount(trait, weights=np.array([len(row) for row in rows], dtype=np.float64)[of_row], minlength=n_traits) + fit.decay
    weights = ahead = np.zeros((n_traits, wanted.shape[1]))
    pace = 1.0
    for _ in range(fit.rounds):
        chances = _softmax(_summed(ahead[trait], of_row, len(rows)))
        slope = _summed((chances - wanted)[of_row], trait, n_traits) + fit.decay * ahead
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

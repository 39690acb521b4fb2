"""The judge: whether an act that the lexicon or the finder found is told as an event of the report. A linear model over traits, trained by
`sayso train` on sentences of our own; its weights are whole thousandths in one array file, and each verdict can name the traits that made it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from sayso.reading.happened.weights import SCALE, SHIPPED, Weights, load, rounded

NOTHING, EVENT, RETOLD = CLASSES = ("nothing", "event", "retold")
"""What an act can be: background, a metaphor, another matter; an event; words that tell an event of the report again."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How likely an act is each of CLASSES."""

    nothing: float
    event: float
    retold: float


class Judge:
    """Weighs acts by their traits."""

    def __init__(self, weights: Weights) -> None:
        self.weights: Mapping[str, tuple[int, ...]] = weights

    @classmethod
    def of(cls, traits: Sequence[str], weights: NDArray[np.float64]) -> Self:
        """A judge with these weights (traits x classes), rounded to thousandths."""
        return cls(rounded(traits, weights))

    @classmethod
    def load(cls, path: Path = SHIPPED) -> Self:
        """The judge of a file. Raises ValueError for a file of other classes."""
        return cls(load(path, "judge", CLASSES))

    def __len__(self) -> int:
        return len(self.weights)

    def sums(self, traits: Iterable[str], known: tuple[int, ...] = (0, 0, 0)) -> tuple[int, ...]:
        """The thousandths of these traits for each of CLASSES, added to those that are known already."""
        nothing, event, retold = known
        weights = self.weights
        for trait in traits:
            row = weights.get(trait)
            if row is not None:
                nothing += row[0]
                event += row[1]
                retold += row[2]
        return nothing, event, retold

    def __call__(self, traits: Iterable[str], known: tuple[int, ...] = (0, 0, 0)) -> Verdict:
        """The verdict on an act with these traits; `known`: the sums of others that it has."""
        sums = self.sums(traits, known)
        top = max(sums)
        raised = [exp((one - top) / SCALE) for one in sums]
        whole = sum(raised)
        return Verdict(*(one / whole for one in raised))

    def reasons(self, traits: Iterable[str], most: int = 6) -> list[tuple[str, float]]:
        """The traits that speak most for (above 0) or against an event, the weightiest first: by how much each moves the log odds."""
        known = ((trait, self.weights[trait]) for trait in traits if trait in self.weights)
        moved = [(trait, (max(event, retold) - nothing) / SCALE) for trait, (nothing, event, retold) in known]
        return sorted(moved, key=lambda one: (-abs(one[1]), one[0]))[:most]

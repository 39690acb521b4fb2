"""The judge: whether an act that the lexicon found is told as an event of the report. A linear model over traits, trained by `sayso train`
on sentences of our own; its weights are whole thousandths in one array file, and each verdict can name the traits that made it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

NOTHING, EVENT, RETOLD = CLASSES = ("nothing", "event", "retold")
"""What an act can be: background, a metaphor, another matter; an event; words that tell an event of the report again."""
SCALE = 1000
SHIPPED = Path(__file__).with_name("judge.npz")
_SMALL = 20
"""Traits whose weights are all smaller than so many thousandths are left out of the file."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How likely an act is each of CLASSES."""

    nothing: float
    event: float
    retold: float


class Judge:
    """Weighs acts by their traits."""

    def __init__(self, weights: dict[str, tuple[int, ...]]) -> None:
        self._weights = weights
        """For each trait its thousandths for each of CLASSES."""

    @classmethod
    def of(cls, traits: Sequence[str], weights: NDArray[np.float64]) -> "Judge":
        """A judge with these weights (traits x classes), rounded to thousandths."""
        rounded = np.rint(weights * SCALE).astype(int)
        kept = (row for row in zip(traits, rounded.tolist(), strict=True) if max(map(abs, row[1])) >= _SMALL)
        return cls({trait: tuple(row) for trait, row in kept})

    @classmethod
    def load(cls, path: Path = SHIPPED) -> "Judge":
        """The judge of a file. Raises ValueError for a file of other classes."""
        with np.load(path, allow_pickle=False) as arrays:
            traits = arrays["traits"].tobytes().decode("utf-8").split("\n")
            weights = arrays["weights"]
        if weights.shape != (len(traits), len(CLASSES)):
            raise ValueError(f"{path} holds weights of the shape {weights.shape}; {len(traits)} traits and {len(CLASSES)} classes were expected")
        return cls(dict(zip(traits, map(tuple, weights.tolist()), strict=True)))

    def save(self, path: Path) -> None:
        """Write the array file: `traits`, their names as UTF-8 with line breaks between, and `weights`, 16-bit thousandths."""
        names = np.frombuffer("\n".join(self._weights).encode("utf-8"), dtype=np.uint8)
        with path.open("wb") as file:
            np.savez_compressed(file, traits=names, weights=np.array(list(self._weights.values()), dtype=np.int16))

    def __len__(self) -> int:
        return len(self._weights)

    def sums(self, traits: Iterable[str], known: tuple[int, ...] = (0, 0, 0)) -> tuple[int, ...]:
        """The thousandths of these traits for each of CLASSES, added to those that are known already."""
        nothing, event, retold = known
        weights = self._weights
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
        known = ((trait, self._weights[trait]) for trait in traits if trait in self._weights)
        moved = [(trait, (max(event, retold) - nothing) / SCALE) for trait, (nothing, event, retold) in known]
        return sorted(moved, key=lambda one: (-abs(one[1]), one[0]))[:most]

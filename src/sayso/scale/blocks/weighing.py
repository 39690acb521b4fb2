"""The evidence between told events, pair by pair, and the sets of events that evidence joins."""

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from sayso.model.situation import DisputeKind, Site
from sayso.scale.blocks.near import Numbers
from sayso.scale.blocks.table import Table
from sayso.scale.blocks.telling import Telling
from sayso.situation.likeness import NEARLY, contradiction, likeness


@dataclass
class Evidence:
    """Pairs of told events by number, the earlier first, in order, with the evidence that they are one; and those that contradict each
    other."""

    one: "array[int]" = field(default_factory=lambda: array("I"))
    other: "array[int]" = field(default_factory=lambda: array("I"))
    score: "array[float]" = field(default_factory=lambda: array("d"))
    contrary: list[tuple[int, int, DisputeKind]] = field(default_factory=list)

    def columns(self) -> tuple[Numbers, Numbers, NDArray[np.float64]]:
        """The pairs as arrays."""
        one, other = (np.frombuffer(column, dtype=np.uint32) for column in (self.one, self.other))
        return one, other, np.frombuffer(self.score, dtype=np.float64)

    def sets(self, count: int) -> NDArray[np.int64]:
        """For each of `count` told events the smallest that evidence joins it with, step by step."""
        above = list(range(count))
        for one, other, score in zip(self.one, self.other, self.score, strict=True):
            if score >= 0:
                a, b = _top(above, one), _top(above, other)
                above[max(a, b)] = min(a, b)
        return np.array([_top(above, one) for one in range(count)], dtype=np.int64)


def weigh(table: Table, telling: Telling, sites: Mapping[str, Site]) -> Evidence:
    """The evidence between all told events that stand close together in a block."""
    found = Evidence()
    for ones, others in table.pairs():
        told = telling.events(np.union1d(ones, others).tolist())
        for a, b in zip(ones.tolist(), others.tolist(), strict=True):
            score = likeness(told[a], told[b], sites)
            if score is None:
                kind = contradiction(told[a], told[b], sites)
                if kind is not None:
                    found.contrary.append((a, b, kind))
            elif score >= NEARLY:
                found.one.append(a)
                found.other.append(b)
                found.score.append(round(score, 6))
    return found


def _top(above: list[int], one: int) -> int:
    while above[one] != one:
        above[one] = above[above[one]]
        one = above[one]
    return one

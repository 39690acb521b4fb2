"""The evidence between told events, pair by pair, part by part."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.model.situation import DisputeKind, Site
from sayso.scale.blocks.near import Numbers
from sayso.scale.blocks.table import Table
from sayso.scale.blocks.telling import Telling
from sayso.situation.likeness import NEARLY, contradiction, laid_elsewhere, likeness


class Evidence(NamedTuple):
    """Pairs of told events by number, the earlier first, in order, with the evidence that they are one."""

    one: Numbers
    other: Numbers
    score: NDArray[np.float64]

    def where(self, chosen: NDArray[np.bool_]) -> "Evidence":
        """Those of the pairs."""
        return Evidence(self.one[chosen], self.other[chosen], self.score[chosen])

    def rows(self) -> list[tuple[int, int, float]]:
        """The same, pair by pair."""
        return list(zip(self.one.tolist(), self.other.tolist(), self.score.tolist(), strict=True))


class Part(NamedTuple):
    """What weighing a stretch of the told events found: all pairs of which the earlier one is in it."""

    stop: int
    """The number of the first event after the stretch."""
    evidence: Evidence
    contrary: list[tuple[int, int, DisputeKind]]
    """Pairs that contradict each other."""


def weigh(table: Table, telling: Telling, sites: Mapping[str, Site]) -> Iterator[Part]:
    """The evidence between all told events that stand close together in a block, stretch by stretch."""
    for stop, ones, others in table.pairs():
        told = telling.events(np.union1d(ones, others).tolist())
        found, contrary = [], []
        for a, b in zip(ones.tolist(), others.tolist(), strict=True):
            score = likeness(told[a], told[b], sites)
            kind = contradiction(told[a], told[b], sites) if score is None or laid_elsewhere(told[a], told[b]) else None
            if kind is not None:
                contrary.append((a, b, kind))
            if score is not None and score >= NEARLY:
                found.append((a, b, round(score, 6)))
        yield Part(stop, evidence_of(found), contrary)


def evidence_of(rows: list[tuple[int, int, float]]) -> Evidence:
    """Pairs as columns."""
    one, other, score = zip(*rows, strict=True) if rows else ((), (), ())
    return Evidence(np.array(one, dtype=np.uint32), np.array(other, dtype=np.uint32), np.array(score, dtype=np.float64))


def together(some: Evidence, others: Evidence) -> Evidence:
    """The pairs of both."""
    one, other = np.concatenate((some.one, others.one)), np.concatenate((some.other, others.other))
    return Evidence(one, other, np.concatenate((some.score, others.score)))

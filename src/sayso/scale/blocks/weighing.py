"""The evidence between told events, pair by pair, part by part."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.model.situation import DisputeKind, Site
from sayso.scale.blocks.near import Numbers
from sayso.scale.blocks.table import Table
from sayso.scale.blocks.telling import Telling
from sayso.situation.again import RIVAL, bar
from sayso.situation.authorship import laid_elsewhere
from sayso.situation.likeness import contradiction, likeness
from sayso.situation.merging import Found, find

Row = tuple[int, int, Found]
"""Two told events by number, the earlier first, and what was found of them."""


class Evidence(NamedTuple):
    """Such pairs as columns, in order; what is not known is NaN."""

    one: Numbers
    other: Numbers
    score: NDArray[np.float64]
    again: NDArray[np.float64]

    def where(self, chosen: NDArray[np.bool_]) -> "Evidence":
        """Those of the pairs."""
        return Evidence(self.one[chosen], self.other[chosen], self.score[chosen], self.again[chosen])

    def rows(self) -> list[Row]:
        """The same, pair by pair."""
        known = ([None if value != value else value for value in column.tolist()] for column in (self.score, self.again))
        return [(a, b, Found(*found)) for a, b, *found in zip(self.one.tolist(), self.other.tolist(), *known, strict=True)]


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
        found: list[Row] = []
        contrary: list[tuple[int, int, DisputeKind]] = []
        for a, b in zip(ones.tolist(), others.tolist(), strict=True):
            score = likeness(told[a], told[b], sites)
            kind = contradiction(told[a], told[b], sites) if score is None or laid_elsewhere(told[a], told[b]) else None
            if kind is not None:
                contrary.append((a, b, kind))
            known = find(told[a], told[b], sites, score)
            if known.again is not None and known.again - bar(told[a], told[b], table.often) < -RIVAL:
                known = known._replace(again=None)
            if known != Found(None, None):
                found.append((a, b, known))
        yield Part(stop, evidence_of(found), contrary)


def evidence_of(rows: list[Row]) -> Evidence:
    """Pairs as columns."""
    one, other = (np.array([row[at] for row in rows], dtype=np.uint32) for at in (0, 1))
    score, again = (np.array([row[2][at] for row in rows], dtype=np.float64) for at in (0, 1))  # None becomes NaN
    return Evidence(one, other, score, again)


def together(some: Evidence, others: Evidence) -> Evidence:
    """The pairs of both."""
    one, other = np.concatenate((some.one, others.one)), np.concatenate((some.other, others.other))
    return Evidence(one, other, np.concatenate((some.score, others.score)), np.concatenate((some.again, others.again)))

"""Told events put into groups, set by set: what evidence does not join, however many steps it takes, is grouped by itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.model.situation import DisputeKind, Judgement
from sayso.scale.blocks.crowd import Crowd
from sayso.scale.blocks.telling import Telling
from sayso.scale.blocks.weighing import Evidence
from sayso.situation.merging import Merger, judged
from sayso.situation.told import Told

_TOGETHER = 2_000


@dataclass(frozen=True, slots=True)
class Group:
    """An incident's told events, and why they are one."""

    first: int
    """The number of the first of them."""
    told: list[Told]
    joins: list[Judgement]


class Groups:
    """The groups of a case. Go through `each` once before anything else is asked."""

    def __init__(self, count: int, evidence: Evidence, telling: Telling, crowd: Crowd) -> None:
        self._evidence, self._telling, self._crowd = evidence, telling, crowd
        self._set = evidence.sets(count)
        self._first = np.arange(count, dtype=np.int64)

    def each(self) -> Iterator[Group]:
        """All groups, nearly in the order of their first events."""
        one, other, score = self._evidence.columns()
        joining = np.flatnonzero(score >= 0)
        joining = joining[np.argsort(self._set[one[joining]], kind="stable")]
        set_of_pair = self._set[one[joining]]
        events = np.argsort(self._set, kind="stable")
        in_order = self._set[events]
        start = 0
        while start < events.size:
            stop = int(np.searchsorted(in_order, in_order[min(start + _TOGETHER, events.size) - 1], side="right"))
            span = np.searchsorted(set_of_pair, [in_order[start], in_order[stop - 1] + 1])
            pairs = joining[span[0] : span[1]]
            rows = list(zip(one[pairs].tolist(), other[pairs].tolist(), score[pairs].tolist(), strict=True))
            yield from self._grouped(events[start:stop], rows)
            start = stop

    def unsure(self) -> Iterator[Judgement]:
        """The pairs that are nearly one, in order."""
        one, other, score = self._evidence.columns()
        apart = np.flatnonzero(self._first[one] != self._first[other])
        for some in np.array_split(apart, 1 + apart.size // _TOGETHER):
            told = self._telling.events(np.union1d(one[some], other[some]).tolist())
            for a, b, weight in zip(one[some].tolist(), other[some].tolist(), score[some].tolist(), strict=True):
                yield judged("unsure", told[a], told[b], weight, self._crowd.sites)

    def contrary(self) -> Iterator[tuple[DisputeKind, Sequence[Told], Sequence[Told]]]:
        """Pairs of groups that tell one happening otherwise, and what they disagree about; each pair and matter once."""
        by_first = np.argsort(self._first, kind="stable")
        in_order = self._first[by_first]
        seen = set()
        for a, b, kind in self._evidence.contrary:
            first, second = sorted((int(self._first[a]), int(self._first[b])))
            if first != second and (kind, first, second) not in seen:
                seen.add((kind, first, second))
                members = [by_first[slice(*np.searchsorted(in_order, [one, one + 1]))].tolist() for one in (first, second)]
                told = self._telling.events([number for group in members for number in group])
                some, others = ([told[number] for number in group] for group in members)
                yield kind, some, others

    def _grouped(self, events: NDArray[np.int64], pairs: list[tuple[int, int, float]]) -> Iterator[Group]:
        told = self._telling.events(events.tolist())
        number = {one.order: at for at, one in told.items()}
        merger = Merger(self._crowd.sites)
        merger.put(told.values(), ((told[a].order, told[b].order, score) for a, b, score in pairs))
        for group in merger.groups():
            numbers = [number[one.order] for one in group]
            self._first[numbers] = numbers[0]
            yield Group(numbers[0], group, list(merger.why(group[0].order)))

"""Told events put into groups, set by set: what evidence does not join, however many steps it takes, is grouped by itself."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from sayso.model.situation import DisputeKind, Judgement
from sayso.scale.blocks.crowd import Crowd
from sayso.scale.blocks.table import Table
from sayso.scale.blocks.telling import Telling
from sayso.scale.blocks.weighing import Evidence, evidence_of, together, weigh
from sayso.situation.incidents import told_by_an_event
from sayso.situation.judging import judged
from sayso.situation.merging import Merger
from sayso.situation.told import Told


@dataclass(frozen=True, slots=True)
class Group:
    """An incident's told events, and why they are one."""

    first: int
    """The number of the first of them."""
    told: list[Told]
    joins: list[Judgement]


@dataclass(frozen=True, slots=True)
class Unsure:
    """Two told events that nearly are one, by number, the earlier first."""

    one: int
    other: int
    judgement: Judgement


class Groups:
    """The groups of a case, found in one pass: a set is grouped as soon as no event can join it any more. Go through `each` first."""

    def __init__(self, table: Table, telling: Telling, crowd: Crowd) -> None:
        self._table, self._telling, self._crowd = table, telling, crowd
        self._first = np.full(len(table), -1, dtype=np.int64)
        self._contrary: list[tuple[int, int, DisputeKind]] = []

    def each(self) -> Iterator[Group | Unsure]:
        """All groups, nearly in the order of their first events; between them the pairs that are nearly one, when both are grouped."""
        sets, waiting, before = _Sets(), evidence_of([]), 0
        for part in weigh(self._table, self._telling, self._crowd.sites):
            self._contrary += part.contrary
            waiting = together(waiting, part.evidence)
            for a, b, found in part.evidence.rows():
                if found.again is not None or (found.evidence is not None and found.evidence >= 0):
                    sets.join(a, b)
            closed = sets.closed(range(before, part.stop), part.stop)
            before = part.stop
            yield from self._grouped(closed, waiting)
            known = (self._first[waiting.one] >= 0) & (self._first[waiting.other] >= 0)
            yield from self._unsure(waiting.where(known))
            waiting = waiting.where(~known)

    def contrary(self) -> Iterator[tuple[DisputeKind, Sequence[Told], Sequence[Told]]]:
        """Pairs of groups that tell one happening otherwise, and what they disagree about; each pair and matter once."""
        by_first = np.argsort(self._first, kind="stable")
        in_order = self._first[by_first]
        seen = set()
        for a, b, kind in self._contrary:
            first, second = sorted((int(self._first[a]), int(self._first[b])))
            if first != second and (kind, first, second) not in seen:
                seen.add((kind, first, second))
                members = [by_first[slice(*np.searchsorted(in_order, [one, one + 1]))].tolist() for one in (first, second)]
                told = self._telling.events([number for group in members for number in group])
                some, others = ([told[number] for number in group] for group in members)
                yield kind, some, others

    def _grouped(self, events: list[int], evidence: Evidence) -> Iterator[Group]:
        """The groups of whole sets of events."""
        told = self._telling.events(events)
        number = {one.order: at for at, one in told.items()}
        pairs = evidence.where(np.isin(evidence.one, events) & np.isin(evidence.other, events)).rows()
        merger = Merger(self._crowd.sites, often=self._table.often)
        merger.put(told.values(), ((told[a].order, told[b].order, found) for a, b, found in pairs))
        for group in merger.groups():
            numbers = [number[one.order] for one in group]
            self._first[numbers] = numbers[0]
            if told_by_an_event(group):
                yield Group(numbers[0], group, list(merger.why(group[0].order)))

    def _unsure(self, evidence: Evidence) -> Iterator[Unsure]:
        apart = (self._first[evidence.one] != self._first[evidence.other]) & ~np.isnan(evidence.score)
        rows = evidence.where(apart).rows()
        told = self._telling.events({number for a, b, _ in rows for number in (a, b)})
        for a, b, found in rows:
            if not (told[a].bare or told[b].bare):
                yield Unsure(a, b, judged("unsure", told[a], told[b], found.evidence or 0.0, self._crowd.sites))


@dataclass
class _Sets:
    """The sets of events that evidence joins, step by step, of which more may come: each under its smallest event."""

    above: dict[int, int] = field(default_factory=dict)
    last: dict[int, int] = field(default_factory=dict)
    open: list[int] = field(default_factory=list)

    def join(self, a: int, b: int) -> None:
        one, other = sorted((self._top(a), self._top(b)))
        if one != other:
            self.above[other] = one
            self.last[one] = max(self.last.get(one, one), self.last.pop(other, other))

    def closed(self, events: range, stop: int) -> list[int]:
        """Take in the next events, all of whose pairs with later ones are known; give those of the sets that end before `stop`."""
        sets = defaultdict(list)
        for event in (*self.open, *events):
            sets[self._top(event)].append(event)
        self.open = []
        found = []
        for top, members in sets.items():
            if self.last.get(top, top) >= stop:
                self.open += members
                continue
            found += members
            self.last.pop(top, None)
            for one in members:
                self.above.pop(one, None)
        return found

    def _top(self, one: int) -> int:
        while (above := self.above.get(one, one)) != one:
            self.above[one] = self.above.get(above, above)
            one = above
        return one

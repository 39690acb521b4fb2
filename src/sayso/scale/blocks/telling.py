"""The told events of a report by its rank, told anew when they are asked for; those of the last few reports stay in memory."""

from collections import OrderedDict
from collections.abc import Iterable

from sayso.scale.blocks.crowd import Crowd
from sayso.scale.blocks.spool import Spool
from sayso.scale.blocks.table import Table
from sayso.scale.blocks.whose import Standing
from sayso.situation.live import told_in
from sayso.situation.told import Told

_KEPT = 2_000


class Telling:
    """What the reports of a case that stands tell."""

    def __init__(self, spool: Spool, crowd: Crowd, origins: Standing, table: Table) -> None:
        self._spool, self._crowd, self._origins, self._table = spool, crowd, origins, table
        self._ranks = table.ranks()
        self._kept: OrderedDict[int, list[Told]] = OrderedDict()

    def events(self, numbers: Iterable[int]) -> dict[int, Told]:
        """Told events by their numbers; those of one report share its sheet."""
        numbers = list(numbers)
        by_rank: dict[int, list[Told]] = {}
        found = {}
        for number in numbers:
            rank = int(self._ranks[number])
            told = by_rank.get(rank)
            if told is None:
                told = by_rank[rank] = self._of(rank)
            found[number] = told[number - self._table.starts[rank]]
        return found

    def of(self, rank: int) -> list[Told]:
        """All that the report of a rank tells."""
        return self._of(rank)

    def _of(self, rank: int) -> list[Told]:
        told = self._kept.get(rank)
        if told is not None:
            self._kept.move_to_end(rank)
            return told
        told = self._kept[rank] = told_in(self._spool.sheet(rank), self._crowd, self._origins)
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return told

"""Readings on disk in the order of publication; few of them in memory at a time."""

import sys
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from sayso.model import Reading
from sayso.scale.blocks.crowd import Placed
from sayso.situation.case import UNDATED, first_published, joined_readings
from sayso.situation.known import Order
from sayso.situation.slim import slim

_ROOM = 32 << 20
"""Bytes of readings as JSON that are kept as sheets; as objects they take six times as much."""


class Spool(Mapping[Order, Placed]):
    """Each report once, as `lay_out` would have it, by its order (day and id) or by its rank in that order."""

    def __init__(self, readings: Iterable[Reading], path: Path, as_of: date | None = None) -> None:
        """Write the readings to `path`. With `as_of`, only what was published on or before it is laid out."""
        stands = _write(readings, path)
        if as_of is not None:
            stands = [one for one in stands if one[0][0] <= as_of.isoformat()]
        stands.sort()
        self.orders: list[Order] = [order for order, _, _ in stands]
        self._at = [(start, end) for _, start, end in stands]
        self._kept: OrderedDict[int, tuple[Placed, int]] = OrderedDict()
        self._room = _ROOM
        self._file = path.open("rb")

    def sheet(self, rank: int) -> Placed:
        """The sheet at a place in the order."""
        kept = self._kept.get(rank)
        if kept is not None:
            self._kept.move_to_end(rank)
            return kept[0]
        start, end = self._at[rank]
        self._file.seek(start)
        reading = Reading.model_validate_json(self._file.read(end - start))
        sheet = Placed(reading, first_published(reading.report))
        self._kept[rank] = sheet, end - start
        self._room -= end - start
        while self._room < 0 and len(self._kept) > 1:
            self._room += self._kept.popitem(last=False)[1][1]
        return sheet

    def ranks(self) -> range:
        """All ranks."""
        return range(len(self.orders))

    def rank(self, order: Order) -> int:
        """Where a report stands."""
        return bisect_left(self.orders, order)

    def __getitem__(self, order: Order) -> Placed:
        return self.sheet(self.rank(order))

    def __iter__(self) -> Iterator[Order]:
        return iter(self.orders)

    def __len__(self) -> int:
        return len(self.orders)

    def close(self) -> None:
        """Let the file go."""
        self._kept.clear()
        self._file.close()


def _write(readings: Iterable[Reading], path: Path) -> list[tuple[Order, int, int]]:
    """Every report's order, and where its reading begins and ends; of several readings of one report they are joined."""
    stands: dict[str, tuple[Order, int, int]] = {}
    with path.open("w+b") as file:
        end = 0
        for given in readings:
            reading, known = given, stands.get(given.report.id)
            if known is not None:
                file.seek(known[1])
                reading = joined_readings(slim(Reading.model_validate_json(file.read(known[2] - known[1]))), slim(given))
                file.seek(end)
            line = reading.to_json().encode()
            order = (sys.intern(first_published(reading.report) or UNDATED), reading.report.id)
            stands[reading.report.id] = order, end, end + len(line)
            end += file.write(line)
    return list(stands.values())

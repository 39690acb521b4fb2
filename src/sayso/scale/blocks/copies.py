"""Who took from whom, found in blocks of reports that hold one shingle: the same pairs as an index in memory finds."""

from array import array
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from sayso.model import Span
from sayso.scale.blocks.hashing import hash64
from sayso.scale.blocks.spool import Spool
from sayso.situation.case import Sheet
from sayso.situation.known import Order
from sayso.situation.reuse import LEAST, REACH, Shingles, Taken, is_sampled, quotations, shingles_of

_PART = 1 << 23
"""Shingles that are sorted at a time."""
_STRETCHES = 5_000
"""So many pairs of reports of which is remembered what they share, and answers to whose text a sentence is."""

Codes = NDArray[np.uint64]
"""Pairs of ranks as one number each: the earlier report's in the upper half."""


class Copies(Mapping[Order, Shingles]):
    """The shingles of all reports on disk, by order, and the quotations; both taken in report by report."""

    def __init__(self, folder: Path, spool: Spool) -> None:
        self._spool = spool
        self._path = folder / "shingles"
        self._file: BinaryIO = self._path.open("wb")
        self._ends = array("Q", [0])
        self._sayings, self._saying = array("Q"), array("I")

    def enter(self, sheet: Sheet, rank: int) -> None:
        """Take in a report's text; reports come in their order."""
        shingles = shingles_of(sheet)
        self._file.write(shingles.tobytes())
        self._ends.append(self._ends[-1] + shingles.size)
        for said in sorted({said for said, _ in quotations(sheet)}):
            self._sayings.append(hash64(said))
            self._saying.append(rank)

    def taken(self) -> Taken:
        """Who took from whom, after all reports were taken in."""
        self._file.close()
        self._file = self._path.open("rb")
        taken = _Ranked(self._spool, self)
        taken.join(self._candidates())
        return taken

    def quoting(self) -> list[int]:
        """The ranks of the reports that quote anybody."""
        return sorted(set(self._saying))

    def __getitem__(self, order: Order) -> Shingles:
        rank = self._spool.rank(order)
        return self._between(rank, rank + 1)

    def _between(self, first: int, last: int) -> Shingles:
        """The shingles of the reports of these ranks, the last one left out. Read and not mapped: what is mapped counts as memory."""
        start, end = self._ends[first], self._ends[last]
        self._file.seek(start * 8)
        return np.frombuffer(self._file.read((end - start) * 8), dtype=np.uint64)

    def __iter__(self) -> Iterator[Order]:
        return iter(self._spool.orders)

    def __len__(self) -> int:
        return len(self._spool)

    def _candidates(self) -> Iterator[tuple[Order, Order, bool]]:
        sayings, ranks = np.frombuffer(self._sayings, dtype=np.uint64), np.frombuffer(self._saying, dtype=np.uint32)
        quoting, _ = np.unique(close(sayings, ranks), return_counts=True)
        found = np.union1d(quoting, self._sharing())
        orders = self._spool.orders
        for some in np.array_split(found, 1 + found.size // 100_000):
            quoted = np.isin(some, quoting, assume_unique=True)
            for code, by_quotation in zip(some.tolist(), quoted.tolist(), strict=True):
                yield orders[code >> 32], orders[code & 0xFFFFFFFF], by_quotation

    def _sharing(self) -> Codes:
        """The pairs that stand close together in the blocks of so many shingles that they are worth comparing."""
        parts = 1 + self._ends[-1] // 4 // _PART
        codes, counts = [np.empty(0, dtype=np.uint64)], [np.empty(0, dtype=np.int64)]
        for part in range(parts):
            some, often = np.unique(close(*self._part(part, parts)), return_counts=True)
            codes.append(some)
            counts.append(often)
        every, place = np.unique(np.concatenate(codes), return_inverse=True)
        total = np.zeros(every.size, dtype=np.int64)
        np.add.at(total, place, np.concatenate(counts))
        found: Codes = every[total >= LEAST]
        return found

    def _part(self, part: int, parts: int) -> tuple[Shingles, NDArray[np.uint32]]:
        """One share of the sampled shingles, each with its report."""
        shingles, ranks = [np.empty(0, dtype=np.uint64)], [np.empty(0, dtype=np.uint32)]
        ends = np.frombuffer(self._ends, dtype=np.uint64).astype(np.int64)
        for start in range(0, len(self._spool), 10_000):
            stop = min(start + 10_000, len(self._spool))
            own = self._between(start, stop)
            rank = np.repeat(np.arange(start, stop, dtype=np.uint32), ends[start + 1 : stop + 1] - ends[start:stop])
            mine = is_sampled(own) & ((own >> np.uint64(8)) % np.uint64(parts) == part)
            shingles.append(own[mine])
            ranks.append(rank[mine])
        return np.concatenate(shingles), np.concatenate(ranks)


class _Ranked(Taken):
    """Who took from whom where no report comes or goes: who had a text first is worked out once for each report."""

    def __init__(self, sheets: Mapping[Order, Sheet], shingles: Mapping[Order, Shingles]) -> None:
        super().__init__(sheets, shingles)
        self._ranked: dict[Order, tuple[str, int, int, str]] = {}
        self._asked: dict[tuple[Order, Span], Order] = {}

    def source(self, order: Order, span: Span | None = None) -> Order:
        """Whose text a report is, or a sentence of it: asked of each event several times, one time after the other."""
        if span is None or order not in self._took:
            return super().source(order, span)
        found = self._asked.get((order, span))
        if found is None:
            if len(self._asked) > _STRETCHES:
                self._asked.clear()
            found = self._asked[order, span] = super().source(order, span)
        return found

    def _shared(self, earlier: Order, later: Order) -> list[tuple[int, int, int]]:
        if len(self._stretches) > _STRETCHES:
            self._stretches.clear()
        return super()._shared(earlier, later)

    def _precedence(self, order: Order) -> tuple[str, int, int, str]:
        known = self._ranked.get(order)
        if known is None:
            known = self._ranked[order] = super()._precedence(order)
        return known


def close(blocks: NDArray[np.uint64], ranks: NDArray[np.uint32]) -> Codes:
    """The pairs of reports within reach of each other in a block, once for each block. A report is in a block once."""
    by_block = np.lexsort((ranks, blocks))
    blocks, ranks = blocks[by_block], ranks[by_block].astype(np.uint64)
    found = [np.empty(0, dtype=np.uint64)]
    for apart in range(1, REACH + 1):
        same = blocks[apart:] == blocks[:-apart]
        found.append((ranks[:-apart][same] << np.uint64(32)) | ranks[apart:][same])
    return np.concatenate(found)

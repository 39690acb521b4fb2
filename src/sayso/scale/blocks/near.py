"""Who stands close to whom in blocks: what `sayso.situation.neighbours` finds, of more members than fit in memory as objects."""

from array import array
from collections.abc import Hashable, Iterable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sayso.scale.blocks.hashing import hash64
from sayso.situation.merging import REACH

Numbers = NDArray[np.uint32]
Codes = NDArray[np.uint64]
"""Pairs of numbers as one each, the first in the upper half."""


class Neighbourhood:
    """Members by number, in their order, each with its blocks."""

    def __init__(self) -> None:
        self._blocks, self._ends = array("Q"), array("Q", [0])
        self._member, self._place, self._end = (np.empty(0, dtype=np.uint32) for _ in range(3))

    def enter(self, blocks: Iterable[Hashable]) -> None:
        """Take in the blocks of the next member."""
        self._blocks.extend(_block(block) for block in blocks)
        self._ends.append(len(self._blocks))

    def lay_out(self) -> None:
        """Put the blocks one behind the other, after all was entered: the member at each place; and for each entry, in the order of the
        members, its place and where its block ends."""
        blocks, self._blocks = np.frombuffer(self._blocks, dtype=np.uint64), array("Q")
        order = np.argsort(blocks, kind="stable").astype(np.uint32)
        ends = np.frombuffer(self._ends, dtype=np.uint64).astype(np.int64)
        self._member = np.repeat(np.arange(len(self._ends) - 1, dtype=np.uint32), ends[1:] - ends[:-1])[order]
        blocks = blocks[order]
        last = np.flatnonzero(np.append(blocks[1:] != blocks[:-1], True)).astype(np.uint32) if order.size else np.empty(0, dtype=np.uint32)
        del blocks
        sizes = np.diff(np.concatenate([np.array([-1]), last.astype(np.int64)]))
        self._place = np.empty(order.size, dtype=np.uint32)
        self._place[order] = np.arange(order.size, dtype=np.uint32)
        self._end = np.empty(order.size, dtype=np.uint32)
        self._end[order] = np.repeat(last + np.uint32(1), sizes)

    def close(self, start: int, stop: int) -> Codes:
        """The pairs that stand close together in some block, the first of them one of these members; each once, in order."""
        ends = np.frombuffer(self._ends, dtype=np.uint64)[start : stop + 1].astype(np.int64)
        entries = slice(ends[0], ends[-1])
        one = np.repeat(np.arange(start, stop, dtype=np.uint64), ends[1:] - ends[:-1])
        reached = self._place[entries].astype(np.int64)[:, None] + np.arange(1, REACH + 1, dtype=np.int64)
        inside = reached < self._end[entries].astype(np.int64)[:, None]
        first = np.broadcast_to(one[:, None], reached.shape)[inside]
        return np.unique((first << np.uint64(32)) | self._member[reached[inside]])


def split(codes: Codes) -> tuple[Numbers, Numbers]:
    """Pairs as two columns."""
    return (codes >> np.uint64(32)).astype(np.uint32), (codes & np.uint64(0xFFFFFFFF)).astype(np.uint32)


@lru_cache(maxsize=200_000)
def _block(block: Hashable) -> int:
    return hash64(repr(block))

"""Which members of a case are worth comparing: those that stand close together in a block of things alike.

Every member lies in several blocks, and in each one it is compared with the members next to it in the case's order, so that
a crowded block costs no more than its size. Kept up to date as members come and go: the pairs after any number of additions
and removals are those that the same members give when they come all at once.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from typing import Any, Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Neighbours(Generic[T]):
    """Pairs of members, smaller first, with the number of blocks that put them next to each other; `reach` is how far a block looks."""

    def __init__(self, reach: int) -> None:
        self._reach = reach
        self._blocks: dict[Hashable, list[Any]] = defaultdict(list)
        self._times: Counter[tuple[T, T]] = Counter()

    def times(self, pair: tuple[T, T]) -> int:
        """In how many blocks the pair stands close."""
        return self._times[pair]

    def add(self, member: T, blocks: Iterable[Hashable]) -> set[tuple[T, T]]:
        """Put a member in; give every pair whose number of blocks has changed. `blocks` name each block once."""
        changed: set[tuple[T, T]] = set()
        for block in blocks:
            members = self._blocks[block]
            at = bisect_left(members, member)
            for pair in self._over(members, at, self._reach, at):
                changed.add(self._count(pair, -1))
            for other in members[max(0, at - self._reach) : at]:
                changed.add(self._count((other, member), 1))
            for other in members[at : at + self._reach]:
                changed.add(self._count((member, other), 1))
            members.insert(at, member)
        return changed

    def remove(self, member: T, blocks: Iterable[Hashable]) -> set[tuple[T, T]]:
        """Take a member out; give every pair whose number of blocks has changed."""
        changed: set[tuple[T, T]] = set()
        for block in blocks:
            members = self._blocks[block]
            at = bisect_left(members, member)
            for other in members[max(0, at - self._reach) : at]:
                changed.add(self._count((other, member), -1))
            for other in members[at + 1 : at + 1 + self._reach]:
                changed.add(self._count((member, other), -1))
            for pair in self._over(members, at, self._reach + 1, at + 1):
                changed.add(self._count(pair, 1))
            del members[at]
            if not members:
                del self._blocks[block]
        return changed

    def _over(self, members: list[T], at: int, apart: int, first: int) -> Iterator[tuple[T, T]]:
        """Pairs across a place, so far apart that what comes or goes there puts them out of each other's reach, or into it."""
        for place in range(max(0, at - self._reach), at):
            if first <= place + apart < len(members):
                yield members[place], members[place + apart]

    def _count(self, pair: tuple[T, T], step: int) -> tuple[T, T]:
        now = self._times[pair] + step
        if now:
            self._times[pair] = now
        else:
            del self._times[pair]
        return pair

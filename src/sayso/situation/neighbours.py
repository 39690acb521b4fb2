"""Which members of a case are worth comparing: those that stand close together in a block of things alike.

Every member lies in several blocks, and in each one it is compared with the members next to it in the case's order, so that
a crowded block costs no more than its size. Kept up to date as members come and go: the pairs after any number of additions
and removals are those that the same members give when they come all at once. No pair is kept: there are a hundred times as
many of them as members, and whether one stands close is soon looked up.
"""

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator
from typing import Any, Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Neighbours(Generic[T]):
    """Members in blocks; `reach` is how far a block looks. A pair has the smaller member first."""

    def __init__(self, reach: int) -> None:
        self._reach = reach
        self._blocks: dict[Hashable, list[Any]] = {}
        self._of: dict[T, tuple[list[Any], ...]] = {}
        """A member's blocks, as the very lists of their members."""

    def near(self, pair: tuple[T, T], least: int = 1) -> bool:
        """Whether at least so many blocks put the pair close together."""
        one, other = pair
        theirs = {id(members) for members in self._of.get(other, ())}
        found = 0
        for members in self._of.get(one, ()):
            if id(members) in theirs:
                at = bisect_left(members, one)
                reached = members[at + self._reach] if at + self._reach < len(members) else None
                found += reached is None or other <= reached
                if found >= least:
                    return True
        return False

    def add(self, member: T, blocks: Iterable[Hashable]) -> set[tuple[T, T]]:
        """Put a member in; give every pair that stands close in another number of blocks now. `blocks` name each block once."""
        changed: set[tuple[T, T]] = set()
        lists = []
        for block in blocks:
            members = self._blocks.setdefault(block, [])
            lists.append(members)
            at = bisect_left(members, member)
            changed.update(self._over(members, at, self._reach, at))
            changed.update((other, member) for other in members[max(0, at - self._reach) : at])
            changed.update((member, other) for other in members[at : at + self._reach])
            members.insert(at, member)
        self._of[member] = tuple(lists)
        return changed

    def remove(self, member: T, blocks: Iterable[Hashable]) -> set[tuple[T, T]]:
        """Take a member out; give every pair that stands close in another number of blocks now."""
        changed: set[tuple[T, T]] = set()
        for block in blocks:
            members = self._blocks[block]
            at = bisect_left(members, member)
            changed.update((other, member) for other in members[max(0, at - self._reach) : at])
            changed.update((member, other) for other in members[at + 1 : at + 1 + self._reach])
            changed.update(self._over(members, at, self._reach + 1, at + 1))
            del members[at]
            if not members:
                del self._blocks[block]
        del self._of[member]
        return changed

    def _over(self, members: list[T], at: int, apart: int, first: int) -> Iterator[tuple[T, T]]:
        """Pairs across a place, so far apart that what comes or goes there puts them out of each other's reach, or into it."""
        for place in range(max(0, at - self._reach), at):
            if first <= place + apart < len(members):
                yield members[place], members[place + apart]

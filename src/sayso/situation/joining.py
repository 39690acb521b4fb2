"""Union-find over things that have an order: each set is known by its first member, whatever order the joins came in."""

from collections import defaultdict
from collections.abc import Hashable
from typing import Any, Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Joined(Generic[T]):
    """Disjoint sets. `first(x)` is the smallest member of x's set."""

    def __init__(self) -> None:
        self._above: dict[T, T] = {}

    def first(self, one: T) -> T:
        """The smallest member of its set."""
        self._above.setdefault(one, one)
        root = one
        while self._above[root] != root:
            root = self._above[root]
        while self._above[one] != root:
            self._above[one], one = root, self._above[one]
        return root

    def join(self, one: T, other: T) -> None:
        """Make the two sets one."""
        a: Any = self.first(one)
        b: Any = self.first(other)
        if a != b:
            small, large = (a, b) if a < b else (b, a)
            self._above[large] = small

    def sets(self) -> dict[T, list[T]]:
        """All sets by their first members, everything sorted."""
        found: dict[T, list[T]] = defaultdict(list)
        everyone: list[Any] = list(self._above)
        for one in sorted(everyone):
            found[self.first(one)].append(one)
        return found

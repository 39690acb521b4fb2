"""Things that have an order joined to groups: each is known by its first member, whatever order the joins came in."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
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


class Groups(Generic[T]):
    """Groups as they are joined pair by pair, with the pairs. What a person joins stays in cells, one for each that the rules would have made:
    whatever is like one of them may join it, however little the others resemble it."""

    def __init__(self, things: Iterable[T]) -> None:
        self._joined: Joined[T] = Joined()
        self._cells = {one: [[one]] for one in things}
        self._joins: dict[T, list[tuple[T, T]]] = {one: [] for one in self._cells}

    def first(self, one: T) -> T:
        """The first member of its group."""
        return self._joined.first(one)

    def members(self, first: T) -> list[T]:
        """The group that is known by this member, in no order; empty where none is."""
        return [one for cell in self._cells.get(first, ()) for one in cell]

    def meeting(self, first: T, second: T) -> Iterator[tuple[list[T], list[T]]]:
        """The cells of one group, each with each of another."""
        return ((some, others) for some in self._cells[first] for others in self._cells[second])

    def join(self, a: T, b: T, fit: Callable[[list[T], list[T]], bool]) -> bool:
        """Join the groups of two members by a rule, if the cells that they are in fit; these become one cell."""
        some, others = self._cell(a), self._cell(b)
        if not fit(some, others):
            return False
        rest = [cell for one in (a, b) for cell in self._cells[self.first(one)] if cell is not some and cell is not others]
        grown: list[Any] = some + others
        self._unite(a, b, [sorted(grown), *rest])
        return True

    def force(self, a: T, b: T) -> None:
        """Join the groups of two members without asking whether they fit: on a person's word, or a denial to the deed that it answers."""
        self._unite(a, b, self._cells[self.first(a)] + self._cells[self.first(b)])

    def all(self) -> Iterator[tuple[list[T], list[tuple[T, T]]]]:
        """Every group with the pairs that joined it."""
        return ((self.members(first), self._joins[first]) for first in self._cells)

    def _cell(self, one: T) -> list[T]:
        return next(cell for cell in self._cells[self.first(one)] if one in cell)

    def _unite(self, a: T, b: T, cells: list[list[T]]) -> None:
        first, second = self.first(a), self.first(b)
        self._joined.join(first, second)
        kept = self.first(a)
        gone = second if kept == first else first
        del self._cells[gone]
        self._cells[kept] = cells
        self._joins[kept] += [*self._joins.pop(gone), (a, b)]

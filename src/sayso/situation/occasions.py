"""Occasions on which somebody spoke: the same speaker quoted in the same five words or more spoke once, whatever the reports say of the day."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from sayso.situation.known import Order

Occasion = tuple[str, str]
"""A speaker and when they spoke: a day, or the report that tells it where it does not say when."""


class Occasions:
    """The occasions of a case and which are one, kept up to date as reports come and go."""

    def __init__(self) -> None:
        self._of: dict[Order, Counter[tuple[Occasion, str]]] = {}
        self._at: dict[Occasion, Counter[str]] = defaultdict(Counter)
        self._saying: dict[tuple[str, str], Counter[Occasion]] = defaultdict(Counter)
        self._reports: dict[Occasion, Counter[Order]] = defaultdict(Counter)

    def add(self, order: Order, told: Iterable[tuple[Occasion, str]]) -> set[Order]:
        """Put a report's occasions in, each with the quoted words or a blank; give the reports that share one with it."""
        self._of[order] = Counter(told)
        self._count(order, 1)
        return self._sharing(order)

    def remove(self, order: Order) -> set[Order]:
        """Take a report's occasions out, if it has any; give the reports that shared one with it."""
        if order not in self._of:
            return set()
        sharing = self._sharing(order)
        self._count(order, -1)
        del self._of[order]
        return sharing - {order}

    def first(self, occasion: Occasion) -> Occasion:
        """The smallest of the occasions that are this one."""
        return min(self._one(occasion))

    def _one(self, occasion: Occasion) -> set[Occasion]:
        found, todo = {occasion}, [occasion]
        while todo:
            here = todo.pop()
            for said in self._at.get(here, ()):
                for other in self._saying.get((here[0], said), ()):
                    if other not in found:
                        found.add(other)
                        todo.append(other)
        return found

    def _sharing(self, order: Order) -> set[Order]:
        quoted = {occasion for occasion, said in self._of[order] if said}
        every = {one for occasion in quoted for one in self._one(occasion)}
        return {report for occasion in every for report in self._reports.get(occasion, ())} if len(every) > len(quoted) else {order}

    def _count(self, order: Order, step: int) -> None:
        for (occasion, said), times in self._of[order].items():
            _add(self._reports, occasion, order, step * times)
            if said:
                _add(self._at, occasion, said, step * times)
                _add(self._saying, (occasion[0], said), occasion, step * times)


def _add(counters: dict, key: object, value: object, step: int) -> None:  # type: ignore[type-arg]
    counters[key][value] += step
    if not counters[key][value]:
        del counters[key][value]
        if not counters[key]:
            del counters[key]

"""How often a case tells a kind of deed: on how many days, in how many towns.

Where three attacks are told at all, what is told again is one of them; of a war's air strikes another is as likely.
"""

from collections import Counter, defaultdict

from sayso.situation.told import Told

Kind = tuple[str, str]
"""A family of deeds and an act of it; or the family and a town."""
EVERY = ("", "")
"""Every kind."""


class Often:
    """On how many days each act of a case is told to have been done, town by town (one of several towns on one day counts for each); told events
    come and go."""

    def __init__(self) -> None:
        self._days: dict[tuple[str, str, str | None], Counter[int]] = defaultdict(Counter)
        self._all: Counter[Kind] = Counter()
        self._total = 0
        self._stirred: set[Kind] = set()

    def add(self, told: Told) -> None:
        """Count a told event; one without a day counts for nothing."""
        self._count(told, 1)

    def remove(self, told: Told) -> None:
        """Take a counted one out."""
        self._count(told, -1)

    def crowd(self, a: Told, b: Told) -> float:
        """How many there are of the kind of either: the mean of the number of doublings in the whole case and in the town of either."""
        of_all = max(self._all[one.family, one.act] for one in (a, b))
        of_town = [len(self._days.get((a.family, act, town), ())) for act in (a.act, b.act) for town in (a.town, b.town) if town]
        return (of_all.bit_length() + max(of_town, default=of_all).bit_length()) / 2

    def in_all(self) -> int:
        """The number of doublings of the happenings of the whole case, of any kind."""
        return self._total.bit_length()

    def stirred(self) -> frozenset[Kind]:
        """The kinds of which there are so many more or fewer since this was last asked that `crowd` may be another."""
        found, self._stirred = frozenset(self._stirred), set()
        return found

    def _count(self, told: Told, by: int) -> None:
        if told.bare or told.days is None or not told.days.precise:
            return
        days, day = self._days[told.family, told.act, told.town], told.days.last
        before = len(days)
        days[day] += by
        if not days[day]:
            del days[day]
        if not days:
            del self._days[told.family, told.act, told.town]
        if len(days) == before:
            return
        kind, more = (told.family, told.act), len(days) - before
        of_kind, in_all = self._all[kind], self._total
        self._all[kind] += more
        self._total += more
        steps = (EVERY, in_all, self._total), (kind, of_kind, self._all[kind]), ((told.family, told.town or ""), before, len(days))
        self._stirred.update(one for one, was, now in steps if was.bit_length() != now.bit_length())


def kinds(told: Told) -> tuple[Kind, Kind, Kind]:
    """The kinds that a told event is of."""
    return EVERY, (told.family, told.act), (told.family, told.town or "")

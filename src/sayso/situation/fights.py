"""The fights of a case by side, in the order in which they are told: whether one goes on after a day."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sayso.model.situation import Ref
from sayso.situation.told import Days, Told

FIGHTING = frozenset({"battle", "air", "shelling", "attack"})
SHOWN = 5
"""Pieces of evidence that are kept of each kind."""


class Fight(NamedTuple):
    """One telling of a fight by its place in the case's order, and what is asked of it."""

    published: str
    """The report's day; blank for a report without one."""
    at: tuple[int | str, ...]
    """Its place among the tellings of its day: anything that sorts."""
    began: int | None
    """Its first day; None where nobody asserts it or nothing is known of when it was. What goes on begins after any day."""
    told: tuple[str, str]
    """The report and the event."""


class Fights:
    """Fights, each under every side that takes part."""

    def __init__(self, since: str = "") -> None:
        """Nothing will be asked of what was published on the day `since` or before it."""
        self._since = since
        self._sides: set[str] = set()
        self._of: dict[str, list[Fight]] = defaultdict(list)
        self._sorted: set[str] = set()

    def add(self, fight: Fight, sides: Iterable[str]) -> None:
        """Put one in, in any order."""
        sides = list(sides)
        self._sides.update(sides)
        if fight.began is not None and fight.published > self._since:
            for side in sides:
                self._of[side].append(fight)
                self._sorted.discard(side)

    def sides(self) -> set[str]:
        """Those who fight."""
        return self._sides

    def after(self, sides: Iterable[str], last: str, due: int) -> list[Ref]:
        """The first tellings published after the day `last` of a fight of these sides that goes on, or has begun, after the day `due`."""
        found: dict[tuple[str, tuple[int | str, ...]], tuple[str, str]] = {}
        for side in sides:
            kept = 0
            for fight in self._later(side, last):
                if fight.began is not None and fight.began > due:
                    found[fight.published, fight.at] = fight.told
                    kept += 1
                    if kept == SHOWN:
                        break
        return [Ref(report=report, fact=event) for _, (report, event) in sorted(found.items())[:SHOWN]]

    def _later(self, side: str, last: str) -> Iterator[Fight]:
        fights = self._of.get(side, [])
        if side not in self._sorted:
            fights.sort()
            self._sorted.add(side)
        yield from fights[bisect_right(fights, last, key=lambda fight: fight.published) :]


GOING_ON = 1 << 40
"""Stands for the first day of what goes on: it lies after any day."""


def fight_of(one: Told) -> Fight | None:
    """A told event as a fight; None where it is none."""
    if one.act not in FIGHTING:
        return None
    began = None
    if one.stand == "asserts" and one.days is not None:
        began = GOING_ON if one.event.status == "ongoing" else _began(one.days)
    return Fight(one.sheet.published or "", one.order[1:], began, (one.sheet.id, one.event.id))


def _began(days: Days) -> int:
    """The first day of an event; one without a day is told on its own day or the next."""
    return days.first if days.stated else days.last - 1

"""What the victims of two tellings say of their being one: who is no public figure is killed once, and seldom taken or shot twice."""

from sayso.situation.acts import DAILY
from sayso.situation.dates import days_apart
from sayso.situation.stories import by_surname, in_common
from sayso.situation.told import Told

_ONCE = frozenset({"arrest", "abduction", "killing"})


def by_victims(a: Told, b: Told) -> float:
    """The same name among those who suffer; who is no public figure is killed once, and seldom shot twice."""
    if not in_common(a.victims, b.victims):
        return 2.0 if a.sheet is not b.sheet and by_surname(a.victims, b.victims) else 0.0
    private = in_common(a.victims & a.story.persons, b.victims & b.story.persons)
    once = befalls_once(a, b) or (a.family == "ASSAULT" and not DAILY & {a.act, b.act})
    return 4.0 if private and once else 2.5


def befalls_once(a: Told, b: Told) -> bool:
    """Whether both tell what seldom befalls one person twice in a story: he "was detained on Tuesday" and "is held in a fort"."""
    return a.act == b.act and a.act in _ONCE and in_common(a.victims & a.story.persons, b.victims & b.story.persons) > 0


def dies_once(a: Told, b: Told) -> bool:
    """Whether both tell on one day of what was done to one private person, wherever the street is that a report names."""
    one_day = a.days is not None and b.days is not None and a.days.precise and b.days.precise and days_apart(a.days, b.days) == 0
    return one_day and a.family == "ASSAULT" and in_common(a.victims & a.story.persons, b.victims & b.story.persons) > 0

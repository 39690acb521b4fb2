"""What the days of two tellings say of their being one: days that meet, that lie apart, or of which one is only that of the telling."""

from datetime import date

from sayso.situation.acts import DAILY, acts_speak
from sayso.situation.told import TOLD_LATER, Days, Told

RETOLD = 21
"""Days after a deed within which another report may come back to it without saying when it was."""
_LASTING = frozenset({"restrict"})
"""Acts that go on for weeks: a siege, a closed road."""
_A_MONTH = 31
_SOMETIME = -0.5
"""How much it speaks against one happening that one report has no more than a year for it, or a season."""
_RETOLD = -0.3
"""How much it speaks against one happening that a report without a day comes out long after."""
_BOTH_UNDATED = -1.0
"""The same where neither report says the day: there may have been another in between."""


def days_apart(a: Days, b: Days) -> int:
    """How many days lie between two spans; 0 where they meet."""
    return max(0, a.first - b.last, b.first - a.last)


def told_after(a: Days, b: Days) -> int:
    """How many days the later of two may lie after the other because it is that of a telling."""
    later = a if a.first > b.last else b
    return TOLD_LATER if later.telling else 0


def dated_apart(a: Told, b: Told, *, once: bool) -> bool:
    """Whether the days of two tellings rule out that they are one. `once`: whether they tell what befalls somebody once, so that only two
    stated days part them. That a report says no day makes it likely that the deed was shortly before, and rules out nothing earlier."""
    if a.days is None or b.days is None:
        return False
    apart = days_apart(a.days, b.days)
    loosely = 1 if a.sheet is not b.sheet and a.days.precise and b.days.precise else 0  # "overnight" is told of either day
    if apart <= max(loosely, told_after(a.days, b.days)):
        return False
    return not (once and not (a.days.stated and b.days.stated)) and not retold(a, b)


def retold(a: Told, b: Told) -> bool:
    """Whether the later of two reports may come back, without a day, to what the earlier one has told or dated; of what a war has several of a
    day it would say which one it means."""
    if a.days is None or b.days is None or a.sheet is b.sheet:
        return False
    later = a if a.days.first > b.days.last else b
    if later.days is None or later.days.stated or later.stand != "asserts" or days_apart(a.days, b.days) > RETOLD:
        return False
    return bool(a.things & b.things) or (acts_speak(a.act, b.act) and not DAILY & {a.act, b.act})


def by_days(a: Told, b: Told) -> float:
    """Two stated days that meet speak most; a report without a day tells of what happened shortly before it came out, as a rule."""
    if not a.days or not b.days:
        return 0.0
    if a.days.precise and b.days.precise:
        apart = days_apart(a.days, b.days)
        if 0 < apart <= told_after(a.days, b.days):
            return 1.0
        if apart == 0:
            return 1.5 if (a.days.telling or b.days.telling) and not acts_speak(a.act, b.act) else 2.0
        return 0.0 if DAILY & {a.act, b.act} else 0.3
    lengths = sorted(days.last - days.first for days in (a.days, b.days) if days.stated)
    if a.act not in _LASTING and lengths and lengths[-1] > _A_MONTH and not (len(lengths) > 1 and lengths[0] > _A_MONTH):
        return _SOMETIME
    if a.days.stated and b.days.stated:
        return 0.5
    if days_apart(a.days, b.days) > 0 and retold(a, b):
        if a.act in _LASTING and "ongoing" in (a.event.status, b.event.status):
            return 0.0
        if not (a.days.stated or b.days.stated):
            return _BOTH_UNDATED * (2 if DAILY & {a.act, b.act} else 1)
        return _RETOLD
    if any(days.stated and not days.precise for days in (a.days, b.days)):
        return 0.3
    fresh = [one.days if one.days.precise or one.updates else Days(one.days.last - 1, one.days.last, False) for one in (a, b) if one.days]
    return (1.0 if a.days.precise or b.days.precise else 0.5) if days_apart(fresh[0], fresh[1]) == 0 else 0.0


def iso(ordinal: int) -> str:
    """An ordinal day as an ISO date."""
    return date.fromordinal(ordinal).isoformat()

"""What the days of two tellings say of their being one: days that meet, that lie apart, or of which one is only that of the telling."""

from sayso.situation.acts import DAILY, acts_speak
from sayso.situation.told import TOLD_LATER, Days, Told


def days_apart(a: Days, b: Days) -> int:
    """How many days lie between two spans; 0 where they meet."""
    return max(0, a.first - b.last, b.first - a.last)


def told_after(a: Days, b: Days) -> int:
    """How many days the later of two may lie after the other because it is that of a telling."""
    later = a if a.first > b.last else b
    return TOLD_LATER if later.telling else 0


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
    if a.days.stated and b.days.stated:
        return 0.5
    if any(days.stated and not days.precise for days in (a.days, b.days)):
        return 0.3
    fresh = [one.days if one.days.precise or one.updates else Days(one.days.last - 1, one.days.last, False) for one in (a, b) if one.days]
    return (1.0 if a.days.precise or b.days.precise else 0.5) if days_apart(fresh[0], fresh[1]) == 0 else 0.0

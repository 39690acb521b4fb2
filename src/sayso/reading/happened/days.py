"""Spans of days: how long ago, how long, whether two share a day."""

from calendar import monthrange
from datetime import date

from sayso.model import Interval

_LONG_AGO = 30
_MONTH = 28


def long_ago(when: Interval | None, now: date | None) -> bool:
    """Whether a deed was over more than a month before a day, so that a report of that day tells it in passing."""
    if when is None or when.latest is None or now is None:
        return False
    return (now - day(when.latest)).days > _LONG_AGO


def length(when: Interval | None) -> int:
    """The days from the first to the last, both counted; 0 where they are not known."""
    if when is None or when.earliest is None or when.latest is None:
        return 0
    return (day(when.latest) - day(when.earliest)).days + 1


def not_to_come(when: Interval, now: date | None) -> Interval:
    """The days of what was done: a month to come is that of the year before, "they may pay for the attacks in February"."""
    if now is None or when.earliest is None or day(when.earliest) <= now or day(when.earliest).day != 1:
        return when
    first = day(when.earliest).replace(year=day(when.earliest).year - 1)
    if first > now:
        return when  # a report that is dated years too early
    if when.latest is None:  # "since the protests began in March"
        return Interval(earliest=first.isoformat(), latest=now.isoformat())
    last = first.replace(day=monthrange(first.year, first.month)[1])
    return Interval(earliest=first.isoformat(), latest=last.isoformat()) if when.latest[:7] == when.earliest[:7] and length(when) >= _MONTH else when


def share_a_day(a: Interval, b: Interval) -> bool:
    """Whether two spans have a day in common; an end that is not known is open."""
    first = max((end[:10] for end in (a.earliest, b.earliest) if end), default="")
    last = min((end[:10] for end in (a.latest, b.latest) if end), default="9999")
    return first <= last


def day(text: str) -> date:
    """The day of an ISO time."""
    return date.fromisoformat(text[:10])


def past(when: Interval, published: date | None) -> bool:
    """Whether both ends of a time are known and none is after the day of publication."""
    return published is not None and when.earliest is not None and when.latest is not None and day(when.latest) <= published

"""Days that stand beside each other and are one stretch: "the night of 16 to 17 March", "9 and 10 November", "the night to Saturday".

The TIMEX3 values stay those of the expressions; what they cover is the whole stretch, so that a deed of that night is of either day.
"""

import re
from datetime import date, timedelta
from itertools import pairwise

from sayso.model import Time

_DAY_BEFORE = re.compile(
    r"\b(?:on|of|from|between|the|nights?|dates?|and|in) (?P<day>[12]?\d|3[01])(?:st|nd|rd|th)?(?:, [1-3]?\d(?:st|nd|rd|th)?)*"
    r" ?(?:to|and|or|till|until|[-–—/]) ?(?:the )?$",
    re.IGNORECASE,
)
"""Before "17 March": "16 to "."""
_DAY_BEHIND = re.compile(r"(?:st|nd|rd|th)? ?(?:to|and|[-–—/]) ?(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)?(?=[.,;:)]|$| (?:and|in|at|when|by|near)\b)")
"""Behind "March 16": " to 17", which counts no people."""
_NIGHT = re.compile(r"\b(?:nights?|overnight)(?: (?:of|on|from|between))*(?: the)? $", re.IGNORECASE)
_NIGHT_TO = re.compile(r"\b(?:night|overnight) (?:to|into) $", re.IGNORECASE)
_A_NIGHT = re.compile(r"(?:the )?night (?:of|from|between) ", re.IGNORECASE)
_MOVED = re.compile(r"\b(?:postpon|delay|mov|reschedul|chang|brought|bring|shift|defer)\w*\b[^.]*$", re.IGNORECASE)
"""Before two days: from the one to the other something was put off."""
_TO = re.compile(r"\s*(?:to|into|and|on|[-–—])\s*(?:the )?$")
_BETWEEN = re.compile(r"\b(?:between|from) (?:the )?$", re.IGNORECASE)
_AND = re.compile(r"\s*(?:and|to|till|until|[-–—])\s*(?:the )?$")
_LONGEST = 10
"""Days of such a stretch at most."""
_REACH = 24
_FAR = 60


def joined(times: list[Time], text: str) -> list[Time]:
    """The times of a text; those that are the edges of one stretch of days cover all of it."""
    times = [_with_days_beside(time, text) for time in times]
    for at, (one, other) in enumerate(pairwise(list(times))):
        first, last = _day(one), _day(other)
        if first is None or last is None or not 0 < (last - first).days <= _LONGEST:
            continue
        before, between = text[max(0, one.span[0] - _REACH) : one.span[0]], text[one.span[1] : other.span[0]]
        of_a_night = _NIGHT.search(before) is not None or _A_NIGHT.match(one.text) is not None
        night = of_a_night and _TO.fullmatch(between) is not None and (last - first).days == 1
        if night or (_BETWEEN.search(before) and _AND.fullmatch(between) and not _MOVED.search(text[max(0, one.span[0] - _FAR) : one.span[0]])):
            times[at], times[at + 1] = (time.model_copy(update={"earliest": one.earliest, "latest": other.latest}) for time in (one, other))
    followings = [*times[1:], None][: len(times)]
    return [_of_the_night(_of_the_day(time, following, text), following, text) for time, following in zip(times, followings, strict=True)]


def _of_the_day(time: Time, following: Time | None, text: str) -> Time:
    """An hour with the day that stands behind it: "2 a.m. on Sunday"."""
    if following is None or _day(following) is None or not re.search(r"T\d\d:", time.value):
        return time
    beside = re.fullmatch(r",? (?:on )?", text[time.span[1] : following.span[0]])
    return time.model_copy(update={"earliest": following.earliest, "latest": following.latest}) if beside else time


def _of_the_night(time: Time, following: Time | None, text: str) -> Time:
    """A bare night with the days between which it lay behind it: "in the night to Saturday", "the night of 16 to 17 March"."""
    if following is None or following.earliest is None or not re.fullmatch(r"(?:the )?night|overnight", time.text, re.IGNORECASE):
        return time
    between = text[time.span[1] : following.span[0]]
    edge = re.fullmatch(r" (?:(?:of|on|from|between|to|into) )?(?:the )?(?:\d{1,2}(?:st|nd|rd|th)? ?(?:to|and|[-–—/]) ?)?", between)
    return time.model_copy(update={"earliest": following.earliest, "latest": following.latest}) if edge else time


def _with_days_beside(time: Time, text: str) -> Time:
    day = _day(time)
    if day is None:
        return time
    before = text[max(0, time.span[0] - _REACH) : time.span[0]]
    if time.text[:1].isdigit() and (found := _DAY_BEFORE.search(before)) and 0 < day.day - int(found["day"]) <= _LONGEST:
        return time.model_copy(update={"earliest": day.replace(day=int(found["day"])).isoformat()})
    if time.text[-1:].isdigit() and (found := _DAY_BEHIND.match(text, time.span[1])) and 0 < int(found["day"]) - day.day <= _LONGEST:
        last = day + timedelta(int(found["day"]) - day.day)
        return time.model_copy(update={"latest": last.isoformat()}) if last.month == day.month else time
    if _NIGHT_TO.search(before):
        return time.model_copy(update={"earliest": (day - timedelta(1)).isoformat()})
    return time


def _day(time: Time) -> date | None:
    """The one day that an expression covers."""
    of_a_day = time.type == "DATE" or time.value.endswith("TNI")
    if not of_a_day or time.earliest is None or time.earliest != time.latest or len(time.earliest) != len("2001-01-01"):
        return None
    return date.fromisoformat(time.earliest)

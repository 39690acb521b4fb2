"""Dates measured from another: "last week", "two days ago", "the next day", "this morning"."""

from datetime import date, timedelta

from sayso.reading.when import tense
from sayso.reading.when.answer import Answer, clock
from sayso.reading.when.context import UNDETERMINED, Context
from sayso.reading.when.values import days, duration, granularity, shift, value_of
from sayso.reading.when.words import Words

_TOLD = frozenset({"previous", "preceding", "following", "same", "that"})
_ENDS = frozenset({",", ".", "", ";", ")", "'", "\""})
_DURING = frozenset({"for", "in", "during", "of", "on", "over", "throughout"})
_COARSE = frozenset("MQHY")


def deictic(words: Words, context: Context) -> Answer | None:
    """"today", "late yesterday", "tomorrow morning", "5 p.m. today"."""
    step = int(words.get("DAY") or 0)
    today = context.today
    if words.words == ["today"] and context.narrative:
        return Answer("DATE", "PRESENT_REF")
    return _part_of_day(today + timedelta(step) if today else None, words)


def _part_of_day(day: date | None, words: Words, part: str | None = None) -> Answer:
    value = day.isoformat() if day else "XXXX-XX-XX"
    time = clock(words.words, words.kinds) if words.has("CLOCK", "MERIDIEM") else None
    part = part or words.get("DAYPART")
    if time:
        return Answer("TIME", value + time)
    if part:
        return Answer("TIME", value + (part if part.startswith("T") else "T" + part))
    return Answer("DATE", value)


def tonight(words: Words, context: Context) -> Answer | None:
    """"tonight" and "overnight", which is the night that began the day before."""
    step = int(words.get("NIGHT") or 0)
    today = context.today
    return _part_of_day(today + timedelta(step) if today else None, words, "NI")


def that_part(words: Words, context: Context) -> Answer | None:
    """"this morning", "last night", "that evening", "the next morning"."""
    if words.has("THIS"):
        day = context.today
    elif words.has("LAST") and "last" in words.words:
        day = context.today and context.today - timedelta(1)
    else:
        day = context.told_day or context.today
        if day and words.has("NEXT"):
            day += timedelta(1)
        elif day and words.has("LAST"):
            day -= timedelta(1)
    return _part_of_day(day, words)


def relative(words: Words, context: Context) -> Answer | None:
    """"last week" (the ISO week before), "this year", "the next day", "that month", "the same period"."""
    if words.has("PERIOD"):
        return _period(words, context)
    unit = words.unit()
    if unit.startswith("T"):
        return _short(words, unit)
    told = bool(_TOLD & set(words.words)) or (words.has("NEXT") and words.has("THE") and unit in ("D", "W", "M", "Y"))
    base = (context.day_before(words.token()) or context.anchor) if told and unit == "D" else context.anchor if told else context.today
    if told and context.told and granularity(context.told) in _COARSE and unit == "D":
        base = None
    step = -1 if words.has("LAST") else 1 if words.has("NEXT", "COMING") else 0
    if words.before() == "for" and words.has("NEXT", "COMING") and words.has("THE") and unit != "K":
        return Answer("DURATION", duration("1", unit))
    if base is None:
        return Answer("DATE", UNDETERMINED.get(unit, "XXXX-XX-XX"))
    if unit == "K":
        return Answer("DATE", value_of("K", _weekend(base, step, words, context)))
    moved = shift(base, unit, step)
    return Answer("DATE", context.value(unit, moved))


def _short(words: Words, unit: str) -> Answer | None:
    if words.has("LAST", "PAST_SPAN", "NEXT", "COMING") and "last" not in words.words[:1]:
        return Answer("DURATION", duration("1", unit))
    return None


def _period(words: Words, context: Context) -> Answer | None:
    if words.has("THAT") and context.told:
        return Answer("DATE", context.told)
    if words.has("THIS"):
        return Answer("DATE", "PRESENT_REF")
    return None


def same_period(words: Words, context: Context) -> Answer | None:
    """"the same month a year ago": one year before the date told last, as fine as that was."""
    covered = days(context.told) if context.told else None
    kind = granularity(context.told) if context.told else None
    if covered is None or kind is None or words.unit() != "Y":
        return None
    before = shift(covered[0], "Y", -1)
    return Answer("DATE", value_of(kind, before)) if before and kind in "MQHWY" else None


def _weekend(today: date, step: int, words: Words, context: Context) -> date:
    monday = today - timedelta(today.weekday())
    if step:
        return monday + timedelta(7 * step)
    if today.weekday() >= 4 or context.direction(words.token()) == tense.AHEAD:
        return monday
    return monday - timedelta(7)


def weekend(words: Words, context: Context) -> Answer | None:
    """"the weekend": the last one up to today, or the next where the verb looks ahead."""
    today = context.today
    if today is None:
        return Answer("DATE", UNDETERMINED["K"])
    return Answer("DATE", value_of("K", _weekend(today, 0, words, context)))


_HALF_A_WEEK = timedelta(3)
"""On a Sunday "two weeks ago" may be the Monday after the week that the calendar has two weeks before."""


def ago(words: Words, context: Context) -> Answer | None:
    """"three days ago" from today; "two days later" and "a year earlier" from the date told last."""
    unit = words.unit()
    count = words.number()
    ahead = words.has("LATER")
    before_or_after = words.word("EARLIER", "LATER") in ("before", "after", "afterward") and words.after() not in _ENDS
    if count is None:
        if before_or_after:
            return Answer("DURATION", duration("X", unit))
        return Answer("DATE", "FUTURE_REF" if ahead else "PAST_REF")
    if words.has("EARLIER", "LATER") and not words.has("AGO"):
        if before_or_after or unit.startswith("T"):
            return Answer("DURATION", duration(_plain(count), unit))
        base = (context.told_day if unit in ("D", "W") else None) or context.anchor
    else:
        base = context.today
    if base is None:
        return Answer("DATE", UNDETERMINED.get(unit, "XXXX-XX-XX"))
    if unit.startswith("T"):
        return Answer("DATE", base.isoformat())
    moved = shift(base, unit, count if ahead else -count)
    if moved is None:
        return None
    if unit == "Y" and count == 1 and not ahead and context.quarter:
        return Answer("DATE", _year_before(context.quarter))
    about = (moved - _HALF_A_WEEK, moved + _HALF_A_WEEK) if unit.endswith("W") else None
    return Answer("DATE", context.value(unit, moved), about)


def _year_before(quarter: str) -> str:
    return f"{int(quarter[:4]) - 1:04d}{quarter[4:]}"


def _plain(count: float) -> str:
    return f"{count:g}" if count < 1e6 else str(int(count))


def year_ago(words: Words, context: Context) -> Answer | None:
    """"the year-earlier quarter", "year-ago": one unit before the date told last, as fine as that was."""
    unit = words.unit()
    if unit != "Y" and not words.has("AGO"):
        return the_day(words, context) if words.has("THE") and not words.has("HYPHEN") else None
    if context.quarter and unit == "Y":
        return Answer("DATE", _year_before(context.quarter))
    base = context.today
    if base is None:
        return Answer("DATE", UNDETERMINED.get(unit, "XXXX"))
    return Answer("DATE", context.value("Q" if words.has("QUARTER") else unit, shift(base, unit, -1)))


def the_day(words: Words, context: Context) -> Answer | None:
    """"the day before", "the week after": from the date told last."""
    unit = words.unit()
    base = (context.told_day if unit == "D" else None) or context.anchor
    if base is None:
        return Answer("DATE", UNDETERMINED.get(unit, "XXXX-XX-XX"))
    return Answer("DATE", context.value(unit, shift(base, unit, -1 if words.has("EARLIER", "LAST") else 1)))


def the_unit(words: Words, context: Context) -> Answer | None:
    """"the end of the year", "the quarter", "the year": the unit around the date told last or around today."""
    unit = words.unit()
    if unit in ("E", "C") or unit.startswith("T"):
        return None
    if unit == "Q":
        if context.quarter:
            return Answer("DATE", context.quarter)
        back = context.today and context.direction(words.token()) != tense.AHEAD
        return Answer("DATE", context.value("Q", shift(context.today, "Q", -1) if back and context.today else context.today))
    if words.has("EDGE_NOUN", "EDGE", "EARLIER", "LATER"):
        return Answer("DATE", context.value(unit, (context.told_day or context.today) if unit == "D" else context.today))
    if unit == "Y" and (words.has("FISCAL") or words.after() in ("ended", "ending", "to")):
        if words.has("FISCAL") and words.after() not in ("ended", "ending", "to"):
            return Answer("DATE", context.value("Y", context.anchor if context.narrative else context.today))
        return Answer("DURATION", "P1Y")
    if unit in ("D", "W", "M", "Y") and words.before() in _DURING and words.after() not in ("of", "that", "when", "to", "he", "she", "they", "it"):
        return Answer("DATE", context.value(unit, (context.told_day or context.today) if unit == "D" else context.today))
    return None


def at_the_time(words: Words, context: Context) -> Answer | None:
    """"at that time": the time told last."""
    if words.before() != "at" or context.last is None:
        return None
    return Answer("TIME" if "T" in context.last else "DATE", context.last)


def present_time(words: Words, _context: Context) -> Answer | None:
    """"these days", "at this time"."""
    if (words.has("UNITS") and words.words[0] != "these") or (words.has("TIME") and words.before() != "at"):
        return None
    return Answer("DATE", "PRESENT_REF")


def recent(_words: Words, _context: Context) -> Answer | None:
    """"recent days"."""
    return Answer("DATE", "PAST_REF")


def reference(words: Words, context: Context) -> Answer | None:
    """"now", "recently", "the future", "the past"."""
    if words.has("FUTURE"):
        return Answer("DATE", "FUTURE_REF")
    if words.has("PAST_SPAN"):
        return Answer("DATE", "PAST_REF") if context.doc[words.token()].pos_ == "NOUN" or words.after() in (".", ",", "") else None
    value = words.get("REF", "RECENT")
    if value is None or (words.words[-1] in ("soon", "shortly") and words.after() in ("after", "before", "as", "afterward", "afterwards", "-")):
        return None
    if words.words[-1] in ("soon", "shortly") and context.direction(words.token()) != tense.AHEAD and words.before() not in ("as", "very"):
        return None
    return Answer("DATE", value)


def clock_time(words: Words, context: Context) -> Answer | None:
    """"at 5 p.m.", "0630 GMT": on the day told last."""
    time = clock(words.words, words.kinds)
    if time is None:
        return None
    day = context.told_day or context.today
    return Answer("TIME", (day.isoformat() if day else "XXXX-XX-XX") + time)


def day_part(words: Words, context: Context) -> Answer | None:
    """"in the morning", "at dawn", "at midnight": on the day told last."""
    if not words.has("THE") and words.before() not in ("at", "before", "after", "by", "until", "around", "since", "from"):
        return None
    part = words.get("DAYPART") or "MO"
    if words.has("THE") and words.before() not in ("in", "during", "of", "throughout", "through"):
        return None
    if part == "NI" and words.before() == "at":
        return Answer("TIME", "XXXX-XX-XXTNI")
    day = context.told_day or context.today
    return Answer("TIME", (day.isoformat() if day else "XXXX-XX-XX") + (part if part.startswith("T") else "T" + part))

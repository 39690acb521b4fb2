"""By when a forecast falls due, counted from the day it was made."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from sayso.model import Interval, Statement, Time
from sayso.model.days import moved
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.when import attach
from sayso.reading.when.values import shift

_LENGTH = re.compile(r"P(T?)(\d+(?:\.\d+)?|X)([DWMYHS])")
_FEW_UNITS = {"H": 1, "D": 8, "W": 56}
"""Days after which "hours", "a few days" and "a few weeks" are over."""
_FEW = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_AFTER = re.compile(rf"\b({'|'.join(_FEW)}|[1-9]\d?) (days?|weeks?) after (?:[A-Z]\w+ |the |its |his |her )*$", re.IGNORECASE)
_TITLE = 60
"""Characters before a speaker's name that may hold a title and "two days after"."""
_SPOKEN_DAY = re.compile(r"(?:later )?(?:today|tonight|tomorrow(?: (?:morning|afternoon|evening|night))?|this (?:morning|afternoon|evening))")
"""Words for a day that mean the speaker's own."""
_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_WEEK = timedelta(7)
_UNTIL_OVER = frozenset({"before", "until", "till"})
_HOURS = {"noon": 0, "midday": 0, "nightfall": 0, "sunset": 0, "dusk": 0, "sundown": 0, "sunrise": 1, "daybreak": 1}
"""Hours that stand without a day, and in how many days they are next."""
_WITHIN = frozenset({"in", "within", "over", "for", "during", "of"})


def made(page: Page, statement: Statement | None) -> date | None:
    """The day on which a forecast was made: when its statement was said, else when the same speaker spoke last, else the publication day."""
    if statement is None:
        return page.published
    ago = _days_ago(page, statement)
    if ago is not None and page.published is not None:
        return page.published - ago
    said = statement.stated or _said_before(page, statement)
    day = (said.latest or said.earliest) if said else None
    spoke = date.fromisoformat(day[:10]) if day else page.published
    return min(spoke, page.published) if spoke is not None and page.published is not None else spoke


def _days_ago(page: Page, statement: Statement) -> timedelta | None:
    """How long before the rest of its sentence a statement was made: "..., two days after he had said that"."""
    if statement.cue is None or statement.speaker_span is None:
        return None
    found = _AFTER.search(page.report.text[max(0, statement.speaker_span[0] - _TITLE) : statement.speaker_span[0]])
    count = (_FEW.index(found[1].lower()) + 1 if found[1].lower() in _FEW else int(found[1])) if found else 0
    return timedelta(count * (7 if found and found[2].startswith("week") else 1)) if found else None


def _said_before(page: Page, statement: Statement) -> Interval | None:
    """When the speaker's statement just before was said: a quotation goes on."""
    if statement.speaker is None:
        return None
    start = statement.content[0][0]
    earlier = [s for s in page.statements if s.speaker == statement.speaker and s.content[-1][1] <= start]
    last = max(earlier, key=lambda s: s.content[-1][1], default=None)
    return last.stated if last else None


def due(page: Page, head: Token, cue: Token, day: date | None, *, own: bool = False, said: Statement | None = None) -> Interval | None:
    """The interval in which what `head` foretells falls due; None where the words do not say. `own`: only a time that hangs on it counts.
    `said`: the statement that it is of; the time of its cue is that of the saying."""
    of_saying = _time_of_saying(page, said) if said is not None else None
    for token in (head,) if own else (head, cue, cue.head):
        of_it = _own_time(page, token)
        first = [of_it] if of_it is not None else []
        times = first if own else [*dict.fromkeys([*first, *_times_near(page, token)])]
        for time in times:
            if time == of_saying:
                continue
            interval = _length(time, day) if time.type == "DURATION" else _as_said(attach.interval(page, time), time, page, day)
            interval = _ahead(interval, page.report.text[slice(*time.span)], day) if time is of_it else interval
            if interval and (day is None or (interval.latest or "9999") >= day.isoformat()):
                if interval.earliest is None and day is not None:
                    return Interval(earliest=day.isoformat(), latest=interval.latest)
                return interval
    return _by_the_hour(head, day) if day is not None and not own else None


def _time_of_saying(page: Page, said: Statement) -> Time | None:
    """The time that hangs on the cue of a statement, outside what is said: "on Monday the panel said"."""
    times = (_own_time(page, word) for word in (page.doc.touched(*said.cue) if said.cue is not None else ()))
    time = next((time for time in times if time is not None), None)
    return None if time is None or any(start <= time.span[0] < end for start, end in said.content) else time


def _by_the_hour(head: Token, day: date) -> Interval | None:
    """ "By nightfall", "from noon": on the day itself."""
    for word in head.subtree:
        if word.lower_ in _HOURS and word.dep_ in ("pobj", "pcomp", "advmod"):
            falls = moved(day, _HOURS[word.lower_]).isoformat()
            return Interval(earliest=falls, latest=falls)
    return None


def _ahead(interval: Interval | None, words: str, day: date | None) -> Interval | None:
    """The next such weekday, where the last one was meant by the tense alone: "could be signed as early as Wednesday"."""
    if interval is None or interval.latest is None or day is None or words.casefold() not in _WEEKDAYS:
        return interval
    last = date.fromisoformat(interval.latest[:10])
    if not timedelta(0) <= day - last < _WEEK or interval.latest[:10] == day.isoformat():
        return interval
    ahead = (last + _WEEK).isoformat()
    return Interval(earliest=ahead, latest=ahead)


def _as_said(interval: Interval | None, time: Time, page: Page, day: date | None) -> Interval | None:
    """The interval counted from the day on which it was said: "tonight" in the mouth of somebody who spoke two days ago."""
    words = page.report.text[slice(*time.span)].casefold()
    if interval is None or day is None or page.published is None or not _SPOKEN_DAY.fullmatch(words):
        return interval
    ago = page.published - day
    earliest, latest = (None if one is None else (date.fromisoformat(one[:10]) - ago).isoformat() for one in (interval.earliest, interval.latest))
    return Interval(earliest=earliest, latest=latest)


def _own_time(page: Page, token: Token) -> Time | None:
    """The time that hangs on a word itself or on the words that belong to it: "return on Friday", "as early as Wednesday"."""
    for child in token.children:
        if child.dep_ in ("prep", "npadvmod", "advmod", "tmod", "pobj", "nmod", "compound") or child.pos_ in ("ADP", "ADV"):
            inner = (child, *child.children, *(deeper for c in child.children for deeper in c.children))
            for word in inner:
                time = page.time_at(word)
                if time is not None and time.type != "SET" and (time.earliest or (time.type == "DURATION" and _opens(page, time))):
                    return time
    return None


def _times_near(page: Page, token: Token) -> Iterator[Time]:
    for child in token.subtree:
        if abs(child.i - token.i) > 25:
            continue
        time = page.time_at(child)
        if time is None or time.type == "SET":
            continue
        if time.earliest or (time.type == "DURATION" and _opens(page, time)):
            yield time


_LASTING = frozenset({"need", "take", "require", "last"})
_COUNTED_FROM = frozenset({"of", "after", "from"})
_NOW = frozenset({"now", "today", "tomorrow"})
_BOUNDS = frozenset({"than", "about", "only", "another", "least", "most"})


def _opens(page: Page, time: Time) -> bool:
    """Whether a length of time runs from the day of the forecast: "within two weeks", "need a month"."""
    tokens = page.tokens(*time.span)
    if not len(tokens) or not tokens.start:
        return False
    before = page.doc[tokens.start - 1]
    after = page.doc[tokens.end] if tokens.end < len(page.doc) else before
    if after.lower_ in _COUNTED_FROM:  # "within sixty days of the election"; "a week from now"
        return after.lower_ == "from" and any(child.lower_ in _NOW for child in after.children)
    if before.lower_ in _UNTIL_OVER and after.lemma_ in ("be", "have"):
        return True  # "before ten days are over"
    if before.lower_ in _WITHIN or before.lemma_ in _LASTING:
        return True
    return before.lower_ in _BOUNDS and any(word.lemma_ in _LASTING for word in islice(tokens.root.ancestors, 4))


def _length(time: Time, day: date | None) -> Interval | None:
    found = _LENGTH.fullmatch(time.value)
    if not found or day is None:
        return None
    clock, count, unit = found.groups()
    if count == "X":
        few = _FEW_UNITS.get(unit) if (unit == "H") == bool(clock) else None
        end = moved(day, few) if few is not None else None
    elif clock:
        end = moved(day, float(count) / {"H": 24, "M": 1440, "S": 86400}[unit] if unit in "HMS" else 0)
    else:
        end = shift(day, unit, float(count))
    return Interval(earliest=day.isoformat(), latest=end.isoformat()) if end else None

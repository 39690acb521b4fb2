"""Periods by name: decades, centuries, seasons, quarters and halves, holidays."""

from datetime import date, timedelta

from sayso.reading.when import tense
from sayso.reading.when.absolute import cardinal, date_, month, near_century, with_part, year_given
from sayso.reading.when.answer import Answer
from sayso.reading.when.context import Context
from sayso.reading.when.values import days, easter, shift, value_of
from sayso.reading.when.words import Words


def decade(words: Words, context: Context) -> Answer | None:
    """"the 1990s", "the '80s"."""
    plain = (words.get("DECADE") or "").strip("'")
    if not plain.isdigit() or len(plain) == 3 or plain[-1] != "0":
        return None
    if len(plain) == 2:
        if words.kind_before() == "NUMBER" or words.before() in ("his", "her", "their", "my"):
            return None
        start = near_century(int(plain), context)
        near = context.published.year if context.published else 2000
        return Answer("DATE", f"{(start if start <= near else start - 100) // 10:03d}")
    return Answer("DATE", plain[:3]) if 1000 <= int(plain) < 2200 else None


def century(words: Words, _context: Context) -> Answer | None:
    """"the 19th century" is 18; other ordinals with a unit ("the third day") count from something and are left out."""
    if words.unit() != "C":
        return None
    count = cardinal(words.word("ORDINAL"))
    if not count or count > 30:
        return None
    return Answer("DATE", f"BC{count - 1:02d}" if words.get("ERA") == "BC" else f"{count - 1:02d}")


def season(words: Words, context: Context) -> Answer | None:
    """"the summer of 2014", "last spring", "in autumn"."""
    name = words.get("SEASON") or ""
    given = year_given(words, context)
    before = words.before()
    if not given and not words.has("LAST", "NEXT", "THIS", "THAT", "EDGE", "EDGE_NOUN", "COMING"):
        if before not in ("in", "during", "by", "until", "since", "of", "for", "throughout") and not words.has("THE"):
            return None
        if words.has("THE") and (before in ("", "of") or words.after() == "of" or context.doc[words.token()].text[0].isupper()):
            return None
    if given:
        return Answer("DATE", f"{given}-{name}")
    today = context.today
    if today is None:
        return Answer("DATE", f"XXXX-{name}")
    start = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[name]
    if words.has("LAST"):
        year_ = today.year - (start + 2 >= today.month if start != 12 else 1)
    elif words.has("NEXT"):
        year_ = today.year + (start <= today.month)
    elif words.has("THIS", "THAT") or context.narrative:
        year_ = today.year
    else:
        ahead = context.direction(words.token()) == tense.AHEAD
        year_ = today.year + (start < today.month - 2) if ahead else today.year - (start > today.month)
    return Answer("DATE", f"{year_:04d}-{name}")


def month_part(words: Words, context: Context) -> Answer | None:
    """"the last week of March" is an ISO week; "the final days of October 2017" is no finer than the month."""
    whole = month(words, context)
    covered = days(whole.value) if whole else None
    if whole is None or covered is None or words.unit() != "W" or words.has("UNITS", "EDGE"):
        return whole
    if words.has("ORDINAL"):
        return Answer("DATE", value_of("W", covered[0] + timedelta(7 * min((cardinal(words.word("ORDINAL")) or 1) - 1, 4))))
    return Answer("DATE", value_of("W", covered[1]))


def week_of(words: Words, context: Context) -> Answer | None:
    """"the week of March 9"."""
    day = date_(words, context)
    covered = days(day.value) if day else None
    return Answer("DATE", value_of(words.unit(), covered[0])) if covered else None


_OF_A_HOLIDAY = frozenset(
    """market markets tree trees party dinner carol carols card cards present presents gift gifts shopping lights bazaar
    fair""".split()
)


def holiday(words: Words, context: Context) -> Answer | None:
    """"Christmas 1998", "Easter", "Thanksgiving Day"."""
    name = words.get("HOLIDAY") or ""
    if words.after() in _OF_A_HOLIDAY or (name == "easter" and words.after() in ("sunday", "monday")):
        return None  # "a Christmas market"; of "Easter Monday" the weekday is told
    given = year_given(words, context)
    today = context.today
    if given is None and today is None:
        return Answer("DATE", f"XXXX-{name}" if name[0].isdigit() else "XXXX-XX-XX")
    if given is not None:
        day = _holiday(name, int(given))
    else:
        assert today is not None
        years = [_holiday(name, y) for y in (today.year - 1, today.year, today.year + 1)]
        if context.narrative or words.has("THIS"):
            day = years[1]
        elif words.has("NEXT") or context.direction(words.token()) == tense.AHEAD:
            day = next(d for d in years if d >= today)
        elif words.has("LAST") or context.direction(words.token()) == tense.BACK:
            day = next(d for d in reversed(years) if d <= today)
        else:
            day = min(years, key=lambda d: abs((d - today).days))
    eve = words.after() == "eve" or "eve" in words.words
    if eve:
        day -= timedelta(1)
    return with_part(day.isoformat(), words)


def _holiday(name: str, year_: int) -> date:
    if name == "easter":
        return easter(year_)
    if name == "thanksgiving":
        first = date(year_, 11, 1)
        return first + timedelta((3 - first.weekday()) % 7 + 21)
    month_, _, day = name.partition("-")
    return date(year_, int(month_), int(day))


def quarter(words: Words, context: Context) -> Answer | None:
    """"the third quarter", "this year's fourth quarter", "the first half of 1990", "last quarter"."""
    half = words.has("HALF")
    unit = "H" if half else "Q"
    if (half and not words.has("YEAR", "UNIT", "DECADE")) or "trimester" in words.words:
        return None
    if words.has("DECADE"):
        return decade(words, context)
    if half and not words.has("ORDINAL"):
        part = 2 if words.has("LATER", "LAST", "EDGE") and "early" not in words.words else 1
        given = year_given(words, context)
        return Answer("DATE", f"{given}-H{part}") if given else None
    told = context.quarter
    if words.has("PERIOD") and (told is None or not words.has("YEAR")):
        if words.has("YEAR"):
            return Answer("DATE", words.word("YEAR"))
        return Answer("DATE", told) if told and "latest" in words.words else None
    if words.has("YEAR") and not words.has("ORDINAL", "FISCAL", "LAST"):
        return Answer("DATE", words.word("YEAR") + (told[4:] if told else "-QX"))
    count = cardinal(words.word("ORDINAL")) if words.has("ORDINAL") else None
    today = context.today
    if count is None:
        if today is None:
            return Answer("DATE", context.value(unit, None))
        if "final" in words.words or ("last" in words.words and words.has("YEAR")):
            count = 2 if half else 4
        else:
            step = -1 if words.has("LAST") or "latest" in words.words else 1 if words.has("NEXT") else 0
            moved = shift(today, unit, step)
            return Answer("DATE", context.value(unit, moved))
    if count > (2 if half else 4):
        return None
    year_ = year_given(words, context)
    if year_ is None and today is not None:
        if words.has("LAST"):
            year_ = f"{today.year - 1:04d}"
        elif words.has("NEXT"):
            year_ = f"{today.year + 1:04d}"
        elif words.has("THIS", "UNIT"):
            year_ = f"{today.year:04d}"
        else:
            ahead = context.direction(words.token()) == tense.AHEAD
            now = (today.month + 2) // 3
            year_ = f"{today.year + (count < now - 1) if ahead else today.year - (count > now):04d}"
    return Answer("DATE", f"{year_ or 'XXXX'}-{unit}{count}")

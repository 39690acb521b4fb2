"""Dates that name a point of the calendar, whole or with its year left out."""

from datetime import date, timedelta

from sayso.reading.numerals import ORDINALS, number, year_in_words
from sayso.reading.when import tense
from sayso.reading.when.answer import Answer, clock
from sayso.reading.when.context import Context
from sayso.reading.when.values import easter, shift
from sayso.reading.when.words import Words

_YEAR_LEADS = frozenset(
    "in since by from of until till to through during for before after and or between around circa late early mid ( fiscal / , - – — ; throughout"
    " until as about".split()
)
NEAR_DAYS = 4
"""Where the verb looks neither way, a weekday lies behind unless it is more than so many days back."""
_COUNTED_AFTER = frozenset("% percent per per-cent dollars euros pounds km miles metres meters feet tons tonnes people civilians".split())


def timestamp(words: Words, context: Context) -> Answer | None:
    """2019-01-28, 10/28/1989; month first unless that cannot be."""
    word = words.words[0]
    if "/" in word:
        first, second, year = (int(part) for part in word.split("/"))
        month, day = (second, first) if first > 12 else (first, second)
        value = f"{_century(year, context):04d}-{month:02d}-{day:02d}"
    else:
        value = word.upper()[:16]
    if not _real(value[:10]):
        return None
    return Answer("TIME" if "T" in value else "DATE", value)


def date_(words: Words, context: Context) -> Answer | None:
    """A day of a month: "18 Feb", "Monday, October 28, 1989", "July 4 of that year", "5 p.m. on March 3"."""
    month = int(words.get("MONTH") or 0)
    at = words.kinds.index("MONTH")
    day = _day_near(words, at)
    if day is None:
        return None
    year = _year_given(words, context) or _year_ahead(words) or context.year_of(month, day, words.token(), words.before())
    value = f"{year}-{month:02d}-{day:02d}"
    if year.isdigit() and not _real(value):
        return None
    return _with_part(value, words)


def month(words: Words, context: Context) -> Answer | None:
    """"October 2017", "last April", "early May"."""
    number_ = int(words.get("MONTH") or 0)
    if len(words.kinds) == 1 and words.words[0] in ("may", "march") and words.after() and _is_name(words, context):
        return None
    year = _year_given(words, context) or _year_ahead(words)
    if year and words.has("ERA") and words.word("ERA").startswith("b"):
        return Answer("DATE", f"BC{int(year):04d}-{number_:02d}")
    if year is None:
        year = _relative_year(words, context, number_) or context.year_of(number_, None, words.token(), words.before())
    return Answer("DATE", f"{year}-{number_:02d}")


def _is_name(words: Words, context: Context) -> bool:
    token = context.doc[words.token()]
    return token.ent_type_ == "PERSON" or token.pos_ in ("VERB", "AUX")


def _relative_year(words: Words, context: Context, month_: int) -> str | None:
    today = context.today
    if today is None or not words.has("LAST", "NEXT", "THIS"):
        return None
    if words.has("UNIT"):
        step = -1 if words.has("LAST") else 1 if words.has("NEXT") else 0
        return f"{today.year + step:04d}"
    if words.has("LAST"):
        return f"{today.year - (month_ >= today.month):04d}"
    if words.has("NEXT"):
        return f"{today.year + (month_ <= today.month):04d}"
    return f"{today.year:04d}"


def _day_near(words: Words, month_at: int) -> int | None:
    places = (month_at + 1, month_at - 1, month_at + 2, month_at - 2)
    if _short_year(words, month_at):
        places = (month_at - 1,)
    for place in places:
        if 0 <= place < len(words.kinds) and words.kinds[place] in ("DAYNUM", "ORDINAL"):
            day = _cardinal(words.words[place])
            if day is not None and 1 <= day <= 31:
                return day
    return None


def _short_year(words: Words, month_at: int) -> str | None:
    """The 12 of "17 January 12 16:55": a year of two digits stands between a day's month and a time of day."""
    place = words.first + month_at
    kinds = words.atoms.kinds[max(place - 1, 0) : place + 3]
    if place and len(kinds) == 4 and kinds[0] in ("DAYNUM", "ORDINAL") and kinds[2:] == ["DAYNUM", "CLOCK"]:
        return words.atoms.words[place + 1]
    return None


def _cardinal(word: str) -> int | None:
    if word in ORDINALS:
        return ORDINALS[word]
    plain = word.rstrip("sthndr")
    return int(plain) if plain.isdigit() else None


def _year_given(words: Words, context: Context) -> str | None:
    """The year that the match itself names."""
    if words.has("SHORTYEAR"):
        return f"{_century(int(words.word('SHORTYEAR')[1:]), context):04d}"
    if words.has("WORDNUM"):
        spoken = year_in_words([w for w, k in zip(words.words, words.kinds, strict=True) if k in ("WORDNUM", "HYPHEN")])
        if spoken:
            return str(spoken)
    for n, kind in enumerate(words.kinds):
        if kind == "YEAR" and not (n + 1 < len(words.kinds) and words.kinds[n + 1] == "ZONE"):
            return words.words[n]
    short = _short_year(words, words.kinds.index("MONTH")) if words.has("MONTH") else None
    if short:
        return f"{_century(int(short), context):04d}"
    if words.has("THAT") and words.has("UNIT") and context.anchor:
        return f"{context.anchor.year:04d}"
    if words.has("UNIT") and words.unit() == "Y" and words.has("LAST", "NEXT", "THIS") and context.today:
        return f"{context.today.year + (-1 if words.has('LAST') else 1 if words.has('NEXT') else 0):04d}"
    return None


def _year_ahead(words: Words) -> str | None:
    """"between June and August 2016": the year that the next month of a range gives."""
    kinds = list(words.following())
    if not kinds or kinds[0][0] not in ("TO", "HYPHEN", "COMMA") and kinds[0][1] != "/":
        return None
    if not any(kind == "MONTH" for kind, _ in kinds[1:4]):
        return None
    return next((word for kind, word in kinds[2:] if kind == "YEAR"), None)


def _century(year: int, context: Context) -> int:
    """A year of two digits, next to the publication's."""
    if year >= 100:
        return year
    near = context.published.year if context.published else 2000
    base = near // 100 * 100 + year
    return min((base - 100, base, base + 100), key=lambda y: (abs(y - near - 5), y))


def _real(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _with_part(value: str, words: Words) -> Answer:
    """Adds the time of day that the match names."""
    if words.has("CLOCK", "MERIDIEM", "ZONE"):
        time = clock(words.words, words.kinds)
        if time:
            return Answer("TIME", value + time)
    part = words.get("DAYPART") or ("NI" if words.has("NIGHT") else None)
    if part:
        return Answer("TIME", value + (part if part.startswith("T") else "T" + part))
    return Answer("DATE", value)


def year(words: Words, context: Context) -> Answer | None:
    """A year, if the words around it do not make it a number: "in 2014", "(1998)", "216 BC"."""
    era = words.get("ERA")
    text = words.word("YEAR", "NUMBER", "DAYNUM")
    if not text and words.has("WORDNUM", "SCALE"):
        spoken = number([w for w, k in zip(words.words, words.kinds, strict=True) if k in ("WORDNUM", "SCALE")])
        return Answer("DATE", f"{int(spoken):04d}") if spoken and 1900 <= spoken < 2200 and words.has("UNIT") else None
    if not text.isdigit():
        return None
    if era:
        return Answer("DATE", f"BC{int(text):04d}" if era == "BC" else f"{int(text):04d}") if len(text) <= 4 else None
    if len(text) != 4:
        return None
    if words.has("UNIT", "UNITS", "EDGE", "EDGE_NOUN", "FISCAL", "EARLIER", "LATER"):
        return Answer("DATE", text)
    return Answer("DATE", text) if _stands_as_year(words, int(text), context) else None


def _stands_as_year(words: Words, number_: int, context: Context) -> bool:
    before, after = words.before(), words.after()
    if before in ("$", "#", "£", "€", "no", "no.", "than", "nearly", "least", "over", "some", "almost", "exactly", "only") or after in _COUNTED_AFTER:
        return False
    if words.kind_before() in ("CLOCK", "NUMBER"):
        return False
    token = context.doc[words.token()]
    counted = token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ in ("NNS", "NNPS")
    if not 1800 <= number_ <= 2100:
        return before in ("in", "since", "by", "until", "from", "of", "(", "during", "to", "-", "–") and not counted and after not in ("men", "troops")
    if counted and before not in ("in", "since", "from", "the"):
        return False
    return not counted or token.head.i > token.i + 1 or before in ("the", "in", "since")


def past_year(words: Words, context: Context) -> Answer | None:
    """"264 to 241 BC": the first year takes the era of the second."""
    era = next((word for kind, word in words.following() if kind == "ERA"), "")
    text = words.words[0]
    if not text.isdigit() or len(text) > 4:
        return None
    return Answer("DATE", ("BC" if era.startswith("b") else "") + f"{int(text):04d}")


def range_year(words: Words, context: Context) -> Answer | None:
    """"1914-18": the second year of a range, in the century of the first."""
    text, first = words.words[0], words.before(2)
    if len(text) != 2 or not text.isdigit() or int(text) <= int(first) % 100:
        return None
    return Answer("DATE", first[:2] + text)


def ancient_year(words: Words, context: Context) -> Answer | None:
    """"in 218": a year of three digits, only in a text that counts years before Christ."""
    text = words.words[0]
    if not context.ancient or not text.isdigit() or len(text) != 3 or words.before() not in ("in",):
        return None
    token = context.doc[words.token()]
    return None if token.dep_ == "nummod" else Answer("DATE", f"BC{int(text):04d}")


def year_end(words: Words, context: Context) -> Answer | None:
    """"by year-end"."""
    unit = words.unit()
    if words.word("EDGE_NOUN") != "end" or unit not in ("Y", "M", "W") or context.today is None:
        return None
    if unit == "Y":
        return Answer("DATE", f"{context.today.year:04d}-12-31")
    return Answer("DATE", context.value(unit, context.today))


def short_year(words: Words, context: Context) -> Answer | None:
    """"'99"."""
    return Answer("DATE", f"{_century(int(words.word('SHORTYEAR')[1:]), context):04d}")


def word_year(words: Words, context: Context) -> Answer | None:
    """"nineteen ninety-six"."""
    value = year_in_words(words.words)
    return Answer("DATE", str(value)) if value else None


def decade(words: Words, context: Context) -> Answer | None:
    """"the 1990s", "the '80s"."""
    plain = (words.get("DECADE") or "").strip("'")
    if not plain.isdigit() or len(plain) == 3 or plain[-1] != "0":
        return None
    if len(plain) == 2:
        if words.kind_before() == "NUMBER" or words.before() in ("his", "her", "their", "my"):
            return None
        start = _century(int(plain), context)
        near = context.published.year if context.published else 2000
        return Answer("DATE", f"{(start if start <= near else start - 100) // 10:03d}")
    return Answer("DATE", plain[:3]) if 1000 <= int(plain) < 2200 else None


def century(words: Words, context: Context) -> Answer | None:
    """"the 19th century" is 18; other ordinals with a unit ("the third day") count from something and are left out."""
    if words.unit() != "C":
        return None
    count = _cardinal(words.word("ORDINAL"))
    if not count or count > 30:
        return None
    return Answer("DATE", f"BC{count:02d}" if words.get("ERA") == "BC" else f"{count - 1:02d}")


def season(words: Words, context: Context) -> Answer | None:
    """"the summer of 2014", "last spring", "in autumn"."""
    name = words.get("SEASON") or ""
    given = _year_given(words, context)
    before = words.before()
    if not given and not words.has("LAST", "NEXT", "THIS", "THAT", "EDGE", "EDGE_NOUN", "COMING"):
        if before not in ("in", "during", "by", "until", "since", "of", "for", "throughout") and not words.has("THE"):
            return None
        if words.has("THE") and (before in ("", "of") or words.after() == "of") or context.doc[words.token()].text[0].isupper() and words.has("THE"):
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


def holiday(words: Words, context: Context) -> Answer | None:
    """"Christmas 1998", "Easter", "Thanksgiving Day"."""
    name = words.get("HOLIDAY") or ""
    given = _year_given(words, context)
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
    return _with_part(day.isoformat(), words)


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
    if half and not words.has("YEAR", "UNIT", "DECADE") or "trimester" in words.words:
        return None
    if words.has("DECADE"):
        return decade(words, context)
    if half and not words.has("ORDINAL"):
        count = 2 if words.has("LATER", "LAST", "EDGE") and "early" not in words.words else 1
        given = _year_given(words, context)
        return Answer("DATE", f"{given}-H{count}") if given else None
    if words.has("YEAR") and not words.has("ORDINAL", "FISCAL", "LAST"):
        told = context.quarter
        return Answer("DATE", words.word("YEAR") + (told[4:] if told else "-QX"))
    count = _cardinal(words.word("ORDINAL")) if words.has("ORDINAL") else None
    today = context.today
    if count is None:
        if today is None:
            return Answer("DATE", context.value(unit, None))
        if "final" in words.words or "last" in words.words and words.has("YEAR"):
            count = 2 if half else 4
        else:
            step = -1 if words.has("LAST") or "latest" in words.words else 1 if words.has("NEXT") else 0
            moved = shift(today, unit, step)
            return Answer("DATE", context.value(unit, moved))
    if count > (2 if half else 4):
        return None
    year_ = _year_given(words, context)
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


def near_weekday(words: Words, context: Context) -> Answer | None:
    """"on Monday": the latest one up to and including today in the past tense, else the next one; "last" and "next" leave today out."""
    number_ = int(words.get("WEEKDAY") or 1)
    today = _weekday_anchor(context)
    if today is None:
        return _with_part(f"XXXX-WXX-{number_}", words)
    back = (today.isoweekday() - number_) % 7
    if words.has("UNIT") and words.unit() == "W":
        step = -1 if words.has("LAST") else 1 if words.has("NEXT") else 0
        day = today - timedelta(today.isoweekday() - number_) + timedelta(7 * step)
    elif words.has("LAST"):
        day = today - timedelta(back or 7)
    elif words.has("NEXT", "COMING"):
        day = today + timedelta(7 - back)
    elif words.has("THIS", "THAT"):
        day = today + timedelta(-back % 7)
    elif context.narrative:
        day = today + timedelta(-back % 7)
    elif words.after() in ("'s", "'") and words.after(2) not in ("meeting", "talks", "vote", "election", "summit", "session", "hearing"):
        day = today - timedelta(back)
    else:
        look = context.direction(words.token())
        ahead = look == tense.AHEAD or look == tense.NEITHER and back > NEAR_DAYS
        day = today + timedelta(-back % 7) if ahead else today - timedelta(back)
    value = day.isoformat()
    if words.has("CLOCK", "MERIDIEM", "DAYPART", "NIGHT"):
        return _with_part(value, words)
    if words.has("EDGE") and not words.has("THIS", "LAST", "NEXT"):
        part = {"early": "TMO", "late": "TEV", "mid": "TMI"}.get(words.word("EDGE"), "")
        return Answer("DATE", value + part)
    return Answer("DATE", value)


def _weekday_anchor(context: Context) -> date | None:
    return (context.told_day or context.anchor) if context.narrative else context.published



"""Dates that name a point of the calendar, whole or with its year left out."""

import re
from datetime import date, timedelta

from sayso.reading.numerals import ORDINALS, number, year_in_words
from sayso.reading.when import tense
from sayso.reading.when.answer import Answer, clock
from sayso.reading.when.context import OPEN_ENDED, Context
from sayso.reading.when.values import easter
from sayso.reading.when.words import Words

_OLD_YEAR_LEADS = frozenset({"in", "since", "by", "until", "from", "of", "(", "during", "to", "-", "–"})
_EASTER_WEEK = {("palm", 7): -7, ("maundy", 4): -3, ("holy", 4): -3, ("good", 5): -2, ("holy", 6): -1, ("easter", 7): 0, ("easter", 1): 1}
"""Weekdays that a word before them makes one of the year, by the days from Easter Sunday."""
_BEFORE_DAYS = frozenset({"on", "since", "until", "till", "by", "of"})
"""Before "the 6th" they say that it is a day."""
_OF_A_DAY = frozenset("night morning evening afternoon attack raid strike shelling bombing blast clash ambush killing".split())
"""Before "of the 6th": "men of the 6th" are of a regiment."""
_MEN = frozenset("man soldier troop fighter rebel gunman officer member unit crew gunner guard marine sniper commander player people".split())
_GOLF = frozenset({"golf", "golfer", "birdie", "bogey", "putt", "fairway", "tournament"})
"""In texts with these "the 17th" is a hole."""
NEAR_DAYS = 4
"""Where the verb looks neither way, a weekday lies behind unless it is more than so many days back."""
_COUNTED_AFTER = frozenset("% percent per per-cent dollars euros pounds km miles metres meters feet tons tonnes people civilians".split())


def timestamp(words: Words, context: Context) -> Answer | None:
    """2019-01-28; 10/28/1989 with the month first and 28-10-1989 or 28.10.1989 with the day first, unless that cannot be."""
    word = words.words[0]
    parts = [int(part) for part in re.split(r"[/.-]", word[:10])]
    if len(parts) == 3 and parts[0] < 1000:
        first, second, year = parts
        day_first = first > 12 or ("/" not in word and second <= 12)
        month, day = (second, first) if day_first else (first, second)
        value = f"{near_century(year, context):04d}-{month:02d}-{day:02d}"
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
    year = year_given(words, context) or _year_ahead(words) or _year_by_weekday(words, context, month, day)
    year = year or _relative_year(words, context, month, day) or context.year_of(month, day, words.token(), words.before())
    value = f"{year}-{month:02d}-{day:02d}"
    if year.isdigit() and not _real(value):
        return None
    return with_part(value, words)


def _year_by_weekday(words: Words, context: Context, month_: int, day: int) -> str | None:
    """"Saturday, April 25": the year near today in which that day is a Saturday."""
    today = context.today
    if today is None or not words.has("WEEKDAY"):
        return None
    weekday = int(words.get("WEEKDAY") or 0)
    for year_ in (today.year, today.year - 1, today.year + 1):
        value = f"{year_:04d}-{month_:02d}-{day:02d}"
        if _real(value) and date.fromisoformat(value).isoweekday() == weekday:
            return f"{year_:04d}"
    return None


def month(words: Words, context: Context) -> Answer | None:
    """"October 2017", "last April", "early May"."""
    number_ = int(words.get("MONTH") or 0)
    if len(words.kinds) == 1 and words.words[0] in ("may", "march") and _is_name(words, context):
        return None
    year = year_given(words, context) or _year_ahead(words)
    if year and words.has("ERA") and words.word("ERA").startswith("b"):
        return Answer("DATE", f"BC{int(year):04d}-{number_:02d}")
    if year is None:
        year = _relative_year(words, context, number_) or context.year_of(number_, None, words.token(), words.before())
    return Answer("DATE", f"{year}-{number_:02d}")


def month_day(words: Words, context: Context) -> Answer | None:
    """"on the 6th": of this month, or of the one before or after it where the verb looks there. Not "on the 6th floor", "men of the 6th"."""
    text, today, token = words.words[-1], context.today, context.doc[words.token()]
    if today is None or not text[0].isdigit() or words.before() not in _BEFORE_DAYS or token.dep_ != "pobj" or token.head.dep_ != "prep":
        return None
    if any(child.dep_ == "prep" for child in token.rights) or (token.i + 1 < len(token.doc) and token.nbor().pos_ in ("NOUN", "PROPN", "ADJ", "NUM")):
        return None
    lead, above, look = words.before(), token.head.head, context.direction(words.token())
    if (lead == "of" and above.lemma_ not in _OF_A_DAY) or (lead == "by" and (look != tense.AHEAD or above.pos_ not in ("VERB", "AUX"))):
        return None
    if (above.i > token.i and context.doc[token.head.i - 1].lemma_ in _MEN) or _GOLF & context.doc.lemmas:
        return None
    day = cardinal(text) or 0
    step = 1 if look == tense.AHEAD and day < today.day else -1 if look != tense.AHEAD and day > today.day else 0
    year_, month_ = divmod(today.year * 12 + today.month - 1 + step, 12)
    value = f"{year_:04d}-{month_ + 1:02d}-{day:02d}"
    return Answer("DATE", value) if _real(value) else None


def _is_name(words: Words, context: Context) -> bool:
    """"the Long March", "Theresa May", "they march"."""
    token = context.doc[words.token()]
    if token.ent_type_ == "PERSON" or token.pos_ in ("VERB", "AUX"):
        return True
    return any(c.dep_ in ("det", "poss", "amod", "compound") for c in token.lefts)


def _relative_year(words: Words, context: Context, month_: int, day: int = 0) -> str | None:
    today = context.today
    if today is None or not words.has("LAST", "NEXT", "THIS"):
        return None
    if words.has("UNIT"):
        step = -1 if words.has("LAST") else 1 if words.has("NEXT") else 0
        return f"{today.year + step:04d}"
    if words.has("LAST"):
        return f"{today.year - ((month_, day or 32) >= (today.month, today.day if day else 0)):04d}"
    if words.has("NEXT"):
        return f"{today.year + (month_ <= today.month):04d}"
    return f"{today.year:04d}"


def _day_near(words: Words, month_at: int) -> int | None:
    near = (month_at + 1, month_at - 1, month_at + 2, month_at - 2)
    places = near[1:2] if _short_year(words, month_at) else near
    for place in places:
        if 0 <= place < len(words.kinds) and words.kinds[place] in ("DAYNUM", "ORDINAL"):
            day = cardinal(words.words[place])
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


def cardinal(word: str) -> int | None:
    if word in ORDINALS:
        return ORDINALS[word]
    plain = word.rstrip("sthndr")
    return int(plain) if plain.isdigit() else None


def year_given(words: Words, context: Context) -> str | None:
    """The year that the match itself names."""
    if words.has("SHORTYEAR"):
        return f"{near_century(int(words.word('SHORTYEAR')[1:]), context):04d}"
    if words.has("WORDNUM"):
        spoken = year_in_words([w for w, k in zip(words.words, words.kinds, strict=True) if k in ("WORDNUM", "HYPHEN")])
        if spoken:
            return str(spoken)
    for n, kind in enumerate(words.kinds):
        if kind == "YEAR" and not (n + 1 < len(words.kinds) and words.kinds[n + 1] == "ZONE"):
            return words.words[n]
    short = _short_year(words, words.kinds.index("MONTH")) if words.has("MONTH") else None
    if short:
        return f"{near_century(int(short), context):04d}"
    if words.has("THAT") and words.has("UNIT") and context.anchor:
        return f"{context.anchor.year:04d}"
    if words.has("UNIT") and words.unit() == "Y" and words.has("LAST", "NEXT", "THIS") and context.today:
        return f"{context.today.year + (-1 if words.has('LAST') else 1 if words.has('NEXT') else 0):04d}"
    return None


def _year_ahead(words: Words) -> str | None:
    """"between June and August 2016", "May 3 and 4, 2016": the year that the next month or day of a range gives."""
    kinds = list(words.following())
    if kinds and (kinds[0][0] in ("TO", "HYPHEN", "COMMA") or kinds[0][1] in ("and", "or")) and [kind for kind, _ in kinds[1:2]] == ["DAYNUM"]:
        after = [one for one in kinds[2:4] if one[0] != "COMMA"]
        return after[0][1] if after and after[0][0] == "YEAR" else None
    if not kinds or (kinds[0][0] not in ("TO", "HYPHEN", "COMMA") and kinds[0][1] != "/"):
        return None
    if not any(kind == "MONTH" for kind, _ in kinds[1:4]):
        return None
    return next((word for kind, word in kinds[2:] if kind == "YEAR"), None)


def near_century(year: int, context: Context) -> int:
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


def with_part(value: str, words: Words) -> Answer:
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
        return before in _OLD_YEAR_LEADS and not counted and after not in ("men", "troops")
    if counted and before not in ("in", "since", "from", "the"):
        return False
    return not counted or token.head.i > token.i + 1 or before in ("the", "in", "since")


def past_year(words: Words, _context: Context) -> Answer | None:
    """"264 to 241 BC": the first year takes the era of the second."""
    era = next((word for kind, word in words.following() if kind == "ERA"), "")
    text = words.words[0]
    if not text.isdigit() or len(text) > 4:
        return None
    return Answer("DATE", ("BC" if era.startswith("b") else "") + f"{int(text):04d}")


def range_year(words: Words, _context: Context) -> Answer | None:
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
    return Answer("DATE", f"{near_century(int(words.word('SHORTYEAR')[1:]), context):04d}")


def word_year(words: Words, _context: Context) -> Answer | None:
    """"nineteen ninety-six"."""
    value = year_in_words(words.words)
    return Answer("DATE", str(value)) if value else None


def near_weekday(words: Words, context: Context) -> Answer | None:
    """"on Monday": the latest one up to and including today in the past tense, else the next one; "last" and "next" leave today out."""
    number_ = int(words.get("WEEKDAY") or 1)
    today = _weekday_anchor(context)
    if today is None:
        return with_part(f"XXXX-WXX-{number_}", words)
    feast = _EASTER_WEEK.get((words.before(), number_))
    if feast is not None:
        feasts = [easter(year_) + timedelta(feast) for year_ in (today.year - 1, today.year, today.year + 1)]
        away = [abs((one - today).days) for one in feasts]
        return with_part(feasts[away.index(min(away))].isoformat(), words)
    back = (today.isoweekday() - number_) % 7
    if words.has("UNIT") and words.unit() == "W":
        step = -1 if words.has("LAST") else 1 if words.has("NEXT") else 0
        day = today - timedelta(today.isoweekday() - number_) + timedelta(7 * step)
    elif words.has("LAST"):
        if "last" not in words.words and context.told_day and context.told_day.isoweekday() == number_:
            today, back = context.told_day, 0
        day = today - timedelta(back or 7)
    elif words.has("NEXT", "COMING"):
        day = today + timedelta(7 - back)
    elif words.has("THIS") or (words.has("THAT") and not _opens_a_clause(words, context)) or context.narrative:
        day = today + timedelta(-back % 7)
    elif words.after() in ("'s", "'") and words.after(2) not in ("meeting", "talks", "vote", "election", "summit", "session", "hearing"):
        day = today - timedelta(back)
    else:
        look = tense.BACK if words.before() == "since" else context.direction(words.token())
        if look == tense.BACK and words.before() in OPEN_ENDED:
            look = tense.NEITHER
        ahead = look == tense.AHEAD or (look == tense.NEITHER and back > NEAR_DAYS)
        day = today + timedelta(-back % 7) if ahead else today - timedelta(back)
    value = day.isoformat()
    if words.has("CLOCK", "MERIDIEM", "DAYPART", "NIGHT"):
        return with_part(value, words)
    if words.has("EDGE") and not words.has("THIS", "LAST", "NEXT"):
        part = {"early": "TMO", "late": "TEV", "mid": "TMI"}.get(words.word("EDGE"), "")
        return Answer("DATE", value + part)
    return Answer("DATE", value)


def _opens_a_clause(words: Words, context: Context) -> bool:
    """Whether "that" only joins what was said: "stated that Friday's bomb"."""
    return context.doc[words.atoms.tokens[words.first + list(words.kinds).index("THAT")]].dep_ == "mark"


def _weekday_anchor(context: Context) -> date | None:
    return (context.told_day or context.anchor) if context.narrative else context.published



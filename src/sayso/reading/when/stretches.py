"""Durations and sets: "three weeks", "the past 24 hours", "every Friday", "daily"."""

from datetime import date

from sayso.reading.when import tense
from sayso.reading.when.answer import Answer
from sayso.reading.when.context import Context
from sayso.reading.when.values import duration, shift
from sayso.reading.when.words import Words

_OPEN_UNITS = frozenset({"D", "W", "M", "Y", "E", "C", "TH", "TM"})
_NOT_BARE = frozenset({"NUMBER", "THAT", "THIS", "HYPHEN", "POSSESSIVE", "LAST", "FISCAL", "EDGE"})
_BEFORE_BARE = frozenset("for in of after within over took lasted last take spent by about than until".split())
_RATE_BEFORE = frozenset({"%", "percent", "dollars", "times", "once", "twice", "tons", "people", "barrels", "cents", "pounds"})


def _count(words: Words) -> str:
    value = words.number()
    if value is None or (words.kinds[0] == "A" and words.kinds[-1] == "UNITS" and len(words.kinds) == 2):  # "a decades-long feud"
        return "X"
    if words.has("HALF"):
        value += 0.5
    return f"{value:g}" if value < 1e6 else str(int(value))


def _exact(count: str, unit: str) -> str:
    """Halves of a unit in the unit below: two and a half years is P2Y6M."""
    if count.endswith(".5") and unit in _HALVES:
        whole, half_ = count[:-2], _HALVES[unit]
        if unit.startswith("T"):
            return f"PT{whole}{unit[1:]}{half_}" if whole != "0" else f"PT{half_}"
        return f"P{whole}{unit}{half_}" if whole != "0" else f"P{half_}"
    return duration(count, unit)


_HALVES = {"Y": "6M", "TH": "30M", "TM": "30S", "D": "T12H"}


def lasting(words: Words, context: Context) -> Answer | None:
    """"a month", "27-year", "several hours". Ages ("12 years old") are no durations; "$5 a day" is a set."""
    ahead = [word for _, word in words.following()][:2]
    unit = words.unit()
    if ahead[:1] in (["old"], ["older"], ["younger"], ["olds"]) or (ahead == ["-", "old"] and unit in ("Y", "M", "W", "D")) or ahead == ["of", "age"]:
        return None
    if (words.has("QUARTER", "QUARTERS") and ahead[:1] == ["of"]) or (words.has("OTHER") and not _adjective(words, context)):
        return None
    if words.words[0] == "one" and unit == "D" and len(words.words) == 2 and context.direction(words.token()) == tense.AHEAD:
        return Answer("DATE", "FUTURE_REF")
    if unit == "TS" and words.has("UNIT"):
        return None
    if unit in ("H",) or (words.has("HALF") and not words.has("UNIT", "UNITS", "SHORT_UNIT", "SHORT_UNITS", "QUARTERS", "QUARTER")):
        return None
    if words.kinds[0] == "A" and len(words.kinds) == 2 and _is_rate(words, context):
        return Answer("SET", duration("1", unit))
    if words.has("QUARTER") and words.has("A"):
        return None
    if words.has("A", "THE") and words.has("NUM") and unit == "D":
        return None
    if words.has("ORDINAL") and not words.has("WORDNUM", "DAYNUM", "NUMBER", "A"):
        return None
    return Answer("DURATION", _exact(_count(words), unit))


def _adjective(words: Words, context: Context) -> bool:
    token = context.doc[words.atoms.tokens[words.first + words.kinds.index("OTHER")]]
    return token.tag_ in ("JJ", "JJR")


def _is_rate(words: Words, context: Context) -> bool:
    token = context.doc[words.token()]
    if words.before() in _RATE_BEFORE:
        return True
    return token.dep_ == "npadvmod" and token.head.pos_ in ("NOUN", "NUM", "SYM") and token.head.i < token.i


def half(words: Words, _context: Context) -> Answer | None:
    """"half an hour", "a half-century", "two and a half years"."""
    unit = words.unit()
    if unit == "H":
        return None
    if words.has("WORDNUM", "DAYNUM", "NUMBER"):
        return Answer("DURATION", _exact(_count(words), unit))
    halves = {"TH": "PT30M", "Y": "P6M", "E": "P5Y", "C": "P50Y", "D": "PT12H", "TM": "PT30S"}
    return Answer("DURATION", halves[unit]) if unit in halves else None


def span(words: Words, context: Context) -> Answer | None:
    """"the past 24 hours", "the next three months", "recent weeks": a duration up to or from today."""
    unit = words.unit()
    count = "1" if words.has("UNIT", "SHORT_UNIT", "QUARTER", "WEEKEND") and not words.has("FEW", "WORDNUM", "DAYNUM", "NUMBER") else _count(words)
    if words.has("COMING") and count == "X" and not words.has("FEW"):
        return Answer("DURATION", duration("X", unit))
    if words.has("PAST_SPAN") and words.has("UNITS") and count == "X" and not words.has("FEW"):
        return Answer("DATE", "PAST_REF")
    return Answer("DURATION", duration(count, unit), _stretch(words, context, unit, count))


def _stretch(words: Words, context: Context, unit: str, count: str) -> tuple[date, date] | None:
    today = context.today
    if today is None or count == "X":
        return None
    ahead = words.has("NEXT", "COMING")
    length = float(count)
    if unit.startswith("T"):
        length, unit = length / {"TH": 24, "TM": 1440, "TS": 86400}[unit], "D"
    other = shift(today, unit, length if ahead else -length)
    if other is None:
        return None
    return (today, other) if ahead else (other, today)


def bare(words: Words, _context: Context) -> Answer | None:
    """"for years", "weeks of fighting": how many is not said."""
    unit = words.unit()
    if unit not in _OPEN_UNITS or words.kind_before() in _NOT_BARE:
        return None
    if words.before() not in _BEFORE_BARE and words.after() not in ("of", "before", "after", "ago"):
        return None
    if words.after() in ("old", "-"):
        return None
    return Answer("DURATION", duration("X", unit))


def every(words: Words, _context: Context) -> Answer | None:
    """"every Monday" is XXXX-WXX-1, "every two months" P2M, "each morning" XXXX-XX-XXTMO."""
    if words.has("WEEKDAY"):
        part = words.get("DAYPART")
        return Answer("SET", f"XXXX-WXX-{words.get('WEEKDAY')}" + (f"T{part}" if part else ""))
    if words.has("MONTH"):
        return Answer("SET", f"XXXX-{int(words.get('MONTH') or 1):02d}")
    if words.has("SEASON"):
        return Answer("SET", f"XXXX-{words.get('SEASON')}")
    if words.has("DAYPART") or words.has("NIGHT"):
        return Answer("SET", f"XXXX-XX-XXT{words.get('DAYPART') or 'NI'}")
    if not words.has("EVERY"):
        return Answer("SET", duration("1", words.unit())) if words.words[1] == "by" and words.words[0] == words.words[2] else None
    count = words.number()
    if count is None:
        count = 2 if "other" in words.words else 1
    return Answer("SET", duration("X" if words.has("FEW") else f"{count:g}", words.unit()))


def rate(words: Words, _context: Context) -> Answer | None:
    """"per day"."""
    return Answer("SET", duration("1", words.unit()))


def set_word(words: Words, context: Context) -> Answer | None:
    """"daily", "annual"; but "the party daily" is a newspaper."""
    if context.doc[words.token()].pos_ in ("NOUN", "PROPN") and words.words[0] in ("daily", "weekly", "monthly", "quarterly"):
        return None
    return Answer("SET", words.get("SET") or "P1D")


def weekdays(words: Words, context: Context) -> Answer | None:
    """"on Mondays"; before a noun it is a Monday's whose apostrophe was lost."""
    number = words.get("WEEKDAYS") or "1"
    token = context.doc[words.token()]
    if token.dep_ in ("compound", "poss", "nmod", "amod") and token.head.i > token.i and words.before() not in ("on", "every"):
        from sayso.reading.when.absolute import near_weekday

        words.kinds = ["WEEKDAY" if kind == "WEEKDAYS" else kind for kind in words.kinds]
        return near_weekday(words, context)
    part = words.get("DAYPART")
    return Answer("SET", f"XXXX-WXX-{number}" + (f"T{part}" if part else ""))

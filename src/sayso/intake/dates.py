"""Publication dates as pages print them: "Published 28 January 2019", "Mon Apr 16 2017", "Jan 28, 2019 10:15 am"."""

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_LEAD = (
    r"(?:(?:first|last|originally)\s+)?(?:published|posted|updated|update|modified|released|issued|filed|created)"
    r"|date\s+of\s+publication|publication\s+date|date"
)
_TIME = (
    r"(?:(?:at|,|-|\u2013|\||/|\()?\s*(?:\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?|(?:at\s+)?\d{4}(?=\s|$))"
    r"(?:\s*\(?(?:GMT|UTC|BST|EDT|EST|[CMP][DS]T|CES?T|EES?T|MSK|KSA|IST|local time)(?:\s*[+-]\d{1,2}(?::?\d{2})?)?\)?)?)"
)
_YEAR = r"(?:19|20)\d{2}"
_RECORD = re.compile(
    rf"""(?:(?P<lead>{_LEAD})\b\s*(?:on|at|:|-)?\s*:?\s*)?
    (?:(?P<weekday>{_WEEKDAY})\b\.?,?\s+)?
    (?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?[\s\xa0.-]+(?:of\s+)?(?P<m1>{_MONTH})\b\.?,?[\s\xa0-]+(?P<y1>{_YEAR})(?!\d)
      |(?P<d5>\d{{1,2}})\s+(?P<m5>{_MONTH})\s+(?P<y5>\d\d)(?=,?\s+\d{{1,2}}:\d\d)
      |(?P<m2>{_MONTH})\b\.?[\s\xa0]+(?P<d2>\d{{1,2}}?)(?:st|nd|rd|th)?(?:,?[\s\xa0]+|(?<=\d\d)|,)(?P<y2>{_YEAR})(?!\d)
      |(?P<y3>{_YEAR})-(?P<m3>\d{{1,2}})-(?P<d3>\d{{1,2}})(?!\d)
      |(?P<d4>\d{{1,2}})(?P<sep>[./-])(?P<m4>\d{{1,2}})(?P=sep)(?P<y4>{_YEAR})(?!\d))
    (?:\s*T?{_TIME})?(?:,?[ \xa0]+{_WEEKDAY}\b(?=[ \t\xa0\r]*(?:\n|\Z)))?""",
    re.I | re.X,
)


@dataclass(frozen=True, slots=True)
class DateRecord:
    """A date as a page prints it. `day` is None for a date that cannot be or could be two; `firm` when it is more than a bare date."""

    start: int
    end: int
    day: date | None
    lead: bool
    firm: bool


def record_at(text: str, start: int) -> DateRecord | None:
    """The date record that begins at `start`, with its lead ("Published on"), weekday and time."""
    found = _RECORD.match(text, start, start + 120)
    if not found or (found.end() < len(text) and text[found.end()].isdigit() and text[found.end() - 1].isdigit()):
        return None
    lead = found.group("lead") is not None
    timed = bool(re.search(r"\d[:.]\d\d\b(?![./-]\d)|\d\s*[ap]\.?m\b|GMT|UTC", found.group(), re.I))
    return DateRecord(start, found.end(), _day(found), lead, lead or timed or found.group("weekday") is not None)


def _day(found: re.Match[str]) -> date | None:
    part = next(found.group(f"d{i}", f"m{i}", f"y{i}") for i in range(1, 6) if found.group(f"y{i}"))
    day, month, year = int(part[0]), _number_of(part[1]), int(part[2])
    if year < 100:
        year += 2000
    weekday = found.group("weekday")
    readings = [(year, month, day)]
    if found.group("sep") == "/":  # 3/4/2017 is in March or in April, by country
        readings.append((year, day, month))
    days = {d for d in map(_date, readings) if d and (not weekday or found.group("sep") != "/" or _falls_on(d, weekday))}
    return days.pop() if len(days) == 1 else None


def _number_of(month: str) -> int:
    if month.isdigit():
        return int(month)
    return next(i for i, name in enumerate(_MONTHS, start=1) if name.startswith(month.lower()[:3]))


def _date(parts: tuple[int, int, int]) -> date | None:
    try:
        return date(*parts)
    except ValueError:
        return None


def _falls_on(day: date, weekday: str) -> bool:
    return _DAYS[day.weekday()].startswith(weekday.lower()[:3])

"""TIMEX3 values and the days they cover.

Granularities: D day, W week, K weekend, M month, Q quarter, H half year, S season, Y year, E decade, C century.
"""

import re
from datetime import date, timedelta
from functools import lru_cache

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("D", re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")),
    ("K", re.compile(r"(\d{4})-W(\d\d)-WE")),
    ("W", re.compile(r"(\d{4})-W(\d\d)")),
    ("M", re.compile(r"(\d{4})-(\d\d)")),
    ("Q", re.compile(r"(\d{4})-Q([1-4])")),
    ("H", re.compile(r"(\d{4})-H([12])")),
    ("S", re.compile(r"(\d{4})-(SP|SU|FA|WI)")),
    ("Y", re.compile(r"(\d{4})")),
    ("E", re.compile(r"(\d{3})")),
    ("C", re.compile(r"(\d{2})")),
)


@lru_cache(maxsize=4096)
def granularity(value: str) -> str | None:
    """The granularity of a calendar value; None for durations, sets, references and values with X in them."""
    return next((name for name, form in _FORMS if form.fullmatch(value)), None)


@lru_cache(maxsize=4096)
def days(value: str) -> tuple[date, date] | None:
    """First and last day that a calendar value covers; None where it is no point of the calendar (P1M, PAST_REF, XXXX-12, BC0216)."""
    for name, form in _FORMS:
        if found := form.fullmatch(value):
            try:
                return _days(name, *found.groups())
            except (ValueError, OverflowError):
                return None
    return None


def _days(name: str, head: str, part: str = "", day: str = "") -> tuple[date, date]:
    year = int(head)
    if name == "D":
        first = date(year, int(part), int(day))
        return first, first
    if name in "WK":
        first = date.fromisocalendar(year, int(part), 1)
        return (first + timedelta(5) if name == "K" else first), first + timedelta(6)
    if name == "E":
        return date(max(year * 10, 1), 1, 1), date(year * 10 + 9, 12, 31)
    if name == "C":
        return date(max(year * 100, 1), 1, 1), date(year * 100 + 99, 12, 31)
    start, months = 1, 12
    if name == "S":
        start, months = SEASONS[part], 3
    elif name != "Y":
        months = {"M": 1, "Q": 3, "H": 6}[name]
        start = months * (int(part) - 1) + 1
    after_year, after_month = divmod(year * 12 + start - 1 + months, 12)
    return date(year, start, 1), date(after_year, after_month + 1, 1) - timedelta(1)


def value_of(unit: str, day: date) -> str:
    """The value of the unit that a day lies in: its week, month, quarter, year, ..."""
    if unit in ("W", "2W", "K"):
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}" + ("-WE" if unit == "K" else "")
    if unit == "M":
        return f"{day.year:04d}-{day.month:02d}"
    if unit == "Q":
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    if unit == "H":
        return f"{day.year:04d}-H{(day.month + 5) // 6}"
    if unit == "Y":
        return f"{day.year:04d}"
    if unit == "E":
        return f"{day.year // 10:03d}"
    if unit == "C":
        return f"{day.year // 100:02d}"
    return day.isoformat()


_MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12, "E": 120, "C": 1200}


def shift(day: date, unit: str, count: float) -> date | None:
    """The day that lies `count` units later (earlier if negative), kept inside its month; None beyond the calendar."""
    try:
        if unit in _MONTHS:
            year, month = divmod(day.year * 12 + day.month - 1 + round(count * _MONTHS[unit]), 12)
            first = date(year, month + 1, 1)
            last = _days("M", f"{year:04d}", f"{month + 1:02d}")[1].day
            return first.replace(day=min(day.day, last))
        return day + timedelta(round(count * {"W": 7, "K": 7, "2W": 14}.get(unit, 1)))
    except (ValueError, OverflowError):
        return None


def duration(count: str, unit: str) -> str:
    """The TIMEX3 value of a duration: 3 and "M" is P3M, 48 and "TH" is PT48H; decades and centuries are given in years."""
    if unit in ("E", "C", "1000Y", "2W", "WE", "K"):
        factor, plain = {"E": (10, "Y"), "C": (100, "Y"), "1000Y": (1000, "Y"), "2W": (2, "W"), "WE": (2, "D"), "K": (2, "D")}[unit]
        if count == "X":
            return f"PX{unit if unit in 'EC' else plain}"
        return f"P{float(count) * factor:g}{plain}"
    return f"PT{count}{unit[1:]}" if unit.startswith("T") else f"P{count}{unit}"


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)

"""Incidents over time as a row of bars, drawn here as SVG: conflict upwards, cooperation downwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from sayso.model.days import moved
from sayso.workbench.columns import UNDATED, Columns, Flags, Numbers
from sayso.workbench.filters import Question

WIDTH, UP, DOWN = 760, 74, 40
_UNITS = (("day", 1, 100), ("week", 7, 104 * 7), ("month", 30, 120 * 30), ("year", 365, 10**7))
"""A unit, its days, and the longest stretch of days that is shown in it."""
_WIDEST = 31
"""Days that an incident's time may span to stand in a bar."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One unit of time. Heights are in the drawing's pixels."""

    x: float
    width: float
    up: float
    down: float
    words: str
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """A timeline ready to be drawn."""

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, str], ...]
    unit: str
    today: float | None
    """Where the situation's day stands."""
    earlier: tuple[int, str]
    """How many lie before the stretch that is shown, and the address of their view."""
    undated: int
    """How many have no date, or one too wide for a bar."""
    width: int = WIDTH
    up: int = UP
    down: int = DOWN


def draw(columns: Columns, shown: Flags, question: Question, as_of: str | None) -> Timeline | None:
    """The timeline of the incidents shown; None where fewer than two of them have a date."""
    dated = shown & (columns.last != UNDATED)
    wide = columns.last - columns.first
    exact = np.sort(columns.last[dated & (wide <= _WIDEST)])
    if len(exact) < 2:
        return None
    start, end = date.fromordinal(int(exact[len(exact) // 20])), date.fromordinal(int(exact[-1]))
    if question.since:
        start = max(date.fromordinal(int(exact[0])), min(start, date.fromisoformat(question.since)))
    unit, days = next((name, days) for name, days, most in _UNITS if (end - start).days < most)
    start = _begin(start, unit)
    fits = dated & (wide <= max(_WIDEST, days))
    early = fits & (columns.last < start.toordinal())
    counts = {kind: _counted(columns.last[fits & ~early & (columns.conflict == kind)], unit) for kind in (True, False)}
    begins = _begins(start, end, unit)
    highest = {kind: max(counts[kind].values(), default=0) for kind in counts}
    scale = min(UP / max(1, highest[True]), DOWN / max(1, highest[False]), 14)
    step = WIDTH / len(begins)
    bars = tuple(
        _bar(begin, n * step, step, (counts[True].get(begin, 0), counts[False].get(begin, 0)), scale, unit, question)
        for n, begin in enumerate(begins)
    )
    return Timeline(
        bars, _ticks(begins, step, unit), unit, _at(as_of, begins, step, unit),
        (int(early.sum()), question.address(until=moved(start, -1).isoformat(), since="")), int(shown.sum() - fits.sum()),
    )  # fmt: skip


def _counted(days: Numbers, unit: str) -> dict[date, int]:
    """How many of the days lie in each unit, by its first day."""
    counts: dict[date, int] = {}
    for day, count in zip(*np.unique(days, return_counts=True), strict=True):
        begin = _begin(date.fromordinal(int(day)), unit)
        counts[begin] = counts.get(begin, 0) + int(count)
    return counts


def _begin(day: date, unit: str) -> date:
    match unit:
        case "day":
            return day
        case "week":
            return day - timedelta(days=day.weekday())
        case "month":
            return day.replace(day=1)
        case _:
            return day.replace(month=1, day=1)


def _begins(start: date, end: date, unit: str) -> list[date]:
    """The first days of all units from `start` to the one with `end` in it."""
    found = [start]
    while (following := _after(found[-1], unit)) is not None and following <= end:
        found.append(following)
    return found


def _after(begin: date, unit: str) -> date | None:
    """The first day of the next unit; None where the calendar ends before it."""
    following = _begin(moved(begin, {"day": 1, "week": 7, "month": 32, "year": 367}[unit]), unit)
    return following if following > begin else None


def _bar(begin: date, x: float, step: float, counts: tuple[int, int], scale: float, unit: str, question: Question) -> Bar:
    following = _after(begin, unit)
    last = following - timedelta(days=1) if following else date.max
    conflict, cooperation = counts
    words = f"{_name(begin, unit)}: {conflict} of conflict, {cooperation} of cooperation"
    address = question.address(since=begin.isoformat(), until=last.isoformat())
    chosen = bool(question.since) and question.since <= begin.isoformat() and (not question.until or last.isoformat() <= question.until)
    gap = min(2.0, step * 0.2)
    return Bar(round(x + gap / 2, 1), round(step - gap, 1), round(conflict * scale, 1), round(cooperation * scale, 1), words, address, chosen)


def _name(begin: date, unit: str) -> str:
    return {"day": f"{begin:%-d %B %Y}", "week": f"week of {begin:%-d %B %Y}", "month": f"{begin:%B %Y}", "year": f"{begin:%Y}"}[unit]


def _ticks(begins: Sequence[date], step: float, unit: str) -> tuple[tuple[float, str], ...]:
    """About one label for each hundred pixels, at the first day of a month or year where the unit is small."""
    named: list[tuple[float, str]] = []
    for n, begin in enumerate(begins):
        before = begins[n - 1] if n else None
        fresh = before is None or (before.year != begin.year if unit in ("month", "year") else before.month != begin.month)
        label = f"{begin:%Y}" if unit in ("month", "year") else f"{begin:%-d %b %Y}" if before is None else f"{begin:%b %Y}"
        if fresh and (not named or n * step - named[-1][0] > 90) and n * step < WIDTH - 60:
            named.append((round(n * step, 1), label))
    return tuple(named)


def _at(as_of: str | None, begins: Sequence[date], step: float, unit: str) -> float | None:
    if as_of is None:
        return None
    begin = _begin(date.fromisoformat(as_of[:10]), unit)
    return round((begins.index(begin) + 1) * step, 1) if begin in begins else None

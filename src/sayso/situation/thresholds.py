"""Forecasts of a number: "it expected the camp's population to pass 70,000". They held when a figure of the same thing is told that high."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from sayso.model import Forecast
from sayso.model.days import moved
from sayso.model.situation import Ref
from sayso.situation.case import Sheet
from sayso.situation.words import fold, name_key, sentence_span

_RISES = re.compile(
    r"\b(?:pass|exceed|top|surpass|reach|(?:rise|grow|climb|increase|swell|jump)s? to|be (?:more than|over|above|at least))\s+"
    r"(?:more than |over |about |around |some )?(?:(\d[\d,.]*)(?:\s+(thousand|million))?|an?\s+(thousand|million))\b",
    re.IGNORECASE,
)  # fmt: skip
_THEM = re.compile(r"\b(?:them|they)\b", re.IGNORECASE)
_TIMES = {"thousand": 1e3, "million": 1e6}
_ALIKE = 10
"""A figure so many times as high counts something else."""

Told = tuple[str, float, Ref]
"""A figure: its report's day, at least how many, and which it is."""


class Counts:
    """The figures of a case by the names that stand in their sentences."""

    def __init__(self, sheets: Iterable[Sheet]) -> None:
        self._by_name: dict[str, list[Told]] = defaultdict(list)
        for sheet in sheets:
            for figure in sheet.reading.figures:
                if figure.min is not None and sheet.published:
                    told = (sheet.published, figure.min, Ref(report=sheet.id, fact=figure.id))
                    for name in _names(sheet, figure.span):
                        self._by_name[name].append(told)

    def reached(self, forecast: Forecast, sheet: Sheet) -> list[Ref]:
        """The figures, told from this report's day to the last day of the forecast, that are as high as it says, in order."""
        lowest = _least(sheet.reading.words(forecast.span))
        last = forecast.due.latest if forecast.due else None
        if lowest is None or last is None:
            return []
        made = sheet.published or ""
        found = (told for name in sorted(_names(sheet, forecast.span)) for told in self._by_name.get(name, ()))
        until = moved(date.fromisoformat(last[:10]), 1).isoformat()  # what was counted on the last day is told on the next
        high = {(day, ref.report, ref.fact): ref for day, count, ref in found if made <= day <= until and lowest <= count < _ALIKE * lowest}
        return [high[key] for key in sorted(high) if key[1] != sheet.id]


def _least(words: str) -> float | None:
    found = _RISES.search(" ".join(words.split()))
    if found is None:
        return None
    number = (found[1] or "1").rstrip(".,").replace(",", "")
    return float(number) * _TIMES.get((found[2] or found[3] or "").lower(), 1) if number.replace(".", "", 1).isdigit() else None


def _names(sheet: Sheet, span: tuple[int, int]) -> Iterator[str]:
    """The folded names of the places and named parties in the sentence around a span, persons and those who say it left out; of "them" those
    in the whole paragraph up to there."""
    start, end = sentence_span(sheet.report.text, span)
    if _THEM.search(sheet.reading.words(span)):
        start = sheet.report.text.rfind("\n", 0, start) + 1
    sentence = f" {fold(sheet.report.text[start:end])} "
    speakers = {s.speaker for s in sheet.reading.statements if s.speaker}
    bodies = (p.name for p in sheet.reading.parties if p.kind == "other" and p.id not in speakers and any(c.isupper() for c in p.name))
    named = [*(p.name for p in sheet.reading.places), *bodies]
    for name in dict.fromkeys(name_key(one) for one in named):
        if name and f" {name} " in sentence:
            yield name

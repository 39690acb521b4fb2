"""Forecasts that a toll will rise: "the number of dead is likely to rise". They held when a later report of the same deed counts more dead."""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from sayso.model import Event, Forecast
from sayso.model.days import moved
from sayso.model.situation import Ref
from sayso.situation.case import Sheet
from sayso.situation.counted import counted
from sayso.situation.told import Told
from sayso.situation.words import fold, words

_MORE_DEAD = re.compile(
    r"\b(?:toll|(?:number|count)s? of (?:\w+ ){0,3}(?:dead|deaths|killed|casualties|victims|fatalities)|casualt(?:y|ies)|deaths|fatalities)\b"
    r".*\b(?:rise|increase|climb|grow|go up|mount|go higher|be higher)\b"
    r"|\b(?:increase|raise|push up) the (?:death )?toll\b",
)  # fmt: skip
_VAGUE = re.compile(r"\b(?:dozens|scores|hundreds|thousands|several|many)\b")
_WITHIN = 14
"""Days after which a higher count is no longer what those on the spot expected of their wounded."""


@lru_cache(maxsize=10_000)
def foretells_more_dead(words: str) -> bool:
    """Whether the words of a forecast are of a toll that will be higher."""
    return _MORE_DEAD.search(fold(words)) is not None


def deed_of(forecast: Forecast, sheet: Sheet) -> Event | None:
    """The deed whose toll is meant: the last with a count of its dead that the report tells before the forecast."""
    deeds = [event for event in sheet.reading.events if event.trigger[0] < forecast.span[0] and _dead(sheet, event.figures)]
    return max(deeds, key=lambda event: event.trigger[0], default=None)


def risen(sheet: Sheet, deed: Event, group: Iterable[Told]) -> list[Ref]:
    """The events of other reports, in the days from this one on, that count more dead of the deed. `group` tells all of its incident."""
    if sheet.published is None:
        return []
    group = list(group)
    known = max([_dead(sheet, deed.figures), *(_dead(sheet, one.figures) for one in group if one.sheet.id == sheet.id)])
    until = moved(date.fromisoformat(sheet.published[:10]), _WITHIN).isoformat()
    later = (one for one in group if one.sheet.id != sheet.id and sheet.published <= (one.sheet.published or "") <= until)
    higher = [one for one in later if one.stand == "asserts" and _dead(one.sheet, one.figures) > known]
    return [Ref(report=one.sheet.id, fact=one.event.id) for one in sorted(higher, key=lambda one: one.order)]


def _dead(sheet: Sheet, figures: Iterable[str]) -> float:
    """The highest count of dead people among figures; 0 where they count none: "dozens" is no count."""
    told = (figure for name in figures if not _VAGUE.search(fold(sheet.reading.words((figure := sheet.figures[name]).span))))
    dead = ((counted(" ".join(words(figure.what))), figure) for figure in told)
    return max((figure.min or figure.max or 0 for found, figure in dead if found and found.of_people and found.fate == "killed"), default=0)

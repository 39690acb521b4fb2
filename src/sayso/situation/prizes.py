"""Forecasts of ground that is to be taken: held when the one who was to take it has it in time, missed when another holds it after the day."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from sayso.model import Forecast
from sayso.model.days import moved
from sayso.model.situation import Outcome, Ref
from sayso.situation.case import Sheet
from sayso.situation.identity import Identity
from sayso.situation.words import fold, name_key

_LATE = 1
_WITHIN = 30
"""Days after the last one in which who holds the place tells what became of a forecast."""
_TAKING = re.compile(
    r"\b(?:captur\w+|seiz\w+|recaptur\w+|(?:re)?tak(?:e|es|en|ing)(?! (?:place|part))|retook|took|liberat\w+|clear(?:s|ed)?|secur(?:e|es|ed|ing)"
    r"|fall|falls|fell|fallen|overr[ua]n|storm\w*(?! out))\b"
)
_UNTRUE = re.compile(r"\b(?:not|never|nobody|cannot|\w+n t)\b")


class _Had(NamedTuple):
    published: str
    day: str
    side: str
    took: bool
    ref: Ref


class Prizes:
    """Who is told to have taken or to hold which place, by its name."""

    def __init__(self, sheets: Iterable[Sheet], identity: Identity) -> None:
        self._identity = identity
        self._had: dict[str, list[_Had]] = defaultdict(list)
        for sheet in sheets:
            for one in sheet.reading.control:
                if one.denied or one.holder is None or one.place is None or one.relation not in ("holds", "took") or not sheet.published:
                    continue
                actor = identity.actor(sheet, one.holder)
                stated = ((one.when.latest or one.when.earliest) if one.when else None) or sheet.published
                ref = Ref(report=sheet.id, fact=one.id)
                had = _Had(sheet.published, stated[:10], identity.side(actor), one.relation == "took", ref)
                self._had[name_key(sheet.places[one.place].name)].append(had)

    def of(self, forecast: Forecast, sheet: Sheet) -> tuple[Outcome, list[Ref]] | None:
        """What became of a forecast that somebody will take a place; None where it is none, or no later report tells who has it."""
        last = forecast.due.latest if forecast.due else None
        said = fold(sheet.reading.words(forecast.span))
        if last is None or not sheet.published or not _TAKING.search(said) or _UNTRUE.search(said):
            return None
        sides = set(self._takers(forecast, sheet))
        until = date.fromisoformat(last[:10])
        held, missed = [], []
        for name in sorted({name_key(place.name) for place in sheet.reading.places if f" {name_key(place.name)} " in f" {said} "}):
            for had in sorted(self._had.get(name, ()), key=lambda one: (*one[:4], one.ref.report, one.ref.fact)):
                if had.ref.report == sheet.id or not sheet.published <= had.published <= moved(until, _WITHIN).isoformat():
                    continue
                if (had.side in sides or (not sides and had.took)) and sheet.published <= had.day <= moved(until, _LATE).isoformat():
                    held.append(had.ref)
                elif sides and had.side not in sides and not had.took and had.published > last[:10]:
                    missed.append(had.ref)
        return ("held", held) if held else ("missed", missed) if missed else None

    def _takers(self, forecast: Forecast, sheet: Sheet) -> Iterator[str]:
        start, end = forecast.span
        for event in sheet.reading.events:
            if start <= event.trigger[0] < end and event.type == "ASSAULT":
                for actor in self._identity.actors_of(sheet, event.actors):
                    yield self._identity.side(actor)

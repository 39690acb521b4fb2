"""Forecasts that ground will be taken ("the army would capture the village by Sunday"): held when another report tells that it was, in time."""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from sayso.model import Control, Event, Forecast
from sayso.model.situation import Ref
from sayso.situation.case import UNDATED, Sheet
from sayso.situation.identity import Identity
from sayso.situation.settled import made_on
from sayso.situation.words import fold

_TAKING = re.compile(r"\b(?:re)?(?:tak|captur|seiz|liberat|conquer|overrun|regain)\w*")
_LATE = timedelta(days=1)


class Takings:
    """The ground that the reports of a case tell to have been taken, by place and side."""

    def __init__(self, sheets: Iterable[Sheet], identity: Identity) -> None:
        self._identity = identity
        self._by: dict[tuple[str, str], list[tuple[str, str, Ref]]] = defaultdict(list)
        """When it was taken, when that was published, and where it is told."""
        for sheet in sheets:
            for control in sheet.reading.control:
                site = identity.site(sheet, control.place)
                if control.relation == "took" and not control.denied and control.extent == "whole" and control.holder and site is not None:
                    side = identity.side(identity.actor(sheet, control.holder))
                    self._by[site, side].append((_day(control, sheet), sheet.published or UNDATED, Ref(report=sheet.id, fact=control.id)))

    def held(self, forecast: Forecast, sheet: Sheet, foretold: Iterable[Event]) -> list[Ref]:
        """Where others tell since that a side took by the last day what it was to take."""
        last = forecast.due.latest if forecast.due else None
        if last is None:
            return []
        first = made_on(forecast, sheet)
        by = (date.fromisoformat(last[:10]) + _LATE).isoformat()
        found = {
            (day, ref.report, ref.fact)
            for event in foretold if event.type == "ASSAULT" and _TAKING.match(fold(sheet.reading.words(event.trigger)))
            for side in {self._identity.side(actor) for actor in self._identity.actors_of(sheet, event.actors)}
            for day, told, ref in self._by.get((self._identity.site(sheet, event.place) or "", side), ())
            if ref.report != sheet.id and first <= day <= by and told[:10] >= first
        }  # fmt: skip
        return [Ref(report=report, fact=fact) for _, report, fact in sorted(found)]


def _day(control: Control, sheet: Sheet) -> str:
    when = control.when
    return ((when.latest or when.earliest if when is not None else None) or sheet.published or UNDATED)[:10]

"""Forecasts of moves in talks ("the delegations will meet on Monday", "the truce will be signed before June 15"): held when the same sides are
told to have made the move in time, missed when the day has gone by and they are told to have refused or broken off."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from sayso.model import Forecast
from sayso.model.codes import MoveKind
from sayso.model.situation import Ref
from sayso.situation.case import UNDATED, Sheet
from sayso.situation.made import Made, Pair

_SETTLES: dict[MoveKind, frozenset[MoveKind]] = {
    "meet": frozenset({"meet"}),
    "agree": frozenset({"agree", "accept", "implement"}),
    "accept": frozenset({"agree", "accept", "implement"}),
    "implement": frozenset({"implement"}),
}
"""Each move that may be foretold, and what shows that it was made."""
_FAILS: frozenset[MoveKind] = frozenset({"reject", "walk_out", "breach"})
_LATE = timedelta(days=1)
_TOLD_WITHIN = timedelta(days=7)
"""After the last day: a refusal told later is of something else."""


class Moves:
    """The moves of a case by sides, and those that are foretold by report."""

    def __init__(self, moves: Iterable[Made]) -> None:
        self._done: dict[Pair, list[Made]] = defaultdict(list)
        self._planned: dict[str, list[Made]] = defaultdict(list)
        for made in moves:
            if made.move.status in ("happened", "ongoing", "denied"):
                self._done[made.sides].append(made)
            elif made.move.kind in _SETTLES:
                self._planned[made.sheet.id].append(made)

    def held(self, forecast: Forecast, sheet: Sheet) -> list[Ref]:
        """The moves, told by other reports since, that were made in time."""
        due = _due(forecast)
        if due is None:
            return []
        last = (due + _LATE).isoformat()
        return [
            _ref(one) for planned in self._foretold(forecast, sheet) for one in self._later(planned, sheet)
            if one.move.kind in _SETTLES[planned.move.kind] and one.move.status != "denied" and not one.denied and one.day <= last
        ]  # fmt: skip

    def missed(self, forecast: Forecast, sheet: Sheet) -> list[Ref]:
        """The refusals of the same sides that are told in the days after the last one."""
        due = _due(forecast)
        if due is None:
            return []
        first, last = due.isoformat(), (due + _TOLD_WITHIN).isoformat()
        return [
            _ref(one) for planned in self._foretold(forecast, sheet) if planned.move.kind != "meet" for one in self._later(planned, sheet)
            if first < (one.sheet.published or "") <= last and (one.move.kind in _FAILS or _denied(one, planned))
        ]  # fmt: skip

    def _foretold(self, forecast: Forecast, sheet: Sheet) -> list[Made]:
        start, end = forecast.span
        return [one for one in self._planned.get(sheet.id, ()) if one.move.span[0] < end and start < one.move.span[1] and len(one.sides) > 1]

    def _later(self, planned: Made, sheet: Sheet) -> list[Made]:
        made = sheet.published or UNDATED
        found = (one for one in self._done.get(planned.sides, ()) if one.sheet.id != sheet.id and (one.sheet.published or "") >= made)
        return sorted((one for one in found if one.day >= made[:10]), key=lambda one: one.order)


def _denied(one: Made, planned: Made) -> bool:
    return one.move.kind == planned.move.kind and one.move.status == "denied"


def _due(forecast: Forecast) -> date | None:
    last = forecast.due.latest if forecast.due else None
    return date.fromisoformat(last[:10]) if last else None


def _ref(made: Made) -> Ref:
    return Ref(report=made.sheet.id, fact=made.move.id)

"""Forecasts of moves in talks ("the delegations will meet on Monday", "the truce will be signed before June 15"): held when the same sides are
told to have made the move in time, missed when the day has gone by and they are told to have refused or broken off."""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from sayso.model import Forecast
from sayso.model.codes import MoveKind
from sayso.model.situation import Ref
from sayso.situation.case import UNDATED, Sheet
from sayso.situation.made import Made, Pair
from sayso.situation.words import fold

_SETTLES: dict[MoveKind, frozenset[MoveKind]] = {
    "meet": frozenset({"meet"}),
    "agree": frozenset({"agree", "accept", "implement"}),
    "accept": frozenset({"agree", "accept", "implement"}),
    "implement": frozenset({"implement"}),
}
"""Each move that may be foretold, and what shows that it was made."""
_FAILS: frozenset[MoveKind] = frozenset({"reject", "walk_out", "breach"})
_TRUCE = re.compile(r"\b(?:truces?|cease-?fires?|cessation|armistice|guns|pause|lull)\b")
_BEGINS = re.compile(r"\b(?:begin|begins|start|starts|(?:take|takes|into) effect|into force)\b")
_LATE = timedelta(days=1)
_AT_THE_TIME = timedelta(days=30)
_TOLD_WITHIN = timedelta(days=7)
"""After the last day: a refusal told later is of something else."""


class Moves:
    """The moves of a case by sides, and those that are foretold by report."""

    def __init__(self, moves: Iterable[Made]) -> None:
        self._done: dict[Pair, list[Made]] = defaultdict(list)
        self._planned: dict[str, list[Made]] = defaultdict(list)
        self._begun: dict[str | None, list[Made]] = defaultdict(list)
        """Truces that have begun, by the country of the report that tells of it."""
        self._of_truces: dict[str | None, list[Made]] = defaultdict(list)
        """What is told of truces between two sides at all, by the same."""
        for made in moves:
            if len(made.sides) > 1 and _is_of_a_truce(made):
                self._of_truces[made.sheet.country].append(made)
            if made.move.status in ("happened", "ongoing", "denied"):
                self._done[made.sides].append(made)
                if made.move.status != "denied" and not made.denied and made.move.when is not None and _is_begun_truce(made):
                    self._begun[made.sheet.country].append(made)
            elif made.move.kind in _SETTLES:
                self._planned[made.sheet.id].append(made)

    def held(self, forecast: Forecast, sheet: Sheet) -> list[Ref]:
        """The moves, told by other reports since, that were made in time."""
        due = _due(forecast)
        if due is None:
            return []
        if begun := self._truces(forecast, sheet, due):
            return begun
        last = (due + _LATE).isoformat()
        return [
            _ref(one) for planned in self._foretold(forecast, sheet) for one in self._later(planned, sheet)
            if one.move.kind in _SETTLES[planned.move.kind] and one.move.status != "denied" and not one.denied and one.day <= last
        ]  # fmt: skip

    def _truces(self, forecast: Forecast, sheet: Sheet, due: date) -> list[Ref]:
        """A truce that was to begin on a day, and that others tell to have begun on it: one of the same sides or, where either names none, the
        only truce of that country at the time."""
        words = fold(sheet.reading.words(forecast.span))
        if not (_TRUCE.search(words) and _BEGINS.search(words)):
            return []
        first = ((forecast.due.earliest if forecast.due else None) or due.isoformat())[:10]
        told = [one for one in self._begun.get(sheet.country, ()) if one.sheet.id != sheet.id and told_since(one.sheet, forecast, sheet)]
        begun = [one for one in sorted(told, key=lambda one: one.order) if first <= _began(one) <= due.isoformat()]
        planned = {one.sides for one in self._foretold(forecast, sheet)}
        same = [one for one in begun if one.sides in planned]
        if same or len(planned | self._at_truce(sheet.country, due)) > 1:
            return [_ref(one) for one in same]
        return [_ref(one) for one in begun if not planned or len(one.sides) < 2]

    def _at_truce(self, country: str | None, day: date) -> set[Pair]:
        """Between whom there is word of a truce in a country in the weeks around a day."""
        told = (one for one in self._of_truces.get(country, ()) if one.day != UNDATED)
        return {one.sides for one in told if abs(date.fromisoformat(one.day) - day) <= _AT_THE_TIME}

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


def made_on(forecast: Forecast, sheet: Sheet) -> str:
    """The day from which on others may tell what became of a forecast: it may have been made days before its report came out."""
    return min(forecast.made or UNDATED, sheet.published or UNDATED)[:10]


def told_since(later: Sheet, forecast: Forecast, sheet: Sheet) -> bool:
    """Whether a report came out since a forecast of another was made."""
    return (later.published or "")[:10] >= made_on(forecast, sheet)


def _is_begun_truce(made: Made) -> bool:
    return made.move.kind == "implement" and _is_of_a_truce(made)


def _is_of_a_truce(made: Made) -> bool:
    return _TRUCE.search(fold(made.sheet.reading.words(made.move.span))) is not None


def _began(made: Made) -> str:
    when = made.move.when
    return ((when.earliest or when.latest if when is not None else None) or UNDATED)[:10]


def _denied(one: Made, planned: Made) -> bool:
    return one.move.kind == planned.move.kind and one.move.status == "denied"


def _due(forecast: Forecast) -> date | None:
    last = forecast.due.latest if forecast.due else None
    return date.fromisoformat(last[:10]) if last else None


def _ref(made: Made) -> Ref:
    return Ref(report=made.sheet.id, fact=made.move.id)

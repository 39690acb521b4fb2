"""The readings of a casefile for an export, of which only a few are in memory at a time."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from pydantic import BaseModel

from sayso.casefile import Casefile
from sayso.casefile.apart import large_situation_of, packed_situation_of
from sayso.casefile.packing import items_in
from sayso.model import Reading, Situation
from sayso.situation.case import UNDATED, first_published


class KeptReadings:
    """Each report's reading once, in the case's order, as often as it is asked for. The casefile stays open, and at one moment
    (`Casefile.at_one_moment`), as long as this is used: else what others put in between is in some of it and not in the rest."""

    def __init__(self, case: Casefile, address: str) -> None:
        """`address` is the casefile's path or address, by which another process opens it."""
        self._case, self._address = case, address
        self._packed: dict[date | None, bytes] = {}

    @cached_property
    def _order(self) -> list[str]:
        """All reports by date of publication, undated ones last, then by id: corrections of a date count, so the readings are asked."""
        return [one for _, one in sorted((first_published(r.report) or UNDATED, r.report.id) for r in self._case.readings())]

    def __iter__(self) -> Iterator[Reading]:
        return self._case.readings(self._order)

    def situation(self, as_of: date | None, parents: Mapping[str, str]) -> Situation:
        """The situation of a day, as the casefile keeps it or makes it. Raises CasefileError where there is not enough memory to make it."""
        return large_situation_of(self._case, self._address, as_of, parents)

    def items(self, as_of: date | None, parents: Mapping[str, str], lists: Sequence[str]) -> Iterator[BaseModel]:
        """The items of some lists of that situation, without the whole of it in memory."""
        if as_of not in self._packed:
            self._packed[as_of] = packed_situation_of(self._case, self._address, as_of, parents)
        return items_in(self._packed[as_of], lists)

"""What a page shows: a question that stands in the page's address, so that a view can be sent to a colleague."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Self
from urllib.parse import urlencode

import numpy as np

from sayso.casefile import Query
from sayso.workbench.board import Board
from sayso.workbench.columns import FACETS, UNDATED, Columns, Flags

SHOWN = ("all", "contested", "corroborated", "single", "unnamed")
"""By what an incident rests on: contested, on two origins or more, on one, on nobody who is named."""


@dataclass(frozen=True, slots=True)
class Question:
    """The filters of a view. Days are ISO dates; `since` and `until` bound when things happened, as far as that is told."""

    q: str = ""
    """Words that are searched for."""
    party: str = ""
    place: str = ""
    type: str = ""
    source: str = ""
    report: str = ""
    rests: str = "all"
    since: str = ""
    until: str = ""
    as_of: str = ""
    box: str = ""
    """A window of the map: west, south, east, north in degrees, parted by commas."""
    page: int = 1

    def address(self, path: str = "/", **changed: object) -> str:
        """The address of this view, or of one that differs in some filters. A changed filter starts at the first page."""
        other = replace(self, **({"page": 1} | changed if changed else {}))  # type: ignore[arg-type]
        kept = [(name, value) for name in self.__dataclass_fields__ if (value := getattr(other, name)) not in ("", "all", 1)]
        return path + (f"?{urlencode(kept)}" if kept else "")

    @property
    def query(self) -> Query:
        """The same filters as the casefile's search has them, which knows parties and places by their names and days as those of
        publication. Raises CasefileError, with a sentence, for what cannot be looked for."""
        parties, places, types = ((value,) if value else () for value in (self.party, self.place, self.type))
        return Query(self.q, parties, places, types, self.since or None, self.until or None)

    def without(self, name: str) -> Self:
        """The view without one filter."""
        return replace(self, **{name: "all" if name == "rests" else "", "page": 1})  # type: ignore[arg-type]

    @property
    def set(self) -> list[str]:
        """The names of the filters that narrow the incidents."""
        return [name for name in (*FACETS, "since", "until", "box") if getattr(self, name)] + (["rests"] if self.rests != "all" else [])

    def of(self, board: Board) -> Flags:
        """Which incidents of a board answer the question."""
        columns = board.columns
        shown = np.ones(columns.size, dtype=bool)
        for name in FACETS:
            if value := getattr(self, name):
                shown &= columns.facets[name].has(value, columns.size)
        if self.since:
            shown &= columns.last >= date.fromisoformat(self.since).toordinal()
        if self.until:
            shown &= (columns.first <= date.fromisoformat(self.until).toordinal()) & (columns.first != UNDATED)
        if window := self.window():
            west, south, east, north = window
            shown &= (columns.lon >= west) & (columns.lon <= east) & (columns.lat >= south) & (columns.lat <= north)
        return shown & self._rests(columns)

    def window(self) -> tuple[float, float, float, float] | None:
        """The window of the map; None where none is asked for, or none that can be."""
        try:
            west, south, east, north = (float(x) for x in self.box.split(","))
        except ValueError:
            return None
        sound = -180 <= west < east <= 180 and -90 <= south < north <= 90
        return (west, south, east, north) if sound else None

    def _rests(self, columns: Columns) -> Flags:
        tests: dict[str, Flags] = {
            "contested": columns.contested, "corroborated": columns.origins_for > 1, "single": columns.origins_for == 1,
            "unnamed": (columns.origins_for == 0) & (columns.unnamed > 0),
        }  # fmt: skip
        return tests.get(self.rests, np.ones(columns.size, dtype=bool))

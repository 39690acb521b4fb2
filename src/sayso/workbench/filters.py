"""What a situation page shows: a question that stands in the page's address, so that a view can be sent to a colleague."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self
from urllib.parse import urlencode

from sayso.model.situation import Incident
from sayso.workbench.board import Board

KEYS = ("party", "place", "type", "source", "report")
SHOWN = ("all", "contested", "corroborated", "single", "unnamed")
"""By what an incident rests on: contested, on two origins or more, on one, on nobody who is named."""


@dataclass(frozen=True, slots=True)
class Question:
    """The filters of a view. Days are ISO dates; `since` and `until` bound when things happened, as far as that is told."""

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
        other = replace(self, **({"page": 1} | changed))  # type: ignore[arg-type]
        kept = [(name, value) for name in self.__dataclass_fields__ if (value := getattr(other, name)) not in ("", "all", 1)]
        return path + (f"?{urlencode(kept)}" if kept else "")

    def without(self, name: str) -> Self:
        """The view without one filter."""
        return replace(self, **{name: "all" if name == "rests" else "", "page": 1})  # type: ignore[arg-type]

    @property
    def set(self) -> list[str]:
        """The names of the filters that narrow the incidents."""
        return [name for name in (*KEYS, "since", "until", "box") if getattr(self, name)] + (["rests"] if self.rests != "all" else [])

    def of(self, board: Board) -> Sequence[Incident]:
        """The incidents of a board that answer the question, in the board's order."""
        found: set[int] | None = None
        for name in KEYS:
            value = getattr(self, name)
            if value:
                here = set(board.indices[name].get(value, ()))
                found = here if found is None else found & here
        incidents = board.incidents if found is None else [board.incidents[n] for n in sorted(found)]
        if not (self.since or self.until or self.box or self.rests != "all"):
            return incidents
        return [one for one in incidents if self._dated(one) and self._rests(one, board) and self._inside(one, board)]

    def window(self) -> tuple[float, float, float, float] | None:
        """The window of the map; None where none is asked for, or none that can be."""
        try:
            west, south, east, north = (float(x) for x in self.box.split(","))
        except ValueError:
            return None
        sound = -180 <= west < east <= 180 and -90 <= south < north <= 90
        return (west, south, east, north) if sound else None

    def _inside(self, one: Incident, board: Board) -> bool:
        window = self.window()
        if window is None:
            return True
        site = board.sites.get(one.place or "")
        if site is None or site.lat is None or site.lon is None:
            return False
        west, south, east, north = window
        return west <= site.lon <= east and south <= site.lat <= north

    def _dated(self, one: Incident) -> bool:
        if not (self.since or self.until):
            return True
        if one.when is None:
            return False
        first, last = (one.when.earliest or one.when.latest or "")[:10], (one.when.latest or one.when.earliest or "")[:10]
        return (not self.since or last >= self.since) and (not self.until or first <= self.until)

    def _rests(self, one: Incident, board: Board) -> bool:
        match self.rests:
            case "contested":
                return one.origins_against > 0 or one.id in board.disputes_of
            case "corroborated":
                return one.origins_for > 1
            case "single":
                return one.origins_for == 1
            case "unnamed":
                return one.origins_for == 0 and one.unnamed > 0
            case _:
                return True

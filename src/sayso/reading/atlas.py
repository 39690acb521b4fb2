"""The places of one report while it is being read."""

from sayso.model import Place

_CELL = 128
"""Mentions are looked up by the stretches of this many characters that they touch."""


class Atlas:
    """All places of a report. Filled by `where`."""

    def __init__(self) -> None:
        self._places: dict[str, Place] = {}
        self._cells: dict[int, list[tuple[int, int, str]]] = {}
        self._ordered: list[tuple[int, int, str]] | None = None

    def add(self, place: Place) -> Place:
        """Add a place or put a fuller one in its stead."""
        known = self._places.get(place.id)
        noted = set(known.mentions) if known else set()
        self._places[place.id] = place
        self._ordered = None
        for start, end in place.mentions:
            if (start, end) not in noted:
                for cell in _cells(start, end):
                    self._cells.setdefault(cell, []).append((start, end, place.id))
        return place

    def next_id(self) -> str:
        """The id the next new place takes."""
        return f"L{len(self._places) + 1}"

    def __getitem__(self, place: str) -> Place:
        return self._places[place]

    def at(self, start: int, end: int) -> str | None:
        """The place whose mention overlaps [start, end) most; None if none does."""
        best: tuple[int, int, str] | None = None
        for cell in _cells(start, end):
            for a, b, place in self._cells.get(cell, ()):
                shared = (b if b < end else end) - (a if a > start else start)
                if shared > 0 and (best is None or (shared, a - b) > best[:2]):
                    best = (shared, a - b, place)
        return best[2] if best else None

    def within(self, start: int, end: int) -> list[str]:
        """The places mentioned inside [start, end), in the order of the text."""
        found = {m for cell in _cells(start, end) for m in self._cells.get(cell, ()) if start <= m[0] and m[1] <= end}
        return list(dict.fromkeys(place for _, _, place in sorted(found)))

    def in_order(self) -> list[tuple[int, int, str]]:
        """All mentions as (start, end, place), in the order of the text."""
        if self._ordered is None:
            self._ordered = sorted((a, b, p.id) for p in self._places.values() for a, b in p.mentions)
        return self._ordered

    def places(self) -> tuple[Place, ...]:
        """The finished places."""
        return tuple(self._places.values())


def _cells(start: int, end: int) -> range:
    return range(start // _CELL, max(end - 1, start) // _CELL + 1)

"""The places of one report while it is being read."""

from sayso.model import Place


class Atlas:
    """All places of a report. Filled by `where`."""

    def __init__(self) -> None:
        self._places: dict[str, Place] = {}

    def add(self, place: Place) -> Place:
        """Add a place or put a fuller one in its stead."""
        self._places[place.id] = place
        return place

    def next_id(self) -> str:
        """The id the next new place takes."""
        return f"L{len(self._places) + 1}"

    def __getitem__(self, place: str) -> Place:
        return self._places[place]

    def at(self, start: int, end: int) -> str | None:
        """The place whose mention overlaps [start, end) most; None if none does."""
        best: tuple[int, str] | None = None
        for place in self._places.values():
            for a, b in place.mentions:
                shared = min(b, end) - max(a, start)
                if shared > 0 and (best is None or shared > best[0]):
                    best = (shared, place.id)
        return best[1] if best else None

    def within(self, start: int, end: int) -> list[str]:
        """The places mentioned inside [start, end), in the order of the text."""
        found = sorted((a, p.id) for p in self._places.values() for a, b in p.mentions if start <= a and b <= end)
        return list(dict.fromkeys(place for _, place in found))

    def places(self) -> tuple[Place, ...]:
        """The finished places."""
        return tuple(self._places.values())

"""The offline gazetteer: names to places. Built by `training/build_gazetteer.py`; read-only SQLite, memory-mapped."""

from dataclasses import dataclass

from sayso.model.codes import PlaceKind


@dataclass(frozen=True, slots=True)
class GazetteerPlace:
    """One place: its entry ("geonames:170063", "wof:421168683"), name, kind, country (ISO 3166 alpha-2), point and size."""

    entry: str
    name: str
    kind: PlaceKind
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    population: int


class Gazetteer:
    """Looks names up. The same name gives the same candidates in the same order, largest first."""

    version = "none"

    def candidates(self, name: str) -> tuple[GazetteerPlace, ...]:
        """All places that `name` may stand for, tolerant of case, accents and transliteration; empty when there is none."""
        return ()

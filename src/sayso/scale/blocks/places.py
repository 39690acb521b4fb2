"""Places as columns of numbers: which two cannot hold the same happening."""

import numpy as np
from numpy.typing import NDArray

from sayso.model.situation import Site
from sayso.situation.identity import TOWNS
from sayso.situation.likeness import SMALL, farthest
from sayso.situation.words import place_key

_MARGIN_KM = 1.0
"""So much farther apart than they may be, so that no rounding decides."""
_COUNTRY, _TOWN, _SMALL = 1, 2, 4


class PlaceTable:
    """Places by number."""

    def __init__(self) -> None:
        self._number: dict[str, int] = {}
        self._rows: list[tuple[float, float, int, int, int]] = []
        self._names: dict[str, int] = {}
        self._countries: dict[str, int] = {}
        self._columns: tuple[NDArray[np.float64], ...] = ()

    def number(self, site: Site) -> int:
        """The number of a place."""
        known = self._number.get(site.id)
        if known is None:
            known = self._number[site.id] = len(self._rows)
            kind = _COUNTRY * (site.kind == "country") | _TOWN * (site.kind in TOWNS) | _SMALL * (site.kind in SMALL)
            lat, lon = (float("nan") if site.lat is None or site.lon is None else value for value in (site.lat or 0.0, site.lon or 0.0))
            country = self._countries.setdefault(site.country, len(self._countries)) if site.country else -1
            self._rows.append((lat, lon, kind, country, self._names.setdefault(place_key(site.name), len(self._names))))
        return known

    def apart(self, a: NDArray[np.int32], b: NDArray[np.int32]) -> NDArray[np.bool_]:
        """Which pairs of places certainly lie apart; -1 is no place."""
        if not self._rows or not a.size:
            return np.zeros(a.size, dtype=bool)
        lat, lon, kinds, countries, names = np.array(self._rows, dtype=np.float64).T
        kind, country, name = kinds.astype(np.int64), countries.astype(np.int64), names.astype(np.int64)
        unknown = np.isnan(lat[a]) | np.isnan(lat[b])
        found = (country[a] >= 0) & (country[b] >= 0) & (country[a] != country[b])
        both = kind[a] & kind[b]
        p, q = np.radians(lat[a]), np.radians(lat[b])
        h = np.sin((q - p) / 2) ** 2 + np.cos(p) * np.cos(q) * np.sin(np.radians(lon[b] - lon[a]) / 2) ** 2
        away = 12742 * np.arcsin(np.sqrt(np.minimum(1.0, h)))
        near = away <= farthest(small=True) + _MARGIN_KM  # one town that two countries' gazetteers have
        one = (a == b) | ((name[a] == name[b]) & (unknown | ~found | near))
        limit = np.where(both & _SMALL, farthest(small=True, towns=True), np.where(both & _TOWN, farthest(small=False, towns=True), farthest()))
        distant = ~unknown & ((kind[a] | kind[b]) & _COUNTRY == 0) & (away > limit + _MARGIN_KM)
        apart: NDArray[np.bool_] = (a >= 0) & (b >= 0) & ~one & (found | distant)
        return apart

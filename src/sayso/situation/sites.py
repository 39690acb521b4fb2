"""The places of a case, each put together from how its reports describe it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from math import asin, cos, radians, sin, sqrt

from sayso.model.codes import PlaceKind
from sayso.model.situation import Site

Description = tuple[str, PlaceKind, str | None, float | None, float | None]
"""A place as a report describes it: name, kind, country, latitude, longitude."""


class KnownSites(Mapping[str, Site]):
    """Places by id, each put together from its descriptions when it is asked for."""

    def __init__(self, described: Mapping[str, Counter[Description]]) -> None:
        self._described = described
        self._made: dict[str, Site] = {}

    def __getitem__(self, site: str) -> Site:
        made = self._made.get(site)
        if made is None:
            made = self._made[site] = _site(site, self._described[site])
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(self._described)

    def __len__(self) -> int:
        return len(self._described)

    def forget(self, sites: Iterable[str]) -> None:
        """Put these together anew the next time."""
        for site in sites:
            self._made.pop(site, None)


def _site(site: str, described: Mapping[Description, int]) -> Site:
    """The fullest and then the most told of a place's descriptions; one that says of what kind it is before one that does not."""
    told = {one: count for one, count in described.items() if count > 0}
    name, kind, country, lat, lon = min(told, key=lambda one: (one[3] is None, one[1] == "other", -told[one], str(one)))
    return Site(id=site, name=name, kind=kind, country=country, lat=lat, lon=lon)


def kilometres(a: Site, b: Site) -> float | None:
    """The distance between two places; None where one has no point."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    p, q = radians(a.lat), radians(b.lat)
    h = sin((q - p) / 2) ** 2 + cos(p) * cos(q) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 12742 * asin(sqrt(min(1.0, h)))

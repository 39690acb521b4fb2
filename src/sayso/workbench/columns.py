"""The incidents of a board as columns of numbers, so that filters and counts over a million of them take milliseconds."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.model.situation import Claim, Incident, Site
from sayso.view import quad

Numbers = NDArray[np.int32]
Flags = NDArray[np.bool_]
FACETS = ("party", "place", "type", "source", "report")
UNDATED = 0  # no ordinal of a day


@dataclass(frozen=True)
class Facet:
    """Which values an incident has: `rows[i]` has the value `names[codes[i]]`; an incident may have several."""

    names: tuple[str, ...]
    rows: Numbers
    codes: Numbers
    number: dict[str, int]

    def has(self, value: str, size: int) -> Flags:
        """Which of `size` incidents have a value."""
        flags = np.zeros(size, dtype=bool)
        flags[self.positions(value)] = True
        return flags

    def positions(self, value: str) -> Numbers:
        """The incidents with a value, rising."""
        found: Numbers = self.rows[self.codes == self.number.get(value, -1)]
        return found

    def counts(self, shown: Flags, also: Flags | None = None) -> Numbers:
        """For each value, how many of the incidents shown have it (and are flagged in `also`)."""
        flags = shown if also is None else shown & also
        counted: Numbers = np.bincount(self.codes[flags[self.rows]], minlength=len(self.names)).astype(np.int32)
        return counted

    def commonest(self, shown: Flags, most: int) -> list[tuple[str, int]]:
        """The values that most of the incidents shown have, with their counts."""
        counted = self.counts(shown)
        first = np.argsort(-counted, kind="stable")[: most * 4]
        ranked = sorted(((self.names[i], int(counted[i])) for i in first if counted[i]), key=lambda row: (-row[1], row[0]))
        return ranked[:most]


@dataclass(frozen=True)
class Columns:
    """One number or flag for each incident, in the board's order. Days are ordinals, UNDATED where none is told; points are degrees, nan
    where there is none."""

    facets: dict[str, Facet]
    first: Numbers
    last: Numbers
    conflict: Flags
    origins_for: Numbers
    unnamed: Numbers
    contested: Flags
    lat: NDArray[np.float64]
    lon: NDArray[np.float64]

    @property
    def size(self) -> int:
        """How many incidents there are."""
        return len(self.first)


def spliced(old: Columns, kept: Numbers, new: Columns, order: Numbers) -> Columns:
    """The columns of incidents that were (at the positions `kept`, rising) and of `new` ones, put one after the other and then taken in this
    order."""

    def joined(one: NDArray[Any], other: NDArray[Any]) -> NDArray[Any]:
        return np.concatenate([one[kept], other])[order]

    names = ("first", "last", "conflict", "origins_for", "unnamed", "contested", "lat", "lon")
    position = np.full(old.size + new.size, -1, dtype=np.int32)
    position[np.concatenate([kept, np.arange(new.size) + old.size])[order]] = np.arange(len(order))
    facets = {name: _joined_facet(old.facets[name], new.facets[name], position, old.size) for name in FACETS}
    return Columns(facets, *(joined(getattr(old, name), getattr(new, name)) for name in names))


def _joined_facet(old: Facet, new: Facet, position: Numbers, size: int) -> Facet:
    number = dict(old.number)
    codes_of_new = np.array([number.setdefault(name, len(number)) for name in new.names], dtype=np.int32)
    rows = position[np.concatenate([old.rows, new.rows + size])]
    codes = np.concatenate([old.codes, codes_of_new[new.codes] if len(new.codes) else new.codes])
    there = rows >= 0
    by_row = np.argsort(rows[there], kind="stable")
    return Facet(tuple(number), rows[there][by_row], codes[there][by_row], number)


def columns(
    incidents: Sequence[Incident], sites: dict[str, Site], disputed: Iterable[str], sources_of: Callable[[Claim], set[str]]
) -> Columns:
    """The columns of some incidents."""
    contested = set(disputed)
    points = [sites.get(one.place or "") for one in incidents]
    days = [_days(one) for one in incidents]
    return Columns(
        facets={
            "party": _facet({*one.parties.actors, *one.parties.recipients} for one in incidents),
            "place": _facet({one.place} if one.place else set() for one in incidents),
            "type": _facet({one.type} for one in incidents),
            "source": _facet({source for claim in one.claims for source in sources_of(claim)} for one in incidents),
            "report": _facet({claim.report for claim in one.claims} for one in incidents),
        },
        first=np.array([first for first, _ in days], dtype=np.int32),
        last=np.array([last for _, last in days], dtype=np.int32),
        conflict=np.array([quad(one.type) > 2 for one in incidents], dtype=bool),
        origins_for=np.array([one.origins_for for one in incidents], dtype=np.int32),
        unnamed=np.array([one.unnamed for one in incidents], dtype=np.int32),
        contested=np.array([one.origins_against > 0 or one.id in contested for one in incidents], dtype=bool),
        lat=np.array([site.lat if site and site.lat is not None else np.nan for site in points], dtype=np.float64),
        lon=np.array([site.lon if site and site.lon is not None else np.nan for site in points], dtype=np.float64),
    )


def _facet(values: Iterable[set[str]]) -> Facet:
    number: dict[str, int] = {}
    rows, codes = [], []
    for row, here in enumerate(values):
        for value in sorted(here):
            rows.append(row)
            codes.append(number.setdefault(value, len(number)))
    return Facet(tuple(number), np.array(rows, dtype=np.int32), np.array(codes, dtype=np.int32), number)


def _days(one: Incident) -> tuple[int, int]:
    if one.when is None:
        return UNDATED, UNDATED
    first, last = one.when.earliest or one.when.latest, one.when.latest or one.when.earliest
    if first is None or last is None:
        return UNDATED, UNDATED
    return date.fromisoformat(first[:10]).toordinal(), date.fromisoformat(last[:10]).toordinal()

"""Krippendorff's alpha: agreement beyond chance, for any number of coders, values missing or not.

K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011). 1 is agreement without exception, 0 what chance gives. Sets are
compared by MASI (R. Passonneau, 2006). The library on the package index is under the GPL, and this is thirty lines.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

Value = TypeVar("Value", bound=Hashable)
Distance = Callable[[Value, Value], float]
"""How far two values are apart: 0 for the same, 1 for the farthest."""


def nominal(one: Hashable, other: Hashable) -> float:
    """0 for the same value, 1 for any other."""
    return float(one != other)


def masi(one: frozenset[str], other: frozenset[str]) -> float:
    """1 less the sets' overlap (Jaccard), that weighed by how they lie: the same, one in the other, overlapping, apart."""
    if one == other:
        return 0.0
    shared, either = one & other, one | other
    weight = 0.0 if not shared else 2 / 3 if one <= other or other <= one else 1 / 3
    return 1 - weight * len(shared) / len(either)


def alpha(units: Iterable[Sequence[Value]], distance: Distance[Value] = nominal) -> float | None:
    """The alpha of units, each with the values that its coders gave it. Units with fewer than two values do not count. None where
    nothing can be told: no unit has two values, or all values are the same one."""
    counted = [Counter(unit) for unit in units if len(unit) > 1]
    total: Counter[Value] = sum(counted, Counter())
    n = total.total()
    expected = _apart(total, distance) / (n - 1) if n > 1 else 0.0
    if not expected:
        return None
    return 1 - sum(_apart(unit, distance) / (unit.total() - 1) for unit in counted) / expected


def _apart(values: "Counter[Value]", distance: Distance[Value]) -> float:
    """The sum of the distances of all ordered pairs."""
    return sum(many * others * distance(one, other) for one, many in values.items() for other, others in values.items())

"""Counts of people as bounds, and how they add up."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sayso.model.situation import SourceFigure


class Count(NamedTuple):
    """A count's bounds, and the number to put where only one fits: the lower bound, or n of "about n"; None for "dozens", which say no number."""

    low: int | None
    best: int | None
    high: int | None


def count_of(figure: SourceFigure) -> Count:
    """The count that a source gives."""
    low, high = figure.min, figure.max
    if low is not None and high is not None and low < high and abs(low / 0.9 - high / 1.1) < 0.01:  # "about n" comes as n give or take a tenth
        return Count(int(low), round(low / 0.9), round(high))
    return Count(None if low is None else round(low), None if low is None else round(low), None if high is None else round(high))


def larger(known: Count | None, here: Count) -> Count:
    """The larger of two counts of one group by one source: the smaller is a part of it ("14 civilians, five children among them")."""
    return here if known is None else max(known, here, key=lambda count: (count.low or 0, count.high or 0))


def added(parts: Sequence[Count]) -> Count:
    """Counts of different people in one."""
    best = None if any(c.best is None and c.low is not None for c in parts) else _sum(c.best for c in parts)
    return Count(_sum(c.low for c in parts), best, _all_or_none(c.high for c in parts))


def _sum(values: Iterable[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _all_or_none(values: Iterable[int | None]) -> int | None:
    known = list(values)
    return None if None in known else _sum(known)


def highest(counts: Iterable[Count]) -> int | None:
    """The highest upper bound that any source gives; None where none does, or where a count without an end begins above it: "at least ten"
    beside 14 leaves 14, beside nine it leaves the end open."""
    known = list(counts)
    top = max((one.high for one in known if one.high is not None), default=None)
    above = any(one.high is None and one.low is not None and (top is None or one.low > top) for one in known)
    return None if above else top


def written(count: Count) -> str:
    """A count as a cell has it: "14", "3-5", "20-?"."""
    if count.low == count.high:
        return str(count.best)
    return f"{'?' if count.low is None else count.low}-{'?' if count.high is None else count.high}"

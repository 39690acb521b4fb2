"""The finder: how likely two sayings are of one matter and contradict each other, and in what.

Two linear models over the same traits, learnt from cases of our own by `scripts/contrary.py`: whether the two tell of one matter, and, where they
do, whether they agree or in what they differ. A trait that is not in the table says nothing.
"""

from functools import lru_cache
from importlib.resources import files
from math import exp
from typing import NamedTuple, get_args

from sayso.model.situation import DisputeKind
from sayso.situation.contrary.sayings import Page, Saying
from sayso.situation.contrary.signs import may_differ
from sayso.situation.contrary.traits import of_both, one_says, traits

KINDS: tuple[DisputeKind, ...] = get_args(DisputeKind)
AGREE = "agree"
ANY = "any pair"
"""What the table gives every pair before its traits are looked at."""


Row = tuple[float, ...]
"""The weights of a trait: of one matter, then of `AGREE` and of each of `KINDS`."""


class Weighed(NamedTuple):
    """How likely two sayings contradict each other, and in what."""

    chance: float
    kind: DisputeKind
    matter: float
    """How likely they are of one matter."""


def weigh(a: Saying, b: Saying, here: Page, there: Page, size: int) -> Weighed | None:
    """Weigh two sayings, the earlier first, of these reports in a case of so many; None where their words cannot contradict each other."""
    may = may_differ(a, b)
    if not may:
        return None
    matter, *others = _total(a, b, here, there, size)
    of_one = 1.0 / (1.0 + exp(-max(-50.0, min(50.0, matter))))
    raised = [exp(max(-50.0, one - max(others))) for one in others]
    known = {kind: chance / sum(raised) for kind, chance in zip(KINDS, raised[1:], strict=True) if kind in may}
    best = max(known, key=lambda kind: (known[kind], kind))
    return Weighed(round(of_one * sum(known.values()), 6), best, round(of_one, 6))


def why(a: Saying, b: Saying, here: Page, there: Page, size: int, kind: DisputeKind, most: int = 6) -> tuple[tuple[str, float], ...]:
    """The traits that speak most for (above 0) or against the pair being of one matter and differing in this, by log odds."""
    at = 1 + KINDS.index(kind)
    found = ((trait, row) for trait in sorted(traits(a, b, here, there, size)) if (row := _table().get(trait)) is not None)
    moved = [(trait, round(row[0] + row[1 + at] - row[1], 2)) for trait, row in found]
    return tuple(sorted(moved, key=lambda one: (-abs(one[1]), one[0]))[:most])


def _total(a: Saying, b: Saying, here: Page, there: Page, size: int) -> Row:
    """The sums of both models for a pair: log odds of one matter, then a score for each of `AGREE` and `KINDS`."""
    table, of_any = _table(), _table()[ANY]
    known = [row for trait in of_both(a, b, here, there, size) if (row := table.get(trait)) is not None]
    shared = _said(a.openings & b.openings)
    alone = [x + y - 2 * z for x, y, z in zip(_said(a.openings), _said(b.openings), shared, strict=True)]
    return tuple(map(sum, zip(of_any, alone, *known, strict=True)))


@lru_cache(maxsize=20_000)
def _said(words: frozenset[str]) -> Row:
    """The sums for words of which each is said by one alone."""
    table = _table()
    rows = [row for word in sorted(words) if (row := table.get(one_says(word))) is not None]
    return tuple(map(sum, zip(*rows, strict=True))) if rows else (0.0,) * (2 + len(KINDS))


@lru_cache(maxsize=1)
def _table() -> dict[str, Row]:
    lines = (files("sayso.situation.contrary") / "weights.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {trait: tuple(map(float, weights)) for trait, *weights in rows}

"""What has to stand in the words of two sayings that contradict each other in this or that: a "no" for a denial, two counts for a toll."""

from collections.abc import Set

from sayso.model.situation import DisputeKind
from sayso.situation.contrary.sayings import Saying

_COPIED = 0.8
"""Where as much of the fewer words is the same, one is a copy of the other."""


def may_differ(a: Saying, b: Saying) -> Set[DisputeKind]:
    """In what two sayings, the earlier first, may contradict each other at all."""
    if _copies(a, b) or _only_said(a) or _only_said(b):
        return frozenset()
    asked: tuple[tuple[DisputeKind, bool], ...] = (
        ("denied", (a.gainsays or b.gainsays) and not (a.denies and b.denies) and not _of_another_day(a, b)),
        ("figures", _counts_differ(a, b)),
        ("actor", a.doers and b.doers),
        ("time", a.days != b.days or not a.days),
        ("place", (a.narrow | a.names) != (b.narrow | b.names)),
        ("status", True),
    )
    return {kind for kind, may_be in asked if may_be}


def _copies(a: Saying, b: Saying) -> bool:
    fewer = min(len(a.words), len(b.words))
    return len(a.words & b.words) >= _COPIED * fewer and {n for n, _ in a.numbers} == {n for n, _ in b.numbers}


def _of_another_day(a: Saying, b: Saying) -> bool:
    return bool(a.days and b.days) and all(x[1] < y[0] or y[1] < x[0] for x in a.days for y in b.days)


def _only_said(one: Saying) -> bool:
    """Whether nothing is told in it but what is demanded, offered or to come."""
    return bool(one.told) and all(told.stand == "unsure" for told in one.told)


def _counts_differ(a: Saying, b: Saying) -> bool:
    mine, theirs = ({number for number, _ in one.numbers if number > 0} for one in (a, b))
    return bool(mine and theirs and mine != theirs) and not b.grown

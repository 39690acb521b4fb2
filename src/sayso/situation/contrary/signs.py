"""What has to stand in the words of two sayings that contradict each other in this or that: a "no" for a denial, two counts for a toll."""

from collections.abc import Iterator, Set

from sayso.model import Statement
from sayso.model.situation import DisputeKind
from sayso.situation.acts import acts_agree
from sayso.situation.contrary.sayings import Saying
from sayso.situation.denials import denies_a_part
from sayso.situation.publishers import of_a_side

_COPIED = 0.8
"""Where as much of the fewer words is the same, one is a copy of the other."""


def may_differ(a: Saying, b: Saying) -> Set[DisputeKind]:
    """In what two sayings, the earlier first, may contradict each other at all."""
    if _copies(a, b) or _only_said(a) or _only_said(b):
        return frozenset()
    asked: tuple[tuple[DisputeKind, bool], ...] = (
        ("denied", _answers(a, b) or _answers(b, a)),
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


def _answers(denial: Saying, said: Saying) -> bool:
    """Whether one may deny what the other says: somebody says no (a "not" in an outlet's own narration is nobody's denial) to a deed of a day that
    is told, not of another day nor done by other means; and who denies only his part in it contradicts nobody who does not say who did it."""
    narrated = denial.whose.own and denial.whose.side is None and not of_a_side(denial.sheet.report.outlet)
    if narrated or not denial.gainsays or (denial.denies and said.denies) or _of_another_day(denial, said):
        return False
    if said.told and all(one.habit or one.event.status == "ongoing" for one in said.told):
        return False
    if denial.told and said.told and not any(acts_agree(x.act, y.act) for x in denial.told for y in said.told):
        return False
    return _names_a_doer(said) or not any(denies_a_part(one, denial.sheet.report.text) for one in _statements(denial))


def _names_a_doer(one: Saying) -> bool:
    return any(told.doers.owners or told.doers.kinds or told.attributed for told in one.told) or not one.told


def _statements(one: Saying) -> Iterator[Statement]:
    known = (one.sheet.statements.get(fact) for fact in (one.fact, *(told.event.according_to or "" for told in one.told)))
    yield from (statement for statement in known if statement is not None)


def _of_another_day(a: Saying, b: Saying) -> bool:
    return bool(a.days and b.days) and all(x[1] < y[0] or y[1] < x[0] for x in a.days for y in b.days)


def _only_said(one: Saying) -> bool:
    """Whether nothing is told in it but what is demanded, offered or to come."""
    return bool(one.told) and all(told.stand == "unsure" for told in one.told)


def _counts_differ(a: Saying, b: Saying) -> bool:
    mine, theirs = ({number for number, _ in one.numbers if number > 0} for one in (a, b))
    return bool(mine and theirs and mine != theirs) and not b.grown

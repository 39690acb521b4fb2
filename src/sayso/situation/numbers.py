"""What the numbers of dead and wounded say of two tellings being one: the same number, numbers that have nothing in common, a count that grew."""

from sayso.situation.acts import DAILY, acts_agree, acts_speak
from sayso.situation.dates import days_apart
from sayso.situation.told import Told

_COUNTED_OTHERWISE = 1.0
TELLING_NUMBER = 8
"""A number that two reports of a rare deed share by no chance, whatever it counts."""
_FAR = 1.5
"""How many times a number the other has to be, so that they are not two counts of one deed."""
_FELL = {"killed", "wounded"}
SPEAKING_COUNT = 3
"""A smaller number is shared by chance."""


def by_counts(a: Told, b: Told) -> float:
    """The same exact number of the same speaks for one happening, two that have nothing in common speak against it."""
    if any(count >= SPEAKING_COUNT for _, count in a.counts & b.counts):
        return 1.5
    if by_update(a, b):
        return 0.0
    if _of_one_toll(a, b):
        return _COUNTED_OTHERWISE
    if a.whose.owner != b.whose.owner and (a.things | a.beside) & (b.things | b.beside) and acts_speak(a.act, b.act):
        return 0.0  # two sources that count the dead of one deed each their way
    if a.sheet is b.sheet and (a.points_to == b.event.id or b.points_to == a.event.id):
        return 0.0
    return -1.0 if far_off(a, b) else 0.0


def far_off(a: Told, b: Told) -> bool:
    """Whether the two give numbers of the same that cannot both be right."""
    some, others = dict(a.counts), dict(b.counts)
    return any(max(some[what], others[what]) > _FAR * min(some[what], others[what]) for what in some.keys() & others.keys())


def tolls_of_two_days(a: Told, b: Told) -> bool:
    """Whether two reports date it a day apart and give tolls that have nothing in common: a night is told of either day, this is of two."""
    if a.sheet is b.sheet or a.days is None or b.days is None or not (a.days.stated and b.days.stated):
        return False
    next_day = a.days.precise and b.days.precise and days_apart(a.days, b.days) > 0
    return next_day and far_off(a, b) and not by_update(a, b)


def _of_one_toll(a: Told, b: Told) -> bool:
    """Whether a number too large for chance is told of a deed that is rare, of whatever it counts: "eleven soldiers", "eleven members of the
    security forces". Dead are no wounded."""
    if not acts_speak(a.act, b.act) or DAILY & {a.act, b.act}:
        return False
    return any(n == m and n >= TELLING_NUMBER and {what.split()[0], other.split()[0]} != _FELL for what, n in a.counts for other, m in b.counts)


def by_update(a: Told, b: Told) -> float:
    """A count that has grown is of a deed that was told before with fewer."""
    if a.sheet is b.sheet or not (a.updates or b.updates) or not acts_agree(a.act, b.act):
        return 0.0
    earlier, later = (a, b) if a.order < b.order else (b, a)
    if not later.updates:
        return 0.0
    before, now = dict(sorted(earlier.counts)), dict(sorted(later.counts))
    both = before.keys() & now.keys()
    if not both or not all(before[what] <= now[what] for what in both):
        return 0.0
    return 0.5 if DAILY & {a.act, b.act} else 1.5

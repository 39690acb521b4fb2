"""What the numbers of dead and wounded say of two tellings being one: the same number, numbers that have nothing in common, a count that grew."""

from sayso.situation.acts import DAILY, acts_agree
from sayso.situation.told import Told

_SPEAKING_COUNT = 3  # a smaller number is shared by chance


def by_counts(a: Told, b: Told) -> float:
    """The same exact number of the same speaks for one happening, two that have nothing in common speak against it."""
    if any(count >= _SPEAKING_COUNT for _, count in a.counts & b.counts):
        return 1.5
    if by_update(a, b):
        return 0.0
    some, others = dict(a.counts), dict(b.counts)
    both = some.keys() & others.keys()
    return -1.0 if any(max(some[w], others[w]) > 1.5 * min(some[w], others[w]) for w in both) else 0.0


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

"""Places in places: a quarter and its town, a town and its province, and what is told without a place of its own."""

from collections.abc import Mapping

from sayso.model.situation import Site
from sayso.situation.around import WIDE
from sayso.situation.numbers import SPEAKING_COUNT, by_update, far_off
from sayso.situation.stories import in_common
from sayso.situation.told import Told


def may_be_there(a: Told, b: Told) -> bool:
    """Whether one place is a street or a quarter that no gazetteer knows, or carried from the deed before, or the end of a road, and the other a
    town that the same report names for it: the street of the one report is in the town of the other."""
    return a.town in b.around or b.town in a.around or in_its_province(a, b)


def in_its_province(a: Told, b: Told) -> bool:
    """Whether one place is, or may be, the province of the other."""
    return a.division is not None and a.division == b.division and a.whole != b.whole


def lies_in(a: Told, b: Told) -> bool:
    """Whether one report says that its place lies in that of the other."""
    return a.town in b.within or b.town in a.within


def of_its_province(a: Told, b: Told, sites: Mapping[str, Site]) -> bool:
    """Whether one place is, or may be, the province of the other, by the gazetteer or by its own report."""
    if a.site is None or b.site is None or a.town == b.town:
        return False
    return in_its_province(a, b) or (lies_in(a, b) and bool(WIDE & {sites[a.site].kind, sites[b.site].kind}))


def share_more_than_words(a: Told, b: Told) -> bool:
    """Whether two tellings share a number that is no chance, a thing struck, a victim or an age."""
    if any(count >= SPEAKING_COUNT for _, count in a.counts & b.counts) or in_common(a.victims, b.victims):
        return True
    return bool(a.things & b.things or a.ages & b.ages)


def others_counted(a: Told, b: Told) -> bool:
    """Whether two tellings give numbers that cannot both be right, not because one has grown, and share nothing else."""
    return far_off(a, b) and not by_update(a, b) and not share_more_than_words(a, b)

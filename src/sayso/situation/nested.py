"""Places in places: a quarter and its town, a town and its province, and what is told without a place of its own."""

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

"""Where a told event may be besides its site: the towns that its report names for it, and the places in which its report says the site lies."""

from collections.abc import Sequence

from sayso.model import Place
from sayso.model.codes import PlaceKind
from sayso.situation.case import Sheet
from sayso.situation.identity import TOWNS, Identity
from sayso.situation.stories import Story
from sayso.situation.words import place_key, words

WIDE: frozenset[PlaceKind] = frozenset({"country", "province"})
"""Where a report says no more, the towns that it names may be meant."""
VENUES: frozenset[PlaceKind] = frozenset({"suburb", "facility", "area", "district"})
"""Kinds of places that lie in a town, or may."""
_FEW_TOWNS = 3
_NESTED = 3
"""So many places a place lies in at most, each in the next."""
_ROADS = frozenset({"road", "roads", "highway", "motorway", "route", "track", "railway", "line"})
_NARROW: frozenset[PlaceKind] = TOWNS | {"other"}


def around(site: str | None, before: int, sheet: Sheet, story: Story, identity: Identity) -> frozenset[str]:
    """The towns that a report names for what it tells without a place, of a wide one, or of one that no gazetteer knows; of many those told last."""
    if site is None or identity.sites[site].kind in WIDE:
        named = [place for place in sheet.reading.places if place.kind in _NARROW and "dateline" not in place.roles]
        towns = {place.id: place_key(identity.sites[town].name) for place in named if (town := identity.site(sheet, place.id))}
        if len(set(towns.values())) > _FEW_TOWNS:
            told = sorted((-sheet.report.text.rfind(place.name, 0, before), towns[place.id]) for place in named if place.id in towns)
            return frozenset(list(dict.fromkeys(town for at, town in told if at <= 0))[:_FEW_TOWNS])
        return frozenset(towns.values())
    if identity.sites[site].kind not in VENUES or identity.sites[site].lat is not None:
        return frozenset()
    return frozenset(place_key(identity.sites[town].name) for town in story.towns if town != site)


def containers(place: Place | None, town: str | None, sheet: Sheet, identity: Identity) -> frozenset[str]:
    """The names of the places in which a place lies by its report, countries and its own name apart."""
    found: list[str] = []
    while place is not None and place.within is not None and len(found) < _NESTED:
        place = sheet.places.get(place.within)
        site = identity.site(sheet, place.id) if place is not None and place.kind != "country" else None
        if site is not None:
            found.append(place_key(identity.sites[site].name))
    return frozenset(name for name in found if name != town)


def on_the_road(site: str | None, sheet: Sheet, sentence: Sequence[str], identity: Identity) -> frozenset[str]:
    """The other towns of its sentence, where that has a road: what is done between two towns is told of either."""
    if site is None or identity.sites[site].kind not in TOWNS or not _ROADS.intersection(sentence):
        return frozenset()
    named = (place for place in sheet.reading.places if place.kind in TOWNS and set(words(place.name)).issubset(sentence))
    towns = {other for place in named if (other := identity.site(sheet, place.id)) and other != site}
    return frozenset(place_key(identity.sites[town].name) for town in towns) if len(towns) <= _FEW_TOWNS else frozenset()

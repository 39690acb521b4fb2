"""What is struck, by the words for it: two reports of a strike on a hospital in one town on one day tell of one strike."""

from collections.abc import Iterable

_THINGS = frozenset(
    "hospital clinic school kindergarten university college mosque church temple shrine market bazaar bakery wedding funeral bus minibus convoy camp"
    " prison jail checkpoint bridge dam airport airfield airbase refinery pipeline powerplant hotel restaurant cafe embassy consulate courthouse ship"
    " ferry tanker boat trawler train factory warehouse depot shelter silo cinema theatre stadium playground orphanage ambulance barracks cemetery"
    " station outpost patrol headquarters parade rally procession lorry granary dormitory hostel barge pharmacy shop mall supermarket palace"
    " transformer nightclub seminary chapel cathedral synagogue pagoda museum library monastery nursery petrol fuel waterworks substation lighthouse"
    " mill farm orchard quarry mine".split()
)
_IRREGULAR = {
    "bakeries": "bakery", "churches": "church", "buses": "bus", "refineries": "refinery", "ferries": "ferry",
    "lorries": "lorry", "pharmacies": "pharmacy", "granaries": "granary",
    "dormitories": "dormitory", "rallies": "rally", "seminaries": "seminary", "theater": "theatre", "theaters": "theatre",
}  # fmt: skip
_SINGULAR = {one: one for one in _THINGS} | {f"{one}s": one for one in _THINGS} | _IRREGULAR


def struck(words: Iterable[str]) -> frozenset[str]:
    """The words for places and things in a sentence (folded) that are struck as such, in the singular."""
    return frozenset(_SINGULAR[word] for word in _SINGULAR.keys() & words)

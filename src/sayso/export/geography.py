"""Where an event is, as other datasets write it: country, province, how exact the point is."""

from dataclasses import dataclass

from sayso.export.countries import CountryCodes, countries
from sayso.lexicon import Lexicon
from sayso.model.codes import PlaceKind

EXACT: frozenset[PlaceKind] = frozenset({"city", "town", "village", "suburb", "facility"})


@dataclass(frozen=True, slots=True)
class Where:
    """A place's surroundings; None is unknown."""

    country: CountryCodes | None
    province: str | None


def where(lexicon: Lexicon, gazetteer: str | None, name: str, kind: PlaceKind, country: str | None) -> Where:
    """The country and the province of a place, by its entry in the gazetteer."""
    codes = countries().get(country or "")
    if kind == "province":
        return Where(codes, name)
    entry = next((one for one in lexicon.gazetteer.candidates(name) if one.entry == gazetteer), None) if gazetteer else None
    return Where(codes, lexicon.gazetteer.provinces.get(entry.admin1) if entry and entry.admin1 else None)

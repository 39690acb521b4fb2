"""Which of several places of one name is meant: by the countries and places that the report speaks of, distance, kind and size."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from sayso.lexicon.gazetteer import LOOSE, Gazetteer, GazetteerPlace
from sayso.model.codes import PlaceKind
from sayso.reading.where.mentions import Named

_SAME_KIND: dict[PlaceKind, frozenset[PlaceKind]] = {
    "city": frozenset({"city", "town", "village"}), "town": frozenset({"town", "city", "village"}), "village": frozenset({"village", "town"}),
    "suburb": frozenset({"suburb", "town", "village", "district", "area"}), "district": frozenset({"district", "suburb", "town", "village"}),
    "province": frozenset({"province"}), "area": frozenset({"area", "province"}), "river": frozenset({"river"}),
    "facility": frozenset({"facility"}),
}  # fmt: skip
IN_CONTEXT, NEAR, CONTAINED, RIGHT_KIND, WRONG_KIND = 2.5, 1.5, 6.0, 3.0, -0.7
"""Points beside the logarithm of a place's size: tuned by hand on reports, not trained."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The place chosen for a name, and by how much it leads the next."""

    place: GazetteerPlace
    lead: float


def candidates_of(named: Named, gazetteer: Gazetteer, countries: frozenset[str]) -> tuple[GazetteerPlace, ...]:
    """The gazetteer's candidates for a name, with near spellings only from countries that the report speaks of."""
    found = gazetteer.candidates(named.name, countries & gazetteer.countries)
    if not found and " " in named.key:
        head, _, last = named.name.rpartition(" ")
        if last.lower() in ("province", "governorate", "city", "district", "town", "village", "region", "river", "airport", "airbase"):
            found = gazetteer.candidates(head, countries & gazetteer.countries)
    return found


def choose(
    named: Named, candidates: Iterable[GazetteerPlace], countries: Mapping[str, float], settled: Mapping[str, GazetteerPlace]
) -> Choice | None:
    """The likeliest candidate. `countries` weighs the countries the report speaks of, `settled` has names already resolved."""
    scored = sorted(((_score(named, place, countries, settled), place) for place in candidates), key=lambda x: (-x[0], x[1].entry))
    if not scored:
        return None
    lead = scored[0][0] - scored[1][0] if len(scored) > 1 else 5.0
    return Choice(scored[0][1], lead)


def _score(named: Named, place: GazetteerPlace, countries: Mapping[str, float], settled: Mapping[str, GazetteerPlace]) -> float:
    score = place.weight
    if place.country in countries and place.kind != "country":
        score += IN_CONTEXT * countries[place.country]
    elif countries and place.match >= LOOSE:
        score -= 3.0
    for container in named.inside:
        outer = settled.get(container)
        if outer is not None and outer.entry != place.entry:
            score += CONTAINED if _inside(place, outer) else 0.0
    for kind, times in named.kinds.items():
        if place.kind in _SAME_KIND.get(kind, frozenset({kind})):
            score += RIGHT_KIND + (0.6 if place.kind == kind else 0.0)
        else:
            score += WRONG_KIND * min(times, 2)
    if place.kind != "country":
        near = min((kilometres(place, other) for key, other in settled.items() if key != named.key and other.kind != "country"), default=None)
        if near is not None and near < 400:
            score += NEAR * (1 - near / 400)
    return score


def _inside(place: GazetteerPlace, outer: GazetteerPlace) -> bool:
    if outer.kind == "country":
        return place.country == outer.country
    if outer.kind == "province" and outer.admin1 and place.admin1 == outer.admin1:
        return True
    return place.country == outer.country and kilometres(place, outer) < 120


def kilometres(a: GazetteerPlace, b: GazetteerPlace) -> float:
    """The great-circle distance."""
    half = sin(radians(b.lat - a.lat) / 2) ** 2 + cos(radians(a.lat)) * cos(radians(b.lat)) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 12742 * asin(min(1.0, sqrt(half)))

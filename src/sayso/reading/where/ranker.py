"""Which of the places of one name is meant: all names of a report are settled together, one sense for each."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import cos, hypot, log10, radians

from sayso.lexicon.gazetteer import LOOSE, SKELETON, Gazetteer, GazetteerPlace
from sayso.lexicon.spelling import exact
from sayso.model.codes import PlaceKind
from sayso.reading.where.mentions import Mention
from sayso.reading.where.words import KIND_NOUNS, SETTLEMENTS

_ENOUGH = 3.4
"""The least weight with which a place is taken: a village needs more than its name."""
_MOST = 12
"""How many candidates of a name are weighed."""


@dataclass(slots=True)
class Sense:
    """One name of the report and what it stands for."""

    name: str
    mentions: list[Mention] = field(default_factory=list)
    candidates: tuple[GazetteerPlace, ...] = ()
    chosen: GazetteerPlace | None = None
    score: float = 0.0


def settle(gazetteer: Gazetteer, found: list[Mention], countries: Counter[str]) -> list[Sense]:
    """The senses of all names, in the order of the text."""
    senses = _senses(found)
    around = frozenset(c for c, w in countries.most_common(4) if w >= 2 or w == max(countries.values(), default=0))
    for sense in senses:
        sense.candidates = tuple(_candidates(gazetteer, sense, around))[:_MOST]
    of = {id(m): s for s in senses for m in s.mentions}
    weights = Counter(countries)
    for _ in range(2):
        total = sum(weights.values())
        places = [s.chosen for s in senses if s.chosen is not None and s.chosen.kind != "country"]
        for sense in senses:
            best = max(
                ((_score(c, sense, weights, total, [p for p in places if p is not sense.chosen], of), c) for c in sense.candidates),
                key=lambda pair: (pair[0], pair[1].population, pair[1].entry),
                default=None,
            )
            if best is not None:
                sense.score, sense.chosen = best if best[0] >= _ENOUGH else (best[0], None)
        weights = Counter(countries)
        for sense in senses:
            if sense.chosen is not None and sense.chosen.country and sense.chosen.kind != "country":
                weights[sense.chosen.country] += 1 if sense.score < 6 else 2
    return senses


def _senses(found: Iterable[Mention]) -> list[Sense]:
    senses: dict[tuple[str, str | None, bool], Sense] = {}
    for mention in found:
        area = mention.kind == "province"
        key = (exact(mention.name), mention.entry, area)
        senses.setdefault(key, Sense(mention.name)).mentions.append(mention)
    return list(senses.values())


def _candidates(gazetteer: Gazetteer, sense: Sense, around: frozenset[str]) -> Iterator[GazetteerPlace]:
    """The places of the name as it stands, then without its noun ("Idlib province", "Mount Sinjar")."""
    if sense.mentions[0].entry and sense.mentions[0].entry.startswith("country:"):
        code = sense.mentions[0].entry.partition(":")[2]
        name = sense.name
        yield from (c for c in gazetteer.candidates(name) if c.match < LOOSE and (c.kind != "country" or c.country == code))
        return
    seen: set[str] = set()
    for name in _variants(sense.name):
        exact_only = [c for c in gazetteer.candidates(name, around) if c.entry not in seen]
        seen.update(c.entry for c in exact_only)
        yield from exact_only
        if exact_only and exact_only[0].match < LOOSE:
            return


def _variants(name: str) -> Iterator[str]:
    yield name
    words = name.split()
    if len(words) > 1 and words[-1].lower().rstrip(".") in KIND_NOUNS:
        yield " ".join(words[:-1])
    if len(words) > 2 and words[1].lower() == "of":
        yield " ".join(words[2:])


def _score(
    place: GazetteerPlace, sense: Sense, countries: Counter[str], total: float, others: list[GazetteerPlace], of: dict[int, Sense]
) -> float:
    score = place.weight
    share = countries[place.country] / total if total and place.country else 0.0
    score += 2.5 * share + (1.0 if share >= 0.12 else 0.0)
    score += _near(place, others)
    for mention in sense.mentions:
        if mention.inside is not None:
            outer = of.get(id(mention.inside))
            if outer is not None:
                score += max((_within(place, c) for c in outer.candidates), default=0.0)
                break
    kinds = {m.kind for m in sense.mentions if m.kind}
    if kinds:
        score += max(_fits(place.kind, kind) for kind in kinds)
    if place.match == SKELETON and share < 0.3:
        score -= 1
    return score


def _within(place: GazetteerPlace, outer: GazetteerPlace) -> float:
    if outer.kind == "country" and place.country == outer.country and place.kind != "country":
        return 3.0
    if outer.kind == "province" and place.admin1 and place.admin1 == outer.admin1 and place.kind != "province":
        return 5.0
    if outer.kind in ("city", "district", "town") and place.country == outer.country and kilometres(place, outer) < 40 and place is not outer:
        return 3.0
    return 0.0


def _near(place: GazetteerPlace, others: list[GazetteerPlace]) -> float:
    """What nearness to the other places gives: most for a neighbour, nothing beyond 300 km."""
    if place.kind == "country" or not others:
        return 0.0
    nearest = min((kilometres(place, p) for p in others if p.entry != place.entry), default=1e9)
    if nearest < 15:
        return 2.0
    return max(0.0, 1.6 - 0.6 * log10(nearest / 15 + 1)) if nearest < 300 else 0.0


def _fits(kind: PlaceKind, said: PlaceKind) -> float:
    if kind == said:
        return 2.0
    if kind in SETTLEMENTS and said in SETTLEMENTS:
        return 1.0
    if {kind, said} <= {"province", "district", "area"}:
        return 1.0
    return -1.0 if said in ("province", "district", "river") else 0.0


def kilometres(a: GazetteerPlace, b: GazetteerPlace) -> float:
    """The distance of two places, near enough for ranking."""
    east = (a.lon - b.lon + 180) % 360 - 180
    return 111.2 * hypot(a.lat - b.lat, east * cos(radians((a.lat + b.lat) / 2)))


def by_entry(senses: Iterable[Sense]) -> dict[str, list[Sense]]:
    """The senses that mean the same place, together."""
    groups: dict[str, list[Sense]] = defaultdict(list)
    for sense in senses:
        groups[sense.chosen.entry if sense.chosen else f"? {exact(sense.name)}"].append(sense)
    return groups

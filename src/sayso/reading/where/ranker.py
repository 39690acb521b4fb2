"""Which of the places of one name is meant: all names of a report are settled together, one sense for each."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import cos, hypot, log10, radians

from sayso.lexicon.gazetteer import ALTERNATE, EXACT, LOOSE, SKELETON, GazetteerPlace
from sayso.lexicon.spelling import exact, loose, skeleton
from sayso.model.codes import PlaceKind
from sayso.reading.names.phrases import WITH_S
from sayso.reading.where.mention import Mention
from sayso.reading.where.part import Parts
from sayso.reading.where.words import KIND_NOUNS, SETTLEMENTS, WAYS

_ENOUGH = 3.4
"""The least weight with which a place is taken: a village needs more than its name."""
_SURE = 6.0
_OWN_NAME = 0.4
"""For a near spelling of the place's own name, not of another of its names."""
_VILLAGE = 3.2
_SAME = 80
"""Kilometres between a town and the middle of the province of its name, for instance."""
_NEIGHBOURS = 60
"""How many settled places, the most mentioned, are asked whether they lie near."""
_CITY = 0.9
"""For a city of more than a million people whose province bears its name: the bare name means the city."""
_OUTSIDE: dict[PlaceKind, float] = {"country": -2.0, "province": -5.0}
"""For a place that does not lie in what the text names behind it: "Stroud, Ontario" is not the English one."""
_CAPITAL = 6.0
"""For the seat of a government that acts."""
_FILED = 2.0
"""For a town whose name stands in a dateline: reports are filed from towns, so "NEW YORK (AP)" is the city."""
_FAMED = 2.0
"""How much more weight a namesake has that is meant unless the text puts the smaller one somewhere: some hundred times the people."""
_METROPOLIS = 1_000_000
_DOUBT = 2
"""As many places of other divisions are taken to be there beside those named: one town says little about the next one's."""
_RIVAL = 0.5
"""How much less weight a namesake has at most that is about as large: a third of the people."""
_NEIGHBOUR = 3.0
_NEARBY = 100
"""Kilometres within which a place is near another one."""
_UPSTREAM = 300
"""Kilometres from its middle point within which a river of several countries may be meant there."""
_KNOWN = 4.5
"""The weight of a city of a hundred thousand: known for itself, whatever country the report speaks of."""
_GUESSED = frozenset({LOOSE, SKELETON})
"""Matches of a name that is spelled otherwise."""
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
    filed: bool = False
    """Whether it stands in a dateline."""
    astray: bool = False
    """Whether it is a river of several countries whose middle is far from every town that the report names."""
    partly: bool = False
    """Whether only a part of the name is a place's."""
    lone: bool = False
    """Whether it is a small place in a country of which nothing else in the report speaks."""

    def country(self) -> Counter[str]:
        """The weight that what it was settled as gives to a country."""
        if self.chosen is None or self.chosen.kind == "country" or self.chosen.country is None:
            return Counter()
        return Counter({self.chosen.country: 1 if self.score < _SURE else 2})

    def division(self) -> Counter[str]:
        """The weight that it gives to a first-level division."""
        if self.chosen is None or self.chosen.admin1 is None:
            return Counter()
        return Counter({self.chosen.admin1: (1 if self.score < _SURE else 2) * (2 if self.chosen.kind == "province" else 1)})

    def seat(self) -> Counter[str]:
        """The weight that it has been given beforehand as the name of a seat of government."""
        entry = self.mentions[0].entry or ""
        return Counter({entry[5:]: len(self.mentions)}) if entry.startswith("seat:") else Counter()


def settle(parts: Parts, found: list[Mention], countries: Counter[str], filed: frozenset[int] = frozenset()) -> list[Sense]:
    """The senses of all names, in the order of the text. Names at the tokens `filed` stand in a dateline: they say where the report was
    written, and nothing of where in the country its places lie."""
    senses = _senses(found)
    most = max(countries.values(), default=0)
    around = frozenset(c for c, w in countries.most_common(4) if w >= 2 or w == most)
    for sense in senses:
        sense.candidates = tuple(_candidates(parts, sense, around))[:_MOST]
    of = {id(m): s for s in senses for m in s.mentions}
    told = [s for s in senses if not all(m.start in filed for m in s.mentions)]
    for sense in senses:
        sense.filed = any(m.start in filed for m in sense.mentions)
    weights, divisions = Counter(countries), Counter[str]()
    for turn in range(2):
        settled = [s for s in told if s.chosen is not None and s.chosen.kind != "country"]
        around_it = _Around(weights, divisions, sorted(settled, key=lambda s: -len(s.mentions))[:_NEIGHBOURS], of)
        for sense in senses:
            shares = around_it.shares(sense, first=turn == 0)
            scored = [(_score(c, sense, around_it, *shares), c) for c in sense.candidates]
            best = max(scored, key=lambda pair: (pair[0], pair[1].population, pair[1].entry), default=None)
            best = next((pair for pair in scored if best and _famed(pair[1], best[1], sense, shares[0])), best)
            if best is not None:
                sense.score = best[0]
                sense.lone = _alone(best[1], sense, shares[0])
                guessed = best[1].match in _GUESSED and best[1].kind != "country"
                doubted = sense.lone and (bool(shares[0]) or guessed or _rivalled(best[1], sense))
                unsure = (guessed and best[1].weight < _VILLAGE and not _likely(best[1], sense)) or (sense.partly and parts.run_on)
                doubted = doubted or (unsure and _far(best[1], sense, around_it.settled)) or _one_of_several(best[1], sense, shares[0])
                sense.chosen = best[1] if best[0] >= _ENOUGH and not doubted else None
        weights, divisions = Counter(countries), Counter()
        for sense in senses:
            weights.update(sense.country())
        for sense in told:
            divisions.update(sense.division())
    _agree(senses)
    for sense in senses:
        river = sense.chosen is not None and sense.chosen.kind == "river" and sense.chosen.country is None
        sense.astray = river and sense.chosen is not None and _far(sense.chosen, sense, senses, _UPSTREAM)
    return senses


def _alone(place: GazetteerPlace, sense: Sense, countries: dict[str, float]) -> bool:
    """Whether only its name speaks for a small place: no other word of the report is of its country, and none says what it lies in."""
    small = place.weight < _KNOWN and place.kind != "country" and not place.approximate
    return small and place.country not in countries and not any(m.inside or m.kind == "province" for m in sense.mentions)


def _far(place: GazetteerPlace, sense: Sense, settled: list[Sense], most: int = _NEARBY) -> bool:
    """Whether a place lies far from every town that the report names."""
    towns = [other.chosen for other in settled if other is not sense and other.chosen is not None and other.chosen.kind in SETTLEMENTS]
    return bool(towns) and all(kilometres(place, town) > most for town in towns)


def _likely(place: GazetteerPlace, sense: Sense) -> bool:
    """Whether a place that is spelled otherwise is likely all the same, however far from what else the report names: it lies in a district of that
    very name, or it is a province and the name is told to be a region's."""
    if place.kind == "province":
        return any(m.kind in ("province", "area") for m in sense.mentions)
    return any(c.match == EXACT and c.country == place.country and kilometres(place, c) < _SAME for c in sense.candidates)


def _one_of_several(town: GazetteerPlace, sense: Sense, countries: dict[str, float]) -> bool:
    """Whether towns of several countries, about as large, bear the name, and what else the report names is of another one: Bor in a report from
    Nairobi."""
    told = sense.filed or sense.mentions[0].entry or any(m.inside or m.near or m.kind == "province" for m in sense.mentions)
    return bool(countries) and town.country not in countries and town.kind in SETTLEMENTS and not told and _rivalled(town, sense)


def _rivalled(place: GazetteerPlace, sense: Sense) -> bool:
    """Whether another country has a place of the name that is about as large."""
    return any(c.country != place.country and c.match == place.match and place.weight - c.weight < _RIVAL for c in sense.candidates)


def _famed(place: GazetteerPlace, best: GazetteerPlace, sense: Sense, countries: dict[str, float]) -> bool:
    """Whether a city is meant and not a small namesake that only lies near: in a report from Kentucky that speaks of France, Paris is the
    capital, unless the text puts it into Kentucky."""
    known = place.kind == "city" and place.country != best.country and countries.get(place.country or "", 0.0) > 0
    small = best.kind in SETTLEMENTS and place.weight - best.weight >= _FAMED and place.match == EXACT
    return known and small and not any(m.inside or m.near or m.kind for m in sense.mentions)


def _agree(senses: list[Sense]) -> None:
    """Spellings that differ in transliteration only, and mean neighbours, mean the same: what the most mentioned one means."""
    first: dict[tuple[str, bool], Sense] = {}
    for sense in sorted(senses, key=lambda s: -len(s.mentions)):
        if sense.chosen is None or sense.chosen.kind == "country":
            continue
        said = any(m.kind == "province" for m in sense.mentions)
        other = first.setdefault((skeleton(exact(sense.name)), said), sense)
        if other is not sense and other.chosen is not None and kilometres(sense.chosen, other.chosen) < _SAME:
            sense.chosen = other.chosen


@dataclass(slots=True)
class _Around:
    """What the rest of the report says: weights of countries and of first-level divisions, and the places settled so far."""

    countries: Counter[str]
    divisions: Counter[str]
    settled: list[Sense]
    of: dict[int, Sense]

    def shares(self, sense: Sense, first: bool) -> tuple[dict[str, float], dict[str, float]]:
        """The share of each country and of each division in what the report says, the name in question left out."""
        countries = self.countries - sense.seat() - (Counter() if first else sense.country())
        divisions = self.divisions - (Counter() if first else sense.division())
        all_countries, all_divisions = sum(countries.values()), sum(divisions.values())
        return {c: n / all_countries for c, n in countries.items()}, {d: n / (all_divisions + _DOUBT) for d, n in divisions.items()}


def _senses(found: Iterable[Mention]) -> list[Sense]:
    senses: dict[tuple[str, str | None, bool], Sense] = {}
    for mention in found:
        key = (exact(mention.name), mention.entry, mention.kind == "province")
        senses.setdefault(key, Sense(mention.name)).mentions.append(mention)
    return list(senses.values())


def _candidates(parts: Parts, sense: Sense, around: frozenset[str]) -> list[GazetteerPlace]:
    """The places of the name as it stands, else of what is left of it without its noun and other words."""
    gazetteer = parts.gazetteer
    entry = sense.mentions[0].entry or ""
    kind, _, code = entry.partition(":")
    if kind == "country":
        known = gazetteer.exactly(sense.name)
        same = [c for c in known if c.kind != "country" or c.country == code]
        return _without_wholes(same)
    if is_way(sense.name):
        return list(gazetteer.exactly(sense.name))
    variants = list(_variants(sense.name))
    known = next((found for found in map(gazetteer.exactly, variants) if found), ())
    province = any(m.kind == "province" for m in sense.mentions) and all(c.kind != "province" for c in known)
    if province or not known or max(c.weight for c in known) < _VILLAGE or not any(c.country in around for c in known):
        near = [c for name in variants[:3] for c in gazetteer.near(name, around)]
        seen = {c.entry for c in known}
        known = (*known, *(c for c in near if not (c.entry in seen or seen.add(c.entry))))  # type: ignore[func-returns-value]
    if known:
        return _without_wholes(sorted(known, key=lambda c: (-c.weight, c.entry)))
    sense.partly = True
    return _without_wholes(parts.of(sense.name))


def is_way(name: str) -> bool:
    """Whether a name is a street's: "Baghdad Street"."""
    words = name.lower().split()
    return len(words) > 1 and words[-1].rstrip(".") in WAYS


def _without_wholes(known: list[GazetteerPlace]) -> list[GazetteerPlace]:
    """Without the countries that bear the name of one of their parts, as if it were the whole: England; and without the areas that are a
    province under its own name, "the region of Diffa", of which the gazetteer does not say that they are."""
    parts = {c.country for c in known if c.kind == "province" and c.match == EXACT}
    named = {c.country for c in known if c.kind == "province" and c.match in (EXACT, ALTERNATE)}
    whole = [c for c in known if c.kind == "country" and c.match == ALTERNATE and c.country in parts]
    twins = [c for c in known if c.kind == "area" and c.admin1 is None and c.country in named]
    return [c for c in known if c not in whole and c not in twins]


def _variants(name: str) -> Iterator[str]:
    yield name
    words = name.split()
    if name.endswith("s") and len(name) > 4 and name.lower() not in WITH_S:
        yield name[:-1]  # an apostrophe was lost
    if len(words) > 1 and words[-1].lower().rstrip(".") in KIND_NOUNS:
        yield " ".join(words[:-1])
    if len(words) > 1 and words[0].lower() in KIND_NOUNS:
        yield " ".join(words[1:])
    if len(words) > 2 and words[1].lower() == "of":
        yield " ".join(words[2:])


def _score(place: GazetteerPlace, sense: Sense, around: _Around, countries: dict[str, float], divisions: dict[str, float]) -> float:
    score = place.weight
    share = countries.get(place.country or "", 0.0) if place.country or not place.approximate else max(countries.values(), default=0.0)
    score += 2.5 * share + (1.0 if share >= 0.12 else 0.0)
    score += 3.0 * divisions.get(place.admin1 or "", 0.0)
    score += _in_row(place, sense, around)
    score += _near(place, [s.chosen for s in around.settled if s is not sense and s.chosen is not None])
    first = sense.mentions[0]
    if first.entry and first.entry.startswith("seat:") and place.kind == "city" and first.entry.endswith(place.country or "-"):
        namesake = any(c.kind == "province" and c.country == place.country for c in sense.candidates)
        score += _CAPITAL if any(m.acts for m in sense.mentions) else 2 if namesake else 0.5
    for mention in sense.mentions:
        if mention.inside is not None:
            outer = around.of.get(id(mention.inside))
            if outer is not None:
                inside = max((_within(place, c) for c in outer.candidates), default=0.0)
                score += inside or (_OUTSIDE.get(outer.chosen.kind, 0.0) if outer.chosen is not None else 0.0)
                break
    score += _beside(place, sense, around)
    kinds = {m.kind for m in sense.mentions if m.kind}
    if sense.filed and not kinds and place.kind in SETTLEMENTS:
        score += _FILED
    if place.kind == "city" and "province" not in kinds:
        score += _CITY * any(_main_city(place, c, sense) for c in sense.candidates)
    if kinds:
        score += max(_fits(place.kind, kind) for kind in kinds)
    if place.match == LOOSE and loose(exact(place.name)) == loose(exact(sense.name)):
        score += _OWN_NAME
    if place.match == SKELETON and share < 0.3:
        score -= 1
    return score


def _main_city(city: GazetteerPlace, province: GazetteerPlace, sense: Sense) -> bool:
    """Whether a province bears the name in question too, and this large city of its name is a good part of it."""
    return (
        province.kind == "province"
        and city.admin1 == province.admin1
        and city.population > max(_METROPOLIS, province.population // 8)
        and exact(province.name) == exact(sense.name)
    )


def _in_row(place: GazetteerPlace, sense: Sense, around: _Around) -> float:
    """Places in a row are of one kind: Oregon, Nevada and Wyoming."""
    for mention in sense.mentions:
        for other in mention.beside:
            settled = around.of.get(id(other))
            if settled is not None and settled.chosen is not None and settled.chosen.kind == place.kind in ("province", "country", "district"):
                return 1.5
    return 0.0


def _beside(place: GazetteerPlace, sense: Sense, around: _Around) -> float:
    """What "X near Y" gives a candidate for X: most where it is near a place that Y may be, and as much off where it is far from all of them."""
    others = [around.of[id(m.near)] for m in sense.mentions if m.near is not None and id(m.near) in around.of]
    towns = [c for other in others for c in other.candidates if c.kind != "country"]
    if not towns:
        return 0.0
    return _NEIGHBOUR if any(kilometres(place, town) < _NEARBY for town in towns) else -_NEIGHBOUR


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
    if place.kind == "province":
        return 0.5
    nearest = min((kilometres(place, p) for p in others if p.entry != place.entry), default=1e9)
    if nearest < 15:
        return 2.0
    return max(0.0, 1.6 - 0.6 * log10(nearest / 15 + 1)) if nearest < 300 else 0.0


def _fits(kind: PlaceKind, said: PlaceKind) -> float:
    if kind == said:
        return 2.0
    if kind in SETTLEMENTS and said in SETTLEMENTS:
        return 1.0
    if {kind, said} <= {"province", "district"} or {kind, said} <= {"province", "area"}:
        return 1.0
    if {kind, said} <= {"district", "suburb"}:
        return 2.0
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
